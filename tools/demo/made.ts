/** Small helpers of the demo library's generator: seeded chance, barcodes with their check digit, CSV, and dates. */
import { isLuhn } from '../../shared/catalog/isbn.ts'
import { addDays, localDate, type LocalDate } from '../../shared/kernel/time.ts'

/** The day the demo library's open loans, holds and charges are made for: a Tuesday, two days before Thanksgiving. */
export const AS_OF = localDate('2026-11-24')

export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 to below `below`. */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * below)
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)]
    if (one === undefined) throw new RangeError('nothing to pick from')
    return one
  }
}

/** Thirteen digits with their check digit: "3123400012345" becomes "31234000123452". */
export function barcode(thirteen: string): string {
  const digit = '0123456789'.split('').find((last) => isLuhn(thirteen + last))
  return `${thirteen}${digit ?? ''}`
}

/** A card whose last four digits are the ones asked for. */
export function cardEndingIn(tail: string, salt: number): string {
  for (let middle = salt * 1000; ; middle += 1) {
    const card = `21234${String(middle).padStart(5, '0')}${tail}`
    if (card.length === 14 && isLuhn(card)) return card
  }
}

/** Days from the as-of day: negative is before. */
export function day(days: number): LocalDate {
  return addDays(AS_OF, days)
}

export type CsvRow = Readonly<Record<string, string | number>>

function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Columns in the order of their first appearance. */
export function csv(rows: readonly CsvRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

/** The lines of a list such as those in titles-adult.ts, each split at its bars. */
export function lines(list: string): readonly (readonly string[])[] {
  return list
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
}
