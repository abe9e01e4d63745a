/** What an account adds up to: limits, blocks by threshold, claims, renewals unseen, rentals. One line a situation. */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { decideCheckOut, type CheckOutAsk } from '../../shared/circulation/loans/check-out.ts'
import type { LostStep } from '../../shared/circulation/lost/lost-steps.ts'
import { decideClaim, foundClaim, nextRecheck, type ClaimAsk } from '../../shared/circulation/lost/claims.ts'
import { patronEligibility } from '../../shared/circulation/decision.ts'
import type { ItemFacts, OutFact, EligibilityFacts } from '../../shared/policy/facts.ts'
import {
  DEFAULT_SETTINGS,
  readSettings,
  SETTING_NAMES,
  settingProblem,
  settingText,
} from '../../shared/policy/library-settings.ts'
import { EVERYTHING, limitRefusals } from '../../shared/circulation/loans/limits.ts'
import type { LibraryPolicy, LimitRule, RentalRule } from '../../shared/policy/policy-facts.ts'
import { decideRenewal, type RenewalAsk } from '../../shared/circulation/loans/renew.ts'
import { rentalFee } from '../../shared/circulation/fines/rental.ts'
import { limitScope } from '../../shared/words/en/limit-scope.ts'
import { limitKey, type LimitScope } from '../../shared/refusals/limit-scope.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { must } from '../../shared/kernel/assert.ts'
import { categoryCode, itemTypeCode } from '../../shared/kernel/ids.ts'
import { cents, moneyText } from '../../shared/kernel/money.ts'
import { localDate, type Instant } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'
import { closing, loanRule, range } from '../support/case-calendar.ts'
import { PATRON } from '../support/case-policy.ts'
import { PLAIN_ASK, PLAIN_ITEM, PLAIN_LOAN } from '../support/plain-facts.ts'
import { momentOf } from '../support/given.ts'
import { ASKED, BOOK, limitRule, MAPLE, NORTH, policyOf, preparedOf, rentalRule } from '../support/policy-made.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const DAY = [range('09:00', '18:00')]
const CALENDAR = prepareCalendar({
  zone: CHICAGO,
  week: [DAY, DAY, DAY, DAY, DAY, DAY, DAY],
  closed: [closing('2026-11-26')],
})
const NOW = momentOf('2026-11-24T14:15', CHICAGO)
const TODAY = localDate('2026-11-24')
const DVD = itemTypeCode('DVD')
const GAME = itemTypeCode('GAME')
const MEDIA = { group_code: 'MEDIA', name: 'Films and games', item_type_codes: [DVD, GAME] }
const out = (item_type_code: typeof DVD | null, branch_code = MAPLE, is_family = false): OutFact => ({
  item_type_code,
  branch_code,
  is_family,
})
const end = (on: string): Instant => endOfDay(localDate(on), CHICAGO)

