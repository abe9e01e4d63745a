/** What goes wrong at a desk: each gets plain words, changes nothing half-way and loses nothing. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDriver from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { instant } from '../../../shared/kernel/time.ts'
import { makeFiles, openDesk, rosaAt, workingDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { says } from '../../support/said.ts'
import { en } from '../../../shared/words/en/en.ts'
import { faultText } from '../../../shared/words/faults.ts'

const RTL = '\u202Eevil\u202C'

describe('a scan that is no scan', () => {
  test.each([
    ['nothing readable', '\u0000\u0001\r\n', says('barcode-empty')],
    ['two million characters', '9'.repeat(2_000_000), 'a barcode has 200 at most'],
    ['a stranger', '39999999999999', 'Item 39999999999999 not found ('],
    ['right-to-left marks', RTL, 'not found ('],
    ['half a surrogate', '\uD83D', says('barcode-empty')],
    ['SQL', `'; DROP TABLE event; --`, 'not found ('],
  ])('%s is answered and recorded nowhere', async (_, text, words) => {
    const desk = await workingDesk()
    const { band } = await desk.scan(text)
    expect(band?.outcome).toBe('stop')
    expect(`${band?.heading ?? ''} ${band?.sentence ?? ''}`).toContain(words)
    expect(band?.sentence).toContain('Nothing recorded')
    const kinds = (await desk.ok('journal.recent', { limit: 50 })).events.map((event) => event.kind)
    expect(kinds).toEqual(['staff-signed-in', 'epoch-opened'])
  })

  test('what a scanner adds or doubles is taken off', async () => {
    const desk = await workingDesk()
    await desk.scan(`]F0A${CARDS.dana}B\r`)
    const { rows } = await desk.scan(`${ITEMS.warmth}${ITEMS.warmth.slice(0, 5)}`)
    expect(rows.map((row) => [row.title, row.happened])).toEqual([['The Warmth of Other Suns', 'Out']])
  })

  test('a card that nobody here has is not told to be set aside like an item', async () => {
    const desk = await workingDesk()
    expect((await desk.scan('21234000999996')).band).toMatchObject({ outcome: 'stop', kind: null })
    expect((await desk.scan('31234000999993')).band).toMatchObject({ kind: 'unknown' })
  })
})

describe('a clock that lies', () => {
  test.each([
    ['an hour', 3_600_000],
    ['a year', 365 * 86_400_000],
  ])('set back %s: due dates stay right, and the strip says so', async (_, ms) => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    desk.clock.set(instant(desk.clock.now() - ms))
    const { band, strip } = await desk.scan(ITEMS.educated)
    expect(band?.fact?.text).toBe('Tue, Dec 15')
    expect(strip.trouble).toContain('clock was set back')
    const events = (await desk.ok('journal.recent', { limit: 2 })).events
    expect(events[0]?.at_ms).toBeGreaterThanOrEqual(events[1]?.at_ms ?? Infinity)
  })

  test('set back while the desk was off: it counts on from the last record', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    desk.clock.set(instant(desk.clock.now() - 365 * 86_400_000))
    const again = await desk.reopen()
    await rosaAt(again)
    await again.scan(CARDS.omar)
    const { band, strip } = await again.scan(ITEMS.educated)
    expect([band?.fact?.text, strip.trouble.includes('set back')]).toEqual(['Tue, Dec 15', true])
  })
})

/** The handles that a desk opens, caught at the driver: the world, not our own code. */
async function handlesOf<T>(work: () => Promise<T>): Promise<{ made: T; handles: Set<SqliteDriver.Database> }> {
  const handles = new Set<SqliteDriver.Database>()
  const driver = SqliteDriver.prototype as unknown as {
    pragma: (this: SqliteDriver.Database, ...given: unknown[]) => unknown
  }
  const { pragma } = driver
  driver.pragma = function (...given) {
    handles.add(this)
    return pragma.apply(this, given)
  }
  try {
    return { made: await work(), handles }
  } finally {
    driver.pragma = pragma
  }
}

describe('a folder to take in', () => {
  test.each([
    ['that is not there', (_folder: string) => {}, 'folder-unreadable', 'cannot be read'],
    [
      'with a sheet of another program',
      (folder: string) => putFile(folder, 'patrons.xlsx'),
      'folder-without-data',
      'no file',
    ],
    ['with nothing in it', (folder: string) => mkdirSync(folder), 'folder-without-data', 'no file'],
  ])('%s is refused before anything begins, and says which names count', async (_, make, code, words) => {
    const desk = await workingDesk()
    const folder = join(testFolder(), 'data')
    make(folder)
    const result = await desk.call('import.start', { commandId: desk.id(), folder, accept_findings: [] })
    expect(result).toMatchObject({ kind: 'refused', code, says: expect.stringContaining(words) as string })
    expect((await desk.ok('import.status', {})).files).toEqual([])
  })
})

function putFile(folder: string, name: string): void {
  mkdirSync(folder)
  writeFileSync(join(folder, name), 'PK')
}

