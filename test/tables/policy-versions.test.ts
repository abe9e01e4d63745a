/** Which rule holds for a loan of a given day, when the rules were changed since: one line a question. */
import { expect, test } from 'vitest'
import { fineRuleFor } from '../../shared/circulation/fines/fine.ts'
import { lostRuleFor } from '../../shared/circulation/lost/lost.ts'
import { isOtherForLoans, PolicyHistory, type PolicyVersion } from '../../shared/policy/policy-versions.ts'
import { cents } from '../../shared/kernel/money.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import { ADULT, ASKED, category, fineRule, itemType, lostRule, preparedOf } from '../support/policy-made.ts'

const day = (of_november: number): Instant => instant(Date.UTC(2026, 10, of_november))

const NOW = preparedOf({
  fine_rules: [fineRule({ amount_cents: cents(40) }), fineRule({ rule_code: 'NEW', category_code: ADULT })],
  lost_rules: [lostRule({ lost_after_count: 30 })],
  categories: [category({ is_fine_free: true, name: 'Adults' })],
  item_types: [itemType('BOOK', 30)],
})
const then = (table: PolicyVersion['table'], row_key: string, fact: PolicyVersion['fact'], until: number) => {
  return { version_ref: `${row_key} ${until}`, table, row_key, fact, until_at: day(until) }
}
/** Newest first, as they are read. */
const HISTORY = new PolicyHistory(NOW, [
  then('library_setting', 'rule_branch_from', { name: 'rule_branch_from', value: 'patron' }, 22),
  then('item_type', 'BOOK', itemType('BOOK', 10), 21),
  then('patron_category', 'ADULT', category({ is_fine_free: false, name: 'Grown-ups' }), 20),
  then('fine_rule', 'NEW', null, 18),
  then('fine_rule', 'FINE', fineRule({ amount_cents: cents(30) }), 15),
  then('lost_rule', 'LOST', lostRule({ lost_after_count: 60 }), 12),
  then('fine_rule', 'FINE', fineRule({ amount_cents: cents(25) }), 10),
])

test.each([
  ['before every change: as it was first', 9, 'FINE 25'],
  ['the moment of a change belongs to what came after', 10, 'FINE 30'],
  ['between two changes', 14, 'FINE 30'],
  ['after the second, before the particular rule was made', 17, 'FINE 40'],
  ['since the particular rule was made', 18, 'NEW 25'],
  ['now', 29, 'NEW 25'],
])('the fine of a loan made %s', (_, on, said) => {
  const rule = fineRuleFor(HISTORY.at(day(on)), ASKED)
  expect(`${rule?.rule_code} ${rule?.amount_cents}`).toBe(said)
})

test.each([
  ['the old waiting time', 11, 60],
  ['the new one', 12, 30],
])('billed as lost after %s', (_, on, after_count) => {
  expect(lostRuleFor(HISTORY.at(day(on)), ASKED)?.lost_after_count).toBe(after_count)
})

test('of a category, an item type and a setting a loan keeps what it costs, and nothing else', () => {
  const before = HISTORY.at(day(1))
  expect(before.categories.get(ADULT)).toMatchObject({ is_fine_free: false, name: 'Adults' })
  expect(before.item_types.get(ASKED.item_type_code)?.replacement_cents).toBe(1000)
  expect(before.settings.rule_branch_from).toBe('patron')
  expect(HISTORY.at(day(25))).toBe(NOW)
})

test('where nothing was changed there is one policy, and a policy asked for twice is made once', () => {
  expect(new PolicyHistory(NOW, []).at(day(1))).toBe(NOW)
  expect(HISTORY.at(day(2))).toBe(HISTORY.at(day(3)))
})

test.each([
  ['a fine rule whose cap changed', 'fine_rule', 'A', { fine_cents_max: 500 }, { fine_cents_max: 900 }, true],
  ['a fine rule that is new', 'fine_rule', 'A', null, { fine_cents_max: 500 }, true],
  ['a fine rule that went', 'fine_rule', 'A', { fine_cents_max: 500 }, null, true],
  ['one saved as it was', 'fine_rule', 'A', { fine_cents_max: 500 }, { fine_cents_max: 500 }, false],
  ['a category with another name', 'patron_category', 'A', { name: 'a' }, { name: 'b' }, false],
  ['a category that pays no fines by now', 'patron_category', 'A', { is_fine_free: 0 }, { is_fine_free: 1 }, true],
  ['a category that is new', 'patron_category', 'A', null, { is_fine_free: 1 }, false],
  ['whose rules hold', 'library_setting', 'rule_branch_from', null, { value: 'patron' }, true],
  ['days on the hold shelf', 'library_setting', 'hold_shelf_days_count', { value: '7' }, { value: '9' }, false],
] as const)('kept for loans already made: %s', (_, table, key, before, after, is_kept) => {
  expect(isOtherForLoans(table, key, before, after)).toBe(is_kept)
})