describe('limits', () => {
  const OUT = [out(BOOK), out(BOOK, NORTH), out(DVD), out(DVD, MAPLE, true), out(GAME, NORTH, true)]
  const group = { target_kind: 'group', target_code: 'MEDIA' } as const
  const film = { target_kind: 'item-type', target_code: 'DVD' } as const

  test.each<[string, Partial<LimitRule>[], string | null]>([
    ['three out of three', [{ loans_count_max: 3 }], '3 of 3 everything'],
    ['three out of four', [{ loans_count_max: 4 }], null],
    ['an empty limit is none', [{ loans_count_max: null }], null],
    ['a limit of zero allows nothing', [{ ...film, loans_count_max: 0 }], '1 of 0 item type DVD'],
    ['of films, one', [{ ...film, loans_count_max: 1 }], '1 of 1 item type DVD'],
    ['of another type: does not count', [{ target_kind: 'item-type', target_code: 'GAME', loans_count_max: 0 }], null],
    ['of a group', [{ ...group, loans_count_max: 1 }], '1 of 1 Films and games'],
    [
      'of a group in the household',
      [{ ...group, for_kind: 'family', loans_count_max: 3 }],
      '3 of 3 Films and games in the household',
    ],
    [
      'of everything at this branch',
      [{ place_kind: 'this-branch', loans_count_max: 2 }],
      '2 of 2 everything at this branch',
    ],
    ['another branch’s', [{ branch_code: NORTH, loans_count_max: 0 }], null],
    ['another category’s', [{ category_code: categoryCode('CHILD'), loans_count_max: 0 }], null],
    ['this branch’s lifts that of all', [{ loans_count_max: 3 }, { branch_code: MAPLE, loans_count_max: null }], null],
    [
      'this branch’s is narrower',
      [{ loans_count_max: 9 }, { branch_code: MAPLE, loans_count_max: 2 }],
      '3 of 2 everything',
    ],
    [
      'this category’s is narrower, whichever stands first',
      [{ category_code: ASKED.category_code, loans_count_max: 2 }, { loans_count_max: 9 }],
      '3 of 2 everything',
    ],
    [
      'this branch’s comes before this category’s',
      [
        { branch_code: MAPLE, loans_count_max: 2 },
        { category_code: ASKED.category_code, loans_count_max: 9 },
      ],
      '3 of 2 everything',
    ],
    [
      'the same, the other way round',
      [
        { category_code: ASKED.category_code, loans_count_max: 9 },
        { branch_code: MAPLE, loans_count_max: 2 },
      ],
      '3 of 2 everything',
    ],
    [
      'for this branch and category both, before this branch’s',
      [
        { branch_code: MAPLE, loans_count_max: 9 },
        { branch_code: MAPLE, category_code: ASKED.category_code, loans_count_max: 2 },
      ],
      '3 of 2 everything',
    ],
    [
      'the group is told before the type',
      [
        { ...film, loans_count_max: 1 },
        { ...group, loans_count_max: 1 },
      ],
      '1 of 1 Films and games',
    ],
  ])('%s', (_, rules, wanted) => {
    const limit_rules = rules.map((rule, at) => limitRule({ limit_code: `L${at}`, ...rule }))
    const policy = preparedOf({ limit_groups: [MEDIA], limit_rules })
    const [first] = limitRefusals(policy, { ...ASKED, item_type_code: DVD }, OUT)
    expect(
      first
        ? `${Number(first.facts['count'])} of ${Number(first.facts['limit'])} ${limitScope(first.facts as LimitScope)}`
        : null,
    ).toBe(wanted)
  })

  test('of two groups that hold the same type each counts its own, and a type by the code of a group is a type', () => {
    const discs = { group_code: 'DVD', name: 'Discs', item_type_codes: [DVD] }
    const limit_rules = [
      limitRule({ limit_code: 'A', ...group, target_code: 'DVD', loans_count_max: 1 }),
      limitRule({ limit_code: 'B', ...film, loans_count_max: 1 }),
    ]
    const policy = preparedOf({ limit_groups: [MEDIA, discs], limit_rules })
    const told = limitRefusals(policy, { ...ASKED, item_type_code: DVD }, [out(DVD), out(GAME)])
    expect(told.map(({ facts }) => `${Number(facts['count'])} ${limitScope(facts as LimitScope)}`)).toEqual([
      '1 Discs',
      '1 item type DVD',
    ])
  })
})

/** Two films, one of which has no record in the library's data any more: nothing tells that it is one. */
test.each<[string, Partial<LimitRule>, number]>([
  ['of everything: counted', {}, 2],
  ['of everything at this branch: counted where it was lent', { place_kind: 'this-branch' }, 2],
  ['of everything in the household: counted', { for_kind: 'family' }, 3],
  ['of its type: not counted', { target_kind: 'item-type', target_code: 'DVD' }, 1],
  ['of a group: not counted', { target_kind: 'group', target_code: 'MEDIA' }, 1],
])('an item without a record, and a limit %s', (_name, rule, count) => {
  const policy = preparedOf({ limit_groups: [MEDIA], limit_rules: [limitRule({ ...rule, loans_count_max: 0 })] })
  const all = [out(DVD), out(null), out(null, NORTH, true)]
  const [first] = limitRefusals(policy, { ...ASKED, item_type_code: DVD }, all)
  expect(first?.facts['count']).toBe(count)
})

const ITEM: ItemFacts = { ...PLAIN_ITEM, item_type_code: DVD, item_type_name: 'Film' }

