/**
 * What a form asks again about before it is sent: a total above the usual one, and a date whose figures are a date in
 * both orders, where people write either. Enter then means what was typed. Pure.
 */
import type { Reading } from '../../kernel/date-order.ts'
import type { Act, Field } from '../page.ts'
import { isMoney, readMoney, TOTAL_ASKED_ABOVE_CENTS } from '../pay/read-money.ts'
import { otherReading } from './read-date.ts'
import { initialText, isDate, isSameAmount, readerOf, type FormFault } from '../read-field.ts'

/** `asked` is to be among those that were asked already once this was said. */
export type Doubt = { readonly fault: FormFault; readonly asked: string }

function isLarge({ kind, value }: Field, text: string): boolean {
  if (kind !== 'total' || isSameAmount({ value }, text)) return false
  const amount = isMoney(kind) ? readMoney(text, kind) : null
  return amount !== null && amount > TOTAL_ASKED_ABOVE_CENTS
}

function doubted(field: Field, text: string, reading: Reading): FormFault | null {
  const { label, kind } = field
  if (isLarge(field, text)) return { reason: 'large', label }
  if (!isDate(kind) || !reading.order.is_mixed || text === initialText(field, reading.order)) return null
  const read = readerOf(kind)
  const on = read(text, reading)
  const other = otherReading(text, reading, read)
  return on === null || other === null ? null : { reason: 'which_date', label, on, other }
}

/** What is asked again about one field; null where there is nothing, or it was asked already. */
export function doubtOf(field: Field, text: string, asked: readonly string[], reading: Reading): Doubt | null {
  const name = `${field.name} ${text.trim()}`
  const fault = asked.includes(name) ? null : doubted(field, text, reading)
  return fault && { fault, asked: name }
}

/** The first field of a form that is asked again about. */
export function firstDoubt(
  { asks }: Act,
  texts: Readonly<Record<string, string>>,
  asked: readonly string[],
  reading: Reading,
): (Doubt & { readonly name: string }) | null {
  for (const field of asks) {
    const doubt = doubtOf(field, texts[field.name] ?? '', asked, reading)
    if (doubt) return { ...doubt, name: field.name }
  }
  return null
}
