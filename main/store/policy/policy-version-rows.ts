/**
 * How rows of the rules stood before they changed: those that loans go by, and those of cash whose names papers say.
 * What this desk changes, its events say (shared/journal/fold); what an import changes is kept in the transaction that
 * does. Read whole, since rules change seldom.
 */
import { sql } from 'kysely'
import {
  isNamedTable,
  isRenamed,
  NAMED_TABLES,
  type FormerRow,
  type NamedTable,
} from '../../../shared/policy/former-names.ts'
import {
  HELD_TABLES,
  isHeldTable,
  isOtherForLoans,
  type HeldTable,
  type PolicyVersion,
} from '../../../shared/policy/policy-versions.ts'
import { canonical } from '../../../shared/journal/event.ts'
import { RULE_KEYS } from '../../../shared/journal/events/rule-tables.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import * as rules from './policy-rows.ts'
import { insertOnce } from '../whole-rows.ts'
import { build, statement, type ReadHandle, type Statement, type WriteHandle } from '../sql.ts'

type Row = Readonly<Record<string, unknown>>
/** The rows of a table by name, as stored. */
type Rows = ReadonlyMap<string, Row>

/** Everything that decisions read from a table. */
const READ: Readonly<Record<HeldTable | NamedTable, Statement<Record<string, never>, Row>>> = {
  fine_rule: rules.allFineRules,
  lost_rule: rules.allLostRules,
  fee_rule: rules.allFeeRules,
  patron_category: rules.allCategoryPolicies,
  item_type: rules.allItemTypes,
  library_setting: rules.allSettings,
  cash_drawer: rules.allCashDrawers,
  product: rules.allProducts,
  cash_reason: rules.allCashReasons,
  in_kind_tender: rules.allInKindTenders,
}
const KEPT_TABLES = [...Object.keys(HELD_TABLES), ...Object.keys(NAMED_TABLES)] as (HeldTable | NamedTable)[]

const insertVersion = insertOnce('policy_version')

const allVersions = statement()(() =>
  build
    .selectFrom('policy_version')
    .select(['version_ref', 'table_name', 'row_key', 'content', 'until_at_ms'])
    .orderBy('until_at_ms', 'desc')
    // Of two that ended at one moment the later entry is the newer.
    .orderBy(sql`length(version_ref)`, 'desc')
    .orderBy('version_ref', 'desc'),
)

/** Newest first. `fact` is the row as stored: booleans as 1 and 0. */
export function readVersions(db: ReadHandle): readonly PolicyVersion[] {
  return db.all(allVersions, {}).flatMap(({ version_ref, table_name, row_key, content, until_at_ms }) => {
    if (isNamedTable(table_name)) return []
    const fact = content === null ? null : (JSON.parse(content) as Row)
    const table = must(isHeldTable(table_name) ? table_name : null, 'a table whose rows are kept')
    return { version_ref, table, row_key, fact, until_at: until_at_ms }
  })
}

/** Rows of cash that an import renamed or took away, as they were, newest first. */
export function readRenamed(db: ReadHandle): readonly FormerRow[] {
  return db.all(allVersions, {}).flatMap(({ table_name: table, row_key, content, until_at_ms }) => {
    if (content === null || !isNamedTable(table)) return []
    return { table, row_key, fact: JSON.parse(content) as Row, until_at: until_at_ms }
  })
}

function rowsOf(reference: WriteHandle, table: HeldTable | NamedTable): Rows {
  const rows = reference.all(READ[table], {})
  return new Map(rows.map((row) => [String(row[RULE_KEYS[table]]), row]))
}

/** The tables before a change, to compare with afterwards. */
export class RulesBefore {
  readonly #reference: WriteHandle
  readonly #before: ReadonlyMap<HeldTable | NamedTable, Rows>

  constructor(reference: WriteHandle) {
    this.#reference = reference
    this.#before = new Map(KEPT_TABLES.map((table) => [table, rowsOf(reference, table)]))
  }

  /**
   * Keeps what is different by now as it stood until then. The rules of a table that had none are its first, and hold
   * for loans from before too.
   */
  keep(until_at_ms: Instant): void {
    for (const [table, before] of this.#before) {
      if (before.size === 0) continue
      const after = rowsOf(this.#reference, table)
      for (const row_key of new Set([...before.keys(), ...after.keys()])) {
        const was = before.get(row_key) ?? null
        const is = after.get(row_key) ?? null
        if (!(isNamedTable(table) ? isRenamed(was, is) : isOtherForLoans(table, row_key, was, is))) continue
        const content = was && canonical(was)
        const version_ref = `import:${table}:${row_key}@${until_at_ms}`
        this.#reference.run(insertVersion, { version_ref, table_name: table, row_key, content, until_at_ms })
      }
    }
  }
}
