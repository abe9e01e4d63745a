/**
 * What a manager looks at in the cash of a period: for each clerk openings without a sale, voids, refunds, what was
 * let off, over and short, beside the median of all; what looks like a payment that was kept; bags that are not
 * banked; when a drawer was last counted by surprise. Over and short are never set off. Pure; knows no patron.
 */
import { lowerMedian } from '../kernel/median.ts'
import { coversIn } from '../cash/counts-in.ts'
import { toldDraw } from '../cash/evidence/surprise-draw.ts'
import { bagSum, inKindSum } from '../cash/line-sums.ts'
import { isKeyOpening, isLooseNoSale, keyOpeningsIn, noSalesIn } from '../cash/drawer/openings.ts'
import { zNumber } from '../cash/numbers/z-number.ts'
import type { Evidence, SessionEvidence } from '../cash/evidence/tables.ts'
import { eventRefText } from '../journal/event.ts'
import type { CashEvent } from '../journal/fold/cash.ts'
import { lettingOff } from '../journal/logged.ts'
import { letOffSums, standing, type LetOffSum } from '../ledger/let-off.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { daysBetween, MS_PER_MINUTE, type LocalDate } from '../kernel/time.ts'

/** A waiver so soon before or after an opening without a sale, by the same clerk, is flagged. */
const NEAR_MS = 30 * MS_PER_MINUTE

export const CLERK_FIGURES = [
  'no_sales_count',
  'voids_count',
  'refunds_count',
  'let_off_count',
  'let_off_cents',
  'in_kind_cents',
  'over_cents',
  'short_cents',
  'dropped_alone_cents',
] as const
export type ClerkFigure = (typeof CLERK_FIGURES)[number]
export type ClerkFigures = Readonly<Record<ClerkFigure, number>>

export type Clerk = ClerkFigures & {
  readonly staff: string
  /** What was let off near an opening without a sale, or of a charge for which this clerk took money. */
  readonly flagged_count: number
}

/** A bag that no bank took in, or a card batch that no processor settled, as far as is known here. */
export type OpenBag = {
  /** The entry that filled it: a session can fill several. */
  readonly bag_ref: string
  /** Empty: it was filled in the middle of a session. */
  readonly full_z_number: string
  /** Null: a card batch. */
  readonly bag_number: string | null
  readonly amount_cents: Cents
  readonly days_count: number
}

export type Drawer = {
  readonly drawer_code: string
  readonly over_cents: Cents
  readonly short_cents: Cents
  /** Null: never. */
  readonly surprise_days_count: number | null
  /** How many sessions were drawn for a surprise count, and in how many it was made. */
  readonly drawn_count: number
  readonly drawn_made_count: number
  /** Opened, and not by the desk, as its sensor tells. */
  readonly key_openings_count: number
}

export type CashExceptions = {
  /** The most flagged first, then the most short. */
  readonly clerks: readonly Clerk[]
  readonly median: ClerkFigures
  /** What was let off, by kind, clerk and approver. */
  readonly let_off: readonly LetOffSum[]
  /** The oldest first. */
  readonly open_bags: readonly OpenBag[]
  readonly drawers: readonly Drawer[]
}

type Sums = Record<ClerkFigure | 'flagged_count', number>

/**
 * @param earlier sessions before the period that matter still: bags that no bank took in, and the last surprise counts;
 *   oldest first
 * @param others bags of the safe that no bank took in, and card batches that wait, of whatever day
 */
export function cashExceptions(
  evidence: Evidence,
  today: LocalDate,
  earlier: readonly SessionEvidence[] = [],
  others: readonly OpenBag[] = [],
): CashExceptions {
  const clerks = clerksOf(evidence)
  const of_sessions = [...earlier, ...evidence.sessions].flatMap((session) => openBags(session, today))
  const open_bags = [...others, ...of_sessions]
  return {
    clerks: clerks.toSorted(
      (one, other) =>
        other.flagged_count - one.flagged_count ||
        other.short_cents - one.short_cents ||
        (one.staff < other.staff ? -1 : 1),
    ),
    median: medianOf(clerks),
    let_off: letOffSums(evidence.let_off.map(lettingOff)).filter(({ count }) => count > 0),
    open_bags: open_bags.toSorted((one, other) => other.days_count - one.days_count),
    drawers: drawersOf(evidence, today, earlier),
  }
}

