/** How the demo library works: two branches, hours, closings to 2028, categories, types, every kind of rule, staff. */
import { barcode, type CsvRow } from './made.ts'

export const LIBRARY: readonly CsvRow[] = [{ name: 'Maple Street Public Library', zone: 'America/Chicago' }]

export const BRANCHES: readonly CsvRow[] = [
  { branch_code: 'MAPLE', name: 'Maple Street', zone: '' },
  { branch_code: 'NORTH', name: 'North Branch', zone: '' },
]

const WEEK: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  MAPLE: [
    ['Sunday', '13:00', '17:00'],
    ['Monday', '9:00', '21:00'],
    ['Tuesday', '9:00', '21:00'],
    ['Wednesday', '9:00', '21:00'],
    ['Thursday', '9:00', '21:00'],
    ['Friday', '9:00', '18:00'],
    ['Saturday', '9:00', '17:00'],
  ],
  NORTH: [
    ['Monday', '10:00', '18:00'],
    ['Tuesday', '10:00', '20:00'],
    ['Wednesday', '10:00', '18:00'],
    ['Thursday', '10:00', '20:00'],
    // One librarian: North closes for lunch on Fridays.
    ['Friday', '10:00', '12:30'],
    ['Friday', '13:30', '18:00'],
    ['Saturday', '10:00', '14:00'],
  ],
}

export const HOURS: readonly CsvRow[] = Object.entries(WEEK).flatMap(([branch_code, week]) =>
  week.map(([weekday, opens, closes]) => ({ branch_code, weekday, opens, closes })),
)

type Closing = readonly [branch: string, from: string, to: string, kind: 'once' | 'yearly' | 'open', reason: string]

const CLOSINGS: readonly Closing[] = [
  ['*', '2026-01-01', '', 'yearly', 'New Year’s Day'],
  ['*', '2026-06-19', '', 'yearly', 'Juneteenth'],
  ['*', '2026-07-04', '', 'yearly', 'Independence Day'],
  ['*', '2026-12-24', '2026-12-25', 'yearly', 'Christmas'],
  ['*', '2026-12-31', '', 'yearly', 'New Year’s Eve'],
  ['*', '2026-11-26', '', 'once', 'Thanksgiving'],
  ['*', '2027-01-18', '', 'once', 'Martin Luther King Jr. Day'],
  ['*', '2027-03-12', '', 'once', 'Staff training day'],
  ['*', '2027-03-28', '', 'once', 'Easter'],
  ['*', '2027-05-31', '', 'once', 'Memorial Day'],
  ['*', '2027-09-06', '', 'once', 'Labor Day'],
  ['*', '2027-11-25', '', 'once', 'Thanksgiving'],
  ['*', '2028-01-17', '', 'once', 'Martin Luther King Jr. Day'],
  ['*', '2028-04-16', '', 'once', 'Easter'],
  ['*', '2028-05-29', '', 'once', 'Memorial Day'],
  ['*', '2028-09-04', '', 'once', 'Labor Day'],
  ['*', '2028-11-23', '', 'once', 'Thanksgiving'],
  ['NORTH', '2027-02-15', '2027-02-20', 'once', 'New carpet'],
  ['NORTH', '2026-11-27', '2026-11-28', 'once', 'Thanksgiving weekend'],
  ['MAPLE', '2027-12-31', '', 'open', 'Noon Year’s Eve for children'],
]

export const CLOSED_DAYS: readonly CsvRow[] = CLOSINGS.map(([branch_code, from_on, to_on, kind, reason]) => {
  const flag = (wanted: string): string => (kind === wanted ? 'yes' : 'no')
  return { branch_code, from_on, to_on, is_yearly: flag('yearly'), is_open: flag('open'), reason }
})

type Rule = Readonly<Record<string, string>>

function category(
  code: string,
  name: string,
  [loans = '', owed = '', overdue = '', months = '']: readonly string[],
  more: Rule = {},
): CsvRow {
  return {
    category_code: code,
    name,
    loans_count_max: loans,
    owed_max: owed,
    overdue_count_max: overdue,
    card_months_count: months,
    is_fine_free: 'no',
    family_owed_max: '',
    overdue_days_count_max: '',
    lost_count_max: '',
    claims_count_max: '',
    ...more,
  }
}

