/**
 * What the library's data says is owed by patrons and to them, against what stands in the reference file afterwards: by
 * kind, to the cent. Pure. Sums are plain numbers: a large library is owed more than an amount of cents may hold.
 */
import { z } from 'zod'
import { isChargeKind } from '../ledger/charge-kinds.ts'
import { cents, type Cents } from '../kernel/money.ts'

const figure = z.int().nonnegative()

/**
 * `source`: in every row that could be read; `left`: of it, in rows that were left out; `stored`: read back from the
 * reference file. `kind` of a credit is the method by which it goes back.
 */
export const openingSumSchema = z.strictObject({
  of: z.enum(['debt', 'credit']),
  kind: z.string(),
  source_count: figure,
  source_cents: figure,
  left_count: figure,
  left_cents: figure,
  stored_count: figure,
  stored_cents: figure,
})
export type OpeningSum = z.infer<typeof openingSumSchema>

const FIGURES = ['source_count', 'source_cents', 'left_count', 'left_cents', 'stored_count', 'stored_cents'] as const

/** Whether what was taken of the source stands in the reference file, no more and no less. */
export function isToTheCent(sum: OpeningSum): boolean {
  const isSame = sum.source_count - sum.left_count === sum.stored_count
  return isSame && sum.source_cents - sum.left_cents === sum.stored_cents
}

/** Both together; the kind is that of the first. */
export function added(one: OpeningSum, other: OpeningSum): OpeningSum {
  const sum = { ...one }
  for (const name of FIGURES) sum[name] += other[name]
  return sum
}

/** By our own kinds: what another system calls a kind can hold a name, and is not to be sealed. */
export function byOwnKinds(sums: readonly OpeningSum[]): readonly OpeningSum[] {
  const own = new Map<string, OpeningSum>()
  for (const sum of sums) {
    const kind = sum.of === 'credit' || isChargeKind(sum.kind) ? sum.kind : 'other'
    const known = own.get(`${sum.of} ${kind}`)
    own.set(`${sum.of} ${kind}`, known ? added(known, sum) : { ...sum, kind })
  }
  return [...own.values()]
}

/** The most that is said as an amount of money. */
const SAID_MAX = 1_000_000_000

/** "$12.00"; digits alone for a sum that no amount may be. */
export function sumText(sum: number, money: (amount: Cents) => string): string {
  return Math.abs(sum) <= SAID_MAX ? money(cents(sum)) : plainSum(sum)
}

/** "12.00", however large. */
export function plainSum(sum: number): string {
  const size = Math.abs(sum)
  return `${sum < 0 ? '-' : ''}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`
}
