/**
 * Where MARC records have their number if they have none where the library says: chosen once by a person, stored with
 * the titles, so that importing the same file again gives each record the same number.
 */
import { z } from 'zod'
import { marcPlaceSchema } from '../../shared/import/marc-mapping.ts'
import { readMeta, writeMeta } from '../store/policy/library-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { Writing } from '../journal/journal.ts'

const NUMBER_FROM = 'marc_number_from'

/** @param said one more place, or a full list; nothing is what was said before */
export function numberPlaces(db: ReadHandle, said: string | readonly string[] | undefined): readonly string[] {
  const text = db.get(readMeta, { name: NUMBER_FROM })?.value ?? '[]'
  const before = z.array(marcPlaceSchema).parse(JSON.parse(text))
  if (said === undefined) return before
  return typeof said === 'string' ? [...new Set([...before, said])] : said
}

/** Before anything is imported by them. */
export function keepNumberPlaces({ writes: { reference } }: Writing, places: readonly string[]): void {
  const value = JSON.stringify(places)
  if ((reference.get(readMeta, { name: NUMBER_FROM })?.value ?? '[]') === value) return
  reference.transact(() => reference.run(writeMeta, { name: NUMBER_FROM, value }))
}