function asked(policy: Partial<LibraryPolicy>, change: Partial<CheckOutAsk> = {}): CheckOutAsk & RenewalAsk {
  const rules = [loanRule({ rule_code: 'ALL', special_period_count: 42 })]
  const prepared = preparedOf({ loan_rules: rules, ...policy })
  return {
    ...PLAIN_ASK,
    is_unseen: false,
    patron: { ...PATRON, out: [out(DVD)] },
    item: ITEM,
    branch: MAPLE,
    now: NOW,
    rules: prepared.loans,
    calendar: CALENDAR,
    policy: prepared,
    ...change,
  }
}

describe('several limits at the same time', () => {
  const limited = {
    limit_groups: [MEDIA],
    limit_rules: [
      limitRule({ limit_code: 'A', loans_count_max: 3, for_kind: 'family' }),
      limitRule({ limit_code: 'B', loans_count_max: 1, target_kind: 'group', target_code: 'MEDIA' }),
    ],
  }
  const patron = { ...PATRON, out_count: 1, loans_count_max: 1, out: [out(DVD), out(BOOK, MAPLE, true), out(GAME)] }
  const stops = (change: Partial<CheckOutAsk>): readonly Refusal[] => {
    const decision = decideCheckOut(asked(limited, { patron, ...change }))
    return decision.kind === 'refused' ? decision.refusals : []
  }
  const GROUP_SCOPE = { ...EVERYTHING, of: 'group', name: 'Films and games' } as const
  const FAMILY_SCOPE = { ...EVERYTHING, whose: 'household' } as const
  const OWN = refuse('limit-reached', { count: 1, limit: 1, ...EVERYTHING })
  const GROUP = refuse('limit-reached', { count: 2, limit: 1, ...GROUP_SCOPE })
  const FAMILY = refuse('limit-reached', { count: 3, limit: 3, ...FAMILY_SCOPE })

  test('each is told, with what it counts', () => {
    expect(stops({})).toEqual([OWN, GROUP, FAMILY])
  })
  test.each<[string, LimitScope[], Refusal[]]>([
    ['all three were shown', [EVERYTHING, GROUP_SCOPE, FAMILY_SCOPE], []],
    ['the third was reached meanwhile', [EVERYTHING, GROUP_SCOPE], [FAMILY]],
    ['only another was shown', [{ ...EVERYTHING, of: 'item-type', name: 'DVD' }], [OWN, GROUP, FAMILY]],
  ])('an answer covers what was shown: %s', (_name, shown, wanted) => {
    expect(stops({ overridden: ['limit-reached'], limits_shown: shown.map(limitKey) })).toEqual(wanted)
  })
})

test('a limit stops a check-out, is overridden like any, and does not stop what is out to them already', () => {
  const limited = { limit_rules: [limitRule({ loans_count_max: 1 })] }
  expect(decideCheckOut(asked(limited))).toMatchObject({ kind: 'refused', refusals: [{ code: 'limit-reached' }] })
  expect(decideCheckOut(asked(limited, { overridden: ['limit-reached'] }))).toMatchObject({ kind: 'lend' })
  const loan = { ...PLAIN_LOAN, due_at: end('2026-12-01'), out_at: NOW, is_same_patron: true }
  const again = decideCheckOut(asked(limited, { item: { ...ITEM, loan } }))
  expect(again).toMatchObject({ kind: 'refused', refusals: [{ code: 'out-to-same' }] })
})

test('a vacation loan is given on request only', () => {
  expect(decideCheckOut(asked({}))).toMatchObject({ kind: 'lend', due_at: end('2026-12-15') })
  expect(decideCheckOut(asked({}, { is_special: true }))).toMatchObject({ kind: 'lend', due_at: end('2027-01-05') })
})

