/**
 * A journal that lost its end looks whole from within. What lies beside it knows better: entries that are missing are
 * told with how many and from when, kept until somebody acknowledges them, and entered. Nothing is told after a kill, a
 * restore, or beside a witness that says nothing.
 */
import { cpSync, copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readWitness, writeWitness } from '../../../main/store/files/witness-files.ts'
import { openDesk, rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { en } from '../../../shared/words/en/en.ts'

const LOG = 'journal.db-wal'
const LENT = [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]

/** A copy of the files as a power cut leaves them: the log is there, nothing was closed. */
function cutOff(desk: TestDesk): string {
  const folder = testFolder()
  cpSync(desk.folder, folder, { recursive: true })
  return folder
}

/** As the timer does every few seconds. */
async function noteNow(desk: TestDesk): Promise<void> {
  const { head } = await desk.ok('journal.verify', {})
  const [place = '', hash = ''] = head.split(':')
  const [terminal = '', epoch, seq] = place.split('.')
  const at_ms = desk.clock.now()
  expect(writeWitness(desk.folder, 'desk', { terminal, epoch: Number(epoch), seq: Number(seq), hash, at_ms })).toBe(
    true,
  )
}

/** Three books lent; where the log ended before each, and after the last. */
async function lending(): Promise<{ readonly desk: TestDesk; readonly ends: readonly number[] }> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  const ends = [statSync(join(desk.folder, LOG)).size]
  for (const item of LENT) {
    desk.clock.pass(60_000)
    await desk.scan(item)
    ends.push(statSync(join(desk.folder, LOG)).size)
  }
  await noteNow(desk)
  return { desk, ends }
}

const missingAt = async (desk: TestDesk) => (await desk.ok('system.status', {})).missing
const troubleAt = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.strip.trouble

/** What the screen of each desk said of its last record, before Rosa signed in and after. */
const stoppedAt = new WeakMap<TestDesk, readonly string[]>()
const recoveredAt = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.recovered

/** Opens what is left, and gives what each start that lost something lost. */
async function reopened(desk: TestDesk, folder: string): Promise<TestDesk> {
  const again = await openDesk(folder, {}, desk.clock)
  const outside = await recoveredAt(again)
  await rosaAt(again)
  stoppedAt.set(again, [outside, await recoveredAt(again)])
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
  return again
}

describe('a log that lost its end', () => {
  test.each([
    ['before the last of three', 2, 1],
    ['before the last two', 1, 2],
    ['before all three', 0, 3],
  ])('%s is told: so many, from when, by the desk’s own note', async (_, kept_count, entries_count) => {
    const { desk, ends } = await lending()
    const folder = cutOff(desk)
    truncateSync(join(folder, LOG), ends[kept_count] ?? 0)
    const again = await reopened(desk, folder)
    const [loss, ...others] = await missingAt(again)
    expect(others).toEqual([])
    expect(loss?.witnesses).toMatchObject([
      { known_by: 'desk', kind: 'cut-short', entries_count, is_at_least: false, at_ms: desk.clock.now() },
    ])
    expect(desk.clock.now() - (loss?.last_at_ms ?? 0)).toBe(entries_count * 60_000)
    expect(await troubleAt(again)).toContain('missing')
  })

  test('in the middle of a frame, by a few bytes, or with the whole log, is told as well', async () => {
    const { desk, ends } = await lending()
    const at_least = []
    for (const size of [(ends[3] ?? 0) - 1, (ends[2] ?? 0) + 2000, 32, 0]) {
      const folder = cutOff(desk)
      truncateSync(join(folder, LOG), size)
      const [loss] = await missingAt(await reopened(desk, folder))
      at_least.push(loss?.witnesses[0]?.entries_count)
    }
    const gone = cutOff(desk)
    rmSync(join(gone, LOG))
    const [loss] = await missingAt(await reopened(desk, gone))
    // All of this desk's entries were in the log: the opening, the sign-in and three loans.
    expect([...at_least, loss?.witnesses[0]?.entries_count]).toEqual([1, 1, 5, 5, 5])
  })

  test('opens a new epoch, so that no number is given twice', async () => {
    const { desk, ends } = await lending()
    const folder = cutOff(desk)
    truncateSync(join(folder, LOG), ends[1] ?? 0)
    const again = await reopened(desk, folder)
    await rosaAt(again)
    const { events } = await again.ok('journal.recent', { limit: 9 })
    expect(events.map(({ event, kind }) => [event.split('.').slice(1).join('.'), kind])).toEqual([
      ['2.2', 'staff-signed-in'],
      ['2.1', 'epoch-opened'],
      ['1.3', 'item-checked-out'],
      ['1.2', 'staff-signed-in'],
      ['1.1', 'epoch-opened'],
    ])
  })

  test('stays told over restarts until somebody with the grant acknowledges it, and is entered', async () => {
    const { desk, ends } = await lending()
    const folder = cutOff(desk)
    truncateSync(join(folder, LOG), ends[1] ?? 0)
    let again = await reopened(desk, folder)
    for (let start = 0; start < 2; start += 1) {
      again = await again.reopen()
      expect(await missingAt(again)).toHaveLength(1)
    }
    const refused = await again.call('desk.acknowledge-missing', { commandId: again.id() })
    expect(refused.kind).toBe('refused')
    await rosaAt(again)
    const { snapshot } = await again.ok('desk.go', { page: { place: 'this-desk', about: '' } })
    expect(snapshot.page?.acts.find(({ key }) => key === 'L')?.call.method).toBe('desk.acknowledge-missing')
    const input = { commandId: again.id() }
    await again.ok('desk.acknowledge-missing', input)
    await again.ok('desk.acknowledge-missing', input)
    expect([await missingAt(again), await troubleAt(again)]).toEqual([[], ''])
    const kinds = (await again.ok('journal.recent', { limit: 30 })).events.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'missing-acknowledged')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'epoch-opened')).toHaveLength(2)
    expect(await missingAt(await again.reopen())).toEqual([])
  })

  test('is known by the last backup and the last export where the desk’s own note is gone', async () => {
    const { desk, ends } = await lending()
    const place = testFolder()
    await desk.ok('journal.export', { to_file: join(place, 'journal.jsonl') })
    const known = cutOff(desk)
    truncateSync(join(known, LOG), ends[0] ?? 0)
    rmSync(join(known, 'witness'))
    const [loss] = await missingAt(await reopened(desk, known))
    expect(loss?.witnesses).toMatchObject([{ known_by: 'export', entries_count: 3 }])

    const early = cutOff(desk)
    await desk.ok('store.backup', { to_folder: join(place, 'friday') })
    await desk.scan(ITEMS.spirited)
    const folder = cutOff(desk)
    rmSync(join(folder, 'witness'))
    rmSync(join(folder, 'witness-export'))
    // The backup folded the log. What is put back by hand is from before, when all entries were in the log alone.
    copyFileSync(join(early, 'journal.db'), join(folder, 'journal.db'))
    rmSync(join(folder, LOG))
    const older = await openDesk(folder, {}, desk.clock)
    expect((await missingAt(older)).flatMap(({ witnesses }) => witnesses)).toMatchObject([
      { known_by: 'backup', kind: 'cut-short', entries_count: 6 },
    ])
  })
})

