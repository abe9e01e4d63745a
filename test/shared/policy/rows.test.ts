/** Rows of the rules: read, tried out, stored and said in words; each as a librarian would read it. */
import { describe, expect, test } from 'vitest'
import { cents } from '../../../shared/kernel/money.ts'
import { itemTypeCode } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import type { LibraryPolicy } from '../../../shared/policy/policy-facts.ts'
import {
  DEFAULT_SETTINGS,
  readSettings,
  SETTING_NAMES,
  settingProblem,
  settingText,
} from '../../../shared/policy/library-settings.ts'
import type { Values } from '../../../shared/policy/columns.ts'
import { findingName, findingsOf, newFindings } from '../../../shared/circulation/policy-check/findings.ts'
import { changeWords, lineWords, whomWords } from '../../../shared/words/policy-rows.ts'
import { ENGLISH } from '../../support/speech.ts'
import {
  codeInName,
  emptyRow,
  keyOf,
  readRow,
  rowOf,
  rowsOf,
  storedRow,
  valuesOf,
  withRow,
} from '../../../shared/policy/form-rows.ts'
import { readSettingValue, settingValue } from '../../../shared/policy/settings.ts'
import { ROW_TABLES, type RowTable } from '../../../shared/policy/tables.ts'
import { loanRule } from '../../support/case-calendar.ts'
import { product } from '../../support/cash-made.ts'
import { cardRange, cardRule, proof, residency } from '../../support/cards-made.ts'
import {
  ADULT,
  BOOK,
  category,
  fineRule,
  itemType,
  limitRule,
  lostRule,
  MAPLE,
  policyOf,
  rentalRule,
} from '../../support/policy-made.ts'

const DVD = itemTypeCode('DVD')
const FILMS = { group_code: 'VIDEO', name: 'Films', item_type_codes: [DVD] }
const CARD = { fee_code: 'card', branch_code: '*', category_code: '*', item_type_code: '*' } as const

const SIGN = { branch_code: 'MAPLE', location: 'Fiction' }

const POLICY: LibraryPolicy = policyOf({
  loan_rules: [
    loanRule({ rule_code: 'film', item_type_code: DVD, period_count: 7, renewals_count_max: 2, loans_count_max: 3 }),
    loanRule({ rule_code: 'all' }),
  ],
  fixed_dates: [
    {
      date_code: 'fall',
      schedule_code: 'TERMS',
      loans_from_on: localDate('2026-08-24'),
      loans_to_on: localDate('2026-12-18'),
      due_on: localDate('2026-12-18'),
    },
  ],
  fine_rules: [fineRule({ rule_code: 'late', fine_cents_max: cents(500) })],
  lost_rules: [lostRule()],
  limit_groups: [FILMS],
  limit_rules: [
    limitRule({ limit_code: 'films', target_kind: 'group', target_code: 'VIDEO', loans_count_max: 10 }),
    limitRule({ limit_code: 'no end', category_code: ADULT, loans_count_max: null, for_kind: 'family' }),
  ],
  rental_rules: [rentalRule({ item_type_code: DVD, amount_cents: cents(150) })],
  fee_rules: [{ ...CARD, fee_kind: 'replacement-card', name: 'card', amount_cents: cents(200) }],
  categories: [category({ name: 'Resident adult', loans_count_max: 50, owed_cents_max: cents(1000) })],
  item_types: [
    { ...itemType('BOOK'), name: 'Book' },
    { ...itemType('DVD', 20), name: 'Film' },
  ],
  shelf_signs: [
    { ...SIGN, sign_code: 'fic', from_number: 'FIC A', to_number: 'FIC L', words: 'Aisle 4' },
    { ...SIGN, sign_code: 'all', from_number: null, to_number: null, words: 'upstairs' },
  ],
  fine_free_days: [
    {
      day_code: 'snow',
      branch_code: MAPLE,
      from_on: localDate('2026-12-24'),
      to_on: localDate('2026-12-26'),
      reason: 'Snow',
    },
  ],
  cash_drawers: [{ drawer_code: 'main', name: 'Main desk', branch_code: MAPLE }],
  products: [
    product('copy', { name: 'Copies', key_letter: 'C', fund: 'copies' }),
    product('friends', { name: 'Friends', kind: 'held', price_cents: null, payee: 'FRIENDS' }),
  ],
  cash_reasons: [{ reason_code: 'stamps', name: 'Stamps', used_for: 'paid-out', fund: 'office' }],
  variance_tiers: [{ tier_code: 'five', from_cents: cents(500), needs: 'note' }],
  float_pieces: [{ piece_code: '25', pieces_count: 40 }],
  in_kind_tenders: [
    {
      kind_code: 'food',
      name: 'Food for fines',
      per_kind: 'piece',
      value_cents: cents(100),
      is_for_overdue: true,
      is_for_lost: false,
      is_for_damage: false,
      is_for_fees: true,
      receipt_cents_max: null,
      month_cents_max: cents(500),
      is_active: true,
    },
  ],
  residency_rules: [residency('wilmot', { street: 'Wilmot Road', house_number_from: 900, side_kind: 'even' })],
  card_rules: [
    cardRule('guest', { standing_kind: 'non-resident', age_count_min: 18, fee_kind: 'fixed', fee_cents: cents(5000) }),
  ],
  field_rules: [{ rule_code: 'mail', field_name: 'email', category_code: '*', need_kind: 'required' }],
  proof_kinds: [proof('bill', { shows_kind: 'address', days_count_max: 60 })],
  card_ranges: [cardRange('A')],
})
const NAMES = { branches: new Map([['MAPLE', 'Maple Street']]), policy: POLICY }

