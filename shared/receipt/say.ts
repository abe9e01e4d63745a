/**
 * Dates and moments in the language of a paper. A paper is read on a later day than it was printed, so a time always
 * has its date. Non-breaking spaces hold a date or a time together. Never uses the machine's own language or zone.
 */
import { END_OF_DAY_MINUTE, isFarOff } from '../kernel/say-date.ts'
import { MS_PER_MINUTE, type Instant, type LocalDate, type MinuteOfDay } from '../kernel/time.ts'
import { toLocal, toLocalDate, type ZoneName } from '../kernel/zone.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { Words } from './words/en.ts'

const joined = (text: string): string => text.replaceAll(' ', '\u00a0')

/** "Tue, Dec 15"; with its year when it is more than about eleven months from the day the paper was made. */
export function sayOn(words: Words, on: LocalDate, facts: PaperFacts): string {
  const isFar = isFarOff(on, toLocalDate(facts.printed_at, facts.zone))
  return joined(isFar ? words.day_year(on) : words.day(on))
}

/** "2:15 PM". */
function sayTime(words: Words, minute: MinuteOfDay): string {
  return joined(words.time(minute))
}

/** When an item is due: the day, and the time for a loan by the hour. */
export function sayDue(words: Words, due_at: Instant, facts: PaperFacts): string {
  const { on, minute } = toLocal(due_at, facts.zone)
  const day = sayOn(words, on, facts)
  return minute === END_OF_DAY_MINUTE ? day : `${day}, ${sayTime(words, minute)}`
}

/** "Tue, Aug 31, 2027": a date that is usually far off, such as a card's expiry. */
export function sayWithYear(words: Words, on: LocalDate): string {
  return joined(words.day_year(on))
}

/** "Tue, Nov 24, 2026, 11:07 AM": when the paper was made. */
export function sayStamp(words: Words, at: Instant, zone: ZoneName): string {
  const { on, minute } = toLocal(at, zone)
  return `${sayWithYear(words, on)}, ${sayTime(words, minute)}`
}

/** How old data is, "2 hours": whole minutes, hours or days, rounded down. Never below zero. */
export function sayAge(words: Words, from: Instant, to: Instant): string {
  const minutes = Math.max(0, Math.floor((to - from) / MS_PER_MINUTE))
  if (minutes < 60) return words.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? words.hours(hours) : words.days(Math.floor(hours / 24))
}
