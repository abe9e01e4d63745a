/**
 * Writes similar values as a column: objects field by field, numbers as differences, words once. Plain JSON, which a
 * compressor makes small. Decoding gives back what was encoded. Pure.
 */
import { z } from 'zod'
import { assert } from '../kernel/assert.ts'

/** The entry of a value: times and references in it are close to the entry's own. */
export type Row = { readonly at_ms: number; readonly seq: number }

/** What a number is relative to: the one before it, the least of all, the moment or the number of its entry. */
type Base = 'previous' | 'least' | 'at' | 'seq'

export type Column =
  /** Objects with these fields, each a column. */
  | { readonly fields: readonly string[]; readonly columns: readonly Column[] }
  /** Some are null: 0 for each that is. */
  | { readonly present: string; readonly values: Column }
  /** Lists: the length of each, and all their items. */
  | { readonly lengths: Column; readonly items: Column }
  /** Whole numbers; `from` is the first. */
  | { readonly base: Base; readonly from: number; readonly by: readonly number[] }
  /** Digits alone, such as a barcode: numbers. */
  | { readonly digits: Column }
  /** References of this terminal: epoch and number. */
  | { readonly epochs: Column; readonly seqs: Column }
  /** Anything else: each distinct value once, and which of them it is. */
  | { readonly words: readonly unknown[]; readonly which: string | readonly number[] }

/** Whether it is a column shows when it is read. */
export const anyColumn = z.custom<Column>((value) => typeof value === 'object' && value !== null)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** More than all lists of a batch have together; no memory is allocated for more. */
const ITEMS_MAX = 1_000_000
const DIGITS = /^[1-9]\d{0,14}$/

/** @param terminal whose references are encoded by their numbers */
export function toColumn(values: readonly unknown[], rows: readonly Row[], terminal: string): Column {
  if (values.includes(null) && values.some((one) => typeof one === 'object' && one !== null)) {
    const kept = (_: unknown, index: number): boolean => values[index] !== null
    const present = values.map((one) => (one === null ? '0' : '1')).join('')
    return { present, values: toColumn(values.filter(kept), rows.filter(kept), terminal) }
  }
  if (values.length > 0 && values.every((one) => Array.isArray(one))) {
    const lengths = values.map((one) => one.length)
    const rowsOf = values.flatMap((one, index) => one.map(() => rows[index] ?? NO_ROW))
    return { lengths: toColumn(lengths, rows, terminal), items: toColumn(values.flat(), rowsOf, terminal) }
  }
  const fields = sameFields(values)
  if (fields) {
    const field = (name: string) => values.map((one): unknown => Reflect.get(one as object, name))
    return { fields, columns: fields.map((name) => toColumn(field(name), rows, terminal)) }
  }
  const all: readonly Column[] = [words(values), ...numbers(values, rows), ...texts(values, rows, terminal)]
  return shortest(all)
}

function shortest(columns: readonly Column[]): Column {
  const lengths = columns.map((one) => JSON.stringify(one).length)
  const [first] = columns
  assert(first !== undefined, 'a way to write it')
  return columns[lengths.indexOf(Math.min(...lengths))] ?? first
}

/** For columns that are of no entries. */
export const NO_ROW: Row = { at_ms: 0, seq: 0 }

/** The fields that all of these have; null when one of them is not an object, or has others. */
function sameFields(values: readonly unknown[]): readonly string[] | null {
  const names = values.map((one) =>
    one !== null && typeof one === 'object' && !Array.isArray(one) ? Object.keys(one).sort() : null,
  )
  const [first] = names
  if (!first || first.length === 0) return null
  const said = JSON.stringify(first)
  return names.every((one) => one !== null && JSON.stringify(one) === said) ? first : null
}

function words(values: readonly unknown[]): Column {
  const places = new Map<unknown, number>()
  // Objects by their text. Only where there is one, so that no string is taken for the text of an object.
  const hasObjects = values.some((one) => typeof one === 'object' && one !== null)
  const each: unknown[] = []
  const which = values.map((one) => {
    const key = hasObjects ? JSON.stringify(one) : one
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, each.length)
    return each.push(one) - 1
  })
  return { words: each, which: each.length > LETTERS.length ? which : which.map((one) => LETTERS[one]).join('') }
}