describe.each(ROW_TABLES)('%s', (table) => {
  const rows = rowsOf(POLICY, table)

  test('has rows to be tested with', () => expect(rows.length).toBeGreaterThan(0))

  test('a row is read, stored and read again as it was', () => {
    for (const row of rows) {
      expect(readRow(table, row)).toEqual({ values: row })
      expect(valuesOf(table, storedRow(row))).toEqual(row)
    }
  })

  test('a row put back in its place changes nothing; dropped, it is gone', () => {
    for (const row of rows) {
      const key = keyOf(table, row)
      expect(withRow(POLICY, table, key, row)).toEqual(POLICY)
      expect(rowOf(withRow(POLICY, table, key, null), table, key)).toBeNull()
    }
  })

  test('each row says whom it speaks for, the one for all branches too', () => {
    for (const row of rows) {
      const everywhere = 'branch_code' in row ? [{ ...row, branch_code: '*' }] : []
      for (const one of [row, ...everywhere]) expect(whomWords(ENGLISH, table, one, NAMES)).toMatch(/^[\p{L}\d]/u)
    }
  })

  test('a new row begins with what only lacks its name', () => {
    const faults = readRow(table, emptyRow(table))
    expect('problem' in faults && faults.problem.column).toMatch(/^name$|_code$/)
  })
})

const first = (table: RowTable): Values => rowsOf(POLICY, table)[0] ?? {}

describe('what cannot be meant is told by its column', () => {
  test.each([
    ['loan_rule', { period_count: 2.5 }, 'period_count', { code: 'not-whole' }],
    ['loan_rule', { hard_due_on: '2026-13-01' }, 'hard_due_on', { code: 'no-date' }],
    ['loan_rule', { hard_due_on: '2226-01-01' }, 'hard_due_on', { code: 'too-late' }],
    ['loan_rule', { schedule_code: '*' }, 'schedule_code', { code: 'not-listed' }],
    ['fixed_date', { due_on: '' }, 'due_on', { code: 'no-date' }],
    ['fixed_date', { schedule_code: '' }, 'schedule_code', { code: 'not-code' }],
    ['loan_rule', { is_for_loan: 'yes' }, 'is_for_loan', { code: 'not-yes-or-no' }],
    ['loan_rule', { days_mode: 'sometimes' }, 'days_mode', { code: 'not-listed' }],
    ['loan_rule', { period_count: null }, 'period_count', { code: 'not-whole' }],
    ['loan_rule', { renewals_count_max: 10_001 }, 'renewals_count_max', { code: 'at-most', most: 10_000 }],
    ['fine_rule', { amount_cents: -25 }, 'amount_cents', { code: 'negative' }],
    ['fine_rule', { amount_cents: 'some' }, 'amount_cents', { code: 'not-amount' }],
    ['fine_rule', { per_count: 0 }, 'per_count', { code: 'at-least', least: 1 }],
    ['fine_rule', { fine_cents_max: 99_999_999 }, 'fine_cents_max', { code: 'too-much' }],
    ['limit_rule', { target: 'VIDEO' }, 'target', { code: 'not-listed' }],
    ['item_type', { name: '  ' }, 'name', { code: 'empty' }],
    ['item_type', { name: 'x'.repeat(201) }, 'name', { code: 'too-long', most: 200 }],
    ['patron_category', { category_code: '*' }, 'category_code', { code: 'not-code' }],
    ['fine_rule', { nickname: 'x' }, '', { code: 'unusable' }],
    ['product', { key_letter: 'CC' }, 'key_letter', { code: 'not-letter' }],
    ['product', { price_cents: 0 }, 'price_cents', { code: 'zero' }],
    ['product', { tax_bp: 3001 }, 'tax_bp', { code: 'at-most', most: 3000 }],
    ['product', { kind: 'gift' }, 'kind', { code: 'not-listed' }],
    ['variance_tier', { from_cents: 0 }, 'from_cents', { code: 'zero' }],
    ['in_kind_tender', { value_cents: 0 }, 'value_cents', { code: 'zero' }],
    ['in_kind_tender', { per_kind: 'year' }, 'per_kind', { code: 'not-listed' }],
    ['float_piece', { piece_code: '20' }, 'piece_code', { code: 'not-listed' }],
    ['residency_rule', { standing_kind: 'guest' }, 'standing_kind', { code: 'not-listed' }],
    ['card_rule', { age_count_min: 131 }, 'age_count_min', { code: 'at-most', most: 130 }],
    ['field_rule', { field_name: 'shoe_size' }, 'field_name', { code: 'not-listed' }],
    ['proof_kind', { name: '' }, 'name', { code: 'empty' }],
    ['card_range', { terminal_code: 'a;b' }, 'terminal_code', { code: 'not-code' }],
    ['float_piece', { pieces_count: 0 }, 'pieces_count', { code: 'at-least', least: 1 }],
  ] as const)('%s with %o', (table, change, column, problem) => {
    expect(readRow(table, { ...first(table), ...change })).toEqual({ problem: { table, column, ...problem } })
  })
})

