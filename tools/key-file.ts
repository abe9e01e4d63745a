/**
 * The key of a data folder for programs that run without Electron's keystore: a file that only its owner may read.
 * Weaker than the keystore, and said so in docs/privacy.md. Must never make a new key over data that has one already.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @returns 32 bytes, or null when data is there and its key is not: the station then opens in rescue. */
export function readOrMakeKey(folder: string, file = join(folder, 'key.hex')): Uint8Array | null {
  const given = process.env['DATESTAMP_KEY'] ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')
  if (/^[0-9a-f]{64}$/.test(given)) return Buffer.from(given, 'hex')
  if (given !== '' || existsSync(join(folder, 'journal.db'))) return null
  const key = randomBytes(32)
  writeFileSync(file, `${key.toString('hex')}\n`, { mode: 0o600 })
  return key
}
