/**
 * Turns what SQLite and the file system say into an OperatingError with words for a clerk.
 * Must never swallow a fault: what it does not know, it hands on as it came.
 */
import { OperatingError, type OperatingCode } from '../../../shared/kernel/outcome.ts'

const BY_PREFIX: readonly (readonly [string, OperatingCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  // What lies beside an open file did not grow, or could not be made: the file itself is whole.
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

/** What SQLite or the file system called it: "EEXIST"; empty when it was neither. */
export function faultCode(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}

/** The OperatingError for a fault of SQLite or the file system, or the fault itself when it is none. */
export function asOperatingError(fault: unknown): unknown {
  if (fault instanceof OperatingError) return fault
  const code = faultCode(fault)
  const known = BY_PREFIX.find(([prefix]) => code.startsWith(prefix))
  return known && fault instanceof Error ? new OperatingError(known[1], `${code}: ${fault.message}`) : fault
}

/** Runs `work`; a fault of the store comes out as an OperatingError. */
export function withOperatingErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (fault) {
    throw asOperatingError(fault)
  }
}
