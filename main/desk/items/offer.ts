/**
 * What a scan shows or offers: where an item belongs, a record for a barcode without one, a return of what was scanned
 * with nobody open. Only an offer: the row holds nothing back, and Esc or the next scan leaves it.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { answered, withBand, withRow } from '../../../shared/desk/session/session.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { plainBand, quietBand, refusedWords } from '../../../shared/desk/words/words.ts'
import { say } from '../acts.ts'
import { whereItIs } from '../pages/items/items-of-title.ts'
import type { Desk } from '../desk.ts'
import { findItem } from '../../library/here.ts'
import { loanOfItem, type ItemRow } from '../../store/circulation/item-rows.ts'
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

/** It is out, and nobody is open: perhaps it comes back, perhaps its patron wants to renew it. */
export function offerReturn(desk: Desk, item: ItemRow): void {
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  const pending: Pending = { ask: 'take-back', item_barcode: item.barcode }
  const speech = speechOf(desk)
  const { out, out_how, happened } = speech.words.outcomes.loan.shown
  const { lost } = speech.words.pages.items.status
  const says = item.status === 'lost' ? lost : loan === null ? '' : out(speech.moment(loan.due_at_ms))
  const { title, author, barcode, call_number } = item
  const about = { at: desk.library.clock.now(), outcome: 'decide', title, author, barcode, call_number } as const
  const choices = choicesOf(speech.words.outcomes, pending)
  say(desk, {
    band: plainBand('decide', title, says, out_how),
    row: { ...about, happened, notes: [says], choices, pending },
  })
}

export function takeOffer(desk: Desk, row_id: string, barcode: string): Refusal | null {
  if (findItem(desk.library, barcode))
    return refuse('item-known', { barcode, title: findItem(desk.library, barcode)?.title ?? '' })
  const { offer_none, offer_title } = speechOf(desk).words.outcomes.item
  const session = went(answered(desk.session, row_id, offer_none), { place: 'item-new', about: barcode })
  desk.session = withBand(session, plainBand('decide', barcode, offer_title))
  return null
}

/** An item scanned with no patron open, and not checked out: what it is and where it belongs. Changes nothing. */
export function showItem(desk: Desk, item: ItemRow): void {
  const home = desk.library.branch(item.home_branch_code)?.name ?? item.home_branch_code
  const at = desk.library.clock.now()
  const { title, author, barcode, call_number } = item
  const where = [item.location, home].filter((part) => part !== '').join(', ')
  const copy = whereItIs(speechOf(desk), { status: item.status, due_at_ms: null })
  const { shown } = speechOf(desk).words.outcomes.loan
  const how = copy.tone === 'good' ? shown.lend : shown.look
  desk.session = withBand(
    withRow(desk.session, {
      at,
      outcome: 'done',
      title,
      author,
      barcode,
      call_number,
      happened: shown.happened,
      fact: where,
    }),
    { ...quietBand(title, copy.words, where, how), fact: { label: shown.label, text: call_number || where } },
  )
}
