/**
 * The record proves itself: whoever has the data files and their key can rewrite entries, make the chain again, and put
 * an older folder back, and everything inside looks whole. What this computer signed last, kept elsewhere, tells.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { seal } from '../../../main/journal/chain.ts'
import { genuine, makeSigner } from '../../../main/journal/signing.ts'
import type { SigningPorts } from '../../../main/journal/signing.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { WITNESS_FILES } from '../../../main/store/files/witness-files.ts'
import { BEN, benAtDesk, recorded } from '../support/staff.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { FakeClock, KEY, TUESDAY } from '../support/fakes.ts'
import { checked } from '../support/checked.ts'
import { testFolder } from '../support/folders.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const SIGNING = new Uint8Array(32).fill(3)
const OTHER = new Uint8Array(32).fill(4)

/** The place apart from the data folder: the key, and what was signed last. */
class Apart implements SigningPorts {
  key = SIGNING
  is_new = true
  kept: string | null = null
  readonly keep = (line: string): void => {
    this.kept = line
    this.is_new = false
  }
}

async function signedDesk(apart: Apart, clock = new FakeClock()): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  return rosaAt(await openDesk(folder, { signing: apart }, clock))
}

/** Dana was lent a book in the morning, and another later; both are signed. */
async function dayAtDesk(apart: Apart, clock = new FakeClock()): Promise<{ desk: TestDesk; morning: string }> {
  const desk = await signedDesk(apart, clock)
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.station.close()
  const morning = testFolder()
  cpSync(desk.folder, morning, { recursive: true })
  const later = await rosaAt(await openDesk(desk.folder, { signing: apart }, desk.clock))
  await later.scan(CARDS.dana)
  later.clock.pass(60_000)
  await later.scan(ITEMS.educated)
  await later.station.close()
  return { desk: later, morning }
}

/** A minute later: the random bytes of these tests come of the clock. */
function openedWith(folder: string, signing: SigningPorts, clock: FakeClock): Promise<TestDesk> {
  clock.pass(60_000)
  return openDesk(folder, { signing }, clock)
}

async function foundAt(desk: TestDesk) {
  const { missing, unproved, restored, trouble } = await desk.ok('system.status', {})
  const witnesses = missing.flatMap((loss) => loss.witnesses.map(({ known_by, kind }) => [known_by, kind]))
  return { witnesses, unproved: unproved.map(({ state }) => state), restored, isTold: trouble !== '' }
}

const NOTHING = { witnesses: [], unproved: [], restored: [], isTold: false }

/** With the key of the data files: entries get another clerk, and their hashes are left alone. */
function changeContent(folder: string): void {
  const db = openFile(join(folder, 'journal.db'), KEY)
  db.exec('DROP TRIGGER IF EXISTS event_never_changes')
  db.exec(`UPDATE event SET content = replace(content, 'rortiz', 'bcole')`)
  db.close()
}

