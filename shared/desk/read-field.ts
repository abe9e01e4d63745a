/**
 * Turns the text of a form field into what is sent: money cents first, dates as people say them; and shows while typing
 * how it was understood. Pure; judges no value, which the station does.
 */
import { dateFigures, type DateOrder, type Reading } from '../kernel/date-order.ts'
import { FIRST_DATE, LAST_DATE, readOutsideDate } from '../kernel/date-bounds.ts'
import { cents, centsText, type Cents } from '../kernel/money.ts'
import { parseLocalDate, type LocalDate } from '../kernel/time.ts'
import type { Act, Call, Field, PieceCount } from './page.ts'
import { readBirthDate, readDate } from './typed/read-date.ts'
import { pieceName, readPieces } from './pay/pieces.ts'
import { isMoney, NONE, readMoney } from './pay/read-money.ts'

function moneyText(value: string): string {
  return /^\d+$/.test(value) ? centsText(cents(Number(value))) : value
}

/**
 * What a field says before anything is typed, as a person would type it: "375" of an amount is "3.75", and "2026-12-15"
 * of a date is "12/15/2026", or "15/12/2026" where the day is first.
 */
export function initialText({ kind, value }: Pick<Field, 'kind' | 'value'>, order: DateOrder): string {
  switch (kind) {
    case 'money':
    case 'total':
      return moneyText(value)
    case 'date':
    case 'birth-date': {
      const on = parseLocalDate(value)
      return on === null ? value : dateFigures(on, order)
    }
    case 'pin':
      return ''
    default:
      return value
  }
}

/** Whether an amount was left as it was offered. */
export function isSameAmount({ value }: Pick<Field, 'value'>, text: string): boolean {
  return text === moneyText(value)
}

export const isDate = (kind: Field['kind']): boolean => kind === 'date' || kind === 'birth-date'

type ReadValue = string | number | boolean | null | readonly PieceCount[]

/** Why a form cannot be sent as it stands. Its words: shared/words, screen.page.form. */
export type FormFault =
  | {
      readonly reason: 'choose' | 'fill_in' | 'money' | 'date' | 'birth_date' | 'number' | 'left_empty' | 'large'
      readonly label: string
    }
  | { readonly reason: 'money_digit'; readonly label: string; readonly digit: string }
  | { readonly reason: 'too_early' | 'too_late'; readonly label: string; readonly bound: LocalDate }
  /** Its figures are a date in both orders. */
  | { readonly reason: 'which_date'; readonly label: string; readonly on: LocalDate; readonly other: LocalDate }
  | { readonly reason: 'no_option'; readonly digit: string }
  /** The station refused it, in its words. */
  | { readonly reason: 'refused'; readonly says: string }

export type Read = { readonly value: ReadValue } | { readonly fault: FormFault }
/** The same of a whole form, in which a fault has its place. */
type ReadIn = { readonly value: ReadValue } | { readonly fault: FormFault; readonly name: string }

/** A field of one text: any but a count. */
export type TextField = Field & { readonly kind: Exclude<Field['kind'], 'count'> }

/** An optional field left empty: a date, an amount and a number without a default are null. */
function readEmpty({ kind, label, is_required }: Field): Read {
  if (is_required) return { fault: { reason: kind === 'choice' ? 'choose' : 'fill_in', label } }
  return { value: kind === 'date' || isMoney(kind) || kind === 'number' ? null : '' }
}

function takesNone({ kind, is_required }: Field): boolean {
  return !is_required && (isDate(kind) || isMoney(kind) || kind === 'number')
}

function readTypedMoney({ label, kind }: Field, typed: string): Read {
  const amount = readMoney(typed, kind)
  if (amount !== null) return { value: amount }
  const digit = typed.trim()
  if (/^[1-9]$/.test(digit)) return { fault: { reason: 'money_digit', label, digit } }
  return { fault: { reason: 'money', label } }
}