function clerksOf({ sessions, let_off, openings }: Evidence): readonly Clerk[] {
  const by = new Map<string, Sums>()
  const of = (staff: string): Sums => {
    const none = {
      let_off_count: 0,
      let_off_cents: 0,
      in_kind_cents: 0,
      over_cents: 0,
      short_cents: 0,
      dropped_alone_cents: 0,
      flagged_count: 0,
    }
    const sums = by.get(staff) ?? { no_sales_count: 0, voids_count: 0, refunds_count: 0, ...none }
    by.set(staff, sums)
    return sums
  }
  const add = (staff: string, figure: keyof Sums, amount = 1): void => void (of(staff)[figure] += amount)
  const unlocked: { readonly staff: string; readonly at_ms: number }[] = []
  const opened = ({ head: { staff, at_ms } }: CashEvent): void => {
    add(staff, 'no_sales_count')
    unlocked.push({ staff, at_ms })
  }
  const paid = new Set<string>()
  openings.filter(isLooseNoSale).forEach(opened)
  for (const { events } of sessions) {
    noSalesIn(events).forEach(opened)
    for (const event of events) {
      const { staff } = event.head
      // Whoever worked at a drawer is one of those whom the others are measured by. Nobody is known to have used a key.
      if (isKeyOpening(event)) continue
      of(staff)
      if (event.kind === 'receipt-voided') add(staff, 'voids_count')
      if (event.kind === 'refund-paid') add(staff, 'refunds_count')
      if (event.kind === 'receipt-made') add(staff, 'in_kind_cents', inKindSum(event.body.receipt.in_kind))
      if (isAlone(event)) add(staff, 'dropped_alone_cents', event.body.amount_cents)
      if (event.kind === 'receipt-made') {
        for (const line of event.body.receipt.lines) if (line.of === 'charge') paid.add(`${staff} ${line.charge_ref}`)
      }
    }
    for (const { staff, by_cents } of clerkDifferences(events)) {
      if (by_cents !== 0) add(staff, by_cents > 0 ? 'over_cents' : 'short_cents', Math.abs(by_cents))
    }
  }
  for (const { head, body } of standing(let_off.map((one) => ({ ...one, ...lettingOff(one) })))) {
    if (body.of !== null) continue
    const { staff, at_ms } = head
    add(staff, 'let_off_count')
    add(staff, 'let_off_cents', body.amount_cents)
    const isNear = unlocked.some((one) => one.staff === staff && Math.abs(one.at_ms - at_ms) <= NEAR_MS)
    if (isNear || paid.has(`${staff} ${body.charge_ref}`)) add(staff, 'flagged_count')
  }
  return [...by].map(([staff, sums]) => ({ staff, ...sums }))
}

/** Put into the safe or the change fund, and counted by nobody else: the bank counts what is in a bag. */
function isAlone(event: CashEvent): event is Extract<CashEvent, { kind: 'cash-placed' }> {
  if (event.kind !== 'cash-placed') return false
  const { way, place, receiver_cents } = event.body
  return way === 'out' && place !== 'bank-bag' && receiver_cents === null
}

/** What each count that opened or closed a session was over or short in cash: by who opened it, and who had it. */
export function countDifferences(events: readonly CashEvent[]): readonly { staff: string; by_cents: number }[] {
  let custodian = ''
  return events.flatMap((event) => {
    if (event.kind === 'custody-changed') custodian = event.body.custodian_code
    if (event.kind === 'drawer-opened') {
      custodian = event.body.custodian_code
      return [{ staff: event.head.staff, by_cents: event.body.counted_cents - event.body.left_cents }]
    }
    if (event.kind !== 'drawer-closed') return []
    const { counted, expected } = event.body
    return [{ staff: custodian, by_cents: counted.cash_cents - expected.cash_cents }]
  })
}

/**
 * The same by who answers for it: what a cover was over or short in a break is theirs, and taken out of what the
 * custodian was.
 */
