/**
 * Compares migrations with their lock. Pure. Must never treat an edited file as a new one: a desk that ran the old one
 * would never get the edit.
 */
import { createHash } from 'node:crypto'

/** Hex SHA-256 of a migration, with git's line ends, so that a checkout on Windows gives the same. */
export function sha256(content: Buffer): string {
  return createHash('sha256').update(content.toString('utf8').replaceAll('\r\n', '\n')).digest('hex')
}

/** @throws when the text is not an object of path to hash */
export function readLock(text: string): ReadonlyMap<string, string> {
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>)
  return new Map(
    entries.map(([path, hash]) => {
      if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) throw new Error(`no hash for ${path} in the lock`)
      return [path, hash]
    }),
  )
}

type Comparison = {
  readonly added: readonly string[]
  readonly edited: readonly string[]
  readonly gone: readonly string[]
}

/** Both maps: path to hash. */
export function compareLock(locked: ReadonlyMap<string, string>, here: ReadonlyMap<string, string>): Comparison {
  return {
    added: [...here.keys()].filter((path) => !locked.has(path)),
    edited: [...locked].filter(([path, hash]) => here.has(path) && here.get(path) !== hash).map(([path]) => path),
    gone: [...locked.keys()].filter((path) => !here.has(path)),
  }
}
