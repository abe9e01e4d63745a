/**
 * How a charge or a credit stood when it came with the library's data, as transfers against the account `opening`:
 * what the former system had settled by then. Computed from the row and what moved here since, and never kept, so that
 * the reference file can be replaced at any time. Pure.
 */
import { cents, type Cents } from '../kernel/money.ts'
import { refundDue, transfer, type Account, type RefundMethod, type Transfer } from './accounts.ts'
import { fundOf, isCreditKind, type CreditKind } from './charge-kinds.ts'

const METHODS: Readonly<Record<CreditKind, RefundMethod>> = {
  'opening-credit': 'credit',
  'opening-drawer': 'drawer',
  'opening-check': 'check',
}

/** A charge as it came: what was owed and what was to be refunded then. */
export type Opened = {
  readonly charge_ref: string
  readonly kind: string
  readonly amount_cents: Cents
  readonly owed_cents: Cents
  readonly refund_due_cents: Cents
}

type Opening = Transfer<'opened'>

/**
 * A debt is charged whole, and what of it was settled before comes from `opening`: the library's rules may refund that
 * when a lost item is found. A credit is owed to the patron from `opening`, and brought no income.
 */
export function openingTransfers(opened: Opened): readonly Opening[] {
  const { charge_ref, kind, amount_cents, owed_cents, refund_due_cents } = opened
  const fund = fundOf(kind)
  const settled: Account = { account: 'opening' }
  const receivable: Account = { account: 'receivable', charge_ref }
  const isCredit = isCreditKind(kind) && refund_due_cents > 0
  const due: Account = { account: refundDue(isCredit ? METHODS[kind] : 'credit'), charge_ref }
  const charged = isCredit ? 0 : amount_cents
  return [
    ...moved(receivable, { account: 'income', charge_ref }, charged, fund),
    ...moved(settled, receivable, charged - owed_cents, fund),
    ...moved(settled, due, refund_due_cents, fund),
  ]
}

/** Below zero it goes the other way: a reading never fails because a file says what cannot be. */
function moved(debit: Account, credit: Account, by: number, fund: string): readonly Opening[] {
  if (by === 0) return []
  const sides = by > 0 ? { debit, credit } : { debit: credit, credit: debit }
  return [transfer({ ...sides, amount_cents: cents(Math.abs(by)), code: 'opened', fund })]
}
