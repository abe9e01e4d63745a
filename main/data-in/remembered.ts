/**
 * What a person chose of imports, once: where MARC records have their number if they have none where the library says,
 * so that importing the same file again gives each record the same number; and in which columns files win over this
 * desk. Kept in the journal's file: the choice outlives the reference file, which is imported again once it is gone.
 */
import { z } from 'zod'
import { AUTHORITY_COLUMNS, type AuthorityColumn } from '../../shared/import/mapping/authority.ts'
import { marcPlaceSchema } from '../../shared/import/marc-mapping.ts'
import type { MappingName } from '../../shared/import/mapping/patron-mapping.ts'
import { ownDocument, readOwn, writeOwn } from '../journal/own-values.ts'
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

const AUTHORITY = 'import_authority'
const OWN_FORM = 'datestamp'

/** The columns in which files of a form win: those said now, or else before; a column of no such name is none. */
export function authorityOf(
  db: ReadHandle,
  mapping: MappingName | null,
  said: readonly AuthorityColumn[] | undefined,
): readonly AuthorityColumn[] {
  const names = said ?? ownDocument(readOwn(db, AUTHORITY))[mapping ?? OWN_FORM]
  return Array.isArray(names) ? AUTHORITY_COLUMNS.filter((column) => names.includes(column)) : []
}

/** For the files of this form that come later. */
export function keepAuthority(
  writing: Writing,
  mapping: MappingName | null,
  columns: readonly AuthorityColumn[],
): void {
  const before = readOwn(writing.writes.db, AUTHORITY)
  const value = JSON.stringify({ ...ownDocument(before), [mapping ?? OWN_FORM]: columns })
  if (before !== value && (before !== '' || columns.length > 0)) writeOwn(writing, { [AUTHORITY]: value })
}
