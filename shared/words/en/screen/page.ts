/** English for what every page and every form has of its own, and for the rows of the session. */

export const PAGE = {
  print: 'Print',
  back: 'Back',
  percent: (share: number) => `${share} %`,
  form: {
    takes: 'Enter takes',
    none: 'none',
    total: 'Total',
    leave: 'Leave it',
    working: 'Working on it. The desk answers when it is done.',
    choose: (label: string) => `Choose: ${label}.`,
    fill_in: (label: string) => `Fill in: ${label}.`,
    money: (label: string) => `${label}: type it as 250 or 2.50.`,
    money_digit: (label: string, digit: string) =>
      `${label}: type ${digit}00 for $${digit}.00, 0${digit} for $0.0${digit}.`,
    date: (label: string) => `${label}: type it as 12/15, 15 dec or +7.`,
    too_early: (label: string, first: string) => `${label}: it is before ${first}, the first date that is taken.`,
    too_late: (label: string, last: string) => `${label}: it is after ${last}, the last date that is taken.`,
    number: (label: string) => `${label}: type a whole number.`,
    no_option: (digit: string) => `No option has the digit ${digit}.`,
    left_empty: (label: string) =>
      `${label}: it was left empty, and more digits were typed further on. Type it, or press Enter.`,
  },
  rows: {
    session: 'This session',
    caption: 'This session, newest first',
    title: 'Title',
    call_number: 'Call number',
    put_it: 'Put it',
    happened: 'What happened',
    due: 'Due',
    more: 'More',
    leave: 'Leave it',
    older: (count: number) => `and ${count === 1 ? '1 row' : `${count} rows`} before these`,
  },
  approval: {
    approve: 'Approve',
    until: (time: string) => `or scan the badge of somebody who may. Waits until ${time}; Esc goes back to the line.`,
  },
}