const FREE: Rule = { is_fine_free: 'yes' }
const STRICT: Rule = { overdue_days_count_max: '21', lost_count_max: '1' }

export const CATEGORIES: readonly CsvRow[] = [
  category('ADULT', 'Resident adult', ['50', '10.00', '', '36'], { family_owed_max: '50.00', lost_count_max: '3' }),
  category('TEEN', 'Teen', ['30', '10.00', '3', '36'], { family_owed_max: '50.00', claims_count_max: '3' }),
  category('CHILD', 'Child', ['20', '5.00', '3', '36'], FREE),
  category('HOMEBOUND', 'Homebound', ['', '', '', '60'], FREE),
  category('RECIPROCAL', 'Reciprocal borrower', ['25', '5.00', '3', '12'], STRICT),
  category('TEMP', 'Temporary resident', ['2', '0.00', '0', '6'], STRICT),
  category('STAFF', 'Library staff', ['', '', '', ''], FREE),
]

function type(code: string, name: string, price: string, is_for_loan = 'yes'): CsvRow {
  return { item_type_code: code, name, is_for_loan, replacement_price: price }
}

export const ITEM_TYPES: readonly CsvRow[] = [
  type('BOOK', 'Book', '20.00'),
  type('PICTURE', 'Picture book', '15.00'),
  type('DVD', 'Film', '20.00'),
  type('NEWDVD', 'New film', '25.00'),
  type('HOLIDAY', 'Holiday film', '20.00'),
  type('CD', 'Music', '15.00'),
  type('AUDIO', 'Audiobook', '35.00'),
  type('MAGAZINE', 'Magazine', '3.00'),
  type('GAME', 'Video game', '60.00'),
  type('HOTSPOT', 'Wireless hotspot', '90.00'),
  type('LAPTOP', 'Laptop', '700.00'),
  type('CHARGER', 'Phone charger', '12.00'),
  type('PROJECTOR', 'Projector', '450.00'),
  type('KIT', 'Kit', '60.00'),
  type('SCHOOLSET', 'Class set', '150.00'),
  type('EXHIBIT', 'Exhibit piece', '80.00'),
  type('REFERENCE', 'Reference', '75.00', 'no'),
  type('ARCHIVE', 'Archive', ''),
]

/** A rule for everyone at both branches, unless `more` says otherwise. */
function rule(rule_code: string, item_type_code: string, period: string, days_mode: string, more: Rule = {}): CsvRow {
  const [period_count = '', period_unit = ''] = period.split(' ')
  return {
    rule_code,
    branch_code: '*',
    category_code: '*',
    item_type_code,
    is_for_loan: 'yes',
    period_count,
    period_unit,
    days_mode,
    past_closing: 'shorten-to-close',
    hard_due_on: '',
    hard_due_kind: 'none',
    schedule_code: '',
    outside_kind: 'refuse',
    is_capped_at_expiry: 'no',
    renewals_count_max: '2',
    renewal_period_count: '',
    renewal_from: 'today',
    loans_count_max: '',
    special_period_count: '',
    ...more,
  }
}

const SCHOOL_YEAR = 'School year'

/** The terms of the local schools, without a gap: what they borrow is due when the term ends. */
export const FIXED_DATES: readonly CsvRow[] = [
  ['2026-08-24', '2026-12-18', '2026-12-18'],
  ['2026-12-19', '2027-06-04', '2027-06-04'],
  ['2027-06-05', '2027-08-20', '2027-08-27'],
  ['2027-08-21', '2027-12-17', '2027-12-17'],
  ['2027-12-18', '2028-06-02', '2028-06-02'],
].map(([loans_from_on = '', loans_to_on = '', due_on = '']) => {
  return { schedule_code: SCHOOL_YEAR, loans_from_on, loans_to_on, due_on }
})

const ONCE: Rule = { renewals_count_max: '0' }

