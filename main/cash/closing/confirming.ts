/**
 * Money that left the desk waits until another person says what arrived: a bag at the bank, a card batch at the
 * processor. How long it waited, on which day it can have arrived, and who may not say so.
 */
import type { DeskEvent, EventHead } from '../../../shared/journal/event.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import { instant, type LocalDate } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { varianceNeed } from '../../../shared/cash/rules.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { cashRules } from '../cash-rules.ts'
import { sessionEventsOf } from '../report/session-events.ts'

const HOUR_MS = 3_600_000

export type Wait = { readonly waits_hours_count: number; readonly is_late: boolean }

/** @param until_ms null: it waits still */
export function waitOf(library: Library, { at_ms }: EventHead, until_ms: number | null = null): Wait {
  const waits_hours_count = Math.max(0, Math.floor(((until_ms ?? library.clock.now()) - at_ms) / HOUR_MS))
  const isLong = waits_hours_count >= cashRules(library).undeposited_alert_hours_count
  return { waits_hours_count, is_late: until_ms === null && isLong }
}

/** Money arrives after it was taken, and not ahead of today. A clock that was set back leaves today. */
export function dayRefusal(library: Library, { head }: DeskEvent, on: LocalDate): Refusal | null {
  const { today, branch } = here(library)
  if (on > today) return refuse('banked-ahead', { on })
  const filled = toLocalDate(instant(head.at_ms), branch.zone)
  return on < filled && on < today ? refuse('banked-before-bag', { on, filled }) : null
}

/** Whether this person is one of those who had it in hand, and no other person has looked at the close and agreed. */
export function isOwnMoney(library: Library, actor: Actor, session_ref: string, had: readonly string[]): boolean {
  const own = actor.staff?.staff_code ?? ''
  const reviews = sessionEventsOf(library, session_ref, 'close-reviewed')
  return had.includes(own) && !reviews.some(({ head, body }) => body.is_agreed && head.staff !== own)
}

/** So much differs that a close would need a sign-off for it: a typing mistake is likelier. */
export function isFar(library: Library, by_cents: Cents): boolean {
  return varianceNeed(cashRules(library), by_cents) === 'sign-off'
}
