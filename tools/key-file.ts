/**
 * The key of a data folder for programs that run without Electron's keystore: a file that only its owner can read.
 * Weaker than the keystore, as docs/privacy.md says. Must never make a new key where data files already are: nothing
 * would open them again.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { machineClock } from '../main/ipc/machine-edge.ts'
import type { SigningPorts } from '../main/journal/signing.ts'
import { DATA_FILES } from '../main/store/files/file-names.ts'
import { faultCode } from '../main/store/files/faults.ts'
import { makeFiles } from '../main/store/files/new-files.ts'
import { replaceSmall } from '../main/store/files/small-files.ts'
import { readRecoveryKey } from '../shared/kernel/recovery-key.ts'
import { OperatingError } from '../shared/kernel/outcome.ts'

const KEY_FILE = 'key.hex'
const HEX_KEY = /^[0-9a-f]{64}$/

/**
 * The environment of a program can be read by every other one of the same account, as long as it runs, and is handed on
 * to each that it starts. @returns why a key there is not taken; null: there is none
 */
export function keyInEnvironment(env: NodeJS.ProcessEnv): string | null {
  if (env['DATESTAMP_KEY'] === undefined) return null
  delete env['DATESTAMP_KEY']
  return 'A key in DATESTAMP_KEY is not taken: other programs can read it there. Put it in a file: --key FILE.'
}

/** What is wrong with a file named as the key's: it contains something else, which must stay. Null: nothing. */
export function namedKeyProblem(file: string): string | null {
  if (!existsSync(file) || HEX_KEY.test(readFileSync(file, 'utf8').trim())) return null
  return `${file} holds no key. Nothing was changed. Name the file of this desk’s key, or a new one.`
}

/** @returns 32 bytes, or null when there is data but no key for it: the station then opens in rescue. */
export function readOrMakeKey(folder: string, file = join(folder, KEY_FILE)): Uint8Array | null {
  const given = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (HEX_KEY.test(given)) return Buffer.from(given, 'hex')
  if (given !== '' || DATA_FILES.some((name) => existsSync(join(folder, name)))) return null
  const key = randomBytes(32)
  writeKey(folder, key, file)
  return key
}

/** An existing key is kept beside it: other files may need it. */
export function writeKey(folder: string, key: Uint8Array, file = join(folder, KEY_FILE)): void {
  if (existsSync(file)) renameSync(file, `${file}.before-${machineClock.now()}`)
  const failed = makeFiles([{ path: file, text: `${Buffer.from(key).toString('hex')}\n` }])
  if (failed) throw new OperatingError('read-only', `the key cannot be written to ${file}: ${failed.reason}`)
}

/**
 * What signs the journal's end here, in files beside the key's. Weaker than the keystore: whoever reads or puts back
 * that folder has these too, so that only an entry that was rewritten, or a copy of the data files alone, is told.
 */
export function signingBeside(folder: string, file = join(folder, KEY_FILE)): SigningPorts {
  const keyFile = `${file}.signing`
  const headFile = `${file}.head`
  const known = existsSync(keyFile) ? readFileSync(keyFile, 'utf8').trim() : ''
  const is_new = !HEX_KEY.test(known)
  const key = is_new ? randomBytes(32) : Buffer.from(known, 'hex')
  if (is_new) writeKey(folder, key, keyFile)
  const kept = existsSync(headFile) ? readFileSync(headFile, 'utf8') : null
  // A disk that takes no more keeps the former one, which is true as well.
  const keep = (line: string): void => {
    try {
      replaceSmall(headFile, `${line}\n`)
    } catch (fault) {
      if (faultCode(fault) === '') throw fault
    }
  }
  return { key, is_new, kept, keep }
}

/** The key typed into a file as printed; or, in words, why there is none. Never shows a letter of it. */
export function keyOfPaper(file: string): { readonly key: Uint8Array } | { readonly says: string } {
  if (!existsSync(file)) return { says: `${file} is not there.` }
  const read = readRecoveryKey(readFileSync(file, 'utf8'))
  if (read.kind === 'key') return { key: read.key }
  if (read.kind === 'group') return { says: `Group ${read.group_number} of the recovery key has a typing mistake.` }
  return { says: `A recovery key has ${read.needed_count} letters and digits; ${file} holds ${read.letters_count}.` }
}
