/** English for the line, and for what is searched on it. */

export const LINE = {
  esc_goes_back: 'Esc = back',
  is_here: 'is open',
  checking_out_to: 'Checking out to',
  waiting: (count: number) => `${count} waiting`,
  /** Scans in sight behind a row that asks. */
  queue: {
    label: 'Waiting scans',
    for_answer: 'They are processed after your answer.',
    for_finish: 'Enter finishes this patron, then they are processed.',
    remove: 'Remove last',
  },
  /** More lines than can wait. */
  pasted: {
    heading: (count: number) => `Nothing scanned: ${count} lines were pasted.`,
    sentence: (count: number) => `Paste at most ${count} at a time.`,
  },
  /** What each way of scanning is called, and what the line is for in it. */
  modes: {
    out: { now: 'Checking out', hint: 'Scan a card or an item, or type a name' },
    in: { now: 'Checking in', hint: 'Scan returns' },
    'in-house': { now: 'In-library use', hint: 'Scan items left on the tables' },
    inventory: { now: 'Inventory', hint: 'Scan the items on the shelf' },
  },
  /** Checking out with a patron open, whose name takes half of the line. */
  patron_hint: 'Scan, or type a name',
  search: {
    titles: {
      label: 'Title, author or ISBN',
      heading: 'Search the catalog',
      empty: 'Type a few letters of the title or the author, or scan the ISBN.',
    },
    people: {
      label: 'Name, card, phone or birth date',
      heading: 'Find a patron',
      empty:
        'Type part of a name, card, phone, e-mail or address, or a birth date (3/6/1971), or two of them in any order.',
    },
    commands: { label: 'What do you want to do?', heading: 'Commands', empty: '' },
  },
  born: (on: string, age: number | null) => `born ${on}${age === null ? '' : `, ${age}`}`,
  formerly: (name: string) => `formerly ${name}`,
  no_card: 'no card',
  card: (tail: string) => `card …${tail}`,
  nothing_enter: (act: string) => `Nothing found. Enter = ${act}.`,
  nobody:
    'No patrons match. Type less, or something else: 3 letters of a name, 4 digits of a card or phone, an e-mail, a ' +
    'street, or a birth date (3/6/1971). {key:find-title} searches the catalog.',
  /** While "12*C" is typed. */
  sale: 'A sale. Enter opens the payment; = takes exact cash for it, + the next bill.',
  nothing_elsewhere: 'No command found. Search help, patrons or titles for it: ↓ to select, Enter to search.',
  nothing_back: 'Nothing found. Esc = back.',
  nothing_people: 'Nothing found. {key:find-person} searches for patrons.',
  more: 'There are more: type more letters.',
  choose: '↓ to select, Enter to open.',
  enter: 'Enter to open.',
  choose_first: '↓ to select one, then Enter',
  not_on_account: 'Not on this account as it is, or not for your role',
  has_changed: 'The list just changed. Check it, then press Enter again',
}
