/**
 * Renders a patron's own data as readable text. Pure: walks the document by its names, so that nothing in the document
 * can be missing from the text.
 */
import { cents, type Cents } from '../kernel/money.ts'

type ExportScalar = string | number | boolean | null
export type ExportValue = ExportScalar | readonly ExportValue[] | ExportRecord
export type ExportRecord = { readonly [name: string]: ExportValue }

function isRecord(value: ExportValue): value is ExportRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** "owed_cents" is "Owed", "born_on" is "Born": the unit at the end of a name is for programs. */
function labelOf(name: string): string {
  const words = name
    .replace(/^is_/, '')
    .replace(/_(cents|on|at|count)$/, '')
    .replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type Money = (amount: Cents) => string

function sayValue(name: string, value: ExportScalar, money: Money): string {
  if (value === null || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' && name.endsWith('_cents') ? money(cents(value)) : String(value)
}

function lines(name: string, value: ExportValue, indent: string, money: Money): string[] {
  if (isRecord(value)) return [`${indent}${labelOf(name)}`, ...recordLines(value, `${indent}  `, money)]
  if (!Array.isArray(value)) return [`${indent}${labelOf(name)}: ${sayValue(name, value as ExportScalar, money)}`]
  const all = value as readonly ExportValue[]
  if (all.length === 0) return [`${indent}${labelOf(name)}: none`]
  return [`${indent}${labelOf(name)}: ${all.length}`, ...all.flatMap((one) => itemLines(one, `${indent}  `, money))]
}

function itemLines(value: ExportValue, indent: string, money: Money): string[] {
  if (!isRecord(value)) return [`${indent}- ${sayValue('', value as ExportScalar, money)}`]
  const [first = '', ...rest] = recordLines(value, '', money)
  return [`${indent}- ${first}`, ...rest.map((line) => `${indent}  ${line}`)]
}

function recordLines(record: ExportRecord, indent: string, money: Money): string[] {
  return Object.entries(record).flatMap(([name, value]) => lines(name, value, indent, money))
}

/** The document as text, one value per line; a blank line before each part. */
export function readableText(record: ExportRecord, money: Money): string {
  const parts = Object.entries(record).map(([name, value]) => lines(name, value, '', money).join('\n'))
  return `${parts.join('\n\n')}\n`
}
