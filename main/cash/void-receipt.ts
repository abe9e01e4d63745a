/**
 * Voids a whole receipt in its own session: what it took is given back, what it paid is owed again, and credit that
 * paid with it is due again. Must never void what something else was built on: the charge would owe and be owed.
 */
import { grossSum } from '../../shared/cash/line-sums.ts'
import { cashTransfers } from '../../shared/journal/fold/cash.ts'
import { transferOf } from '../../shared/journal/fold/charges.ts'
import { eventRefText, type DeskEvent } from '../../shared/journal/event.ts'
import { chargesOf, isOfCharge, type Transfer } from '../../shared/ledger/accounts.ts'
import { undone, type ChargeState } from '../../shared/ledger/charge.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { readCharge } from '../circulation/charges/charge-reading.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { approverOf, type Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { sessionByRef } from '../store/money/cash-rows.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { breakRefusal } from './custody.ts'
import { outRefusal } from './drawer-moves.ts'
import { findPayment, refundsOf, voidOf, type Receipt } from './receipts.ts'
import { drawerFact } from './cash-rules.ts'

/** A transfer of credit that paid beside the receipt, reversed. `of`: its entry. */
type CreditBack = { readonly transfer: Transfer; readonly of: string }

export type Voiding = {
  readonly receipt: Receipt
  readonly amount_cents: number
  readonly credit: readonly CreditBack[]
}

/** The receipt that would be voided, or why it stays. Reads only. */
export function voidingOf(library: Library, actor: Actor, given: string): Voiding | Refusal {
  const receipt = findPayment(library, given)
  if (receipt === null) return refuse('receipt-unknown')
  const session = library.db.get(sessionByRef, { session_ref: receipt.body.session_ref })
  if (session === null || session.status === 'closed') return refuse('receipt-of-closed')
  if (voidOf(library, receipt) !== null) return refuse('receipt-voided-already')
  if (refundsOf(library, receipt).length > 0) return refuse('receipt-refunded')
  if (session.status === 'suspended') return refuse('drawer-suspended', drawerFact(library, session.drawer_code))
  const onBreak = breakRefusal(library, actor, session)
  if (onBreak) return onBreak
  const { tendered_cents, change_cents } = receipt.body.receipt
  const wrong = outRefusal(library, session, tendered_cents - change_cents)
  if (wrong) return wrong
  const credit = creditBack(library, receipt)
  if (credit === null) return refuse('receipt-changed-since')
  return { receipt, amount_cents: grossSum(receipt.body.receipt.lines), credit }
}

/**
 * The credit that its command moved from charge to charge, reversed; null when what came after is in the way, or a
 * charge is forgotten.
 */
function creditBack(library: Library, receipt: Receipt): readonly CreditBack[] | null {
  const beside = library.journal.together(eventRefText(receipt.head)).flatMap((event) => {
    if (event.kind !== 'charge-moved') return []
    return [{ transfer: transferOf(event), of: eventRefText(event.head) }]
  })
  const paid = cashTransfers(receipt).filter(isOfCharge)
  const states = new Map<string, ChargeState>()
  const reversed: Transfer[] = []
  for (const transfer of [...paid, ...beside.map((one) => one.transfer)]) {
    const refs = chargesOf(transfer)
    const now = refs.flatMap((ref) => states.get(ref) ?? readCharge(library, ref)?.state ?? [])
    const after = now.length < refs.length ? null : undone(now, transfer)
    if (after === null) return null
    for (const state of after.states) states.set(state.charge_ref, state)
    reversed.push(after.transfer)
  }
  return beside.flatMap(({ of }, index) => {
    const transfer = reversed[paid.length + index]
    return transfer === undefined ? [] : [{ transfer, of }]
  })
}

export function voidReceipt(
  library: Library,
  actor: Actor,
  command: Command,
  given: { readonly receipt: string; readonly reason_code: string },
): readonly DeskEvent[] | Refusal {
  const voiding = voidingOf(library, actor, given.receipt)
  if (isRefusal(voiding)) return voiding
  const { receipt: event, credit } = voiding
  const { session_ref, receipt_number, receipt } = event.body
  const { reason_code } = given
  const approved_by = approverOf(actor, 'void-receipt')
  const receipt_ref = eventRefText(event.head)
  const to = new Gathering()
  to.add({
    kind: 'receipt-voided',
    body: { session_ref, receipt_ref, receipt_number, receipt, reason_code, approved_by },
  })
  for (const { transfer, of } of credit) to.move([transfer], { approved_by, reason: reason_code, of })
  return recordAtDrawer(library, actor, command, to.drafts)
}