/** With the key of the data files: the first two entries get another clerk, and the whole chain is made again. */
function rewrite(folder: string): void {
  const db = openFile(join(folder, 'journal.db'), KEY)
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as Trigger[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  let hash: Uint8Array = new Uint8Array(32)
  const events = db.prepare('SELECT event_id, content FROM event ORDER BY epoch, seq').all() as Entry[]
  for (const { event_id, content } of events) {
    const other = content.replaceAll('rortiz', 'bcole')
    hash = seal(hash, other)
    db.prepare('UPDATE event SET content = ?, hash = ? WHERE event_id = ?').run(other, hash, event_id)
  }
  for (const { sql } of triggers) db.exec(sql)
  db.close()
  for (const name of WITNESS_FILES) rmSync(join(folder, name), { force: true })
}
type Trigger = { readonly name: string; readonly sql: string }
type Entry = { readonly event_id: number; readonly content: string }

describe('is told at the next start', () => {
  test('entries that were rewritten, with the chain made again', async () => {
    const apart = new Apart()
    const { desk } = await dayAtDesk(apart)
    rewrite(desk.folder)
    const again = await openedWith(desk.folder, apart, desk.clock)
    expect(checked(again.folder).problems).toEqual([])
    expect(await foundAt(again)).toEqual({ ...NOTHING, witnesses: [['signed', 'other-history']], isTold: true })
  })

  test('a whole folder that was put back to the morning', async () => {
    const apart = new Apart()
    const { desk, morning } = await dayAtDesk(apart)
    rmSync(desk.folder, { recursive: true })
    cpSync(morning, desk.folder, { recursive: true })
    const again = await openedWith(desk.folder, apart, desk.clock)
    expect(checked(again.folder).problems).toEqual([])
    expect(await foundAt(again)).toEqual({ ...NOTHING, witnesses: [['signed', 'cut-short']], isTold: true })
    const [loss] = (await again.ok('system.status', {})).missing
    // The sign-in and the loan of the afternoon.
    expect(loss?.witnesses[0]).toMatchObject({ entries_count: 2, at_ms: desk.clock.now() - 60_000 })
  })

  test('a whole profile that was put back, by the head that is kept outside of it', async () => {
    const apart = new Apart()
    const { desk, morning } = await dayAtDesk(apart)
    const evening = apart.kept ?? ''
    // The profile's own head is that of the morning, in either order of the places.
    const older = readFileSync(join(morning, 'head.signed'), 'utf8')
    for (const kept of [`${older}${evening}\n`, `${evening}\n${older}`]) {
      const folder = testFolder()
      cpSync(morning, folder, { recursive: true })
      const again = await openedWith(folder, Object.assign(new Apart(), { is_new: false, kept }), desk.clock)
      expect(await foundAt(again)).toEqual({ ...NOTHING, witnesses: [['signed', 'cut-short']], isTold: true })
    }
  })

  test('everything that was put back, as with an image of the disk, by the head beside a later backup', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const apart = new Apart()
    const desk = await signedDesk(apart)
    const place = testFolder()
    await desk.ok('store.backup', { to_folder: join(place, 'monday') })
    await desk.station.close()
    const [morning, kept] = [testFolder(), apart.kept]
    cpSync(desk.folder, morning, { recursive: true })
    const later = await rosaAt(await openedWith(desk.folder, apart, desk.clock))
    await later.scan(CARDS.dana)
    await later.scan(ITEMS.educated)
    later.clock.pass(60_000)
    await later.ok('store.backup', { to_folder: join(place, 'tuesday') })
    vi.advanceTimersByTime(60_000)
    expect(await foundAt(later), 'a backup of what is there').toEqual(NOTHING)
    await later.station.close()
    apart.kept = kept
    const again = await rosaAt(await openedWith(morning, apart, desk.clock))
    vi.advanceTimersByTime(60_000)
    await expect.poll(async () => (await foundAt(again)).isTold).toBe(true)
    again.clock.pass(60_000)
    await again.ok('desk.acknowledge-missing', { commandId: again.id() })
    expect(await foundAt(again)).toEqual(NOTHING)
    const third = await again.reopen({ signing: apart })
    vi.advanceTimersByTime(60_000)
    // As long as the first one took to find it.
    await rosaAt(third)
    await third.ok('store.backup', { to_folder: join(place, 'wednesday') })
    expect(await foundAt(third)).toEqual(NOTHING)
  })

  test('a folder that was emptied, and begun again', async () => {
    const apart = new Apart()
    const { desk } = await dayAtDesk(apart)
    const again = await openedWith(testFolder(), apart, desk.clock)
    expect(await foundAt(again)).toMatchObject({ witnesses: [['signed', 'cut-short']], isTold: true })
  })

  test('the journal of another desk', async () => {
    const apart = new Apart()
    const { desk } = await dayAtDesk(apart)
    const other = await dayAtDesk(new Apart(), new FakeClock(instant(TUESDAY + 5_000)))
    const again = await openedWith(other.desk.folder, apart, desk.clock)
    expect(await foundAt(again)).toMatchObject({ witnesses: [['signed', 'other-history']], isTold: true })
  })

  test.each<[string, (apart: Apart) => void, string]>([
    ['what was signed last is gone', (apart) => (apart.kept = null), 'head-gone'],
    ['what was signed last is no signature', (apart) => (apart.kept = 'datestamp-head 1'), 'head-gone'],
    ['what was signed last names a head that was never signed', forge, 'head-gone'],
    ['the key is another', (apart) => (apart.key = OTHER), 'other'],
    [
      'the key is new, as after its files were taken away',
      (apart) => Object.assign(apart, new Apart(), { key: OTHER }),
      'other',
    ],
  ])('%s', async (_, change, state) => {
    const apart = new Apart()
    const { desk } = await dayAtDesk(apart)
    change(apart)
    const again = await openedWith(desk.folder, apart, desk.clock)
    expect(await foundAt(again)).toEqual({ ...NOTHING, unproved: [state], isTold: true })
    // Told until acknowledged, and entered once.
    again.clock.pass(60_000)
    const later = await again.reopen({ signing: apart })
    expect(await foundAt(later)).toEqual({ ...NOTHING, unproved: [state], isTold: true })
  })
})

