/**
 * Check-in: the item in the clerk's hand came back. Reads the facts, asks the rules, and records everything that
 * follows (the loan's end, a fine, a captured hold) in one transaction. A physical fact is never refused. Makes no
 * words; acts.ts does.
 */
import { decideCheckIn, type CheckInDecision } from '../../../shared/circulation/loans/check-in.ts'
import { returnMoment, type ReturnStep } from '../../../shared/circulation/calendar/return-moment.ts'
import { NOTHING_SAID, type ReturnSaid } from '../../../shared/circulation/lost/return-question.ts'
import { NO_MODIFIERS, type Modifiers } from '../../../shared/desk/modifiers.ts'
import type { PreparedCalendar } from '../../../shared/circulation/calendar/calendar-index.ts'
import type { JobDraft } from '../../../shared/devices/job.ts'
import { lateness } from '../../../shared/circulation/loans/lateness.ts'
import { eventRefText, type EventDraft, type SealedFields } from '../../../shared/journal/event.ts'
import { stateSealed, sealing } from '../../../shared/journal/sealing.ts'
import type { LoanStatus } from '../../../shared/journal/events/fields.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { localDate, type Instant } from '../../../shared/kernel/time.ts'
import type { Parties } from '../../journal/beside.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { returnedFacts } from '../items/item-facts.ts'
import { chargesAtReturn } from '../charges/at-return.ts'
import { bookDropFees } from '../charges/book-drop.ts'
import type { AtReturn, Told } from '../charges/return-facts.ts'
import { returnAsked } from '../charges/return-asked.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { here, known, type Here } from '../../library/here.ts'
import { loanBody } from '../../store/circulation/loan-columns.ts'
import { captureAtCheckIn, type Capture } from '../holds/capture.ts'
import { branchAtReturn } from '../../library/whose-rule.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

/** What follows from a return, ready to be recorded; and what to say about it. */
export type TakeBack = {
  readonly decision: CheckInDecision
  /** The check-in first, then whatever follows from it. */
  readonly drafts: readonly EventDraft[]
  readonly parties: Parties
  /** When it counts as back, and why that is not now. */
  readonly back_at: Instant
  readonly steps: readonly ReturnStep[]
  /** What the holds on it have to do with it. */
  readonly held: Capture
  /** What lateness, a loss or a claim has to do with it. */
  readonly money: AtReturn
}

export type TakenBack = CheckInDecision &
  Pick<TakeBack, 'back_at' | 'steps' | 'held' | 'money'> & {
    readonly kind: 'in'
    readonly item: ItemRow
    readonly event: string
    /** The entry that keeps its question open; null when nothing is asked. */
    readonly question_ref: string | null
  }

export function checkIn(
  library: Library,
  actor: Actor,
  command: Command,
  item: ItemRow,
  modifiers: Modifiers = NO_MODIFIERS,
  said: ReturnSaid = NOTHING_SAID,
): TakenBack {
  return recordReturn(library, actor, command, item, takeBack(library, actor, item, here(library), modifiers, said))
}

/** @param jobs what devices do for it: recorded with it, or neither is */
export function recordReturn(
  library: Library,
  actor: Actor,
  command: Command,
  item: ItemRow,
  { decision, drafts, parties, back_at, steps, held, money }: TakeBack,
  jobs: readonly JobDraft[] = [],
): TakenBack {
  const beside = { items: known([item]), parties, personal: money.personal }
  const printing = new Map([[must(drafts[0], 'the check-in'), jobs]])
  const events = record(library, actor, command, drafts, { ...beside, jobs: printing })
  const event = eventRefText(must(events[0], 'the check-in').head)
  const asked = events.find((one) => one.kind === 'return-asked')
  const question_ref = asked ? eventRefText(asked.head) : null
  return { ...decision, kind: 'in', item, event, question_ref, back_at, steps, held, money }
}

