/**
 * Turns what is typed into the payment part into a tender: cents first, as on a register, or dollars with a point; and
 * says what is missing. Pure. Must never turn a text that it does not understand into an amount: it would be taken.
 */
import { CHECK_NUMBER, isAuthorization } from '../../kernel/card-number.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import { MONEY_DIGITS_MAX, readMoney } from './read-money.ts'
import { givenCents, type TypedTender } from './payment.ts'
import type { PayTender } from './payment-section.ts'

/** The fields of the part, by name. */
export const PAY_FIELDS = ['amount', 'check_number', 'authorization', 'last_four'] as const
export type PayField = (typeof PAY_FIELDS)[number]
export type PayTexts = Readonly<Record<PayField, string>>
export const NO_TEXTS: PayTexts = { amount: '', check_number: '', authorization: '', last_four: '' }

/** What each tender asks for, in the order of the fields. */
export const ASKED: Readonly<Record<PayTender, readonly PayField[]>> = {
  cash: ['amount'],
  check: ['amount', 'check_number'],
  card: ['amount', 'authorization', 'last_four'],
  credit: ['amount'],
  'in-kind': ['amount'],
}

/** Why a payment cannot be taken as it stands, and at which field it is said. Its words: screen.pay.faults. */
export type PayFault = { readonly at: PayField } & (
  | {
      readonly reason:
        | 'no_tender'
        | 'no_line'
        | 'letters'
        | 'too_long'
        | 'amount'
        | 'check_number'
        | 'authorization'
        | 'last_four'
        | 'quantity'
        | 'pays_nothing'
        /** A key of the part that does nothing as it stands. */
        | 'no_key'
    }
  /** A lone digit: it could be dollars or cents. */
  | { readonly reason: 'digit'; readonly digit: string }
  /** This key takes away what is typed; pressed again it does. */
  | { readonly reason: 'replaces'; readonly key: string }
  /** A check, a card or credit for more than is due, or more credit than there is. */
  | { readonly reason: 'over' | 'too_much_credit'; readonly most_cents: Cents }
)

type ReadAmount = { readonly amount_cents: Cents } | { readonly fault: PayFault }

/** An amount as it is typed; null when nothing is. */
export function readAmount(text: string): ReadAmount | null {
  const typed = text.trim()
  if (typed === '') return null
  if (/[^\d.$]/.test(typed)) return { fault: { at: 'amount', reason: 'letters' } }
  if (typed.replace(/\..*/, '').replace('$', '').length > MONEY_DIGITS_MAX)
    return { fault: { at: 'amount', reason: 'too_long' } }
  const amount = readMoney(typed)
  if (amount !== null) return { amount_cents: cents(amount) }
  const digit = typed.replace('$', '')
  return { fault: /^\d$/.test(digit) ? { at: 'amount', reason: 'digit', digit } : { at: 'amount', reason: 'amount' } }
}

/** How many of what is sold next: "12*", before the letter of a quick key. */
const HOW_MANY = /^[1-9]\d{0,2}\s*\*$/

/** What is wrong while it is still being typed: only what no further key can mend. */
export function faultWhileTyped(texts: PayTexts): PayFault | null {
  if (HOW_MANY.test(texts.amount.trim())) return null
  const read = readAmount(texts.amount)
  if (read === null || !('fault' in read)) return null
  return read.fault.reason === 'letters' || read.fault.reason === 'too_long' ? read.fault : null
}

/** Goods and work are read by their row (in-kind.ts). */
type MoneyTender = Exclude<PayTender, 'in-kind'>

type ReadTender = { readonly tender: TypedTender } | { readonly fault: PayFault }

/**
 * The tender that is typed; null when there is none. An amount alone is cash; no tender is ever taken for granted.
 *
 * @param tender the tender that was chosen; null: none
 */
export function readTender(tender: MoneyTender | null, texts: PayTexts): ReadTender | null {
  const amount = readAmount(texts.amount)
  if (amount === null) return tender === null ? null : { fault: { at: 'amount', reason: 'amount' } }
  if ('fault' in amount) return amount
  const { amount_cents } = amount
  switch (tender) {
    case null:
    case 'cash':
      return { tender: { tender: 'cash', tendered_cents: amount_cents } }
    case 'credit':
      return { tender: { tender, amount_cents } }
    case 'check': {
      const fault = numberFault('check_number', texts)
      return fault ? { fault } : { tender: { tender, amount_cents, check_number: texts.check_number.trim() } }
    }
    case 'card':
      return readCard(amount_cents, texts)
  }
}

function readCard(amount_cents: Cents, texts: PayTexts): ReadTender {
  const fault = numberFault('authorization', texts) ?? numberFault('last_four', texts)
  if (fault) return { fault }
  const authorization = texts.authorization.trim().toUpperCase()
  return { tender: { tender: 'card', amount_cents, authorization, last_four: texts.last_four.trim() } }
}

const NUMBERS = {
  check_number: (text: string) => CHECK_NUMBER.test(text),
  authorization: (text: string) => isAuthorization(text.toUpperCase()),
  last_four: (text: string) => /^\d{4}$/.test(text),
} as const

type NumberField = keyof typeof NUMBERS

/** What is wrong with the number of a check or a card; an empty one is. */
export function numberFault(at: NumberField, texts: PayTexts): PayFault | null {
  return NUMBERS[at](texts[at].trim()) ? null : { at, reason: at }
}

/** The numbers that this tender asks for beside its amount. */
export function numbersOf(tender: PayTender | null): readonly NumberField[] {
  return ASKED[tender ?? 'cash'].filter((field) => field !== 'amount')
}

/** The first number that the tender asks for and nobody typed yet; null: none is missing. */
export function missingNumber(tender: PayTender | null, texts: PayTexts): NumberField | null {
  return numbersOf(tender).find((field) => texts[field].trim() === '') ?? null
}

/** The tender with its amount alone, for what is shown while its numbers are still to be typed; null: none yet. */
export function tenderSoFar(tender: MoneyTender | null, texts: PayTexts): TypedTender | null {
  const amount = readAmount(texts.amount)
  if (amount === null || 'fault' in amount) return null
  const { amount_cents } = amount
  switch (tender) {
    case null:
    case 'cash':
      return { tender: 'cash', tendered_cents: amount_cents }
    case 'check':
      return { tender, amount_cents, check_number: texts.check_number.trim() }
    case 'card':
      return { tender, amount_cents, authorization: texts.authorization.trim(), last_four: texts.last_four.trim() }
    case 'credit':
      return { tender, amount_cents }
  }
}

/** More credit than pays of the lines. @param credit_cents what it reaches */
export function creditFault(tenders: readonly TypedTender[], credit_cents: number): PayFault | null {
  const used = tenders.reduce((sum, one) => (one.tender === 'credit' ? sum + givenCents(one) : sum), 0)
  return used > credit_cents ? { at: 'amount', reason: 'too_much_credit', most_cents: cents(credit_cents) } : null
}
