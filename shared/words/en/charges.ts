/** English for charges: what each kind is called, and what became of one. */
import type { ChargeCode } from '../../ledger/accounts.ts'
import type { ChargeKind } from '../../ledger/charge-kinds.ts'

const KINDS: Readonly<Record<ChargeKind, string>> = {
  overdue: 'Overdue fine',
  lost: 'Lost item',
  processing: 'Processing fee',
  damaged: 'Damage',
  part: 'Missing part',
  rental: 'Rental',
  card: 'Replacement card fee',
  program: 'Program',
  manual: 'Charge',
  other: 'Fee',
}

const MOVED: Readonly<Record<ChargeCode, string>> = {
  charged: 'charged',
  waived: 'waived',
  amnesty: 'waived at check-in',
  found: 'canceled: item found',
  'claim-found': 'canceled: claim confirmed',
  outage: 'canceled: outage',
  voided: 'voided',
  billed: 'canceled: billed as lost',
  applied: 'paid with what the library owed',
  restored: 'charged again',
  paid: 'paid',
  'paid-back': 'refunded',
}

export const CHARGES = {
  kinds: KINDS,
  /** When a charge came about: of a fine, when the loan was due and what ended or renewed it. */
  when: {
    returned: (due: string, on: string) => `due ${due}, returned ${on}`,
    renewed: (due: string, on: string) => `due ${due}, renewed ${on}`,
    billed: (due: string, on: string) => `due ${due}, billed ${on}`,
    charged: (on: string) => `charged ${on}`,
  },
  moved: MOVED,
  refund_due: {
    'refund-due-credit': 'to be refunded',
    'refund-due-drawer': 'to be refunded from the drawer',
    'refund-due-check': 'to be refunded by check from the office',
  },
  undone: (what: string) => `${what}: undone`,
  entry: (at: string, what: string) => `${at}: ${what}`,
}
