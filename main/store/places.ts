/**
 * Places that somebody types: where a backup or an export is to be made. Never in the data folder, by whatever name or
 * link it is reached, and never where anything lies. Reads only; new-files.ts makes what is to lie there.
 */
import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

export type NewPlace =
  /** `path`: with the links of its folder followed, so that it means the same when it is made. */
  | { readonly kind: 'free'; readonly path: string }
  /** A link that leads nowhere counts as well: what is written to it would lie elsewhere. */
  | { readonly kind: 'taken'; readonly path: string }
  /** The folder it is to lie in is not there, or cannot be looked into. */
  | { readonly kind: 'nowhere'; readonly folder: string }
  /** In the data folder, or under it. */
  | { readonly kind: 'own'; readonly path: string }

/**
 * A place that is to be made. The folder it lies in must be there: making a whole path where somebody mistyped hides
 * the backup, and on some file systems never ends. A slash at the end does not matter.
 */
export function placeFor(typed: string, data_folder: string): NewPlace {
  const asked = resolve(typed.trim())
  const folder = realFolder(dirname(asked))
  if (folder === null) return { kind: 'nowhere', folder: dirname(asked) }
  const path = join(folder, basename(asked))
  if (isWithin(folder, data_folder)) return { kind: 'own', path }
  const found = lookedAt(path)
  if (found === 'unknown') return { kind: 'nowhere', folder: path }
  return { kind: found === 'there' ? 'taken' : 'free', path }
}

/** Null for what is no folder, and for what may not be looked at. */
function realFolder(path: string): string | null {
  try {
    const real = realpathSync.native(path)
    return statSync(real).isDirectory() ? real : null
  } catch {
    return null
  }
}

function lookedAt(path: string): 'there' | 'free' | 'unknown' {
  try {
    lstatSync(path)
    return 'there'
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT' ? 'free' : 'unknown'
  }
}

/** By what the disk says each folder is: names differ by case, by a link or by a mount and mean the same. */
function isWithin(folder: string, data_folder: string): boolean {
  const own = identityOf(data_folder)
  if (own === null) return false
  for (let at = folder; ; at = dirname(at)) {
    if (identityOf(at) === own) return true
    if (dirname(at) === at) return false
  }
}

/** Where a file system numbers nothing, its name has to do, in whatever case. */
function identityOf(folder: string): string | null {
  try {
    const { dev, ino } = statSync(folder, { bigint: true })
    return ino === 0n ? realpathSync.native(folder).toLowerCase() : `${dev}:${ino}`
  } catch {
    return null
  }
}

export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
