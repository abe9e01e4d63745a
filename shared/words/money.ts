/** Amounts as the library's place writes them, in whatever language: "$1,204.50", "£4.50". */
import type { Locale } from '../kernel/language.ts'
import { centsText, type Cents } from '../kernel/money.ts'

const CURRENCIES: Readonly<Record<Locale, string>> = { 'en-US': 'USD', 'es-US': 'USD', 'en-CA': 'CAD', 'en-GB': 'GBP' }

type Money = (amount: Cents) => string
const MADE = new Map<Locale, Money>()

function make(locale: Locale): Money {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: CURRENCIES[locale] })
  // As a decimal text, so that no fraction is ever a floating-point number.
  return (amount) => format.format(centsText(amount) as `${number}`)
}

export function moneyIn(locale: Locale): Money {
  const money = MADE.get(locale) ?? make(locale)
  MADE.set(locale, money)
  return money
}
