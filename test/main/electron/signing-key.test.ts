/** The key that signs: made once, sealed, apart from the data folder; and what it signed last. Real files. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeystorePorts } from '../../../main/electron/keystore.ts'
import { headKeeper, openSigningKey } from '../../../main/electron/signing-key.ts'

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
  folder = mkdtempSync(path.join(os.tmpdir(), 'datestamp-signing-'))
  lines = []
  made = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

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
  expect((await openSigningKey(ports(), '2')).kept).toBe('three\n')
})

test('a disk that does not take it is logged, and stops nothing', async () => {
  const heads = headKeeper({ ...ports(), sealedFile: path.join(folder, 'file', 'key.sealed') })
  writeFileSync(path.join(folder, 'file'), '')
  heads.keep('one')
  await heads.ended()
  expect(lines).toHaveLength(1)
  expect(existsSync(path.join(folder, 'head.signed'))).toBe(false)
})
