/**
 * The key that signs how far the journal goes, and what it signed last. Both are beside the sealed key of the data
 * files and apart from the data folder, and neither follows from the recovery key. What was signed last is also beside
 * the folder of the profile: whoever copies the whole folder back copies an older head with it, and this one tells. The
 * station gets the key as it gets the data files' (docs/adr/0021-the-record-is-signed.md).
 */
import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { KEY_BYTES } from '../ipc/wire.ts'
import { replaceFlushed } from '../store/files/small-files.ts'
import { seal, unseal, type KeystorePorts } from './keystore.ts'

/** `kept`: what was signed last, a line for each place that has it. */
export type SigningKey = { readonly key: Uint8Array; readonly is_new: boolean; readonly kept: string | null }

type Places = { readonly key: string; readonly heads: readonly [inside: string, outside: string] }

function placesOf({ sealedFile }: KeystorePorts): Places {
  const folder = path.dirname(sealedFile)
  return {
    key: path.join(folder, 'signing.sealed'),
    heads: [path.join(folder, 'head.signed'), `${folder}.head.signed`],
  }
}

async function headsKept({ heads }: Places): Promise<string | null> {
  const lines = await Promise.all(heads.map((file) => readFile(file, 'utf8').catch(() => '')))
  return lines.join('') === '' ? null : lines.join('')
}

/**
 * The key, made at the first start. One that does not open, though the keystore is open, is damaged: it is kept aside
 * and another is made, which the desk tells.
 */
export async function openSigningKey(ports: KeystorePorts, label: string): Promise<SigningKey> {
  const places = placesOf(ports)
  const sealedFile = places.key
  const own = { ...ports, sealedFile }
  const kept = await headsKept(places)
  const known = existsSync(sealedFile) ? await unseal(own) : null
  if (known) return { key: known, is_new: false, kept }
  if (existsSync(sealedFile)) await rename(sealedFile, `${sealedFile}.before-${label}`)
  const key = ports.random.bytes(KEY_BYTES)
  await seal(own, key)
  ports.log('a key was made that signs how far the journal goes')
  return { key, is_new: true, kept }
}

/** Keeps what was signed last; one write after the other, so that an older head never replaces a newer. */
export function headKeeper(ports: KeystorePorts): { keep: (line: string) => void; ended: () => Promise<void> } {
  const { heads } = placesOf(ports)
  let work = Promise.resolve()
  /** Told once, not every minute: a folder above may be nobody's to write in. */
  const failed = new Set<string>()
  const write = async (file: string, line: string): Promise<void> => {
    try {
      await replaceFlushed(file, `${line}\n`, ports.platform)
      failed.delete(file)
    } catch (fault) {
      if (failed.has(file)) return
      failed.add(file)
      ports.log(`what was signed could not be kept: ${fault instanceof Error ? fault.message : 'unknown'}`)
    }
  }
  return {
    keep: (line) => {
      for (const file of heads) work = work.then(() => write(file, line))
    },
    ended: () => work,
  }
}