test('what was signed last is told each time it is gone, and not only until the first was acknowledged', async () => {
  const apart = new Apart()
  const { desk } = await dayAtDesk(apart)
  for (const time of ['first', 'second']) {
    apart.kept = null
    const again = await rosaAt(await openedWith(desk.folder, apart, desk.clock))
    expect((await foundAt(again)).unproved, time).toEqual(['head-gone'])
    await again.ok('desk.acknowledge-missing', { commandId: again.id() })
    expect(await foundAt(again), time).toEqual(NOTHING)
    await again.station.close()
  }
})

test('entries that were changed in the file, with their hashes left alone, are told until acknowledged', async () => {
  const apart = new Apart()
  const { desk } = await dayAtDesk(apart)
  changeContent(desk.folder)
  const again = await openedWith(desk.folder, apart, desk.clock)
  const { broken_from, trouble } = await again.ok('system.status', {})
  // The first entry is of the desk itself, and the second is the sign-in.
  expect([broken_from.endsWith('.1.2'), trouble.includes(broken_from)]).toEqual([true, true])
  await rosaAt(again)
  await again.scan(CARDS.dana)
  expect((await again.scan(ITEMS.becoming)).band?.outcome).toBe('done')
  await again.ok('desk.acknowledge-missing', { commandId: again.id() })
  again.clock.pass(60_000)
  const status = await (await again.reopen({ signing: apart })).ok('system.status', {})
  expect([status.broken_from, status.trouble]).toEqual(['', ''])
})

test('an acknowledged change tells nothing of a later one: entries since then are read as before', async () => {
  const apart = new Apart()
  const { desk } = await dayAtDesk(apart)
  changeContent(desk.folder)
  const told = await rosaAt(await openedWith(desk.folder, apart, desk.clock))
  await told.ok('desk.acknowledge-missing', { commandId: told.id() })
  await told.scan(CARDS.dana)
  await told.scan(ITEMS.becoming)
  await told.station.close()
  changeContent(desk.folder)
  const again = await openedWith(desk.folder, apart, desk.clock)
  const { broken_from, trouble } = await again.ok('system.status', {})
  const [entry] = await recorded(again, 'missing-acknowledged')
  expect(entry).toMatchObject({ broken_from: expect.stringMatching(/\.1\.2$/) as string })
  expect([broken_from !== '' && !broken_from.endsWith('.1.2'), trouble.includes(broken_from)]).toEqual([true, true])
})

function forge(apart: Apart): void {
  apart.kept = (apart.kept ?? '').replace(/:[0-9a-f]{64} /, `:${'ab'.repeat(32)} `)
}

describe('told, the desk works on', () => {
  test('until a person who looks after it acknowledges, which is an entry', async () => {
    const apart = new Apart()
    const { desk } = await dayAtDesk(apart)
    rewrite(desk.folder)
    const again = await openedWith(desk.folder, apart, desk.clock)
    await benAtDesk(again)
    await again.scan(CARDS.dana)
    expect((await again.scan(ITEMS.becoming)).band?.outcome).toBe('done')
    const refused = await again.call('desk.acknowledge-missing', { commandId: again.id() })
    expect([refused.kind, BEN.initials]).toEqual(['refused', 'BC'])
    await again.ok('staff.sign-out', { commandId: again.id() })
    await rosaAt(again)
    const { snapshot } = await again.ok('desk.go', { page: { place: 'this-desk', about: '' } })
    expect(snapshot.page?.acts.find(({ key }) => key === 'L')?.call.method).toBe('desk.acknowledge-missing')
    await again.ok('desk.acknowledge-missing', { commandId: again.id() })
    expect(await foundAt(again)).toEqual(NOTHING)
    const { events } = await again.ok('journal.recent', { limit: 3 })
    expect(events[0]).toMatchObject({ kind: 'missing-acknowledged', staff_code: 'rortiz' })
    expect(await foundAt(await again.reopen({ signing: apart }))).toEqual(NOTHING)
  })
})

