/** Faults that a careful reader found once; each stays mended. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandOf } from '../../../main/library/command.ts'
import { undoInterruptedRestore } from '../../../main/store/files/restore.ts'
import { openStore } from '../../../main/store/store.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { makeFiles, openDesk, rosaAt, workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

describe('restoring', () => {
  test('a second station may not restore over a desk that is working', async () => {
    const desk = await workingDesk()
    const backup = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder: backup })
    const other = await openDesk(desk.folder, {}, desk.clock)
    const input = { commandId: other.id(), from_folder: backup }
    expect(await other.call('store.restore', input)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.warmth)).band?.outcome).toBe('done')
  })

  test('a folder that is no backup is refused before the desk is stopped', async () => {
    const desk = await workingDesk()
    const result = await desk.call('store.restore', { commandId: desk.id(), from_folder: '/nowhere' })
    expect(result).toMatchObject({ kind: 'refused', code: 'folder-unreadable' })
    expect((await desk.ok('desk.snapshot', {})).snapshot.stage).toBe('desk')
  })

  test('the same restore again is not done twice', async () => {
    const desk = await workingDesk()
    const backup = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder: backup })
    const input = { commandId: desk.id(), from_folder: backup }
    const first = await desk.ok('store.restore', input)
    await rosaAt(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const { snapshot } = await desk.ok('store.restore', input)
    expect(snapshot.version).toBeGreaterThan(first.snapshot.version)
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).is_out).toBe(true)
  })

  test('one that was cut off is undone at the next start', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.station.close()
    mkdirSync(join(desk.folder, 'replaced-now'))
    writeFileSync(join(desk.folder, 'restoring'), 'now')
    renameSync(join(desk.folder, 'journal.db'), join(desk.folder, 'replaced-now', 'journal.db'))
    const again = await openDesk(desk.folder, {}, desk.clock)
    await rosaAt(again)
    expect((await again.ok('item.get', { item_barcode: ITEMS.warmth })).is_out).toBe(true)
    expect(existsSync(join(desk.folder, 'restoring'))).toBe(false)
  })

  test('one whose undoing was cut off as well keeps what the log holds', () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'replaced-now'))
    writeFileSync(join(folder, 'restoring'), 'now')
    writeFileSync(join(folder, 'journal.db'), 'the backup’s copy')
    writeFileSync(join(folder, 'journal.db-wal'), 'the log, put back already')
    writeFileSync(join(folder, 'replaced-now', 'journal.db'), 'what was there')
    undoInterruptedRestore(folder)
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    expect([read('journal.db'), read('journal.db-wal')]).toEqual(['what was there', 'the log, put back already'])
  })

  test.each(['journal.db', 'reference.db'])('without its %s a desk does not start again empty', async (name) => {
    const desk = await workingDesk()
    await desk.station.close()
    for (const tail of ['', '-wal', '-shm']) rmSync(join(desk.folder, name + tail), { force: true })
    const again = await openDesk(desk.folder, {}, desk.clock)
    const { stage, strip } = (await again.ok('desk.snapshot', {})).snapshot
    expect([stage, strip.trouble]).toEqual(['rescue', expect.stringContaining('A data file is missing')])
  })
})

test('damage while working shows rescue in a version that every screen takes', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  const before = (await desk.ok('desk.snapshot', {})).snapshot.version
  const path = join(desk.folder, 'reference.db')
  const file = openSync(path, 'r+')
  for (let at = 4096; at < statSync(path).size; at += 4096) writeSync(file, Buffer.alloc(4096, 7), 0, 4096, at)
  closeSync(file)
  const result = await desk.call('store.backup', { to_folder: join(testFolder(), 'backup') })
  expect(result).toMatchObject({ kind: 'failed', code: 'file-damaged' })
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect([snapshot.stage, snapshot.version > before, snapshot.patron]).toEqual(['rescue', true, null])
  expect(desk.pushes.at(-1)).toMatchObject({ topic: 'desk-changed', version: snapshot.version })
})

describe('who', () => {
  test('a sign-out that was recorded but not shown is shown when it is sent again', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const resume = desk.station.sessionState()
    const signOut = { commandId: desk.id() }
    await desk.ok('staff.sign-out', signOut)
    await desk.station.close()
    const again = await openDesk(desk.folder, { resume }, desk.clock)
    const { snapshot } = await again.ok('staff.sign-out', signOut)
    expect([snapshot.stage, snapshot.patron]).toEqual(['sign-in', null])
  })

  test('one who is relieved by another’s badge leaves under their own name', async () => {
    const desk = await workingDesk()
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    store.reference.db.exec(`INSERT INTO staff VALUES ('bob', 'Bob', 'BB', 'staff', '29999000000027', x'00', x'00', 1)`)
    store.close()
    const again = await openDesk(desk.folder, {}, desk.clock)
    await rosaAt(again)
    await again.scan('29999000000027')
    const [came, left] = (await again.ok('journal.recent', { limit: 2 })).events
    expect([came?.kind, left?.kind, left?.staff_code]).toEqual(['staff-signed-in', 'staff-signed-out', 'rortiz'])
  })

  test('the seal of a command says nothing of a PIN or a card', async () => {
    const desk = await workingDesk()
    const input = { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth }
    await desk.ok('loan.check-out', input)
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    const seals = store.db.db.prepare('SELECT hex(request_hash) FROM command').pluck().all()
    store.close()
    const other = commandOf('loan.check-out', Object.assign({}, input, { card_barcode: CARDS.omar }))
    expect(seals).toContain(Buffer.from(other.request_hash).toString('hex').toUpperCase())
  })
})

describe('lending', () => {
  test('a card that was reported lost borrows nothing by itself', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const store = openStore(folder, KEY)
    store.reference.db.exec(`UPDATE card SET status = 'lost' WHERE barcode = '${CARDS.omar}'`)
    store.close()
    const desk = await openDesk(folder)
    await rosaAt(desk)
    await desk.scan(CARDS.omar)
    const { band, rows } = await desk.scan(ITEMS.warmth)
    expect([band?.outcome, rows[0]?.happened]).toEqual(['decide', 'Card lost'])
  })

  test('at the limit, what one has already can be renewed', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const store = openStore(folder, KEY)
    store.reference.db.exec(`UPDATE patron_category SET loans_count_max = 1`)
    store.close()
    const desk = await openDesk(folder)
    await rosaAt(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    desk.clock.pass(60_000)
    const { rows } = await desk.scan(ITEMS.warmth)
    expect(rows[0]?.choices).toEqual([{ key: '1', label: 'Renew it' }])
  })

  test('undoing “check in, then out” gives the loan back to whom it was', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.omar)
    await desk.scan(ITEMS.warmth)
    const before = await desk.ok('patron.get', { card_barcode: CARDS.omar })
    await desk.scan(CARDS.dana)
    const { rows } = await desk.scan(ITEMS.warmth)
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', key: '1' })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.ok('patron.get', { card_barcode: CARDS.omar })).toEqual(before)
    expect((await desk.ok('patron.get', { card_barcode: CARDS.dana })).loans).toEqual([])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })
})

test('a clock that ran years ahead once is put right by a manager', async () => {
  const desk = await workingDesk()
  const right = desk.clock.now()
  desk.clock.set(instant(right + 10 * 365 * 86_400_000))
  expect((await desk.ok('desk.snapshot', {})).snapshot.strip.trouble).toContain('jumped ahead')
  await desk.scan(CARDS.dana)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  desk.clock.set(right)
  const again = await desk.reopen()
  await rosaAt(again)
  expect((await again.ok('desk.snapshot', {})).snapshot.strip.trouble).toContain('set back')
  await again.ok('desk.trust-clock', { commandId: again.id() })
  await again.scan(CARDS.dana)
  const { band, strip } = await again.scan(ITEMS.warmth)
  expect([band?.fact?.text, strip.trouble]).toEqual(['Tue, Dec 15', ''])
})
