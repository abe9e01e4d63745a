/**
 * Places that somebody types: whole ones only, since nobody at a desk knows where the station was started. What is to
 * be made lies never in the data folder, by whatever name or link it is reached, and never where anything lies. Reads
 * only; new-files.ts makes what is to lie there.
 */
import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { faultCode } from './faults.ts'

/** Of each kind of computer: what begins a whole place, and one to show. */
const WHOLE = {
  windows: { begins: /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/i, example: 'D:\\desk\\backup' },
  others: { begins: /^\//, example: '/media/usb/backup' },
} as const

export type WholePlace = { readonly path: string } | { readonly example: string }

/** The place without the blanks around it, or an example of what to type. Windows begins at a drive or a share. */
export function wholePlace(typed: string, platform: NodeJS.Platform = process.platform): WholePlace {
  const { begins, example } = WHOLE[platform === 'win32' ? 'windows' : 'others']
  const path = typed.trim()
  return begins.test(path) ? { path } : { example }
}

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
 * A place that is to be made, by its whole path. The folder it lies in must be there: making every folder of a mistyped
 * path hides the backup, and on some file systems never ends. A slash at the end does not matter.
 */
export function placeFor(whole: string, data_folder: string): NewPlace {
  const asked = resolve(whole)
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
    return faultCode(fault) === 'ENOENT' ? 'free' : 'unknown'
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
