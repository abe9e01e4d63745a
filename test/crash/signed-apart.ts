/**
 * The key that signs, and what it signed last, for a desk that is killed: in a folder of their own inside of the data
 * folder, so that a copy of it takes them along. In the real program they are apart from it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SigningPorts } from '../../main/journal/signing.ts'

export function signedApart(folder: string): SigningPorts {
  const place = join(folder, 'apart')
  const file = join(place, 'head.signed')
  mkdirSync(place, { recursive: true })
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : null
  const keep = (line: string): void => {
    writeFileSync(`${file}.new`, `${line}\n`)
    renameSync(`${file}.new`, file)
  }
  return { key: new Uint8Array(32).fill(3), is_new: kept === null, kept, keep }
}
