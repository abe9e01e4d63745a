/** Records of one person: looked for beside the desk, listed, opened where they are merged, and why they are not. */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { AlikePairs, PAIRS_MAX } from '../../../../shared/patron/alike/alike-pairs.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, expectRebuilt, settled, start } from '../../support/reference-files.ts'
import { benAtDesk } from '../../support/staff.ts'

const card = (number: number): string => cardNumber(`212340005000${number}`, 'mod-10')

async function look(desk: TestDesk) {
  await desk.ok('desk.go', { page: { place: 'card-lists', about: 'duplicates' } })
  await desk.ok('report.start', { of: 'duplicates' })
  let page = (await desk.ok('desk.snapshot', {})).snapshot.page
  await expect
    .poll(async () => {
      ;({ page } = (await desk.ok('desk.snapshot', {})).snapshot)
      return page?.sections.some(({ kind }) => kind === 'table')
    })
    .toBe(true)
  expect(pageFaults(must(page, 'the page of duplicates'))).toEqual([])
  const [section] = page?.sections ?? []
  const rows = section?.kind === 'table' ? section.rows : []
  return { rows, names: rows.map(({ cells }) => [cells[0]?.text, cells[2]?.text]) }
}

/** The library's data has a Leonard; Leo is registered, and the clerk knows both. */
async function withTwice(): Promise<TestDesk> {
  const twice = `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given,
    preferred_given, surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred,
    is_active)
    VALUES (700, 'old-7', 'ADULT', 'MAPLE', 'Ortiz', 'Leonard', '', 'ortiz', 'leonard', '1988-03-06', '2027-01-01',
    'leo@example.org', '847-555-0134', '', '', 0, 1)`
  const desk = await cardDesk(false, [twice])
  const asked = await desk.call('patron.register', registration(desk, {}, { barcode: card(1) }))
  expect(asked.kind === 'refused' && asked.code).toBe('patron-likely-known')
  await desk.ok('patron.register', registration(desk, {}, { barcode: card(1), another_because: 'checked' }))
  await desk.ok('desk.finish', {})
  return desk
}

test('nothing is listed of who was said to be another person, and their account says why', async () => {
  const desk = await withTwice()
  expect((await look(desk)).names).toEqual([])
  await desk.scan(card(1))
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const who = snapshot.page?.sections.find(({ section_id }) => section_id === 'who')
  const facts = who?.kind === 'facts' ? who.facts.map(({ text }) => text) : []
  expect(facts).toContain('Both are known: not the same')
})

const OLD = [
  [801, 'Maria', '1970-05-05', '847-555-7777'],
  [802, 'María', '1970-05-05', '847-555-7777'],
  [803, 'Mark', '1970-05-05', '847-555-7777'],
] as const

const [, MARIA = ''] = OLD.map(inserted)
function inserted([id, given, born_on, phone]: (typeof OLD)[number]): string {
  return `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
    surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)
    VALUES (${id}, 'o${id}', 'ADULT', 'MAPLE', 'Vega', '${given}', '', 'vega', '${given.toLowerCase()}',
    '${born_on}', '2027-01-01', '', '${phone}', '', '', 0, 1)`
}

const withOld = () => cardDesk(false, OLD.map(inserted))

test('two records of one person are a row that opens one of them, to compare; merged, the row is gone', async () => {
  const desk = await withOld()
  const { names, rows } = await look(desk)
  expect(names).toEqual([['Maria Vega', 'María Vega']])
  const { snapshot } = await desk.ok('desk.open-patron', rows[0]?.enter?.call.input as { patron_id: number })
  expect([snapshot.patron?.patron_id, snapshot.page?.ref.place]).toEqual([801, 'patron-merge'])
  await desk.ok('patron.compare', { patron_id: 802, barcode: '' })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: 802, turned: [] })
  const again = await desk.ok('desk.go', { page: { place: 'card-lists', about: 'duplicates' } })
  const [section] = again.snapshot.page?.sections ?? []
  expect(section?.kind === 'table' && section.rows).toEqual([])
})

