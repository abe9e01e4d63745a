/**
 * The words on paper, English. Its type lists what every other language must say. Plain words for a patron who never
 * worked in a library; a sentence has a period, a label has none. Words only, no rules.
 */
import type { Language } from '../../kernel/language.ts'
import type { ChargeKind } from '../../ledger/charge-kinds.ts'
import type { ItemTask, NotRenewedReason, TransitReason } from '../paper-kinds.ts'
import { CASH } from './cash-en.ts'

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

const CHARGES: Readonly<Record<ChargeKind, string>> = {
  overdue: 'Late fine',
  lost: 'Lost item',
  processing: 'Processing fee',
  damaged: 'Damage',
  part: 'Missing part',
  card: 'New card',
  rental: 'Rental',
  manual: 'Other charge',
  other: 'Other charge',
  credit: 'Credit',
}

const NOT_RENEWED: Readonly<Record<NotRenewedReason, string>> = {
  'somebody-waits': 'It is on hold for another patron.',
  recalled: 'The library has recalled it.',
  'no-more-renewals': 'It cannot be renewed again.',
  'no-later-date': 'Renewing would not change the due date.',
  'card-expired': 'Your card has expired.',
  'money-owed': 'You owe too much to renew.',
  'ask-at-the-desk': 'Please ask at the desk.',
}

const TRANSIT: Readonly<Record<TransitReason, string>> = {
  hold: 'For a hold there',
  home: 'It belongs there',
  repair: 'For repair',
  other: 'Sent there by staff',
  lender: 'Interlibrary loan: return to the lending library',
  'not-ours': 'Not ours: please return it to the owning library',
}

const TASKS: Readonly<Record<ItemTask, { readonly title: string; readonly reason: string; readonly next: string }>> = {
  damaged: {
    title: 'Damaged',
    reason: 'This item is damaged.',
    next: 'Keep it off the shelf. Decide: mend, replace or withdraw.',
  },
  'missing-parts': {
    title: 'Parts missing',
    reason: 'These parts are missing:',
    next: 'Keep it off the shelf until the parts are back or replaced.',
  },
  'claims-returned': {
    title: 'Shelf check',
    reason: 'The patron claims it was returned.',
    next: 'Check its place, one shelf above and below, the carts, the book drop and the hold shelf.',
  },
  'claims-never-had': {
    title: 'Shelf check',
    reason: 'The patron claims it was never checked out.',
    next: 'Check its place, one shelf above and below, the carts, the book drop and the hold shelf.',
  },
}

