/**
 * A barcode without a record, scanned to check it out or in: the desk offers to make one right away. Only an offer: the
 * row holds nothing back, and Esc or the next scan leaves it.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { answered, withBand } from '../../../shared/desk/session/session.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { plainBand, refusedWords } from '../../../shared/desk/words/words.ts'
import { say } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { findItem } from '../../library/here.ts'
import { speechOf } from '../clerk-language.ts'

/** Whether a record would let the item go somewhere. */
export function isOfferable(desk: Desk): boolean {
  const { mode, patron_id } = desk.session
  return mode === 'in' || (mode === 'out' && patron_id !== null)
}

/** Says that the number is unknown, with the offer in the row. It stays a stop: nothing was recorded. */
export function sayUnknownItem(desk: Desk, barcode: string, refusals: readonly Refusal[]): void {
  const pending: Pending = { ask: 'make-item', barcode }
  const speech = speechOf(desk)
  const choices = choicesOf(speech.words.outcomes, pending)
  const said = { at: desk.library.clock.now(), item: null, scanned: barcode, refusals, choices, pending }
  const { band, row } = refusedWords(speech, { ...said, how: speech.words.outcomes.item.offer })
  const stopped = { outcome: 'stop', kind: 'unknown' } as const
  say(desk, { band: { ...band, ...stopped }, row: { ...row, ...stopped } })
}

export function takeOffer(desk: Desk, row_id: string, barcode: string): Refusal | null {
  if (findItem(desk.library, barcode))
    return refuse('item-known', { barcode, title: findItem(desk.library, barcode)?.title ?? '' })
  const { offer_none, offer_title } = speechOf(desk).words.outcomes.item
  const session = went(answered(desk.session, row_id, offer_none), { place: 'item-new', about: barcode })
  desk.session = withBand(session, plainBand('decide', barcode, offer_title))
  return null
}
