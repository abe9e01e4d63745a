/**
 * "Explain this result" for a hold that was just placed: its place in the queue, what can fill it, what it counts
 * against, where and until when, and what was told or overridden. Names nobody who waits for the same.
 */
import { holdExpires } from '../../../../shared/circulation/holds/hold-shelf.ts'
import { decideHold } from '../../../../shared/circulation/holds/hold-place.ts'
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import type { SessionRow } from '../../../../shared/desk/session/session.ts'
import { capital } from '../../../../shared/desk/words/words.ts'
import { eventRefText, type EventOf } from '../../../../shared/journal/event.ts'
import { instant, localDate } from '../../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../../shared/kernel/zone.ts'
import { isRefusalCode } from '../../../../shared/refusals/refusals.ts'
import { readAccount } from '../../../circulation/accounts/account.ts'
import { holdAsk, itemTarget, titleTarget, usualPickup, type Target } from '../../../circulation/holds/placing.ts'
import { findHold } from '../../../circulation/holds/reading.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { findItem, here } from '../../../library/here.ts'
import { placeWords } from '../../../papers/hold-words.ts'
import { titleIdByRef } from '../../../store/circulation/item-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { facts, goTo, page, text } from '../make.ts'
import { refusalsSection } from './explain-parts.ts'

type Placed = EventOf<'hold-placed'>

/** The hold that this row placed; null for a row of anything else. */
export function holdPlacedBy(desk: Desk, { event }: SessionRow): Placed | null {
  const found = event === '' ? null : desk.library.journal.event(event)
  return found?.kind === 'hold-placed' ? found : null
}

export function explainHoldPage(desk: Desk, { row }: SessionRow, placed: Placed): PageView {
  const { words } = speechOf(desk)
  const said = words.pages.policy.explain
  const { item_barcode } = placed.body
  const target = targetOf(desk, placed)
  return page(desk.library, {
    ref: { place: 'explain', about: '' },
    heading: said.heading(row.title),
    sections: [
      text('result', said.result(row.happened), row.notes.map(capital)),
      ...(target ? decidedSections(desk, placed, target) : []),
    ],
    acts: [
      ...(target
        ? [goTo({ place: 'title', about: String(target.title.title_id) }, words.pages.items.item.title, 'T')]
        : []),
      ...(item_barcode === null ? [] : [goTo({ place: 'item', about: item_barcode }, said.to_item, 'I')]),
    ],
  })
}

function targetOf({ library }: Desk, { body }: Placed): Target | null {
  const item = body.item_barcode === null ? null : findItem(library, body.item_barcode)
  if (item) return itemTarget(library, item, true)
  const known = library.db.get(titleIdByRef, { title_ref: body.title_ref })
  return known && titleTarget(library, known.title_id)
}

/** The same decision once more, without the hold itself. Says nothing of an account that is not open. */
function decidedSections(desk: Desk, placed: Placed, target: Target): readonly Section[] {
  const { library, session } = desk
  const hold = findHold(library, eventRefText(placed.head))
  const at = here(library)
  const isOwn = hold !== null && hold.patron_id === session.patron_id
  const account = isOwn ? readAccount(library, hold.patron_id, at.today, session.card_status) : null
  if (hold === null || account === null) return []
  const { pickup_branch, overridden } = placed.body
  const ask = holdAsk(library, { account, target, pickup_branch, overrides: [] }, at, hold.facts.hold_ref)
  const decision = decideHold({ ...ask, overridden: overridden.filter(isRefusalCode) })
  const told = { alerts: [], overrode: [], ...decision, refusals: [] }
  const speech = speechOf(desk)
  const { place, place: words } = speech.words.pages.holds
  const { explain } = speech.words.pages.policy
  const isUsual = pickup_branch === usualPickup(library, account)
  const where = branchName(library, pickup_branch)
  return [
    facts('hold', '', [
      [explain.hold.line, placeWords(library, speech, hold)],
      [place.asked, target.item === null ? words.any_copy : words.this_item],
      [explain.hold.can_fill, words.in_of(ask.lendable_count, ask.items_count)],
      [explain.hold.counts, explain.hold.counts_of(ask.holds_count + 1, ask.settings.holds_count_max)],
      [place.pickup, isUsual ? explain.hold.usual(where) : explain.hold.chosen(where)],
      [place.wanted, untilWords(desk, placed)],
    ]),
    refusalsSection(desk, 'said', explain.alerts, told),
  ]
}

function untilWords(desk: Desk, { head, body }: Placed): string {
  const { library } = desk
  const { words, date } = speechOf(desk)
  const { hold } = words.pages.policy.explain
  if (body.expires_on === null) return words.pages.holds.place.wanted_always
  const placed_on = toLocalDate(instant(head.at_ms), here(library).branch.zone)
  const isUsual = body.expires_on === holdExpires(placed_on, library.policy().settings)
  const on = date(localDate(body.expires_on))
  return isUsual ? hold.by_rule(on) : hold.chosen(on)
}
