/**
 * A due date that a person sets by hand: whether that day can be meant, and when the loan is due then. Pure. A day that
 * has passed, is closed, comes after the card expires or is too far ahead is refused with the nearest that would do.
 */
import { addDays, type Instant, type LocalDate } from '../../kernel/time.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { closedFacts, isOpenOn, nextOpenDay } from '../calendar/calendar.ts'
import type { LoanRule } from '../../policy/facts.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import { refuse, type Refusal } from '../../refusals/refusals.ts'

export type SetDueAsk = {
  readonly due_on: LocalDate
  readonly now: Instant
  /** When it is due now, and the status of the loan. */
  readonly due_at: Instant
  readonly loan_status: string
  /** Null: it does not expire, or has already. */
  readonly card_expires_on: LocalDate | null
  /** What the loan's rule says of closed days and of the card's expiry; null: no rule holds any more. */
  readonly rule: Pick<LoanRule, 'days_mode' | 'is_capped_at_expiry'> | null
  readonly calendar: PreparedCalendar
  readonly settings: Pick<LibrarySettings, 'due_by_hand_days_count_max'>
}

/** `sealed_due_at`: what the seal says; on the day the card expires the next open day, since few expire on one day. */
export type SetDueDecision =
  { readonly kind: 'set'; readonly due_at: Instant; readonly sealed_due_at: Instant } | Refusal

/** The furthest day that may be chosen, never before the one on which it is due by now; null: as far as wanted. */
function lastByHand({ settings, calendar, due_at }: SetDueAsk, today: LocalDate): LocalDate | null {
  const most = settings.due_by_hand_days_count_max
  if (most === null) return null
  const last = addDays(today, most)
  const due_on = localTimeAt(calendar, due_at).on
  return due_on > last ? due_on : last
}

export function decideSetDue(ask: SetDueAsk): SetDueDecision {
  const { due_on, calendar, card_expires_on, rule } = ask
  const today = localTimeAt(calendar, ask.now).on
  if (ask.loan_status !== 'out') return refuse('due-date-stands')
  if (due_on < today) return refuse('due-date-past', { on: due_on })
  const due_at = endOfDayAt(calendar, due_on)
  if (due_at === ask.due_at) return refuse('due-date-same', { on: due_on })
  if (card_expires_on !== null && due_on > card_expires_on && (rule?.is_capped_at_expiry ?? true)) {
    return refuse('due-date-after-expiry', { on: card_expires_on })
  }
  const last = lastByHand(ask, today)
  if (last !== null && due_on > last) return refuse('due-date-too-far', { limit: last })
  if (rule?.days_mode === 'ignore-closed' || isOpenOn(calendar, due_on)) {
    const next = due_on === card_expires_on ? nextOpenDay(calendar, addDays(due_on, 1)) : null
    return { kind: 'set', due_at, sealed_due_at: next === null ? due_at : endOfDayAt(calendar, next) }
  }
  const { is_weekly, reason } = closedFacts(calendar, due_on)
  return refuse('due-date-closed', {
    on: due_on,
    when: is_weekly ? 'weekly' : 'once',
    reason: reason,
    open: nextOpenDay(calendar, due_on),
  })
}
