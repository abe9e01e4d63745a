/**
 * A row of the policy in a librarian's words: whom it speaks for, and what it says. "Adults, films" and "7 days,
 * renewed 2 times". Pure; must never decide anything.
 */
import { cents, moneyText } from '../../kernel/money.ts'
import { fineWords } from '../fines/fine.ts'
import { countText } from '../fines/fine-units.ts'
import type { FineRule, LibraryPolicy } from '../../policy/policy-facts.ts'
import { listOf, type PolicyColumn, type Value, type Values } from '../../policy/columns.ts'
import { tableOf, type RowTable } from '../../policy/tables.ts'

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

function text(row: Values, name: string): string {
  const value = row[name]
  return typeof value === 'string' ? value : ''
}

function numberOf(row: Values, name: string): number | null {
  const value = row[name]
  return typeof value === 'number' ? value : null
}

function money(row: Values, name: string): string {
  const amount = numberOf(row, name)
  return amount === null ? '' : moneyText(cents(amount))
}

function joined(...parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => part !== '' && part !== false && part !== null).join(', ')
}

/** What a limit counts: "Everything", "Films". */
export function targetWords(names: Names, target: string): string {
  if (target.startsWith('item-type ')) return itemTypeName(names, target.slice('item-type '.length))
  return target.startsWith('group ') ? groupName(names, target.slice('group '.length)) : 'Everything'
}

