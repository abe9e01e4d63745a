/** Every reason of an import, in both languages: the same facts, and no English in Spanish. */
import { expect, test } from 'vitest'
import { MAPPING_FAULTS, type ImportReason, type OwnReason } from '../../../shared/import/reason.ts'
import type { FactOf } from '../../../shared/words/policy-words.ts'
import { speechOf } from '../../support/speech.ts'

type Facts = { readonly [Code in OwnReason['code']]: Omit<FactOf<OwnReason, Code>, 'code'> }

const ON = { on: '2026-11-24' }

/** A reason without facts has none; a new code does not compile until it is here. */
const FACTS: Facts = {
  'columns-not-by-commas': {},
  'column-twice': { column: '[name]' },
  'column-missing': { column: '[name]' },
  'column-unknown': { column: '[name]', known: ['[one]', '[other]'] },
  'codes-unread': { column: '[name]', reason: 'link' },
  'quote-never-closed': {},
  'row-too-large': {},
  'text-behind-quote': {},
  'quote-inside': {},
  'not-csv': { detail: '[detail]' },
  'file-is-link': {},
  'file-unknown': {},
  'file-empty': {},
  'file-utf-16': {},
  'file-spreadsheet': {},
  'file-nul': {},
  'file-encoding': {},
  'mapping-is-link': {},
  'mapping-no-json': {},
  'mapping-wrong': { faults: MAPPING_FAULTS.map((fault) => ({ at: `[${fault}]`, fault })) },
  'staff-unmanaged': {},
  'record-no-begin': {},
  'record-no-end': {},
  'record-cut-short': {},
  'value-too-long': {},
  'no-records': {},
  'not-xml': { detail: '[detail]' },
  'attributes-too-many': { most: 20 },
  'sums-differ': {
    sum: {
      of: 'debt',
      kind: '[kind]',
      source_count: 7,
      source_cents: 812_00,
      left_count: 1,
      left_cents: 12_00,
      stored_count: 5,
      stored_cents: 700_05,
    },
  },
  absent: {},
  empty: {},
  'control-characters': {},
  'not-code': {},
  'invisible-character': {},
  'has-space': {},
  'not-time-of-day': {},
  'not-zone': {},
  'not-amount': {},
  negative: {},
  zero: {},
  'not-letter': {},
  'not-yes-or-no': {},
  'not-weekday': {},
  'not-pin': {},
  'no-date': {},
  'too-early': {},
  'too-late': {},
  'zero-date-emptied': {},
  'too-early-emptied': {},
  'too-late-emptied': {},
  'no-moment': {},
  'offset-impossible': {},
  'isbn-left-out': {},
  'text-too-long': { length: 300, most: 200 },
  'barcode-too-long': { length: 300, most: 100 },
  'code-too-long': { most: 50 },
  'not-whole': { from: 1, to: 90 },
  'not-listed': { options: ['[one]', '[other]'] },
  'values-count': { values_count: 4, columns_count: 6 },
  'before-column': { column: '[name]' },
  'closes-before-it-opens': {},
  'period-needed': {},
  'due-date-twice': {},
  'due-kind-alone': {},
  'target-mismatch': {},
  'charge-of-nothing': {},
  'credit-of-nothing': {},
  'owed-above-charge': {},
  'record-no-title-kind': {},
  'record-left-out': {},
  'record-too-large': { fields_count: 20_000, length: 4_000_000 },
  'leader-no-data-place': {},
  'directory-cut-short': {},
  'entry-outside': { tag: '245' },
  'charset-other': { says: 'MARC-8', is: 'UTF-8' },
  'characters-unknown': { count: 3 },
  'number-wanting': { is_empty: true, title: '[title]' },
  'title-wanting': { is_empty: false, number: '[number]' },
  'title-elsewhere': { is_empty: false, tag: '246' },
  'second-library': {},
  'zone-missing': {},
  'charge-zone-missing': {},
  'number-of-credit': {},
  'hours-overlap': {},
  'no-branch': {},
  'no-category': {},
  'no-item-type': {},
  'no-patron': {},
  'no-title': {},
  'no-item': {},
  'no-role': {},
  'no-schedule': {},
  'no-limit-group': {},
  'pin-easy': {},
  'pin-short': { digits: 6 },
  'pin-first': { digits: 6 },
  'staff-not-accepted': {},
  'loan-in-future': {},
  'due-before-out': {},
  'born-in-future': {},
  'odd-email': {},
  'odd-phone': {},
  'odd-zip': {},
  'card-for-anybody': {},
  'guardian-self': {},
  'bounced-without-email': {},
  'bounced-in-future': {},
  'guardian-minor': {},
  'guardian-has-wards': {},
  'guardian-loop': {},
  'family-self': {},
  'number-is-item': {},
  'number-is-badge': {},
  'number-is-card': {},
  'pickup-self': {},
  'guardian-unknown': {},
  'guardian-erased': ON,
  'set-by-staff-managers': {},
  'set-by-rule-managers': {},
  'came-before': { file: '[name]', line: 7 },
  'loan-rule-double': { rule_code: '[rule]' },
  'rule-double': { other_code: '[rule]' },
  'limit-double': { other_code: '[rule]' },
  'fee-double': { other_code: '[rule]' },
  'dates-meet': { from_on: '2026-08-01', to_on: '2026-12-20' },
  'belongs-to': { staff_code: '[staff]' },
  'item-of-other-title': { title_id: '[title]' },
  erased: ON,
  'erased-taken-back': ON,
  'changed-here': {},
  'newer-in-data': {},
  'stop-stays': {},
  'stop-lifted': {},
  'folder-taken-as-said': {},
}

const REASONS = Object.entries(FACTS).map(([code, facts]) => ({ code, ...facts }) as ImportReason)
const [EN, ES] = [speechOf('en'), speechOf('es')]
/** What was filled in: marked texts, numbers and dates. */
const factsIn = (text: string): string[] => [...new Set(text.match(/\[[\w-]+\]|\d[\d.-]*\d|\d/g))].toSorted()

test.each(REASONS.map((reason) => [reason.code, reason] as const))('%s', (_code, reason) => {
  const [en, es] = [EN.importReason(reason), ES.importReason(reason)]
  expect(es).not.toBe(en)
  expect(factsIn(es)).toEqual(factsIn(en))
  for (const text of [en, es]) expect(text).toMatch(/^\S.*[^.\s]$/u)
  for (const text of [en, es]) expect(text).not.toMatch(/undefined|null|\[object|\$\{/)
  expect(es).not.toMatch(/\b(the|is|was|has|not|of|file|row|taken|here)\b/)
})

test('a fault of each place of marc.json has its own words in each language', () => {
  for (const { importReason } of [EN, ES]) {
    const said = MAPPING_FAULTS.map((fault) =>
      importReason({ code: 'mapping-wrong', faults: [{ at: 'items', fault }] }),
    )
    expect(new Set(said).size).toBe(MAPPING_FAULTS.length)
  }
})

test('a long title is cut', () => {
  const reason = { code: 'number-wanting', is_empty: false, title: 'x'.repeat(300) } as const
  expect(EN.importReason(reason)).toBe(`is absent; the title is “${'x'.repeat(100)}… (300 characters)”`)
  expect(ES.importReason(reason)).toBe(`falta; el título es “${'x'.repeat(100)}… (300 caracteres)”`)
})
