/**
 * A table of an export: cells that are text, counts or amounts, as CSV and as a sheet of a workbook have them. Headings
 * are names for programs, the same in every language. Pure.
 */
import { csvLine } from '../../kernel/csv.ts'
import { cents, centsText, type Cents } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { toLocal, type ZoneName } from '../../kernel/zone.ts'

/** Null: empty. */
export type SheetCell = string | number | { readonly cents: Cents } | null

/** A cell of money. */
export const amount = (value: number): SheetCell => ({ cents: cents(value) })

export type Sheet = {
  /** Of the file and of the sheet: lower case and hyphens. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** An amount as "-12.05": a number to a spreadsheet in every country's program that reads CSV. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? centsText(cell.cents) : String(cell)
}

export function sheetCsv({ columns, rows }: Sheet): string {
  return [columns, ...rows.map((row) => row.map(cellText))].map(csvLine).join('')
}

const two = (count: number): string => String(count).padStart(2, '0')

/** "2026-11-24 10:05:09" by the clock of the branch. */
export function momentText(at: Instant, zone: ZoneName): string {
  const { on, minute, past_minute_ms } = toLocal(at, zone)
  return `${on} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(Math.floor(past_minute_ms / 1000))}`
}
