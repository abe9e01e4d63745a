/** Which comes first in a date of figures, by the language of whoever types it and the custom of the place. Pure. */
import { tagOf, type Language, type Locale } from './language.ts'
import type { LocalDate } from './time.ts'

export type DateOrder = {
  readonly first: 'month' | 'day'
  /** People there write either: figures that are a date in both orders are asked about. */
  readonly is_mixed: boolean
}

/** As of which day, and in which order, what was typed is read. */
export type Reading = { readonly today: LocalDate; readonly order: DateOrder }

/** Figures of a date as month and day, in the order of the place. */
export function monthAndDay<Part>([one, other]: readonly [Part, Part], { first }: DateOrder): readonly [Part, Part] {
  return first === 'month' ? [one, other] : [other, one]
}

/** The other order. */
export function turned({ first, is_mixed }: DateOrder): DateOrder {
  return { first: first === 'month' ? 'day' : 'month', is_mixed }
}

/** In English, Canada writes both. In Spanish the day is first, and American papers begin with the month. */
export function dateOrder(language: Language, locale: Locale): DateOrder {
  const tag = tagOf(language, locale)
  return { first: tag === 'en-US' || tag === 'en-CA' ? 'month' : 'day', is_mixed: !/-GB$|^en-US$/.test(tag) }
}

/** "12/15/2026" or "15/12/2026". */
export function dateFigures(on: LocalDate, { first }: DateOrder): string {
  return on.replace(/^(\d{4})-(\d{2})-(\d{2})$/, first === 'month' ? '$2/$3/$1' : '$3/$2/$1')
}
