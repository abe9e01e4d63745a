/**
 * The key of the data files: 32 random bytes, sealed by the operating system's keystore. Must never make a new key
 * where data files already are (nothing would open them again), and never write a key unsealed. Beside it, sealed the
 * same way, the key that signs how far the journal goes (signing-key.ts).
 */
import { existsSync, readdirSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import type { SafeStorage } from 'electron'
import type { Random } from '../../shared/kernel/ids.ts'
import type { KeyKept } from '../../shared/kernel/key-kept.ts'
import { KEY_BYTES } from '../ipc/wire.ts'
import { replaceFlushed } from '../store/files/small-files.ts'

export type KeystorePorts = {
  readonly safe: Pick<SafeStorage, 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>
  readonly sealedFile: string
  readonly dataFolder: string
  readonly random: Random
  readonly platform: NodeJS.Platform
  readonly isElectron: boolean
  readonly log: (line: string) => void
}

/** On Linux without a keyring Chromium seals with a fixed word; the stand-in keeps its key in a file. */
export function howKept({ safe, platform, isElectron }: KeystorePorts): KeyKept {
  if (!isElectron) return 'stand-in'
  return platform === 'linux' && safe.getSelectedStorageBackend() === 'basic_text' ? 'no-keyring' : 'sealed'
}

/** The key, or null when there are data files but their key is missing or does not unseal. */
export async function openKey(ports: KeystorePorts): Promise<Uint8Array | null> {
  if (howKept(ports) !== 'sealed') {
    ports.log('warning: this computer has no key store; whoever can read the key file can read the data files')
  }
  if (existsSync(ports.sealedFile)) return unseal(ports)
  if (hasDataFiles(ports.dataFolder)) {
    ports.log('the key file is missing and data files are there: opened for rescue, no new key was made')
    return null
  }
  const key = ports.random.bytes(KEY_BYTES)
  await seal(ports, key)
  return key
}

/** Keeps another key: one that was typed and opens the data files. The former seal is kept beside it. */
export async function keepKey(ports: KeystorePorts, key: Uint8Array, label: string): Promise<void> {
  if (existsSync(ports.sealedFile)) await copyFile(ports.sealedFile, `${ports.sealedFile}.before-${label}`)
  await seal(ports, key)
  ports.log('another key was sealed for these data files')
}

/** @returns null when it does not open, which is logged */
export async function unseal(ports: KeystorePorts): Promise<Uint8Array | null> {
  try {
    const { result, shouldReEncrypt } = await ports.safe.decryptStringAsync(await readFile(ports.sealedFile))
    const key = new Uint8Array(Buffer.from(result, 'base64'))
    if (key.length !== KEY_BYTES) throw new RangeError(`the key has ${key.length} bytes`)
    if (shouldReEncrypt) await sealAgain(ports, key)
    return key
  } catch (fault) {
    ports.log(`the key file does not open: ${fault instanceof Error ? fault.message : 'unknown'}`)
    return null
  }
}

/** The old seal still opens, so a full disk that prevents a new one must not lock anyone out of the data. */
async function sealAgain(ports: KeystorePorts, key: Uint8Array): Promise<void> {
  try {
    await seal(ports, key)
  } catch (fault) {
    ports.log(`the key could not be sealed again: ${fault instanceof Error ? fault.message : 'unknown'}`)
  }
}

export async function seal(ports: KeystorePorts, key: Uint8Array): Promise<void> {
  const sealed = await ports.safe.encryptStringAsync(Buffer.from(key).toString('base64'))
  await replaceFlushed(ports.sealedFile, sealed, ports.platform)
}

/** Any trace of a database counts, also half-written and set-aside files: better to ask once too often. */
function hasDataFiles(folder: string): boolean {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.includes('.db'))
}
