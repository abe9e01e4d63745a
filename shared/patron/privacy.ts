/**
 * What the desk decides about a patron's confidentiality: how much of a record may be disclosed to whom, when an
 * account may be erased, why it was opened. Codes and their words; the codes are sealed, so they hold nothing about one
 * person. The standard is Illinois (75 ILCS 70/1): in an emergency, who a person is, and never what they read.
 */
import { refuse, type Refusal } from '../refusals/refusals.ts'
import { cents, type Cents } from '../kernel/money.ts'

type Coded<Code extends string> = { readonly code: Code; readonly label: string }

export const DISCLOSURE_BASES = [
  { code: 'patron-asked', label: 'The patron asked for it' },
  { code: 'guardian-asked', label: 'A parent or guardian asked' },
  { code: 'court-order', label: 'Court order' },
  { code: 'emergency', label: 'Sworn officer, somebody in danger now' },
  { code: 'other', label: 'Something else' },
] as const satisfies readonly Coded<string>[]
export type DisclosureBasis = (typeof DISCLOSURE_BASES)[number]['code']

export const DISCLOSED = [
  { code: 'identity', label: 'Who they are: name, address, telephone' },
  { code: 'account', label: 'The account: what is out and what is owed' },
  { code: 'everything', label: 'Everything the library holds' },
] as const satisfies readonly Coded<string>[]
export type Disclosed = (typeof DISCLOSED)[number]['code']

/** Why an account was opened without its card. */
export const VIEW_REASONS = [
  { code: 'here', key: 'H', label: 'Here without the card' },
  { code: 'telephone', key: 'T', label: 'On the telephone' },
  { code: 'letter', key: 'L', label: 'A letter or an e-mail' },
  { code: 'hold', key: 'D', label: 'A hold or a reminder' },
  { code: 'money', key: 'M', label: 'Something owed or returned' },
  { code: 'mend', key: 'R', label: 'To mend the record' },
  { code: 'other', key: 'O', label: 'Another reason' },
] as const
export type ViewReason = (typeof VIEW_REASONS)[number]['code']

export function isViewReason(code: string): code is ViewReason {
  return VIEW_REASONS.some((one) => one.code === code)
}

/** The words of a code; the code itself when this version does not know it. */
export function privacyLabel(code: string): string {
  return [...DISCLOSURE_BASES, ...DISCLOSED, ...VIEW_REASONS].find((one) => one.code === code)?.label ?? code
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
  const isTold = below !== null && age !== null && age < below && ask.what === 'account'
  return isTold ? null : refuse('disclosure-not-guardian')
}

export type EraseAsk = {
  readonly loans_count: number
  readonly holds_count: number
  readonly owed_cents: Cents
  readonly refund_due_cents: Cents
}

/** What prevents erasing an account: the first thing that must be ended, or null. */
export function eraseRefusal({ loans_count, holds_count, owed_cents, refund_due_cents }: EraseAsk): Refusal | null {
  if (loans_count > 0) return refuse('erase-loans-out', { count: loans_count })
  if (holds_count > 0) return refuse('erase-holds-open', { count: holds_count })
  if (owed_cents > 0) return refuse('erase-money-owed', { owed: cents(owed_cents) })
  if (refund_due_cents > 0) return refuse('erase-refund-due', { owed: cents(refund_due_cents) })
  return null
}

/** How many digits of a card are typed to confirm an erasure. */
const TAIL_LENGTH = 4
/** What to type instead for a patron who has no card. */
export const NO_CARD_WORD = 'none'

/** Whether the typed text is the end of one of these cards, or correctly says that there is none. */
export function isCardTail(typed: string, cards: readonly string[]): boolean {
  const text = typed.trim().toLowerCase()
  if (cards.length === 0) return text === NO_CARD_WORD
  return text.length === TAIL_LENGTH && cards.some((card) => card.toLowerCase().endsWith(text))
}