describe('blocks by threshold', () => {
  const eligibility = (change: Partial<EligibilityFacts>): readonly Refusal[] => {
    return patronEligibility({ ...PATRON, eligibility: { ...PATRON.eligibility, ...change } }, TODAY)
  }

  test.each<[string, Partial<EligibilityFacts>, Refusal[]]>([
    ['nothing', {}, []],
    ['20 days overdue of 21', { overdue_days_count: 20, overdue_days_count_max: 21 }, []],
    [
      '21 days overdue of 21',
      { overdue_days_count: 21, overdue_days_count_max: 21 },
      [refuse('overdue-too-long', { days: 21, limit: 21 })],
    ],
    ['a limit of zero and nothing overdue', { overdue_days_count: 0, overdue_days_count_max: 0 }, []],
    ['two lost', { lost_count: 2, lost_count_max: 2 }, [refuse('lost-too-many', { count: 2, limit: 2 })]],
    ['claims', { claims_count: 4, claims_count_max: 3 }, [refuse('claims-too-many', { count: 4, limit: 3 })]],
    [
      'the household’s debt',
      { family_owed: cents(2500), family_owed_max: cents(2500) },
      [refuse('family-owes-too-much', { owed: cents(2500), limit: cents(2500) })],
    ],
    [
      'children’s debt',
      { guarantees_owed: cents(1000), guarantees_owed_max: cents(500) },
      [refuse('guarantees-owe-too-much', { owed: cents(1000), limit: cents(500) })],
    ],
    [
      'suspended until tomorrow',
      { suspended_until_on: localDate('2026-11-25') },
      [refuse('suspended', { until: localDate('2026-11-25'), cause: 'late-return', note: '' })],
    ],
    ['the suspension ends today', { suspended_until_on: TODAY }, []],
  ])('%s', (_, change, refusals) => {
    expect(eligibility(change)).toEqual(refusals)
  })
})

describe('renewals', () => {
  const loan = {
    ...PLAIN_LOAN,
    due_at: end('2026-12-01'),
    out_at: NOW,
    renewals_count: 1,
    unseen_renewals_count: 2,
    is_same_patron: true,
  }
  const hold = { is_same_patron: false, pickup_branch: MAPLE, is_ready: false }
  const settings = (change: Partial<LibraryPolicy['settings']>) => ({ settings: { ...DEFAULT_SETTINGS, ...change } })
  const renewal = (policy: Partial<LibraryPolicy>, change: Partial<RenewalAsk> = {}) =>
    decideRenewal({ ...asked(policy), item: { ...ITEM, loan }, ...change })
  const codes = (decision: ReturnType<typeof renewal>) =>
    decision.kind === 'refused' ? decision.refusals.map((one) => one.code) : decision.unseen_renewals_count
  const owing = { patron: { ...PATRON, owed: cents(2000), owed_max: cents(1000) } }
  const barred = { patron: { ...PATRON, is_barred: true } }

  test.each<[string, ReturnType<typeof codes>, ReturnType<typeof codes>]>([
    ['seen at the desk: counting starts again', codes(renewal(settings({ renewals_unseen_count_max: 2 }))), 0],
    [
      'unseen once too often',
      codes(renewal(settings({ renewals_unseen_count_max: 2 }), { is_unseen: true })),
      ['unseen-renewals-used'],
    ],
    ['unseen, one left', codes(renewal(settings({ renewals_unseen_count_max: 3 }), { is_unseen: true })), 3],
    ['unseen, no limit', codes(renewal({}, { is_unseen: true })), 3],
    ['somebody waits', codes(renewal({}, { item: { ...ITEM, loan, hold } })), ['renewal-hold-waits']],
    [
      'somebody waits, where that does not matter',
      codes(renewal(settings({ is_hold_blocking_renewal: false }), { item: { ...ITEM, loan, hold } })),
      0,
    ],
    ['owes too much', codes(renewal({}, owing)), ['owes-too-much']],
    [
      'owes too much, where accounts renew all the same',
      codes(renewal(settings({ is_account_blocking_renewal: false }), owing)),
      0,
    ],
    ['barred, even there', codes(renewal(settings({ is_account_blocking_renewal: false }), barred)), ['patron-barred']],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted)
  })

  test('how often it was not shown is told where the library counts it, and only then', () => {
    const steps = (policy: Partial<LibraryPolicy>, is_unseen: boolean) => {
      const decision = renewal(policy, { is_unseen })
      return decision.kind === 'renew' ? decision.steps.filter(({ code }) => code === 'unseen') : decision.kind
    }
    const counted = settings({ renewals_unseen_count_max: 4 })
    expect(steps(counted, true)).toEqual([{ code: 'unseen', unseen_count: 3, limit_count: 4 }])
    expect(steps(counted, false)).toEqual([])
    expect(steps({}, true)).toEqual([])
  })
})

