/** Which rule holds: branch beats category beats item type; what the check of a rule table reports. */
import { expect, test } from 'vitest'
import type { LoanRule } from '../../../shared/circulation/facts.ts'
import { checkRules, findRule, prepareRules } from '../../../shared/circulation/policy.ts'
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

test('says why in words', () => {
  expect(findRule(prepareRules([rule('*', 'C', 'I')]), ASKED)?.why).toBe(
    'Rule *CI: for any branch, category ADULT, item type DVD.',
  )
})

test('of two rules for the same three codes the first holds, and the check names both', () => {
  const second = loanRule({ ...rule('*', '*', '*'), rule_code: 'AGAIN' })
  const rules = [rule('*', '*', '*'), second]
  expect(findRule(prepareRules(rules), ASKED)?.rule.rule_code).toBe('***')
  const codes = { branch_codes: [MAPLE], category_codes: [ADULT], item_type_codes: [DVD] }
  expect(checkRules(rules, codes)).toEqual({ gaps: [], duplicates: [['***', 'AGAIN']], strangers: [] })
})

test('the check names what nobody may lend, folded where it is so everywhere, and rules for what nobody has', () => {
  const codes = { branch_codes: [MAPLE, NORTH], category_codes: [ADULT, CHILD], item_type_codes: [DVD] }
  const stray = loanRule({ rule_code: 'STRAY', item_type_code: itemTypeCode('KAYAK') })
  expect(checkRules([rule('B', 'C', 'I'), stray], codes)).toEqual({
    gaps: [
      { branch_code: NORTH, category_code: ADULT, item_type_code: DVD },
      { branch_code: '*', category_code: CHILD, item_type_code: DVD },
    ],
    duplicates: [],
    strangers: ['STRAY'],
  })
})
