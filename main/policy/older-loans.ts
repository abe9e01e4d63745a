/**
 * Changed rows whose former version still applies to older loans, until a person applies the present one to them too.
 * Existing charges stay.
 */
import type { PolicyVersion } from '../../shared/policy/policy-versions.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { record } from '../library/record.ts'
import type { Command } from '../library/command.ts'
import type { ChangedTable } from './change-rules.ts'
import type { Actor } from '../library/actor.ts'
import type { Library } from '../library/library.ts'

/** The newest former version of each row of a table that older loans still use, latest change first. */
export function olderRows(library: Library, table: ChangedTable): readonly PolicyVersion[] {
  const keys = new Set<string>()
  return library.policyVersions
    .filter((one) => one.table === table)
    .toSorted((one, other) => other.until_at - one.until_at)
    .filter(({ row_key }) => !keys.has(row_key) && keys.add(row_key))
}

/** From now on the present row, or its absence, applies to every loan. @returns why not */
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
