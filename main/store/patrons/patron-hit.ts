/** What every way of finding people reads about a person, and where they live: parts of statements. */
import { sql, type RawBuilder } from 'kysely'

export const PATRON_HIT = [
  'patron.patron_id',
  'patron.surname',
  'patron.given',
  'patron.preferred_given',
  'patron.surname_key',
  'patron.given_key',
  'patron.born_on',
  'patron.phone',
  'patron.email',
  'patron.expires_on',
  'patron.is_barred',
  'patron.is_active',
  'category.name as category_name',
] as const

/**
 * Where the person lives, as it was written, for another typed word: null where the word begins one of their names,
 * which are at hand. Most people whom it does not fit are told by it (main/search/fitting.ts).
 */
export function placesBeside(word: string): RawBuilder<string | null> {
  return sql<string | null>`CASE
    WHEN ${word} = '' OR instr(' ' || patron.surname_key || ' ' || patron.given_key, ' ' || ${word}) THEN NULL
    ELSE coalesce((SELECT group_concat(street || ' ' || city || ' ' || region, ' ') FROM patron_address AS place
      WHERE place.patron_id = patron.patron_id), '') END`
}
