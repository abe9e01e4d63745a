/**
 * May this loan be recalled, and when is it due then? Due on the later of two days: the last of the days that the
 * patron keeps it, whoever is waiting, and the last of those they get to bring it back; on the next open day where
 * that one is closed. Pure. Must never make a loan due later than it was, nor say who waits.
 */
import { addDays, type Instant, type LocalDate } from '../../kernel/time.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { closedFacts, isOpenOn, nextOpenDay } from '../calendar/calendar.ts'
import type { SealedStep } from '../../journal/events/due-steps.ts'
import type { LoanRule } from '../../policy/facts.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import { refuse, type Refusal } from '../../refusals/refusals.ts'

export type RecallAsk = {
  readonly now: Instant
  readonly out_at: Instant
  readonly due_at: Instant
  readonly loan_status: string
  readonly is_recalled: boolean
  /** A patron other than the one who has the item waits for a hold that it would fill. */
  readonly is_waited_for: boolean
  readonly settings: Pick<LibrarySettings, 'recall_guaranteed_days_count' | 'recall_return_days_count'>
  /** What the loan's rule says of closed days; null: no rule holds any more. */
  readonly rule: Pick<LoanRule, 'days_mode'> | null
  /** Of the branch whose rules hold for the loan. */
  readonly calendar: PreparedCalendar
}

export type RecallDecision =
  { readonly kind: 'recall'; readonly due_at: Instant; readonly steps: readonly SealedStep[] } | Refusal

export function decideRecall(ask: RecallAsk): RecallDecision {
  const { calendar, due_at, now } = ask
  const today = localTimeAt(calendar, now).on
  if (ask.loan_status !== 'out') return refuse('due-date-stands')
  if (ask.is_recalled) return refuse('recall-twice', { due: due_at })
  if (!ask.is_waited_for) return refuse('recall-nobody-waits')
  const steps: SealedStep[] = []
  const on = openDay(ask, lastDay(ask, today, steps), steps)
  const recalled_at = on === null ? null : endOfDayAt(calendar, on)
  if (recalled_at === null || recalled_at >= due_at) return refuse('recall-no-gain', { due: due_at })
  return { kind: 'recall', due_at: recalled_at, steps }
}

function lastDay({ settings, calendar, out_at }: RecallAsk, today: LocalDate, steps: SealedStep[]): LocalDate {
  const { recall_guaranteed_days_count: guaranteed, recall_return_days_count: left } = settings
  const out_on = localTimeAt(calendar, out_at).on
  const guaranteed_on = addDays(out_on, guaranteed)
  const back_on = addDays(today, left)
  if (guaranteed_on > back_on) {
    steps.push({ code: 'recall-promised', days_count: guaranteed, from_on: out_on, to_on: guaranteed_on })
    return guaranteed_on
  }
  steps.push({ code: 'recall-return', days_count: left, from_on: today, to_on: back_on })
  return back_on
}

/** Never back to the open day before: that would cut into what was promised. */
function openDay({ rule, calendar }: RecallAsk, on: LocalDate, steps: SealedStep[]): LocalDate | null {
  if (rule?.days_mode === 'ignore-closed' || isOpenOn(calendar, on)) return on
  const open = nextOpenDay(calendar, on)
  if (open !== null) steps.push({ code: 'closed-day', ...closedFacts(calendar, on), to_on: open })
  return open
}
