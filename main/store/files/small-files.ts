/** Small text files beside the data files: read whole up to a size, and replaced completely or not at all. */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'

/** Null when there is none, it cannot be read, or it is larger than `bytes_max`. */
export function readSmall(path: string, bytes_max: number): string | null {
  try {
    const found = statSync(path)
    return found.isFile() && found.size <= bytes_max ? readFileSync(path, 'utf8') : null
  } catch {
    return null
  }
}

/**
 * Only its owner can read it. Not flushed: after a power cut the former text can be there again.
 * @throws what the file system says; the former text stays
 */
export function replaceSmall(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
