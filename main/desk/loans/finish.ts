/**
 * Ends this patron or this cart. What was scanned and is in no record is named, so that no item leaves the desk as if
 * it had been checked out.
 */
import { isBasketEmpty } from '../../../shared/desk/session/basket.ts'
import type { PaperDraft } from '../../../shared/desk/papers.ts'
import { cleared, withBand, type Session } from '../../../shared/desk/session/session.ts'
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
  const { finished } = speechOf(desk).words.outcomes.loan
  const isOut = session.mode === 'out'
  const heading = isOut ? finished.patron : finished.cart
  const { receipt, says, did } = leaving(desk, key)
  // Modifiers stay from cart to cart; a patron's leave with the patron.
  desk.session = isOut ? unmodified(cleared(session)) : cartFinished(session)
  const left = isOut ? [] : unrecordedRows(session)
  if (left.length > 0) {
    const band = plainBand('stop', heading, did, notRecorded(desk, left), finished.stay(left.length))
    desk.session = withBand(desk.session, { ...band, weight: 'quiet' })
  } else if (says !== null) desk.session = withBand(desk.session, silentBand(heading, ...says))
  keepPaper(desk, receipt)
}

/** What becomes of a patron or a cart that makes way; `says` is null where nobody and nothing was there. */
type Leaving = {
  readonly receipt: PaperDraft | null
  readonly did: string
  readonly says: readonly string[] | null
}

/** Sends the receipt to the printer. Read before the desk is cleared; the receipt is kept after it. */
function leaving(desk: Desk, key: 'preferred' | 'no-receipt'): Leaving {
  const { session } = desk
  const { receipt, sent } = printLeaving(desk, receiptOfLeaving(desk, key, true))
  const acts = actsCount(session.tally)
  const { finished } = speechOf(desk).words.outcomes.loan
  const did = acts === 0 ? '' : finished.recorded(acts)
  const unpaid = isBasketEmpty(session.basket) ? '' : speechOf(desk).words.pages.pay.dropped
  const shown = sent ?? (receipt?.is_given ? finished.receipt : '')
  const wasHere = session.patron_id !== null || session.rows.length > 0 || unpaid !== ''
  return { receipt, did, says: wasHere ? [did, leftBehind(desk), shown, unpaid] : null }
}

/** Whoever signs out finishes the patron too: the receipt is printed, and stays on no screen. */
export function printForNobody(desk: Desk): void {
  leaving(desk, 'preferred')
}

/**
 * Another person comes to the open desk in the middle of a patron or a cart, who is finished by that.
 * @param change what clears the desk for them
 * @returns what became of it, for their greeting
 */
export function finishForAnother(desk: Desk, change: (session: Session) => Session): readonly string[] {
  const { open, finished } = speechOf(desk).words.outcomes.loan
  const { patron_id, mode } = desk.session
  const whose = patron_id !== null ? open.switched : mode === 'in' ? finished.cart : ''
  const { receipt, says } = leaving(desk, 'preferred')
  desk.session = change(desk.session)
  keepPaper(desk, receipt)
  return says === null ? [] : [whose, ...says].filter((text) => text !== '')
}
