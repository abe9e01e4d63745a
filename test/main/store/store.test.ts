/** The data files: encrypted, durable, one process, never opened when damaged, foreign or from the future. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noteEpoch } from '../../../main/store/files/file-names.ts'
import { migrate, migrationsFolder } from '../../../main/store/files/migrate.ts'
import { openFile, openMemory, type Database } from '../../../main/store/files/open-edge.ts'
import { openStore } from '../../../main/store/store.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { makeFiles, openDesk, rosaAt, workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS, PIN } from '../support/small-library.ts'
import { en } from '../../../shared/words/en/en.ts'
import { faultText } from '../../../shared/words/faults.ts'

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (fault) {
    return fault instanceof OperatingError ? fault.code : String(fault)
  }
  return 'no fault'
}

describe('a data file', () => {
  test('shows nothing readable on the disk', () => {
    const folder = testFolder()
    makeFiles(folder)
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name)).toString('latin1')
      for (const word of ['Miller', 'Warmth', 'SQLite format', CARDS.dana]) expect(text).not.toContain(word)
    }
  })

  // Windows has no such rights; there the data folder lies in the profile of whoever runs the desk.
  test.skipIf(process.platform === 'win32')('is for its owner alone, and so is the folder the desk makes', () => {
    const folder = join(testFolder(), 'desk')
    const former = process.umask(0)
    try {
      const store = openStore(folder, KEY)
      noteEpoch(folder, 1)
      const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8)
      const names = readdirSync(folder)
      expect(names).toEqual(
        expect.arrayContaining(['journal.db', 'journal.db-wal', 'reference.db', 'reference.db-wal']),
      )
      for (const name of names) expect([name, rights(join(folder, name))]).toEqual([name, '600'])
      expect(rights(folder)).toBe('700')
      store.close()
    } finally {
      process.umask(former)
    }
  })

  test('is durable: every connection that writes stands at FULL in WAL', () => {
    const folder = testFolder()
    makeFiles(folder)
    const store = openStore(folder, KEY)
    for (const db of [store.db.db, store.reference.db]) {
      expect(db.pragma('main.synchronous', { simple: true })).toBe(2)
      expect(db.pragma('main.journal_mode', { simple: true })).toBe('wal')
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    }
    store.close()
  })

  test.each([
    ['no key', null, 'key-missing'],
    ['a key of the wrong length', new Uint8Array(16), 'key-missing'],
    ['another computer’s key', new Uint8Array(32).fill(8), 'wrong-key'],
  ])('does not open with %s', (_, key, code) => {
    const folder = testFolder()
    makeFiles(folder)
    expect(codeOf(() => openStore(folder, key))).toBe(code)
    openStore(folder, KEY).close()
  })

  test('belongs to one process at a time', () => {
    const folder = testFolder()
    makeFiles(folder)
    const store = openStore(folder, KEY)
    expect(codeOf(() => openStore(folder, KEY))).toBe('file-busy')
    store.close()
    openStore(folder, KEY).close()
  })

  const unreadable: readonly [string, string, (db: Database) => void, string][] = [
    ['from a newer version', 'journal.db', (db) => db.pragma('user_version = 99'), 'from-future'],
    ['with a newer reference', 'reference.db', (db) => db.pragma('user_version = 99'), 'from-future'],
    // As files were before layouts had a number: eight steps, and none of them this first one.
    ['of a former layout', 'journal.db', (db) => laidOutBefore(db, 8), 'other-layout'],
    ['with a reference of a former layout', 'reference.db', (db) => laidOutBefore(db, 15), 'other-layout'],
    ['of another layout with as many steps', 'journal.db', (db) => db.pragma('application_id = 7'), 'other-layout'],
  ]

  function laidOutBefore(db: Database, version: number): void {
    db.pragma('application_id = 0')
    db.pragma(`user_version = ${version}`)
  }

  function change(path: string, work: (db: Database) => void): void {
    const db = openFile(path, KEY)
    work(db)
    db.close()
  }

  test.each(unreadable)('%s is refused and left as it was', (_, name, work, code) => {
    const folder = testFolder()
    makeFiles(folder)
    change(join(folder, name), work)
    // Opening leaves an empty log behind; nothing is in it.
    const files = (): readonly (readonly [string, string])[] =>
      readdirSync(folder)
        .filter((file) => /\.db(-wal)?$/.test(file) && statSync(join(folder, file)).size > 0)
        .map((file) => [file, readFileSync(join(folder, file)).toString('latin1')])
    const before = files()
    expect(codeOf(() => openStore(folder, KEY))).toBe(code)
    expect(files()).toEqual(before)
  })

  test('of a former layout opens rescue, and a backup of one is not put in place of files that work', async () => {
    const desk = await workingDesk()
    const backup = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder: backup })
    for (const name of ['journal.db', 'reference.db']) change(join(backup, name), (db) => laidOutBefore(db, 8))
    const result = await desk.call('store.restore', { commandId: desk.id(), from_folder: backup })
    expect(result).toMatchObject({ kind: 'failed', code: 'other-layout' })
    expect((await desk.ok('desk.snapshot', {})).snapshot.stage).toBe('sign-in')
    await desk.station.close()
    change(join(desk.folder, 'journal.db'), (db) => laidOutBefore(db, 8))
    const { snapshot } = await (await openDesk(desk.folder, {}, desk.clock)).ok('desk.snapshot', {})
    expect(snapshot.stage).toBe('rescue')
    expect(snapshot.strip.trouble).toBe(faultText(en, 'other-layout'))
  })
})

describe('damage', () => {
  const harm: readonly [string, (path: string) => void][] = [
    ['cut short in a page', (path) => truncateSync(path, 4096 * 3 + 100)],
    ['cut short at a page', (path) => truncateSync(path, 4096 * 2)],
    ['one bit flipped in the middle', (path) => flip(path, 4096 * 2 + 1234)],
    ['one bit flipped in the first page', (path) => flip(path, 300)],
    ['cut to nothing', (path) => truncateSync(path, 0)],
    ['emptied with noughts', (path) => writeFileSync(path, Buffer.alloc(4096 * 4))],
    ['replaced by a text', (path) => writeFileSync(path, 'this is no database '.repeat(1000))],
  ]

  function flip(path: string, at: number): void {
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
    writeFileSync(path, bytes)
  }

  test.each(harm)('a journal %s opens the rescue screen, and changes nothing', async (_, damage) => {
    const folder = testFolder()
    makeFiles(folder)
    const path = join(folder, 'journal.db')
    damage(path)
    const before = readFileSync(path)
    const desk = await openDesk(folder)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.stage).toBe('rescue')
    expect(snapshot.strip.trouble).toMatch(/Nothing was changed/)
    expect(await desk.call('desk.scan', { commandId: desk.id(), text: ITEMS.warmth, source: 'scan' })).toMatchObject({
      kind: 'refused',
      code: 'recording-stopped',
    })
    await desk.station.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test.each([
    ['cut to nothing', 'is damaged', (path: string) => truncateSync(path, 0)] as const,
    ['gone', 'is missing', (path: string) => rmSync(path)] as const,
  ])('a reference %s beside a journal with records: rescue, and no desk to set up anew', async (_, words, damage) => {
    const desk = await workingDesk()
    await desk.station.close()
    damage(join(desk.folder, 'reference.db'))
    const { snapshot } = await (await openDesk(desk.folder, {}, desk.clock)).ok('desk.snapshot', {})
    expect(snapshot.stage).toBe('rescue')
    expect(snapshot.strip.trouble).toContain(words)
  })

  test('from rescue, a backup is put in place, what was there is kept, and a new epoch begins', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const backup = join(testFolder(), 'backup')
    const { bytes } = await desk.ok('store.backup', { to_folder: backup })
    expect(bytes).toBeGreaterThan(4096)
    await desk.scan(ITEMS.educated)
    await desk.station.close()
    truncateSync(join(desk.folder, 'journal.db'), 4096 * 2 + 7)
    const broken = await openDesk(desk.folder, {}, desk.clock)
    expect((await broken.ok('desk.snapshot', {})).snapshot.stage).toBe('rescue')
    const restored = await broken.ok('store.restore', {
      commandId: broken.id(),
      from_folder: backup,
      initials: 'RO',
      pin: PIN,
    })
    expect(restored.snapshot.stage).toBe('sign-in')
    await rosaAt(broken)
    const loans = (await broken.ok('patron.get', { card_barcode: CARDS.dana })).loans.map((loan) => loan.title)
    expect(loans).toEqual(['The Warmth of Other Suns'])
    const { problems, head } = await broken.ok('journal.verify', {})
    expect(problems).toEqual([])
    expect(Number(head.split('.')[1])).toBeGreaterThan(1)
    expect(readdirSync(desk.folder).some((name) => name.startsWith('replaced-'))).toBe(true)
  })

  test.each([
    ['reference.db', 4096 * 3],
    ['reference.db', 0],
    ['journal.db', 0],
  ])('a backup whose %s was cut to %i bytes is refused, and the desk goes on', async (name, size) => {
    const desk = await workingDesk()
    const backup = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder: backup })
    truncateSync(join(backup, name), size)
    const result = await desk.call('store.restore', { commandId: desk.id(), from_folder: backup })
    expect(result).toMatchObject({ kind: 'failed', code: 'backup-damaged' })
    expect((await desk.ok('desk.snapshot', {})).snapshot.stage).toBe('sign-in')
  })
})

describe('migrations', () => {
  const HALF = 'CREATE TABLE half (a INTEGER) STRICT;\nCREATE TABLE one (a INTEGER) STRICT;'

  test('a step that fails half way leaves nothing of itself, and is taken whole once it is mended', () => {
    const folder = testFolder()
    const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql)
    write('0001_one.sql', 'CREATE TABLE one (a INTEGER) STRICT;\nINSERT INTO one VALUES (7);')
    write('0002_half.sql', HALF)
    write('0003_last.sql', 'CREATE TABLE last (a INTEGER) STRICT;')
    const path = join(testFolder(), 'steps.db')
    const at = (): { readonly version: unknown; readonly tables: unknown } => {
      const db = openFile(path, KEY)
      try {
        migrate(db, 'journal', folder)
      } catch (fault) {
        expect(String(fault)).toMatch(/already exists/)
      } finally {
        db.close()
      }
      const again = openFile(path, KEY)
      const tables = again.prepare('SELECT name FROM sqlite_schema ORDER BY name').pluck().all()
      expect(again.prepare('SELECT a FROM one').pluck().all()).toEqual([7])
      const version = again.pragma('user_version', { simple: true })
      again.close()
      return { version, tables }
    }
    expect(at()).toEqual({ version: 1, tables: ['one'] })
    expect(at()).toEqual({ version: 1, tables: ['one'] })
    write('0002_half.sql', HALF.replace('one', 'other'))
    expect(at()).toEqual({ version: 3, tables: ['half', 'last', 'one', 'other'] })
    expect(at()).toEqual({ version: 3, tables: ['half', 'last', 'one', 'other'] })
  })

  test('a step that breaks a reference between rows is not taken', () => {
    const folder = testFolder()
    const parts = ['CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT', 'CREATE TABLE b (a INTEGER REFERENCES a) STRICT']
    writeFileSync(join(folder, '0001_parts.sql'), `${parts.join(';')};`)
    writeFileSync(join(folder, '0002_orphan.sql'), 'INSERT INTO b VALUES (99);')
    const db = openFile(join(testFolder(), 'steps.db'), KEY)
    expect(() => migrate(db, 'journal', folder)).toThrow(/FOREIGN KEY/)
    expect(db.pragma('user_version', { simple: true })).toBe(1)
    db.close()
  })

  test.each(['journal', 'reference'] as const)('the %s snapshot is what the migrations make', (file) => {
    const path = join(migrationsFolder(), file, 'schema.sql')
    expect(existsSync(path)).toBe(true)
    const fromSnapshot = openMemory()
    const fromSteps = openMemory()
    fromSnapshot.exec(readFileSync(path, 'utf8'))
    migrate(fromSteps, file)
    const shape = (db: typeof fromSteps): unknown =>
      db.prepare(`SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`).all()
    expect(shape(fromSnapshot)).toEqual(shape(fromSteps))
    const lost = fromSteps
      .prepare(
        `SELECT child.name, ref."table" FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS ref
          WHERE child.type = 'table' AND ref."table" NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')`,
      )
      .all()
    expect(lost, 'tables whose references lead nowhere').toEqual([])
  })
})

test('a copied folder of a closed desk opens elsewhere with its key', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.station.close()
  const elsewhere = testFolder()
  mkdirSync(elsewhere, { recursive: true })
  for (const name of ['journal.db', 'reference.db', 'epoch'])
    copyFileSync(join(desk.folder, name), join(elsewhere, name))
  const copy = await rosaAt(await openDesk(elsewhere, {}, desk.clock))
  expect((await copy.ok('journal.verify', {})).problems).toEqual([])
})
