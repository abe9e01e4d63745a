/**
 * Changes the library's rules: parses a change, tries it, checks it against the whole policy, then records it and
 * carries it into the reference file. Must never save an error, nor a warning that nobody confirmed by name; and never
 * touches existing loans.
 */
import { lastSession } from '../store/money/cash-rows.ts'
import { allSettings, patronsOfCategory, itemsOfType } from '../store/policy/policy-rows.ts'
import { isSettingName, settingProblem } from '../../shared/policy/library-settings.ts'
import type { LibraryPolicy } from '../../shared/policy/policy-facts.ts'
import type { Finding } from '../../shared/policy/policy-finding.ts'
import type { PreparedPolicy } from '../../shared/policy/policy-index.ts'
import { isHeldTable, isOtherForLoans } from '../../shared/policy/policy-versions.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { canonical } from '../../shared/journal/event.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import type { Value } from '../../shared/policy/columns.ts'
import { findingName, findingsOf, newFindings } from '../../shared/circulation/policy-check/findings.ts'
import { keyOf, readRow, rowOf, storedRow, valuesOf, withRow } from '../../shared/policy/form-rows.ts'
import { readSettingValue } from '../../shared/policy/settings.ts'
import type { RowTable } from '../../shared/policy/tables.ts'
import { mayOwn } from '../library/grants.ts'
import { record } from '../library/record.ts'
import type { Command } from '../library/command.ts'
import { here } from '../library/here.ts'
import type { Actor } from '../library/actor.ts'
import type { Library } from '../library/library.ts'

export const SETTING = 'library_setting'
export type ChangedTable = RowTable | typeof SETTING
type Stored = Readonly<Record<string, unknown>>

/** What was requested. `key` empty: a new row, named by its own code. `after` null: deletes the row. */
export type PolicyChange = {
  readonly table: ChangedTable
  readonly key: string
  readonly after: Readonly<Record<string, unknown>> | null
}

/** A possible change: what is stored before and after, and its effect. */
export type Meant = {
  readonly table: ChangedTable
  readonly key: string
  readonly before: Stored | null
  readonly after: Stored | null
  /** Findings that were not there before. */
  readonly fresh: readonly Finding[]
}

export function policyNow(library: Library): LibraryPolicy {
  return library.policy().source
}

/**
 * Why this person may not change it: how staff prove who they are is for those who look after staff, by their own role,
 * and no approval replaces it.
 */
export function ownGrantMissing(library: Library, actor: Actor, { table, key }: Meant): Refusal | null {
  const isOfStaff = table === SETTING && key === 'is_badge_pin_required'
  return isOfStaff && !mayOwn(library, actor, 'edit-staff') ? refuse('not-permitted') : null
}

/** Checking a whole policy takes time: done once for each policy and day. */
const checked = new WeakMap<PreparedPolicy, { readonly on: LocalDate; readonly found: readonly Finding[] }>()

/** The findings about the present rules. */
export function findingsNow(library: Library): readonly Finding[] {
  const policy = library.policy()
  const { today } = here(library)
  const known = checked.get(policy)
  if (known?.on === today) return known.found
  const found = findingsWith(library, policy.source)
  checked.set(policy, { on: today, found })
  return found
}

function findingsWith(library: Library, policy: LibraryPolicy): readonly Finding[] {
  const branches = library.branches().map((branch) => branch.branch_code)
  return findingsOf(policy, branches, here(library).today)
}

/** The change as it would be recorded, or why it cannot be. */
export function meantBy(library: Library, change: PolicyChange): Meant | Refusal {
  return change.table === SETTING ? settingMeant(library, change) : rowMeant(library, change.table, change)
}

