/**
 * Stores the folder's rules, row by row, and leaves those that this desk changed unless a person said otherwise
 * (judge-rules.ts). Must never overwrite one without a line in the report.
 */
import type { ImportReason, RowFault } from '../../../shared/import/reason.ts'
import type { RuleRow } from '../../../shared/import/rules-here.ts'
import { RULE_KEYS } from '../../../shared/journal/events/rule-tables.ts'
import { putRule, ruleRow, type FolderTable } from '../../store/policy/rule-rows.ts'
import type { Statement } from '../../store/sql.ts'
import type { WriteContext } from '../write-context.ts'

const CHANGED_HERE: ImportReason = { code: 'changed-here' }
const TAKEN_AS_SAID: ImportReason = { code: 'folder-taken-as-said' }

/** Puts one row of the folder in place, unless the desk's own stays. */
export function takeRule<Stored extends Readonly<Record<string, unknown>>>(
  context: WriteContext,
  table: FolderTable,
  line: number,
  put: Statement<Stored, unknown>,
  stored: Stored,
): RowFault | null {
  const column = RULE_KEYS[table]
  const key = String(stored[column])
  if (context.rules.changed(table, key) !== null) {
    const stands = ruleRow(context.connection, table, key)
    const verdict = context.rules.judge({ table, key, stands, says: stored })
    if (verdict === 'ours') return { column, value: key, reason: CHANGED_HERE }
    if (verdict === 'imported') context.note(line, { column, value: key, reason: TAKEN_AS_SAID })
  }
  context.connection.run(put, stored)
  return null
}

/** Why a row of staff.csv does not go in: the desk's own stays. */
export function staffKept(context: WriteContext, staff_code: string, line: number): RowFault | null {
  const about = { column: 'staff_code', value: staff_code }
  if (context.rules.changed('staff', staff_code) === null) return null
  const verdict = context.rules.judge({ table: 'staff', key: staff_code, stands: null, says: null })
  if (verdict === 'ours') return { ...about, reason: CHANGED_HERE }
  if (verdict === 'imported') context.note(line, { ...about, reason: TAKEN_AS_SAID })
  return null
}

type Remembered = { readonly stands: RuleRow; readonly line: number }

/**
 * Tables of which a folder has everything about a group or a branch, over several lines: the stored rows are remembered
 * before the first of them, and compared when the file was read.
 */
export class RulesAtEnd {
  readonly #context: WriteContext
  readonly #table: FolderTable
  readonly #remembered = new Map<string, Remembered>()

  constructor(context: WriteContext, table: FolderTable) {
    this.#context = context
    this.#table = table
    context.whenRead(() => this.#judge())
  }

  /** The rows that the desk changed, and that the file is about to replace. */
  remember(line: number, isMeant: (row: Readonly<Record<string, unknown>>) => boolean): void {
    const { rules, connection } = this.#context
    for (const key of rules.changedIn(this.#table)) {
      const stands = ruleRow(connection, this.#table, key)
      const was = [stands, rules.changed(this.#table, key)?.base ?? null]
      const isReplaced = was.some((row) => row !== null && isMeant(row))
      if (isReplaced && !this.#remembered.has(key)) this.#remembered.set(key, { stands, line })
    }
  }

  #judge(): void {
    const { rules, connection } = this.#context
    const table = this.#table
    for (const [key, { stands, line }] of this.#remembered) {
      const verdict = rules.judge({ table, key, stands, says: ruleRow(connection, table, key) })
      if (verdict === 'folder') continue
      const isOurs = verdict === 'ours'
      if (isOurs) putRule(connection, table, key, stands)
      const reason = isOurs ? CHANGED_HERE : TAKEN_AS_SAID
      this.#context.note(line, { column: RULE_KEYS[table], value: key, reason })
    }
  }
}
