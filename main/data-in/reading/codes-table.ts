/** Reads a table of codes beside the files of another system. Follows no link; says in a word why it read nothing. */
import { lstatSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import type { CODES_UNREAD } from '../../../shared/import/reason.ts'
import { FileRefused } from '../file-refused.ts'
import { readOwn } from './read-file.ts'
import { faultCode } from '../../store/files/faults.ts'

/** `missing`: the library brought no table, and its codes are to stay as they are. */
export type Unread = 'missing' | (typeof CODES_UNREAD)[number]

type Row = Readonly<Record<string, string>>

/** @returns its codes, or why it was not read */
export function codesTable(path: string, key: string, value: string): ReadonlyMap<string, string> | Unread {
  try {
    const rows = parse<Row>(readOwn(path), { columns: true, bom: true })
    const [first] = rows
    if (first && !(Object.hasOwn(first, key) && Object.hasOwn(first, value))) return 'no-columns'
    return new Map(rows.map((row) => [row[key] ?? '', row[value] ?? '']))
  } catch (fault) {
    if (fault instanceof FileRefused) return lstatSync(path).isSymbolicLink() ? 'link' : 'no-file'
    if (fault instanceof CsvError) return 'not-csv'
    if (faultCode(fault) === 'ENOENT') return 'missing'
    if (faultCode(fault) === 'ELOOP') return 'link'
    return 'unreadable'
  }
}
