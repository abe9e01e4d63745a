/**
 * The format of a file: its columns, how a cell is read, and how a row becomes a record or a reason why not. Pure:
 * knows nothing of files on a disk or of a database. Never drops a row and never guesses a value.
 */
import type { ImportReason, RowFault } from './reason.ts'
import { cleanNumber, cleanText, cleanTextOfLines, type CleanText } from './text.ts'

/** Why a cell is refused. */
export class Bad {
  readonly reason: ImportReason
  constructor(reason: ImportReason) {
    this.reason = reason
  }
}

/** A value that differs from the cell, and why. The row is imported. */
export class Noted<T> {
  readonly value: T
  readonly reason: ImportReason
  constructor(value: T, reason: ImportReason) {
    this.value = value
    this.reason = reason
  }
}

/** Reads the text of a cell, trimmed and not empty. `says` tells a person what it may contain. */
export type Field<T> = {
  readonly says: string
  readonly parse: (text: string) => T | Bad | Noted<T>
  /** A number or a code: a control character inside is removed; in words it becomes a space. */
  readonly isNumber?: true
  /** Line breaks stay. */
  readonly isLines?: true
}

export type Column<T> = {
  readonly field: Field<T>
  /** The column must be there and no cell may be empty. */
  readonly isRequired: boolean
  /** What an empty cell or an absent column means. */
  readonly empty: T | undefined
  readonly help: string
  /** The value is never written to a report. */
  readonly isSecret: boolean
}

export type Columns = Readonly<Record<string, Column<unknown>>>
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never }

export type Format<C extends Columns = Columns> = {
  readonly file: string
  readonly holds: string
  readonly columns: C
  /** Checks across cells: "closes before it opens". */
  readonly check: (row: RowOf<C>) => RowFault | null
  /** What was left out of an imported row, such as an ISBN with a wrong check digit. */
  readonly notes: (row: RowOf<C>) => readonly RowFault[]
}

export type RowResult<Row> = { readonly row: Row; readonly notes: readonly RowFault[] } | { readonly fault: RowFault }

const NO_NOTES: readonly RowFault[] = []
const HIDDEN = { kind: 'hidden' } as const

export function required<T>(field: Field<T>, help: string): Column<T> {
  return { field, isRequired: true, empty: undefined, help, isSecret: false }
}

export function optional<T>(field: Field<T>, empty: T, help: string): Column<T> {
  return { field, isRequired: false, empty, help, isSecret: false }
}

/** A column whose cell may be empty; the record then has null. */
export function maybe<T>(field: Field<T>, help: string): Column<T | null> {
  return { field, isRequired: false, empty: null, help, isSecret: false }
}

export function secret<T>(column: Column<T>): Column<T> {
  return { ...column, isSecret: true }
}

export function format<C extends Columns>(
  file: string,
  holds: string,
  columns: C,
  more: { check?: Format<C>['check']; notes?: Format<C>['notes'] } = {},
): Format<C> {
  return { file, holds, columns, check: more.check ?? (() => null), notes: more.notes ?? (() => NO_NOTES) }
}

/** The position of each column in this file's rows; or why the header is not one of this format. */
export type Header =
  { readonly places: ReadonlyMap<string, number>; readonly width: number } | { readonly reason: ImportReason }

export function readHeader(columns: Columns, cells: readonly string[]): Header {
  const names = cells.map((cell) => cleanText(cell).text.toLowerCase())
  const known = Object.keys(columns)
  if (names.length === 1 && /[;\t|]/.test(names[0] ?? '')) {
    return { reason: { code: 'columns-not-by-commas' } }
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return { reason: { code: 'column-twice', column: twice } }
  const strange = names.find((name) => !known.includes(name))
  if (strange !== undefined) return { reason: { code: 'column-unknown', column: strange, known } }
  const missing = known.find((name) => columns[name]?.isRequired && !names.includes(name))
  if (missing !== undefined) return { reason: { code: 'column-missing', column: missing } }
  return { places: new Map(names.map((name, index) => [name, index])), width: names.length }
}

function cleaned({ isNumber, isLines }: Field<unknown>, raw: string): CleanText {
  if (isNumber) return cleanNumber(raw)
  return isLines ? cleanTextOfLines(raw) : cleanText(raw)
}

type Slot = { readonly name: string; readonly column: Column<unknown>; readonly place: number }

/**
 * Reads a row cell by cell, in the order of the format's columns; reports the first fault. An undefined cell is
 * reported as absent, not as empty.
 */
export function rowReader<C extends Columns>(
  form: Format<C>,
  header: { readonly places: ReadonlyMap<string, number>; readonly width: number },
): (cells: readonly (string | undefined)[]) => RowResult<RowOf<C>> {
  const slots: readonly Slot[] = Object.entries(form.columns).map(([name, column]) => ({
    name,
    column,
    place: header.places.get(name) ?? -1,
  }))
  return (cells) => {
    if (cells.length !== header.width) {
      const counts = { values_count: cells.length, columns_count: header.width }
      return { fault: { column: '', value: cells.join(','), reason: { code: 'values-count', ...counts } } }
    }
    const made: Record<string, unknown> = {}
    let notes: RowFault[] | null = null
    for (const { name, column, place } of slots) {
      const given = place < 0 ? '' : cells[place]
      const raw = given ?? ''
      const { text, isChanged } = cleaned(column.field, raw)
      const value = column.isSecret ? HIDDEN : raw
      if (isChanged) (notes ??= []).push({ column: name, value, reason: { code: 'control-characters' } })
      if (text === '') {
        const code = given === undefined ? 'absent' : 'empty'
        if (column.isRequired) return { fault: { column: name, value, reason: { code } } }
        made[name] = column.empty
        continue
      }
      const parsed = column.field.parse(text)
      if (parsed instanceof Bad) return { fault: { column: name, value, reason: parsed.reason } }
      if (parsed instanceof Noted) (notes ??= []).push({ column: name, value, reason: parsed.reason })
      made[name] = parsed instanceof Noted ? parsed.value : parsed
    }
    const row = made as RowOf<C>
    const fault = form.check(row)
    if (fault) return { fault }
    const more = form.notes(row)
    return { row, notes: notes ? [...notes, ...more] : more }
  }
}
