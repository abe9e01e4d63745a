/**
 * The cards that this desk renewed in the months that are counted, from the journal: each with the category and branch
 * of whoever has it now, as long as the desk knows whose it was. Read a few hundred entries at a time, with a turn
 * between, so that no scan waits.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { eventRefText, parseEvent, type DeskEvent } from '../../../shared/journal/event.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { startOfDay, toLocalDate } from '../../../shared/kernel/zone.ts'
import { CardSums, type CardRenewal } from '../../../shared/reports/card-sums.ts'
import { deskZone, here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { readListedAfter } from '../../store/journal/journal-rows.ts'
import { personById } from '../../store/patrons/person-rows.ts'

/** A few milliseconds of reading. */
const READ_EACH = 500

/** All of one kind, from the first on: a clock that was set back ends none of them early. */
async function* everyOf(library: Library, kind: 'card-renewed' | 'patron-change-undone'): AsyncGenerator<DeskEvent> {
  let after = { epoch: 0, seq: 0 }
  for (;;) {
    const events = library.db
      .all(readListedAfter, { kind, ...after, limit: READ_EACH })
      .map((row) => parseEvent(row.content))
    yield* events
    const last = events.at(-1)
    if (!last || events.length < READ_EACH) return
    after = { epoch: last.head.epoch, seq: last.head.seq }
    await nextTurn()
  }
}

/** @param isWaited no: what was read so far is handed back, and nobody reads it */
export async function cardRenewals(library: Library, isWaited: () => boolean): Promise<readonly CardRenewal[]> {
  const { journal } = library
  const zone = deskZone(library)
  const from_ms = startOfDay(new CardSums(here(library).today).from_on, zone)
  const undone = new Set<string>()
  for await (const { kind, body } of everyOf(library, 'patron-change-undone')) {
    if (kind === 'patron-change-undone') undone.add(body.of)
    if (!isWaited()) return []
  }
  const found: CardRenewal[] = []
  for await (const { head } of everyOf(library, 'card-renewed')) {
    if (!isWaited()) return found
    const ref = eventRefText(head)
    if (head.at_ms < from_ms || undone.has(ref)) continue
    const patron_id = journal.partyOf(ref)
    const of = patron_id === null ? null : library.db.get(personById, { patron_id })
    const { category_code, branch_code } = of ?? { category_code: '', branch_code: '' }
    found.push({ on: toLocalDate(instant(head.at_ms), zone), of: of && { category_code, branch_code } })
  }
  return found
}
