/** Sales tax on one line, in whole cents. Pure. */
import { cents, type Cents } from '../kernel/money.ts'

const BASIS_POINTS = 10_000

/** @param tax_bp hundredths of a percent, 825 for 8.25 %; half a cent is rounded up */
export function taxOf(amount_cents: number, tax_bp: number): Cents {
  return cents(Math.floor((amount_cents * tax_bp + BASIS_POINTS / 2) / BASIS_POINTS))
}
