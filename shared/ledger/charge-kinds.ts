/** The kinds of charges, listed once, each with its fund. */

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
  'program',
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
  program: 'programs',
  manual: 'other',
  other: 'other',
  credit: 'credits',
}

/** What patrons left on their accounts: the library owes it, and none of it is income. */
export const CREDIT_FUND = FUNDS.credit

export function isChargeKind(kind: string): kind is ChargeKind {
  return Object.hasOwn(FUNDS, kind)
}

/** A kind that only another system has counts as other. */
export function fundOf(kind: string): string {
  return isChargeKind(kind) ? FUNDS[kind] : 'other'
}