describe('is not told', () => {
  test('a start after a kill: entries after the signed head are as they should be', async () => {
    const apart = new Apart()
    const desk = await signedDesk(apart)
    const signed = apart.kept
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    expect(apart.kept).toBe(signed)
    const killed = testFolder()
    cpSync(desk.folder, killed, { recursive: true })
    const copy = Object.assign(new Apart(), { kept: signed, is_new: false })
    expect(await foundAt(await openedWith(killed, copy, desk.clock))).toEqual(NOTHING)
  })

  test('the first start of a computer that signs, on a desk with a past', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const desk = await rosaAt(await openDesk(folder))
    await desk.station.close()
    const apart = new Apart()
    const signing = await openedWith(folder, apart, desk.clock)
    expect(await foundAt(signing)).toEqual(NOTHING)
    expect(genuine(apart.kept ?? '')?.public_key).toBe(makeSigner(SIGNING).public_key)
    const epochs = checked(signing.folder).head.split('.')[1]
    const again = await signing.reopen({ signing: apart })
    expect(checked(again.folder).head.split('.')[1]).toBe(epochs)
  })

  test('a start by a program that signs nothing', async () => {
    const apart = new Apart()
    const { desk } = await dayAtDesk(apart)
    const unsigned = await openDesk(desk.folder, {}, desk.clock)
    expect(await foundAt(unsigned)).toEqual(NOTHING)
    expect(await foundAt(await unsigned.reopen({ signing: apart }))).toEqual(NOTHING)
  })
})

describe('where the journal ends is signed', () => {
  const acts: readonly (readonly [string, (desk: TestDesk) => Promise<unknown>])[] = [
    ['at sign-out', (desk) => desk.ok('staff.sign-out', { commandId: desk.id() })],
    ['at an export', (desk) => desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })],
    ['at a backup', (desk) => desk.ok('store.backup', { to_folder: join(testFolder(), 'friday') })],
    ['at closing', (desk) => desk.station.close()],
  ]
  test.each(acts)('%s', async (_, act) => {
    const apart = new Apart()
    const desk = await signedDesk(apart)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await act(desk)
    const again = await desk.reopen({ signing: apart })
    const { head } = checked(again.folder)
    const { terminal, epoch, seq, hash } = genuine(apart.kept ?? '') ?? {}
    expect(`${terminal}.${epoch}.${seq}:${hash}`).toBe(head)
  })

  test('and the line is beside the data files, in the export and in the backup, with a note to print', async () => {
    const apart = new Apart()
    const desk = await signedDesk(apart)
    const place = testFolder()
    await desk.ok('journal.export', { to_file: join(place, 'journal.jsonl') })
    const first = JSON.parse(readFileSync(join(place, 'journal.jsonl'), 'utf8').split('\n')[0] ?? '') as {
      signed: string
    }
    expect(first.signed).toBe(apart.kept)
    await desk.ok('store.backup', { to_folder: join(place, 'friday') })
    for (const folder of [desk.folder, join(place, 'friday')]) {
      expect(readFileSync(join(folder, 'head.signed'), 'utf8')).toBe(`${apart.kept}\n`)
    }
    const note = readFileSync(join(place, 'friday', 'note.txt'), 'utf8')
    const { signing_key } = await desk.ok('system.status', {})
    const { head } = checked(join(place, 'friday'))
    expect([note.includes(head), signing_key !== '' && note.includes(signing_key)]).toEqual([true, true])
  })

  test('nowhere, on a computer without a key for it', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const desk = await rosaAt(await openDesk(folder))
    const place = join(testFolder(), 'friday')
    await desk.ok('store.backup', { to_folder: place })
    expect([existsSync(join(folder, 'head.signed')), existsSync(join(place, 'head.signed'))]).toEqual([false, false])
    expect(existsSync(join(place, 'note.txt'))).toBe(true)
  })
})
