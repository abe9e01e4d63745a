/**
 * Recalls a loan for a waiting patron: checks the hold, the new due date and the role, records the entry, makes the
 * notice to the patron who has the item. Beyond the role a row asks a supervisor. Must never say who is waiting: that
 * would tell one patron what another reads.
 */
import { whyPassedOver } from '../../../shared/circulation/holds/hold-queue.ts'
import { isCaptured } from '../../../shared/circulation/holds/hold-facts.ts'
import { findRule } from '../../../shared/policy/policy.ts'
import { decideRecall, type RecallDecision } from '../../../shared/circulation/loans/recall.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { dueSealed, sealing } from '../../../shared/journal/sealing.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'
import { mayOrAsks } from '../approvals/asking.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { askedOf } from '../../circulation/charges/loan-fine.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { findItem, here } from '../../library/here.ts'
import { keepSlip, showMade } from '../papers/keeping.ts'
import { recallNoticeFor } from '../../papers/recall-notice.ts'
import { noteView } from '../privacy/record-views.ts'
import { canFill } from '../../circulation/holds/capture.ts'
import { notForThem } from '../../circulation/holds/may-have.ts'
import { lineOfTitle } from '../../circulation/holds/reading.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

/** Whether this item, if it were back, would fill a hold of anyone but the patron who has it. */
function isWaitedFor(library: Library, item: ItemRow, { patron_id }: LoanRow, today: LocalDate): boolean {
  // An interlibrary loan fills no hold here.
  if (!canFill(item) || item.lender_name !== null) return false
  const line = lineOfTitle(library, item.title_id).filter((hold) => hold.patron_id !== patron_id)
  const not_for = notForThem(library, line, item)
  const asked = { item_barcode: item.barcode, today, returner_ref: null, is_capturing: true, not_for }
  return line.some(({ facts }) => !isCaptured(facts) && whyPassedOver(facts, asked) === null)
}

type Recalled = { readonly item: ItemRow; readonly loan: LoanRow; readonly patron: PatronRow }

/** What a recall would do. Records nothing. */
function decide(library: Library, { item, loan, patron }: Recalled, is_waited_for: boolean): RecallDecision {
  const { asked, calendar, policy } = askedOf(library, loan, item, patron)
  const { recall_guaranteed_days_count } = policy.settings
  return decideRecall({
    now: here(library).now,
    out_at: loan.out_at_ms,
    due_at: loan.due_at_ms,
    loan_status: loan.loan_status,
    is_recalled: loan.recalled_at_ms !== null,
    is_waited_for,
    // The days guaranteed with the loan apply; the days from today follow today's rule.
    settings: { ...library.policy().settings, recall_guaranteed_days_count },
    rule: findRule(library.rules(), asked)?.rule ?? null,
    calendar,
  })
}

export function recall(desk: Desk, command: Command, { item_barcode }: Input<'desk.recall'>): Refusal | null {
  const item = findItem(desk.library, item_barcode)
  if (!item) return refuse('item-unknown', { barcode: item_barcode, as_of: desk.library.clock.now() })
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  if (!loan) return refuse('recall-not-out')
  const patron = desk.library.db.get(patronById, { patron_id: loan.patron_id })
  if (!patron) return refuse('patron-gone')
  const { today } = here(desk.library)
  const decision = decide(desk.library, { item, loan, patron }, isWaitedFor(desk.library, item, loan, today))
  if ('code' in decision) return decision
  const { moment, words } = speechOf(desk)
  const { hold, loan: said } = words.outcomes
  const fact = moment(decision.due_at)
  const call = { method: 'desk.recall', input: { item_barcode }, grant: 'recall', reach: 0 } as const
  if (!mayOrAsks(desk, call, hold.recall.wish(item.title, fact))) return null
  const to = new Gathering()
  const recalled = {
    item_barcode,
    loan_ref: loan.loan_ref,
    due_before_ms: loan.due_at_ms,
    due_at_ms: decision.due_at,
    renewals_count: loan.renewals_count,
    set_by_before: loan.due_staff_code,
    approved_by: desk.approved?.approved_by ?? '',
    steps: [...decision.steps],
  }
  to.add(sealing('loan-recalled', recalled, { due_before_ms: dueSealed(loan) }))
  const { notice, notice_beside, happened } = hold.recall
  const was = said.due_date.was(moment(loan.due_at_ms))
  const sentences = [was, desk.session.patron_id === null ? notice_beside : notice]
  // Another patron's due date does not go on the open patron's row.
  const dated = desk.session.patron_id === patron.patron_id ? { due_at_ms: decision.due_at } : {}
  recordAndSay(desk, command, to, { title: item.title, item, happened, fact, sentences, ...dated })
  keepNotice(desk, { item, loan, patron }, decision)
  return null
}

/** It names the patron who has the item: that counts as looking at their record, unless it is the open one. */
function keepNotice(desk: Desk, { item, loan, patron }: Recalled, { due_at }: Exclude<RecallDecision, Refusal>): void {
  noteNamed(desk, patron)
  const printed_at = desk.library.clock.now()
  keepSlip(desk, recallNoticeFor(desk.library, { item, patron, due_before: loan.due_at_ms, due_at, printed_at }))
}

function noteNamed(desk: Desk, { patron_id }: PatronRow): void {
  if (desk.session.patron_id !== patron_id) noteView(desk.library, actorOf(desk), patron_id, 'name', 'hold')
}

/** Reprints the notice, on another day or from another session. */
export function showNotice(desk: Desk, item_barcode: string): Refusal | null {
  const item = findItem(desk.library, item_barcode)
  if (!item) return refuse('item-unknown', { barcode: item_barcode, as_of: desk.library.clock.now() })
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  if (!loan || loan.recalled_at_ms === null) return refuse('recall-none')
  const patron = desk.library.db.get(patronById, { patron_id: loan.patron_id })
  if (!patron) return refuse('patron-gone')
  noteNamed(desk, patron)
  const due = { due_before: null, due_at: loan.due_at_ms }
  return showMade(desk, (printed_at) => [recallNoticeFor(desk.library, { item, patron, ...due, printed_at })])
}