describe('other files by hand', () => {
  test('an older copy of the journal is told', async () => {
    const { desk } = await lending()
    await desk.station.close()
    const old = readFileSync(join(desk.folder, 'journal.db'))
    const later = await openDesk(desk.folder, {}, desk.clock)
    await rosaAt(later)
    await later.scan(CARDS.dana)
    await later.scan(ITEMS.spirited)
    await later.station.close()
    writeFileSync(join(desk.folder, 'journal.db'), old)
    const [loss] = await missingAt(await reopened(desk, desk.folder))
    expect(loss?.witnesses).toMatchObject([{ known_by: 'desk', kind: 'cut-short', entries_count: 2 }])
  })

  test('a journal that went another way from an older copy is another history', async () => {
    const { desk, ends } = await lending()
    const folder = cutOff(desk)
    truncateSync(join(folder, LOG), ends[1] ?? 0)
    for (const name of ['witness', 'epoch']) rmSync(join(folder, name), { force: true })
    const other = await openDesk(folder, {}, desk.clock)
    await rosaAt(other)
    await other.scan(CARDS.omar)
    for (const item of [ITEMS.spirited, ITEMS.becoming]) await other.scan(item)
    await other.station.close()
    copyFileSync(join(desk.folder, 'witness'), join(folder, 'witness'))
    const again = await reopened(desk, folder)
    expect((await missingAt(again)).flatMap(({ witnesses }) => witnesses)).toMatchObject([
      { known_by: 'desk', kind: 'other-history', entries_count: 0 },
    ])
  })

  test('a folder copied without its log, put back as a backup, is told to have lost its end', async () => {
    const { desk } = await lending()
    const folder = cutOff(desk)
    rmSync(join(folder, LOG))
    const target = await workingDesk()
    await target.ok('store.restore', { commandId: target.id(), from_folder: folder })
    const [loss] = await missingAt(target)
    expect(loss?.witnesses).toMatchObject([{ known_by: 'desk', kind: 'cut-short', entries_count: 5 }])
  })
})

