/** The ways out when the files do not open: trying again, the recovery key, a backup, going on without what is lost. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { readWitness, writeWitness } from '../../../main/store/files/witness-files.ts'
import { recoveryKeyOf } from '../../../shared/kernel/recovery-key.ts'
import { openDesk, rosaAt, type TestDesk, workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS, PIN } from '../support/small-library.ts'
import { BEN, benAtDesk, WEI } from '../support/staff.ts'
import { en } from '../../../shared/words/en/en.ts'

const OTHER_KEY = new Uint8Array(32).fill(9)
const ON_PAPER = recoveryKeyOf(KEY).join(' ')
const LOG = 'journal.db-wal'

/** Supervisors may look after the desk here. */
async function supervisorsMay(desk: TestDesk): Promise<void> {
  const given = { role: 'supervisor', grant: 'look-after-desk', is_granted: true } as const
  await desk.ok('role.set', { commandId: desk.id(), ...given, amount_cents_max: null, days_count_max: null })
}

async function rescueOf(desk: TestDesk): Promise<object> {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  return { stage: snapshot.stage, ...snapshot.rescue }
}

async function outOf(desk: TestDesk, card_barcode: string): Promise<readonly string[]> {
  await rosaAt(desk)
  return (await desk.ok('patron.get', { card_barcode })).loans.map((loan) => loan.title)
}

/** A desk with two books out to Dana, whose log was damaged by one bit before they were lent. */
async function damaged(before: (desk: TestDesk) => Promise<void> = async () => {}): Promise<TestDesk> {
  const desk = await workingDesk()
  await before(desk)
  await benAtDesk(desk)
  await desk.scan(CARDS.dana)
  const folder = testFolder()
  const good = readFileSync(join(desk.folder, LOG)).length
  await desk.scan(ITEMS.warmth)
  await desk.scan(ITEMS.educated)
  cpSync(desk.folder, folder, { recursive: true })
  const log = readFileSync(join(folder, LOG))
  expect(log.length).toBeGreaterThan(good + 2 * 4120)
  log.writeUInt8(log.readUInt8(good + 2000) ^ 1, good + 2000)
  writeFileSync(join(folder, LOG), log)
  return openDesk(folder, {}, desk.clock)
}

