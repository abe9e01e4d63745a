/** English for what every page and every form has of its own, and for the rows of the session. */

export const PAGE = {
  print: 'Print',
  /** Without a receipt printer. */
  print_dialog: 'Print (system dialog)',
  back: 'Back',
  more: 'More',
  fewer: 'Less',
  percent: (share: number) => `${share}%`,
  form: {
    none: 'none',
    restored: (at: string) => (at === '' ? 'Draft restored' : `Draft from ${at} restored`),
    /** On the button of a form that is half filled in. */
    with_draft: (label: string) => `${label} (draft)`,
    discard: 'Discard draft',
    total: 'Total',
    left_out: (piece: string) => `${piece}: one to four digits. The rest was left out: look at the number again.`,
    leave: 'Cancel',
    step_back: 'Back a step',
    /** Beside the form of a new patron. */
    alike: 'May be a patron already',
    open_instead: 'Open instead',
    working: 'Working. Please wait.',
    choose: (label: string) => `Choose one under “${label}”.`,
    fill_in: (label: string) => `Fill in: ${label}.`,
    money: (label: string) => `${label}: type it as 250 or 2.50.`,
    money_digit: (label: string, digit: string) =>
      `${label}: type ${digit}00 for $${digit}.00, 0${digit} for $0.0${digit}.`,
    date: (label: string, day: string) => `${label}: type it as ${day}, 15 dec or +7.`,
    birth_date: (label: string, day: string) => `${label}: type it as ${day} or 15 jun 1985.`,
    which_date: (label: string, on: string, other: string) =>
      `${label}: press Enter again if it is ${on}. If it is ${other}, type the month as a word.`,
    too_early: (label: string, first: string) => `${label}: choose ${first} or later.`,
    too_late: (label: string, last: string) => `${label}: choose ${last} or earlier.`,
    number: (label: string) => `${label}: type a whole number.`,
    no_option: (digit: string) => `No option has the number ${digit}.`,
    large: (label: string) => `${label}: that is a lot. Press Enter again if it is right.`,
    left_empty: (label: string) =>
      `${label}: digits were typed after it. Type the amount here, or press Enter to leave it.`,
  },
  rows: {
    session: 'This session',
    caption: 'This session, newest first',
    title: 'Title',
    call_number: 'Call number',
    put_it: 'Route to',
    happened: 'Status',
    due: 'Due',
    more: 'More',
    leave: 'Skip',
    waits: 'Waiting for an answer',
    others: (count: number) => `(${count} more waiting)`,
    older: (count: number) => `and ${count === 1 ? '1 row' : `${count} rows`} before these`,
  },
  approval: {
    approve: 'Approve',
    until: (time: string) =>
      `Or scan a badge whose role allows this, then type its PIN if asked. Waits until ${time}; Esc skips it.`,
    /** While the PIN of a scanned badge is typed. */
    until_badge: (time: string) => `Esc, or another badge, starts over. Waits until ${time}.`,
  },
}