/** Every way to encode these numbers; none when one is not a whole number, or a difference is not exact. */
function numbers(values: readonly unknown[], rows: readonly Row[]): readonly Column[] {
  if (values.length === 0 || !values.every((one) => Number.isSafeInteger(one))) return []
  const all = values as readonly number[]
  const least = all.reduce((one, other) => Math.min(one, other))
  const ways: readonly [Base, number, readonly number[]][] = [
    ['previous', 0, all.map((one, index) => one - (all[index - 1] ?? 0))],
    ['least', least, all.map((one) => one - least)],
    ['at', 0, all.map((one, index) => one - (rows[index] ?? NO_ROW).at_ms)],
    ['seq', 0, all.map((one, index) => one - (rows[index] ?? NO_ROW).seq)],
  ]
  return ways.filter(([, , by]) => by.every(Number.isSafeInteger)).map(([base, from, by]) => ({ base, from, by }))
}

function texts(values: readonly unknown[], rows: readonly Row[], terminal: string): readonly Column[] {
  if (values.length === 0 || !values.every((one) => typeof one === 'string')) return []
  if (values.every((one) => DIGITS.test(one))) return [{ digits: toColumn(values.map(Number), rows, terminal) }]
  const refs = values.map((one) => (one.startsWith(`${terminal}.`) ? one.slice(terminal.length + 1).split('.') : []))
  if (!refs.every((parts) => parts.length === 2 && parts.every((part) => DIGITS.test(part)))) return []
  const part = (index: number) => refs.map((parts) => Number(parts[index]))
  return [{ epochs: toColumn(part(0), rows, terminal), seqs: toColumn(part(1), rows, terminal) }]
}

/** @throws when it is not a column, or not one for these rows */
export function fromColumn(column: Column, rows: readonly Row[], terminal: string): readonly unknown[] {
  const values = valuesOf(column, rows, terminal)
  assert(values.length === rows.length, 'a value for each row')
  return values
}

function valuesOf(column: Column, rows: readonly Row[], terminal: string): readonly unknown[] {
  if ('fields' in column) {
    const columns = column.columns.map((one) => fromColumn(one, rows, terminal))
    const pairs = (row: number) => column.fields.map((name, index) => [name, columns[index]?.[row]] as const)
    return rows.map((_, row) => Object.fromEntries(pairs(row)))
  }
  if ('present' in column) {
    const isThere = Array.from(column.present, (one) => one === '1')
    const kept = fromColumn(
      column.values,
      rows.filter((_, row) => isThere[row]),
      terminal,
    )[Symbol.iterator]()
    return isThere.map((one) => (one ? kept.next().value : null))
  }
  if ('lengths' in column) {
    const lengths = fromColumn(column.lengths, rows, terminal).map(Number)
    assert(lengths.reduce((sum, one) => sum + one, 0) <= ITEMS_MAX, 'lists of a length that a batch may have')
    const rowsOf = rows.flatMap((row, index) => Array.from({ length: lengths[index] ?? 0 }, () => row))
    const items = fromColumn(column.items, rowsOf, terminal)
    let from = 0
    return lengths.map((length) => items.slice(from, (from += length)))
  }
  if ('base' in column) return numbersOf(column, rows)
  if ('digits' in column) return fromColumn(column.digits, rows, terminal).map(String)
  if ('epochs' in column) {
    const epochs = fromColumn(column.epochs, rows, terminal)
    return fromColumn(column.seqs, rows, terminal).map(
      (seq, row) => `${terminal}.${String(epochs[row])}.${String(seq)}`,
    )
  }
  const { words: each, which } = column
  const places = typeof which === 'string' ? Array.from(which, (letter) => LETTERS.indexOf(letter)) : which
  assert(
    places.every((place) => place in each),
    'each is one of the words',
  )
  return places.map((place) => each[place])
}

function numbersOf({ base, from, by }: Extract<Column, { base: Base }>, rows: readonly Row[]): readonly number[] {
  let before = 0
  return by.map((one, row) => {
    const { at_ms, seq } = rows[row] ?? NO_ROW
    const value = one + { previous: before, least: from, at: at_ms, seq }[base]
    before = value
    return value
  })
}
