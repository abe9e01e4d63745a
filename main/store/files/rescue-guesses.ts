/**
 * The wrong PINs of rescue, in a file beside the data files: those cannot be written then, and a restart must give no
 * fresh guesses. Written completely or not at all.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withOperatingErrors } from './faults.ts'

const FILE = 'rescue-guesses'
const MAX_BYTES = 64_000

/** Empty when there are none, or they cannot be read. */
export function readRescueGuesses(folder: string): string {
  const path = join(folder, FILE)
  try {
    const found = statSync(path)
    return found.isFile() && found.size <= MAX_BYTES ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}

/**
 * @param text empty: there are none any more
 * @throws OperatingError read-only, disk-full
 */
export function writeRescueGuesses(folder: string, text: string): void {
  const path = join(folder, FILE)
  withOperatingErrors(() => {
    if (text === '') return rmSync(path, { force: true })
    writeFileSync(`${path}.new`, text, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  })
}
