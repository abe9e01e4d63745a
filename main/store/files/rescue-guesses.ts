/**
 * The wrong PINs of rescue, in a file beside the data files: those cannot be written then, and a restart must give no
 * fresh guesses. Written completely or not at all.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { withOperatingErrors } from './faults.ts'
import { readSmall, replaceSmall } from './small-files.ts'

const FILE = 'rescue-guesses'
const MAX_BYTES = 64_000

/** Empty when there are none, or they cannot be read. */
export function readRescueGuesses(folder: string): string {
  return readSmall(join(folder, FILE), MAX_BYTES) ?? ''
}

/**
 * @param text empty: there are none any more
 * @throws OperatingError read-only, disk-full
 */
export function writeRescueGuesses(folder: string, text: string): void {
  const path = join(folder, FILE)
  withOperatingErrors(() => {
    if (text === '') return rmSync(path, { force: true })
    replaceSmall(path, text)
  })
}
