/**
 * Cash rounding, where a jurisdiction rounds. Only the part that is paid in cash is ever rounded, once, at the end:
 * never a line, a tax, a card or a check. Pure.
 */
import { cents, type Cents } from '../kernel/money.ts'

/**
 * `off`: to the cent, which is how a library starts. `always`: cash goes to the nearest five cents. `no-exact-change`:
 * the same, but only where the clerk says that the drawer cannot make exact change.
 */
export const CASH_ROUNDINGS = ['off', 'always', 'no-exact-change'] as const
export type CashRounding = (typeof CASH_ROUNDINGS)[number]

/** `exact`: a refund is what was paid, to the cent. `mirrored`: rounded as the sale of the same amount would be. */
export const REFUND_ROUNDINGS = ['exact', 'mirrored'] as const
export type RefundRounding = (typeof REFUND_ROUNDINGS)[number]

const STEP_CENTS = 5

/** To the nearest five cents, the same way up and down: 1 and 2 go down, 3 and 4 go up. */
export function nearestFive(amount: Cents): Cents {
  const size = Math.abs(amount) + 2
  const rounded = size - (size % STEP_CENTS)
  return cents(amount < 0 ? 0 - rounded : rounded)
}

/** @param is_exact_possible whether the drawer can make change to the cent, by the clerk */
export function roundsCash(rounding: CashRounding, is_exact_possible: boolean): boolean {
  return rounding === 'always' || (rounding === 'no-exact-change' && !is_exact_possible)
}
