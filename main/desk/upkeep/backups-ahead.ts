/**
 * Whether a backup of this desk knows more than the journal has: then profile and all were put back to an older moment,
 * as with an image of the disk. Looked at once a start, in the folder that holds the last backup; never waited for,
 * since it may be on a drive that does not answer. Told as entries that are missing, until they are acknowledged.
 */
import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseEvent } from '../../../shared/journal/event.ts'
import type { SignedHead } from '../../../shared/journal/signed-head.ts'
import { gravest, type Missing } from '../../../shared/journal/witness.ts'
import { missingBeside } from '../../journal/missing.ts'
import { genuine } from '../../journal/signing.ts'
import { lastBackup } from '../../library/last-backup.ts'
import type { Library } from '../../library/library.ts'
import { SIGNED_HEAD_FILE } from '../../store/files/signed-files.ts'
import { readListed } from '../../store/journal/journal-rows.ts'

/** A year of daily backups. */
const FOLDERS_MAX = 400
const LINE_MAX_BYTES = 2_000

/** What each desk found; null: it has begun to look, or found nothing. */
const found = new WeakMap<Library, Missing | null>()
/** Signed heads that were read and not compared yet. */
const seen = new WeakMap<Library, readonly SignedHead[]>()

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LINE_MAX_BYTES))
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Looks the first time, and then never again. */
export async function lookAtBackups(library: Library): Promise<void> {
  const last = lastBackup(library)
  const public_key = library.signing?.public_key
  if (found.has(library) || last === null || public_key === undefined) return
  found.set(library, null)
  const folder = dirname(last.folder)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((one) => one.isDirectory()).map((one) => one.name)
  // Where there are more, names with dates put the newest last.
  const heads: SignedHead[] = []
  for (const name of names.toSorted().slice(-FOLDERS_MAX)) {
    const head = genuine(await firstBytes(join(folder, name, SIGNED_HEAD_FILE)).catch(() => ''))
    if (head?.public_key === public_key) heads.push(head)
  }
  seen.set(library, heads)
}

/** Compared when it is asked for, not when it was read: a desk that was closed meanwhile is asked nothing. */
function foundBeside(library: Library): Missing | null {
  const heads = seen.get(library)
  if (heads !== undefined) {
    seen.delete(library)
    found.set(library, gravest(heads.flatMap((head) => missingBeside(library.db, head) ?? [])))
  }
  return found.get(library) ?? null
}

/** Null as well once a person acknowledged missing entries after that backup was made. */
export function backupAhead(library: Library): Missing | null {
  const missing = foundBeside(library)
  if (missing === null) return null
  const [newest] = library.db.all(readListed, { kind: 'missing-acknowledged', limit: 1 })
  const seen_at_ms = newest ? parseEvent(newest.content).head.at_ms : 0
  return seen_at_ms > (missing.at_ms ?? 0) ? null : missing
}
