/**
 * The key that signs how far the journal goes, and what it signed last. Both are beside the sealed key of the data
 * files and apart from the data folder, and neither follows from the recovery key. The station gets the key as it gets
 * the data files' (docs/adr/0021-the-record-is-signed.md).
 */
import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { KEY_BYTES } from '../ipc/wire.ts'
import { replaceFlushed } from '../store/files/small-files.ts'
import { seal, unseal, type KeystorePorts } from './keystore.ts'

export type SigningKey = { readonly key: Uint8Array; readonly is_new: boolean; readonly kept: string | null }

function placesOf({ sealedFile }: KeystorePorts): { readonly key: string; readonly head: string } {
  const folder = path.dirname(sealedFile)
  return { key: path.join(folder, 'signing.sealed'), head: path.join(folder, 'head.signed') }
}

/**
 * The key, made at the first start. One that does not open, though the keystore is open, is damaged: it is kept aside
 * and another is made, which the desk tells.
 */
export async function openSigningKey(ports: KeystorePorts, label: string): Promise<SigningKey> {
  const { key: sealedFile, head } = placesOf(ports)
  const own = { ...ports, sealedFile }
  const kept = existsSync(head) ? await readFile(head, 'utf8') : null
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
  const { head } = placesOf(ports)
  let work = Promise.resolve()
  return {
    keep: (line) => {
      work = work
        .then(() => replaceFlushed(head, `${line}\n`, ports.platform))
        .catch((fault: unknown) => {
          ports.log(`what was signed could not be kept: ${fault instanceof Error ? fault.message : 'unknown'}`)
        })
    },
    ended: () => work,
  }
}
