/**
 * "The system was down": what fell due or came back in that time costs nobody a fine. Fines of returns already charged
 * are recounted; loans still out may get more time. What it touches is counted before it is declared. Must never charge
 * anybody more.
 */
import { reduced } from '../../../shared/circulation/charge-ledger.ts'
import { endOfDayAt } from '../../../shared/circulation/calendar-index.ts'
import { nextOpenDay } from '../../../shared/circulation/calendar.ts'
import { fineNow } from '../../../shared/circulation/fine.ts'
import type { WaiverWindow } from '../../../shared/circulation/policy-facts.ts'
import { refuse, type Refusal } from '../../../shared/circulation/refusals.ts'
import { went } from '../../../shared/desk/session.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, moneyText, type Cents } from '../../../shared/kernel/money.ts'
import { instant, localDate, MS_PER_DAY, parseMinuteOfDay, type Instant } from '../../../shared/kernel/time.ts'
import { fromLocal, toLocalDate } from '../../../shared/kernel/zone.ts'
import { itemBarcodeById } from '../../store/item-rows.ts'
import { finesSince, loansDueWithin } from '../../store/outage-rows.ts'
import { patronById } from '../../store/patron-rows.ts'
import type { Command, Desk } from '../context.ts'
import { findItem, here } from '../here.ts'
import { Gathering } from './drafts.ts'
import { knownCharge, madeBy, type KnownCharge } from './known.ts'
import { askedOf } from './loan-fine.ts'
import { recordAndSay } from './said.ts'

export type OutageStretch = { readonly from_ms: Instant; readonly to_ms: Instant }

const DAYS_MAX = 31
/** Loans and fines looked at: more than a month of the busiest branch. */
const LOOKED_AT_MAX = 50_000

/** What it would touch. */
export type Touched = {
  readonly due_count: number
  readonly fines_count: number
  readonly fines_cents: Cents
}

/** The stretch as people say it, or why it is none. */
export function readStretch(desk: Desk, input: Input<'outage.look'>): OutageStretch | Refusal {
  const { branch } = here(desk)
  const at = (on: string, time: string): Instant => {
    const minute = must(parseMinuteOfDay(time), 'the contract checked the time')
    return fromLocal({ on: localDate(on), minute, past_minute_ms: 0 }, branch.zone)
  }
  const stretch = { from_ms: at(input.from_on, input.from_time), to_ms: at(input.to_on, input.to_time) }
  return stretchRefusal(desk, stretch) ?? stretch
}

function stretchRefusal(desk: Desk, { from_ms, to_ms }: OutageStretch): Refusal | null {
  if (to_ms <= from_ms || to_ms > desk.clock.now()) return refuse('stretch-invalid')
  return to_ms - from_ms > DAYS_MAX * MS_PER_DAY ? refuse('stretch-too-long', { limit: DAYS_MAX }) : null
}

/** Goes to the page that says what the outage would touch. @returns why not, or null */
export function lookAtOutage(desk: Desk, input: Input<'outage.look'>): Refusal | null {
  const stretch = readStretch(desk, input)
  if ('code' in stretch) return stretch
  desk.session = went(desk.session, { place: 'outage', about: `${stretch.from_ms}-${stretch.to_ms}` })
  return null
}

export function touchedBy(desk: Desk, stretch: OutageStretch): Touched {
  const fines = finesLessOutage(desk, stretch, 'system down')
  return {
    due_count: desk.store.desk.all(loansDueWithin, { ...stretch, limit: LOOKED_AT_MAX }).length,
    fines_count: fines.length,
    fines_cents: cents(fines.reduce((sum, fine) => sum + fine.less, 0)),
  }
}

type LessFine = { readonly charge: KnownCharge; readonly less: number }

