/**
 * The log file: one line for each thing worth knowing afterwards, beside the data, kept short.
 * Must never hold a patron, a title or a key: who writes a line answers for that.
 */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '../../shared/kernel/time.ts'

const LOG_BYTES_MAX = 2_000_000

/** Returns the function that writes. At start a long file is set aside as `.1`, in place of the one before. */
export function openLog(file: string, clock: Clock): (line: string) => void {
  mkdirSync(path.dirname(file), { recursive: true })
  if (existsSync(file) && statSync(file).size > LOG_BYTES_MAX) renameSync(file, `${file}.1`)
  // A terminal that was closed must not stop the desk, nor make a line about itself for ever.
  process.stderr.on('error', () => {})
  return (line) => {
    const text = `${new Date(clock.now()).toISOString()} ${line}\n`
    process.stderr.write(text)
    try {
      appendFileSync(file, text, { mode: 0o600 })
    } catch {
      // A full disk must not stop the desk for want of a log line; the station says that the disk is full.
    }
  }
}
