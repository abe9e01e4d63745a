/**
 * The papers of a drawer: the X and the Z report, the deposit slip of its bag, count sheets, slips for cash that
 * changes hands. Made from the entries; they only read.
 */
import { carriedInto, depositOf } from '../../shared/cash/deposit.ts'
import { bagSum } from '../../shared/cash/line-sums.ts'
import type { CashReport } from '../../shared/cash/report-facts.ts'
import { ofKind, piecesOf, standingReceipts } from '../../shared/cash/session-entries.ts'
import { zNumber } from '../../shared/cash/numbers/z-number.ts'
import { cashTransfers, type CashEvent } from '../../shared/journal/fold/cash.ts'
import type { DeskEvent, EventOf } from '../../shared/journal/event.ts'
import { cents } from '../../shared/kernel/money.ts'
import { cashNamesOf } from '../../shared/receipt/cash/cash-names.ts'
import type { CashPaperFacts } from '../../shared/receipt/cash/cash-facts.ts'
import { depositSlip, type DepositFacts } from '../../shared/receipt/cash/deposit-slip.ts'
import { cashSlip, type CashSlipFacts } from '../../shared/receipt/cash/cash-slip.ts'
import { countSheet } from '../../shared/receipt/cash/count-sheet.ts'
import { reportPaper } from '../../shared/receipt/cash/report-paper.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import type { Words as ScreenWords } from '../../shared/words/en/en.ts'
import { wordsOf } from '../../shared/words/speech.ts'
import { cashRules, cashRulesNamedAt, drawerCalled } from '../cash/cash-rules.ts'
import { isForPractice } from '../library/sample.ts'
import { staffInitials } from '../library/staff-known.ts'
import { sessionEvents } from '../cash/report/session-events.ts'
import type { Library } from '../library/library.ts'
import { paperFacts, slipWordsIn } from './facts-for-paper.ts'
import { tenderNumbers } from './tender-numbers.ts'

/** @param made_at what it tells of; what it names is called as it was then */
function cashFacts(library: Library, made_at: Instant): CashPaperFacts {
  const names = cashNamesOf(cashRulesNamedAt(library, made_at), reportWords(library))
  return { ...paperFacts(library), names, is_practice: isForPractice(library), copy_number: 0 }
}

/** The words of the program in the language of these papers: what it calls a drawer that the library has not named. */
export function reportWords(library: Library): ScreenWords {
  return wordsOf(slipWordsIn(library).language)
}

/** The X report of a session that is open, or its Z once it is closed. */
export function reportOf(library: Library, report: CashReport): ReceiptDocument {
  return reportPaper(
    { ...cashFacts(library, report.closing?.closed_at ?? library.clock.now()), report },
    slipWordsIn(library),
  )
}

export function closePapers(library: Library, session_ref: string, report: CashReport): readonly ReceiptDocument[] {
  const events = sessionEvents(library, session_ref)
  return [reportOf(library, report), ...slipOf(library, events, report)]
}

/** The slip of what goes into the bag; none where the bag is empty. */
function slipOf(library: Library, events: readonly CashEvent[], report: CashReport): readonly ReceiptDocument[] {
  const [closed] = ofKind(events, 'drawer-closed')
  if (closed === undefined || bagSum(closed.body.bag) === 0) return []
  const { bag } = closed.body
  const sessions = inBag(library, events)
  const all = sessions.flat()
  const facts = {
    ...cashFacts(library, instant(closed.head.at_ms)),
    bag_number: bag.bag_number,
    prepared_by_initials: report.closing?.closed_by_initials ?? '',
    z_numbers: ofKind(all, 'drawer-closed').map(({ head, body }) => zNumber(head, body.z_number)),
    deposit: depositOf(all.flatMap(cashTransfers)),
    carried: carriedInto(all, closed.body),
    drawer_cents: cents(bag.drawer_cents),
    pieces: bag.pieces === null ? null : piecesOf(bag.pieces),
    safe_cents: cents(bag.safe_cents),
    checks_cents: cents(bag.checks_cents),
    checks: sessions.flatMap((one) => checksOf(library, one)),
  }
  return [depositSlip(facts, slipWordsIn(library))]
}

/** The sessions whose money is in the bag of the last one: before it those that were handed over with all of it. */
function inBag(library: Library, events: readonly CashEvent[]): readonly (readonly CashEvent[])[] {
  const [opened] = events
  const from_ref = opened?.kind === 'drawer-opened' ? opened.body.from_session_ref : null
  if (from_ref === null) return [events]
  const before = sessionEvents(library, from_ref)
  const isHanded = ofKind(before, 'drawer-closed').some(({ body }) => body.handed_to !== '')
  return isHanded ? [...inBag(library, before), events] : [events]
}

