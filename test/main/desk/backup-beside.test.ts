/** A backup while the desk works: how far it is, what it holds, and that a folder copied by hand is taken whole. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { openStore } from '../../../main/store/store.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'
import { makeFiles, openDesk, rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { pageFaults } from '../support/page-acts.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { ENGLISH } from '../../support/said.ts'
import { en } from '../../../shared/words/en/en.ts'

const DESK = ENGLISH.words.pages.this_desk.desk

const FILES = ['journal.db', 'reference.db'] as const

/** The last thirty days with their backups in spans, newest first. */
const stripOf = ({ sections }: PageView): readonly string[] =>
  sections.flatMap((one) =>
    one.kind === 'backup-strip' ? one.spans.map(({ state, days_count }) => `${state} ${days_count}`) : [],
  )

type Progress = Extract<Push, { topic: 'progress' }>
const toldOf = (desk: TestDesk): readonly Progress[] =>
  desk.pushes.flatMap((push) => (push.topic === 'progress' && push.of === 'backup' ? [push] : []))

async function pageOf(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'this-desk', about: '' } })
  if (!snapshot.page) throw new Error('no page')
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

async function outTo(desk: TestDesk, card_barcode: string): Promise<readonly string[]> {
  return (await desk.ok('patron.get', { card_barcode })).loans.map((loan) => loan.barcode).toSorted()
}

/** A restored desk, with somebody at it. */
async function restoredFrom(from_folder: string): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.ok('store.restore', { commandId: desk.id(), from_folder })
  await rosaAt(desk)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  return desk
}