/** Fines of which something is owed that would be less with this outage, and by how much. */
function finesLessOutage(desk: Desk, { from_ms, to_ms }: OutageStretch, reason: string): readonly LessFine[] {
  const { branch } = here(desk)
  const scope = { waiver_kind: 'system-down', branch_code: branch.branch_code } as const
  const outage: WaiverWindow = { ...scope, from_at_ms: from_ms, to_at_ms: to_ms, reason }
  return desk.store.desk.all(finesSince, { from_ms, limit: LOOKED_AT_MAX }).flatMap(({ charge_ref }) => {
    const charge = must(knownCharge(desk, charge_ref), 'a charge that was just read')
    const after = recounted(desk, charge, outage)
    const less = after === null ? 0 : Math.min(charge.state.owed_cents, charge.state.worth_cents - after)
    return less > 0 ? [{ charge, less }] : []
  })
}

/** What a fine comes to with one more outage; null where nobody knows any more how it was made. */
function recounted(desk: Desk, { row }: KnownCharge, outage: WaiverWindow): Cents | null {
  const made = madeBy(desk, row.charge_ref)
  const borrower = desk.store.desk.get(patronById, { patron_id: row.patron_id })
  const named = row.item_id === null ? null : desk.store.desk.get(itemBarcodeById, { item_id: row.item_id })
  const item = named && findItem(desk, named.barcode)
  if (!made?.body.period || !borrower || !item) return null
  const { from_ms, to_ms } = made.body.period
  const lent_at = { branch_code: made.head.branch }
  return fineNow({
    ...askedOf(desk, lent_at, item, borrower),
    policy: desk.library.policy(),
    due_at: instant(from_ms),
    until_at: instant(to_ms),
    price_cents: item.price_cents,
    outages: [outage],
  }).amount_cents
}

export function declareOutage(desk: Desk, command: Command, input: Input<'outage.declare'>): Refusal | null {
  const stretch = { from_ms: instant(input.from_ms), to_ms: instant(input.to_ms) }
  const refused = stretchRefusal(desk, stretch)
  if (refused) return refused
  const to = new Gathering(desk)
  to.add({ kind: 'outage-declared', body: { ...stretch, reason: input.reason } })
  const fines = finesLessOutage(desk, stretch, input.reason)
  for (const { charge, less } of fines) to.move(reduced(charge.state, less, 'outage').moves)
  const extended_count = input.is_extending ? extendLoans(desk, to, stretch) : 0
  const sum = moneyText(cents(fines.reduce((total, fine) => total + fine.less, 0)))
  recordAndSay(desk, command, to, {
    title: 'Outage',
    happened: 'Declared',
    is_final: true,
    fact: input.reason,
    sentences: [
      fines.length === 0 ? 'No fine was charged for it' : `${sum} of ${fines.length} fines is cancelled`,
      input.is_extending ? `${extended_count} loans have more time` : '',
    ].filter((sentence) => sentence !== ''),
  })
  desk.library.reload()
  desk.session = went(desk.session, null)
  return null
}

/** Due at the end of the next open day after the outage; what is due later already stays. */
function extendLoans(desk: Desk, to: Gathering, stretch: OutageStretch): number {
  const { branch } = here(desk)
  let count = 0
  for (const loan of desk.store.desk.all(loansDueWithin, { ...stretch, limit: LOOKED_AT_MAX })) {
    const lent_at = desk.library.branch(loan.branch_code) ?? branch
    const calendar = desk.library.calendar(lent_at)
    const on = nextOpenDay(calendar, toLocalDate(stretch.to_ms, lent_at.zone))
    const due_at_ms = on === null ? loan.due_at_ms : endOfDayAt(calendar, on)
    if (due_at_ms <= loan.due_at_ms) continue
    const { barcode: item_barcode, loan_ref, renewals_count } = loan
    const moved = { item_barcode, loan_ref, due_before_ms: loan.due_at_ms, due_at_ms, renewals_count }
    to.add({ kind: 'due-date-set', body: { ...moved, why: 'outage' } })
    count += 1
  }
  return count
}
