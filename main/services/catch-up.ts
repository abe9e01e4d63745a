/**
 * A command came again that the journal has already, but this session does not know: the process died between the
 * record and the answer. Shows what was recorded, from the record itself. Must never record anything.
 */
import type { CheckInDecision, Oddity } from '../../shared/circulation/check-in.ts'
import { signedIn, signedOut, undone, type Session } from '../../shared/desk/session.ts'
import { lentWords, renewedWords, takenBackWords } from '../../shared/desk/words.ts'
import { eventRefText, type DeskEvent } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { branchCode } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import type { ItemRow } from '../store/item-rows.ts'
import { dueSaid, say } from './acts.ts'
import { findItem } from './circulate.ts'
import type { Desk } from './context.ts'
import { staffOfCode } from './staff.ts'

export function catchUp(desk: Desk, events: readonly DeskEvent[]): void {
  for (const event of events) {
    // Nobody is signed in: who works here may be shown, what was lent may not.
    const isOfStaff = event.kind === 'staff-signed-in' || event.kind === 'staff-signed-out'
    if (isOfStaff || desk.session.staff !== null) showEvent(desk, event)
  }
}

/** A loan stands only in the rows of its own patron. */
function isOfOpenPatron(desk: Desk, event: DeskEvent): boolean {
  const patron_id = desk.journal.partyOf(eventRefText(event.head))
  return patron_id !== null && patron_id === desk.session.patron_id
}

function showEvent(desk: Desk, event: DeskEvent): void {
  switch (event.kind) {
    case 'staff-signed-out':
      desk.session = signedOut(desk.session)
      return
    case 'staff-signed-in': {
      const staff = staffOfCode(desk, event.body.staff)
      if (staff) desk.session = signedIn(desk.session, staff)
      return
    }
    case 'item-checked-out':
      if (isOfOpenPatron(desk, event)) say(desk, lentWords(wordsOfDue(desk, event)))
      return
    case 'loan-renewed':
      return say(desk, renewedWords(wordsOfDue(desk, event)))
    case 'item-checked-in':
      return say(desk, takenBackWords(inSaid(desk, event)))
    case 'check-out-undone':
    case 'check-in-undone':
    case 'renewal-undone':
      desk.session = undoneRow(desk.session, event.body.of)
      return
    case 'epoch-opened':
    case 'data-imported':
    case 'clock-confirmed':
      return
  }
}

function undoneRow(session: Session, of: string): Session {
  const row = session.rows.find((one) => one.event === of && one.act !== 'none')
  return row ? undone(session, row.row.row_id) : session
}

function itemOf(desk: Desk, barcode: string): ItemRow {
  return must(findItem(desk, barcode), 'the item of an event is known')
}

function wordsOfDue(
  desk: Desk,
  event: Extract<DeskEvent, { kind: 'item-checked-out' | 'loan-renewed' }>,
): Parameters<typeof lentWords>[0] {
  const { item_barcode, due_at_ms, steps } = event.body
  const at = instant(event.head.at_ms)
  const item = itemOf(desk, item_barcode)
  return dueSaid(desk, { item, at, due_at: instant(due_at_ms), steps, event: eventRefText(event.head) })
}

function inSaid(
  desk: Desk,
  event: Extract<DeskEvent, { kind: 'item-checked-in' }>,
): Parameters<typeof takenBackWords>[0] {
  const { body, head } = event
  const oddities: Oddity[] = body.loan ? [] : ['was-not-out']
  const late = { is_overdue: body.days_overdue_count > 0, days_overdue: body.days_overdue_count }
  const decision: CheckInDecision = {
    was_out: body.loan !== null,
    late: { ...late, open_days_overdue: 0, open_minutes_overdue: 0 },
    place: placeOf(body),
    status_after: body.status as CheckInDecision['status_after'],
    oddities,
  }
  const to_name = desk.library.branch(body.to_branch)?.name ?? body.to_branch
  const item = itemOf(desk, body.item_barcode)
  return { item, at: instant(head.at_ms), decision, event: eventRefText(head), to_name }
}

function placeOf(body: Extract<DeskEvent, { kind: 'item-checked-in' }>['body']): CheckInDecision['place'] {
  switch (body.place) {
    case 'shelf':
      return { kind: 'shelf' }
    case 'hold':
      return { kind: 'hold', was_ready: false }
    case 'transit':
      return { kind: 'transit', to_branch: branchCode(body.to_branch), why: 'home' }
    case 'set-aside':
      return { kind: 'set-aside', why: body.status === 'damaged' ? 'damaged' : 'withdrawn' }
  }
}
