/** What is found before a policy is saved: each contradiction made, as a code and its facts. */
import { describe, expect, test } from 'vitest'
import { checkPolicy } from '../../../shared/circulation/policy-check/policy-check.ts'
import type { FindingClass, FindingFact } from '../../../shared/policy/policy-finding.ts'
import type { FineFreeDay, LibraryPolicy } from '../../../shared/policy/policy-facts.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { loanRule } from '../../support/case-calendar.ts'
import {
  ADULT,
  BOOK,
  category,
  fineRule,
  itemType,
  limitRule,
  lostRule,
  MAPLE,
  NORTH,
  policyOf,
  rentalRule,
} from '../../support/policy-made.ts'

const CHILD = categoryCode('CHILD')
const DVD = itemTypeCode('DVD')
const KAYAK = itemTypeCode('KAYAK')
const CODES = { branch_codes: [MAPLE, NORTH], category_codes: [ADULT, CHILD], item_type_codes: [BOOK, DVD] }
const TODAY = localDate('2026-11-24')
const ALL = loanRule({ rule_code: 'ALL' })
const GROUP = { group_code: 'VIDEO', name: 'Video', item_type_codes: [DVD] }

function fineFree(change: Partial<FineFreeDay>): FineFreeDay {
  const days = { from_on: localDate('2026-12-24'), to_on: localDate('2026-12-25') }
  return { day_code: 'flood', branch_code: '*', ...days, reason: 'Flood', ...change }
}

/** What is found in a policy that lends everything to everybody, but for the change. */
function found(change: Partial<LibraryPolicy>): (readonly [FindingClass, FindingFact])[] {
  return checkPolicy(policyOf({ loan_rules: [ALL], ...change }), CODES, TODAY).map((one) => [one.kind, one.fact])
}

const ANY = { branch_code: '*', category_code: '*', item_type_code: '*' } as const

test('a policy without a fault is told so by silence', () => {
  const sound: Partial<LibraryPolicy> = {
    loan_rules: [ALL, loanRule({ rule_code: 'DVD', item_type_code: DVD, loans_count_max: 3 })],
    fine_rules: [fineRule({ fine_cents_max: cents(25), grace_count: 2 })],
    lost_rules: [lostRule()],
    limit_groups: [GROUP],
    limit_rules: [
      limitRule({ loans_count_max: 50 }),
      limitRule({ limit_code: 'VIDEO', target_kind: 'group', target_code: 'VIDEO', loans_count_max: 5 }),
      limitRule({ limit_code: 'DVD', target_kind: 'item-type', target_code: 'DVD', loans_count_max: 5 }),
    ],
    categories: [category({ loans_count_max: 50, owed_cents_max: cents(1000), family_owed_cents_max: cents(2500) })],
  }
  expect(found(sound)).toEqual([])
})

describe('gaps', () => {
  test('a category and item type without a rule, once where it is so everywhere', () => {
    const only = loanRule({ rule_code: 'ONE', branch_code: MAPLE, category_code: ADULT })
    expect(
      found({ loan_rules: [only, loanRule({ rule_code: 'TWO', category_code: CHILD, item_type_code: BOOK })] }),
    ).toEqual([
      ['warns', { code: 'gap', category: ADULT, item_type: BOOK, branches: [NORTH] }],
      ['warns', { code: 'gap', category: ADULT, item_type: DVD, branches: [NORTH] }],
      ['warns', { code: 'gap', category: CHILD, item_type: DVD, branches: [] }],
    ])
  })

  test('what never leaves the library needs no rule', () => {
    const books = [loanRule({ rule_code: 'B', item_type_code: BOOK })]
    const item_types = [{ ...itemType('DVD'), is_for_loan: false }]
    expect(found({ loan_rules: books, item_types })).toEqual([])
  })
})

