/** The meter of a coin box, such as a copier's: what should be in the box by two readings and a price. Pure. */
import { cents, type Cents } from '../../kernel/money.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'

export type Read = { readonly before_count: number; readonly after_count: number; readonly price_cents: number }
export type Meter = Read & { readonly last_count: number | null; readonly last_price_cents: number | null }

export function coinsExpected({ before_count, after_count, price_cents }: Read): Cents {
  return cents((after_count - before_count) * price_cents)
}

/** How far what was typed is from what was recorded last: turns of the meter, and money that it expects less. */
export function unlikeRecord(meter: Meter): { readonly turns_count: number; readonly less_cents: Cents } {
  const { last_count, last_price_cents } = meter
  const before_count = last_count ?? meter.before_count
  const recorded = { ...meter, before_count, price_cents: last_price_cents ?? meter.price_cents }
  const less_cents = cents(coinsExpected(recorded) - coinsExpected(meter))
  return { turns_count: meter.before_count - before_count, less_cents }
}

/** Whether somebody typed another reading or price than the recorded one. */
export function isUnlikeRecord({ before_count, price_cents, last_count, last_price_cents }: Meter): boolean {
  const isOther = last_count !== null && before_count !== last_count
  return isOther || (last_price_cents !== null && price_cents !== last_price_cents)
}

/** A coin box that was emptied into a drawer, by its reason. */
export type Emptied = {
  readonly reason_code: string
  readonly staff: string
  readonly counted_cents: Cents
  readonly expected_cents: Cents
  /** What it would be more by the reading and the price that were recorded last. */
  readonly less_cents: Cents
}

/** In the order of the entries. */
export function coinBoxesIn(events: readonly CashEvent[]): readonly Emptied[] {
  return events.flatMap((one): Emptied[] => {
    if (one.kind !== 'cash-paid' || one.body.meter === null) return []
    const { reason_code, amount_cents, meter } = one.body
    const sums = { counted_cents: cents(amount_cents), expected_cents: coinsExpected(meter) }
    const { less_cents } = unlikeRecord(meter)
    return [{ reason_code, staff: one.head.staff, ...sums, less_cents }]
  })
}
