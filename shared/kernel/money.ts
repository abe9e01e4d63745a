/**
 * Money in whole cents, never a fraction. Parsed from digits; no floating point touches an amount. Must never turn text
 * it does not understand into zero: nobody would be charged, and nobody would know.
 */
import { assert } from './assert.ts'
import { brand, type Brand } from './brand.ts'

/** An amount in cents, negative for a credit. Whole, and within ±10 million dollars. */
export type Cents = Brand<number, 'Cents'>

const CENTS_MAX = 1_000_000_000

/** A whole number of cents from code or storage. Throws when it is not whole or out of range. */
export function cents(amount: number): Cents {
  assert(Number.isInteger(amount) && Math.abs(amount) <= CENTS_MAX, `not an amount of cents: ${amount}`)
  return brand<Cents>(amount)
}

/** Reads "3.75", "$3.75", "3", "-0.50" or "1,200.00". Returns null for anything else; never rounds. */
export function parseCents(text: string): Cents | null {
  const match = /^(-)?\$?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const whole = Number.parseInt((match[2] ?? '').replaceAll(',', ''), 10)
  const rest = Number.parseInt(match[3] ?? '0', 10)
  const amount = whole * 100 + rest
  if (amount > CENTS_MAX) return null
  return cents(match[1] && amount !== 0 ? -amount : amount)
}

/** "3.75", always two digits: the form in files and on receipts. */
export function centsText(amount: Cents): string {
  const size = Math.abs(amount)
  const text = `${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`
  return amount < 0 ? `-${text}` : text
}

/** "$3.75": the form people read. */
export function moneyText(amount: Cents): string {
  return amount < 0 ? `-$${centsText(cents(-amount))}` : `$${centsText(amount)}`
}

export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => sum + amount, 0))
}