/** "2026-12-24"; "2026-12-24 to 2026-12-26". */
function daysWords(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`
}

/** Whom and what a row speaks for: "Resident adult, Film at North Branch"; "Everybody, everything". */
export function whomWords(table: RowTable, row: Values, names: Names): string {
  if (table === 'limit_group' || table === 'patron_category' || table === 'item_type') return text(row, 'name')
  if (table === 'fine_free_day') return daysWords(text(row, 'from_on'), text(row, 'to_on'))
  if (table === 'fixed_date') return text(row, 'schedule_code')
  const branch = text(row, 'branch_code')
  if (table === 'shelf_sign') return branch === ANY ? 'Every branch' : branchName(names, branch)
  const category = text(row, 'category_code')
  const who = category === ANY ? 'Everybody' : categoryName(names, category)
  const type = text(row, 'item_type_code')
  const plain = type === ANY ? 'everything' : itemTypeName(names, type)
  const what = table === 'limit_rule' ? targetWords(names, text(row, 'target')).replace(/^E/, 'e') : plain
  return `${who}, ${what}${branch === ANY ? '' : ` at ${branchName(names, branch)}`}`
}

/** "7 days"; "1 day". */
function period(row: Values, count_name: string, unit_name: string): string {
  const count = numberOf(row, count_name)
  return count === null ? '' : countText(count, text(row, unit_name))
}

function times(row: Values): string {
  const count = numberOf(row, 'renewals_count_max')
  if (count === null) return 'renewed as often as wanted'
  if (count === 0) return 'not renewed'
  const each = period(row, 'renewal_period_count', 'period_unit')
  return `renewed ${count === 1 ? 'once' : `${count} times`}${each === '' ? '' : ` for ${each}`}`
}

const CLOSED_DAYS: Readonly<Record<string, string>> = {
  'skip-closed': 'open days only',
  'previous-open': 'back from closed days',
  'same-weekday': 'same weekday',
  'ignore-closed': 'closed days kept',
}

const HARD_DATES: Readonly<Record<string, string>> = {
  'not-after': 'not after',
  'not-before': 'not before',
  exactly: 'due on',
}

/** "2026-12-23"; "the date of schedule TERMS, else refused". */
function fixedWords(row: Values): string {
  const schedule = text(row, 'schedule_code')
  if (schedule === '') return text(row, 'hard_due_on')
  const outside = row['outside_kind'] === 'ordinary' ? '' : ', refused where it has none'
  return `the date of schedule ${schedule}${outside}`
}

function loanWords(row: Values): string {
  if (row['is_for_loan'] !== true) return 'not lent'
  const hard = HARD_DATES[text(row, 'hard_due_kind')]
  const most = numberOf(row, 'loans_count_max')
  const special = period(row, 'special_period_count', 'period_unit')
  const isByDay = !['hours', 'minutes'].includes(text(row, 'period_unit'))
  return joined(
    period(row, 'period_count', 'period_unit'),
    times(row),
    isByDay && (CLOSED_DAYS[text(row, 'days_mode')] ?? ''),
    hard !== undefined && `${hard} ${fixedWords(row)}`,
    most !== null && `${most} at once`,
    special !== '' && `${special} on request`,
    row['is_capped_at_expiry'] === true && 'never past the card’s expiry',
  )
}

const FOUND_UNPAID: Readonly<Record<string, string>> = {
  waive: 'cancelled',
  leave: 'stays',
  ask: 'a person is asked',
}

function lostRuleWords(row: Values): string {
  const after = period(row, 'lost_after_count', 'lost_after_unit')
  const fee = numberOf(row, 'processing_cents') ?? 0
  const isBack = row['found_paid_kind'] !== 'leave' && row['lost_refund_kind'] !== 'never'
  const window = period(row, 'refund_within_count', 'refund_within_unit')
  const within = row['lost_refund_kind'] === 'within-window' && window !== '' ? ` within ${window}` : ''
  return joined(
    after === '' ? 'billed only by a person' : `billed after ${after}`,
    row['replacement_kind'] === 'none' ? 'no price' : '',
    fee > 0 && `fee ${money(row, 'processing_cents')}`,
    `found and unpaid: ${FOUND_UNPAID[text(row, 'found_unpaid_kind')] ?? ''}`,
    isBack ? `paid: goes back${within}` : 'paid: kept',
  )
}

function limitWords(row: Values): string {
  const most = numberOf(row, 'loans_count_max')
  return joined(
    most === null ? 'no limit' : `at most ${most}`,
    row['for_kind'] === 'family' && 'in the whole household',
    row['place_kind'] === 'this-branch' && 'lent at this branch',
  )
}

function categoryWords(row: Values): string {
  const most = numberOf(row, 'loans_count_max')
  const owed = money(row, 'owed_cents_max')
  const family = money(row, 'family_owed_cents_max')
  const stops = (name: string, what: string): string => {
    const count = numberOf(row, name)
    return count === null ? '' : `stops at ${count} ${what}`
  }
  return joined(
    most === null ? 'no limit' : `at most ${most}`,
    owed !== '' && `stops at ${owed} owed`,
    family !== '' && `stops at ${family} owed by the household`,
    stops('overdue_count_max', 'overdue'),
    stops('overdue_days_count_max', 'days overdue'),
    stops('lost_count_max', 'lost'),
    stops('claims_count_max', 'claims'),
    row['is_fine_free'] === true && 'pays no fines',
  )
}

const PER: Readonly<Record<string, string>> = { loan: 'for the loan', days: 'a day', hours: 'an hour' }

function namesOfTypes(value: Value, names: Names): string {
  return listOf(value)
    .map((code) => itemTypeName(names, code))
    .join(', ')
}

/** What a row says: "7 days, renewed 2 times, …". */
export function ruleWords(table: RowTable, row: Values, names: Names): string {
  switch (table) {
    case 'loan_rule':
      return loanWords(row)
    case 'fixed_date': {
      const lent = daysWords(text(row, 'loans_from_on'), text(row, 'loans_to_on'))
      return joined(`lent ${lent}`, `due ${text(row, 'due_on')}`)
    }
    case 'fine_rule':
      // The columns of the table are the fields of the fact (tables.ts, policy-facts.ts).
      return fineWords(row as unknown as FineRule)
    case 'lost_rule':
      return lostRuleWords(row)
    case 'limit_rule':
      return limitWords(row)
    case 'limit_group': {
      return namesOfTypes(row['item_type_codes'] ?? null, names)
    }
    case 'rental_rule':
      return joined(
        `${money(row, 'amount_cents')} ${PER[text(row, 'per_unit')] ?? ''}`,
        row['is_charged_on_renewal'] === true && 'again on renewal',
      )
    case 'fee_rule':
      return joined(text(row, 'name'), money(row, 'amount_cents'))
    case 'patron_category':
      return categoryWords(row)
    case 'shelf_sign': {
      const from = text(row, 'from_number')
      return joined(text(row, 'location'), from !== '' && `${from} to ${text(row, 'to_number')}`, text(row, 'words'))
    }
    case 'fine_free_day': {
      const branch = text(row, 'branch_code')
      const where = branch === ANY ? 'at every branch' : `at ${branchName(names, branch)}`
      return joined(`no fine for what comes back ${where}`, text(row, 'reason'))
    }
    case 'item_type': {
      const price = money(row, 'replacement_cents')
      return joined(
        row['is_for_loan'] === true ? 'lent' : 'never leaves the library',
        price !== '' && `${price} when lost`,
      )
    }
  }
}

/** One value as it is read: "$5.00", "no cap", "Films". */
export function valueWords(column: PolicyColumn, value: Value, names: Names): string {
  if (value === null) return column.none ?? ''
  switch (column.kind) {
    case 'money':
      return moneyText(cents(Number(value)))
    case 'tick':
      return value === true ? 'yes' : 'no'
    case 'choice':
      return column.options.find((option) => option.value === value)?.label ?? String(value)
    case 'branch':
      return value === ANY ? 'Any' : branchName(names, String(value))
    case 'category':
      return value === ANY ? 'Any' : categoryName(names, String(value))
    case 'item-type':
      return value === ANY ? 'Any' : itemTypeName(names, String(value))
    case 'target':
      return targetWords(names, String(value))
    case 'item-types':
      return namesOfTypes(value, names)
    default:
      return String(value)
  }
}

/** What of a row changed: "At most, for one loan: $5.00, now $7.00". A new row and one that went have no such lines. */
export function changeWords(table: RowTable, before: Values, after: Values, names: Names): readonly string[] {
  return tableOf(table).columns.flatMap((column) => {
    const was = valueWords(column, before[column.name] ?? null, names)
    const is = valueWords(column, after[column.name] ?? null, names)
    return was === is ? [] : [`${column.label}: ${was}, now ${is}`]
  })
}
