/** What every way of finding people reads about a person, and whether another word matches: parts of statements. */
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

/** Names first, which are at hand; then the other keys of the person, from one index. */
export function hasWord(word: string): RawBuilder<number> {
  return sql<number>`CASE
    WHEN ${word} = '' OR instr(' ' || patron.surname_key || ' ' || patron.given_key, ' ' || ${word}) THEN 1
    ELSE EXISTS (SELECT 1 FROM patron_key AS known WHERE known.patron_id = patron.patron_id
      AND (instr(' ' || known.key, ' ' || ${word}) OR (known.kind = 'email' AND instr(known.key, '.' || ${word})))) END`
}
