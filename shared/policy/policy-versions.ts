/**
 * The rules as of a moment. A loan keeps the rules under which it was made or renewed: a later change of rules does not
 * change what its lateness or loss costs. Pure. Due dates are not part of this: they were fixed with the loan.
 */
import type { Instant } from '../kernel/time.ts'
import { readSettings, type SettingName } from './library-settings.ts'
import type { LibraryPolicy } from './policy-facts.ts'
import { preparePolicy, type PreparedPolicy } from './policy-index.ts'

/**
 * The tables whose rows a loan keeps, and which fields of a row: null is all. No loan can have known a new category or
 * item type.
 */
export const HELD_TABLES = {
  fine_rule: null,
  lost_rule: null,
  fee_rule: null,
  patron_category: ['is_fine_free'],
  item_type: ['replacement_cents'],
  library_setting: ['value'],
} as const
export type HeldTable = keyof typeof HELD_TABLES

/** Settings that a loan keeps; the others are about how the desk works, and apply right away. */
export const HELD_SETTINGS = [
  'rule_branch_from',
  'is_claim_stopping_fine',
  'recall_guaranteed_days_count',
] as const satisfies readonly SettingName[]

export function isHeldTable(table: string): table is HeldTable {
  return Object.hasOwn(HELD_TABLES, table)
}

type Fact = Readonly<Record<string, unknown>>

/** A row as it was until a moment. `fact` null: there was none. */
export type PolicyVersion = {
  /** What it goes by: the event that changed the row, or the import. */
  readonly version_ref: string
  readonly table: HeldTable
  readonly row_key: string
  readonly fact: Fact | null
  readonly until_at: Instant
}

/** Whether two stored rows differ in what a loan keeps. */
export function isOtherForLoans(table: HeldTable, key: string, before: Fact | null, after: Fact | null): boolean {
  if (table === 'library_setting') {
    return HELD_SETTINGS.some((name) => name === key) && before?.['value'] !== after?.['value']
  }
  const columns = HELD_TABLES[table]
  if (columns === null) {
    const names = Object.keys(before ?? after ?? {})
    return (before === null) !== (after === null) || names.some((name) => before?.[name] !== after?.[name])
  }
  return before !== null && after !== null && columns.some((name) => before[name] !== after[name])
}

const KEYS = {
  fine_rule: ['fine_rules', 'rule_code'],
  lost_rule: ['lost_rules', 'rule_code'],
  fee_rule: ['fee_rules', 'fee_code'],
  patron_category: ['categories', 'category_code'],
  item_type: ['item_types', 'item_type_code'],
} as const satisfies Partial<Record<HeldTable, readonly [keyof LibraryPolicy, string]>>

function withFact(policy: LibraryPolicy, { table, row_key, fact }: PolicyVersion): LibraryPolicy {
  if (table === 'library_setting') {
    const rows = fact ? [{ name: row_key, value: String(fact['value']) }] : []
    const name = HELD_SETTINGS.find((one) => one === row_key)
    return name ? { ...policy, settings: { ...policy.settings, [name]: readSettings(rows)[name] } } : policy
  }
  const [list, key] = KEYS[table]
  const now: readonly Fact[] = policy[list]
  const columns = HELD_TABLES[table]
  if (columns !== null) {
    const kept = Object.fromEntries(columns.map((column) => [column, fact?.[column]]))
    return { ...policy, [list]: now.map((row) => (row[key] === row_key ? { ...row, ...kept } : row)) }
  }
  const others = now.filter((row) => row[key] !== row_key)
  return { ...policy, [list]: fact === null ? others : [...others, fact] }
}

/** The policies for loans of different ages, each made on first use. */
export class PolicyHistory {
  readonly #now: PreparedPolicy
  readonly #versions: readonly PolicyVersion[]
  /** The moments of changes, rising. */
  readonly #changes: readonly Instant[]
  readonly #made = new Map<Instant, PreparedPolicy>()

  /** @param versions of one row in the order of recording, newest first */
  constructor(now: PreparedPolicy, versions: readonly PolicyVersion[]) {
    this.#now = now
    this.#versions = versions.toSorted((one, other) => other.until_at - one.until_at)
    this.#changes = [...new Set(versions.map((one) => one.until_at))].toSorted((one, other) => one - other)
  }

  /** The rules as of then: the present ones, with every row that changed later as it was. */
  at(moment: Instant): PreparedPolicy {
    const change = this.#changes.find((one) => one > moment)
    if (change === undefined) return this.#now
    const known = this.#made.get(change)
    if (known) return known
    // Newest first: the oldest one valid after that moment is put in last, and stays.
    const later = this.#versions.filter((one) => one.until_at > moment)
    const made = preparePolicy(later.reduce(withFact, this.#now.source))
    this.#made.set(change, made)
    return made
  }
}
