/**
 * A repeated command that the journal has but this session does not know: the process died between record and answer.
 * Shows what was recorded, from the record itself. Must never record anything: it would be done twice.
 */
import type { CheckInDecision, Oddity } from '../../shared/circulation/loans/check-in.ts'
import { withRow } from '../../shared/desk/session/session.ts'
import { signedIn, signedOut } from '../../shared/desk/session/session-staff.ts'
import { lentWords, renewedWords } from '../../shared/desk/words/words.ts'
import { goneBackWords, takenBackWords } from '../../shared/desk/words/words-in.ts'
import { isCashKind } from '../../shared/journal/events/cash.ts'
import { eventRefText, type DeskEvent, type EventKind } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { branchCode } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import { loanOfItem, type ItemRow } from '../store/circulation/item-rows.ts'
import { lenderOf } from '../circulation/items/item-facts.ts'
import { dueSaid, say } from './acts.ts'
import { actAt } from '../circulation/loans/past-acts.ts'
import { findItem } from '../library/here.ts'
import { showUndone } from './loans/undo.ts'
import { askOpen } from './money/return-questions.ts'
import type { Desk } from './desk.ts'
import type { Command } from '../library/command.ts'
import { staffOfCode } from '../library/staff-known.ts'
import { speechOf } from './clerk-language.ts'
import type { Library } from '../library/library.ts'

/** @param command what recorded them: everything shown can be undone as a whole */
export function catchUp(desk: Desk, events: readonly DeskEvent[], command: Command): void {
  // The charge that a refund changes first is a part of it.
  const first = events.find((event) => isCashKind(event.kind)) ?? events[0]
  const ofUndone = first?.kind === 'act-undone' ? actAt(desk.library, first.body.of) : null
  if (ofUndone) return showUndone(desk, ofUndone)
  const isLent = events.some((event) => event.kind === 'item-checked-out')
  for (const event of events) {
    // With nobody signed in, staff entries can be shown, loans cannot.
    const isOfStaff = event.kind === 'staff-signed-in' || event.kind === 'staff-signed-out'
    // Checked in from one patron and out to another is one act, and one row.
    const isPart = isLent && event.kind === 'item-checked-in'
    if (isOfStaff || (desk.session.staff !== null && !isPart)) showEvent(desk, event, command)
  }
  if (first && desk.session.staff !== null) showEntry(desk, first, command)
}

/** Entries that cannot be undone. */
const FINAL: ReadonlySet<EventKind> = new Set<EventKind>([
  'claim-checked',
  'note-removed',
  'pickup-ended',
  'item-made',
  'outage-declared',
])

/** The row of an act that neither checks out nor in, so that it is seen and can be undone. */
function showEntry(desk: Desk, event: DeskEvent, { command_id }: Command): void {
  const { kind, head, body } = event
  const { note, ...entries } = speechOf(desk).words.outcomes.records.late
  if (!(kind in entries)) return
  const happened = entries[kind as keyof typeof entries]
  const barcode = 'item_barcode' in body ? (body.item_barcode ?? '') : ''
  const item = barcode === '' ? null : findItem(desk.library, barcode)
  desk.session = withRow(desk.session, {
    at: instant(head.at_ms),
    outcome: 'done',
    title: item?.title ?? happened,
    barcode,
    happened,
    notes: [note],
    due_at_ms: event.kind === 'due-date-set' ? event.body.due_at_ms : null,
    act: FINAL.has(kind) || isCashKind(kind) ? 'none' : 'account',
    event: eventRefText(head),
    command_id,
  })
}

/** A loan appears only in the rows of its own patron. */
function isOfOpenPatron(desk: Desk, event: Extract<DeskEvent, { kind: 'item-checked-out' }>): boolean {
  const loan = desk.library.db.get(loanOfItem, {
    item_id: itemOf(desk.library, event.body.item_barcode).item_id,
  })
  return loan?.loan_ref === eventRefText(event.head) && loan.patron_id === desk.session.patron_id
}

function showEvent(desk: Desk, event: DeskEvent, command: Command): void {
  switch (event.kind) {
    case 'staff-signed-out':
      desk.session = signedOut(desk.session)
      return
    case 'staff-signed-in': {
      const staff = staffOfCode(desk.library, event.body.staff)
      if (staff) desk.session = signedIn(desk.session, staff)
      return
    }
    case 'item-checked-out':
      if (isOfOpenPatron(desk, event)) say(desk, lentWords(speechOf(desk), wordsOfDue(desk, event)), command)
      return
    case 'loan-renewed':
      return say(desk, renewedWords(speechOf(desk), wordsOfDue(desk, event)))
    case 'item-checked-in': {
      const isKnown = findItem(desk.library, event.body.item_barcode) !== null
      const speech = speechOf(desk)
      const said = isKnown
        ? takenBackWords(speech, inSaid(desk.library, event))
        : goneBackWords(speech, goneSaid(event))
      return say(desk, said, command)
    }
    case 'return-asked':
      return askOpen(desk, eventRefText(event.head))
    default:
      // The other acts of a desk have a row of one kind; the rest shows on the page when it is reloaded.
      return
  }
}

/** Its item's record is gone. */
function goneSaid({
  body,
  head,
}: Extract<DeskEvent, { kind: 'item-checked-in' }>): Parameters<typeof goneBackWords>[1] {
  const { item_barcode: barcode, days_overdue_count: days_late_count } = body
  return { at: instant(head.at_ms), barcode, days_late_count, event: eventRefText(head) }
}

function itemOf(library: Library, barcode: string): ItemRow {
  return must(findItem(library, barcode), 'the item of an event is known')
}

function wordsOfDue(
  desk: Desk,
  event: Extract<DeskEvent, { kind: 'item-checked-out' | 'loan-renewed' }>,
): Parameters<typeof lentWords>[1] {
  const { item_barcode, due_at_ms, steps } = event.body
  const at = instant(event.head.at_ms)
  const item = itemOf(desk.library, item_barcode)
  return dueSaid(desk, { item, at, due_at: instant(due_at_ms), steps, event: eventRefText(event.head) })
}

function inSaid(
  library: Library,
  event: Extract<DeskEvent, { kind: 'item-checked-in' }>,
): Parameters<typeof takenBackWords>[1] {
  const { body, head } = event
  const item = itemOf(library, body.item_barcode)
  const oddities: Oddity[] = body.loan ? [] : ['was-not-out']
  const late = { is_overdue: body.days_overdue_count > 0, days_overdue: body.days_overdue_count }
  const decision: CheckInDecision = {
    was_out: body.loan !== null,
    late: { ...late, open_days_overdue: 0, open_minutes_overdue: 0 },
    place: placeOf(body, item),
    status_after: body.status as CheckInDecision['status_after'],
    oddities,
  }
  const to_name = library.branch(body.to_branch)?.name ?? body.to_branch
  return { item, at: instant(head.at_ms), decision, event: eventRefText(head), to_name }
}

function placeOf(
  body: Extract<DeskEvent, { kind: 'item-checked-in' }>['body'],
  item: ItemRow,
): CheckInDecision['place'] {
  switch (body.place) {
    case 'shelf':
      return { kind: 'shelf' }
    case 'hold':
      return { kind: 'hold', was_ready: false }
    case 'transit':
      return { kind: 'transit', to_branch: branchCode(body.to_branch), reason: 'home' }
    case 'lender':
      return { kind: 'lender', ...(lenderOf(item) ?? { lender_name: '', due_back_on: null }) }
    case 'set-aside':
      return { kind: 'set-aside', reason: body.status === 'damaged' ? 'damaged' : 'withdrawn' }
  }
}
