/** Mail that came back, recorded at the desk: as a block about the address, until the address is checked. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, expectRebuilt, settled, start } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const LIVES = [1, 2].map(
  (id) => `INSERT INTO patron_address VALUES (${id}, 1, 'home', '12 Elm St', 'Deerfield', 'IL', '60015', 1)`,
)
const { card_lists } = en.pages

async function account(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  expect(pageFaults(page)).toEqual([])
  return page
}

const check = (desk: TestDesk, what: 'mail' | 'address') => desk.call('patron.check', { commandId: desk.id(), what })
const undo = (desk: TestDesk) => desk.ok('desk.undo', { commandId: desk.id() })

async function listed(desk: TestDesk): Promise<readonly string[]> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'card-lists', about: 'mail' } })
  const [section] = must(snapshot.page, 'the list').sections
  return section?.kind === 'table' ? section.rows.flatMap(({ cells }) => cells.slice(0, 1).map(({ text }) => text)) : []
}

/** Where it is told, and what the account offers about it. */
async function shown(desk: TestDesk) {
  const page = await account(desk)
  const labels = page.acts.map(({ label }) => label)
  const notices = (await desk.ok('desk.snapshot', {})).snapshot.patron?.notices ?? []
  return {
    panel: notices.filter(({ detail }) => detail === en.panel.mail_back).length,
    account: JSON.stringify(page.sections).includes(en.panel.mail_back),
    offered: [card_lists.acts.mail, card_lists.acts.address].filter((label) => labels.includes(label)),
    list: await listed(desk),
  }
}

const BACK = { panel: 1, account: true, offered: [card_lists.acts.address], list: ['Dana Miller'] }
const FINE = { panel: 0, account: false, offered: [card_lists.acts.mail], list: [] }

async function danaHere(also: readonly string[] = []): Promise<TestDesk> {
  const desk = await cardDesk(false, [...LIVES, `UPDATE patron SET address_checked_on = '2026-11-02'`, ...also])
  await desk.scan(CARDS.dana)
  return desk
}

async function edit(desk: TestDesk, typed: Record<string, string>) {
  const page = await account(desk)
  const act = must(
    page.acts.find(({ call, asks }) => call.method === 'patron.edit' && asks.length > 1),
    'the edit',
  )
  const before = Object(act.call.input['typed']) as Record<string, string>
  return desk.call('patron.edit', {
    commandId: desk.id(),
    typed: { ...before, ...typed },
    category_code: 'ADULT',
    name_proof: '',
  } as never)
}