/** What a return would record. Records nothing. */
export function takeBack(
  library: Library,
  actor: Actor,
  item: ItemRow,
  at: Here,
  modifiers: Modifiers,
  said = NOTHING_SAID,
): TakeBack {
  const loan = library.db.get(loanOfItem, { item_id: item.item_id })
  // The book drop is this branch's; how late it is goes by the calendar under which it was lent.
  const moment = {
    calendar: library.calendar(at.branch),
    now: at.now,
    out_at: loan?.out_at_ms ?? null,
    is_book_drop: modifiers.is_book_drop,
    settings: library.policy().settings,
  }
  const back_on = modifiers.back_on === null ? null : localDate(modifiers.back_on)
  const { back_at, steps } = returnMoment({ ...moment, back_on })
  // An interlibrary loan fills no hold here.
  const is_holds_off = modifiers.is_holds_off || item.lender_name !== null
  const held = captureAtCheckIn(library, item, loan, at, { is_holds_off })
  const calendar = library.calendar(loan ? branchAtReturn(library, loan, item) : at.branch)
  const decision = decideCheckIn({
    item: { ...returnedFacts(item, loan), hold: held.hold },
    loan_status: (loan?.loan_status ?? null) as LoanStatus | null,
    branch: at.branch.branch_code,
    back_at,
    calendar,
    is_staying: modifiers.is_holds_off,
  })
  const returned = returnDraft(item, loan, decision, { at, back_at, calendar, is_bulk: modifiers.is_book_drop })
  // Where the library says so, a day that a person set changes when it is back, and not what it costs.
  const isFineDated = back_on === null || library.policy().settings.is_backdate_adjusting_fine
  const fined_to = isFineDated ? back_at : at.now
  const undated_at = back_on !== null && isFineDated ? returnMoment({ ...moment, back_on: null }).back_at : fined_to
  const asking = { item, back_at: fined_to, undated_at, is_amnesty: modifiers.is_amnesty }
  const money = chargesAtReturn(library, { ...asking, loan, said: saidBy(modifiers, said) }, actor)
  const asked = money.question && loan ? returnAsked({ ...asking, loan }, money.question.about) : null
  const drop = bookDropFees(library, item, modifiers.is_book_drop ? loan : null)
  const drafts = [returned, ...held.drafts, ...money.drafts, ...(asked?.drafts ?? []), ...drop.to.drafts]
  const parties = new Map([...money.parties, ...(asked?.parties ?? []), ...drop.to.parties])
  const told = [...recalledTold(loan), ...money.told, ...drop.told]
  return { decision, drafts, parties, back_at, steps, held, money: { ...money, told } }
}

/** A reminder of the waiting patron, and for the patron who brings it late, why it was due so early. */
function recalledTold(loan: LoanRow | null): readonly Told[] {
  return loan === null || loan.recalled_at_ms === null ? [] : [{ code: 'recalled', due_ms: loan.due_at_ms }]
}

/** An item in the book drop was brought by the patron. */
function saidBy({ is_book_drop }: Modifiers, said: ReturnSaid): ReturnSaid {
  return is_book_drop && said.found === null ? { ...said, found: 'brought' } : said
}

type Returned = {
  readonly at: Here
  readonly back_at: Instant
  readonly calendar: PreparedCalendar
  readonly is_bulk: boolean
}

function returnDraft(item: ItemRow, loan: LoanRow | null, decision: CheckInDecision, returned: Returned): EventDraft {
  const { place, late, status_after } = decision
  const { at, back_at, calendar, is_bulk } = returned
  return sealing(
    'item-checked-in',
    {
      item_barcode: item.barcode,
      loan: loan && loanBody(loan),
      mode: is_bulk ? 'bulk' : 'normal',
      effective_at_ms: back_at,
      days_overdue_count: late.days_overdue,
      place: place.kind,
      to_branch: place.kind === 'transit' ? place.to_branch : at.branch.branch_code,
      status: status_after,
      before: { at_branch: item.at_branch_code, status: item.status },
    },
    loan ? returnSealed(loan, calendar, back_at) : {},
  )
}

/** What the seal of a return says of the loan that it ended. */
export function returnSealed(
  loan: LoanRow,
  calendar: PreparedCalendar,
  back_at: Instant,
): Pick<SealedFields<'item-checked-in'>, 'loan' | 'days_overdue_count'> {
  if (loan.sealed_due_at_ms === null) return {}
  const { days_overdue } = lateness(calendar, loan.sealed_due_at_ms, back_at)
  return { loan: stateSealed(loanBody(loan), loan), days_overdue_count: days_overdue }
}
