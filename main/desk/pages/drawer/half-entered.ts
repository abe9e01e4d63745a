/** The way out of a close that a half entered payment stops: on its page, what nobody takes is discarded. */
import type { Act } from '../../../../shared/desk/page.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { isPaymentHalfEntered } from '../../money/pay/half-entered.ts'
import { act, callOf } from '../make.ts'

/** None where nothing is half entered. */
export function discardActs(desk: Desk, { drawer_code }: SessionRow): readonly Act[] {
  if (!isPaymentHalfEntered(desk, drawer_code)) return []
  const { close } = speechOf(desk).words.pages.drawer
  const call = callOf('payment.discard', { drawer_code })
  return [act({ key: 'W', label: close.discard, says: close.discard_says, call })]
}
