/**
 * Carries out a decision about the charges of a found item: reduces, restores, and applies refunds to what is owed, on
 * this loan first. Pure.
 */
import { cents, type Cents } from '../kernel/money.ts'
import type { RefundMethod, Transfer } from './accounts.ts'
import { allocate, Book } from './allocate.ts'
import { charged, reduced, restored, type ChargeState, type ReducingCode } from './charge.ts'

type Found = {
  /** The charges of this loan, oldest first, and what else the patron owes. */
  readonly charges: readonly ChargeState[]
  readonly others: readonly ChargeState[]
  /** By how much each kind of charge goes up or down, and why; empty: everything stays, and nothing is applied. */
  readonly changes: readonly { readonly kind: string; readonly change_cents: number; readonly code: ReducingCode }[]
  /** How much of the refund pays other debts. */
  readonly applied_to_owed_cents: number
  /** The refund method for the rest. */
  readonly refund_method: RefundMethod
  /** How the transfers name the new fine, where there is one. */
  readonly new_fine_ref: string
}

/**
 * @returns the transfers in order; `charge_cents`: what no existing charge can bear, to be charged as a new fine. The
 *   refund pays that fine too, so the transfers may name it: it is recorded before them.
 */
export function settleFound(found: Found): { readonly transfers: readonly Transfer[]; readonly charge_cents: Cents } {
  const { charges, others, changes, applied_to_owed_cents, refund_method, new_fine_ref } = found
  const book = new Book([...charges, ...others])
  const ours = charges.map((one) => one.charge_ref)
  const theirs = others.map((one) => one.charge_ref)
  let uncovered = 0
  for (const { kind, change_cents, code } of changes) {
    if (change_cents < 0) takeOff(book, ours, { kind, amount: -change_cents, code, refund_method })
    else uncovered += putOn(book, ours, kind, change_cents)
  }
  if (uncovered > 0) {
    book.keep(charged({ charge_ref: new_fine_ref, kind: 'overdue', amount_cents: cents(uncovered) }).state, [])
    ours.push(new_fine_ref)
  }
  if (changes.length > 0) {
    allocate(book, { givers: ours, takers: ours })
    allocate(book, { givers: ours, takers: theirs }, applied_to_owed_cents)
  }
  return { transfers: book.transfers, charge_cents: cents(uncovered) }
}

type Off = {
  readonly kind: string
  readonly amount: number
  readonly code: ReducingCode
  readonly refund_method: RefundMethod
}

/** Newest first: what was billed last is reduced first. */
function takeOff(book: Book, refs: readonly string[], { kind, amount, code, refund_method }: Off): void {
  let left = amount
  for (const ref of refs.toReversed()) {
    const state = book.of(ref)
    const by = state.kind === kind ? Math.min(left, state.worth_cents) : 0
    if (by > 0) book.keepMoved(reduced(state, by, code, refund_method))
    left -= by
  }
}

/** Restores the charges, as far as they reach. Returns what is left over. */
function putOn(book: Book, refs: readonly string[], kind: string, amount: number): number {
  let left = amount
  for (const ref of refs) {
    const state = book.of(ref)
    const by = state.kind === kind ? Math.min(left, state.amount_cents - state.worth_cents) : 0
    if (by > 0) book.keepMoved(restored(state, by))
    left -= by
  }
  return left
}
