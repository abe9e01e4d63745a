/** A merge undone after what its records name has changed: the desk goes on, and it starts again. */
import { expect, test } from 'vitest'
import { openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { moneyFiles } from '../../support/money-desk.ts'
import { expectRebuilt, start } from '../../support/reference-files.ts'
import { CARDS } from '../../support/small-library.ts'

const [DANA, OMAR, ED, FLORA] = [1, 2, 4, 5]

async function deskWith(also: readonly string[]): Promise<TestDesk> {
  return rosaAt(await openDesk(moneyFiles({ also })))
}

/** @returns the entry that says that the two became one */
async function merged(desk: TestDesk, kept: string, former: string, former_id: number): Promise<string> {
  await desk.scan(kept)
  await desk.ok('patron.compare', { patron_id: null, barcode: former })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: former_id, turned: [] })
  await desk.ok('desk.finish', {})
  return (await desk.ok('work-log.list', { limit: 1 })).entries[0]?.event ?? ''
}

const undo = (desk: TestDesk, event: string) => desk.call('desk.undo-act', { commandId: desk.id(), event })

const namedBy = (shown: Awaited<ReturnType<typeof start>>) =>
  (shown['people'] ?? []).flatMap((text) => {
    const { patron_id, ...row } = JSON.parse(text) as Readonly<Record<string, number | null>>
    const named = row['guardian_patron_id'] ?? row['family_patron_id'] ?? null
    return named === null ? [] : [[patron_id, named]]
  })

test.each([
  ['guardian', 'the kept record', DANA],
  ['guardian', 'the former record', OMAR],
  ['family', 'the kept record', DANA],
  ['family', 'the former record', OMAR],
])('a %s whom %s names became another record since: they are named as that one', async (link, _which, of) => {
  const names = `UPDATE patron SET ${link}_patron_id = ${ED}, is_barred = 0, guardian = '' WHERE patron_id = ${of}`
  const desk = await deskWith([names])
  const event = await merged(desk, CARDS.dana, CARDS.omar, OMAR)
  await merged(desk, CARDS.owing, CARDS.barred, ED)
  expect((await undo(desk, event)).kind).toBe('ok')
  expect(namedBy(await start(desk))).toEqual([[of, FLORA]])
  const at = await rosaAt(await desk.reopen())
  expect((await at.scan(CARDS.omar)).patron?.patron_id).toBe(OMAR)
  await expectRebuilt(at)
})

const SUMMER = `INSERT INTO patron_category VALUES ('SUMMER', 'Summer', 20, 500, NULL, 3, 0, NULL, NULL, NULL, NULL)`
const inSummer = (patron_id: number): string =>
  `UPDATE patron SET category_code = 'SUMMER' WHERE patron_id = ${patron_id}`

async function withoutSummer(desk: TestDesk): Promise<void> {
  const change = { table: 'patron_category', key: 'SUMMER', after: null } as const
  await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
}

test('a category of the former record that the library deleted since: the merge stays', async () => {
  const desk = await deskWith([SUMMER, inSummer(OMAR)])
  const event = await merged(desk, CARDS.dana, CARDS.omar, OMAR)
  await withoutSummer(desk)
  const answer = await undo(desk, event)
  expect(answer.kind === 'refused' && answer.code).toBe('undo-overtaken')
  const at = await rosaAt(await desk.reopen())
  expect((await at.scan(CARDS.omar)).patron?.patron_id).toBe(DANA)
})

test('a category before an edit that the library deleted since: the edit stays', async () => {
  const desk = await deskWith([SUMMER, inSummer(DANA)])
  await desk.scan(CARDS.dana)
  const page = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page
  const edit = page?.acts.find(({ call }) => call.method === 'patron.edit')
  const typed = edit?.call.input['typed'] as Parameters<typeof desk.ok<'patron.edit'>>[1]['typed']
  await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: '' })
  await withoutSummer(desk)
  const event = (await desk.ok('work-log.list', { limit: 2 })).entries.find(({ kind }) => kind === 'patron-changed')
  const answer = await undo(desk, event?.event ?? '')
  expect(answer.kind === 'refused' && answer.code).toBe('undo-record-changed')
})
