/** The words of the library's rules, in both languages: of tables and settings, of findings, and of rows. */
import { describe, expect, test } from 'vitest'
import { branchCode, categoryCode } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import type { FindingFact, StaffFact } from '../../../shared/policy/policy-finding.ts'
import { ROW_TABLES, tableOf } from '../../../shared/policy/tables.ts'
import { SETTING_NAMES } from '../../../shared/policy/library-settings.ts'
import { settingText } from '../../../shared/words/policy-rows.ts'
import { fineRule, policyOf } from '../../support/policy-made.ts'
import { ENGLISH, speechOf } from '../../support/speech.ts'

const SPANISH = speechOf('es')

const SCOPE = { branch_code: branchCode('MAPLE'), category_code: categoryCode('ADULT'), item_type_code: '*' } as const
const ROW = { row: '[row]' }
const BILLED = { ...ROW, lost_after_count: 6, lost_after_unit: 'weeks' } as const
const DAYS = { from_on: localDate('2026-12-15'), to_on: localDate('2026-12-18') }
const LIMIT = { ...ROW, allows_count: 60, by: '[by]', stops_count: 50 }
const SPAN = { from: '[from]', to: '[to]' }
const SIGN = { sign: '[sign]', span: SPAN }
const SIGNS = ['[one]', '[other]'] as const
const BEN: Omit<StaffFact, 'code'> = {
  name: '[name]',
  initials: '[initials]',
  new_name: '[new_name]',
  new_initials: '[new_initials]',
  role: { now: '[now]', was: '[was]' },
  badge: 'other',
  has_new_pin: true,
  may_accept: false,
}

const FACTS: { readonly [Code in FindingFact['code']]: FindingFact & { readonly code: Code } } = {
  'key-open': { code: 'key-open', reason: 'no-keyring' },
  period: { code: 'period', ...ROW },
  'renewal-period': { code: 'renewal-period', ...ROW },
  'renewal-idle': { code: 'renewal-idle', ...ROW },
  'special-period': { code: 'special-period', ...ROW },
  'special-shorter': { code: 'special-shorter', ...ROW },
  'two-dates': { code: 'two-dates', ...ROW },
  'date-idle': { code: 'date-idle', ...ROW },
  'no-date': { code: 'no-date', ...ROW },
  'limit-zero': { code: 'limit-zero', ...ROW },
  per: { code: 'per', ...ROW },
  'value-missing': { code: 'value-missing', ...ROW },
  'value-idle': { code: 'value-idle', ...ROW },
  'pays-nothing': { code: 'pays-nothing', ...ROW },
  'house-order': { code: 'house-order', ...ROW },
  'house-idle': { code: 'house-idle', ...ROW },
  'library-idle': { code: 'library-idle', ...ROW },
  'age-order': { code: 'age-order', ...ROW },
  'fee-missing': { code: 'fee-missing', ...ROW },
  'fee-idle': { code: 'fee-idle', ...ROW },
  'range-digits': { code: 'range-digits', ...ROW },
  'range-order': { code: 'range-order', ...ROW },
  'range-overlap': { code: 'range-overlap', rows: ['[one]', '[other]'] },
  'payee-missing': { code: 'payee-missing', ...ROW },
  'payee-idle': { code: 'payee-idle', ...ROW },
  'tax-idle': { code: 'tax-idle', ...ROW },
  'fund-idle': { code: 'fund-idle', ...ROW },
  'letter-double': { code: 'letter-double', rows: ['[one]', '[other]'], letter: '[letter]' },
  'letter-of-payment': { code: 'letter-of-payment', ...ROW, letter: '[letter]' },
  'tier-double': { code: 'tier-double', rows: ['[one]', '[other]'], from_cents: 1234 },
  'tier-idle': { code: 'tier-idle', ...ROW, by: '[by]' },
  'float-over': { code: 'float-over', recipe_cents: 1234, total_cents: 5678 },
  amount: { code: 'amount', ...ROW },
  'cap-idle': { code: 'cap-idle', ...ROW },
  'suspension-idle': { code: 'suspension-idle', ...ROW },
  'window-open': { code: 'window-open', ...ROW },
  'refund-idle': { code: 'refund-idle', ...ROW },
  'restore-idle': { code: 'restore-idle', ...ROW },
  'restore-twice': { code: 'restore-twice', ...ROW },
  double: { code: 'double', rows: SIGNS, scope: SCOPE },
  'limit-double': { code: 'limit-double', rows: SIGNS },
  stranger: { code: 'stranger', ...ROW, of: 'item-type', named: '[named]' },
  'group-empty': { code: 'group-empty', group_name: '[group]' },
  unreachable: { code: 'unreachable', ...ROW, scope: SCOPE },
  gap: { code: 'gap', category: '[category]', item_type: '[type]', branches: SIGNS },
  'limit-over-limit': { code: 'limit-over-limit', ...LIMIT },
  'limit-over-category': { code: 'limit-over-category', ...LIMIT },
  'date-passed': { code: 'date-passed', ...ROW, on: DAYS.from_on },
  order: { code: 'order', ...ROW, ...DAYS },
  'due-before-end': { code: 'due-before-end', ...ROW, due_on: DAYS.from_on, to_on: DAYS.to_on },
  overlap: { code: 'overlap', schedule: '[schedule]', on: DAYS.from_on, rows: SIGNS },
  'days-left-out': { code: 'days-left-out', schedule: '[schedule]', ...DAYS },
  ended: { code: 'ended', schedule: '[schedule]', on: DAYS.to_on },
  ending: { code: 'ending', schedule: '[schedule]', on: DAYS.to_on },
  'cap-under-unit': { code: 'cap-under-unit', ...ROW, is_recall: true, cap_cents: 10, rule: fineRule() },
  'grace-over-lost': { code: 'grace-over-lost', ...ROW, fine_rule: '[fine]' },
  'no-return-under-lost': { code: 'no-return-under-lost', days_count: 21, ...BILLED },
  'window-under-lost': { code: 'window-under-lost', within_count: 30, within_unit: 'days', ...BILLED },
  'no-price': { code: 'no-price', ...ROW, item_types: SIGNS },
  'family-under-own': { code: 'family-under-own', category_name: '[category]' },
  'sign-half': { code: 'sign-half', sign: '[sign]' },
  'sign-mixed': { code: 'sign-mixed', ...SIGN },
  'sign-unreadable': { code: 'sign-unreadable', ...SIGN },
  'sign-order': { code: 'sign-order', ...SIGN },
  'sign-prefix': { code: 'sign-prefix', ...SIGN },
  'sign-double': { code: 'sign-double', signs: SIGNS, span: SPAN },
  'sign-wholes': { code: 'sign-wholes', signs: SIGNS },
  'sign-overlap': { code: 'sign-overlap', signs: SIGNS, spans: [SPAN, SPAN] },
  'sign-empty': { code: 'sign-empty', location: '[location]', ...SIGN },
  'sign-gap': { code: 'sign-gap', branch_code: '[branch]', location: '[location]', items_count: 7, example: '[such]' },
  added: { code: 'added', ...BEN },
  edited: { code: 'edited', ...BEN },
  closed: { code: 'closed', ...BEN },
  reopened: { code: 'reopened', ...BEN },
}

