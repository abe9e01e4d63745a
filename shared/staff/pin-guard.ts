/**
 * Slows down guessing at a PIN or a badge, also offline: counts wrong PINs for each set of initials and for the desk,
 * and unknown badge numbers for the desk; past a limit each pauses, longer each time. Pure; the caller stores it so
 * that a restart does not lose it. Must never say whether initials exist, which would halve a guesser's work: unknown
 * ones are counted alike.
 */
import { z } from 'zod'
import { instant, MS_PER_MINUTE, type Instant } from '../kernel/time.ts'

const WRONG_MAX_PERSON = 5
const WRONG_MAX_DESK = 15
/** How long the first, second and third pause last, and every later one. */
const PAUSES_MINUTES = [2, 5, 15, 60] as const
/**
 * The most names kept. Those with the fewest failures are dropped first, so that made-up initials push nobody's count
 * out.
 */
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

/** The desk itself, and badges at it; no result of `guardName` looks like these. */
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

/** The name that initials, or a badge number typed instead, are counted under. */
export function guardName(initials: string): string {
  return initials
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 40)
}

/**
 * Until when these initials, or the desk, may not try; null when they may. Setting the clock back never makes it
 * longer.
 */
export function pausedUntil(guard: Guard, initials: string, now: Instant): Instant | null {
  return untilOf(guard, [DESK, guardName(initials)], now)
}

/** Until when badges are not read; null when they are. */
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

/** The right PIN clears the failures of this person and of the desk. */
export function afterRight(guard: Guard, initials: string): Guard {
  return guard.filter((one) => one.who !== DESK && one.who !== guardName(initials))
}

/** An unknown badge number, where only a badge helps. */
export function afterNoBadge(guard: Guard, now: Instant): Guard {
  return withCount(guard, countedWrong(countOf(guard, BADGES), WRONG_MAX_DESK, now))
}

/** A valid badge clears earlier mistaken scans. */
export function afterBadge(guard: Guard): Guard {
  return guard.filter((one) => one.who !== BADGES)
}
