/**
 * A row of the policy in a librarian's words: whom it is for, and what it says. "Adults, films" and "7 days, 2
 * renewals". Pure; decides nothing.
 */
import { cents } from '../kernel/money.ts'
import { localDate } from '../kernel/time.ts'
import { listOf, type PolicyColumn, type Value, type Values } from '../policy/columns.ts'
import { isSettingName, type SettingName } from '../policy/library-settings.ts'
import type { LibraryPolicy, LimitRule } from '../policy/policy-facts.ts'
import type { LISTS } from '../policy/form-rows.ts'
import { SETTINGS_ASKED } from '../policy/settings.ts'
import { tableOf, type RowTable } from '../policy/tables.ts'
import type { AnyColumnWords } from './policy-words.ts'
import { CARD_SAID, cardRowName } from './policy-rows-cards.ts'
import { CASH_SAID, cashRowName } from './policy-rows-cash.ts'
import type { Speech } from './speech.ts'

/** The names that codes stand for. */
export type Names = {
  readonly branches: ReadonlyMap<string, string>
  readonly policy: Pick<LibraryPolicy, 'categories' | 'item_types' | 'limit_groups'>
}

const ANY = '*'

export function branchName(names: Names, code: string): string {
  return names.branches.get(code) ?? code
}

export function categoryName({ policy }: Names, code: string): string {
  return policy.categories.find((one) => one.category_code === code)?.name ?? code
}

export function itemTypeName({ policy }: Names, code: string): string {
  return policy.item_types.find((one) => one.item_type_code === code)?.name ?? code
}

function groupName({ policy }: Names, code: string): string {
  return policy.limit_groups.find((one) => one.group_code === code)?.name ?? code
}

function joined(...parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => part !== '' && part !== false && part !== null).join(', ')
}

/** What a limit counts: "Films"; null: everything. */
function targetName(names: Names, target: string): string | null {
  if (target.startsWith('item-type ')) return itemTypeName(names, target.slice('item-type '.length))
  return target.startsWith('group ') ? groupName(names, target.slice('group '.length)) : null
}

const text = (row: Values, name: string): string => String(row[name] ?? '')
const date = (speech: Speech, on: string): string => speech.date(localDate(on))
const maybeName = (code: string, name: (code: string) => string): string | null => (code === ANY ? null : name(code))

/** Whom and what a row is for: "Resident adult, Film at North Branch"; "Everybody, everything". */
export function whomWords(speech: Speech, table: RowTable, row: Values, names: Names): string {
  const { rows } = speech.words.policy
  const cash = cashRowName(speech, table, row)
  if (cash !== null) return cash
  const card = cardRowName(speech, table, row)
  if (card !== null) return card
  if (table === 'limit_group' || table === 'patron_category' || table === 'item_type') return text(row, 'name')
  if (table === 'fine_free_day') return rows.days(date(speech, text(row, 'from_on')), date(speech, text(row, 'to_on')))
  if (table === 'fixed_date') return text(row, 'schedule_code')
  const branch = maybeName(text(row, 'branch_code'), (code) => branchName(names, code))
  if (table === 'shelf_sign') return branch ?? rows.all_branches
  const what =
    table === 'limit_rule'
      ? targetName(names, text(row, 'target'))
      : maybeName(text(row, 'item_type_code'), (code) => itemTypeName(names, code))
  return rows.whom(
    maybeName(text(row, 'category_code'), (code) => categoryName(names, code)),
    what,
    branch,
  )
}

/** The columns of a table are the fields of its fact. */
type Facts = { readonly [Table in RowTable]: LibraryPolicy[(typeof LISTS)[Table]][number] }
type Said = { readonly [Table in RowTable]: (row: Facts[Table], speech: Speech, names: Names) => string }

function fixedDate({ schedule_code, hard_due_on, outside_kind }: Facts['loan_rule'], speech: Speech): string {
  if (schedule_code !== null) return speech.words.policy.rows.schedule(schedule_code, outside_kind === 'refuse')
  return hard_due_on === null ? '' : speech.date(hard_due_on)
}