test.each<[string, Partial<LibraryPolicy>, FindingClass, FindingFact]>([
  [
    'two loan rules',
    { loan_rules: [ALL, { ...ALL, rule_code: 'B' }] },
    'stops',
    { code: 'double', rows: ['ALL', 'B'], scope: ANY },
  ],
  [
    'two fine rules',
    { fine_rules: [fineRule(), fineRule({ rule_code: 'B' })] },
    'stops',
    { code: 'double', rows: ['FINE', 'B'], scope: ANY },
  ],
  [
    'two lost rules',
    { lost_rules: [lostRule(), lostRule({ rule_code: 'B' })] },
    'stops',
    { code: 'double', rows: ['LOST', 'B'], scope: ANY },
  ],
  [
    'two limits',
    { limit_rules: [limitRule(), limitRule({ limit_code: 'B' })] },
    'stops',
    { code: 'limit-double', rows: ['LIMIT', 'B'] },
  ],
  [
    'a type nobody has',
    { fine_rules: [fineRule({ item_type_code: KAYAK })] },
    'stops',
    { code: 'stranger', row: 'FINE', of: 'item-type', named: KAYAK },
  ],
  [
    'a rental for a type nobody has',
    { rental_rules: [rentalRule({ item_type_code: KAYAK })] },
    'stops',
    { code: 'stranger', row: 'RENT', of: 'item-type', named: KAYAK },
  ],
  [
    'a group nobody made',
    { limit_rules: [limitRule({ target_kind: 'group', target_code: 'GAMES' })] },
    'stops',
    { code: 'stranger', row: 'LIMIT', of: 'group', named: 'GAMES' },
  ],
  [
    'no period',
    { loan_rules: [loanRule({ rule_code: 'ALL', period_count: 0 })] },
    'stops',
    { code: 'period', row: 'ALL' },
  ],
  [
    'no renewal period',
    { loan_rules: [loanRule({ rule_code: 'ALL', renewal_period_count: -1 })] },
    'stops',
    { code: 'renewal-period', row: 'ALL' },
  ],
  [
    'a renewal period of zero',
    { loan_rules: [loanRule({ rule_code: 'ALL', renewal_period_count: 0 })] },
    'stops',
    { code: 'renewal-period', row: 'ALL' },
  ],
  [
    'a renewal period without renewals',
    { loan_rules: [loanRule({ rule_code: 'ALL', renewal_period_count: 7, renewals_count_max: 0 })] },
    'warns',
    { code: 'renewal-idle', row: 'ALL' },
  ],
  [
    'a longer loan that is shorter',
    { loan_rules: [loanRule({ rule_code: 'ALL', special_period_count: 14 })] },
    'warns',
    { code: 'special-shorter', row: 'ALL' },
  ],
  [
    'a fixed date that has passed',
    { loan_rules: [loanRule({ rule_code: 'ALL', hard_due_on: localDate('2026-11-23'), hard_due_kind: 'exactly' })] },
    'warns',
    { code: 'date-passed', row: 'ALL', on: localDate('2026-11-23') },
  ],
  [
    'a fixed date that does nothing',
    { loan_rules: [loanRule({ rule_code: 'ALL', hard_due_on: TODAY })] },
    'stops',
    { code: 'date-idle', row: 'ALL' },
  ],
  [
    'a date that is not there',
    { loan_rules: [loanRule({ rule_code: 'ALL', hard_due_kind: 'exactly' })] },
    'stops',
    { code: 'no-date', row: 'ALL' },
  ],
  [
    'a cap under one day',
    { fine_rules: [fineRule({ fine_cents_max: cents(10) })] },
    'warns',
    {
      code: 'cap-under-unit',
      row: 'FINE',
      is_recall: false,
      cap_cents: 10,
      rule: fineRule({ fine_cents_max: cents(10) }),
    },
  ],
  [
    'grace beyond the bill',
    { fine_rules: [fineRule({ grace_count: 5, grace_unit: 'weeks' })], lost_rules: [lostRule()] },
    'warns',
    { code: 'grace-over-lost', row: 'LOST', fine_rule: 'FINE' },
  ],
  [
    'a return that counts no more when it is billed',
    { lost_rules: [lostRule({ no_return_after_days_count: 21 })] },
    'warns',
    { code: 'no-return-under-lost', row: 'LOST', days_count: 21, lost_after_count: 28, lost_after_unit: 'days' },
  ],
  [
    'a refund that has run out when it is billed',
    {
      lost_rules: [
        lostRule({
          lost_after_count: 6,
          lost_after_unit: 'weeks',
          lost_refund_kind: 'within-window',
          refund_within_count: 30,
          refund_from_kind: 'due',
        }),
      ],
    },
    'warns',
    {
      code: 'window-under-lost',
      row: 'LOST',
      within_count: 30,
      within_unit: 'days',
      lost_after_count: 6,
      lost_after_unit: 'weeks',
    },
  ],
  [
    'a fine that comes back and is counted anew',
    { lost_rules: [lostRule({ is_overdue_restored: true, is_overdue_counted_anew: true })] },
    'warns',
    { code: 'restore-twice', row: 'LOST' },
  ],
  [
    'a window without a length',
    { lost_rules: [lostRule({ lost_refund_kind: 'within-window' })] },
    'warns',
    { code: 'window-open', row: 'LOST' },
  ],
  [
    'a default price that is nowhere',
    { lost_rules: [lostRule({ replacement_kind: 'default' })], item_types: [itemType('BOOK', 20), itemType('DVD')] },
    'warns',
    { code: 'no-price', row: 'LOST', item_types: [DVD] },
  ],
  [
    'a type allowed more than its group',
    {
      limit_groups: [GROUP],
      limit_rules: [
        limitRule({ limit_code: 'VIDEO', target_kind: 'group', target_code: 'VIDEO', loans_count_max: 3 }),
        limitRule({ limit_code: 'DVD', target_kind: 'item-type', target_code: 'DVD', loans_count_max: 4 }),
      ],
    },
    'warns',
    { code: 'limit-over-limit', row: 'DVD', allows_count: 4, by: 'VIDEO', stops_count: 3 },
  ],
  [
    'a loan rule allowing more than the group',
    {
      loan_rules: [ALL, loanRule({ rule_code: 'FILM', item_type_code: DVD, loans_count_max: 9 })],
      limit_groups: [GROUP],
      limit_rules: [limitRule({ limit_code: 'VIDEO', target_kind: 'group', target_code: 'VIDEO', loans_count_max: 3 })],
    },
    'warns',
    { code: 'limit-over-limit', row: 'FILM', allows_count: 9, by: 'VIDEO', stops_count: 3 },
  ],
  [
    'more than the category may have',
    {
      limit_rules: [limitRule({ category_code: ADULT, loans_count_max: 60 })],
      categories: [category({ loans_count_max: 50 })],
    },
    'warns',
    { code: 'limit-over-category', row: 'LIMIT', allows_count: 60, by: ADULT, stops_count: 50 },
  ],
  [
    'an empty group',
    { limit_groups: [{ ...GROUP, item_type_codes: [] }] },
    'warns',
    { code: 'group-empty', group_name: 'Video' },
  ],
  [
    'a household stopped before the patron',
    { categories: [category({ owed_cents_max: cents(1000), family_owed_cents_max: cents(500) })] },
    'warns',
    { code: 'family-under-own', category_name: 'Adult' },
  ],
  [
    'fine-free days that end before they begin',
    { fine_free_days: [fineFree({ from_on: localDate('2026-12-26') })] },
    'stops',
    { code: 'order', row: 'flood', from_on: localDate('2026-12-26'), to_on: localDate('2026-12-25') },
  ],
  [
    'a fine-free day of a branch that is not there',
    { fine_free_days: [fineFree({ branch_code: branchCode('GONE') })] },
    'stops',
    { code: 'stranger', row: 'flood', of: 'branch', named: 'GONE' },
  ],
])('%s', (_, change, kind, fact) => {
  expect(found(change)).toEqual([[kind, fact]])
})

test('a rule that more particular ones cover never holds', () => {
  const parts = [
    loanRule({ rule_code: 'A', category_code: ADULT }),
    loanRule({ rule_code: 'C', category_code: CHILD }),
    loanRule({ rule_code: 'IDLE' }),
  ]
  expect(found({ loan_rules: parts })).toEqual([['warns', { code: 'unreachable', row: 'IDLE', scope: ANY }]])
})

test('what stops stands first', () => {
  const rules = [
    loanRule({ rule_code: 'A', category_code: ADULT, loans_count_max: 0 }),
    loanRule({ rule_code: 'B', period_count: 0 }),
  ]
  expect(checkPolicy(policyOf({ loan_rules: rules }), CODES, TODAY).map((one) => one.kind)).toEqual(['stops', 'warns'])
})
