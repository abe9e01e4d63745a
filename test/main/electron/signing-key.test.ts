/** The key that signs: made once, sealed, apart from the data folder; and what it signed last. Real files. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeystorePorts } from '../../../main/electron/keystore.ts'
import { headKeeper, openSigningKey } from '../../../main/electron/signing-key.ts'

let temporary = ''
let folder = ''
let lines: string[] = []
let made = 0

const scramble = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
const ports = (): KeystorePorts => ({
  safe: {
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: async (text) => scramble(Buffer.from(text)),
    decryptStringAsync: async (sealed) => ({ result: scramble(sealed).toString(), shouldReEncrypt: false }),
  },
  sealedFile: path.join(folder, 'key.sealed'),
  dataFolder: path.join(folder, 'desk'),
  random: { bytes: (length) => new Uint8Array(length).fill(++made) },
  platform: 'linux',
  isElectron: true,
  log: (line) => lines.push(line),
})

beforeEach(() => {
  temporary = mkdtempSync(path.join(os.tmpdir(), 'datestamp-signing-'))
  folder = path.join(temporary, 'profile')
  mkdirSync(folder)
  lines = []
  made = 0
})
afterEach(() => rmSync(temporary, { recursive: true }))

test('is new at the first start and the same at the next, in a file that only its owner reads', async () => {
  const { key } = await openSigningKey(ports(), '1')
  expect(await openSigningKey(ports(), '2')).toEqual({ key, is_new: false, kept: null })
  const file = path.join(folder, 'signing.sealed')
  expect(readFileSync(file).includes(Buffer.from(key).toString('base64'))).toBe(false)
  expect(readdirSync(folder)).toEqual(['signing.sealed'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('that is damaged is kept aside, and another is made, which is new', async () => {
  const { key } = await openSigningKey(ports(), '1')
  writeFileSync(path.join(folder, 'signing.sealed'), 'rubbish')
  const another = await openSigningKey(ports(), '2')
  expect(another).toMatchObject({ is_new: true })
  expect(another.key).not.toEqual(key)
  expect(readFileSync(path.join(folder, 'signing.sealed.before-2'), 'utf8')).toBe('rubbish')
})

test('of many heads that are kept one after the other, the last is given back at the next start', async () => {
  await openSigningKey(ports(), '1')
  const heads = headKeeper(ports())
  for (const line of ['one', 'two', 'three']) heads.keep(line)
  await heads.ended()
  expect((await openSigningKey(ports(), '2')).kept).toBe('three\nthree\n')
})

test('a profile that is copied back as a whole brings an older head, and the newer is given too', async () => {
  await openSigningKey(ports(), '1')
  const keep = async (line: string): Promise<void> => {
    const heads = headKeeper(ports())
    heads.keep(line)
    await heads.ended()
  }
  await keep('morning')
  const morning = path.join(temporary, 'morning')
  cpSync(folder, morning, { recursive: true })
  await keep('evening')
  rmSync(folder, { recursive: true })
  cpSync(morning, folder, { recursive: true })
  const kept = (await openSigningKey(ports(), '2')).kept ?? ''
  expect(kept.trim().split('\n').toSorted()).toEqual(['evening', 'morning'])
  const outside = path.join(temporary, 'profile.head.signed')
  expect(readFileSync(outside, 'utf8')).toBe('evening\n')
  if (process.platform !== 'win32') expect(statSync(outside).mode & 0o777).toBe(0o600)
})

test('a disk that does not take it is logged, and stops nothing', async () => {
  const heads = headKeeper({ ...ports(), sealedFile: path.join(folder, 'file', 'key.sealed') })
  writeFileSync(path.join(folder, 'file'), '')
  for (const line of ['one', 'two']) heads.keep(line)
  await heads.ended()
  expect(lines).toHaveLength(1)
  expect(existsSync(path.join(folder, 'head.signed'))).toBe(false)
})