describe('a log whose damage hides confirmed acts', () => {
  test('is told before anything is opened: how many acts, and from when on', async () => {
    const desk = await damaged()
    const log = readFileSync(join(desk.folder, LOG))
    expect(await rescueOf(desk)).toEqual({
      stage: 'rescue',
      can_restore: true,
      can_unlock: false,
      go_on: 'At this desk, up to 2 of the last entries, from 11:07 AM on, may be missing.',
    })
    expect((await desk.ok('desk.snapshot', {})).snapshot.strip.trouble).toContain('some that were confirmed')
    await desk.ok('rescue.retry', {})
    expect(readFileSync(join(desk.folder, LOG)).equals(log)).toBe(true)
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('trial-'))).toEqual([])
  })

  test('is gone on without by a manager alone, and the files are kept as they are', async () => {
    const desk = await damaged()
    const before = readFileSync(join(desk.folder, LOG))
    const ask = (initials: string, pin: string) => desk.call('rescue.go-on', { initials, pin })
    expect(await ask('RO', '0000')).toMatchObject({ kind: 'refused', code: 'sign-in-failed' })
    expect(await ask(BEN.initials, BEN.pin)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
    expect(readFileSync(join(desk.folder, LOG)).equals(before)).toBe(true)

    const { snapshot } = await desk.ok('rescue.go-on', { initials: 'ro', pin: PIN })
    expect(snapshot).toMatchObject({ stage: 'sign-in', rescue: null })
    const kept = readdirSync(desk.folder).find((name) => name.startsWith('kept-')) ?? ''
    expect(readFileSync(join(desk.folder, kept, LOG)).equals(before)).toBe(true)
    expect(await outOf(desk, CARDS.dana)).toEqual([])
    const { problems, head } = await desk.ok('journal.verify', {})
    expect(problems).toEqual([])
    expect(head.split('.')[1]).toBe('2')
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    expect((await desk.ok('patron.get', { card_barcode: CARDS.dana })).loans).toHaveLength(1)
  })

  test('says as well what a witness knows is missing; going on without it is entered, and not told again', async () => {
    const given = await damaged()
    await given.station.close()
    const folder = testFolder()
    cpSync(given.folder, folder, { recursive: true })
    const known = readWitness(folder, 'desk')
    if (!known) throw new Error('no witness')
    const before = await rescueOf(await openDesk(folder, {}, given.clock))
    writeWitness(folder, 'desk', { ...known, seq: known.seq + 40, hash: 'ab'.repeat(32) })
    const desk = await openDesk(folder, {}, given.clock)
    const { go_on } = (await desk.ok('desk.snapshot', {})).snapshot.rescue ?? {}
    expect(go_on?.length).toBeGreaterThan(
      JSON.stringify(before).length - JSON.stringify({ ...before, go_on: '' }).length,
    )
    await desk.ok('rescue.go-on', { initials: 'ro', pin: PIN })
    expect((await desk.ok('system.status', {})).missing).toEqual([])
    const again = await desk.reopen()
    expect((await again.ok('system.status', {})).missing).toEqual([])
    await again.station.close()
    const store = openStore(folder, KEY)
    const content = store.db.db.prepare('SELECT content FROM event WHERE epoch = 2 AND seq = 1').pluck().get()
    store.close()
    expect(JSON.parse(String(content))).toMatchObject({
      body: { is_accepted: true, missing: [{ known_by: 'desk', seq: known.seq + 40 }] },
    })
  })

  test('is gone on without by another person who looks after the desk', async () => {
    const desk = await damaged(supervisorsMay)
    expect(await desk.call('rescue.go-on', { initials: BEN.initials, pin: BEN.pin })).toMatchObject({
      kind: 'refused',
      code: 'not-permitted',
    })
    const { snapshot } = await desk.ok('rescue.go-on', { initials: WEI.initials, pin: WEI.pin })
    expect(snapshot).toMatchObject({ stage: 'sign-in', rescue: null })
  })

  test('takes no more guesses at a PIN after five', async () => {
    const desk = await damaged()
    const codes = []
    for (let guess = 0; guess < 6; guess += 1) {
      const result = await desk.call('rescue.go-on', { initials: 'RO', pin: `000${guess}` })
      codes.push(result.kind === 'refused' ? result.code : result.kind)
    }
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'sign-in-failed'))
    expect(codes[5]).toBe('sign-in-paused')
  })

  test('or a backup takes its place, and the damaged log is kept untouched', async () => {
    const desk = await workingDesk()
    const backup = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder: backup })
    const broken = await damaged()
    const before = readFileSync(join(broken.folder, LOG))
    await broken.ok('store.restore', { commandId: broken.id(), from_folder: backup, initials: 'RO', pin: PIN })
    const kept = readdirSync(broken.folder).find((name) => name.startsWith('replaced-')) ?? ''
    expect(readFileSync(join(broken.folder, kept, LOG)).equals(before)).toBe(true)
    expect(await outOf(broken, CARDS.dana)).toEqual([])
  })
})

describe('trying again', () => {
  test('opens the desk once nobody else holds its files', async () => {
    const desk = await workingDesk()
    await desk.station.close()
    const other = openStore(desk.folder, KEY)
    const shut = await openDesk(desk.folder, {}, desk.clock)
    expect(await rescueOf(shut)).toEqual({ stage: 'rescue', can_restore: false, can_unlock: false, go_on: '' })
    const first = (await shut.ok('desk.snapshot', {})).snapshot
    expect((await shut.ok('rescue.retry', {})).snapshot.stage).toBe('rescue')
    other.close()
    const { snapshot } = await shut.ok('rescue.retry', {})
    expect(snapshot.stage).toBe('sign-in')
    expect(snapshot.version).toBeGreaterThan(first.version)
    expect(await outOf(shut, CARDS.dana)).toEqual([])
  })

  test('does nothing to a desk that is open', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    expect((await desk.ok('rescue.retry', {})).snapshot.patron?.card_barcode).toBe(CARDS.dana)
    expect(await desk.call('rescue.unlock', { recovery_key: ON_PAPER })).toMatchObject({ code: 'rescue-over' })
    expect(await desk.call('rescue.go-on', { initials: 'RO', pin: PIN })).toMatchObject({ code: 'rescue-over' })
  })
})

