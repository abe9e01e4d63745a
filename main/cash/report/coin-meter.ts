/** The meter of a coin box as it is typed, with the last reading and price of the same box where nothing was. */
import {
  coinsExpected,
  isUnlikeRecord,
  unlikeRecord,
  type Meter,
  type Read,
} from '../../../shared/cash/drawer/coin-meter.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Library } from '../../library/library.ts'
import { openSessions } from '../../store/money/cash-rows.ts'
import { closedSessions } from '../../store/money/close-rows.ts'
import { sessionEventsOf } from './session-events.ts'

export type GivenMeter = { readonly [Part in keyof Read]: Read[Part] | null } & {
  /** Another reading or price than the recorded one, asked again and meant. */
  readonly is_other_meant?: boolean | undefined
}

/** More than a year of sessions of one drawer: a box that was not emptied since is read anew. */
const SESSIONS_LOOKED_COUNT = 400
/** No box holds more. */
const EXPECTED_CENTS_MAX = 1_000_000

/** @returns null: nothing was read */
export function meterOf(library: Library, reason: string, given: GivenMeter | undefined): Meter | null | Refusal {
  const after_count = given?.after_count ?? null
  if (given === undefined || after_count === null) return null
  const last = lastMeter(library, reason)
  const before_count = given.before_count ?? last?.after_count ?? null
  const price_cents = given.price_cents ?? last?.price_cents ?? null
  if (before_count === null) return refuse('meter-before-missing')
  if (price_cents === null) return refuse('meter-price-missing')
  const turned = after_count - before_count
  if (turned < 0 || turned * price_cents > EXPECTED_CENTS_MAX)
    return refuse('meter-turned-back', { before: String(before_count), after: String(after_count) })
  const last_count = last?.after_count ?? null
  const meter = { before_count, after_count, price_cents, last_count, last_price_cents: last?.price_cents ?? null }
  return given.is_other_meant === true ? meter : (otherRefusal(meter) ?? meter)
}

/** What is typed over the record hides what was taken out in between: it is told, and asked again. */
function otherRefusal(meter: Meter): Refusal | null {
  const { last_count, last_price_cents } = meter
  if (last_count === null || last_price_cents === null || !isUnlikeRecord(meter)) return null
  const { turns_count, less_cents } = unlikeRecord(meter)
  const differs = { copies: Math.abs(turns_count), amount: cents(Math.abs(less_cents)) }
  return refuse('meter-other', { last: String(last_count), price: cents(last_price_cents), ...differs })
}

function lastMeter(library: Library, reason: string): Meter | null {
  const { db } = library
  const closed = db.all(closedSessions, { limit: SESSIONS_LOOKED_COUNT })
  for (const { session_ref } of [...db.all(openSessions, {}).toReversed(), ...closed]) {
    const paid = sessionEventsOf(library, session_ref, 'cash-paid')
    const found = paid.findLast(({ body }) => body.reason_code === reason && body.meter !== null)
    if (found) return found.body.meter
  }
  return null
}

/** By how much a box differs from its meter; below zero: it had less. */
export function boxBy({ amount_cents, meter }: { readonly amount_cents: number; readonly meter: Meter }): number {
  return amount_cents - coinsExpected(meter)
}
