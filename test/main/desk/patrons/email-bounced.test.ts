/** E-mail that came back: said on the account and on a list, no notices are sent to it, another address ends it. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, expectRebuilt, start } from '../../support/reference-files.ts'
import { CARDS } from '../../support/small-library.ts'

const HAS_EMAIL = `UPDATE patron SET email = 'dana@example.org', notice_kind = 'email', receipt_kind = 'email'
  WHERE patron_id = 1`
const { card_lists, account: said } = en.pages

async function account(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  expect(pageFaults(page)).toEqual([])
  return page
}

const check = (desk: TestDesk, what: 'bounced' | 'arrives') => desk.call('patron.check', { commandId: desk.id(), what })

async function listed(desk: TestDesk): Promise<readonly string[]> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'card-lists', about: 'email' } })
  const [section] = must(snapshot.page, 'the list').sections
  return section?.kind === 'table' ? section.rows.flatMap(({ cells }) => cells.slice(0, 1).map(({ text }) => text)) : []
}

/** What the account says of e-mail, and the acts about it. */
async function shown(desk: TestDesk) {
  const page = await account(desk)
  const labels = page.acts.map(({ label }) => label)
  const acts = card_lists.acts
  return {
    isTold: JSON.stringify(page.sections).includes('came back'),
    correct: page.acts.filter(({ label }) => label === acts.email).map(({ key, weight }) => [key, weight]),
    more: [acts.bounced, acts.arrives].filter((label) => labels.includes(label)),
  }
}

const BOUNCED = { isTold: true, correct: [['Q', 'main']], more: [card_lists.acts.arrives] }
const FINE = { isTold: false, correct: [], more: [card_lists.acts.bounced] }

async function danaHere(): Promise<TestDesk> {
  const desk = await cardDesk(false, [HAS_EMAIL])
  await desk.scan(CARDS.dana)
  return desk
}

async function edit(desk: TestDesk, email: string) {
  const page = await account(desk)
  const act = must(
    page.acts.find(({ call, asks }) => call.method === 'patron.edit' && asks.length > 1),
    'the edit',
  )
  const typed = Object(act.call.input['typed']) as Record<string, string>
  return desk.call('patron.edit', {
    commandId: desk.id(),
    typed: { ...typed, email },
    category_code: 'ADULT',
    name_proof: '',
  } as never)
}

test('it is said on the account and beside it, and on the list; said twice, nothing is recorded', async () => {
  const desk = await danaHere()
  expect(await shown(desk)).toEqual(FINE)
  expect(await listed(desk)).toEqual([])
  expect((await check(desk, 'bounced')).kind).toBe('ok')
  expect(await shown(desk)).toEqual(BOUNCED)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.patron?.notices.map(({ heading }) => heading)).toContain(en.panel.email_bounced)
  expect(await listed(desk)).toEqual(['Dana Miller'])
  expect(await check(desk, 'bounced')).toMatchObject({ code: 'patron-unchanged' })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('the account says that notices are not sent there', async () => {
  const desk = await danaHere()
  const told = en.pages.patrons.form.choices.notice_kind.email
  const facts = async (): Promise<string> => JSON.stringify((await account(desk)).sections)
  expect(await facts()).not.toContain(said.who.told_bounced(told))
  await check(desk, 'bounced')
  expect(await facts()).toContain(said.who.told_bounced(told))
})

test('another address ends it; undoing the correction brings both back, undoing the note ends it', async () => {
  const desk = await danaHere()
  await check(desk, 'bounced')
  expect((await edit(desk, 'dana.miller@example.org')).kind).toBe('ok')
  expect(await shown(desk)).toEqual(FINE)
  expect(await listed(desk)).toEqual([])
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await shown(desk)).toEqual(BOUNCED)
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await shown(desk)).toEqual(FINE)
})

test('an edit of something else leaves it; that it arrives after all ends it', async () => {
  const desk = await danaHere()
  await check(desk, 'bounced')
  await edit(desk, 'dana@example.org')
  expect(await shown(desk)).toEqual(BOUNCED)
  await check(desk, 'arrives')
  expect(await shown(desk)).toEqual(FINE)
  expect(await check(desk, 'arrives')).toMatchObject({ code: 'patron-unchanged' })
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await shown(desk)).toEqual(BOUNCED)
})

test('without an address there is nothing to say', async () => {
  const desk = await cardDesk(false, [`UPDATE patron SET email = '' WHERE patron_id = 1`])
  await desk.scan(CARDS.dana)
  expect((await shown(desk)).more).toEqual([])
  expect(await check(desk, 'bounced')).toMatchObject({ code: 'patron-unchanged' })
})

test('kept through a rebuild, and under a reference file of before', async () => {
  const desk = await cardDesk(false, [HAS_EMAIL])
  const before = await copyOf(desk)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  await check(at, 'bounced')
  await expectRebuilt(at)
  const found = (await start(at))['bounces']
  expect(found).toHaveLength(1)
  exchange(at, before)
  expect((await start(at))['bounces']).toEqual(found)
})

test('goes with the address where two records become one, and back when they are two again', async () => {
  const desk = await cardDesk(false, [
    `UPDATE patron SET email = '' WHERE patron_id = 1`,
    `UPDATE patron SET email = 'omar@example.org' WHERE patron_id = 2`,
  ])
  await desk.scan(CARDS.omar)
  await check(desk, 'bounced')
  await desk.ok('desk.finish', {})
  const { bounces: before } = await start(desk)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  await at.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
  await at.ok('patron.merge', { commandId: at.id(), other_patron_id: 2, turned: [] })
  expect(await shown(at)).toEqual(BOUNCED)
  await at.ok('desk.undo', { commandId: at.id() })
  await at.ok('desk.finish', {})
  expect((await start(at))['bounces']).toEqual(before)
})
