/**
 * Where MARC records have their number if they have none where the library says: chosen once by a person, so that
 * importing the same file again gives each record the same number. Kept in the journal's file: the choice outlives the
 * reference file, which is imported again once it is gone.
 */
import { z } from 'zod'
import { marcPlaceSchema } from '../../shared/import/marc-mapping.ts'
import { readOwn, writeOwn } from '../journal/own-values.ts'
import type { Writing } from '../journal/journal.ts'
import type { ReadHandle } from '../store/sql.ts'

const NUMBER_FROM = 'marc_number_from'

/** @param said one more place, or a full list; nothing is what was said before */
export function numberPlaces(db: ReadHandle, said: string | readonly string[] | undefined): readonly string[] {
  const before = z.array(marcPlaceSchema).parse(JSON.parse(readOwn(db, NUMBER_FROM) || '[]'))
  if (said === undefined) return before
  return typeof said === 'string' ? [...new Set([...before, said])] : said
}

/** Before anything is imported by them. */
export function keepNumberPlaces(writing: Writing, places: readonly string[]): void {
  const value = JSON.stringify(places)
  if (readOwn(writing.writes.db, NUMBER_FROM) !== value) writeOwn(writing, { [NUMBER_FROM]: value })
}
