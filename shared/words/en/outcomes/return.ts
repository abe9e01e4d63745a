/** English for a return: where it goes, how late it was, what was odd about it. Never says who had it. */
import type { AnswerCode } from '../../../circulation/lost/return-question.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const RETURN = {
  odd: {
    'was-not-out': 'It was not checked out',
    'was-lost': 'It was lost, now found',
    'was-claimed': 'It was claimed, now found',
    'was-missing': 'It was missing, now found',
    'was-in-transit': 'It has arrived from another branch',
    'was-on-its-way': 'It was in transit',
    'was-on-order': 'It was not ready for the public yet',
  },
  again: 'Already scanned: it is checked in',
  late: (days_count: number) => `${n(days_count, 'day', 'days')} late`,
  late_today: 'Less than a day late',
  shelf: {
    says: 'Reshelve',
    label: 'reshelve',
    cart: 'cart',
    happened: (location: string) => (location === '' ? 'Reshelve' : `Reshelve, ${location}`),
  },
  hold: {
    says: 'To the hold shelf: it is on hold for pickup here',
    label: 'put on',
    fact: 'Hold shelf',
    happened: 'Hold shelf',
  },
  transit: {
    says: {
      hold: (branch: string) => `Send it to ${branch}: it is on hold for pickup there`,
      home: (branch: string) => `Send it to ${branch}: it belongs there`,
    },
    label: 'send to',
    happened: (branch: string) => `Send to ${branch}`,
  },
  lender: {
    says: (lender: string, by: string) => `Interlibrary loan: send back to ${lender}${by === '' ? '' : ` by ${by}`}`,
    label: 'send back to',
    happened: 'Send back',
  },
  aside: {
    says: {
      damaged: 'Set it aside: it is marked damaged',
      withdrawn: 'Set it aside: it is marked withdrawn',
    },
    fact: { damaged: 'Damaged', withdrawn: 'Withdrawn' },
    label: 'set aside',
    happened: 'Set aside',
  },
  gone: {
    heading: 'Its record was removed',
    item: (barcode: string) => `Item ${barcode}: its record was removed`,
    says: 'Set it aside: the library’s data no longer has its record',
    is_in: 'It is checked in',
    free: 'Nothing was charged for it',
    fact: 'No record',
  },
  not_ours: {
    says: (prefix: string) => `Not ours: another library’s item (${prefix})`,
    nothing: 'Nothing recorded',
    how: '1 = add a brief record, to check it out to a patron here',
    label: 'place in',
    fact: 'Courier’s bin',
    happened: 'To the courier',
  },
  /** Where a question of a return waits that nobody answered in its row. */
  waits: 'It needs an answer: {key:tasks} shows it',
  esc_later: 'Esc = later',
  returned: 'Returned',
  /** What a person answered of a lost or claimed item that is back: for the choice, and once it is carried out. */
  answers: {
    shelf: { label: 'It was on our shelf', happened: 'Found on our shelf' },
    brought: { label: 'The patron returned it', happened: 'Returned by the patron' },
    waive: { label: 'Waive it and the fine', happened: 'Waived' },
    charge: { label: 'Cancel it and charge the fine', happened: 'Bill canceled' },
    leave: { label: 'Leave it owed', happened: 'Still owed' },
    seen: { label: 'Receipt shown: refund it', happened: 'Receipt shown' },
    none: { label: 'No receipt: it stays paid', happened: 'Stays paid' },
  } satisfies Readonly<Record<AnswerCode, { readonly label: string; readonly happened: string }>>,
  settled: 'Resolved',
}