describe('without its key', () => {
  test('the desk opens with the recovery key, and keeps it for the next start', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const shut = await desk.reopen({ key: null })
    expect(await rescueOf(shut)).toMatchObject({ stage: 'rescue', can_restore: true, can_unlock: true })
    expect((await shut.ok('rescue.unlock', { recovery_key: ON_PAPER.toLowerCase() })).snapshot.stage).toBe('sign-in')
    expect(shut.keys).toEqual([KEY])
    expect(await outOf(shut, CARDS.dana)).toEqual(['The Warmth of Other Suns'])
    for (const group of recoveryKeyOf(KEY)) expect(shut.log.join(' ')).not.toContain(group)
  })

  test.each([
    ['a letter is wrong', ON_PAPER.replace(/.$/, 'Z'), 'recovery-key-mistyped'],
    ['a group is left out', ON_PAPER.slice(6), 'recovery-key-length'],
    ['it is another desk’s', recoveryKeyOf(OTHER_KEY).join('-'), 'recovery-key-wrong'],
  ])('it stays shut when %s', async (_, recovery_key, code) => {
    const desk = await workingDesk()
    const shut = await desk.reopen({ key: null })
    expect(await shut.call('rescue.unlock', { recovery_key })).toMatchObject({ kind: 'refused', code })
    expect(await rescueOf(shut)).toMatchObject({ stage: 'rescue', can_unlock: true })
    expect(shut.keys).toEqual([])
    expect((await shut.ok('desk.snapshot', {})).snapshot.strip.trouble).toContain(
      'The key of the data files is missing',
    )
  })

  test('a desk whose key cannot be kept opens even so, and says so', async () => {
    const desk = await workingDesk()
    const keepKey = () => Promise.reject(new Error('the key store is locked'))
    const shut = await desk.reopen({ key: null, keepKey })
    const { snapshot } = await shut.ok('rescue.unlock', { recovery_key: ON_PAPER })
    expect(snapshot).toMatchObject({
      stage: 'sign-in',
      recovered: expect.stringContaining('could not be kept') as string,
    })
  })
})

describe('on another computer', () => {
  async function backupOfFirst(): Promise<string> {
    const first = await workingDesk()
    await first.scan(CARDS.dana)
    await first.scan(ITEMS.warmth)
    const to_folder = join(testFolder(), 'friday')
    await first.ok('store.backup', { to_folder })
    await first.station.close()
    return to_folder
  }

  test('that was never set up, a backup is restored with its recovery key, which it keeps', async () => {
    const from_folder = await backupOfFirst()
    const other = await openDesk(testFolder(), { key: OTHER_KEY })
    expect((await other.ok('desk.snapshot', {})).snapshot.stage).toBe('set-up')
    const restore = (recovery_key?: string) =>
      other.call('store.restore', { commandId: other.id(), from_folder, ...(recovery_key ? { recovery_key } : {}) })
    expect(await restore()).toMatchObject({ kind: 'failed', code: 'backup-damaged' })
    expect(await restore(ON_PAPER.slice(1))).toMatchObject({ kind: 'refused', code: 'recovery-key-length' })
    expect(await restore(ON_PAPER)).toMatchObject({ kind: 'ok' })
    expect(other.keys).toEqual([KEY])
    expect((await other.ok('system.status', {})).restored).toMatchObject([{ by: '', proof: 'never-set-up' }])
    expect(await outOf(other, CARDS.dana)).toEqual(['The Warmth of Other Suns'])
    expect((await other.ok('journal.verify', {})).problems).toEqual([])
    await other.station.close()
    const next = await openDesk(other.folder)
    expect((await next.ok('desk.snapshot', {})).snapshot.stage).toBe('sign-in')
  })

  test('that lost its own key, a backup needs the recovery key', async () => {
    const from_folder = await backupOfFirst()
    const desk = await workingDesk()
    const shut = await desk.reopen({ key: null })
    const commandId = shut.id()
    expect(await shut.call('store.restore', { commandId, from_folder })).toMatchObject({ code: 'recovery-key-needed' })
    const { snapshot } = await shut.ok('store.restore', { commandId, from_folder, recovery_key: ON_PAPER })
    expect(snapshot.stage).toBe('sign-in')
    expect(shut.keys).toEqual([KEY])
  })
})

