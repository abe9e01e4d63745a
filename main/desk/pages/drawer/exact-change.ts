/** Whether the drawer can pay money back to the cent: asked where refunds are rounded only when it cannot. */
import { cashRules } from '../../../cash/cash-rules.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { field } from '../make.ts'

/** `known`: what an act says without asking. */
export function exactChange(desk: Desk) {
  const { rounding, refund_rounding } = cashRules(desk.library)
  if (rounding !== 'no-exact-change' || refund_rounding === 'exact')
    return { known: { is_exact_possible: true }, asks: [] }
  const label = speechOf(desk).words.pages.drawer.refunding.has_exact
  return { known: {}, asks: [field('is_exact_possible', label, 'tick', { value: 'yes' })] }
}