function loanRule(row: Facts['loan_rule'], speech: Speech): string {
  const { rows } = speech.words.policy
  if (!row.is_for_loan) return rows.not_lent
  const { period_unit, renewal_period_count: again, special_period_count: special } = row
  const isByDay = period_unit !== 'hours' && period_unit !== 'minutes'
  return joined(
    rows.period(row.period_count, period_unit),
    rows.renewals(row.renewals_count_max, again === null ? '' : rows.period(again, period_unit)),
    isByDay && rows.closed_days[row.days_mode],
    rows.fixed_date[row.hard_due_kind](fixedDate(row, speech)),
    row.loans_count_max !== null && rows.at_once(row.loans_count_max),
    special !== null && rows.extended(rows.period(special, period_unit)),
    row.is_capped_at_expiry && rows.card_expiry,
  )
}

function lostRule(row: Facts['lost_rule'], speech: Speech): string {
  const { rows } = speech.words.policy
  const { refund_within_count: within } = row
  const isWithin = row.lost_refund_kind === 'within-window' && within !== null
  return joined(
    rows.billed(row.lost_after_count === null ? '' : rows.period(row.lost_after_count, row.lost_after_unit)),
    row.replacement_kind === 'none' && rows.no_price,
    row.processing_cents > 0 && rows.fee(speech.money(row.processing_cents)),
    rows.found_unpaid[row.found_unpaid_kind],
    rows.found_paid[row.lost_refund_kind === 'never' ? 'leave' : row.found_paid_kind](
      isWithin ? rows.period(within, row.refund_within_unit) : '',
    ),
  )
}

function category(row: Facts['patron_category'], { words, money }: Speech): string {
  const { at_most, blocked_at, fine_free } = words.policy.rows
  return joined(
    at_most(row.loans_count_max),
    row.owed_cents_max !== null && blocked_at.owed(money(row.owed_cents_max)),
    row.family_owed_cents_max !== null && blocked_at.household_owed(money(row.family_owed_cents_max)),
    row.overdue_count_max !== null && blocked_at.overdue(row.overdue_count_max),
    row.overdue_days_count_max !== null && blocked_at.overdue_days(row.overdue_days_count_max),
    row.lost_count_max !== null && blocked_at.lost(row.lost_count_max),
    row.claims_count_max !== null && blocked_at.claims(row.claims_count_max),
    row.is_fine_free && fine_free,
  )
}

function limit(row: Pick<LimitRule, 'loans_count_max' | 'for_kind' | 'place_kind'>, { words }: Speech): string {
  const { at_most, in_household, at_this_branch } = words.policy.rows
  return joined(
    at_most(row.loans_count_max),
    row.for_kind === 'family' && in_household,
    row.place_kind === 'this-branch' && at_this_branch,
  )
}

const namesOfTypes = (codes: readonly string[], names: Names): string =>
  codes.map((code) => itemTypeName(names, code)).join(', ')

const SAID: Said = {
  ...CASH_SAID,
  ...CARD_SAID,
  cash_drawer: ({ branch_code }, { words }, names) =>
    maybeName(branch_code, (code) => branchName(names, code)) ?? words.policy.rows.all_branches,
  loan_rule: loanRule,
  fixed_date: ({ loans_from_on, loans_to_on, due_on }, { words, date: on }) =>
    joined(
      words.policy.rows.lent_days(words.policy.rows.days(on(loans_from_on), on(loans_to_on))),
      words.policy.rows.due_on(on(due_on)),
    ),
  fine_rule: (row, { words, saying }) => words.policy.rows.fineRule(row, saying),
  lost_rule: lostRule,
  limit_rule: limit,
  limit_group: ({ item_type_codes }, _, names) => namesOfTypes(item_type_codes, names),
  rental_rule: ({ per_unit, amount_cents, is_charged_on_renewal }, { words, money }) =>
    joined(
      words.policy.rows.rental[per_unit](money(amount_cents)),
      is_charged_on_renewal && words.policy.rows.again_on_renewal,
    ),
  fee_rule: ({ name, amount_cents }, { money }) => joined(name, money(amount_cents)),
  patron_category: category,
  shelf_sign: ({ location, from_number: from, to_number: to, words: directions }, { words }) =>
    joined(location, from !== null && words.policy.rows.numbers(from, to ?? ''), directions),
  fine_free_day: ({ branch_code, reason }, { words }, names) =>
    joined(words.policy.rows.no_fine(maybeName(branch_code, (code) => branchName(names, code))), reason),
  item_type: ({ is_for_loan, replacement_cents: price }, { words, money }) =>
    joined(
      is_for_loan ? words.policy.rows.lent : words.policy.rows.never_leaves,
      price !== null && words.policy.rows.when_lost(money(price)),
    ),
}

