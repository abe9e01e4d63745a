/** Which rule holds: branch beats category beats item type; whose branch that is. */
import { expect, test } from 'vitest'
import type { LoanRule } from '../../../shared/policy/facts.ts'
import { findRule, prepareRules, ruleBranch } from '../../../shared/policy/policy.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { loanRule } from '../../support/case-calendar.ts'

const MAPLE = branchCode('MAPLE')
const NORTH = branchCode('NORTH')
const ADULT = categoryCode('ADULT')
const CHILD = categoryCode('CHILD')
const DVD = itemTypeCode('DVD')
const BOOK = itemTypeCode('BOOK')

function rule(branch: 'B' | '*', category: 'C' | '*', type: 'I' | '*'): LoanRule {
  return loanRule({
    rule_code: branch + category + type,
    branch_code: branch === 'B' ? MAPLE : '*',
    category_code: category === 'C' ? ADULT : '*',
    item_type_code: type === 'I' ? DVD : '*',
  })
}

const IN_ORDER = [
  rule('B', 'C', 'I'),
  rule('B', 'C', '*'),
  rule('B', '*', 'I'),
  rule('B', '*', '*'),
  rule('*', 'C', 'I'),
  rule('*', 'C', '*'),
  rule('*', '*', 'I'),
  rule('*', '*', '*'),
]
const ASKED = { branch_code: MAPLE, category_code: ADULT, item_type_code: DVD }

test.each(IN_ORDER.map((one, at) => [one.rule_code, at] as const))(
  'with the rules from %s on, that one holds',
  (code, at) => {
    expect(findRule(prepareRules(IN_ORDER.slice(at).toReversed()), ASKED)?.rule.rule_code).toBe(code)
  },
)

test('a rule for another branch, category or type never holds', () => {
  const rules = prepareRules(IN_ORDER.slice(0, 7))
  expect(findRule(rules, { branch_code: NORTH, category_code: CHILD, item_type_code: BOOK })).toBeNull()
  expect(findRule(prepareRules([]), ASKED)).toBeNull()
})

test('of two rules for the same three codes the first holds', () => {
  const second = loanRule({ ...rule('*', '*', '*'), rule_code: 'AGAIN' })
  expect(findRule(prepareRules([rule('*', '*', '*'), second]), ASKED)?.rule.rule_code).toBe('***')
})

test.each([
  ['desk', 'DESK'],
  ['item-home', 'HOME'],
  ['item-holding', 'HOLDER'],
  ['patron', 'OWN'],
] as const)('by the setting %s the rules of %s hold', (from, branch) => {
  const places = {
    desk: branchCode('DESK'),
    item_home: branchCode('HOME'),
    item_holding: branchCode('HOLDER'),
    patron: branchCode('OWN'),
  }
  expect(ruleBranch(from, places)).toBe(branch)
})