const factsIn = (text: string): string[] => [...new Set(text.match(/\[\w+\]|\$?\d[\d.]*\d|\d/g))].toSorted()

test.each(Object.values(FACTS))('$code is a whole sentence with the same facts in both languages', (fact) => {
  const [en, es] = [ENGLISH, SPANISH].map((speech) => speech.finding(fact))
  for (const text of [en, es]) {
    expect(text).toMatch(/^\S.*\.$/u)
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\s\s/)
  }
  expect(en).not.toBe(es)
  expect(factsIn(es ?? '')).toEqual(factsIn(en ?? ''))
})

/** Every text of columns, tables and settings with where it is. */
function textsOf(words: unknown, at: string): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[at, words]]
  return Object.entries(words as object).flatMap(([name, inside]) => textsOf(inside, `${at}.${name}`))
}

const SAME = new Set(['Codabar', 'Code 128', 'Error'])

describe.each(['tables', 'settings', 'areas', 'leads', 'field'] as const)('%s', (topic) => {
  const [en, es] = [ENGLISH, SPANISH].map(({ words }) => new Map(textsOf(words.policy[topic], topic)))

  test('have the same entries in both languages, each its own words', () => {
    expect([...(es ?? [])].map(([at]) => at)).toEqual([...(en ?? [])].map(([at]) => at))
    const same = [...(es ?? [])].filter(([at, text]) => en?.get(at) === text && !SAME.has(text))
    expect(same).toEqual([])
  })
})

test('a value that cannot be stored is told by its field', () => {
  const problem = { code: 'at-least', least: 1, table: 'fine_rule', column: 'per_count' } as const
  const refusal = { code: 'policy-row-invalid', facts: { problem } } as const
  expect(ENGLISH.refusal(refusal).says).toBe('For each: 1 or more.')
  expect(SPANISH.refusal(refusal).says).toBe('Por cada: 1 o más.')
})

const CAPPED = { fine_cents_max: cents(500), grace_count: 1, is_closed_counted: false } as const

test('a fine rule is said whole in both languages', () => {
  const rule = fineRule({ ...CAPPED, per_count: 3, per_unit: 'open-hours' })
  const [en, es] = [ENGLISH, SPANISH].map(({ words, saying }) => words.policy.rows.fineRule(rule, saying))
  expect(en).toBe('$0.25 for each 3 open hours, at most $5.00, 1 day of grace, closed days not counted')
  expect(es).toBe(
    '$0.25 por cada 3 horas de apertura, como máximo $5.00, 1 día de gracia, sin contar los días cerrados',
  )
  const hourly = fineRule({ per_unit: 'hours' })
  expect(ENGLISH.words.policy.rows.fineRule(hourly, ENGLISH.saying)).toBe('$0.25 an hour')
  const suspending = fineRule({ amount_cents: cents(0), suspension_days_count: 2 })
  expect(SPANISH.words.policy.rows.fineRule(suspending, SPANISH.saying)).toBe('2 días de suspensión por día de atraso')
})

test('a stored setting is said by its options, its unit and what empty means', () => {
  const names = { branches: new Map<string, string>(), policy: policyOf() }
  expect(settingText(SPANISH, 'is_title_hold', 'yes', names)).toBe('sí')
  expect(settingText(ENGLISH, 'guarantee_owed_cents_max', '2500', names)).toBe('$25.00')
  expect(settingText(ENGLISH, 'holds_count_max', '', names)).toBe('no limit')
  expect(settingText(ENGLISH, 'shelf_numerals', 'as-spoken', names)).toBe('As spoken')
  expect(settingText(SPANISH, 'shelf_numerals', null, names)).toBe('predeterminado')
})

test('every table, column and setting there is has words', () => {
  for (const table of ROW_TABLES) {
    expect(Object.keys(ENGLISH.words.policy.tables[table].columns).toSorted()).toEqual(
      tableOf(table)
        .columns.map((column) => column.name)
        .toSorted(),
    )
  }
  expect(Object.keys(ENGLISH.words.policy.settings).toSorted()).toEqual([...SETTING_NAMES].toSorted())
})