test('a key is a capital letter, however it was typed; an empty one is no key', () => {
  const typed = (key_letter: string) => readRow('product', { ...first('product'), key_letter })
  expect(typed(' p ')).toMatchObject({ values: { key_letter: 'P' } })
  expect(typed('')).toMatchObject({ values: { key_letter: null } })
})

test('a form’s ticks become the types of a group, whatever their codes hold', () => {
  const ticks = { [codeInName('DVD')]: true, BOOK: false, [codeInName('L.P. & CD')]: true }
  expect(codeInName('L.P. & CD')).not.toContain('.')
  expect(readRow('limit_group', { group_code: 'V', name: 'V', item_type_codes: ticks })).toEqual({
    values: { group_code: 'V', name: 'V', item_type_codes: ['DVD', 'L.P. & CD'] },
  })
})

describe('in words', () => {
  const said = (table: RowTable, row: Values): string => lineWords(ENGLISH, table, row, NAMES)

  test.each([
    ['loan_rule', {}, /^Everyone, Film: 7 days, 2 renewals, .*3 at once/],
    ['loan_rule', { is_for_loan: false }, 'Everyone, Film: not checked out'],
    ['loan_rule', { period_count: 1, renewals_count_max: 1, renewal_period_count: 3 }, /: 1 day, 1 renewal of 3 days/],
    ['loan_rule', { renewals_count_max: null }, /no limit on renewals/],
    ['loan_rule', { branch_code: MAPLE, category_code: ADULT }, /^Resident adult, Film at Maple Street: /],
    ['loan_rule', { hard_due_kind: 'not-after', hard_due_on: '2026-12-23' }, /due by Wed, Dec 23/],
    [
      'loan_rule',
      { hard_due_kind: 'exactly', schedule_code: 'TERMS' },
      /due the date in schedule TERMS, refused on days without one/,
    ],
    [
      'loan_rule',
      { hard_due_kind: 'not-after', schedule_code: 'TERMS', outside_kind: 'ordinary' },
      /due by the date in schedule TERMS, 3 at once/,
    ],
    ['fixed_date', {}, 'TERMS: checked out Mon, Aug 24 to Fri, Dec 18, due Fri, Dec 18'],
    ['fine_rule', {}, 'Everyone, everything: $0.25 a day, at most $5.00'],
    ['fine_rule', { amount_cents: 0 }, 'Everyone, everything: no fine'],
    ['limit_rule', {}, 'Everyone, Films: at most 10'],
    ['limit_rule', { loans_count_max: null, target: 'all' }, 'Everyone, everything: no limit'],
    [
      'limit_rule',
      { target: 'item-type DVD', place_kind: 'this-branch' },
      'Everyone, Film: at most 10, checked out at this branch',
    ],
    ['limit_group', {}, 'Films: Film'],
    ['rental_rule', {}, /^Everyone, Film: \$1.50 for the loan/],
    ['fee_rule', {}, 'Everyone, everything: card, $2.00'],
    ['patron_category', { is_fine_free: true }, /^Resident adult: at most 50, blocked at \$10.00 owed.*pays no fines/],
    ['cash_drawer', {}, 'Main desk: Maple Street'],
    ['cash_drawer', { branch_code: '*' }, 'Main desk: Every branch'],
    ['product', {}, 'Copies: $0.10, fund copies, key C'],
    ['product', { tax_bp: 825, is_active: false }, 'Copies: not on sale, $0.10, plus 8.25% tax, fund copies, key C'],
    ['product', { kind: 'held', payee: 'FRIENDS', key_letter: null }, 'Copies: $0.10, held for FRIENDS, fund copies'],
    ['product', { price_cents: null, kind: 'donation' }, /: price asked at the desk, donation/],
    ['cash_reason', {}, 'Stamps: Money out, fund office'],
    ['variance_tier', {}, 'From $5.00: A reason and a note'],
    ['in_kind_tender', {}, 'Food for fines: The piece $1.00, Pays overdue fines, Pays other charges'],
    ['in_kind_tender', { value_cents: null, per_kind: 'asked' }, /: Its worth, asked at the desk, /],
    ['residency_rule', {}, 'Wilmot Road 900–: Resident, Even numbers'],
    ['residency_rule', { street: null, house_number_from: null, side_kind: 'both' }, 'Everywhere else: Resident'],
    ['card_rule', {}, /: Non-resident, from age 18, A fixed amount, \$50\.00$/],
    ['field_rule', {}, 'E-mail: Required'],
    ['proof_kind', {}, 'bill: The address, at most 60 days old'],
    ['card_range', {}, 'A: 2103100000000–2103100000999, K4N7QW'],
    ['float_piece', {}, 'Quarters: 40 pieces, $10.00'],
    ['item_type', { is_for_loan: false }, /^Book: never leaves the library/],
  ] as const)('%s with %o', (table, change, words) => {
    const text = said(table, { ...first(table), ...change })
    if (typeof words === 'string') expect(text).toBe(words)
    else expect(text).toMatch(words)
  })

  test('a change is told column by column', () => {
    const before = first('fine_rule')
    const after = { ...before, fine_cents_max: null, item_type_code: 'DVD', is_capped_at_price: true }
    expect(changeWords(ENGLISH, 'fine_rule', before, after, NAMES)).toEqual([
      'Item type: Any, now Film',
      'Maximum fine per item: $5.00, now no maximum',
      'Never more than the item’s price: no, now yes',
    ])
  })
})

