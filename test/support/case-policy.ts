/**
 * Runs the cases of other systems about money, limits and blocks: fines, grace, lost and found, rentals, suspensions.
 * Each reads its fields by name; a field that nobody reads fails the case.
 */
import { prepareCalendar, type PreparedCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { patronEligibility } from '../../shared/circulation/decision.ts'
import type { OutFact, PatronFacts, EligibilityFacts } from '../../shared/policy/facts.ts'
import { fineNow } from '../../shared/circulation/fines/fine.ts'
import { foundAfterBilling, type FoundCharge } from '../../shared/circulation/lost/found.ts'
import { chargedFrom } from '../../shared/circulation/fines/grace.ts'
import { DEFAULT_SETTINGS } from '../../shared/policy/library-settings.ts'
import { limitRefusals } from '../../shared/circulation/loans/limits.ts'
import { lostCharges } from '../../shared/circulation/lost/lost.ts'
import type { FineRule, FineUnit, GraceUnit, LostRule, RefundKind } from '../../shared/policy/policy-facts.ts'
import { ruleBranch } from '../../shared/policy/policy.ts'
import { rentalFee } from '../../shared/circulation/fines/rental.ts'
import { returnMoment } from '../../shared/circulation/calendar/return-moment.ts'
import { suspensionDays } from '../../shared/circulation/fines/suspension.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { itemTypeCode } from '../../shared/kernel/ids.ts'
import { cents } from '../../shared/kernel/money.ts'
import { addDays, instant, localDate, MS_PER_HOUR, MS_PER_MINUTE, type LocalDate } from '../../shared/kernel/time.ts'
import { endOfDay, fromLocal, parseZoneName } from '../../shared/kernel/zone.ts'
import { closing, range } from './case-calendar.ts'
import { localTimeOf, type Given } from './given.ts'
import * as made from './policy-made.ts'
import { PLAIN_FINE } from './plain-facts.ts'

type Answer = Record<string, unknown>

const UTC = must(parseZoneName('UTC'), 'a zone')
const ALWAYS = Array.from({ length: 7 }, () => [range('00:00', '24:00')])
const OPEN: PreparedCalendar = prepareCalendar({ zone: UTC, week: ALWAYS, closed: [] })
/** When an hourly loan was due: no case depends on the day. */
const DUE = fromLocal(localTimeOf('2026-03-02T12:00'), UTC)

const FOLIO_UNITS: Readonly<Record<string, FineUnit>> = {
  minute: 'minutes',
  hour: 'hours',
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
}

function optionalDollars(amount: number | undefined) {
  return amount === undefined ? null : made.dollars(amount)
}

function rates(given: Given): Partial<FineRule> {
  return {
    amount_cents: made.dollars(must(given.number('rate'), 'a rate')),
    fine_cents_max: optionalDollars(given.number('max')),
    recall_amount_cents: optionalDollars(given.number('recall_rate')),
    recall_fine_cents_max: optionalDollars(given.number('recall_max')),
  }
}

/** Koha says the rate of each library and which of them rules. */
function runFineOfLibrary(given: Given): Answer {
  const from = must(given.text('rule_library'), 'whose rule')
  assert(from === 'home' || from === 'holding', `whose rule: ${from}`)
  const rule = (branch_code: typeof made.MAPLE, field: string): FineRule =>
    made.fineRule({ rule_code: branch_code, branch_code, amount_cents: made.dollars(must(given.number(field), field)) })
  const rules = [rule(made.MAPLE, 'home_library_rate'), rule(made.NORTH, 'holding_library_rate')]
  const places = { desk: made.NORTH, item_home: made.MAPLE, item_holding: made.NORTH, patron: made.NORTH }
  const branch_code = ruleBranch(from === 'home' ? 'item-home' : 'item-holding', places)
  const due_on = localDate('2026-03-02')
  const back = addDays(due_on, must(given.number('days_late'), 'days'))
  const fine = fineNow({
    ...PLAIN_FINE,
    policy: made.preparedOf({ fine_rules: rules }),
    asked: { ...made.ASKED, branch_code },
    calendar: OPEN,
    due_at: endOfDay(due_on, UTC),
    until_at: endOfDay(back, UTC),
    price_cents: null,
  })
  return { amount: fine.amount_cents / 100 }
}

/** When it was due and came back: as days, or as minutes late. */
function takeTimes(given: Given) {
  const minutes = given.number('overdue_minutes')
  if (minutes !== undefined) return { due_at: DUE, until_at: instant(DUE + minutes * MS_PER_MINUTE) }
  const day = (name: string): LocalDate => localTimeOf(must(given.text(name), name)).on
  return {
    due_at: endOfDay(day('due'), UTC),
    until_at: fromLocal({ ...localTimeOf('2000-01-01T12:00'), on: day('returned') }, UTC),
  }
}

function takePrice(given: Given, rule: Partial<FineRule>) {
  const is_capped_at_price = given.flag('cap_to_replacement_price')
  const price = given.number('replacement_price')
  const type_price = given.number('default_replacement_cost')
  const isDefaultUsed = given.flag('use_default_replacement_cost')
  const item_types = [made.itemType('BOOK', isDefaultUsed ? (type_price ?? null) : null)]
  return { fine: made.fineRule({ ...rule, is_capped_at_price }), price_cents: optionalDollars(price), item_types }
}

function runFine(given: Given): Answer {
  if (given.has('rule_library')) return runFineOfLibrary(given)
  const interval = given.text('interval')
  const per_unit = interval === undefined ? 'days' : must(FOLIO_UNITS[interval], `a unit: ${interval}`)
  const grace_count = given.number('grace_days') ?? 0
  const rule = { ...rates(given), per_unit, per_count: given.number('charge_period_days') ?? 1, grace_count }
  const { fine: fine_rule, price_cents, item_types } = takePrice(given, rule)
  const is_recalled = given.flag('recalled')
  const policy = made.preparedOf({ fine_rules: [fine_rule], item_types })
  const fine = fineNow({
    ...PLAIN_FINE,
    policy,
    asked: made.ASKED,
    calendar: OPEN,
    ...takeTimes(given),
    price_cents,
    is_recalled,
  })
  return { amount: fine.amount_cents / 100 }
}

function runFinePeriods(given: Given): Answer {
  const interval = given.text('interval')
  assert(interval === '1 day' && given.text('returned') === 'now', 'a fine a day, back now')
  const today = localDate('2026-03-25')
  const ago = must(given.number('started_days_ago'), 'days')
  const due_on = addDays(today, must(given.number('loan_days'), 'days') - ago)
  const policy = made.preparedOf({ fine_rules: [made.fineRule()] })
  const times = { due_at: endOfDay(due_on, UTC), until_at: fromLocal({ ...localTimeOf('2026-03-25T12:00') }, UTC) }
  return {
    bill_lines: fineNow({ ...PLAIN_FINE, policy, asked: made.ASKED, calendar: OPEN, ...times, price_cents: null })
      .units_count,
  }
}

const GRACE_UNITS: ReadonlySet<string> = new Set<GraceUnit>(['minutes', 'hours', 'days', 'weeks', 'months'])

function runGrace(given: Given): Answer {
  const unit = must(given.text('grace_unit'), 'a unit')
  assert(GRACE_UNITS.has(unit), `a unit of grace: ${unit}`)
  const rule = made.fineRule({
    grace_count: must(given.number('grace'), 'grace'),
    grace_unit: unit as GraceUnit,
    is_grace_kept_on_recall: !given.flag('ignore_grace_for_recalls'),
  })
  const until_at = instant(DUE + must(given.number('overdue_minutes'), 'minutes') * MS_PER_MINUTE)
  const from = chargedFrom(OPEN, DUE, until_at, rule, given.flag('recalled'))
  return { charged_minutes: from === null ? 0 : (until_at - from) / MS_PER_MINUTE }
}

function runSuspension(given: Given): Answer {
  const late = must(given.number('days_late'), 'days')
  const per_day = given.number('suspension_days_per_day')
  const period = given.number('period_days') ?? 1
  const rule = made.fineRule({
    per_count: period,
    is_partial_unit_charged: false,
    suspension_days_count: per_day ?? must(given.number('suspension_days_per_period'), 'days a period'),
    suspension_days_count_max: given.number('max') ?? null,
  })
  const due_on = localDate('2026-03-02')
  const { units_count } = fineNow({
    ...PLAIN_FINE,
    policy: made.preparedOf({ fine_rules: [rule] }),
    asked: made.ASKED,
    calendar: OPEN,
    due_at: endOfDay(due_on, UTC),
    until_at: endOfDay(addDays(due_on, late), UTC),
    price_cents: null,
  })
  return { suspended_days: suspensionDays(rule, units_count) }
}

function runRental(given: Given): Answer {
  const closed_count = must(given.number('closed_days_inside'), 'closed days')
  const closed = Array.from({ length: closed_count }, (_, at) => closing(addDays(localDate('2026-03-03'), at)))
  const calendar = prepareCalendar({ zone: UTC, week: ALWAYS, closed })
  const amount_cents = made.dollars(must(given.number('hourly'), 'a rate'))
  const rule = made.rentalRule({ amount_cents, per_unit: 'hours', is_closed_counted: !given.flag('skip_closed') })
  const due_at = instant(DUE + must(given.number('hours'), 'hours') * MS_PER_HOUR)
  const policy = made.preparedOf({ rental_rules: [rule] })
  const fee = rentalFee({ policy, asked: made.ASKED, calendar, from_at: DUE, due_at, is_renewal: false })
  return { amount: must(fee, 'a fee').amount_cents / 100 }
}

function outOf(type: string, count: number): OutFact[] {
  const out: OutFact = { item_type_code: itemTypeCode(type), branch_code: made.MAPLE, is_family: false }
  return Array.from({ length: count }, () => out)
}

function runLimit(given: Given, expected: Answer): Answer {
  const type = (given.text('want_type') ?? 'child1').toUpperCase()
  const children = ['child1', 'child2'].map((name) => [name.toUpperCase(), given.number(`${name}_max`)] as const)
  const parent_max = given.number('parent_type_max')
  const max = given.number('max')
  const policy = made.preparedOf({
    limit_groups: [
      { group_code: 'PARENT', name: 'Parent', item_type_codes: [itemTypeCode('CHILD1'), itemTypeCode('CHILD2')] },
    ],
    limit_rules: [
      made.limitRule({ limit_code: 'ALL', loans_count_max: max ?? null }),
      made.limitRule({
        limit_code: 'GROUP',
        target_kind: 'group',
        target_code: 'PARENT',
        loans_count_max: parent_max ?? null,
      }),
      ...children.map(([code, most]) =>
        made.limitRule({
          limit_code: code,
          target_kind: 'item-type',
          target_code: code,
          loans_count_max: most ?? null,
        }),
      ),
    ],
  })
  const out = [
    ...outOf('BOOK', given.number('out') ?? 0),
    ...outOf('CHILD1', given.number('out_child1') ?? 0),
    ...outOf('CHILD2', given.number('out_child2') ?? 0),
  ]
  const [first] = limitRefusals(policy, { ...made.ASKED, item_type_code: itemTypeCode(type) }, out)
  const told: Answer = {
    allowed: first === undefined,
    reason: first && 'TOO_MANY_CHECKOUTS',
    count: first?.facts['count'],
    max_allowed: first?.facts['limit'],
  }
  return Object.fromEntries(Object.keys(expected).map((name) => [name, told[name]]))
}

export const NOBODY: EligibilityFacts = {
  overdue_days_count: 0,
  overdue_days_count_max: null,
  lost_count: 0,
  lost_count_max: null,
  claims_count: 0,
  claims_count_max: null,
  family_owed: cents(0),
  family_owed_max: null,
  guarantees_owed: cents(0),
  guarantees_owed_max: null,
  suspended_until_on: null,
  suspension_note: null,
}

export const PATRON: PatronFacts = {
  category_code: made.ADULT,
  category_name: 'Adult',
  card_status: 'current',
  is_barred: false,
  is_active: true,
  expires_on: null,
  owed: cents(0),
  owed_max: null,
  out_count: 0,
  loans_count_max: null,
  overdue_count: 0,
  overdue_count_max: null,
  blocks: [],
  eligibility: NOBODY,
  out: [],
}

function runBlock(given: Given, expected: Answer): Answer {
  if (given.has('max_checkouts')) {
    const limit = made.limitRule({ loans_count_max: given.number('max_checkouts') ?? null })
    const out = outOf('BOOK', given.number('out') ?? 0)
    return { allowed: limitRefusals(made.preparedOf({ limit_rules: [limit] }), made.ASKED, out).length === 0 }
  }
  const owed = must(given.number('guarantees_owe'), 'an amount')
  const eligibility = {
    ...NOBODY,
    guarantees_owed: made.dollars(owed),
    guarantees_owed_max: optionalDollars(given.number('limit_guarantees')),
  }
  const [first] = patronEligibility({ ...PATRON, eligibility }, localDate('2026-03-02'))
  assert(first === undefined || first.code === 'guarantees-owe-too-much', 'no other reason')
  const told: Answer = { blocked: first !== undefined, reason: first && 'DEBT_GUARANTEES', amount: first && owed }
  return Object.fromEntries(Object.keys(expected).map((name) => [name, told[name]]))
}

function runLost(given: Given): Answer {
  const rule = made.lostRule({ processing_cents: made.dollars(must(given.number('processing_fee'), 'a fee')) })
  const price = made.dollars(must(given.number('replacement'), 'a price'))
  const billed = must(lostCharges(made.preparedOf({ lost_rules: [rule] }), made.ASKED, price), 'charges')
  const lines = billed.lines.map((line) => ({ type: line.kind.toUpperCase(), amount: line.amount_cents / 100 }))
  return { lines }
}

/** "1 hour", "2 hours", "right after payment". */
function hoursOf(text: string): number {
  if (text === 'right after payment') return 0
  const match = must(/^(\d+) (hour|day)s?$/.exec(text), `a stretch: ${text}`)
  return Number(match[1]) * (match[2] === 'day' ? 24 : 1)
}

function takeLostRule(given: Given): LostRule {
  const window = given.text('refund_window')
  const hasNone = !given.has('prohibit_negative')
  const prohibited = given.take('prohibit_negative') ?? []
  assert(Array.isArray(prohibited) && !(hasNone && window !== undefined), 'which balances may not fall below zero')
  const back = (kind: string): RefundKind => {
    if (!prohibited.includes('default') && !prohibited.includes(kind)) return 'always'
    return window === undefined ? 'never' : 'within-window'
  }
  const isVoided = !given.has('void_lost_on_checkin') || given.flag('void_lost_on_checkin')
  return made.lostRule({
    found_unpaid_kind: isVoided ? 'waive' : 'leave',
    found_paid_kind: isVoided ? 'credit' : 'leave',
    lost_refund_kind: back('lost'),
    overdue_refund_kind: back('overdues'),
    refund_within_count: window === undefined ? null : hoursOf(window),
    refund_within_unit: 'hours',
    is_overdue_kept: !given.flag('void_overdue_on_lost'),
    is_overdue_restored: given.flag('restore_overdues'),
    is_overdue_counted_anew: given.flag('generate_overdues_on_checkin'),
  })
}

function runLostRefund(given: Given): Answer {
  const rule = takeLostRule(given)
  const lost = given.number('lost_fee')
  const overdues = given.number('overdues')
  const paid = made.dollars(given.number('paid') ?? 0)
  const fine = made.dollars(given.number('max_fine') ?? 0)
  const charges: FoundCharge[] = []
  if (lost !== undefined) charges.push({ kind: 'lost', amount_cents: made.dollars(lost), paid_cents: paid })
  if (overdues !== undefined) {
    const paid_cents = lost === undefined ? paid : cents(0)
    charges.push({ kind: 'overdue', amount_cents: made.dollars(overdues), paid_cents })
  }
  const found = foundAfterBilling({
    rule,
    calendar: OPEN,
    due_at: instant(DUE - 30 * 24 * MS_PER_HOUR),
    back_at: instant(DUE + hoursOf(given.text('returned_after') ?? 'right after payment') * MS_PER_HOUR),
    charges,
    canceled_overdue_cents: rule.is_overdue_kept ? cents(0) : fine,
    fine_cents: fine,
    paid_at: DUE,
    has_receipt: true,
    owed_else_cents: cents(0),
    is_amnesty: given.flag('amnesty_checkin'),
    answer: null,
  })
  return { balance_after_checkin: found.balance_cents / 100 }
}

function runBackdate(given: Given): Answer {
  const back_on = localDate(must(given.text('backdate'), 'a date'))
  const ask = { calendar: OPEN, now: DUE, out_at: null, back_on, is_book_drop: false, settings: DEFAULT_SETTINGS }
  const { back_at } = returnMoment(ask)
  return { checkin_date: back_at === DUE ? 'today' : new Date(back_at).toISOString() }
}

/** By area, what runs its cases. */
export const POLICY_AREAS: Readonly<Record<string, (given: Given, expected: Answer) => Answer>> = {
  fine: runFine,
  fine_periods: runFinePeriods,
  grace: runGrace,
  suspension: runSuspension,
  rental_fee: runRental,
  checkout_limit: runLimit,
  block: runBlock,
  lost: runLost,
  lost_refund: runLostRefund,
  checkin: runBackdate,
}
