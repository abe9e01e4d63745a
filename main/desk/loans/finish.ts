/**
 * Ends this patron or this cart. What was scanned and is in no record is named, so that no item leaves the desk as if
 * it had been checked out.
 */
import { isBasketEmpty } from '../../../shared/desk/session/basket.ts'
import { cleared, withBand } from '../../../shared/desk/session/session.ts'
import { cartFinished, notFoundRows, unmodified, unrecordedRows } from '../../../shared/desk/session/session-cart.ts'
import { actsCount } from '../../../shared/desk/tally.ts'
import { plainBand, silentBand } from '../../../shared/desk/words/words.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { keepPaper, receiptOfLeaving } from '../papers/keeping.ts'
import { printLeaving } from '../papers/queueing.ts'
import { leftBehind, notRecorded } from './left-behind.ts'

/** @param key whether to show their receipt as they prefer, or not this time */
export function finishHere(desk: Desk, key: 'preferred' | 'no-receipt'): void {
  if (!isHeld(desk)) finish(desk, key)
}

/**
 * The patron would walk out with an item that was not found: Finish says so, and the next one goes on. Where a card
 * waits after a stop, the clerk was held by that already.
 */
function isHeld(desk: Desk): boolean {
  const { session } = desk
  const left = session.mode === 'out' && !session.is_waiting_held ? notFoundRows(session) : []
  if (left.length <= session.named_at_finish_count) return false
  const { finished } = speechOf(desk).words.outcomes.loan
  desk.session = {
    ...withBand(session, plainBand('stop', finished.held, notRecorded(desk, left), finished.again)),
    named_at_finish_count: left.length,
  }
  return true
}

function finish(desk: Desk, key: 'preferred' | 'no-receipt'): void {
  const { session } = desk
  const { receipt, sent } = printLeaving(desk, receiptOfLeaving(desk, key, true))
  const acts = actsCount(session.tally)
  const { finished } = speechOf(desk).words.outcomes.loan
  const did = acts === 0 ? '' : finished.recorded(acts)
  const unpaid = isBasketEmpty(session.basket) ? '' : speechOf(desk).words.pages.pay.dropped
  const isOut = session.mode === 'out'
  const gone = leftBehind(desk)
  const heading = isOut ? finished.patron : finished.cart
  // Modifiers stay from cart to cart; a patron's leave with the patron.
  desk.session = isOut ? unmodified(cleared(session)) : cartFinished(session)
  const left = isOut ? [] : unrecordedRows(session)
  if (left.length > 0) {
    const band = plainBand('stop', heading, did, notRecorded(desk, left), finished.stay(left.length))
    desk.session = withBand(desk.session, { ...band, weight: 'quiet' })
  } else if (session.patron_id !== null || session.rows.length > 0 || unpaid !== '') {
    const shown = sent ?? (receipt?.is_given ? finished.receipt : '')
    desk.session = withBand(desk.session, silentBand(heading, did, gone, shown, unpaid))
  }
  keepPaper(desk, receipt)
}
