/**
 * Goods and work that pay charges, such as food for fines or reading time: what they are worth, and which charges they
 * take it off. Pure. They are no money: nothing is ever given back for them, and what they take off is not refunded.
 */
import type { InKindTender } from '../policy/cash-facts.ts'
import { cents, type Cents } from '../kernel/money.ts'

/** What was given: pieces, or minutes of work; or its worth, where the library asks for that. */
export type InKindGiven = { readonly quantity_count: number | null; readonly amount_cents: number | null }

const MINUTES_PER_HOUR = 60

/** What it is worth, a part of a cent left out; null: it is not said as this kind asks for it. */
export function worthOf(
  { per_kind, value_cents }: Pick<InKindTender, 'per_kind' | 'value_cents'>,
  given: InKindGiven,
): Cents | null {
  const { quantity_count, amount_cents } = given
  if (per_kind === 'asked') return quantity_count === null && amount_cents !== null ? cents(amount_cents) : null
  if (quantity_count === null || amount_cents !== null || value_cents === null) return null
  const worth = quantity_count * value_cents
  return cents(per_kind === 'piece' ? worth : Math.floor(worth / MINUTES_PER_HOUR))
}

const OVERDUE = ['overdue']
const LOST = ['lost', 'processing']
const DAMAGE = ['damaged', 'part']

/** Whether it pays charges of this kind. A kind that only another system has counts as a fee. */
export function paysCharge(kind: InKindTender, charge_kind: string): boolean {
  if (OVERDUE.includes(charge_kind)) return kind.is_for_overdue
  if (LOST.includes(charge_kind)) return kind.is_for_lost
  return DAMAGE.includes(charge_kind) ? kind.is_for_damage : kind.is_for_fees
}

type Owing = {
  readonly charge_ref: string
  readonly patron_id: number
  readonly kind: string
  readonly owed_cents: Cents
}

/**
 * By charge, what it takes off, in their order: no more than its worth, than a receipt takes, and than is left of the
 * month of each patron.
 *
 * @param before what it took off for each patron this month
 */
export function takenOff(
  kind: InKindTender,
  owing: readonly Owing[],
  worth_cents: Cents,
  before: ReadonlyMap<number, number>,
): ReadonlyMap<string, Cents> {
  const { receipt_cents_max, month_cents_max } = kind
  const off = new Map<string, Cents>()
  const months = new Map(before)
  let left = Math.min(worth_cents, receipt_cents_max ?? worth_cents)
  for (const { charge_ref, patron_id, kind: charge_kind, owed_cents } of owing) {
    const month = months.get(patron_id) ?? 0
    const open = month_cents_max === null ? owed_cents : Math.max(0, month_cents_max - month)
    const by = paysCharge(kind, charge_kind) ? Math.min(left, owed_cents, open) : 0
    if (by === 0) continue
    off.set(charge_ref, cents(by))
    months.set(patron_id, month + by)
    left -= by
  }
  return off
}