test('a pair of two people is on no list again, also under a reference file of before; undone, it is', async () => {
  const desk = await withOld()
  const before = await copyOf(desk)
  const at = await rosaAt(await desk.reopen())
  const { rows } = await look(at)
  await at.ok('desk.open-patron', rows[0]?.enter?.call.input as { patron_id: number })
  const unseen = await at.call('patron.tell-apart', { commandId: at.id(), other_patron_id: 802 })
  expect(unseen.kind === 'refused' && unseen.code).toBe('merge-unfit')
  const compared = (await at.ok('patron.compare', { patron_id: 802, barcode: '' })).snapshot.page
  const act = compared?.acts.find(({ call }) => call.method === 'patron.tell-apart')
  expect([act?.key, pageFaults(must(compared, 'both records'))]).toEqual(['N', []])
  const { snapshot } = await at.ok('patron.tell-apart', { commandId: at.id(), other_patron_id: 802 })
  expect(snapshot.page?.ref).toEqual({ place: 'card-lists', about: 'duplicates' })
  const again = (await at.ok('patron.compare', { patron_id: 802, barcode: '' })).snapshot.page
  expect(again?.acts.some(({ call }) => call.method === 'patron.tell-apart')).toBe(false)
  expect((await look(at)).names).toEqual([])
  expect((await at.ok('journal.verify', {})).problems).toEqual([])
  const apart = (await start(at))['apart']
  await expectRebuilt(at)
  exchange(at, before)
  expect((await start(at))['apart']).toEqual(apart)
  const later = await rosaAt(await at.reopen())
  expect((await look(later)).names).toEqual([])
  await later.ok('desk.undo', { commandId: later.id() })
  expect((await look(later)).names).toEqual([['Maria Vega', 'María Vega']])
  expect((await start(later))['apart']).toEqual([])
  await expectRebuilt(later)
})

function inFile(path: string, sql: string): void {
  const db = openFile(path, KEY)
  db.exec(sql)
  db.close()
}

test.each(['a file of before', 'a file of before one of them was in it'])(
  'two people are apart under %s, once what was said is settled',
  async (which) => {
    const desk = await withOld()
    const before = await copyOf(desk)
    if (which !== 'a file of before') inFile(before, 'DELETE FROM patron WHERE patron_id = 802')
    const at = await rosaAt(await desk.reopen())
    await at.ok('desk.open-patron', { patron_id: 801 })
    await at.ok('patron.compare', { patron_id: 802, barcode: '' })
    await at.ok('patron.tell-apart', { commandId: at.id(), other_patron_id: 802 })
    const { apart } = await start(at)
    await settled(at)
    exchange(at, before)
    await start(at)
    await settled(at)
    // The library's data brings them in again, under the same number.
    if (which !== 'a file of before') inFile(join(at.folder, REFERENCE_FILE), MARIA)
    await settled(at)
    expect((await start(at))['apart']).toEqual(apart)
    const later = await rosaAt(await at.reopen())
    expect((await look(later)).names).toEqual([])
    await expectRebuilt(later)
  },
)

test('once one of two people became a third record, their being two is undone only after that merge', async () => {
  const desk = await withOld()
  await desk.ok('desk.open-patron', { patron_id: 801 })
  await desk.ok('patron.compare', { patron_id: 802, barcode: '' })
  await desk.ok('patron.tell-apart', { commandId: desk.id(), other_patron_id: 802 })
  const { entries } = await desk.ok('work-log.list', { limit: 1 })
  const event = entries[0]?.event ?? ''
  await desk.ok('desk.finish', {})
  await desk.ok('desk.open-patron', { patron_id: 803 })
  await desk.ok('patron.compare', { patron_id: 802, barcode: '' })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: 802, turned: [] })
  const undo = () => desk.call('desk.undo-act', { commandId: desk.id(), event })
  expect(await undo()).toMatchObject({ kind: 'refused', code: 'undo-record-changed' })
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect((await undo()).kind).toBe('ok')
  expect((await start(desk))['apart']).toEqual([])
  await expectRebuilt(desk)
})

test('a role that may not see the lists looks for nothing', async () => {
  const desk = await cardDesk()
  await benAtDesk(desk)
  const answer = await desk.call('report.start', { of: 'duplicates' })
  expect(answer.kind === 'refused' && answer.code).toBe('not-permitted')
})

test('as many pairs as a person walks through are kept, the likeliest, and all are counted once', () => {
  const anyPair = fc.record({
    patron_id: fc.integer({ min: 1, max: 60 }),
    other_patron_id: fc.integer({ min: 1, max: 60 }),
    points: fc.integer({ min: 13, max: 30 }),
  })
  fc.assert(
    fc.property(fc.array(anyPair, { maxLength: 3 * PAIRS_MAX }), (all) => {
      const pairs = new AlikePairs()
      for (const one of all) pairs.add({ ...one, facts: [] })
      const told = all.filter((one) => one.patron_id < one.other_patron_id).map(({ points }) => points)
      const report = pairs.report()
      expect(report.pairs_count).toBe(told.length)
      expect(report.pairs.map(({ points }) => points)).toEqual(told.toSorted((a, b) => b - a).slice(0, PAIRS_MAX))
    }),
    { numRuns: 30 },
  )
})
