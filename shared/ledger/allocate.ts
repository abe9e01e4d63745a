/**
 * What pays what: the state of charges while transfers are made between them, oldest first. Pure, in one place, so that
 * a desk and a server get the same result.
 */
import { must } from '../kernel/assert.ts'
import { cents, type Cents } from '../kernel/money.ts'
import type { Transfer } from './accounts.ts'
import { applied, type ChargeState, type Moved } from './charge.ts'

/** Charges by name, in order, and the transfers so far. Lives as long as one decision. */
export class Book {
  readonly #states: Map<string, ChargeState>
  readonly transfers: Transfer[] = []

  constructor(states: readonly ChargeState[]) {
    this.#states = new Map(states.map((state) => [state.charge_ref, state]))
  }

  get states(): readonly ChargeState[] {
    return [...this.#states.values()]
  }

  of(charge_ref: string): ChargeState {
    return must(this.#states.get(charge_ref), 'a charge of this book')
  }

  keep(state: ChargeState, transfers: readonly Transfer[]): void {
    this.#states.set(state.charge_ref, state)
    this.transfers.push(...transfers)
  }

  keepMoved({ state, transfers }: Moved): void {
    this.keep(state, transfers)
  }
}

type Sides = { readonly givers: readonly string[]; readonly takers: readonly string[] }

/**
 * The refunds of the givers pay what the takers owe: giver by giver, taker by taker, up to `most`.
 * @returns how much was paid this way
 */
export function allocate(book: Book, { givers, takers }: Sides, most = Number.POSITIVE_INFINITY): Cents {
  let left = most
  let sum = 0
  for (const giver_ref of givers) {
    for (const taker_ref of takers) {
      const { giver, taker, transfers } = applied(book.of(giver_ref), book.of(taker_ref), left)
      if (transfers.length === 0) continue
      const paid = transfers.reduce((total, one) => total + one.amount_cents, 0)
      left -= paid
      sum += paid
      book.keep(giver, transfers)
      book.keep(taker, [])
    }
  }
  return cents(sum)
}
