/** What goes into the bag of a close, added up while the last step is filled in. Records nothing. */
import type { PreviewLine } from '../../../../shared/desk/page.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { addCents, cents, type Cents } from '../../../../shared/kernel/money.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { leavingOf } from '../../../cash/closing/leaving.ts'
import { lookAtClose, mayKnow } from '../../../cash/closing/look.ts'
import { placeSeen } from '../../../cash/places.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'

export function previewBag(desk: Desk, input: Input<'closing.bag-preview'>): readonly PreviewLine[] {
  const { library } = desk
  const { drawer_code, leave_cents } = input
  const looked = lookAtClose(library, drawer_code)
  if (isRefusal(looked) || !mayKnow(library, actorOf(desk), looked)) return []
  const { out_cents, left_cents } = leavingOf(library, looked, leave_cents)
  const bag = { cash: out_cents, checks: cents(looked.counted.checks_cents), safe: cents(input.safe_cents ?? 0) }
  const { words, money } = speechOf(desk)
  const { close } = words.pages.drawer
  const safe = placeSeen(library, actorOf(desk), 'safe')
  // Whoever may not see what is in the safe is told when it is refused: each of those is kept, and they are few.
  const isTooMuch = safe !== null && bag.safe > Math.max(0, safe)
  return [
    { text: close.stays_sum(money(left_cents)), tone: 'plain' },
    { text: close.bag_sum(parts(desk, bag), money(addCents(bag.cash, bag.checks, bag.safe))), tone: 'plain' },
    ...(isTooMuch ? [{ text: close.safe_hint(money(safe)), tone: 'stop' } as const] : []),
  ]
}

/** "$4.23 cash + $40.00 checks + $10.00 from the safe": what there is none of is left out, other than the cash. */
function parts(desk: Desk, { cash, checks, safe }: Readonly<Record<'cash' | 'checks' | 'safe', Cents>>): string {
  const { words, money } = speechOf(desk)
  const { bag_parts } = words.pages.drawer.close
  const more = [
    ...(checks === 0 ? [] : [bag_parts.checks(money(checks))]),
    ...(safe === 0 ? [] : [bag_parts.safe(money(safe))]),
  ]
  return [bag_parts.cash(money(cash)), ...more].join(' + ')
}