/** What a row says: "7 days, 2 renewals, …". */
export function ruleWords(speech: Speech, table: RowTable, row: Values, names: Names): string {
  return (SAID[table] as (row: Values, speech: Speech, names: Names) => string)(row, speech, names)
}

/** "Everybody, Film: 7 days, 2 renewals". */
export function lineWords(speech: Speech, table: RowTable, row: Values, names: Names): string {
  const { line } = speech.words.policy.rows
  return line(whomWords(speech, table, row, names), ruleWords(speech, table, row, names))
}

/** What the catalog says of a column. */
export function columnWords({ words }: Speech, table: RowTable, name: string): AnyColumnWords {
  const columns: Readonly<Record<string, AnyColumnWords>> = words.policy.tables[table].columns
  return columns[name] ?? {}
}

/** The field of a setting, in words. */
export function settingWords({ words: { policy } }: Speech, name: SettingName): AnyColumnWords {
  const { kind } = SETTINGS_ASKED[name].column
  const said: AnyColumnWords = policy.settings[name]
  return { label: kind === 'tick' ? policy.field.yes : policy.field.value, ...said }
}

/** A setting as it is stored, in words; null: it has its default. */
export function settingText(speech: Speech, name: SettingName, stored: string | null, names: Names): string {
  if (stored === null) return speech.words.policy.rows.as_usual
  const { column } = SETTINGS_ASKED[name]
  const value = column.kind === 'tick' ? stored === 'yes' : column.kind === 'money' ? Number(stored) : stored
  return valueWords(speech, column, settingWords(speech, name), stored === '' ? null : value, names)
}

/** Names a row: "Fine rule late"; a setting by what it decides. */
export function rowName({ words }: Speech, table: RowTable | 'library_setting', key: string): string {
  if (table !== 'library_setting') return words.policy.rows.named(words.policy.tables[table].one, key)
  return isSettingName(key) ? words.policy.settings[key].says : key
}

/** One value as it is read: "$5.00", "no maximum", "Films". */
export function valueWords(
  speech: Speech,
  { kind }: PolicyColumn,
  { none = '', options = {} }: AnyColumnWords,
  value: Value,
  names: Names,
): string {
  const { rows } = speech.words.policy
  if (value === null) return none
  const code = String(value)
  switch (kind) {
    case 'money':
      return speech.money(cents(Number(value)))
    case 'date':
      return date(speech, code)
    case 'tick':
      return value === true ? rows.yes : rows.no
    case 'choice':
      return options[code] ?? code
    case 'branch':
      return code === ANY ? rows.any : branchName(names, code)
    case 'category':
      return code === ANY ? rows.any : categoryName(names, code)
    case 'item-type':
      return code === ANY ? rows.any : itemTypeName(names, code)
    case 'target':
      return targetName(names, code) ?? rows.all_items
    case 'item-types':
      return namesOfTypes(listOf(value), names)
    default:
      return options[code] ?? code
  }
}

/** Each column in which two versions of a row differ, with both values in words. */
export function differences(
  speech: Speech,
  table: RowTable,
  one: Values,
  other: Values,
  names: Names,
): readonly { readonly label: string; readonly one: string; readonly other: string }[] {
  return tableOf(table).columns.flatMap((column) => {
    const words = columnWords(speech, table, column.name)
    const said = (row: Values): string => valueWords(speech, column, words, row[column.name] ?? null, names)
    return said(one) === said(other) ? [] : [{ label: words.label ?? '', one: said(one), other: said(other) }]
  })
}

/** What of a row changed: "Maximum fine per item: $5.00, now $7.00". */
export function changeWords(
  speech: Speech,
  table: RowTable,
  before: Values,
  after: Values,
  names: Names,
): readonly string[] {
  const { change } = speech.words.policy.rows
  return differences(speech, table, before, after, names).map(({ label, one, other }) => change(label, one, other))
}
