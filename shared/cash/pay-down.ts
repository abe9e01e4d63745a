/** Which charges a payment pays when it does not reach for all of them. Pure. */
import { cents, type Cents } from '../kernel/money.ts'

type Owing = { readonly charge_ref: string; readonly owed_cents: Cents }

export type PaidLine = { readonly charge_ref: string; readonly amount_cents: Cents }

/**
 * Spreads an amount over charges as they come, which is oldest first.
 *
 * @returns a line for each charge that is paid in part or whole; `over_cents`: what no charge takes
 */
export function payDown(
  owing: readonly Owing[],
  amount_cents: Cents,
): { readonly lines: readonly PaidLine[]; readonly over_cents: Cents } {
  const lines: PaidLine[] = []
  let left: number = amount_cents
  for (const { charge_ref, owed_cents } of owing) {
    const by = Math.min(left, owed_cents)
    if (by <= 0) continue
    lines.push({ charge_ref, amount_cents: cents(by) })
    left -= by
  }
  return { lines, over_cents: cents(left) }
}
