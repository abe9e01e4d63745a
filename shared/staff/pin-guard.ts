/**
 * Slows down guessing at a PIN or a badge, also offline. Five wrong PINs pause the person they were typed for, longer
 * each time; what is wrong at the desk as a whole only slows it down, because a long pause would let a stranger lock
 * everyone out. Only the right PIN forgives a person, and only time the desk. Pure; the caller stores it so that a
 * restart does not lose it. Must never say whether initials exist, which would halve a guesser's work: unknown ones are
 * counted alike.
 */
import { z } from 'zod'
import { instant, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '../kernel/time.ts'

const WRONG_MAX_PERSON = 5
const WRONG_MAX_DESK = 15
/** How long the first, second and third pause of a person last, and every later one. */
const PAUSES_MINUTES = [2, 5, 15, 60] as const
const PAUSE_MS_MAX = Math.max(...PAUSES_MINUTES) * MS_PER_MINUTE
/** How long the desk waits after each wrong one past its limit. */
const SLOWED_MS = 30_000
/** The desk forgets its count after this long without a wrong one. */
const FORGOTTEN_AFTER_MS = MS_PER_HOUR
/**
 * The most names kept. Those with the fewest failures are dropped first, so that made-up initials push nobody's count
 * out.
 */
const COUNTED_MAX = 50

const countSchema = z.strictObject({
  who: z.string(),
  wrong_count: z.int().nonnegative(),
  /** The wrong ones that nobody was told of yet. */
  unreported_count: z.int().nonnegative(),
  /** Of those, the ones that are also among the untold ones of the whole desk. */
  unreported_at_desk_count: z.int().nonnegative(),
  pauses_count: z.int().nonnegative(),
  paused_until_ms: z.int().nullable(),
  wrong_at_ms: z.int(),
})
type Count = z.infer<typeof countSchema>

const guardSchema = z.array(countSchema)
/** Newest last. */
export type Guard = readonly Count[]

export const NO_GUARD: Guard = []

/** As it was kept; text that is no guard is from another version, and counting starts over. */
export function guardFrom(text: string): Guard {
  try {
    return guardSchema.parse(JSON.parse(text))
  } catch {
    return NO_GUARD
  }
}

/** The desk itself, and badges at it; no result of `guardName` looks like these. */
const DESK = '*'
const BADGES = '#'

function countOf(guard: Guard, who: string): Count {
  const counts = { wrong_count: 0, unreported_count: 0, unreported_at_desk_count: 0, pauses_count: 0 }
  return guard.find((one) => one.who === who) ?? { who, ...counts, paused_until_ms: null, wrong_at_ms: 0 }
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
 * Whom a PIN was typed for: initials, or the staff code where a badge was scanned. These are counted apart, so that a
 * stranger who types somebody's initials does not keep out the one who has the badge.
 */
export type Who = string | { readonly badge: string }

/** No initials look like the name of a badge. */
function nameOf(who: Who): string {
  return typeof who === 'string' ? guardName(who) : `#${who.badge}`
}

/**
 * Until when this person, or the desk, may not try; null when they may. Setting the clock back never makes it
 * longer.
 */
export function pausedUntil(guard: Guard, who: Who, now: Instant): Instant | null {
  const person = untilOf(guard, nameOf(who), PAUSE_MS_MAX, now)
  const desk = typeof who === 'string' ? untilOf(guard, DESK, SLOWED_MS, now) : null
  return person !== null && desk !== null ? instant(Math.max(person, desk)) : (person ?? desk)
}

/** Until when badges are not read; null when they are. */
export function badgesPausedUntil(guard: Guard, now: Instant): Instant | null {
  return untilOf(guard, BADGES, SLOWED_MS, now)
}

function untilOf(guard: Guard, who: string, longest_ms: number, now: Instant): Instant | null {
  const last_ms = Math.min(countOf(guard, who).paused_until_ms ?? 0, now + longest_ms)
  return last_ms > now ? instant(last_ms) : null
}

function wrongForPerson(guard: Guard, who: string, now: Instant): Guard {
  const count = countOf(guard, who)
  const [unreported_count, unreported_at_desk_count] = [count.unreported_count + 1, count.unreported_at_desk_count + 1]
  const counted = { ...count, unreported_count, unreported_at_desk_count, wrong_at_ms: now }
  const wrong_count = count.wrong_count + 1
  if (wrong_count < WRONG_MAX_PERSON) return withCount(guard, { ...counted, wrong_count })
  const pause_ms = (PAUSES_MINUTES[count.pauses_count] ?? 0) * MS_PER_MINUTE || PAUSE_MS_MAX
  const pauses_count = count.pauses_count + 1
  return withCount(guard, { ...counted, wrong_count: 0, pauses_count, paused_until_ms: now + pause_ms })
}

function wrongAtDesk(guard: Guard, who: string, now: Instant): Guard {
  const count = countOf(guard, who)
  const isForgotten = now - count.wrong_at_ms >= FORGOTTEN_AFTER_MS
  const wrong_count = (isForgotten ? 0 : count.wrong_count) + 1
  const paused_until_ms = wrong_count < WRONG_MAX_DESK ? null : now + SLOWED_MS
  const unreported_count = count.unreported_count + 1
  return withCount(guard, { ...count, wrong_count, unreported_count, paused_until_ms, wrong_at_ms: now })
}

export function afterWrong(guard: Guard, who: Who, now: Instant): Guard {
  return wrongAtDesk(wrongForPerson(guard, nameOf(who), now), DESK, now)
}

/** The right PIN clears the failures of its own person. What they were not told of yet stays. */
export function afterRight(guard: Guard, ...whos: readonly Who[]): Guard {
  const names = whos.map(nameOf)
  return guard.flatMap((one) => {
    if (!names.includes(one.who)) return [one]
    const { unreported_count, unreported_at_desk_count } = one
    return unreported_count === 0 ? [] : [{ ...countOf(NO_GUARD, one.who), unreported_count, unreported_at_desk_count }]
  })
}

/** A number that could be a badge's, and is nobody's. */
export function afterNoBadge(guard: Guard, now: Instant): Guard {
  return wrongAtDesk(guard, BADGES, now)
}

/** Whether this person is paused, and not only slowed down with the desk. */
export function isPersonPaused(guard: Guard, who: Who, now: Instant): boolean {
  return untilOf(guard, nameOf(who), PAUSE_MS_MAX, now) !== null
}

/** Whether this wrong PIN slows the desk down; later ones of the same hour do not say so again. */
export function isDeskSlowed(guard: Guard): boolean {
  return countOf(guard, DESK).wrong_count % WRONG_MAX_DESK === 0
}

/** The same for badges. */
export function areBadgesSlowed(guard: Guard): boolean {
  return countOf(guard, BADGES).wrong_count % WRONG_MAX_DESK === 0
}

/**
 * What was wrong since somebody was told: for this person, at the desk as a whole and of that for others, and as a
 * badge.
 */
export type Untold = {
  readonly own_count: number
  readonly desk_count: number
  readonly others_count: number
  readonly badges_count: number
}

export function untold(guard: Guard, ...whos: readonly Who[]): Untold {
  const count = (name: string): number => countOf(guard, name).unreported_count
  const own = whos.map((who) => countOf(guard, nameOf(who)))
  const own_count = own.reduce((sum, one) => sum + one.unreported_count, 0)
  // Of a person's own, some may have been told to another who looks after the desk: those are in no count of the desk.
  const others_count = own.reduce((rest, one) => rest - one.unreported_at_desk_count, count(DESK))
  return { own_count, desk_count: count(DESK), others_count, badges_count: count(BADGES) }
}

/** @param isAll whether this person was told of the desk's wrong PINs and badges too */
export function afterTold(guard: Guard, isAll: boolean, ...whos: readonly Who[]): Guard {
  const told: readonly string[] = [...whos.map(nameOf), ...(isAll ? [DESK, BADGES] : [])]
  return guard.map((one) => ({
    ...one,
    unreported_count: told.includes(one.who) ? 0 : one.unreported_count,
    unreported_at_desk_count: isAll ? 0 : one.unreported_at_desk_count,
  }))
}

/** What was counted in rescue, added to what the desk counted before: pauses go on, and nobody was told of it yet. */
export function joined(guard: Guard, other: Guard): Guard {
  return other.reduce((all, one) => withCount(all, bothOf(countOf(all, one.who), one)), guard)
}

function bothOf(one: Count, other: Count): Count {
  return {
    who: one.who,
    wrong_count: Math.max(one.wrong_count, other.wrong_count),
    unreported_count: one.unreported_count + other.unreported_count,
    unreported_at_desk_count: one.unreported_at_desk_count + other.unreported_at_desk_count,
    pauses_count: Math.max(one.pauses_count, other.pauses_count),
    paused_until_ms: Math.max(one.paused_until_ms ?? 0, other.paused_until_ms ?? 0) || null,
    wrong_at_ms: Math.max(one.wrong_at_ms, other.wrong_at_ms),
  }
}

export function isAllTold(guard: Guard): boolean {
  return guard.every(({ unreported_count }) => unreported_count === 0)
}

/** What goes on slowing down after somebody else tells it. */
export function handedOver(guard: Guard): Guard {
  return guard.map((one) => ({ ...one, unreported_count: 0, unreported_at_desk_count: 0 }))
}

/** Digits of a number that all badges of a library begin with; a longer beginning leaves fewer to guess. */
const BADGE_PREFIX_LENGTH = 4

/** Whether an unknown number has the length and the beginning of somebody's badge: books of other libraries do not. */
export function looksLikeBadge(text: string, badges: readonly string[]): boolean {
  return badges.some((badge) => {
    const alike = Math.min(BADGE_PREFIX_LENGTH, Math.floor(badge.length / 2))
    return text.length === badge.length && text.slice(0, alike) === badge.slice(0, alike)
  })
}
