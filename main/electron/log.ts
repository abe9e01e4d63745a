/**
 * The log file: one line per event worth knowing later, beside the data, kept short. Must never hold a patron, a title
 * or a key: logs get mailed to support. The caller answers for what it writes.
 */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '../../shared/kernel/time.ts'

const LOG_BYTES_MAX = 2_000_000

/** Returns the function that writes. At start a long file is renamed to `.1`, replacing the former one. */
export function openLog(file: string, clock: Clock): (line: string) => void {
  mkdirSync(path.dirname(file), { recursive: true })
  if (existsSync(file) && statSync(file).size > LOG_BYTES_MAX) renameSync(file, `${file}.1`)
  // A closed terminal must not stop the desk, nor log about itself forever.
  process.stderr.on('error', () => {})
  return (line) => {
    const text = `${new Date(clock.now()).toISOString()} ${line}\n`
    process.stderr.write(text)
    try {
      appendFileSync(file, text, { mode: 0o600 })
    } catch {
      // A full disk must not stop the desk over a log line; the station reports that the disk is full.
    }
  }
}
