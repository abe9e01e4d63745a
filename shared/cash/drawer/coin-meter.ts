/** The meter of a coin box, such as a copier's: what should be in the box by two readings and a price. Pure. */
import { cents, type Cents } from '../../kernel/money.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'

export type Meter = { readonly before_count: number; readonly after_count: number; readonly price_cents: number }

export function coinsExpected({ before_count, after_count, price_cents }: Meter): Cents {
  return cents((after_count - before_count) * price_cents)
}

/** A coin box that was emptied into a drawer, by its reason. */
export type Emptied = {
  readonly reason_code: string
  readonly staff: string
  readonly counted_cents: Cents
  readonly expected_cents: Cents
}

/** In the order of the entries. */
export function coinBoxesIn(events: readonly CashEvent[]): readonly Emptied[] {
  return events.flatMap((one): Emptied[] => {
    if (one.kind !== 'cash-paid' || one.body.meter === null) return []
    const { reason_code, amount_cents, meter } = one.body
    const sums = { counted_cents: cents(amount_cents), expected_cents: coinsExpected(meter) }
    return [{ reason_code, staff: one.head.staff, ...sums }]
  })
}
