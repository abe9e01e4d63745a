/** What a librarian is told before a policy is saved: each contradiction made, and the words for it. */
import { describe, expect, test } from 'vitest'
import { checkPolicy } from '../../../shared/circulation/policy-check/policy-check.ts'
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
function found(change: Partial<LibraryPolicy>): string[] {
  return checkPolicy(policyOf({ loan_rules: [ALL], ...change }), CODES, TODAY).map((one) => `${one.kind}: ${one.says}`)
}

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
      'warns: Nobody of category ADULT may borrow item type BOOK at NORTH: no rule fits.',
      'warns: Nobody of category ADULT may borrow item type DVD at NORTH: no rule fits.',
      'warns: Nobody of category CHILD may borrow item type DVD: no rule fits.',
    ])
  })

  test('what never leaves the library needs no rule', () => {
    const books = [loanRule({ rule_code: 'B', item_type_code: BOOK })]
    const item_types = [{ ...itemType('DVD'), is_for_loan: false }]
    expect(found({ loan_rules: books, item_types })).toEqual([])
  })
})

const DOUBLE = 'speak for the same: any branch, any category, any item type. Only'

test.each<[string, Partial<LibraryPolicy>, string]>([
  ['two loan rules', { loan_rules: [ALL, { ...ALL, rule_code: 'B' }] }, `stops: ALL and B ${DOUBLE} ALL would hold.`],
  [
    'two fine rules',
    { fine_rules: [fineRule(), fineRule({ rule_code: 'B' })] },
    `stops: FINE and B ${DOUBLE} FINE would hold.`,
  ],
  [
    'two lost rules',
    { lost_rules: [lostRule(), lostRule({ rule_code: 'B' })] },
    `stops: LOST and B ${DOUBLE} LOST would hold.`,
  ],
  ['two limits', { limit_rules: [limitRule(), limitRule({ limit_code: 'B' })] }, 'stops: LIMIT and B limit the same.'],
  [
    'a type nobody has',
    { fine_rules: [fineRule({ item_type_code: KAYAK })] },
    'stops: FINE names an item type that is not there: KAYAK.',
  ],
  [
    'a rental for a type nobody has',
    { rental_rules: [rentalRule({ item_type_code: KAYAK })] },
    'stops: RENT names an item type that is not there: KAYAK.',
  ],
  [
    'a group nobody made',
    { limit_rules: [limitRule({ target_kind: 'group', target_code: 'GAMES' })] },
    'stops: LIMIT limits group GAMES, which is not there.',
  ],
  [
    'no period',
    { loan_rules: [loanRule({ rule_code: 'ALL', period_count: 0 })] },
    'stops: ALL lends, but has no usable loan period.',
  ],
  [
    'no renewal period',
    { loan_rules: [loanRule({ rule_code: 'ALL', renewal_period_count: -1 })] },
    'stops: ALL renews, but has no usable renewal period.',
  ],
  [
    'a renewal period of nought',
    { loan_rules: [loanRule({ rule_code: 'ALL', renewal_period_count: 0 })] },
    'stops: ALL renews, but has no usable renewal period.',
  ],
  [
    'a renewal period without renewals',
    { loan_rules: [loanRule({ rule_code: 'ALL', renewal_period_count: 7, renewals_count_max: 0 })] },
    'warns: ALL has a renewal period, but allows no renewal.',
  ],
  [
    'a longer loan that is shorter',
    { loan_rules: [loanRule({ rule_code: 'ALL', special_period_count: 14 })] },
    'warns: ALL has a longer loan that is not longer than the ordinary one.',
  ],
  [
    'a fixed date that has passed',
    { loan_rules: [loanRule({ rule_code: 'ALL', hard_due_on: localDate('2026-11-23'), hard_due_kind: 'exactly' })] },
    'warns: ALL has a fixed date that has passed, 2026-11-23: it is not used.',
  ],
  [
    'a fixed date that does nothing',
    { loan_rules: [loanRule({ rule_code: 'ALL', hard_due_on: TODAY })] },
    'stops: ALL has a fixed date or a schedule. Choose what that does.',
  ],
  [
    'a date that is not there',
    { loan_rules: [loanRule({ rule_code: 'ALL', hard_due_kind: 'exactly' })] },
    'stops: ALL needs a fixed date or a schedule, and has none.',
  ],
  [
    'a cap under one day',
    { fine_rules: [fineRule({ fine_cents_max: cents(10) })] },
    'warns: FINE has a cap of $0.10, less than one step: $0.25 a day, at most $0.10.',
  ],
  [
    'grace beyond the bill',
    { fine_rules: [fineRule({ grace_count: 5, grace_unit: 'weeks' })], lost_rules: [lostRule()] },
    'warns: LOST bills as lost while FINE still gives grace.',
  ],
  [
    'a return that counts no more when it is billed',
    { lost_rules: [lostRule({ no_return_after_days_count: 21 })] },
    'warns: LOST lets no charge go after 21 days overdue, and bills as lost after 28 days: by then none goes.',
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
    'warns: LOST pays back until 30 days after it was due, and bills as lost after 6 weeks: by then nothing goes back.',
  ],
  [
    'a fine that comes back and is counted anew',
    { lost_rules: [lostRule({ is_overdue_restored: true, is_overdue_counted_anew: true })] },
    'warns: LOST brings the fine back and counts it anew: only counting anew holds.',
  ],
  [
    'a window without a length',
    { lost_rules: [lostRule({ lost_refund_kind: 'within-window' })] },
    'warns: LOST pays back within a window that has no length: always.',
  ],
  [
    'a default price that is nowhere',
    { lost_rules: [lostRule({ replacement_kind: 'default' })], item_types: [itemType('BOOK', 20), itemType('DVD')] },
    'warns: LOST bills a default price, and there is none for DVD.',
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
    'warns: DVD allows 4, but VIDEO stops at 3 before it.',
  ],
  [
    'a loan rule allowing more than the group',
    {
      loan_rules: [ALL, loanRule({ rule_code: 'FILM', item_type_code: DVD, loans_count_max: 9 })],
      limit_groups: [GROUP],
      limit_rules: [limitRule({ limit_code: 'VIDEO', target_kind: 'group', target_code: 'VIDEO', loans_count_max: 3 })],
    },
    'warns: FILM allows 9, but VIDEO stops at 3 before it.',
  ],
  [
    'more than the category may have',
    {
      limit_rules: [limitRule({ category_code: ADULT, loans_count_max: 60 })],
      categories: [category({ loans_count_max: 50 })],
    },
    'warns: LIMIT allows 60, but ADULT stops at 50 in all.',
  ],
  ['an empty group', { limit_groups: [{ ...GROUP, item_type_codes: [] }] }, 'warns: Video has no item type in it.'],
  [
    'a household stopped before the patron',
    { categories: [category({ owed_cents_max: cents(1000), family_owed_cents_max: cents(500) })] },
    'warns: Adult: the household’s debt stops borrowing before the patron’s own does.',
  ],
  [
    'fine-free days that end before they begin',
    { fine_free_days: [fineFree({ from_on: localDate('2026-12-26') })] },
    'stops: flood ends before it begins.',
  ],
  [
    'a fine-free day of a branch that is not there',
    { fine_free_days: [fineFree({ branch_code: branchCode('GONE') })] },
    'stops: flood is for a branch that is not there: GONE.',
  ],
])('%s', (_, change, says) => {
  expect(found(change)).toEqual([says])
})

test('a rule that more particular ones cover never holds', () => {
  const parts = [
    loanRule({ rule_code: 'A', category_code: ADULT }),
    loanRule({ rule_code: 'C', category_code: CHILD }),
    loanRule({ rule_code: 'IDLE' }),
  ]
  const says =
    'warns: IDLE never holds: more particular rules speak for all of any branch, any category, any item type.'
  expect(found({ loan_rules: parts })).toEqual([says])
})

test('what stops stands first', () => {
  const rules = [
    loanRule({ rule_code: 'A', category_code: ADULT, loans_count_max: 0 }),
    loanRule({ rule_code: 'B', period_count: 0 }),
  ]
  expect(checkPolicy(policyOf({ loan_rules: rules }), CODES, TODAY).map((one) => one.kind)).toEqual(['stops', 'warns'])
})