describe('what a change would bring', () => {
  const today = localDate('2026-11-24')
  const fresh = (table: RowTable, key: string, after: Values | null): readonly string[] => {
    const tried = withRow(POLICY, table, key, after)
    return newFindings(findingsOf(POLICY, [MAPLE], today), findingsOf(tried, [MAPLE], today)).map(
      (one) => `${one.kind}: ${findingName(one)}`,
    )
  }

  test('a cap under one step warns; two rules for the same stop; a gap warns', () => {
    const late = { ...first('fine_rule'), fine_cents_max: 10 }
    expect(fresh('fine_rule', 'late', late)).toEqual(['warns: fine_rule | cap-under-unit | late'])
    expect(fresh('fine_rule', 'late2', { ...late, rule_code: 'late2', fine_cents_max: null })).toEqual([
      'stops: fine_rule | double | late | late2',
    ])
    expect(fresh('loan_rule', 'all', null)).toEqual([`warns: loan_rule | gap | ${ADULT} | ${BOOK}`])
  })

  test('an item type that a group still has in it, and a group that a limit still counts, do not go', () => {
    expect(fresh('item_type', 'DVD', null)).toContain('stops: limit_group | stranger | VIDEO | DVD')
    expect(fresh('limit_group', 'VIDEO', null)).toContain('stops: limit_rule | stranger | films')
  })
})

test('lines of paper keep their commas; a | parts them, and none stands in one', () => {
  const text = readSettingValue('paper_contact_lines', '12 Maple Street, Springfield | 555-0100 |')
  const settings = readSettings([{ name: 'paper_contact_lines', value: text }])
  expect(settings.paper_contact_lines).toEqual(['12 Maple Street, Springfield', '555-0100'])
  expect(settingValue(settings, 'paper_contact_lines')).toBe('12 Maple Street, Springfield | 555-0100')
  expect(settingProblem('paper_contact_lines', '["a|b"]')).not.toBeNull()
})

test('the pieces of a count are amounts in the form, and none that no piece has is kept', () => {
  const text = readSettingValue('counted_pieces_cents', '$20, 1.00,0.25')
  expect(readSettings([{ name: 'counted_pieces_cents', value: text }]).counted_pieces_cents).toEqual([2000, 100, 25])
  for (const wrong of ['20, some', '0.20', '']) {
    const value = readSettingValue('counted_pieces_cents', wrong)
    expect([wrong, settingProblem('counted_pieces_cents', value)?.setting]).toEqual([wrong, 'counted_pieces_cents'])
  }
})

test('every setting goes through its form and comes back as it was', () => {
  for (const name of SETTING_NAMES) {
    const text = readSettingValue(name, settingValue(DEFAULT_SETTINGS, name))
    expect([name, text]).toEqual([name, settingText(DEFAULT_SETTINGS[name])])
    expect(readSettings([{ name, value: text }])).toEqual(DEFAULT_SETTINGS)
  }
})
