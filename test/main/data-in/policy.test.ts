/** The library's policy goes from its files through the tables into the decisions, and comes out as it went in. */
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readPolicy } from '../../../main/library/library-policy.ts'
import { WriteHandle } from '../../../main/store/sql.ts'
import { DEFAULT_SETTINGS } from '../../../shared/policy/library-settings.ts'
import { checkPolicy } from '../../../shared/circulation/policy-check/policy-check.ts'
import type { LibraryPolicy } from '../../../shared/policy/policy-facts.ts'
import { branchCode } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { BASE, counts, folderOf, one, reasons, takeIn } from './importing.ts'

const DEMO = resolve(import.meta.dirname, '../../../demo/library')

function found(policy: LibraryPolicy): string[] {
  const codes = {
    branch_codes: [branchCode('MAPLE'), branchCode('NORTH')],
    category_codes: policy.categories.map((category) => category.category_code),
    item_type_codes: policy.item_types.map((type) => type.item_type_code),
  }
  return checkPolicy(policy, codes, localDate('2026-11-24')).map(
    ({ kind, fact, codes: about }) => `${kind} ${fact.code}: ${about.join(', ')}`,
  )
}

test('the demo’s policy is read whole, and all that is odd about it is meant', async () => {
  const { db, result } = await takeIn(DEMO)
  expect(counts(result)).toMatchObject({
    'fixed_dates.csv': '5 = 5 + 0',
    'fine_rules.csv': '10 = 10 + 0',
    'lost_rules.csv': '3 = 3 + 0',
    'limit_groups.csv': '7 = 7 + 0',
    'limits.csv': '4 = 4 + 0',
    'rental_rules.csv': '1 = 1 + 0',
    'fees.csv': '7 = 7 + 0',
    'fine_free_days.csv': '1 = 1 + 0',
    'shelf_signs.csv': '6 = 6 + 0',
    'settings.csv': '6 = 6 + 0',
  })
  const policy = readPolicy(new WriteHandle(db))
  expect(policy.fine_rules.find((rule) => rule.item_type_code === 'LAPTOP')).toEqual({
    rule_code: 'laptop',
    branch_code: '*',
    category_code: '*',
    item_type_code: 'LAPTOP',
    amount_cents: 100,
    per_count: 1,
    per_unit: 'hours',
    is_partial_unit_charged: true,
    is_closed_counted: true,
    grace_count: 15,
    grace_unit: 'minutes',
    grace_kind: 'whole-period-once-exceeded',
    fine_cents_max: 2000,
    is_capped_at_price: false,
    recall_amount_cents: null,
    recall_fine_cents_max: null,
    is_grace_kept_on_recall: true,
    suspension_days_count: 0,
    suspension_days_count_max: null,
  })
  expect(policy.lost_rules.find((rule) => rule.category_code === 'RECIPROCAL')).toMatchObject({
    processing_cents: 500,
    refund_cents_min: 500,
    is_receipt_required: true,
    refund_paid_kind: 'office-check',
  })
  expect(policy.limit_groups).toEqual([
    { group_code: 'DEVICES', name: 'Devices', item_type_codes: ['CHARGER', 'HOTSPOT', 'LAPTOP', 'PROJECTOR'] },
    { group_code: 'VIDEO', name: 'Films', item_type_codes: ['DVD', 'HOLIDAY', 'NEWDVD'] },
  ])
  expect(policy.categories.filter((category) => category.is_fine_free).map((one_of) => one_of.category_code)).toEqual([
    'CHILD',
    'HOMEBOUND',
    'STAFF',
  ])
  expect(policy.settings).toEqual({ ...DEFAULT_SETTINGS, guarantee_owed_cents_max: 2500 })
  expect(policy.fine_free_days.map(({ day_code, to_on }) => [day_code, to_on])).toEqual([
    ['2026-12-26 2027-01-02', '2027-01-02'],
  ])
  const gaps = ['ADULT', 'CHILD', 'RECIPROCAL', 'TEEN', 'TEMP']
  expect(found(policy)).toEqual(gaps.map((code) => `warns gap: ${code}, ARCHIVE`))
})

