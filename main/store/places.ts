/** Places outside the data folder that somebody types: where a backup or an export is to go. Reads only. */
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type NewPlace =
  | { readonly kind: 'free'; readonly path: string }
  | { readonly kind: 'taken'; readonly path: string }
  /** The folder it is to lie in is not there, or cannot be looked into. */
  | { readonly kind: 'nowhere'; readonly folder: string }

/**
 * A place that is to be made. The folder it lies in must be there: making a whole path where somebody mistyped hides
 * the backup, and on some file systems never ends. A slash at the end does not matter.
 */
export function placeFor(typed: string): NewPlace {
  const path = resolve(typed)
  const folder = dirname(path)
  if (!isFolder(folder)) return { kind: 'nowhere', folder }
  return { kind: existsSync(path) ? 'taken' : 'free', path }
}

/** False as well for what may not be looked at. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
