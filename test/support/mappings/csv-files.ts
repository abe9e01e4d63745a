/** Reads other systems' CSV exports and writes files in our format, for the mappings beside this file. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export type Row = Readonly<Record<string, string>>

export function readRows(...path: readonly string[]): readonly Row[] {
  return parse<Row>(readFileSync(join(...path)), { columns: true, bom: true })
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Writes a file in our format. Columns are those of the first row; a mapping gives every row the same. */
export function writeRows(folder: string, file: string, rows: readonly Row[]): void {
  mkdirSync(folder, { recursive: true })
  const columns = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','))
  writeFileSync(join(folder, file), `${[columns.join(','), ...lines].join('\r\n')}\r\n`)
}

export function byKey(rows: readonly Row[], key: string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row[key] ?? '', row]))
}

/** A code that ours allows: "music (sheet)" becomes "music sheet". */
export function asCode(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ._/&-]/gu, '').trim()
}
