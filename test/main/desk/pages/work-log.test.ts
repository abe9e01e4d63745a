/** The work log as a page: older entries, and what a filter finds: by person, kind, day, item and patron. */
import { describe, expect, test } from 'vitest'
import type { PageRef, PageView } from '../../../../shared/desk/page.ts'
import { openJournal } from '../../../../main/journal/open.ts'
import { openStore } from '../../../../main/store/store.ts'
import type { EventDraft } from '../../../../shared/journal/event.ts'
import { branchCode, commandId, staffCode } from '../../../../shared/kernel/ids.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cashFor, moneyDesk, tableOf } from '../../support/money-desk.ts'
import { makeFiles, openDesk, rosaAt, workingDesk, type TestDesk } from '../../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { BEN, benAtDesk, comes } from '../../support/staff.ts'

type Find = Input<'work-log.find'>
const EVERY: Find = { staff_code: '', group: '', from_on: null, to_on: null, barcode: '' }
const DAY_MS = 86_400_000
/** More than is read before the answer. */
const LONG_COUNT = 3_000
/** By one command: fewer writes to the disk. */
const TOGETHER_COUNT = 20

const refsOf = (page: PageView | null): readonly string[] =>
  page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows.map((row) => row.row_id) : [])) ?? []

/** Who and what of each entry found, newest first. */
async function found(desk: TestDesk, wanted: Partial<Find>): Promise<readonly (readonly string[])[]> {
  const { snapshot } = await desk.ok('work-log.find', { ...EVERY, ...wanted })
  expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
  return snapshot.page ? tableOf(snapshot.page, 'work-log').map((cells) => cells.slice(1, 3)) : []
}

test('goes on to older entries, each shown once, and back to the newest', async () => {
  const desk = await rosaAt(await moneyDesk())
  for (let n = 0; n < 60; n += 1) await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  const shown = async (page: PageRef): Promise<PageView | null> => (await desk.ok('desk.go', { page })).snapshot.page
  const act = (page: PageView | null, key: string): PageRef =>
    page?.acts.find((one) => one.key === key)?.call.input['page'] as PageRef
  const newest = await shown({ place: 'work-log', about: '' })
  expect([refsOf(newest).length, newest?.acts.map((one) => one.key)]).toEqual([50, ['F', 'O']])
  const older = await shown(act(newest, 'O'))
  expect(refsOf(older).length).toBeGreaterThan(10)
  expect(older?.acts.map((one) => one.key)).toEqual(['F', 'N'])
  expect(new Set([...refsOf(newest), ...refsOf(older)]).size).toBe(50 + refsOf(older).length)
  expect(refsOf(await shown(act(older, 'N')))).toEqual(refsOf(newest))
  // Page Down and Page Up lead the same way, each entry once.
  expect([newest?.turns.before, older?.turns.next]).toEqual([null, null])
  expect(newest?.turns.next).toEqual(act(newest, 'O'))
  expect(older?.turns.before).toEqual({ place: 'work-log', about: '' })
  const { snapshot } = await desk.ok('work-log.find', { ...EVERY, group: 'in' })
  expect([refsOf(snapshot.page).length, snapshot.page?.lead.startsWith('60 entries.')]).toEqual([50, true])
  expect(refsOf(await shown(act(snapshot.page, 'O')))).toHaveLength(10)
})

test('Page Up goes back by the same pages, also where more was done meanwhile', async () => {
  const desk = await rosaAt(await moneyDesk())
  const checkIns = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1)
      await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  }
  await checkIns(120)
  const shown = async (page: PageRef | null | undefined): Promise<PageView | null> =>
    page ? (await desk.ok('desk.go', { page })).snapshot.page : null
  const first = await shown({ place: 'work-log', about: '' })
  const second = await shown(first?.turns.next)
  const third = await shown(second?.turns.next)
  expect(third?.turns.next).toBeNull()
  expect(refsOf(await shown(third?.turns.before))).toEqual(refsOf(second))
  await checkIns(7)
  const before = await shown((await shown(second?.ref))?.turns.before)
  expect(refsOf(before)).toEqual(refsOf(first))
  expect(before?.turns.before).toEqual({ place: 'work-log', about: '' })
})

/** A folder whose journal is longer than what is read before the answer. */
function longJournal(): string {
  const folder = testFolder()
  makeFiles(folder)
  const [store, random] = [openStore(folder, KEY), seededRandom(9)]
  const occasion = {
    request_hash: new Uint8Array(8),
    at: TUESDAY,
    staff: staffCode('rortiz'),
    branch: branchCode('MAPLE'),
  }
  const viewed = (): EventDraft => ({ kind: 'list-viewed', body: { list: 'overdue' } })
  const journal = openJournal(store, TUESDAY, random, false)
  const drafts = Array.from({ length: TOGETHER_COUNT }, viewed)
  for (let n = 0; n < LONG_COUNT; n += TOGETHER_COUNT)
    journal.record({ ...occasion, command_id: commandId(TUESDAY, random) }, drafts)
  store.close()
  return folder
}

test('a search that fails says so, and that it may be repeated', async () => {
  const folder = longJournal()
  const store = openStore(folder, KEY)
  // An early entry that nothing else reads today.
  store.db.db.exec(`DROP TRIGGER event_never_changes; UPDATE event SET content = '{}' WHERE seq = 500`)
  store.close()
  const desk = await rosaAt(await openDesk(folder))
  await desk.ok('work-log.find', { ...EVERY, group: 'patrons' })
  const shown = async (): Promise<PageView | null> =>
    (await desk.ok('desk.go', { page: { place: 'work-log', about: 'found' } })).snapshot.page
  await expect.poll(async () => (await shown())?.lead).toContain(en.pages.staff.log.failed)
  expect((await shown())?.sections).toEqual([])
  expect((await shown())?.acts.map((one) => one.key)).toEqual(['F', 'A'])
})

