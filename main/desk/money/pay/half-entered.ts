/**
 * Payments that are half entered at this desk: what waits in the basket, and amounts that were typed for a drawer and
 * not entered, by anybody. The drawer is not closed before they are taken or discarded.
 */
import { isBasketEmpty } from '../../../../shared/desk/session/basket.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { TYPED_AMOUNT } from '../../../../shared/desk/pay/payment.ts'
import { quietBand } from '../../../../shared/desk/words/words.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { brand } from '../../../../shared/kernel/brand.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { instant, MS_PER_HOUR } from '../../../../shared/kernel/time.ts'
import { anySessionFor, isSession } from '../../../cash/sessions.ts'
import { deleteDraft } from '../../../journal/own-values.ts'
import { draftsOfPages } from '../../../store/journal/draft-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { emptyBasket } from './basket.ts'

/** The drafts of payments into this drawer in which an amount is typed. */
function typedFor({ library }: Desk, drawer_code: string) {
  const session = anySessionFor(library, drawer_code)
  const code = isSession(session) ? session.drawer_code : drawer_code
  const kept_ms = library.policy().settings.drafts_kept_hours_count * MS_PER_HOUR
  const since_ms = instant(library.clock.now() - kept_ms)
  const pages = { page_name: 'pay ', other_name: `pay ${code}` }
  return library.db.all(draftsOfPages, { ...pages, since_ms }).filter(({ content }) => {
    const texts = JSON.parse(content) as Readonly<Record<string, string>>
    return (texts[TYPED_AMOUNT] ?? '') !== ''
  })
}

/** Somebody's things wait here to be paid, or an amount is typed and not entered. */
export function isPaymentHalfEntered(desk: Desk, drawer_code: string): boolean {
  return !isBasketEmpty(desk.session.basket) || typedFor(desk, drawer_code).length > 0
}

/** Nothing of it is taken. */
export function discardPayments(desk: Desk, { drawer_code }: Input<'payment.discard'>): null {
  emptyBasket(desk)
  for (const { content: _, patron_id, ...named } of typedFor(desk, drawer_code))
    // Zero: of no patron.
    deleteDraft(desk.library.journal, { ...named, patron_id: brand<PatronId>(patron_id) })
  desk.session = withBand(desk.session, quietBand(speechOf(desk).words.pages.pay.dropped))
  return null
}
