/**
 * Dates, moments and amounts in the language of a paper, by the library's customs. A paper is read on a later day than
 * it was printed, so a time always has its date. Non-breaking spaces hold a date or a time together.
 */
import type { Cents } from '../kernel/money.ts'
import { MS_PER_MINUTE, type Instant, type LocalDate, type MinuteOfDay } from '../kernel/time.ts'
import { toLocal, toLocalDate } from '../kernel/zone.ts'
import { datesIn, END_OF_DAY_MINUTE, type Dates } from '../words/dates.ts'
import { moneyIn } from '../words/money.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { Words } from './words/en.ts'

const joined = (text: string): string => text.replaceAll(' ', '\u00a0')

function datesOf({ language }: Words, { locale }: PaperFacts): Dates {
  return datesIn(language, locale)
}

/** "Tue, Dec 15"; with its year when it is more than about eleven months from the day the paper was made. */
export function sayOn(words: Words, on: LocalDate, facts: PaperFacts): string {
  return joined(datesOf(words, facts).date(on, toLocalDate(facts.printed_at, facts.zone)))
}

/** "Tue, Dec 15, 2:05 PM". */
export function sayMoment(words: Words, at: Instant, facts: PaperFacts): string {
  const { on, minute } = toLocal(at, facts.zone)
  return `${sayOn(words, on, facts)}, ${joined(datesOf(words, facts).time(minute))}`
}

/** When an item is due: the day, and the time for a loan by the hour. */
export function sayDue(words: Words, due_at: Instant, facts: PaperFacts): string {
  const { on, minute } = toLocal(due_at, facts.zone)
  return minute === END_OF_DAY_MINUTE ? sayOn(words, on, facts) : sayMoment(words, due_at, facts)
}

/** "Tue, Aug 31, 2027": a date that is usually far off, such as a card's expiration. */
export function sayWithYear(words: Words, on: LocalDate, facts: PaperFacts): string {
  return joined(datesOf(words, facts).dateYear(on))
}

/** "June 15, 1990": a birth date. */
export function sayBirthDate(words: Words, on: LocalDate, facts: PaperFacts): string {
  return joined(datesOf(words, facts).dateLong(on, toLocalDate(facts.printed_at, facts.zone)))
}

/** "Tue, Nov 24, 2026, 11:07 AM": when the paper was made. */
export function sayStamp(words: Words, facts: PaperFacts): string {
  const { on, minute } = toLocal(facts.printed_at, facts.zone)
  return `${sayWithYear(words, on, facts)}, ${joined(datesOf(words, facts).time(minute))}`
}

/** "9:00 AM". */
export function sayTime(words: Words, minute: MinuteOfDay, facts: PaperFacts): string {
  return joined(datesOf(words, facts).time(minute))
}

/** "Monday – Thursday", or one day. @param from Sunday is 0 */
export function sayWeekdays(words: Words, from: number, to: number, facts: PaperFacts): string {
  const { weekday } = datesOf(words, facts)
  return from === to ? weekday(from) : `${weekday(from)} – ${weekday(to)}`
}

export function sayMoney(amount: Cents, { locale }: PaperFacts): string {
  return moneyIn(locale)(amount)
}

/** How old data is, "2 hours": whole minutes, hours or days, rounded down. Never below zero. */
export function sayAge(words: Words, from: Instant, to: Instant): string {
  const minutes = Math.max(0, Math.floor((to - from) / MS_PER_MINUTE))
  if (minutes < 60) return words.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? words.hours(hours) : words.days(Math.floor(hours / 24))
}

/** Four digits at a time, so that a person can compare it. */
export const inGroups = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ')
