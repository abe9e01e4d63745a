/**
 * Where MARC records have their number that have none where the library says: chosen once by a person, remembered
 * beside the titles, so that the same file taken in again gives each record the number that it has.
 */
import { z } from 'zod'
import { marcPlaceSchema } from '../../../shared/import/marc-mapping.ts'
import { readMeta, writeMeta } from '../../store/policy/library-rows.ts'
import type { Connection } from '../../store/sql.ts'

const NUMBER_FROM = 'marc_number_from'

/** @param said one place more, or all of them; nothing is what was said before */
export function numberPlaces(reference: Connection, said: string | readonly string[] | undefined): readonly string[] {
  const text = reference.get(readMeta, { name: NUMBER_FROM })?.value ?? '[]'
  const before = z.array(marcPlaceSchema).parse(JSON.parse(text))
  if (said === undefined) return before
  return typeof said === 'string' ? [...new Set([...before, said])] : said
}

/** Before anything is taken in by them. */
export function keepNumberPlaces(reference: Connection, places: readonly string[]): void {
  const value = JSON.stringify(places)
  if ((reference.get(readMeta, { name: NUMBER_FROM })?.value ?? '[]') === value) return
  reference.transact(() => reference.run(writeMeta, { name: NUMBER_FROM, value }))
}
