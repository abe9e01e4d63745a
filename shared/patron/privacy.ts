/**
 * What the desk decides about a patron's confidentiality: how much of a record may be disclosed to whom, when an
 * account may be erased, why it was opened. The codes are sealed, so they hold nothing about one
 * person. The standard is Illinois (75 ILCS 70/1): in an emergency, who a person is, and never what they read.
 */
import { refuse, type Refusal } from '../refusals/refusals.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { seesOf } from './guardians.ts'

export const DISCLOSURE_BASES = ['patron-asked', 'guardian-asked', 'court-order', 'emergency', 'other'] as const
export type DisclosureBasis = (typeof DISCLOSURE_BASES)[number]

export const DISCLOSED = ['identity', 'account', 'everything'] as const
export type Disclosed = (typeof DISCLOSED)[number]

/** Why an account was opened without its card, each with its letter. */
export const VIEW_REASONS = [
  { code: 'here', key: 'H' },
  { code: 'telephone', key: 'T' },
  { code: 'letter', key: 'L' },
  { code: 'hold', key: 'D' },
  { code: 'money', key: 'M' },
  { code: 'mend', key: 'R' },
  { code: 'other', key: 'O' },
] as const
export type ViewReason = (typeof VIEW_REASONS)[number]['code']

export function isViewReason(code: string): code is ViewReason {
  return VIEW_REASONS.some((one) => one.code === code)
}

export type DisclosureAsk = {
  readonly basis: DisclosureBasis
  readonly what: Disclosed
  /** Null when the birth date is not known. */
  readonly age_count: number | null
  /** Below this age a guardian may be told what a child has out; null: never. */
  readonly guardian_told_below_age_count: number | null
}

/** Why a disclosure is refused, or null. Who a person is may be told on every basis; anything more is narrower. */
export function disclosureRefusal(ask: DisclosureAsk): Refusal | null {
  if (ask.what === 'identity') return null
  if (ask.basis === 'emergency') return refuse('disclosure-identity-only')
  if (ask.basis !== 'guardian-asked') return null
  const { age_count: age, guardian_told_below_age_count: below } = ask
  const isTold = ask.what === 'account' && seesOf('guardian', age, below) === 'titles'
  return isTold ? null : refuse('disclosure-not-guardian')
}

export type EraseAsk = {
  readonly loans_count: number
  readonly holds_count: number
  readonly owed_cents: Cents
  readonly refund_due_cents: Cents
  /** Children whose guardian they are: nobody would answer for them any more, unsaid. */
  readonly wards_count: number
}

/** What prevents erasing an account: the first thing that must be ended, or null. */
export function eraseRefusal(ask: EraseAsk): Refusal | null {
  const { loans_count, holds_count, owed_cents, refund_due_cents, wards_count } = ask
  if (loans_count > 0) return refuse('erase-loans-out', { count: loans_count })
  if (holds_count > 0) return refuse('erase-holds-open', { count: holds_count })
  if (owed_cents > 0) return refuse('erase-money-owed', { owed: cents(owed_cents) })
  if (refund_due_cents > 0) return refuse('erase-refund-due', { owed: cents(refund_due_cents) })
  if (wards_count > 0) return refuse('erase-is-guardian', { count: wards_count })
  return null
}

/** How many digits of a card are shown in a list, and typed to confirm an erasure. */
const TAIL_LENGTH = 4
/** What to type instead for a patron who has no card. */
export const NO_CARD_WORD = 'none'

/** The end of a card: enough to tell two cards apart, too little to make one. */
export function cardTail(barcode: string): string {
  return barcode.slice(-TAIL_LENGTH)
}

/** Whether the typed text is the end of one of these cards, or correctly says that there is none. */
export function isCardTail(typed: string, cards: readonly string[]): boolean {
  const text = typed.trim().toLowerCase()
  if (cards.length === 0) return text === NO_CARD_WORD
  return text.length === TAIL_LENGTH && cards.some((card) => card.toLowerCase().endsWith(text))
}
