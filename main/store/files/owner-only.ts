/**
 * Takes the data folder and the files in it from other accounts of this computer, where they were made with wider
 * rights. Must never touch a folder that is not a desk's own: --data could name any folder, and others may need it.
 */
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { asOperatingError, faultCode } from './faults.ts'
import { JOURNAL_FILE } from './file-names.ts'

const OTHERS = 0o077
const STICKY = 0o1000

/** @returns whether it is closed to others now; Windows has rights of another kind, and keeps those of the folder */
export function keepToOwner(folder: string, platform = process.platform, uid = process.getuid?.()): boolean {
  if (platform === 'win32' || !existsSync(join(folder, JOURNAL_FILE))) return true
  try {
    return closed(folder, uid, 0o700) && filesIn(folder).every((path) => closed(path, uid, 0o600))
  } catch (fault) {
    if (faultCode(fault) === '') throw asOperatingError(fault)
    return false
  }
}

/** The files at the top: folders beneath are behind the rights of this one. */
function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name))
}

function closed(path: string, uid: number | undefined, mode: number): boolean {
  const stat = statSync(path)
  if ((stat.mode & OTHERS) === 0) return true
  // A folder that everybody may write to, such as /tmp, is nobody's own.
  if (stat.uid !== uid || (stat.mode & STICKY) !== 0) return false
  chmodSync(path, mode)
  return true
}
