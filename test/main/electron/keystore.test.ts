/** The key: made once, sealed, and never made anew where data files are. Real files, a made-up key store. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { howKept, keepKey, openKey as openedKey, type KeystorePorts } from '../../../main/electron/keystore.ts'

let folder = ''
let lines: string[] = []
let made = 0
let backend: ReturnType<KeystorePorts['safe']['getSelectedStorageBackend']> = 'gnome_libsecret'
let isLocked = false
let isRotated = false

const scramble = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))

function ports(platform: NodeJS.Platform = 'linux', isElectron = true): KeystorePorts {
  return {
    safe: {
      getSelectedStorageBackend: () => backend,
      encryptStringAsync: async (text) => {
        if (isLocked) throw new Error('the key store is locked')
        return scramble(Buffer.from(text))
      },
      decryptStringAsync: async (sealed) => {
        if (isLocked) throw new Error('the key store is locked')
        return { result: scramble(sealed).toString(), shouldReEncrypt: isRotated }
      },
    },
    sealedFile: path.join(folder, 'key.sealed'),
    dataFolder: path.join(folder, 'desk'),
    random: { bytes: (length) => new Uint8Array(length).fill(++made) },
    platform,
    isElectron,
    log: (line) => lines.push(line),
  }
}

/** Each start has another label. */
async function openKey(of: KeystorePorts): Promise<Uint8Array | null> {
  return (await openedKey(of, `${lines.length}`))?.key ?? null
}

function putData(name: string): void {
  const file = path.join(folder, 'desk', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, 'data')
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'datestamp-key-'))
  lines = []
  made = 0
  backend = 'gnome_libsecret'
  isLocked = false
  isRotated = false
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the key', () => {
  test('is made at the first start and is the same at the next', async () => {
    const key = await openKey(ports())
    expect(key).toEqual(new Uint8Array(32).fill(1))
    putData('journal.db')
    expect(await openKey(ports())).toEqual(key)
    expect(made).toBe(1)
  })

  test('lies sealed in a file that only its owner reads, and nowhere else', async () => {
    const key = Buffer.from((await openKey(ports())) ?? [])
    const file = path.join(folder, 'key.sealed')
    const written = readFileSync(file)
    expect(written.includes(key) || written.includes(key.toString('base64'))).toBe(false)
    expect(readdirSync(folder)).toEqual(['desk', 'key.sealed'])
    const named = readFileSync(path.join(folder, 'desk', 'key.name'), 'utf8')
    expect(named.includes(key.toString('hex').slice(0, 16))).toBe(false)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test.each(['journal.db', 'reference.db', 'journal.db-wal', 'kept/journal.db.before-restore'])(
    'missing beside %s: no key at all, and nothing written',
    async (name) => {
      putData(name)
      expect(await openKey(ports())).toBe(null)
      expect(made).toBe(0)
      expect(readdirSync(folder)).toEqual(['desk'])
      expect(lines.join()).toContain('no new key was made')
    },
  )

  test('damaged: no key, and the damaged file stays to be repaired', async () => {
    await openKey(ports())
    putData('journal.db')
    writeFileSync(path.join(folder, 'key.sealed'), 'rubbish')
    expect(await openKey(ports())).toBe(null)
    expect(made).toBe(1)
    expect(readFileSync(path.join(folder, 'key.sealed'), 'utf8')).toBe('rubbish')
  })

  test('behind a locked key store: no key, nothing written, and back when it is unlocked', async () => {
    const key = await openKey(ports())
    putData('journal.db')
    isLocked = true
    expect(await openKey(ports())).toBe(null)
    isLocked = false
    expect(await openKey(ports())).toEqual(key)
  })

  test('cannot be sealed at the first start: that is thrown, and nothing is left', async () => {
    isLocked = true
    await expect(openKey(ports())).rejects.toThrow('locked')
    expect(readdirSync(folder)).toEqual([])
  })

  test('opens with its old seal where a newer one cannot be written', async () => {
    const key = await openKey(ports())
    putData('journal.db')
    mkdirSync(path.join(folder, 'key.sealed.new'))
    isRotated = true
    expect(await openKey(ports())).toEqual(key)
    expect(lines.join()).toContain('could not be sealed again')
  })

  test('is sealed again when the operating system has a newer seal', async () => {
    const key = await openKey(ports())
    putData('journal.db')
    const before = statSync(path.join(folder, 'key.sealed')).ino
    isRotated = true
    expect(await openKey(ports())).toEqual(key)
    expect(statSync(path.join(folder, 'key.sealed')).ino).not.toBe(before)
    expect(readdirSync(folder)).toEqual(['desk', 'key.sealed'])
  })

  test.each<[NodeJS.Platform, number]>([
    ['linux', 1],
    ['win32', 0],
  ])('without a key store the log warns, on %s: %i', async (platform, warnings_count) => {
    backend = 'basic_text'
    await openKey(ports(platform))
    expect(lines.filter((line) => line.startsWith('warning'))).toHaveLength(warnings_count)
  })

  test.each<[NodeJS.Platform, typeof backend, boolean, string]>([
    ['linux', 'gnome_libsecret', true, 'sealed'],
    ['linux', 'basic_text', true, 'no-keyring'],
    ['win32', 'basic_text', true, 'sealed'],
    ['linux', 'gnome_libsecret', false, 'stand-in'],
    ['darwin', 'unknown', false, 'stand-in'],
  ])('on %s with %s, in Electron %s: %s', (platform, found, isElectron, kept) => {
    backend = found
    expect(howKept(ports(platform, isElectron))).toBe(kept)
  })

  test('that was typed is sealed in its place, and the seal before is kept', async () => {
    await openKey(ports())
    const before = readFileSync(path.join(folder, 'key.sealed'))
    const typed = new Uint8Array(32).fill(99)
    await keepKey(ports(), typed, '17')
    putData('journal.db')
    expect(await openKey(ports())).toEqual(typed)
    expect(readFileSync(path.join(folder, 'key.sealed.before-17')).equals(before)).toBe(true)
    expect(lines.join()).not.toContain(Buffer.from(typed).toString('base64'))
  })
})

describe('an emptied data folder', () => {
  const away = (): string => path.join(folder, 'away')
  const desk = (): string => path.join(folder, 'desk')
  const asides = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('key.sealed.before-'))

  test('gets another key, which is new, and the seal of before is set aside', async () => {
    const first = await openedKey(ports(), '1')
    putData('journal.db')
    expect(await openedKey(ports(), '2')).toEqual({ key: first?.key, is_new: false })
    renameSync(desk(), away())
    const second = await openedKey(ports(), '3')
    expect([first?.is_new, second?.is_new]).toEqual([true, true])
    expect(second?.key).not.toEqual(first?.key)
    expect(asides()).toEqual(['key.sealed.before-3'])
  })

  test('put back opens with its own key again, and the other desk’s with its', async () => {
    const first = await openKey(ports())
    putData('journal.db')
    renameSync(desk(), away())
    const second = await openKey(ports())
    putData('journal.db')
    renameSync(desk(), `${away()}-2`)
    renameSync(away(), desk())
    expect(await openKey(ports())).toEqual(first)
    renameSync(desk(), away())
    renameSync(`${away()}-2`, desk())
    expect(await openKey(ports())).toEqual(second)
  })

  test('with data files of a key that was never here opens for rescue alone', async () => {
    await openKey(ports())
    putData('journal.db')
    writeFileSync(path.join(desk(), 'key.name'), 'f'.repeat(32))
    expect(await openKey(ports())).toBe(null)
    expect(made).toBe(1)
  })
})
