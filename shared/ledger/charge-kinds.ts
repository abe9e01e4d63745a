/** The kinds of charges, listed once, each with its fund. */
import type { RefundMethod } from './accounts.ts'

/**
 * `manual`: added by a person without a fee from the table. `credit`: what a patron left on the account; it is worth
 * nothing, and only gives back what was paid on it.
 */
export const CHARGE_KINDS = [
  'overdue',
  'lost',
  'processing',
  'damaged',
  'part',
  'rental',
  'card',
  'manual',
  'other',
  'credit',
] as const
export type ChargeKind = (typeof CHARGE_KINDS)[number]

const FUNDS: Readonly<Record<ChargeKind, string>> = {
  overdue: 'fines',
  lost: 'lost',
  processing: 'processing',
  damaged: 'damage',
  part: 'damage',
  rental: 'rentals',
  card: 'cards',
  manual: 'other',
  other: 'other',
  credit: 'credits',
}

/** What patrons left on their accounts: the library owes it, and none of it is income. */
export const CREDIT_FUND = FUNDS.credit

export function isChargeKind(kind: string): kind is ChargeKind {
  return Object.hasOwn(FUNDS, kind)
}

/** The kind of a credit that came with the library's data, by how it goes back. */
export const CREDIT_KINDS = {
  credit: 'opening-credit',
  drawer: 'opening-drawer',
  check: 'opening-check',
} as const satisfies Readonly<Record<RefundMethod, string>>
export type CreditKind = (typeof CREDIT_KINDS)[RefundMethod]

const CREDITS: ReadonlySet<string> = new Set(Object.values(CREDIT_KINDS))

export function isCreditKind(kind: string): kind is CreditKind {
  return CREDITS.has(kind)
}

/** What the former system owed to patrons is no income either. A kind that only another system has counts as other. */
export function fundOf(kind: string): string {
  if (isCreditKind(kind)) return CREDIT_FUND
  return isChargeKind(kind) ? FUNDS[kind] : 'other'
}
