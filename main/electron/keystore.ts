/**
 * The key of the data files: 32 random bytes, sealed by the operating system's keystore. Must never make a new key
 * where data files already are (nothing would open them again), hand a key to a folder that it was not made for, or
 * write a key unsealed. Beside it, sealed the same way, the key that signs how far the journal goes (signing-key.ts).
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { copyFile, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { SafeStorage } from 'electron'
import type { Random } from '../../shared/kernel/ids.ts'
import type { KeyKept } from '../../shared/kernel/key-kept.ts'
import { KEY_BYTES } from '../ipc/wire.ts'
import { keyName } from '../store/files/key-name.ts'
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

/** `is_new`: made just now. A desk that begins with a key from before is another folder that asks for it. */
export type OpenedKey = { readonly key: Uint8Array; readonly is_new: boolean }

/**
 * The key, or null when there are data files but their key is missing or does not unseal. A folder without data files
 * gets a key of its own, and the seal from before is set aside: a desk that begins would show its key to whoever sets
 * it up. It comes back into use with the data files that name it.
 */
export async function openKey(ports: KeystorePorts, label: string): Promise<OpenedKey | null> {
  if (howKept(ports) !== 'sealed') {
    ports.log('warning: this computer has no key store; whoever can read the key file can read the data files')
  }
  if (hasDataFiles(ports.dataFolder)) return openKnown(ports, label)
  if (existsSync(ports.sealedFile)) {
    await rename(ports.sealedFile, asideOf(ports, label))
    ports.log('the data folder is empty: it gets a key of its own, and the key file of before is set aside')
  }
  const key = ports.random.bytes(KEY_BYTES)
  await seal(ports, key)
  await nameKey(ports, key)
  return { key, is_new: true }
}

async function openKnown(ports: KeystorePorts, label: string): Promise<OpenedKey | null> {
  const named = await namedKey(ports)
  if (!existsSync(ports.sealedFile) && named === null) {
    ports.log('the key file is missing and data files are there: opened for rescue, no new key was made')
    return null
  }
  const current = existsSync(ports.sealedFile) ? await unseal(ports) : null
  if (current && (named === null || named === keyName(current))) {
    if (named === null) await nameKey(ports, current)
    return { key: current, is_new: false }
  }
  const before = named === null ? null : await setAside(ports, named)
  if (before) {
    await keepKey(ports, before, label)
    return { key: before, is_new: false }
  }
  ports.log('no key file here belongs to these data files: opened for rescue, no new key was made')
  return null
}

/** The key of this name among the seals that were set aside. */
async function setAside(ports: KeystorePorts, named: string): Promise<Uint8Array | null> {
  const folder = path.dirname(ports.sealedFile)
  const start = path.basename(asideOf(ports, ''))
  for (const name of readdirSync(folder).filter((one) => one.startsWith(start))) {
    const key = await unseal({ ...ports, sealedFile: path.join(folder, name) })
    if (key && keyName(key) === named) return key
  }
  return null
}

function asideOf({ sealedFile }: KeystorePorts, label: string): string {
  return `${sealedFile}.before-${label}`
}

/** Keeps another key: one that was typed and opens the data files. The former seal is kept beside it. */
export async function keepKey(ports: KeystorePorts, key: Uint8Array, label: string): Promise<void> {
  if (existsSync(ports.sealedFile)) await copyFile(ports.sealedFile, asideOf(ports, label))
  await seal(ports, key)
  await nameKey(ports, key)
  ports.log('another key was sealed for these data files')
}

/** In the data folder: which key its files have. */
const KEY_NAME = 'key.name'

async function namedKey({ dataFolder }: KeystorePorts): Promise<string | null> {
  const file = path.join(dataFolder, KEY_NAME)
  const text = existsSync(file) ? (await readFile(file, 'utf8')).trim() : ''
  return /^[0-9a-f]{32}$/.test(text) ? text : null
}

/** A folder that cannot be written opens as before: with the seal that is in use. */
async function nameKey({ dataFolder, platform, log }: KeystorePorts, key: Uint8Array): Promise<void> {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    await replaceFlushed(path.join(dataFolder, KEY_NAME), `${keyName(key)}\n`, platform)
  } catch (fault) {
    log(`which key the data files have could not be noted: ${fault instanceof Error ? fault.message : 'unknown'}`)
  }
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