describe('while the desk works', () => {
  /** A desk whose files take several turns to copy. */
  async function largeDesk(): Promise<TestDesk> {
    const folder = testFolder()
    makeFiles(folder)
    const store = openStore(folder, KEY)
    store.reference.db.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
      INSERT INTO title (external_id, title, author, isbn, publisher, year, format, language, title_key)
        SELECT 'big' || i, 'Book number ' || i, hex(randomblob(40)), '', '', '', '', '', hex(randomblob(8)) FROM n`)
    store.close()
    const desk = await openDesk(folder)
    await rosaAt(desk)
    return desk
  }

  test('what is lent meanwhile is lent, and the copy is of one moment of it', async () => {
    const desk = await largeDesk()
    await desk.scan(CARDS.dana)
    const to_folder = join(testFolder(), 'friday')
    const copy = { isDone: false }
    const asked = desk.ok('store.backup', { to_folder }).finally(() => (copy.isDone = true))
    let acts_count = 0
    while (!copy.isDone) {
      expect((await desk.scan(ITEMS.warmth)).band?.outcome).toBe('done')
      await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
      await desk.ok('item.mark', { commandId: desk.id(), item_barcode: ITEMS.becoming, status: 'missing', note: 'x' })
      await desk.ok('item.mark', { commandId: desk.id(), item_barcode: ITEMS.becoming, status: 'available', note: '' })
      acts_count += 1
      await new Promise((turn) => setImmediate(turn))
    }
    expect(acts_count).toBeGreaterThan(3)
    const { bytes } = await asked
    // The band is of the last act, not of the backup; where it went stands on the page.
    expect((await desk.ok('desk.snapshot', {})).snapshot.band?.heading).not.toBe(en.outcomes.records.backup.done)
    expect(JSON.stringify((await pageOf(desk)).sections)).toContain(`, in ${to_folder}, done in `)
    expect(bytes).toBe(FILES.reduce((sum, name) => sum + statSync(join(to_folder, name)).size, 0))
    expect(readdirSync(to_folder).toSorted()).toEqual([...FILES, 'note.txt'].toSorted())
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    // The entries of the copy end where its records end.
    const again = await restoredFrom(to_folder)
    expect([[], [ITEMS.warmth]]).toContainEqual(await outTo(again, CARDS.dana))
    for (const name of FILES) {
      const db = openFile(join(to_folder, name), KEY, { readonly: true })
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    }
  })

  test('the screen is told how far it is, and the page shows the bar and no second backup', async () => {
    const desk = await workingDesk()
    const place = testFolder()
    const asked = desk.ok('store.backup', { to_folder: join(place, 'friday') })
    const during = await pageOf(desk)
    expect(during.sections[0]).toMatchObject({ kind: 'progress', of: 'backup' })
    expect(during.acts.map((act) => act.key)).not.toContain('B')
    expect(await desk.call('store.backup', { to_folder: join(place, 'second') })).toMatchObject({
      code: 'backup-running',
    })
    const start = { commandId: desk.id(), folder: place, accept_findings: [] }
    expect(await desk.call('import.start', start)).toMatchObject({ code: 'backup-running' })
    await asked
    const told = toldOf(desk)
    expect(told.map((one) => one.says.replace(/[\d.]+ MB/g, 'n MB'))).toEqual([
      DESK.copying(1, 2, 'n MB', 'n MB'),
      DESK.copying(2, 2, 'n MB', 'n MB'),
      DESK.reading(1, 2, 'n MB', 'n MB'),
      DESK.reading(2, 2, 'n MB', 'n MB'),
    ])
    const steps = told.map((one) => one.progress)
    expect(steps).toEqual(steps.toSorted((one, other) => one - other))
    const after = await pageOf(desk)
    expect(after.sections[0]).toMatchObject({ kind: 'facts' })
    expect(after.acts.map((act) => act.key)).toContain('B')
    expect((await desk.ok('desk.snapshot', {})).snapshot.band?.sentence).toMatch(/ MB in .*friday, done in /)
  })

  test('a desk that is closed meanwhile closes when the copy is whole', async () => {
    const desk = await workingDesk()
    const to_folder = join(testFolder(), 'friday')
    const asked = desk.call('store.backup', { to_folder })
    await desk.station.close()
    expect(readdirSync(to_folder).toSorted()).toEqual([...FILES, 'note.txt'].toSorted())
    expect(await asked).toMatchObject({ kind: 'ok' })
    const again = await rosaAt(await openDesk(desk.folder, {}, desk.clock))
    const kinds = (await again.ok('journal.recent', { limit: 20 })).events.map(({ kind }) => kind)
    expect(kinds).toContain('backup-made')
    expect(JSON.stringify((await pageOf(again)).sections)).toContain(to_folder)
  })

  test('a disk that is pulled out is told in words, and the desk goes on', async () => {
    const desk = await workingDesk()
    const place = testFolder()
    const asked = desk.call('store.backup', { to_folder: join(place, 'friday') })
    rmSync(place, { recursive: true })
    expect(await asked).toMatchObject({ kind: 'failed', code: 'backup-not-made' })
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.warmth)).band?.outcome).toBe('done')
    const page = await pageOf(desk)
    expect(page.acts.map((act) => act.key)).toContain('B')
    expect(stripOf(page)).toEqual(['failed 1', 'none 29'])
    // A good one on the same day is what counts; a day later it is yesterday's.
    await desk.ok('store.backup', { to_folder: join(testFolder(), 'friday') })
    expect(stripOf(await pageOf(desk))).toEqual(['made 1', 'none 29'])
    desk.clock.pass(24 * 3_600_000)
    expect(stripOf(await pageOf(desk))).toEqual(['none 1', 'made 1', 'none 28'])
  })

  test('that it failed is told also where the desk cannot keep that it did', async () => {
    const before = await workingDesk()
    await before.station.close()
    const db = openFile(join(before.folder, 'journal.db'), KEY)
    db.exec(`CREATE TRIGGER full BEFORE INSERT ON setting WHEN new.name = 'backup_days'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`)
    db.close()
    const desk = await rosaAt(await openDesk(before.folder, {}, before.clock))
    const place = testFolder()
    const asked = desk.call('store.backup', { to_folder: join(place, 'friday') })
    rmSync(place, { recursive: true })
    expect(await asked).toMatchObject({ kind: 'failed', code: 'backup-not-made' })
  })

  test('what lies there by the name of its copies is somebody else’s, and stays', async () => {
    const desk = await workingDesk()
    const place = testFolder()
    mkdirSync(join(place, 'friday.partial'))
    writeFileSync(join(place, 'friday.partial', 'left'), 'of a backup that was cut off')
    await desk.ok('store.backup', { to_folder: join(place, 'friday') })
    expect(readdirSync(place).toSorted()).toEqual(['friday', 'friday.partial'])
    expect(readdirSync(join(place, 'friday.partial'))).toEqual(['left'])
  })
})

describe('a folder that was copied by hand while the desk ran', () => {
  /** The files alone hold less than the desk has done: the newest lies in the logs. */
  async function copied(tails: readonly string[]): Promise<string> {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const folder = join(testFolder(), 'by-hand')
    mkdirSync(folder)
    for (const name of FILES)
      for (const tail of tails) {
        const from = join(desk.folder, name + tail)
        if (existsSync(from)) copyFileSync(from, join(folder, name + tail))
      }
    expect(statSync(join(desk.folder, 'journal.db-wal')).size).toBeGreaterThan(0)
    return folder
  }

  test('is put in place with what lies in its logs', async () => {
    const folder = await copied(['', '-wal'])
    const before = FILES.flatMap((name) => readdirSync(folder).filter((one) => one.startsWith(name)))
    const desk = await restoredFrom(folder)
    expect(await outTo(desk, CARDS.dana)).toEqual([ITEMS.warmth])
    // What was copied stays as it was.
    expect(FILES.flatMap((name) => readdirSync(folder).filter((one) => one.startsWith(name)))).toEqual(before)
    expect(statSync(join(folder, 'journal.db-wal')).size).toBeGreaterThan(0)
  })

  test('with the log’s own index beside it is taken the same way', async () => {
    const desk = await restoredFrom(await copied(['', '-wal', '-shm']))
    expect(await outTo(desk, CARDS.dana)).toEqual([ITEMS.warmth])
  })

  test('whose log is damaged is refused, and the desk stays as it is', async () => {
    const folder = await copied(['', '-wal'])
    const path = join(folder, 'journal.db-wal')
    const log = readFileSync(path)
    log.writeUInt8(log.readUInt8(2000) ^ 1, 2000)
    writeFileSync(path, log)
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    const input = { commandId: desk.id(), from_folder: folder }
    expect(await desk.call('store.restore', input)).toMatchObject({ kind: 'failed', code: 'backup-damaged' })
    await rosaAt(desk)
    expect(await outTo(desk, CARDS.dana)).toEqual([ITEMS.educated])
  })

  test('whose files may only be read is taken as well', async () => {
    const folder = await copied(['', '-wal'])
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      const bytes = readFileSync(path)
      rmSync(path)
      writeFileSync(path, bytes, { mode: 0o400 })
    }
    const desk = await restoredFrom(folder)
    expect(await outTo(desk, CARDS.dana)).toEqual([ITEMS.warmth])
    expect(FILES.map((name) => statSync(join(desk.folder, name)).mode & 0o777)).toEqual([0o600, 0o600])
  })
})

test('a damaged page in the copy is found before the copy is called a backup', async () => {
  const desk = await workingDesk()
  const place = testFolder()
  const asked = desk.call('store.backup', { to_folder: join(place, 'friday') })
  const path = join(place, 'friday.partial', 'reference.db')
  // As soon as it is being read back, one bit of it turns.
  while (!toldOf(desk).some((one) => one.says.startsWith('Checking'))) await new Promise((turn) => setImmediate(turn))
  if (existsSync(path)) {
    const bytes = readFileSync(path)
    for (let at = 4096 * 3 + 100; at < bytes.length; at += 4096) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
  }
  expect(await asked).toMatchObject({ kind: 'failed', code: 'backup-not-made' })
  expect(readdirSync(place)).toEqual([])
  const db = openFile(join(desk.folder, 'reference.db'), KEY, { readonly: true })
  expect(db.pragma('quick_check(1)', { simple: true })).toBe('ok')
  db.close()
})