function rowMeant(library: Library, table: RowTable, { key, after }: PolicyChange): Meant | Refusal {
  const policy = policyNow(library)
  const read = after === null ? null : readRow(table, after)
  if (read && 'problem' in read) return refuse('policy-row-invalid', { problem: read.problem })
  const values = read?.values ?? null
  const own = values ? keyOf(table, values) : key
  const name = key === '' ? own : key
  if (own !== name) return refuse('policy-key-kept')
  const before = rowOf(policy, table, name)
  if (before && key === '') return refuse('policy-code-taken', { key: own })
  if (values === null) {
    const refused = before ? stillUsed(library, table, name) : refuse('policy-row-unknown', { table, key: name })
    if (refused) return refused
  }
  const tried = withRow(policy, table, name, values)
  const fresh = newFindings(findingsNow(library), findingsWith(library, tried))
  return { table, key: name, before: before && storedRow(before), after: values && storedRow(values), fresh }
}

/**
 * A code that patrons or items still have cannot be deleted: their records would refer to nothing. Nor can a drawer
 * that is open or in which money was left: nobody could open it again to take that over.
 */
function stillUsed(library: Library, table: RowTable, code: string): Refusal | null {
  const { db } = library
  if (table === 'patron_category') {
    const count = db.get(patronsOfCategory, { code })?.rows_count ?? 0
    return count > 0 ? refuse('policy-row-used', { count, what: 'patrons', key: code }) : null
  }
  if (table === 'cash_drawer') {
    const last = db.get(lastSession, { drawer_code: code })
    const isEmpty = last === null || (last.status === 'closed' && last.left_cents + last.left_checks_cents === 0)
    return isEmpty ? null : refuse('drawer-in-use', { drawer: code })
  }
  if (table !== 'item_type') return null
  const count = db.get(itemsOfType, { code })?.rows_count ?? 0
  return count > 0 ? refuse('policy-row-used', { count, what: 'items', key: code }) : null
}

function settingMeant(library: Library, { key, after }: PolicyChange): Meant | Refusal {
  if (!isSettingName(key)) return refuse('policy-row-unknown', { table: SETTING, key })
  const before = library.db.all(allSettings, {}).find((row) => row.name === key) ?? null
  const meant = { table: SETTING, key, before, fresh: [] } as const
  if (after === null) return { ...meant, after: null }
  const value = readSettingValue(key, (after['value'] ?? null) as Value)
  const problem = settingProblem(key, value)
  if (problem !== null) return refuse('policy-row-invalid', { problem })
  return { ...meant, after: { name: key, value } }
}

/** Why it is not saved yet: an error, or an unconfirmed warning; null when it may be saved. */
export function objection({ fresh }: Meant, accepted: readonly string[] | 'everything odd'): Refusal | null {
  const wrong = fresh.find((one) => one.kind === 'stops')
  if (wrong) return refuse('policy-contradiction', { finding: wrong.fact })
  if (accepted === 'everything odd') return null
  const open = fresh.filter((one) => !accepted.includes(findingName(one)))
  const [first] = open
  return first ? refuse('policy-findings', { count: open.length, finding: first.fact }) : null
}

/** The rules with the change. */
export function policyWith(policy: LibraryPolicy, { table, key, after }: Meant): LibraryPolicy {
  return table === SETTING ? policy : withRow(policy, table, key, after && valuesOf(table, after))
}

export function isSame({ before, after }: Meant): boolean {
  return canonical(before) === canonical(after)
}

/** Whether this change leaves loans already made as they are. */
export function isKeptByLoans({ table, key, before, after }: Meant): boolean {
  return isHeldTable(table) && isOtherForLoans(table, key, before, after)
}

/** Records the change; from then on it holds for whatever is decided. @returns false when nothing is different */
export function save(library: Library, actor: Actor, command: Command, meant: Meant): boolean {
  if (isSame(meant)) return false
  const { table, key, before, after } = meant
  const is_kept_by_loans = isKeptByLoans(meant)
  record(library, actor, command, [{ kind: 'policy-changed', body: { table, key, before, after, is_kept_by_loans } }])
  library.reload()
  return true
}