function readTypedDate({ kind, label }: Field, typed: string, reading: Reading): Read {
  const date = readerOf(kind)(typed, reading)
  if (date !== null) return withinBounds(label, date)
  return { fault: { reason: kind === 'birth-date' ? 'birth_date' : 'date', label } }
}

export const readerOf = (kind: Field['kind']): typeof readDate => (kind === 'birth-date' ? readBirthDate : readDate)

function withinBounds(label: string, date: LocalDate): Read {
  const told = readOutsideDate(date)
  if ('on' in told) return { value: date }
  const isEarly = told.wrong === 'too-early'
  return { fault: { reason: isEarly ? 'too_early' : 'too_late', label, bound: isEarly ? FIRST_DATE : LAST_DATE } }
}

/** A whole count; one of which nothing was typed is left empty, even where each denomination alone may be. */
function readCount(field: Field, texts: Readonly<Record<string, string>>): ReadIn {
  const pieces: PieceCount[] = []
  let isTyped = false
  for (const option of field.options) {
    const name = pieceName(field, option)
    const text = texts[name] ?? ''
    const pieces_count = readPieces(text)
    if (pieces_count === null) return { fault: { reason: 'number', label: option.label }, name }
    isTyped ||= text.trim() !== ''
    pieces.push({ denomination_cents: Number(option.value), pieces_count })
  }
  const first = field.options[0]
  if (isTyped || !field.is_required || !first) return { value: pieces }
  return { fault: { reason: 'fill_in', label: field.label }, name: pieceName(field, first) }
}

/** A field of any kind, out of the texts of the form. */
function readFrom(field: Field, texts: Readonly<Record<string, string>>, reading: Reading): ReadIn {
  const { kind } = field
  if (kind === 'count') return readCount(field, texts)
  const text = texts[field.name] ?? initialText(field, reading.order)
  const read = readField({ ...field, kind }, text, reading)
  return 'fault' in read ? { ...read, name: field.name } : read
}

/** @param text the field's text; for a tick "yes" or "" */
export function readField(field: TextField, text: string, reading: Reading): Read {
  const { kind, label } = field
  if (kind === 'tick') return { value: text === 'yes' }
  const isFigures = isDate(kind) || isMoney(kind)
  const isOffered = field.value !== '' && isFigures && text === initialText(field, reading.order)
  const typed = isOffered ? field.value : text
  if (typed.trim() === '' || (takesNone(field) && typed.trim() === NONE)) return readEmpty(field)
  switch (kind) {
    case 'money':
    case 'total':
      return isOffered ? { value: Number(typed) } : readTypedMoney(field, typed)
    case 'date':
    case 'birth-date':
      return readTypedDate(field, typed, reading)
    case 'number':
      return /^\d{1,9}$/.test(typed.trim()) ? { value: Number(typed) } : { fault: { reason: 'number', label } }
    case 'text':
    case 'code':
    case 'long-text':
    case 'card':
    case 'folder':
      return { value: typed.trim() }
    case 'choice':
    case 'pin':
      return { value: typed }
  }
}

/** One field of an act, by its name; null when it has no such field. */
export function readNamed(act: Act, name: string, text: string, reading: Reading): Read | null {
  for (const field of act.asks) {
    const { kind } = field
    if (kind !== 'count' && field.name === name) return readField({ ...field, kind }, text, reading)
    const option = kind === 'count' && field.options.find((one) => pieceName(field, one) === name)
    if (!option) continue
    const value = readPieces(text)
    return value === null ? { fault: { reason: 'number', label: option.label } } : { value }
  }
  return null
}

/** Whether an amount was passed over: it is blank, or as it was offered. */
export function isPassedOver(field: Field, texts: Readonly<Record<string, string>>): boolean {
  const text = texts[field.name] ?? ''
  return isMoney(field.kind) && (text.trim() === '' || isSameAmount(field, text))
}