describe('a disk that fails', () => {
  test('full: the clerk is told, nothing is half done, and the same scan lands when there is room', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const { made: desk, handles } = await handlesOf(() => openDesk(folder))
    await rosaAt(desk)
    await desk.scan(CARDS.dana)
    const journal = [...handles].find((db) => db.open && db.name.endsWith('journal.db'))
    const pages = Number(journal?.pragma('page_count', { simple: true }))
    journal?.pragma(`max_page_count = ${pages}`)
    const inputs = Array.from({ length: 40 }, () => desk.id()).map((commandId, index) => {
      return { commandId, text: index % 2 === 0 ? ITEMS.warmth : CARDS.dana, source: 'scan' as const }
    })
    await desk.ok('desk.mode', { mode: 'in' })
    const results = []
    for (const input of inputs)
      results.push({ input, result: await desk.call('desk.scan', { ...input, text: ITEMS.warmth }) })
    const failed = results.find(({ result }) => result.kind === 'failed')
    expect(failed?.result).toMatchObject({
      code: 'disk-full',
      says: expect.stringContaining('Nothing was recorded') as string,
    })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    journal?.pragma('max_page_count = 1000000')
    await desk.ok('desk.scan', { ...(failed?.input ?? inputs[0]), text: ITEMS.warmth } as (typeof inputs)[0])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('full while data is taken in: each file says how it stands, and the desk goes by what is in', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const { made: desk, handles } = await handlesOf(() => openDesk(folder))
    await rosaAt(desk)
    const data = testFolder()
    const many = Array.from({ length: 20_000 }, (_none, row) => `B${row},"A long title, number ${row}"\n`)
    writeFileSync(join(data, 'branches.csv'), 'branch_code,name,zone\nMAPLE,Maple Street again,America/Chicago\n')
    writeFileSync(join(data, 'titles.csv'), `title_id,title\n${many.join('')}`)
    writeFileSync(join(data, 'items.csv'), 'barcode,title_id,item_type_code,home_branch_code\n39,B1,BOOK,MAPLE\n')
    const reference = [...handles].find((db) => db.open && db.name.endsWith('reference.db'))
    reference?.pragma(`max_page_count = ${Number(reference.pragma('page_count', { simple: true })) + 60}`)
    await desk.ok('import.start', { commandId: desk.id(), folder: data, accept_findings: [] })
    await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
    const { files } = await desk.ok('import.status', {})
    expect(files.map(({ file, state, message }) => [file, state, message])).toEqual([
      ['branches.csv', 'taken', en.screen.import.report_lines.taken_in(1, 0)],
      ['titles.csv', 'refused', faultText(en, 'disk-full', 'file')],
      ['items.csv', 'refused', en.faults.import_not_read],
    ])
    expect((await desk.ok('desk.snapshot', {})).snapshot.strip.branch_name).toBe('Maple Street again')
  })

  // Windows knows no such permissions.
  test.skipIf(process.platform === 'win32').each([
    ['a folder', '', 0o555],
    ['a journal', 'journal.db', 0o444],
    ['a reference', 'reference.db', 0o444],
  ])('%s that may not be written opens the rescue screen with what to do', (_, name, mode) => {
    const folder = testFolder()
    makeFiles(folder)
    // What is not the point of this line is open to everybody, whatever files are made with here.
    chmodSync(folder, 0o777)
    for (const file of ['journal.db', 'reference.db']) chmodSync(join(folder, file), 0o666)
    chmodSync(join(folder, name), mode)
    const done = spawnSync(process.execPath, ['test/main/support/as-nobody.ts', folder], { encoding: 'utf8' })
    chmodSync(folder, 0o755)
    expect(done.stdout, done.stderr).toContain('"stage":"rescue"')
    expect(done.stdout).toContain('cannot write to its data folder')
  })
})

describe('a caller that breaks the contract', () => {
  test.each([
    ['an unknown method', 'desk.explode', {}],
    ['a missing field', 'desk.scan', {}],
    ['a field too many', 'desk.finish', { also: 1 }],
    ['a commandId that is none', 'desk.undo', { commandId: 'x' }],
    ['a limit out of range', 'search.titles', { text: 'a', limit: 1000 }],
  ])('%s is bad input, and the value is not echoed', async (_, method, input) => {
    const desk = await workingDesk()
    const { result } = await desk.station.handle({ id: 3, method, input })
    expect(result.kind).toBe('bad-input')
  })

  test('before signing in, nothing about people or loans is answered', async () => {
    const desk = await workingDesk()
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    for (const [method, input] of [
      ['search.patrons', { text: 'mil' }],
      ['patron.get', { card_barcode: CARDS.dana }],
      ['loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth }],
      ['journal.recent', {}],
    ] as const) {
      const { result } = await desk.station.handle({ id: 1, method, input })
      expect(result, method).toMatchObject({ kind: 'refused', code: 'not-signed-in' })
    }
  })
})
