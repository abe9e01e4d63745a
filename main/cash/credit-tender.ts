/**
 * What the library owes a patron as a tender: it pays what the same patron owes, oldest first, before anything is
 * handed over; and what others owe whose charges are paid besides, where that was chosen. No drawer holds it, so it is
 * on no line of the receipt: it moves from charge to charge. Reads only.
 */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { cents } from '../../shared/kernel/money.ts'
import type { Transfer } from '../../shared/ledger/accounts.ts'
import { allocate, Book } from '../../shared/ledger/allocate.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { openCharges, readCharge } from '../circulation/charges/charge-reading.ts'
import type { Library } from '../library/library.ts'
import { lessPaid, type Owing } from './payment-lines.ts'

export type CreditWish = {
  readonly amount_cents: number
  /** Whose credit it is; null: nobody's account is open, and it is that of the only patron whose charges are paid. */
  readonly patron_id: PatronId | null
  readonly is_for_others: boolean
}

export type AfterCredit = {
  /** What is left to pay by other tenders. */
  readonly owing: readonly Owing[]
  readonly transfers: readonly Transfer[]
}

export function afterCredit(library: Library, owing: readonly Owing[], wish: CreditWish): AfterCredit | Refusal {
  if (wish.amount_cents === 0) return { owing, transfers: [] }
  const payers = new Set(owing.map((one) => one.patron_id))
  const [only = null] = payers
  const payer = wish.patron_id ?? (payers.size === 1 ? only : null)
  const own = payer === null ? [] : openCharges(library, payer).map(({ state }) => state)
  const givers = own.filter((one) => one.refund_due_cents > 0).map((one) => one.charge_ref)
  const taking = owing.filter((one) => one.patron_id === payer || wish.is_for_others)
  const others = taking.flatMap((one) => (one.patron_id === payer ? [] : (readCharge(library, one.charge_ref) ?? [])))
  const book = new Book([...own, ...others.map(({ state }) => state)])
  let left = wish.amount_cents
  const paid = new Map<string, number>()
  for (const { charge_ref, owed_cents } of taking) {
    const by = allocate(book, { givers, takers: [charge_ref] }, Math.min(left, owed_cents))
    left -= by
    paid.set(charge_ref, by)
  }
  if (left > 0) return refuse('credit-short', { amount: cents(wish.amount_cents - left) })
  return { owing: lessPaid(owing, paid), transfers: book.transfers }
}
