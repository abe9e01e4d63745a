/**
 * Checks the open debts or credits of one file to the cent: what its rows say, against what SQL reads back before the
 * file is kept. A difference leaves the whole file out.
 */
import { added, isToTheCent, type OpeningSum } from '../../../shared/import/opening-sum.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import { storedSums } from '../../store/import/import-opening-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'
import { FileRefused } from '../file-refused.ts'

/** How many kinds are told apart; what comes after them counts as one, of no name. */
const KINDS_MAX = 200
const REST = ''

/** The scope of the marks of what a file brought. */
export const OPENING_SCOPE = { debt: 'opening debt', credit: 'opening credit' } as const

export class OpeningTally {
  readonly #sums = new Map<string, OpeningSum>()
  readonly #of: OpeningSum['of']
  /** What the store calls a kind of the source. */
  readonly #sourceKind: (stored: string) => string

  constructor(of: OpeningSum['of'], sourceKind: (stored: string) => string = (kind) => kind) {
    this.#of = of
    this.#sourceKind = sourceKind
  }

  /** A row that could be read. One that is settled is no open debt. */
  add(kind: string, amount: Cents, isTaken: boolean): void {
    if (amount === 0) return
    const left = isTaken ? { left_count: 0, left_cents: 0 } : { left_count: 1, left_cents: amount }
    this.#join(kind, { source_count: 1, source_cents: amount, ...left })
  }

  /** @throws FileRefused sums-differ */
  checked(connection: ReadHandle): readonly OpeningSum[] {
    for (const { kind, count, cents } of connection.all(storedSums[this.#of], { scope: OPENING_SCOPE[this.#of] })) {
      this.#join(this.#sourceKind(kind), { stored_count: count, stored_cents: cents })
    }
    const sums = [...this.#sums.values()]
    const wrong = sums.find((sum) => !isToTheCent(sum))
    if (wrong) throw new FileRefused(1, { code: 'sums-differ', sum: wrong })
    return sums
  }

  #join(kind: string, figures: Partial<OpeningSum>): void {
    const known = this.#sums.has(kind) || this.#sums.size < KINDS_MAX ? kind : REST
    const none = { source_count: 0, source_cents: 0, left_count: 0, left_cents: 0, stored_count: 0, stored_cents: 0 }
    const before = this.#sums.get(known) ?? { of: this.#of, kind: known, ...none }
    this.#sums.set(known, added(before, { of: this.#of, kind: known, ...none, ...figures }))
  }
}