test('without those files nothing is fined, billed or limited, and every setting has its default', async () => {
  const { db } = await takeIn(folderOf(BASE))
  const policy = readPolicy(new WriteHandle(db))
  expect(policy).toMatchObject({ fine_rules: [], lost_rules: [], limit_rules: [], fine_free_days: [] })
  expect(policy.settings).toEqual(DEFAULT_SETTINGS)
})

test('a row that contradicts another, or names what is not there, is left out and told', async () => {
  const { report } = await takeIn(
    folderOf({
      ...BASE,
      'fine_rules.csv': 'rule_code,item_type_code,amount\na,*,0.25\nb,*,0.50\nc,KAYAK,1.00\nd,BOOK,-1\n',
      'lost_rules.csv': 'rule_code,processing_fee\na,5.00\nb,3.00\n',
      'limit_groups.csv': 'group_code,name,item_type_code\nG,Group,BOOK\nG,Group,KAYAK\n',
      'limits.csv':
        'limit_code,target_kind,target_code,loans_count_max\na,group,G,3\nb,group,H,3\nc,group,G,4\nd,all,BOOK,1\n',
      'fees.csv': 'fee_code,fee_kind,name,amount\na,part,bag,1.00\nb,part,bag,2.00\n',
      'fine_free_days.csv': 'from_on,to_on\n2026-12-24,2026-12-23\n',
      'shelf_signs.csv':
        'sign_code,location,from_number,to_number,words\na,Fiction,F M,F A,Aisle 1\nb,Fiction,F A,,Aisle 2\n' +
        'c,Books,500,PZ,Aisle 3\nd,Books,800s,899,Aisle 4\ne,Books,PN,PZ,Aisle 5\n',
      'settings.csv': 'name,value\nhold_shelf_days_count,a week\nno_such,1\nclaims_year_count_max,\n',
    }),
  )
  expect(reasons(report, 'fine_rules.csv')).toEqual([
    '3 rule_code: duplicates rule a',
    '4 item_type_code: unknown item type',
    '5 amount: is negative',
  ])
  expect(reasons(report, 'lost_rules.csv')).toEqual(['3 rule_code: duplicates rule a'])
  expect(reasons(report, 'limit_groups.csv')).toEqual(['3 item_type_code: unknown item type'])
  expect(reasons(report, 'limits.csv')).toEqual([
    '3 target_code: unknown group: not in limit_groups.csv',
    '4 limit_code: duplicates limit a',
    '5 target_code: and target_kind do not go together',
  ])
  expect(reasons(report, 'fees.csv')).toEqual(['3 fee_code: duplicates fee a'])
  expect(reasons(report, 'fine_free_days.csv')).toEqual(['2 to_on: is before from_on'])
  expect(reasons(report, 'shelf_signs.csv')).toEqual([
    expect.stringMatching(/^2 to_number: .* ends before it begins: F M to F A/),
    expect.stringMatching(/^3 to_number: .* needs both call numbers/),
    expect.stringMatching(/^4 to_number: .* from one classification to another: 500 to PZ/),
    expect.stringMatching(/^5 to_number: .* no readable call numbers: 800s to 899/),
  ])
  expect(reasons(report, 'settings.csv')).toEqual([
    expect.stringMatching(/^2 value: /),
    '3 value: no_such: not a setting of this library.',
  ])
})

test('taken in again it replaces: a group loses the types that are gone, days do not double', async () => {
  const files = {
    ...BASE,
    'item_types.csv': 'item_type_code,name\nBOOK,Book\nDVD,Film\n',
    'limit_groups.csv': 'group_code,name,item_type_code\nG,Group,BOOK\nG,Group,DVD\n',
    'fine_free_days.csv': 'from_on\n2026-12-24\n',
    'settings.csv': 'name,value\nhold_shelf_days_count,5\n',
  }
  const { db } = await takeIn(folderOf(files))
  const again = { ...files, 'limit_groups.csv': 'group_code,name,item_type_code\nG,Group,DVD\n' }
  await takeIn(folderOf({ ...again, 'settings.csv': 'name,value\nhold_shelf_days_count,9\n' }), db)
  const policy = readPolicy(new WriteHandle(db))
  expect(policy.limit_groups).toEqual([{ group_code: 'G', name: 'Group', item_type_codes: ['DVD'] }])
  expect(one(db, 'SELECT count(*) FROM fine_free_day')).toBe(1)
  expect(policy.settings.hold_shelf_days_count).toBe(9)
})