function clerkDifferences(events: readonly CashEvent[]): readonly { staff: string; by_cents: number }[] {
  const isClosed = events.some(({ kind }) => kind === 'drawer-closed')
  const covers = isClosed ? coversIn(events) : []
  const theirs = covers.reduce((sum, one) => sum + one.by_cents, 0)
  const all = countDifferences(events).map(({ staff, by_cents }, n) => {
    return { staff, by_cents: n === 0 ? by_cents : by_cents - theirs }
  })
  return [...all, ...covers]
}

function medianOf(clerks: readonly Clerk[]): ClerkFigures {
  const middle = (figure: ClerkFigure): number => lowerMedian(clerks.map((one) => one[figure])) ?? 0
  const [no_sales_count, voids_count, refunds_count] = [
    middle('no_sales_count'),
    middle('voids_count'),
    middle('refunds_count'),
  ]
  const [let_off_count, let_off_cents] = [middle('let_off_count'), middle('let_off_cents')]
  const in_kind_cents = middle('in_kind_cents')
  const off = { over_cents: middle('over_cents'), short_cents: middle('short_cents') }
  const dropped_alone_cents = middle('dropped_alone_cents')
  const all = { let_off_count, let_off_cents, in_kind_cents, ...off, dropped_alone_cents }
  return { no_sales_count, voids_count, refunds_count, ...all }
}

/** Bags of the close and of drops that no bank took in. */
function openBags({ business_on, events }: SessionEvidence, today: LocalDate): readonly OpenBag[] {
  const banked = new Set(events.flatMap((one) => (one.kind === 'deposit-banked' ? [one.body.drop_ref] : [])))
  const days_count = daysBetween(business_on, today)
  return events.flatMap((one): OpenBag[] => {
    const bag_ref = eventRefText(one.head)
    if (one.kind === 'cash-placed' && one.body.place === 'bank-bag' && !banked.has(bag_ref)) {
      const { bag_number, amount_cents } = one.body
      return [{ bag_ref, full_z_number: '', bag_number, amount_cents: cents(amount_cents), days_count }]
    }
    if (one.kind !== 'drawer-closed' || banked.has(null)) return []
    const { z_number, bag } = one.body
    const [amount_cents, full_z_number] = [bagSum(bag), zNumber(one.head, z_number)]
    return amount_cents === 0 ? [] : [{ bag_ref, full_z_number, bag_number: bag.bag_number, amount_cents, days_count }]
  })
}

/** Of the drawer that a session is of. */
export function codeOf({ events: [first] }: SessionEvidence): string {
  return first?.kind === 'drawer-opened' ? first.body.drawer_code : ''
}

/** Whether a drawer was counted by surprise in this session. */
export function isSurprised({ events }: Pick<SessionEvidence, 'events'>): boolean {
  return events.some((one) => one.kind === 'drawer-counted' && one.body.reason === 'surprise')
}

function drawersOf(
  { sessions, openings }: Pick<Evidence, 'sessions' | 'openings'>,
  today: LocalDate,
  earlier: readonly SessionEvidence[],
): readonly Drawer[] {
  const by_drawer = Map.groupBy(sessions, codeOf)
  const by_key = openings.filter(isKeyOpening)
  const codes = new Set([...by_drawer.keys(), ...by_key.map(({ body }) => body.drawer_code)])
  return [...codes].map((drawer_code) => {
    const all = by_drawer.get(drawer_code) ?? []
    const loose = by_key.filter(({ body }) => body.drawer_code === drawer_code)
    const by = all.flatMap(({ events }) => countDifferences(events)).map(({ by_cents }) => by_cents)
    const sum = (amounts: readonly number[]): Cents => cents(amounts.reduce((total, one) => total + Math.abs(one), 0))
    const before = earlier.filter((one) => codeOf(one) === drawer_code)
    const last = [...before, ...all].findLast(isSurprised)
    const draws = all.map(({ events }) => toldDraw(events))
    return {
      drawer_code,
      over_cents: sum(by.filter((one) => one > 0)),
      short_cents: sum(by.filter((one) => one < 0)),
      surprise_days_count: last === undefined ? null : daysBetween(last.business_on, today),
      drawn_count: draws.filter((one) => one !== 'none').length,
      drawn_made_count: draws.filter((one) => one === 'made').length,
      key_openings_count: keyOpeningsIn([...all.flatMap(({ events }) => events), ...loose]),
    }
  })
}