export const LOAN_RULES: readonly CsvRow[] = [
  rule('book', 'BOOK', '21 days', 'next-open', { is_capped_at_expiry: 'yes', special_period_count: '42' }),
  rule('picture', 'PICTURE', '3 weeks', 'same-weekday'),
  rule('film', 'DVD', '7 days', 'next-open', { renewals_count_max: '1' }),
  rule('new film', 'NEWDVD', '3 days', 'skip-closed', { ...ONCE, loans_count_max: '3' }),
  rule('holiday film', 'HOLIDAY', '7 days', 'next-open', { hard_due_on: '2026-12-23', hard_due_kind: 'not-after' }),
  rule('music', 'CD', '14 days', 'ignore-closed'),
  rule('audiobook', 'AUDIO', '21 days', 'next-open', { renewal_period_count: '14' }),
  rule('magazine', 'MAGAZINE', '7 days', 'previous-open', { renewals_count_max: '1' }),
  rule('game', 'GAME', '7 days', 'next-open', { renewals_count_max: '1', loans_count_max: '2' }),
  rule('hotspot', 'HOTSPOT', '7 days', 'next-open', { ...ONCE, is_capped_at_expiry: 'yes', loans_count_max: '1' }),
  rule('laptop', 'LAPTOP', '2 hours', 'ignore-closed', {
    renewals_count_max: '1',
    renewal_from: 'due',
    loans_count_max: '1',
  }),
  rule('charger', 'CHARGER', '30 minutes', 'ignore-closed', { renewals_count_max: '3', past_closing: 'keep' }),
  rule('projector', 'PROJECTOR', '24 hours', 'ignore-closed', { ...ONCE, past_closing: 'extend-to-open' }),
  rule('kit', 'KIT', '1 months', 'next-open', { renewals_count_max: '1' }),
  rule('class set', 'SCHOOLSET', '42 days', 'next-open', {
    ...ONCE,
    hard_due_kind: 'exactly',
    schedule_code: SCHOOL_YEAR,
  }),
  rule('exhibit', 'EXHIBIT', '14 days', 'next-open', {
    ...ONCE,
    hard_due_on: '2027-01-04',
    hard_due_kind: 'not-before',
  }),
  rule('reference', 'REFERENCE', '', 'next-open', { is_for_loan: 'no', period_count: '', period_unit: '' }),
  rule('north book', 'BOOK', '28 days', 'next-open', { branch_code: 'NORTH', is_capped_at_expiry: 'yes' }),
  rule('homebound', '*', '3 months', 'ignore-closed', { category_code: 'HOMEBOUND', renewals_count_max: '' }),
  rule('staff', '*', '42 days', 'next-open', { category_code: 'STAFF', renewals_count_max: '' }),
  rule('staff laptop', 'LAPTOP', '8 hours', 'ignore-closed', { category_code: 'STAFF' }),
  rule('staff reference', 'REFERENCE', '1 days', 'next-open', { category_code: 'STAFF', ...ONCE }),
  rule('child film', 'NEWDVD', '', 'next-open', { category_code: 'CHILD', is_for_loan: 'no' }),
  rule('reciprocal hotspot', 'HOTSPOT', '', 'next-open', { category_code: 'RECIPROCAL', is_for_loan: 'no' }),
]

/** Made-up people, and PINs that are no secret: this is the demo. */
export const STAFF: readonly CsvRow[] = [
  ['rortiz', 'Rosa Ortiz', 'RO', 'manager', barcode('2999900000001'), '471108'],
  ['bcole', 'Ben Cole', 'BC', 'staff', barcode('2999900000002'), '2580'],
  ['wzhang', 'Wei Zhang', 'WZ', 'supervisor', barcode('2999900000003'), '1357'],
].map(([staff_code = '', name = '', initials = '', role = '', badge_barcode = '', pin = '']) => {
  return { staff_code, name, initials, role, badge_barcode, pin, is_active: 'yes' }
})

export const SHELF_SIGNS: readonly CsvRow[] = [
  sign('fic-a', 'Fiction', 'FIC A', 'FIC L', 'Aisle 4, right side'),
  sign('fic-m', 'Fiction', 'FIC M', 'FIC Z', 'Aisle 5, left side'),
  sign('non-0', 'Nonfiction', '000', '499', 'Aisle 1'),
  sign('non-5', 'Nonfiction', '500', '699', 'Aisle 2, by the window'),
  sign('non-7', 'Nonfiction', '700', '999', 'Aisle 3'),
  sign('films', 'Films', '', '', 'the racks behind the information desk'),
]

function sign(sign_code: string, location: string, from_number: string, to_number: string, words: string): CsvRow {
  return { sign_code, branch_code: 'MAPLE', location, from_number, to_number, words }
}
