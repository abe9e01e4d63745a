/** What stays in the drawer for the next session, and what goes out of it, by the library's recipe. Reads only. */
import { leaveFloat } from '../../../shared/cash/leave-float.ts'
import { piecesTotal, type Pieces } from '../../../shared/cash/pieces.ts'
import { piecesOf } from '../../../shared/cash/session-entries.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import type { Library } from '../../library/library.ts'
import { cashRules } from '../cash-rules.ts'
import type { Looked } from './look.ts'

export type Left = {
  readonly left_cents: Cents
  /** Null: a total was typed. */
  readonly left: Pieces | null
  readonly out_cents: Cents
  readonly out: Pieces | null
  readonly missing_cents: Cents
  readonly to_order: Pieces
}

/** @param leave_cents how much is to stay; null: what the library's rules say */
export function leavingOf(library: Library, { count }: Looked, leave_cents: number | null): Left {
  const { float_total_cents, float_recipe } = cashRules(library)
  const leave = cents(leave_cents ?? float_total_cents)
  const { pieces, counted_cents } = count.body
  if (pieces === null) {
    const left_cents = cents(Math.min(leave, counted_cents))
    const amounts = {
      left_cents,
      out_cents: cents(counted_cents - left_cents),
      missing_cents: cents(leave - left_cents),
    }
    return { ...amounts, left: null, out: null, to_order: {} }
  }
  const recipe = piecesTotal(float_recipe) <= leave ? float_recipe : {}
  const { left, out, missing_cents, to_order } = leaveFloat(piecesOf(pieces), leave, recipe)
  return { left_cents: piecesTotal(left), left, out_cents: piecesTotal(out), out, missing_cents, to_order }
}
