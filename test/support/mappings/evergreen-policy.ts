/** The part of the Evergreen mapping about how the library works: branches, hours, closings, categories and rules. */
import { must } from '../../../shared/kernel/assert.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { parseZoneName, toLocalDate } from '../../../shared/kernel/zone.ts'
import { asCode, byKey, writeRows, type Row } from './csv-files.ts'

export const PACIFIC = must(parseZoneName('America/Los_Angeles'), 'a zone')
const EASTERN = must(parseZoneName('America/New_York'), 'a zone')

function instantOf(printed: string): ReturnType<typeof instant> {
  const iso = printed
    .replace(' ', 'T')
    .replace(/\.\d+/, '')
    .replace(/([+-]\d\d)$/, '$1:00')
  return instant(Date.parse(iso))
}

/** The Pacific day of a moment as the dump prints it; empty for none. */
export function localDay(printed: string): string {
  return printed === '' ? '' : toLocalDate(instantOf(printed), PACIFIC)
}

/** Closings were entered as midnight to midnight in the dump's own, Eastern, zone. */
function closingDay(printed: string): string {
  return toLocalDate(instantOf(printed), EASTERN)
}

type From = (name: string) => readonly Row[]

export function writePolicy(from: From, folder: string): void {
  const branches = byKey(from('org_units'), 'id')
  const codeOf = (id: string): string => (id === '1' ? '*' : asCode(branches.get(id)?.['shortname'] ?? ''))
  writeRows(folder, 'library.csv', [{ name: 'Concerto Library System', zone: PACIFIC }])
  const units = [...branches.values()].map((row) => ({
    branch_code: asCode(row['shortname'] ?? ''),
    name: row['name'] ?? '',
    zone: '',
  }))
  writeRows(folder, 'branches.csv', units)
  writeRows(
    folder,
    'hours.csv',
    from('hours_of_operation').flatMap((row) => week(row, codeOf)),
  )
  const closings = from('closed_dates').map((row) => ({
    branch_code: codeOf(row['org_unit'] ?? ''),
    from_on: closingDay(row['close_start'] ?? ''),
    to_on: closingDay(row['close_end'] ?? ''),
    reason: row['reason'] ?? '',
  }))
  writeRows(folder, 'closed_days.csv', closings)
  writeRows(folder, 'patron_categories.csv', categories(from))
  writeRows(folder, 'item_types.csv', itemTypes(from))
  writeRows(folder, 'loan_rules.csv', rules(from))
}

/** A day that opens and closes at midnight is closed: no row. */
function week(row: Row, codeOf: (id: string) => string): Row[] {
  return [0, 1, 2, 3, 4, 5, 6].flatMap((day) => {
    // Evergreen counts from Monday, we from Sunday.
    const weekday = String((day + 1) % 7)
    const opens = (row[`dow_${day}_open`] ?? '').slice(0, 5)
    const closes = (row[`dow_${day}_close`] ?? '').slice(0, 5)
    if (opens === '00:00' && closes === '00:00') return []
    return [{ branch_code: codeOf(row['id'] ?? ''), weekday, opens, closes }]
  })
}

/** The export names only four of the patron groups; the others are imported under their number. */
function categories(from: From): Row[] {
  const known = byKey(from('patron_categories'), 'id')
  const limits = new Map(from('penalty_thresholds').map((row) => [`${row['grp'] ?? ''} ${row['penalty'] ?? ''}`, row]))
  const used = new Set(from('patrons').map((row) => row['profile'] ?? ''))
  return [...new Set([...known.keys(), ...used])].map((id) => ({
    category_code: id,
    name: known.get(id)?.['name'] ?? `Group ${id}`,
    loans_count_max: limits.get(`${id} 3`)?.['threshold']?.replace(/\.00$/, '') ?? '',
    owed_max: limits.get(`${id} 1`)?.['threshold'] ?? '',
    overdue_count_max: '',
    card_months_count: months(known.get(id)?.['perm_interval'] ?? ''),
  }))
}

/** "1 year", "3 years", "6 mons". */
function months(interval: string): string {
  const match = /^(\d+) (year|mon)/.exec(interval)
  return match ? String(Number(match[1]) * (match[2] === 'year' ? 12 : 1)) : ''
}

function itemTypes(from: From): Row[] {
  const types = from('item_types').map((row) => ({
    item_type_code: asCode(row['code'] ?? ''),
    name: row['name'] ?? '',
    is_for_loan: row['code'] === 'reference' ? 'no' : 'yes',
  }))
  return [...types, { item_type_code: 'unspecified', name: 'No modifier', is_for_loan: 'yes' }]
}

/** A duration rule is for the item type of the same name; circ_matrix 3 forbids digital-only patrons. */
function rules(from: From): Row[] {
  const types = new Set(itemTypes(from).map((row) => row['item_type_code'] ?? ''))
  const durations = from('loan_duration_rules').flatMap((row) => {
    const name = (row['name'] ?? '').replaceAll('_', ' ')
    const item_type_code = [name, name.replace(' ', '-'), name.replace('gov doc', 'government document')].find((one) =>
      types.has(one),
    )
    if (item_type_code === undefined) return []
    const [period_count = '', unit = ''] = (row['normal'] ?? '').split(' ')
    const renewals_count_max = row['max_renewals'] ?? ''
    return [rule(name, { item_type_code, period_count, period_unit: `${unit.replace(/s$/, '')}s`, renewals_count_max })]
  })
  return [
    ...durations,
    rule('unspecified', {
      item_type_code: 'unspecified',
      period_count: '14',
      period_unit: 'days',
      renewals_count_max: '2',
    }),
    rule('digital only', { category_code: '1018', is_for_loan: 'no' }),
  ]
}

function rule(rule_code: string, more: Row): Row {
  return {
    rule_code,
    branch_code: '*',
    category_code: '*',
    item_type_code: '*',
    is_for_loan: 'yes',
    period_count: '',
    period_unit: '',
    renewals_count_max: '',
    ...more,
  }
}
