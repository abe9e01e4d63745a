/** English for charges: what each kind is called, and what became of one. */
import type { ChargeCode } from '../../ledger/accounts.ts'
import type { ChargeKind, CreditKind } from '../../ledger/charge-kinds.ts'

const KINDS: Readonly<Record<ChargeKind, string>> = {
  overdue: 'Overdue fine',
  lost: 'Lost item',
  processing: 'Processing fee',
  damaged: 'Damage',
  part: 'Missing part',
  rental: 'Rental',
  card: 'Replacement card fee',
  manual: 'Charge',
  other: 'Fee',
  credit: 'Credit on the account',
}

const CREDITS: Readonly<Record<CreditKind, string>> = {
  'opening-credit': 'Credit on the account',
  'opening-drawer': 'Refund from the drawer',
  'opening-check': 'Refund by check from the office',
}

const MOVED: Readonly<Record<ChargeCode, string>> = {
  charged: 'charged',
  waived: 'waived',
  amnesty: 'waived at check-in',
  backdated: 'waived: return backdated',
  found: 'canceled: item found',
  'claim-found': 'canceled: claim confirmed',
  outage: 'canceled: outage',
  voided: 'voided',
  refunded: 'refunded',
  billed: 'canceled: billed as lost',
  applied: 'paid with what the library owed',
  restored: 'charged again',
  paid: 'paid',
  'paid-back': 'refunded',
  'in-kind': 'paid in kind',
}

export const CHARGES = {
  kinds: KINDS,
  credits: CREDITS,
  /** When a charge came about: of a fine, when the loan was due and what ended or renewed it. */
  when: {
    returned: (due: string, on: string) => `due ${due}, returned ${on}`,
    renewed: (due: string, on: string) => `due ${due}, renewed ${on}`,
    billed: (due: string, on: string) => `due ${due}, billed ${on}`,
    charged: (on: string) => `charged ${on}`,
    credited: (on: string) => `credited ${on}`,
  },
  /** How it stood when it came with the library's data. */
  opened: {
    charged: (amount: string) => `${amount} charged before it came to this desk`,
    settled: (amount: string) => `${amount} of it settled before it came to this desk`,
    credited: (amount: string) => `${amount} credited before it came to this desk`,
  },
  moved: MOVED,
  /** Change that the patron left as credit. */
  kept: 'change kept on the account',
  refund_due: {
    'refund-due-credit': 'to be refunded',
    'refund-due-drawer': 'to be refunded from the drawer',
    'refund-due-check': 'to be refunded by check from the office',
  },
  undone: (what: string) => `${what}: undone`,
  receipt: (number: string) => `receipt ${number}`,
  entry: (at: string, what: string) => `${at}: ${what}`,
}
