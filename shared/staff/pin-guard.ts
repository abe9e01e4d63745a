/**
 * Slowing down guesses at a PIN or a badge, with the network down: wrong PINs are counted for each set of initials and
 * for the desk, numbers that are no badge for the desk, and past a number each pauses, longer each time. Pure; kept by
 * the service where a restart does not lose it. Must never say whether initials exist: unknown ones are counted alike.
 */
import { z } from 'zod'
import { instant, MS_PER_MINUTE, type Instant } from '../kernel/time.ts'

const WRONG_MAX_PERSON = 5
const WRONG_MAX_DESK = 15
/** How long the first, second, third pause lasts, and every one after. */
const PAUSES_MINUTES = [2, 5, 15, 60] as const
/** Names kept at most. Whoever was wrong least goes first, so that made-up initials push nobody's count out. */
const COUNTED_MAX = 50

const countSchema = z.strictObject({
  who: z.string(),
  wrong_count: z.int().nonnegative(),
  pauses_count: z.int().nonnegative(),
  paused_until_ms: z.int().nullable(),
})
type Count = z.infer<typeof countSchema>

export const guardSchema = z.array(countSchema)
/** Newest last. */
export type Guard = readonly Count[]

export const NO_GUARD: Guard = []

/** The desk itself, and badges at it; no name of `guardName` looks like them. */
const DESK = '*'
const BADGES = '#'

function countOf(guard: Guard, who: string): Count {
  return guard.find((one) => one.who === who) ?? { who, wrong_count: 0, pauses_count: 0, paused_until_ms: null }
}

function withCount(guard: Guard, count: Count): Guard {
  const all = [...guard.filter((one) => one.who !== count.who), count]
  if (all.length <= COUNTED_MAX) return all
  const weight = (one: Count): number => one.pauses_count * WRONG_MAX_PERSON + one.wrong_count
  const rest = all.filter((one) => one !== count && one.who !== DESK && one.who !== BADGES)
  const least = rest.reduce((first, one) => (weight(one) < weight(first) ? one : first))
  return all.filter((one) => one !== least)
}

/** As initials, or the number of a badge that is typed in their place, are counted. */
export function guardName(initials: string): string {
  return initials
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40)
}

/** Until when these initials, or the desk, may not try; null when they may. A clock set back never makes it longer. */
export function pausedUntil(guard: Guard, initials: string, now: Instant): Instant | null {
  return untilOf(guard, [DESK, guardName(initials)], now)
}

/** Until when no badge is read; null when they are. */
export function badgesPausedUntil(guard: Guard, now: Instant): Instant | null {
  return untilOf(guard, [BADGES], now)
}

function untilOf(guard: Guard, names: readonly string[], now: Instant): Instant | null {
  const longest_ms = Math.max(...PAUSES_MINUTES) * MS_PER_MINUTE
  const until = names.map((who) => countOf(guard, who).paused_until_ms ?? 0)
  const last_ms = Math.min(Math.max(...until), now + longest_ms)
  return last_ms > now ? instant(last_ms) : null
}

function countedWrong(count: Count, max: number, now: Instant): Count {
  if (count.wrong_count + 1 < max) return { ...count, wrong_count: count.wrong_count + 1 }
  const minutes = PAUSES_MINUTES[count.pauses_count] ?? Math.max(...PAUSES_MINUTES)
  const paused_until_ms = now + minutes * MS_PER_MINUTE
  return { ...count, wrong_count: 0, pauses_count: count.pauses_count + 1, paused_until_ms }
}

export function afterWrong(guard: Guard, initials: string, now: Instant): Guard {
  const person = countedWrong(countOf(guard, guardName(initials)), WRONG_MAX_PERSON, now)
  const desk = countedWrong(countOf(guard, DESK), WRONG_MAX_DESK, now)
  return withCount(withCount(guard, person), desk)
}

/** The right PIN forgives what was wrong before, this person's and the desk's. */
export function afterRight(guard: Guard, initials: string): Guard {
  return guard.filter((one) => one.who !== DESK && one.who !== guardName(initials))
}

/** A number came that is no badge, where only a badge helps. */
export function afterNoBadge(guard: Guard, now: Instant): Guard {
  return withCount(guard, countedWrong(countOf(guard, BADGES), WRONG_MAX_DESK, now))
}

/** A badge that is somebody's forgives what was scanned by mistake before. */
export function afterBadge(guard: Guard): Guard {
  return guard.filter((one) => one.who !== BADGES)
}
