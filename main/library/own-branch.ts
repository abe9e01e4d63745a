/**
 * Which branch the desk is at, by its own setting and by its last entry. Where the setting cannot be read, the desk
 * must never offer first set-up: anyone could make themselves its manager.
 */
import { branchCode, type BranchCode } from '../../shared/kernel/ids.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { parseEvent } from '../../shared/journal/event.ts'
import { isDataAwaited } from '../journal/settled-to.ts'
import { readLastOfBranch } from '../store/journal/journal-rows.ts'
import type { ReadHandle } from '../store/sql.ts'

/** The branch the desk was at after its last entry; null before set-up. */
export function lastBranch(db: ReadHandle): BranchCode | null {
  const last = db.get(readLastOfBranch, {})
  if (!last) return null
  const { head, kind, body } = parseEvent(last.content)
  // The entry of a move is made at the branch before it.
  return branchCode(kind === 'desk-moved' ? body.to_branch : head.branch)
}

/**
 * For a setting that names no branch there is. Does nothing before set-up, and where the branch itself is what is gone:
 * then the library's data is imported again.
 * @throws OperatingError setting-damaged
 */
export function checkNoBranch(db: ReadHandle, own: string): void {
  const last = isDataAwaited(db) ? null : lastBranch(db)
  if (last !== null && last !== own) throw new OperatingError('setting-damaged', 'the setting of the branch')
}
