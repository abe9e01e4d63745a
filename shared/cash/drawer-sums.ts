/**
 * What the entries of a drawer session come to in the drawer and at the card terminal, by tender. A receipt is added by
 * what its tenders pay, without making its transfers: a busy session is nearly all receipts. Everything else goes by
 * its transfers. It comes to the same as the balances of all transfers (drawer-sums.property.test.ts). Pure.
 */
import type { SealedReceipt } from '../journal/events/cash.ts'
import { cashTransfers, type CashEvent } from '../journal/fold/cash.ts'
import { cents, type Cents } from '../kernel/money.ts'
import type { Account } from '../ledger/accounts.ts'
import { grossSum } from './line-sums.ts'
import type { Tender } from './report-facts.ts'

type Sums = Record<Tender, number>

/** @param session_ref of the session that all of them are of */
export function drawerSums(events: readonly CashEvent[], session_ref: string): Readonly<Record<Tender, Cents>> {
  const sums: Sums = { cash: 0, check: 0, card: 0 }
  for (const event of events) {
    if (event.kind === 'receipt-made') addReceipt(sums, event.body.receipt)
    else addTransfers(sums, event, session_ref)
  }
  return { cash: cents(sums.cash), check: cents(sums.check), card: cents(sums.card) }
}

/** Each tender pays as much as is still open, cash first; the rounding is of the cash. */
function addReceipt(sums: Sums, { lines, tendered_cents, change_cents, rounding_cents, others }: SealedReceipt): void {
  let open: number = grossSum(lines)
  const paidBy = (most: number): number => {
    const paid = Math.min(open, most)
    open -= paid
    return paid
  }
  sums.cash += paidBy(tendered_cents - change_cents - rounding_cents) + rounding_cents
  for (const { tender, amount_cents } of others) sums[tender] += paidBy(amount_cents)
}

function addTransfers(sums: Sums, event: CashEvent, session_ref: string): void {
  for (const { debit, credit, amount_cents } of cashTransfers(event)) {
    const [into, from] = [tenderOf(debit, session_ref), tenderOf(credit, session_ref)]
    if (into !== null) sums[into] += amount_cents
    if (from !== null) sums[from] -= amount_cents
  }
}

/** The tender that an account of this session holds; null: it is another account. */
function tenderOf(account: Account, session_ref: string): Tender | null {
  if (account.account === 'card-clearing') return 'card'
  if (!('drawer_session_ref' in account) || account.drawer_session_ref !== session_ref) return null
  return account.account === 'cash' ? 'cash' : 'check'
}
