/**
 * What came in over a period, by day, hour and fund, and what each day was over and short, in drawers, the safe and the
 * change fund. Pure; knows no patron.
 */
import { grossSum } from '../cash/line-sums.ts'
import { standingReceipts } from '../cash/session-entries.ts'
import { placesOff } from '../cash/evidence/place-counts.ts'
import type { Evidence } from '../cash/evidence/tables.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { instant, type LocalDate } from '../kernel/time.ts'
import { toLocal, toLocalDate } from '../kernel/zone.ts'
import { countDifferences } from './cash-exceptions.ts'

export type DayOff = { readonly on: LocalDate; readonly over_cents: Cents; readonly short_cents: Cents }

export type Takings = {
  readonly by_day: readonly DayOff[]
  /** From the first hour with a receipt to the last one: receipts that stand, with tax, refunds not taken off. */
  readonly by_hour: readonly { readonly hour: number; readonly amount_cents: Cents }[]
  /** The largest first; a payee for what is held for others. Without tax. */
  readonly by_fund: readonly { readonly fund: string; readonly amount_cents: Cents }[]
}

export function takingsOf({ sessions, places, zone }: Evidence): Takings {
  const hours = new Map<number, number>()
  const funds = new Map<string, number>()
  for (const { head, body } of sessions.flatMap(({ events }) => standingReceipts(events))) {
    const { lines } = body.receipt
    const hour = Math.floor(toLocal(instant(head.at_ms), zone).minute / 60)
    hours.set(hour, (hours.get(hour) ?? 0) + grossSum(lines))
    for (const line of lines) {
      // Change that was kept is owed to the patron: it is no fund's.
      if (line.of === 'credit') continue
      const fund = line.of === 'held' ? line.payee : line.fund
      funds.set(fund, (funds.get(fund) ?? 0) + line.amount_cents)
    }
  }
  const first = Math.min(...hours.keys())
  const count = hours.size === 0 ? 0 : Math.max(...hours.keys()) - first + 1
  const by_hour = Array.from({ length: count }, (_, at) => {
    return { hour: first + at, amount_cents: cents(hours.get(first + at) ?? 0) }
  })
  const by_fund = [...funds].map(([fund, sum]) => ({ fund, amount_cents: cents(sum) }))
  const days = Map.groupBy(sessions, ({ business_on }) => business_on)
  const counted = Map.groupBy(placesOff(places), ({ at_ms }) => toLocalDate(instant(at_ms), zone))
  const by_day = [...new Set([...days.keys(), ...counted.keys()])].map((on) => {
    const inDrawers = (days.get(on) ?? []).flatMap(({ events }) => countDifferences(events))
    return dayOff(on, [...inDrawers, ...(counted.get(on) ?? [])])
  })
  return {
    by_day: by_day.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    by_hour,
    by_fund: by_fund.toSorted((one, other) => other.amount_cents - one.amount_cents),
  }
}

function dayOff(on: LocalDate, all: readonly { readonly by_cents: number }[]): DayOff {
  const by = all.map(({ by_cents }) => by_cents)
  const sum = (sign: 1 | -1): Cents => cents(by.reduce((total, one) => total + Math.max(sign * one, 0), 0))
  return { on, over_cents: sum(1), short_cents: sum(-1) }
}