const english = {
  minutes: (number: number): string => count(number, 'minute', 'minutes'),
  hours: (number: number): string => count(number, 'hour', 'hours'),
  days: (number: number): string => count(number, 'day', 'days'),

  copy: 'COPY',
  reprint: 'REPRINT',
  undone_since: (item: string): string => `Undone since: ${item}`,
  card: (tail: string): string => `Card ${tail}`,
  item: (tail: string): string => `Item ${tail}`,
  items: (number: number): string => count(number, 'item', 'items'),
  total: 'Total',

  checked_out: 'Checked out',
  due: (when: string): string => `due ${when}`,
  renewals_left: (number: number | null): string => {
    if (number === null) return 'can be renewed'
    return number === 0 ? 'no renewals left' : `${count(number, 'renewal', 'renewals')} left`
  },
  items_out_now: (number: number): string => `${count(number, 'item', 'items')} checked out`,
  out_in_all: 'Total checked out',
  you_owe: 'You owe',
  your_credit: 'Your credit',
  holds_ready: (number: number): string => `${count(number, 'hold is', 'holds are')} ready for you.`,

  returned: 'Returned',
  items_returned: (number: number): string => `${count(number, 'item', 'items')} returned`,
  late_fine: 'Late fine',
  charged_now: 'Charged today',
  still_out: 'Still out',

  renewal: 'Renewals',
  renewed: 'Renewed',
  not_renewed: 'Not renewed',
  still_due: (when: string): string => `still due ${when}`,
  was_due: (when: string): string => `was due ${when}`,
  items_renewed: (number: number): string => `${count(number, 'item', 'items')} renewed`,
  items_not_renewed: (number: number): string => `${count(number, 'item', 'items')} not renewed`,
  not_renewed_because: NOT_RENEWED,

  recall_notice: 'Recall notice',
  recall_asks: 'Another patron has a hold on this item, so the library needs it back sooner.',
  due_until_now: (when: string): string => `was due ${when}`,
  bring_back_by: 'Please return it by',
  recall_no_renewal: 'It cannot be renewed.',
  recall_thanks: 'Thank you.',
  recalled: 'recalled by the library',

  hold: 'Hold',
  pick_up_code: 'Pickup code',
  shelf_until: (when: string): string => `On the shelf until ${when}`,
  hold_data_old: (age: string): string => `Captured offline, with hold data ${age} old.`,
  hold_data_check: 'Check the hold again before you hand it over.',

  transit: 'Send to another branch',
  to_library: 'Send to another library',
  back_by: (when: string): string => `Due back there by ${when}`,
  other_library: (prefix: string): string => `Library with barcodes ${prefix}…`,
  send_to: 'Send to',
  from: (branch: string): string => `From ${branch}`,
  transit_because: TRANSIT,

  printer_test: 'Printer test',
  printer_test_columns: (count: number): string => `Columns: ${count}. The digits fill one line.`,
  printer_test_letters: 'Letters',
  printer_test_drawn: 'Drawn, as it has no letters for them',
  printer_test_barcode: 'Barcode: scan it',

  welcome: 'Welcome to the library',
  your_card: 'Your card number',
  /** The words that the law of Illinois asks for. */
  non_resident: 'Non-Resident',
  online: 'Online',
  go_to: (address: string): string => `Go to ${address}`,
  sign_in: 'Sign in with your card number and your PIN.',
  sign_in_no_pin: 'To sign in you need your card number and a PIN. Set one at the desk.',
  keep_number: 'Keep this number to yourself, and tell us at once if your card is lost.',
  open_hours: 'Hours',
  closed: 'Closed',

  form: {
    title: 'Library card registration',
    address: 'Address',
    born: 'Date of birth',
    phone: 'Phone',
    email: 'E-mail',
    category: 'Card',
    guardian: 'Parent or guardian',
    terms: 'I agree',
    usual_terms: [
      'I follow the rules of the library.',
      'I answer for everything that is checked out with this card, and pay for what is lost or damaged.',
      'I tell the library at once if the card is lost, or if my address changes.',
    ],
    guardian_terms: 'As parent or guardian I answer for everything that this child checks out.',
    signature: 'Signature',
    contact: 'Contact',
    organization_signature: 'For the organization: signature',
    guardian_signature: 'Signature of the parent or guardian',
    date: 'Date',
  },

  statement: 'Account statement',
  card_expires: (when: string): string => `Card expires ${when}`,
  loans: 'Checked out to you',
  no_loans: 'Nothing is checked out.',
  overdue: 'OVERDUE',
  fine_so_far: (amount: string): string => `late fine so far ${amount}`,
  charges: 'What you owe',
  no_charges: 'You owe nothing.',
  of_amount: (amount: string): string => `of ${amount}`,
  charge: CHARGES,
  fines_not_charged_yet: 'Late fines not charged yet',
  holds: 'Your holds',
  no_holds: 'You have no holds.',
  hold_place: (place: number): string => `number ${place} in line`,
  hold_waiting: 'waiting',
  hold_over: (on: string): string => `not picked up by ${on}`,
  hold_ready: (branch: string): string => `ready at ${branch}`,
  hold_on_its_way: (branch: string): string => `on its way to ${branch}`,
  hold_suspended: 'suspended',
  until: (when: string): string => `until ${when}`,

  task: TASKS,
  noted: (when: string, initials: string): string => (initials === '' ? `Noted ${when}` : `Noted ${when}, ${initials}`),
  looked_on: 'Checked on',

  pull_list: 'Pull list',
  shelf_list: 'Hold shelf list',
  cart_order: 'Order of the cart',
  call_number: 'Call number',
  title: 'Title',
  code: 'Code',
  number: 'No.',
  until_label: 'Until',
  wanted_at: (branch: string): string => `for ${branch}`,
  list_empty: 'Nothing is on this list.',

  cash: CASH,
}

/** A whole catalog: every language has each of these. */
export type Words = typeof english & { readonly language: Language }

export const en: Words = { language: 'en', ...english }
