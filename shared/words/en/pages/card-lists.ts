/** English for the lists of cards to look after. */
import { numberIn } from '../../plural.ts'

const number = numberIn('en')

export const CARD_LISTS_PAGE = {
  heading: 'Card follow-up',
  lead: 'Choose a list. Each row opens the account, with what to do about it.',
  columns: { list: 'List', count: 'Cards', name: 'Name', card: 'Card', category: 'Category' },
  open: 'Open the list',
  open_account: 'Open the account',
  all: 'All lists',
  more: (most: number) => `over ${number(most)}`,
  only_first: (most: number) => `Only the first ${number(most)} are listed.`,
  page: (page_number: number) => `Page ${page_number}.`,
  none: 'Nothing here. Press Esc to go back.',
  never: 'never',
  lists: {
    expiring: { name: 'Expiring this month', day: 'Expires', lead: 'Renew the card when the patron is here.' },
    'expiring-next': { name: 'Expiring next month', day: 'Expires', lead: 'Renew the card when the patron is here.' },
    unfit: {
      name: 'Moved: the card no longer fits',
      day: 'Since',
      lead: 'The address gives another card. Change the category, then renew.',
    },
    'of-age': {
      name: 'Turning 18, with a guardian',
      day: 'Birth date',
      lead: 'At 18 a patron needs no guardian: end the guardianship.',
    },
    mail: { name: 'Mail returned', day: 'Returned', lead: 'Ask for the address, and change it or check it.' },
    email: { name: 'E-mail to correct', day: 'Came back', lead: 'Ask for the e-mail address, and correct it.' },
    address: {
      name: 'Address to check',
      day: 'Last checked',
      lead: 'A year has passed. Ask for the address, and change it or check it.',
    },
    registered: {
      name: 'Registered at this desk, not checked',
      day: 'Registered',
      lead: 'Review each registration: name, birth date, address, category.',
    },
  },
  /** Two records of one person. */
  duplicates: {
    name: 'Suspected duplicates',
    run: 'Look for duplicates',
    lead: 'Compares every record with those like it. That takes minutes in a large library. You can keep scanning.',
    done: 'The likeliest come first. Enter opens the first record, to compare and merge.',
    other: 'Likely the same as',
    reason: 'Why',
    compare: 'Compare',
    none: 'No likely duplicates were found.',
  },
  /** Cards by month, category and branch. */
  report: {
    heading: 'Card statistics',
    open: 'Statistics',
    run: 'Count the cards',
    lead: 'Counts cards issued, renewed, expired and in use. You can keep scanning.',
    done: 'Groups of fewer than five people are counted together.',
    save_says: 'The file names nobody. Small groups are counted together.',
    table: 'Table',
    line: 'Line',
    by_month: 'By month',
    month: 'Month',
    says: (given: number, renewed: number, expired: number) =>
      `In 13 months: ${number(given)} issued, ${number(renewed)} renewed, ${number(expired)} expired.`,
    figures: { active: 'In use', given: 'Issued', renewed: 'Renewed', expired: 'Expired' },
    groups: {
      category_code: {
        heading: 'By category',
        column: 'Category',
        others: 'Other categories',
        all: 'All categories',
      },
      branch_code: { heading: 'By branch', column: 'Branch', others: 'Other branches', all: 'All branches' },
    },
    cross: { heading: 'Each month by category and branch', others: 'All others', all: 'All' },
    none: 'There are no cards.',
  },
  /** On the account, in sight while it is due. */
  acts: {
    unfit: (category: string) => `Change to ${category}`,
    unfit_says: 'The card no longer fits the address. The renewal and its fee come next.',
    email: 'Correct the e-mail',
    email_says: (email: string, on: string) => `What was sent to ${email} came back on ${on}.`,
    bounced: 'E-mail bounced',
    bounced_says: (email: string) =>
      `What was sent to ${email} came back. Nothing is sent to it until it is corrected.`,
    arrives: 'E-mail works after all',
    arrives_says: 'The address is right, and e-mail reaches it.',
    opened: 'Open the account',
    opened_says: 'The account is closed. Open again, it checks out and renews as before.',
    closed: 'Close the account',
    closed_says: 'Nothing more is checked out to it. Items out, holds and charges stay.',
    mail: 'Mail returned',
    mail_says: (address: string) =>
      `Mail to ${address || 'this patron'} came back. Checkout stops until the address is corrected or checked.`,
    address: 'Address checked',
    address_says: (address: string) => `The patron says it is still ${address}.`,
    address_none: 'No address is on record, and the patron has none. If they have one, edit the record first.',
    registration: 'Registration checked',
    registration_says: (on: string) => `Registered on ${on}. You read it again and it is right.`,
  },
}
