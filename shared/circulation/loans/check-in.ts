/**
 * An item came back: how late it is and where it goes. A physical fact is never refused; what is odd about it is said.
 * Must never decide to charge anyone.
 */
import type { BranchCode } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { PreparedCalendar } from '../calendar/calendar-index.ts'
import type { ItemFacts } from '../../policy/facts.ts'
import type { LoanStatus } from '../../journal/events/fields.ts'
import { lateness, type Lateness } from './lateness.ts'

export type CheckInAsk = {
  readonly item: ItemFacts
  /** The status of the loan that ends now: a lost or claimed one is found. */
  readonly loan_status?: LoanStatus | null
  /** Where it was put down: the desk's branch. */
  readonly branch: BranchCode
  /** When it counts as back: now, or the day it is dated to. */
  readonly back_at: Instant
  /** Of the branch whose rules hold for the loan. */
  readonly calendar: PreparedCalendar
  /** It stays here whatever waits for it: a person turned holds and sending off. */
  readonly is_staying?: boolean
}

/** Where the item goes now. `set-aside` is for what a person must look at before it goes anywhere. */
export type Place =
  | { readonly kind: 'shelf' }
  | { readonly kind: 'hold'; readonly was_ready: boolean }
  | { readonly kind: 'transit'; readonly to_branch: BranchCode; readonly reason: 'hold' | 'home' }
  | { readonly kind: 'set-aside'; readonly reason: 'withdrawn' | 'damaged' }
  /** Back to the library that lent it. */
  | { readonly kind: 'lender'; readonly lender_name: string; readonly due_back_on: LocalDate | null }

/** What was odd: said with the outcome, never a reason to refuse. */
export type Oddity =
  'was-not-out' | 'was-lost' | 'was-claimed' | 'was-missing' | 'was-in-transit' | 'was-on-its-way' | 'was-on-order'

export type CheckInDecision = {
  readonly was_out: boolean
  /** All zero when it was not out. */
  readonly late: Lateness
  readonly place: Place
  /** The item's status from now on. */
  readonly status_after: 'available' | 'reference' | 'hold-shelf' | 'in-transit' | 'withdrawn' | 'damaged' | 'sent-back'
  readonly oddities: readonly Oddity[]
}

const NOT_LATE: Lateness = { is_overdue: false, days_overdue: 0, open_days_overdue: 0, open_minutes_overdue: 0 }

const ODD_STATUS: Readonly<Record<string, Oddity>> = {
  lost: 'was-lost',
  claimed: 'was-claimed',
  missing: 'was-missing',
  trace: 'was-missing',
  'on-order': 'was-on-order',
  'in-process': 'was-on-order',
}

const ODD_LOAN_STATUS: Partial<Readonly<Record<LoanStatus, Oddity>>> = {
  lost: 'was-lost',
  'claimed-returned': 'was-claimed',
  'claimed-never-had': 'was-claimed',
}

/**
 * Another library's goes back. Else a hold first, here or elsewhere; else home; else the shelf. What is withdrawn or
 * damaged fills no hold.
 */
function placeOf(ask: CheckInAsk): Place {
  const { item, branch } = ask
  if (item.lender) return { kind: 'lender', ...item.lender }
  if (item.status === 'withdrawn' || item.status === 'damaged') return { kind: 'set-aside', reason: item.status }
  if (ask.is_staying) return { kind: 'shelf' }
  if (item.hold) {
    if (item.hold.pickup_branch === branch) return { kind: 'hold', was_ready: item.hold.is_ready }
    return { kind: 'transit', to_branch: item.hold.pickup_branch, reason: 'hold' }
  }
  if (item.home_branch !== branch) return { kind: 'transit', to_branch: item.home_branch, reason: 'home' }
  return { kind: 'shelf' }
}

function statusAfter(place: Place, before: string): CheckInDecision['status_after'] {
  if (place.kind === 'hold') return 'hold-shelf'
  if (place.kind === 'transit') return 'in-transit'
  if (place.kind === 'lender') return 'sent-back'
  if (place.kind === 'set-aside') return place.reason
  return before === 'reference' ? 'reference' : 'available'
}

/** What was lent has arrived, whatever its record still says. What was sent from here has not, scanned here again. */
function oddStatus({ item, branch }: CheckInAsk): Oddity | undefined {
  if (item.status !== 'in-transit') return ODD_STATUS[item.status]
  if (item.loan !== null) return undefined
  return item.at_branch === branch ? 'was-on-its-way' : 'was-in-transit'
}

/** Decides a check-in: never refuses, whatever the records say, since the item is in the clerk's hand. */
export function decideCheckIn(ask: CheckInAsk): CheckInDecision {
  const { item } = ask
  const place = placeOf(ask)
  const odd = [oddStatus(ask), ODD_LOAN_STATUS[ask.loan_status ?? 'out']].filter((one) => one !== undefined)
  const oddities: Oddity[] = [...new Set<Oddity>([...(item.loan ? [] : ['was-not-out' as const]), ...odd])]
  return {
    was_out: item.loan !== null,
    late: item.loan ? lateness(ask.calendar, item.loan.due_at, ask.back_at) : NOT_LATE,
    place,
    status_after: statusAfter(place, item.status),
    oddities,
  }
}