describe('claims', () => {
  const ASK: ClaimAsk = {
    claim: 'returned',
    now: NOW,
    calendar: CALENDAR,
    due_at: end('2026-11-10'),
    out_at: momentOf('2026-10-20T10:00', CHICAGO),
    returned_on: null,
    year_count: 0,
    open_count: 0,
    settings: DEFAULT_SETTINGS,
    overridden: [],
  }
  const claimed = (change: Partial<ClaimAsk>) => {
    const decision = decideClaim({ ...ASK, ...change })
    return decision.kind === 'claim' ? decision.claimed_at : decision.refusals
  }

  test.each<[string, Partial<ClaimAsk>, Instant | Refusal[]]>([
    ['today, when they do not know when', {}, NOW],
    ['the day they say', { returned_on: localDate('2026-11-12') }, end('2026-11-12')],
    ['a day to come: now', { returned_on: localDate('2026-12-12') }, NOW],
    [
      'before it was lent: when it was lent',
      { returned_on: localDate('2026-10-01') },
      momentOf('2026-10-20T10:00', CHICAGO),
    ],
    ['never had it: no fine at all', { claim: 'never-had' }, end('2026-11-10')],
    ['never had it, and it is not due yet: now', { claim: 'never-had', due_at: end('2026-12-01') }, NOW],
    ['the last day for it', { settings: { ...DEFAULT_SETTINGS, claims_within_days_count: 14 } }, NOW],
    ['the fourth in a year', { year_count: 3 }, [refuse('claims-used', { count: 3, span: 'year', limit: 3 })]],
    ['a fourth open one', { open_count: 3 }, [refuse('claims-used', { count: 3, span: 'open', limit: 3 })]],
    ['a supervisor accepts it', { year_count: 3, overridden: ['claims-used'] }, NOW],
    [
      'too late',
      { settings: { ...DEFAULT_SETTINGS, claims_within_days_count: 7 } },
      [refuse('claim-too-late', { days: 14, limit: 7 })],
    ],
    [
      'a library without limits',
      {
        year_count: 30,
        open_count: 30,
        settings: { ...DEFAULT_SETTINGS, claims_year_count_max: null, claims_open_count_max: null },
      },
      NOW,
    ],
  ])('%s', (_, change, wanted) => {
    expect(claimed(change)).toEqual(wanted)
  })

  test('the shelf is looked at today and again on the days the library says', () => {
    expect(decideClaim(ASK)).toMatchObject({
      recheck_on: ['2026-11-24', '2026-11-25', '2026-12-09', '2026-12-24'],
      year_count_after: 1,
      open_count_after: 1,
    })
    expect(nextRecheck(TODAY, localDate('2026-11-25'), DEFAULT_SETTINGS)).toBe('2026-12-09')
    expect(nextRecheck(TODAY, localDate('2026-12-24'), DEFAULT_SETTINGS)).toBeNull()
    const anyOrder = { ...DEFAULT_SETTINGS, claims_recheck_days: [30, 2, 15] }
    const recheck_on = ['2026-11-24', '2026-11-26', '2026-12-09', '2026-12-24']
    expect(decideClaim({ ...ASK, settings: anyOrder })).toMatchObject({ recheck_on })
    expect(nextRecheck(TODAY, TODAY, anyOrder)).toBe('2026-11-26')
  })

  test.each<[string, Partial<ClaimAsk>, LostStep[]]>([
    ['brought back', {}, [{ code: 'fine-stops-at-claim' }]],
    ['brought back, where the fine goes on', { settings: { ...DEFAULT_SETTINGS, is_claim_stopping_fine: false } }, []],
    ['never had', { claim: 'never-had' }, [{ code: 'no-fine-never-had' }]],
  ])('%s: what is said of the fine', (_, change, steps) => {
    expect(decideClaim({ ...ASK, ...change })).toMatchObject({ steps })
  })

  test('found on our shelf the fine goes and the claim does not count; brought back it stays', () => {
    expect(foundClaim('shelf', DEFAULT_SETTINGS)).toEqual({ is_fine_waived: true, is_claim_counted: false })
    const kept = { is_found_claim_waived: false }
    expect(foundClaim('shelf', kept)).toEqual({ is_fine_waived: false, is_claim_counted: false })
    expect(foundClaim('brought', DEFAULT_SETTINGS)).toEqual({ is_fine_waived: false, is_claim_counted: true })
  })
})