describe('no false alarm', () => {
  test('after a kill, with all or only part of it noted', async () => {
    const { desk } = await lending()
    const whole = await reopened(desk, cutOff(desk))
    expect([await missingAt(whole), await troubleAt(whole)]).toEqual([[], ''])
    await desk.scan(ITEMS.spirited)
    expect(await missingAt(await reopened(desk, cutOff(desk)))).toEqual([])
  })

  test('after a power cut that tore an act nobody was answered, behind what is noted', async () => {
    const { desk, ends } = await lending()
    await desk.scan(ITEMS.spirited)
    const folder = cutOff(desk)
    truncateSync(join(folder, LOG), (ends[3] ?? 0) + 1000)
    expect(await missingAt(await reopened(desk, folder))).toEqual([])
  })

  test('after a restore, and whatever is recorded after it, over restarts and kills', async () => {
    const { desk } = await lending()
    const backup = join(testFolder(), 'friday')
    await desk.ok('store.backup', { to_folder: backup })
    await desk.ok('journal.export', { to_file: join(testFolder(), 'a.jsonl') })
    for (const item of [ITEMS.spirited, ITEMS.spirited]) await desk.scan(item)
    await desk.ok('store.restore', { commandId: desk.id(), from_folder: backup })
    expect(await missingAt(desk)).toEqual([])
    await rosaAt(desk)
    expect(await missingAt(await reopened(desk, cutOff(desk)))).toEqual([])
    const again = await desk.reopen()
    expect(await missingAt(again)).toEqual([])
  })

  test.each<[string, (path: string) => void]>([
    ['missing', (path) => rmSync(path)],
    ['empty', (path) => writeFileSync(path, '')],
    ['torn', (path) => truncateSync(path, statSync(path).size - 9)],
    ['noughts', (path) => writeFileSync(path, Buffer.alloc(4096))],
    ['nonsense', (path) => writeFileSync(path, '\u0000{"seq":1e99}\n')],
    ['huge', (path) => writeFileSync(path, 'datestamp-witness 1 '.repeat(100_000))],
    ['a folder', (path) => (rmSync(path), mkdirSync(path))],
    ['of a digit that flipped', (path) => flipDigit(path)],
  ])('beside a witness that is %s: the desk starts, and nothing is claimed', async (_, damage) => {
    const { desk, ends } = await lending()
    const folder = cutOff(desk)
    damage(join(folder, 'witness'))
    expect(readWitness(folder, 'desk')).toBeNull()
    const unharmed = await reopened(desk, folder)
    expect(await missingAt(unharmed)).toEqual([])
    const cut = cutOff(desk)
    damage(join(cut, 'witness'))
    truncateSync(join(cut, LOG), ends[1] ?? 0)
    const again = await reopened(desk, cut)
    expect(await missingAt(again)).toEqual([])
    const [outside, inside] = stoppedAt.get(again) ?? []
    expect(outside).toBe(en.outcomes.records.stopped_outside)
    expect(inside).toContain(en.outcomes.records.stopped_unknown)
  })

  test('beside a witness of another terminal', async () => {
    const { desk } = await lending()
    const folder = cutOff(desk)
    writeWitness(folder, 'desk', { terminal: 'OTHER9', epoch: 1, seq: 900, hash: 'ab'.repeat(32), at_ms: 1 })
    expect(await missingAt(await reopened(desk, folder))).toEqual([])
  })
})

/** Claims 900 entries more, as one flipped bit may. */
function flipDigit(path: string): void {
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(/\.(\d+):/, (_all, seq: string) => `.9${seq}:`),
  )
}

describe('how far the journal has come is noted', () => {
  const noted = (desk: TestDesk): string => {
    const { terminal, epoch, seq, hash } = readWitness(desk.folder, 'desk') ?? {}
    return `${terminal}.${epoch}.${seq}:${hash}`
  }

  test('at a start, after some seconds of work, and not with every scan', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const desk = await workingDesk()
    const atStart = noted(desk)
    await desk.scan(CARDS.dana)
    for (const item of LENT) await desk.scan(item)
    expect(noted(desk)).toBe(atStart)
    vi.advanceTimersByTime(10_000)
    const { head } = await desk.ok('journal.verify', {})
    expect(noted(desk)).toBe(head)
  })

  test('at a clean close, to the very end', async () => {
    const { desk } = await lending()
    await desk.scan(ITEMS.spirited)
    const { head } = await desk.ok('journal.verify', {})
    await desk.station.close()
    expect(noted(desk)).toBe(head)
  })

  test('or not, where nothing can be written beside the files: the desk works on, and logs it', async () => {
    const { desk } = await lending()
    const folder = cutOff(desk)
    rmSync(join(folder, 'witness'))
    mkdirSync(join(folder, 'witness'))
    vi.useFakeTimers({ toFake: ['setInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const again = await openDesk(folder, {}, desk.clock)
    await rosaAt(again)
    expect((await again.scan(CARDS.dana)).patron?.out_count).toBe(3)
    const notNoted = () => again.log.filter((line) => line.includes('could not be noted')).length
    vi.advanceTimersByTime(60_000)
    expect(notNoted(), 'once, and not every few seconds').toBe(1)
    rmSync(join(folder, 'witness'), { recursive: true })
    vi.advanceTimersByTime(10_000)
    expect(noted(again)).toBe((await again.ok('journal.verify', {})).head)
    expect(notNoted()).toBe(1)
  })
})
