/** English for the line, and for what is searched on it. */

export const LINE = {
  esc_goes_back: 'Esc goes back',
  is_here: 'is here',
  checking_out_to: 'Checking out to',
  waiting: (count: number) => `${count} waiting`,
  /** What each way of scanning is called, and what the line is for in it. */
  modes: {
    out: { now: 'Checking out', hint: 'Scan anything: a card, a book' },
    in: { now: 'Checking in', hint: 'Scan returns' },
    'in-house': { now: 'Counting what is used here', hint: 'Scan what lies on the tables' },
    inventory: { now: 'Taking stock', hint: 'Scan what stands on the shelf' },
  },
  search: {
    titles: {
      label: 'Title, author or ISBN',
      heading: 'Find a title',
      empty: 'Type a few letters of the title or the author, or scan the ISBN.',
    },
    people: {
      label: 'Name, card, phone or birth date, in any order',
      heading: 'Find a person',
      empty: 'Type a part of the name, card, phone, e-mail or address, or the birth date, as 3/6/1971; or two.',
    },
    commands: { label: 'What do you want to do', heading: 'Commands', empty: '' },
  },
  born: (on: string, age: number | null) => `born ${on}${age === null ? '' : `, ${age}`}`,
  no_card: 'no card',
  card: (tail: string) => `card …${tail}`,
  nothing_enter: (act: string) => `Nothing found. Enter: ${act}.`,
  nobody:
    'Nobody fits all of this. Try less of it, or something else: 3 letters of a name, 4 digits of a card or phone, ' +
    'an e-mail, a street, or the birth date, as 3/6/1971. {key:find-title} looks among the titles.',
  nothing: 'Nothing found.',
  nothing_back: 'Nothing found. Esc goes back.',
  nothing_people: 'Nothing found. {key:find-person} looks among the people.',
  more: 'More than these: type more letters.',
  choose: '↓ chooses, Enter opens.',
  enter: 'Enter opens.',
  choose_first: '↓ chooses one, then Enter',
  has_changed: 'The list has just changed. Look, then Enter again',
}