/** The name of an amount before this field that was passed over; null when there is none. */
export function amountLeftEmpty(act: Act, name: string, texts: Readonly<Record<string, string>>): string | null {
  const before = act.asks.slice(
    0,
    act.asks.findIndex((field) => field.name === name),
  )
  return before.find((field) => isPassedOver(field, texts))?.name ?? null
}

/** What a person types who means an amount: digits alone, with or without the currency or cents. */
const FIGURES_ALONE = /^\s*[$£]?\d{1,6}(?:[.,]\d{1,2})?\s*$/

/** The name of an amount that was passed over when a later text field has only digits; or null. */
export function amountInWords(act: Act, texts: Readonly<Record<string, string>>): string | null {
  const isWords = (kind: Field['kind']): boolean => ['text', 'code', 'long-text', 'folder'].includes(kind)
  const behind = act.asks.find(({ kind, name }) => isWords(kind) && FIGURES_ALONE.test(texts[name] ?? ''))
  return behind ? amountLeftEmpty(act, behind.name, texts) : null
}

/** How a date, an amount, and nothing at all, are said. */
export type Understood = {
  readonly date: (on: LocalDate) => string
  readonly money: (amount: Cents) => string
  readonly none: string
}

/** What was understood, shown beside the field: "Tue, Dec 15", "$2.50". Empty when there is nothing to say. */
export function understood(field: Field, text: string, reading: Reading, say: Understood): string {
  if (text.trim() === '') return ''
  if (text.trim() === NONE && takesNone(field)) return say.none
  if (isDate(field.kind)) {
    const date = readerOf(field.kind)(text, reading)
    return date === null ? '' : say.date(date)
  }
  // An amount with its point says itself what it is.
  if (!isMoney(field.kind) || /\.\d\d$/.test(text)) return ''
  const amount = readMoney(text, field.kind)
  return amount === null ? '' : say.money(cents(amount))
}

export type Filled =
  { readonly input: Readonly<Record<string, unknown>> } | { readonly fault: FormFault; readonly name: string }

/** The act's input with every field filled in, or the first field that cannot be read. */
export function fillIn(act: Act, texts: Readonly<Record<string, string>>, reading: Reading): Filled {
  let input: Readonly<Record<string, unknown>> = act.call.input
  for (const field of act.asks) {
    const read = readFrom(field, texts, reading)
    if ('fault' in read) return read
    input = withValue(input, field.name.split('.'), read.value)
  }
  return { input }
}

/**
 * The input of the act's preview: its fields as they are, null where nothing is filled in. Null while one of them
 * cannot be read, and for an act without a preview.
 */
export function fillPreview(
  { preview, asks }: Act,
  texts: Readonly<Record<string, string>>,
  reading: Reading,
): Call | null {
  if (preview === null) return null
  let input: Readonly<Record<string, unknown>> = preview.input
  for (const field of previewed(preview, asks)) {
    const read = readFrom({ ...field, is_required: false }, texts, reading)
    if ('fault' in read) return null
    input = withValue(input, field.name.split('.'), read.value === '' ? null : read.value)
  }
  return { method: preview.method, input: { ...input } }
}

/** The fields that a preview gets: those that its input names, "values.fine_cents" where it has such a property. */
export function previewed({ input }: Call, asks: readonly Field[]): readonly Field[] {
  const isNamed = (at: unknown, [head = '', ...rest]: readonly string[]): boolean =>
    typeof at === 'object' &&
    at !== null &&
    Object.hasOwn(at, head) &&
    (rest.length === 0 || isNamed((at as Readonly<Record<string, unknown>>)[head], rest))
  return asks.filter(({ name }) => isNamed(input, name.split('.')))
}

/** The same with a value at a path: ["values", "fine_cents"]. */
export function withValue(
  input: Readonly<Record<string, unknown>>,
  [head = '', ...rest]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (rest.length === 0) return { ...input, [head]: value }
  const inner = input[head]
  const before = typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>) : {}
  return { ...input, [head]: withValue(before, rest, value) }
}