test.each<[string, Partial<RentalRule>, string, string, string | null]>([
  ['once', {}, '2026-11-24T14:15', '2026-12-01T14:15', '$1.00'],
  ['by the day', { per_unit: 'days' }, '2026-11-24T14:15', '2026-11-27T14:15', '$3.00'],
  [
    'by the day, Thanksgiving free',
    { per_unit: 'days', is_closed_counted: false },
    '2026-11-24T14:15',
    '2026-11-27T14:15',
    '$2.00',
  ],
  [
    'from its eve, the same',
    { per_unit: 'days', is_closed_counted: false },
    '2026-11-25T14:15',
    '2026-11-27T14:15',
    '$1.00',
  ],
  [
    'from that day itself: the day after is a day',
    { per_unit: 'days', is_closed_counted: false },
    '2026-11-26T14:15',
    '2026-11-27T14:15',
    '$1.00',
  ],
  [
    'from its eve to that day: nothing',
    { per_unit: 'days', is_closed_counted: false },
    '2026-11-25T14:15',
    '2026-11-26T14:15',
    null,
  ],
  ['by the hour begun', { per_unit: 'hours' }, '2026-11-24T14:15', '2026-11-24T16:16', '$3.00'],
  [
    'by the hour, Thanksgiving free',
    { per_unit: 'hours', is_closed_counted: false },
    '2026-11-25T22:00',
    '2026-11-27T01:00',
    '$3.00',
  ],
  ['of zero', { amount_cents: cents(0) }, '2026-11-24T14:15', '2026-12-01T14:15', null],
])('a rental fee %s', (_, rule, from, due, wanted) => {
  const feeOf = (change: Partial<RentalRule>, is_renewal: boolean): string | null => {
    const policy = preparedOf({ rental_rules: [rentalRule({ ...rule, ...change })] })
    const times = { from_at: momentOf(from, CHICAGO), due_at: momentOf(due, CHICAGO) }
    const fee = rentalFee({ policy, asked: ASKED, calendar: CALENDAR, ...times, is_renewal })
    return fee && moneyText(fee.amount_cents)
  }
  expect(feeOf({}, false)).toBe(wanted)
  expect(feeOf({}, true)).toBeNull()
  expect(feeOf({ is_charged_on_renewal: true }, true)).toBe(wanted)
})

test('a rental fee is told: for each loan, or how many of what', () => {
  const steps = (rule: Partial<RentalRule>) => {
    const ask = { policy: preparedOf({ rental_rules: [rentalRule(rule)] }), asked: ASKED, calendar: CALENDAR }
    return rentalFee({ ...ask, from_at: NOW, due_at: end('2026-11-27'), is_renewal: false })?.steps.at(-1)
  }
  const rate = { code: 'rental-rate', rate_cents: 100 }
  expect(steps({})).toEqual({ ...rate, units_count: 1, unit: null })
  expect(steps({ per_unit: 'days' })).toEqual({ ...rate, units_count: 3, unit: 'days' })
})

describe('settings', () => {
  test('what is not stored has its default, and every value is stored and read the same', () => {
    expect(readSettings([])).toEqual(policyOf().settings)
    const rows = SETTING_NAMES.map((name) => ({ name, value: settingText(DEFAULT_SETTINGS[name]) }))
    expect(rows.flatMap(({ name, value }) => settingProblem(name, value) ?? [])).toEqual([])
    expect(readSettings(rows)).toEqual(DEFAULT_SETTINGS)
    expect(SETTING_NAMES.length).toBeGreaterThan(30)
  })

  test.each([
    ['hold_shelf_days_count', '-1'],
    ['hold_shelf_days_count', ''],
    ['hold_shelf_days_count', 'seven'],
    ['hold_shelf_days_count', '1.5'],
    ['hold_expires_days_count', '36526'],
    ['claims_recheck_days', '[36526]'],
    ['rule_branch_from', 'somewhere'],
    ['is_title_hold', 'perhaps'],
    ['claims_recheck_days', '[1,'],
    ['phase_of_moon', 'full'],
    ['__proto__', 'yes'],
  ])('%s cannot be "%s"', (name, value) => {
    expect(settingProblem(name, value)).toMatchObject({ setting: name })
  })
})
