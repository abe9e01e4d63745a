/**
 * Turns errors of SQLite and the file system into an OperatingError with words for a clerk. Swallows nothing: an
 * unknown error is rethrown as it came.
 */
import { OperatingError, type OperatingCode } from '../../../shared/kernel/outcome.ts'

const BY_PREFIX: readonly (readonly [string, OperatingCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  // A file beside the open file could not grow or be created: the file itself is intact.
  ['SQLITE_IOERR_SHM', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_NOTADB', 'wrong-key'],
  ['SQLITE_CORRUPT', 'file-damaged'],
  ['SQLITE_IOERR', 'file-damaged'],
  ['SQLITE_BUSY', 'file-busy'],
  ['SQLITE_LOCKED', 'file-busy'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
]

/** The code from SQLite or the file system: "EEXIST"; empty when it came from neither. */
export function faultCode(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}

/** The OperatingError for a fault of SQLite or the file system, or any other fault itself. */
export function asOperatingError(fault: unknown): unknown {
  if (fault instanceof OperatingError) return fault
  const code = faultCode(fault)
  const known = BY_PREFIX.find(([prefix]) => code.startsWith(prefix))
  return known && fault instanceof Error ? new OperatingError(known[1], `${code}: ${fault.message}`) : fault
}

/** Runs `work`; rethrows a fault of the store as an OperatingError. */
export function withOperatingErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (fault) {
    throw asOperatingError(fault)
  }
}
