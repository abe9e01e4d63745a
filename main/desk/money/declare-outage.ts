/**
 * "The system was down": what fell due or came back in that time is not fined. Fines already charged for returns are
 * recounted; loans still out can get more time. Its effect is counted before it is declared. Must never charge anyone
 * more.
 */
import { reduced } from '../../../shared/ledger/charge.ts'
import { endOfDayAt, type PreparedCalendar } from '../../../shared/circulation/calendar/calendar-index.ts'
import { nextOpenDay } from '../../../shared/circulation/calendar/calendar.ts'
import { afterOutage, coversDue, coversDueBefore } from '../../../shared/circulation/fines/fine-waiver.ts'
import type { Outage } from '../../../shared/policy/policy-facts.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import { instant, localDate, MS_PER_DAY, parseMinuteOfDay, type Instant } from '../../../shared/kernel/time.ts'
import { fromLocal, toLocalDate } from '../../../shared/kernel/zone.ts'
import { loansDueWithin } from '../../store/circulation/outage-rows.ts'
import type { Desk } from '../desk.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { speechOf } from '../clerk-language.ts'
import { labelOf } from '../../../shared/words/labels.ts'
import type { Command } from '../../library/command.ts'
import { here } from '../../library/here.ts'
import { branchOfLoan } from '../../library/whose-rule.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { finesLessOutage, paidOf, sumOf, type LessFine } from '../../circulation/charges/outage-fines.ts'
import { dueMoved } from '../../circulation/loans/due-moved.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Library } from '../../library/library.ts'

export type OutageStretch = { readonly from_ms: Instant; readonly to_ms: Instant }

const DAYS_MAX = 31
/** The most loans examined: more than a month of the busiest branch. */
const LOOKED_AT_MAX = 50_000

/** What it would affect. `paid_cents`: of the reduced fines, what was paid and is refunded. */
export type Touched = {
  readonly due_count: number
  readonly fines_count: number
  readonly fines_cents: Cents
  readonly paid_cents: Cents
}

/** The period as people say it, or why it is invalid. */
export function readStretch(library: Library, input: Input<'outage.look'>): OutageStretch | Refusal {
  const { branch } = here(library)
  const at = (on: string, time: string): Instant => {
    const minute = must(parseMinuteOfDay(time), 'the contract checked the time')
    return fromLocal({ on: localDate(on), minute, past_minute_ms: 0 }, branch.zone)
  }
  const stretch = { from_ms: at(input.from_on, input.from_time), to_ms: at(input.to_on, input.to_time) }
  return stretchRefusal(library, stretch) ?? stretch
}

function stretchRefusal(library: Library, { from_ms, to_ms }: OutageStretch): Refusal | null {
  if (to_ms <= from_ms || to_ms > library.clock.now()) return refuse('stretch-invalid')
  return to_ms - from_ms > DAYS_MAX * MS_PER_DAY ? refuse('stretch-too-long', { limit: DAYS_MAX }) : null
}

/** Goes to the page that says what the outage would affect. @returns why not, or null */
export function lookAtOutage(desk: Desk, input: Input<'outage.look'>): Refusal | null {
  const stretch = readStretch(desk.library, input)
  if ('code' in stretch) return stretch
  desk.session = went(desk.session, { place: 'outage', about: `${stretch.from_ms}-${stretch.to_ms}` })
  return null
}

export function touchedBy(library: Library, stretch: OutageStretch): Touched {
  const fines = finesLessOutage(library, outageHere(library, stretch, 'system-down'))
  return {
    due_count: loansDueIn(library, stretch).length,
    fines_count: fines.length,
    fines_cents: sumOf(fines),
    paid_cents: paidOf(fines),
  }
}

/** The outage to declare, for this branch. */
function outageHere(library: Library, { from_ms, to_ms }: OutageStretch, reason: string): Outage {
  const { branch_code } = here(library).branch
  return { outage_ref: '', branch_code, from_at_ms: from_ms, to_at_ms: to_ms, reason }
}

type DueLoan = NonNullable<(typeof loansDueWithin)['row']> & { readonly calendar: PreparedCalendar }

/** Loans under this branch's rules that are still out and could not come back in time because of it. */
function loansDueIn(library: Library, stretch: OutageStretch): readonly DueLoan[] {
  const { branch } = here(library)
  const span = { from_at_ms: stretch.from_ms, to_at_ms: stretch.to_ms }
  const asked = { from_ms: stretch.from_ms, to_ms: coversDueBefore(span), limit: LOOKED_AT_MAX }
  return library.db.all(loansDueWithin, asked).flatMap((loan) => {
    const ruled = branchOfLoan(library, loan, loan, { ...loan, branch_code: loan.patron_branch_code })
    const calendar = library.calendar(ruled)
    const isOurs = ruled.branch_code === branch.branch_code && coversDue(calendar, span, loan.due_at_ms)
    return isOurs ? [{ ...loan, calendar }] : []
  })
}

export function declareOutage(desk: Desk, command: Command, input: Input<'outage.declare'>): Refusal | null {
  const stretch = { from_ms: instant(input.from_ms), to_ms: instant(input.to_ms) }
  const refused = stretchRefusal(desk.library, stretch)
  if (refused) return refused
  const to = new Gathering()
  to.add({ kind: 'outage-declared', body: { ...stretch, reason: input.reason } })
  const fines = finesLessOutage(desk.library, outageHere(desk.library, stretch, input.reason))
  for (const { charge, less } of fines) to.move(reduced(charge.state, less, 'outage').transfers)
  const extended_count = input.is_extending ? extendLoans(desk.library, to, stretch) : 0
  const words = speechOf(desk).words.outcomes.money.outage
  recordAndSay(desk, command, to, {
    title: words.title,
    happened: words.declared,
    is_final: true,
    fact: labelOf(words.reasons, input.reason),
    sentences: [...fineWords(speechOf(desk), fines), ...(input.is_extending ? [words.more_time(extended_count)] : [])],
  })
  desk.library.reload()
  desk.session = went(desk.session, null)
  return null
}

function fineWords({ money, words }: Speech, fines: readonly LessFine[]): readonly string[] {
  const { no_fine, canceled, refund } = words.outcomes.money.outage
  if (fines.length === 0) return [no_fine]
  const paid = paidOf(fines)
  return [canceled(money(sumOf(fines)), fines.length), ...(paid > 0 ? [refund(money(paid))] : [])]
}

/** Due at the end of the next open day after the outage; later due dates stay. */
function extendLoans(library: Library, to: Gathering, stretch: OutageStretch): number {
  let count = 0
  for (const { calendar, ...loan } of loansDueIn(library, stretch)) {
    const on = nextOpenDay(calendar, toLocalDate(afterOutage(calendar, loan.due_at_ms, stretch.to_ms), calendar.zone))
    const due_at_ms = on === null ? loan.due_at_ms : endOfDayAt(calendar, on)
    if (due_at_ms <= loan.due_at_ms) continue
    to.add(dueMoved(loan, 'outage', due_at_ms))
    count += 1
  }
  return count
}