describe('the note of the last epoch', () => {
  test('that cannot be read opens a new epoch, and the desk works', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.station.close()
    writeFileSync(join(desk.folder, 'epoch'), Buffer.from([0, 255, 17]))
    const next = await openDesk(desk.folder, {}, desk.clock)
    expect((await next.ok('desk.snapshot', {})).snapshot.stage).toBe('sign-in')
    await rosaAt(next)
    const { head, problems } = await next.ok('journal.verify', {})
    expect(problems).toEqual([])
    expect(head.split('.')[1]).toBe('2')
    expect(readFileSync(join(next.folder, 'epoch'), 'utf8')).toBe('2\n')
  })

  test('stands in the way of no restore', async () => {
    const desk = await workingDesk()
    const backup = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder: backup })
    writeFileSync(join(desk.folder, 'epoch'), 'rubbish')
    await desk.ok('store.restore', { commandId: desk.id(), from_folder: backup })
    expect(Number(readFileSync(join(desk.folder, 'epoch'), 'utf8'))).toBeGreaterThan(1)
  })
})

describe('a backup', () => {
  test('goes where it is told, with a slash at the end or not', async () => {
    const desk = await workingDesk()
    const place = testFolder()
    const { folder } = await desk.ok('store.backup', { to_folder: `${join(place, 'friday')}/` })
    expect(folder).toBe(join(place, 'friday'))
    expect(readdirSync(folder).toSorted()).toEqual(['journal.db', 'note.txt', 'reference.db'])
    const { band } = (await desk.ok('desk.snapshot', {})).snapshot
    expect(band).toMatchObject({ outcome: 'done', heading: en.outcomes.records.backup.done })
    expect(band?.sentence).toMatch(/ MB in .*friday/)
  })

  test.each([
    ['a folder that is there', (place: string) => place, 'folder-exists'],
    ['a folder in one that is not there', (place: string) => join(place, 'no', 'such'), 'folder-unreadable'],
    ['a folder under a file', (place: string) => join(place, 'file', 'inside'), 'folder-unreadable'],
    ['a place that makes no folders', () => '/proc/nowhere/backup', 'folder-unreadable'],
  ])('into %s is refused in words, and nothing is made', async (_, to, code) => {
    const desk = await workingDesk()
    const place = testFolder()
    writeFileSync(join(place, 'file'), 'x')
    expect(await desk.call('store.backup', { to_folder: to(place) })).toMatchObject({ kind: 'refused', code })
    expect(readdirSync(place)).toEqual(['file'])
  })

  test('an export into a folder that is not there is refused the same way', async () => {
    const desk = await workingDesk()
    const place = testFolder()
    mkdirSync(join(place, 'there'))
    const to = (to_file: string) => desk.call('journal.export', { to_file })
    expect(await to(join(place, 'no', 'journal.jsonl'))).toMatchObject({ kind: 'refused', code: 'folder-unreadable' })
    expect(await to(join(place, 'there'))).toMatchObject({ kind: 'refused', code: 'file-exists' })
    expect(await to(join(place, 'journal.jsonl'))).toMatchObject({ kind: 'ok' })
    expect(existsSync(join(place, 'journal.jsonl'))).toBe(true)
  })
})
