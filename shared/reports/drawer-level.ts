/**
 * What a drawer should hold over a session, entry by entry, and each count beside it. The close itself is left out: it
 * empties the drawer into the bag. Pure; knows no patron.
 */
import type { SessionEvidence } from '../cash/evidence/tables.ts'
import { drawerSums } from '../cash/drawer-sums.ts'
import { eventRefText, type EventBody } from '../journal/event.ts'
import type { CashEvent } from '../journal/fold/cash.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { instant, MS_PER_HOUR, MS_PER_MINUTE, type Instant, type LocalDate } from '../kernel/time.ts'
import { codeOf } from './cash-exceptions.ts'

export type Level = { readonly at: Instant; readonly amount_cents: Cents }
export type LevelCount = Level & {
  readonly reason: EventBody<'drawer-counted'>['reason'] | 'opening'
  readonly counted_cents: Cents
}

export type DrawerLevels = {
  /** In order; each stays until the next one. At least the opening. */
  readonly levels: readonly Level[]
  readonly counts: readonly LevelCount[]
}

/** No picture shows more of them. */
const LEVELS_MAX = 150
const HOURS_MAX = 12

/** @param events of one session, oldest first; null: they do not begin with its opening */
export function drawerLevels(events: readonly CashEvent[]): DrawerLevels | null {
  const [opened] = events
  if (opened?.kind !== 'drawer-opened') return null
  const session_ref = eventRefText(opened.head)
  const levels: Level[] = []
  const counts: LevelCount[] = []
  let amount = 0
  for (const event of events) {
    if (event.kind === 'drawer-closed') break
    amount += drawerSums([event], session_ref).cash
    const level = { at: instant(event.head.at_ms), amount_cents: cents(amount) }
    if (levels.at(-1)?.amount_cents !== level.amount_cents) levels.push(level)
    if (event.kind === 'drawer-opened') {
      const { left_cents, counted_cents } = event.body
      counts.push({ ...level, amount_cents: cents(left_cents), reason: 'opening', counted_cents: cents(counted_cents) })
    }
    if (event.kind === 'drawer-counted') {
      const { reason, expected_cents, counted_cents } = event.body
      counts.push({ ...level, amount_cents: cents(expected_cents), reason, counted_cents: cents(counted_cents) })
    }
  }
  return { levels: thinned(levels), counts }
}

/** The last level of each short time, so that a long session is drawn in as many steps as a short one. */
function thinned(levels: readonly Level[]): readonly Level[] {
  const [first, last] = [levels[0], levels.at(-1)]
  if (levels.length <= LEVELS_MAX || first === undefined || last === undefined) return levels
  const each_ms = Math.max(1, (last.at - first.at) / (LEVELS_MAX - 2))
  const slot = ({ at }: Level): number => Math.floor((at - first.at) / each_ms)
  return levels.filter((one, at) => {
    const next = levels[at + 1]
    return at === 0 || next === undefined || slot(next) !== slot(one)
  })
}

/** What it should hold at a moment; null: before the opening. */
export function levelAt({ levels }: DrawerLevels, at: Instant): Cents | null {
  return levels.findLast((one) => one.at <= at)?.amount_cents ?? null
}

/**
 * Full hours by the clock within a session, at most twelve: every one, every second one and so on.
 * @param minute of the day at the opening
 */
export function hoursOf(from: Instant, to: Instant, minute: number): readonly Instant[] {
  const step = 60 * Math.max(1, Math.ceil((to - from) / MS_PER_HOUR / HOURS_MAX))
  const first = Math.floor(from / MS_PER_MINUTE) + ((step - (minute % step)) % step)
  const count = Math.max(0, Math.floor((to / MS_PER_MINUTE - first) / step) + 1)
  return Array.from({ length: count }, (_, at) => instant((first + at * step) * MS_PER_MINUTE))
}

export type SessionLevels = DrawerLevels & {
  readonly session_ref: string
  readonly drawer_code: string
  readonly business_on: LocalDate
  /** Its close, or its last entry so far. */
  readonly to: Instant
}

/** The last session of each drawer, the drawers by their codes. */
export function lastLevels(sessions: readonly SessionEvidence[]): readonly SessionLevels[] {
  const last = new Map<string, SessionEvidence>()
  for (const one of sessions) last.set(codeOf(one), one)
  return [...last]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([drawer_code, { events, session_ref, business_on }]) => {
      const levels = drawerLevels(events)
      const end = events.find(({ kind }) => kind === 'drawer-closed') ?? events.at(-1)
      if (levels === null || end === undefined) return []
      return [{ ...levels, session_ref, drawer_code, business_on, to: instant(end.head.at_ms) }]
    })
}
