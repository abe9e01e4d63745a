/**
 * The work log: the latest acts at this desk, including refused ones. Names no patron; a title appears only while its
 * loan can still be traced, so that the log is no reading history.
 */
import type { Output } from '../../../shared/ipc/contract.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { actorIn, isLoggedEvent, type LoggedEvent } from '../../../shared/journal/logged.ts'
import type { Place } from '../../../shared/journal/place.ts'
import type { SealedReceipt } from '../../../shared/journal/events/cash.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { instant, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../../shared/kernel/time.ts'
import { logNotes, logText } from '../../../shared/words/log-text.ts'
import { receiptNumber } from '../../../shared/cash/numbers/receipt-number.ts'
import { loanOfItem } from '../../store/circulation/item-rows.ts'
import { allStaff } from '../../store/policy/staff-rows.ts'
import { actAt } from '../../circulation/loans/past-acts.ts'
import { findItem } from '../../library/here.ts'
import { mayOwn } from '../../library/grants.ts'
import { roleNames, staffNames } from '../../library/staff-known.ts'
import type { Library } from '../../library/library.ts'
import { actorOf, type Desk } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

export type WorkLogEntry = Output<'work-log.list'>['entries'][number]

/** The log skips some entries, so it reads more than it shows. */
const READ_EACH = 100

export type LogPage = {
  readonly entries: WorkLogEntry[]
  /** The entry that an older page begins with; null: there is none. */
  readonly older: Place | null
}

/** @param from the entry to begin with, which is the newest shown; null: the newest of all */
export function workLog(desk: Desk, limit: number, from: Place | null = null): LogPage {
  const { events, older } = loggedFrom(desk.library, limit, from)
  return { entries: entriesOf(desk, events), older }
}

/** What goes before a page that begins with this entry: where it begins, or the newest of all. Null: nothing. */
export function newerThan({ journal }: Library, from: Place, limit: number): Place | 'newest' | null {
  const parts = new Set<string>()
  const newer: LoggedEvent[] = []
  let chunk = journal.after(from, READ_EACH)
  for (;;) {
    for (const ref of partsOfUndo(chunk)) parts.add(ref)
    newer.push(...chunk.filter(isLoggedEvent).filter(({ head }) => !parts.has(eventRefText(head))))
    const last = chunk.at(-1)
    if (newer.length > limit) return newer[limit - 1]?.head ?? null
    if (!last || chunk.length < READ_EACH) return newer.length === 0 ? null : 'newest'
    chunk = journal.after(last.head, READ_EACH)
  }
}

type Read = { readonly events: readonly LoggedEvent[]; readonly older: Place | null }

function loggedFrom({ journal }: Library, limit: number, from: Place | null): Read {
  const logged: LoggedEvent[] = []
  const parts = new Set<string>()
  let chunk = from ? journal.before({ epoch: from.epoch, seq: from.seq + 1 }, READ_EACH) : journal.newest(READ_EACH)
  for (;;) {
    logged.push(...chunk.filter(isLoggedEvent))
    for (const ref of partsOfUndo(chunk)) parts.add(ref)
    const events = logged.filter(({ head }) => !parts.has(eventRefText(head)))
    const last = chunk.at(-1)
    if (!last || chunk.length < READ_EACH || events.length > limit)
      return { events: events.slice(0, limit), older: events[limit]?.head ?? null }
    chunk = journal.before(last.head, READ_EACH)
  }
}

/** Events of the log, as its lines. */
export function entriesOf(desk: Desk, events: readonly LoggedEvent[]): WorkLogEntry[] {
  const { library } = desk
  const speech = speechOf(desk)
  const staff = new Map(library.db.all(allStaff, {}).map((one) => [one.staff_code, one.initials]))
  const names = { nameOf: staffNames(library), roleOf: roleNames(library, speech.words) }
  return events.map((event) => {
    const { head, kind } = event
    const undid = event.kind === 'act-undone' ? actAt(library, event.body.of) : null
    const by = actorIn(event)
    return {
      event: eventRefText(head),
      kind,
      at_ms: head.at_ms,
      at_text: speech.moment(instant(head.at_ms)),
      initials: staff.get(by) ?? by,
      name: names.nameOf(by),
      what: undid ? speech.words.outcomes.undo.undid(undid.name) : logText(speech, event, kind, names),
      item: (undid?.events ?? [event]).map((one) => titleShown(library, one)).find((one) => one !== '') ?? '',
      notes: [...moneySaid(desk, event), ...logNotes(speech, event, names)].join('; '),
    }
  })
}

/**
 * What came in or went out, and by which receipt. No count, float, close or settlement is told: who counts next should
 * not know it. What went out of the safe or the change fund can be all that was in it: a role that may see cash knows.
 */
function moneySaid(desk: Desk, { head, kind, body }: LoggedEvent): readonly string[] {
  const { money, words } = speechOf(desk)
  const numbered = (amount: number, receipt_number: number) => {
    return [money(cents(amount)), words.log.receipt(receiptNumber(head, receipt_number))]
  }
  switch (kind) {
    case 'receipt-made':
    case 'receipt-voided':
      return numbered(totalOf(body.receipt), body.receipt_number)
    case 'refund-paid':
      return numbered(body.paid_cents, body.receipt_number)
    case 'charge-made':
    case 'cash-paid':
      return [money(cents(body.amount_cents))]
    case 'cash-placed':
    case 'place-moved': {
      // What leaves the safe tells what is in it.
      const isOfPlace = kind === 'place-moved' || body.way === 'in'
      return !isOfPlace || mayOwn(desk.library, actorOf(desk), 'see-cash') ? [money(cents(body.amount_cents))] : []
    }
    default:
      return []
  }
}

/** What was paid by money, goods and work. */
function totalOf({ lines, in_kind }: SealedReceipt): number {
  const worth = in_kind.flatMap(({ parts }) => parts).reduce((sum, { amount_cents }) => sum + amount_cents, 0)
  return lines.reduce((sum, line) => sum + line.amount_cents + (line.of === 'sale' ? line.tax_cents : 0), worth)
}

/** An undo is one line: what restores, entry by entry, is not listed. */
export function partsOfUndo(events: readonly DeskEvent[]): ReadonlySet<string> {
  const refs = events.flatMap(({ kind, head, body }) =>
    kind === 'act-undone'
      ? Array.from({ length: body.entries_count }, (_, index) => eventRefText({ ...head, seq: head.seq + 1 + index }))
      : [],
  )
  return new Set(refs)
}

/** The title that the log shows for it; empty when it shows none. */
export function titleShown(library: Library, event: DeskEvent): string {
  const barcode = 'item_barcode' in event.body ? event.body.item_barcode : null
  if (barcode === null) return ''
  const item = findItem(library, barcode)
  return item && isTraceable(library, event, item.item_id) ? item.title : ''
}

/** While an act can be undone, at least an hour; for the library's retention days, or while that same loan is open. */
function isTraceable(
  library: Library,
  event: DeskEvent,
  item_id: Parameters<typeof loanOfItem.bind>[0]['item_id'],
): boolean {
  const { loan_history_days_count, undo_within_minutes_count } = library.policy().source.settings
  const undo_ms = Math.max(MS_PER_HOUR, undo_within_minutes_count * MS_PER_MINUTE)
  const kept_ms = Math.max(undo_ms, loan_history_days_count * MS_PER_DAY)
  if (library.clock.now() - event.head.at_ms < kept_ms) return true
  const loan = library.db.get(loanOfItem, { item_id })
  const ref = 'loan_ref' in event.body ? event.body.loan_ref : eventRefText(event.head)
  return loan !== null && loan.loan_ref === ref
}