test('it stops a checkout, is told and listed; checked it ends; both are undone', async () => {
  const desk = await danaHere()
  expect(await shown(desk)).toEqual(FINE)
  expect((await check(desk, 'mail')).kind).toBe('ok')
  expect(await shown(desk)).toEqual(BACK)
  expect(await check(desk, 'mail')).toMatchObject({ code: 'patron-unchanged' })
  const [row] = (await desk.scan(ITEMS.warmth)).rows
  expect(row?.happened).toBe(en.refusals['patron-blocked'].short)
  expect((await check(desk, 'address')).kind).toBe('ok')
  expect(await shown(desk)).toMatchObject({ panel: 0, list: [] })
  await undo(desk)
  expect(await shown(desk)).toEqual(BACK)
  await undo(desk)
  expect(await shown(desk)).toEqual(FINE)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('a corrected address ends it, and another phone does not; undoing the correction brings it back', async () => {
  const desk = await danaHere()
  await check(desk, 'mail')
  expect((await edit(desk, { phone: '847-555-0199' })).kind).toBe('ok')
  expect(await shown(desk)).toEqual(BACK)
  expect((await edit(desk, { street: '14 Oak St' })).kind).toBe('ok')
  expect(await shown(desk)).toMatchObject({ panel: 0, account: false, list: [] })
  await undo(desk)
  expect(await shown(desk)).toEqual(BACK)
})

test('no key of the row renews the card; renewed with the address asked for, it is over', async () => {
  const desk = await danaHere([`UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`])
  await check(desk, 'mail')
  const row = must((await desk.scan(ITEMS.warmth)).rows[0], 'a row')
  const input = { commandId: desk.id(), row_id: row.row_id, key: '2' }
  expect(await desk.call('desk.answer', input)).toMatchObject({ code: 'choice-unknown' })
  const typed = { is_address_checked: true, household_count: null, basis_cents: null, home_expires_on: null }
  await desk.ok('card.renew', { commandId: desk.id(), ...typed })
  expect(await shown(desk)).toMatchObject({ panel: 0, list: [] })
})

test('a check of this morning does not settle mail that comes back after it; each is undone by itself', async () => {
  const desk = await danaHere()
  for (const [what, then] of [
    ['address', FINE],
    ['mail', BACK],
    ['address', FINE],
    ['mail', BACK],
  ] as const) {
    expect((await check(desk, what)).kind).toBe('ok')
    expect(await shown(desk)).toEqual(then)
  }
  for (const then of [FINE, BACK, FINE]) {
    await undo(desk)
    expect(await shown(desk)).toEqual(then)
  }
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('without an address it is asked for', async () => {
  const none = await danaHere(['DELETE FROM patron_address'])
  expect(await shown(none)).toEqual(FINE)
  expect((await check(none, 'mail')).kind).toBe('ok')
  expect(await shown(none)).toEqual(BACK)
})

test('kept through a rebuild, and under a reference file of before', async () => {
  const desk = await cardDesk(false, LIVES)
  const before = await copyOf(desk)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  await check(at, 'mail')
  await expectRebuilt(at)
  const found = (await start(at))['blocks']
  expect(found).toHaveLength(1)
  exchange(at, before)
  expect((await start(at))['blocks']).toEqual(found)
})

test('goes over in a merge, also under a file of before, and comes back when they are two again', async () => {
  const desk = await cardDesk(false, LIVES)
  const before = await copyOf(desk)
  const first = await rosaAt(await desk.reopen())
  await first.scan(CARDS.omar)
  await check(first, 'mail')
  await first.ok('desk.finish', {})
  const two = (await start(first))['blocks']
  expect(two).toHaveLength(1)
  const merging = await rosaAt(await first.reopen())
  await merging.scan(CARDS.dana)
  await merging.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
  await merging.ok('patron.merge', { commandId: merging.id(), other_patron_id: 2, turned: [] })
  expect(await shown(merging)).toEqual(BACK)
  await merging.ok('desk.finish', {})
  const one = (await start(merging))['blocks']
  expect(one).toHaveLength(1)
  exchange(merging, before)
  expect((await start(merging))['blocks']).toEqual(one)
  const at = await rosaAt(await merging.reopen())
  await at.scan(CARDS.dana)
  await undo(at)
  await at.ok('desk.finish', {})
  expect((await start(at))['blocks']).toEqual(two)
})

test.each([
  ['the kept record first', [CARDS.dana, CARDS.omar]],
  ['the former record first', [CARDS.omar, CARDS.dana]],
])('on one day of both, settled, %s: each has its own when they are two again', async (_, order) => {
  const desk = await cardDesk(false, LIVES)
  for (const card of order) {
    await desk.scan(card)
    expect((await check(desk, 'mail')).kind).toBe('ok')
    await desk.ok('desk.finish', {})
  }
  await settled(desk)
  const two = (await start(desk))['blocks']
  expect(two).toHaveLength(2)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  await at.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
  await at.ok('patron.merge', { commandId: at.id(), other_patron_id: 2, turned: [] })
  await undo(at)
  await at.ok('desk.finish', {})
  expect((await start(at))['blocks']).toEqual(two)
})

/** A month that never was, and the clock right again. */
async function ahead(desk: TestDesk, work: () => Promise<unknown>): Promise<void> {
  const now = desk.clock.now()
  desk.clock.pass(30 * MS_PER_DAY)
  await work()
  desk.clock.set(now)
  await desk.ok('desk.trust-clock', { commandId: desk.id() })
  await desk.scan(CARDS.dana)
}

const told = async (desk: TestDesk) => (await shown(desk)).panel

test('recorded while the clock was ahead, it ends with a check, a renewal or an edit of today', async () => {
  const renewal = { is_address_checked: true, household_count: null, basis_cents: null, home_expires_on: null }
  for (const settles of [
    (desk: TestDesk) => check(desk, 'address'),
    (desk: TestDesk) => desk.call('card.renew', { commandId: desk.id(), ...renewal }),
    (desk: TestDesk) => edit(desk, { street: '14 Oak St' }),
  ]) {
    const desk = await danaHere()
    await ahead(desk, () => check(desk, 'mail'))
    expect(await told(desk)).toBe(1)
    expect((await settles(desk)).kind).toBe('ok')
    expect(await shown(desk)).toMatchObject({ panel: 0, list: [] })
    await undo(desk)
    expect(await told(desk)).toBe(1)
  }
})

test('it counts after a check that was made while the clock was ahead', async () => {
  const desk = await danaHere()
  await ahead(desk, () => check(desk, 'address'))
  expect((await check(desk, 'mail')).kind).toBe('ok')
  expect(await shown(desk)).toEqual(BACK)
  await undo(desk)
  expect(await told(desk)).toBe(0)
  expect((await check(desk, 'mail')).kind).toBe('ok')
  expect((await check(desk, 'address')).kind).toBe('ok')
  expect(await told(desk)).toBe(0)
  await expectRebuilt(desk)
})

test('beside another block, and after two mails, the refusal says each once and in words', async () => {
  const blocks = [
    `INSERT INTO patron_block VALUES ('b901', 1, 'address', '2026-11-02', NULL, '')`,
    `INSERT INTO patron_block VALUES ('b902', 1, 'address', '2026-11-20', NULL, '')`,
    `INSERT INTO patron_block VALUES ('b903', 1, 'note', '2026-11-20', NULL, 'Ask for ID')`,
  ]
  const desk = await danaHere(['DELETE FROM patron_block', 'UPDATE patron SET address_checked_on = NULL', ...blocks])
  const { band } = await desk.scan(ITEMS.warmth)
  expect(must(band, 'the refusal').sentence).toContain('Blocked: mail came back; Ask for ID.')
})

test('of two on one day the first one is not undone alone', async () => {
  const desk = await danaHere()
  for (const what of ['mail', 'address', 'mail'] as const) await check(desk, what)
  const { entries } = await desk.ok('work-log.list', { limit: 3 })
  const undone = (at: number) => desk.call('desk.undo-act', { commandId: desk.id(), event: entries[at]?.event ?? '' })
  expect(await undone(2)).toMatchObject({ code: 'undo-record-changed' })
  expect(await told(desk)).toBe(1)
  for (const at of [0, 1, 2]) expect((await undone(at)).kind).toBe('ok')
  expect(await told(desk)).toBe(0)
})

test('of both records on one day, that of the kept one is not undone while they are one', async () => {
  const desk = await cardDesk(false, LIVES)
  for (const card of [CARDS.omar, CARDS.dana]) {
    await desk.scan(card)
    await check(desk, 'mail')
    await desk.ok('desk.finish', {})
  }
  const { entries } = await desk.ok('work-log.list', { limit: 1 })
  const event = entries[0]?.event ?? ''
  await desk.scan(CARDS.dana)
  await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: 2, turned: [] })
  const undone = () => desk.call('desk.undo-act', { commandId: desk.id(), event })
  expect(await undone()).toMatchObject({ code: 'undo-record-changed' })
  expect(await told(desk)).toBe(1)
  await undo(desk)
  expect((await undone()).kind).toBe('ok')
  await desk.ok('desk.finish', {})
  expect((await start(desk))['blocks']).toMatchObject([expect.stringContaining('"patron_id":2')])
})