test('a long log is read beside the scans, and then says how many it found', async () => {
  const desk = await rosaAt(await openDesk(longJournal()))
  const { snapshot } = await desk.ok('work-log.find', { ...EVERY, group: 'patrons' })
  expect(snapshot.page?.sections.map((one) => one.kind)).toEqual(['progress'])
  const said = async (): Promise<string | undefined> =>
    (await desk.ok('desk.go', { page: { place: 'work-log', about: 'found' } })).snapshot.page?.lead
  expect((await desk.scan(CARDS.dana)).patron?.name).toBe('Dana Miller')
  await desk.ok('desk.finish', {})
  await expect.poll(said).toContain('3,000 entries.')
  expect(desk.pushes.some((push) => push.topic === 'progress' && push.progress < 1)).toBe(true)
  const { lines } = await desk.ok('work-log.find-preview', { ...EVERY, group: 'patrons' })
  expect(lines.map((one) => one.text)).toEqual(['3,000 entries.'])
})

describe('a filter', () => {
  test('by person and kind; what is recorded while it is open is added, and what was undone is one line', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    await rosaAt(desk)
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
    expect(await found(desk, { staff_code: 'BC-1', group: 'out' })).toEqual([['Ben Cole', 'Checked out']])
    expect(await found(desk, { staff_code: 'rortiz', group: 'out' })).toEqual([])
    expect(await found(desk, { group: 'in' })).toEqual([['Rosa Ortiz', 'Checked in']])
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.becoming })
    const { page } = (await desk.ok('desk.go', { page: { place: 'work-log', about: 'found' } })).snapshot
    expect(refsOf(page)).toHaveLength(2)
    const { lines } = await desk.ok('work-log.find-preview', { ...EVERY, group: 'in' })
    expect(lines.map((one) => one.text)).toEqual(['2 entries.'])
    await comes(desk, BEN)
    // Each person finds for themselves.
    expect((await desk.ok('desk.go', { page: null })).snapshot.page).toBeNull()
    expect(await desk.call('desk.go', { page: { place: 'work-log', about: 'found' } })).toMatchObject({
      code: 'page-empty',
    })
  })

  test('what was undone is found as such, and not among what was done about the desk', async () => {
    const desk = await workingDesk()
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await found(desk, { group: 'undone' })).toEqual([['Rosa Ortiz', en.outcomes.undo.undid('check-in')]])
    const { page } = (await desk.ok('desk.go', { page: { place: 'work-log', about: '' } })).snapshot
    const notes = page ? tableOf(page, 'work-log').map((cells) => [cells[2], cells[4]]) : []
    expect(notes).toContainEqual([en.log.done['item-checked-in'], en.refusals['undo-done'].short])
    const { lines } = await desk.ok('work-log.find-preview', { ...EVERY, group: 'desk' })
    expect(lines.map((one) => one.text).join()).not.toContain(en.outcomes.undo.undid('check-in'))
  })

  test('from day to day', async () => {
    const desk = await workingDesk()
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
    desk.clock.pass(DAY_MS)
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.becoming })
    const { today } = (await desk.ok('desk.go', { page: { place: 'work-log', about: '' } })).snapshot.page ?? {}
    expect(await found(desk, { group: 'in', from_on: today ?? null })).toHaveLength(1)
    expect(await found(desk, { group: 'in', from_on: '2026-11-24', to_on: '2026-11-24' })).toHaveLength(1)
    expect(await found(desk, { group: 'in', from_on: '2026-11-24' })).toHaveLength(2)
  })

  test('of an item as long as the log shows its title; of a patron for a role that sees who looked', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    expect(await found(desk, { barcode: ITEMS.warmth })).toEqual([['Rosa Ortiz', 'Checked out']])
    expect(await found(desk, { barcode: CARDS.dana })).toEqual([['Rosa Ortiz', 'Checked out']])
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(JSON.stringify(snapshot.page)).not.toMatch(new RegExp(`Miller|${CARDS.dana}`))
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    desk.clock.pass(2 * DAY_MS)
    expect(await found(desk, { barcode: ITEMS.warmth })).toEqual([])
    expect(await desk.call('work-log.find', { ...EVERY, barcode: '999' })).toMatchObject({ code: 'item-gone' })
    await benAtDesk(desk)
    expect(await desk.call('work-log.find', { ...EVERY, barcode: CARDS.dana })).toMatchObject({ code: 'not-permitted' })
  })
})

test('money is in the log with its amount and receipt number, and what cannot be undone is no note', async () => {
  const desk = await rosaAt(
    await moneyDesk({
      also: [`INSERT INTO product VALUES ('COPY', 'Copies', 'C', 10, 'sale', 'copies', NULL, 0, 10, 1)`],
    }),
  )
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  const { done } = await desk.ok('payment.take', {
    ...cashFor('', 0),
    commandId: desk.id(),
    charges: [],
    sales: [{ product_code: 'COPY', quantity_count: 3, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 30 }],
  })
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'work-log', about: '' } })
  const notes = snapshot.page ? tableOf(snapshot.page, 'work-log').map((cells) => [cells[2], cells[4]]) : []
  const { done: said, receipt } = en.log
  expect(notes.slice(0, 2)).toEqual([
    [said['receipt-made'], `$0.30; ${receipt(done?.full_receipt_number ?? '')}`],
    [said['drawer-opened'], ''],
  ])
})
