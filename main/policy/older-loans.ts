/**
 * Rows of the rules that were changed, and hold as they were for loans from before. They go on doing so until a person
 * asks that the row as it is holds for those loans too. What they are charged already stays.
 */
import type { PolicyVersion } from '../../shared/policy/policy-versions.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { record } from '../library/record.ts'
import type { Command } from '../library/command.ts'
import type { ChangedTable } from './changing.ts'
import type { Actor } from '../library/actor.ts'
import type { Library } from '../library/library.ts'

/** The newest version of each row of a table that loans from before it still go by, what changed last first. */
export function olderRows(library: Library, table: ChangedTable): readonly PolicyVersion[] {
  const keys = new Set<string>()
  return library.policyVersions
    .filter((one) => one.table === table)
    .toSorted((one, other) => other.until_at - one.until_at)
    .filter(({ row_key }) => !keys.has(row_key) && keys.add(row_key))
}

/** From now on every loan goes by the row as it is, or by its absence. @returns why not */
export function applyRow(
  library: Library,
  actor: Actor,
  command: Command,
  table: ChangedTable,
  key: string,
): Refusal | null {
  const versions = library.policyVersions.filter((one) => one.table === table && one.row_key === key)
  if (versions.length === 0) return refuse('policy-no-loans')
  const version_refs = versions.map((one) => one.version_ref)
  record(library, actor, command, [{ kind: 'policy-applied', body: { table, key, version_refs } }])
  library.reload()
  return null
}