/** The checks that receipts of this session took, less those that were voided, with their numbers as far as kept. */
function checksOf(library: Library, events: readonly CashEvent[]): DepositFacts['checks'] {
  return standingReceipts(events).flatMap(({ head, body }) => {
    const numbers = tenderNumbers(library, head)
    return body.receipt.others.flatMap(({ tender, amount_cents }, at) =>
      tender === 'check' ? [{ check_number: numbers[at]?.check_number ?? '', amount_cents: cents(amount_cents) }] : [],
    )
  })
}

/** A sheet to count on by hand; it says nothing of what should be there. */
export function blankCountSheet(library: Library, drawer_code: string): ReceiptDocument {
  const { counted_pieces } = cashRules(library)
  const drawer_name = drawerCalled(library, reportWords(library), drawer_code)
  const sheet = { drawer_name, session: null, reason: 'mid-shift', counted_pieces, count: null } as const
  return countSheet({ ...cashFacts(library, library.clock.now()), ...sheet }, slipWordsIn(library))
}

/** What both sign where cash goes from one hand to another; null for an entry that moves none. */
export function slipOfEntry(library: Library, event: DeskEvent): ReceiptDocument | null {
  if (event.kind === 'place-moved') return slipOfPlace(library, event)
  const moved = movedBy(event)
  if (moved === null) return null
  const opened = library.journal.event(moved.session_ref)
  if (opened?.kind !== 'drawer-opened') return null
  const initials = (staff_code: string): string => (staff_code === '' ? '' : staffInitials(library, staff_code))
  const { receiver_code, approved_by, session_ref: _, ...told } = moved
  const words = slipWordsIn(library)
  const made_at = instant(event.head.at_ms)
  return cashSlip(
    {
      ...cashFacts(library, made_at),
      ...told,
      made_at,
      drawer_name: drawerCalled(library, reportWords(library), opened.body.drawer_code, made_at),
      session: { custodian_initials: initials(opened.head.staff), opened_at: instant(opened.head.at_ms) },
      note: '',
      giver_initials: initials(event.head.staff),
      receiver_initials: initials(receiver_code),
      approved_by_initials: initials(approved_by),
    },
    words,
  )
}

/** The same of cash of the safe or the change fund. */
function slipOfPlace(library: Library, { head, body }: EventOf<'place-moved'>): ReceiptDocument {
  const { from, to, amount_cents, pieces, bag_number, approved_by } = body
  const made_at = instant(head.at_ms)
  const none = { drawer_name: '', session: null, reason_code: '', fund: '', note: '', receiver_counted_cents: null }
  const facts = {
    ...cashFacts(library, made_at),
    ...none,
    slip: SLIPS_TO[to],
    from,
    made_at,
    amount_cents: cents(amount_cents),
    pieces: pieces === null ? null : piecesOf(pieces),
    bag_number,
    giver_initials: staffInitials(library, head.staff),
    receiver_initials: '',
    approved_by_initials: approved_by === '' ? '' : staffInitials(library, approved_by),
  }
  return cashSlip(facts, slipWordsIn(library))
}

/** What a slip is called by where its cash goes. */
const SLIPS_TO = { safe: 'safe-drop', 'change-fund': 'change-order', 'bank-bag': 'bank-bag' } as const

type Moved = Pick<
  CashSlipFacts,
  'slip' | 'amount_cents' | 'pieces' | 'reason_code' | 'fund' | 'bag_number' | 'receiver_counted_cents'
> & { readonly receiver_code: string; readonly approved_by: string; readonly session_ref: string }

function movedBy({ kind, body }: DeskEvent): Moved | null {
  const none = { pieces: null, reason_code: '', fund: '', bag_number: '', receiver_code: '', approved_by: '' }
  if (kind === 'cash-paid') {
    const { session_ref, way, reason_code, fund, amount_cents, approved_by } = body
    const slip = way === 'in' ? 'paid-in' : 'paid-out'
    const paid = { ...none, session_ref, reason_code, fund, amount_cents: cents(amount_cents), approved_by }
    return { ...paid, slip, receiver_counted_cents: null }
  }
  if (kind !== 'cash-placed') return null
  const { session_ref, place, amount_cents, pieces, bag_number, receiver_code, receiver_cents } = body
  return {
    ...none,
    slip: SLIPS_TO[place],
    session_ref,
    amount_cents: cents(amount_cents),
    pieces: pieces === null ? null : piecesOf(pieces),
    bag_number,
    receiver_code,
    receiver_counted_cents: receiver_cents === null ? null : cents(receiver_cents),
  }
}
