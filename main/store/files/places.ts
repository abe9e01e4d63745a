/**
 * Paths that a person types: absolute ones only, because nobody at a desk knows where the station was started. A new
 * file is never in the data folder, however it is reached, and never where something exists. Reads only; new-files.ts
 * makes the files.
 */
import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { faultCode } from './faults.ts'

/** By platform: what begins an absolute path, and an example. */
const WHOLE = {
  windows: { begins: /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/i, example: 'D:\\desk\\backup' },
  others: { begins: /^\//, example: '/media/usb/backup' },
} as const

export type WholePlace = { readonly path: string } | { readonly example: string }

/** The trimmed path, or an example of what to type. On Windows it begins with a drive or a share. */
export function wholePlace(typed: string, platform: NodeJS.Platform = process.platform): WholePlace {
  const { begins, example } = WHOLE[platform === 'win32' ? 'windows' : 'others']
  const path = typed.trim()
  return begins.test(path) ? { path } : { example }
}

export type NewPlace =
  /** `path`: with the links of its folder resolved, so that it means the same when it is made. */
  | { readonly kind: 'free'; readonly path: string }
  /** A dangling link counts as well: writing to it would write elsewhere. */
  | { readonly kind: 'taken'; readonly path: string }
  /** Its parent folder does not exist, or is not readable. */
  | { readonly kind: 'nowhere'; readonly folder: string }
  /** In the data folder, or under it. */
  | { readonly kind: 'own'; readonly path: string }

/**
 * An absolute path at which to make something. Its parent folder must exist: making every folder of a mistyped path
 * hides the backup, and on some file systems never ends. A trailing slash does not matter.
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

/** Null for what is not a folder, or not readable. */
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

/** Compares folders by their file-system identity: different names by case, link or mount can be the same folder. */
function isWithin(folder: string, data_folder: string): boolean {
  const own = identityOf(data_folder)
  if (own === null) return false
  for (let at = folder; ; at = dirname(at)) {
    if (identityOf(at) === own) return true
    if (dirname(at) === at) return false
  }
}

/** Where a file system has no inode numbers, compare names, ignoring case. */
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
