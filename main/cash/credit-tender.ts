/**
 * What the library owes a patron as a tender: it pays what the same patron owes among the lines, oldest first, before
 * anything is handed over. No drawer holds it, so it is on no line of the receipt: it moves from charge to charge.
 * Reads only.
 */
import type { SealedLine } from '../../shared/journal/events/cash.ts'
import { cents } from '../../shared/kernel/money.ts'
import type { Transfer } from '../../shared/ledger/accounts.ts'
import { allocate, Book } from '../../shared/ledger/allocate.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { openCharges, readCharge } from '../circulation/charges/charge-reading.ts'
import type { Library } from '../library/library.ts'

export type AfterCredit = {
  /** What is left to pay by other tenders. */
  readonly lines: readonly SealedLine[]
  readonly transfers: readonly Transfer[]
}

export function afterCredit(
  library: Library,
  lines: readonly SealedLine[],
  credit_cents: number,
): AfterCredit | Refusal {
  if (credit_cents === 0) return { lines, transfers: [] }
  const books = new Map<number, Book>()
  const bookOf = (patron_id: number & Parameters<typeof openCharges>[1]): Book => {
    const known = books.get(patron_id)
    const book = known ?? new Book(openCharges(library, patron_id).map(({ state }) => state))
    books.set(patron_id, book)
    return book
  }
  let left = credit_cents
  const paid = lines.flatMap((line): readonly SealedLine[] => {
    const patron_id = line.of === 'charge' ? readCharge(library, line.charge_ref)?.row.patron_id : undefined
    if (line.of !== 'charge' || patron_id === undefined || left === 0) return [line]
    const book = bookOf(patron_id)
    const givers = book.states.filter((one) => one.refund_due_cents > 0).map((one) => one.charge_ref)
    const by = allocate(book, { givers, takers: [line.charge_ref] }, Math.min(left, line.amount_cents))
    left -= by
    return by === line.amount_cents ? [] : [{ ...line, amount_cents: cents(line.amount_cents - by) }]
  })
  if (left > 0) return refuse('credit-short', { amount: cents(credit_cents - left) })
  return { lines: paid, transfers: [...books.values()].flatMap((book) => book.transfers) }
}
