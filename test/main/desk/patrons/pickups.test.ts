/** Who may pick up for whom at the desk: recorded, shown on both accounts, told where an item is handed over, ended. */
import { describe, expect, test } from 'vitest'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { holdDesk, setting, TITLES, type HoldDesk } from '../../support/hold-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { privateDesk, ZENOBIA } from '../../support/private-desk.ts'
import { says } from '../../../support/said.ts'
import type { PickupFault } from '../../../../shared/kernel/patron-field.ts'
import { copyOf, exchange, expectRebuilt, start } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const [DANA, OMAR] = [1, 2]

const allow = (desk: TestDesk, barcode: string = CARDS.omar) =>
  desk.call('pickup.allow', { commandId: desk.id(), barcode })

async function code(desk: TestDesk, barcode: string, fault: PickupFault): Promise<string> {
  const answer = await allow(desk, barcode)
  if (answer.kind !== 'refused') return answer.kind
  return answer.says === says('pickup-unfit', { fault }) ? answer.code : 'another'
}

/** Dana lets Omar pick up for her; nobody is open. */
async function allowed(): Promise<HoldDesk> {
  const desk = await holdDesk()
  await desk.scan(CARDS.dana)
  expect((await allow(desk)).kind).toBe('ok')
  await desk.ok('desk.finish', {})
  return desk
}

type Shown = {
  readonly row_id: string
  readonly ready: string
  readonly calls: readonly string[]
  readonly ref: string
}

/** The section of the open account that says who picks up for whom. */
async function pickups(desk: TestDesk): Promise<readonly Shown[]> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
  const section = snapshot.page?.sections.find((one) => one.section_id === 'pickups')
  if (section?.kind !== 'table') return []
  return section.rows.map(({ row_id, cells, acts }) => ({
    row_id,
    ready: cells[1]?.text ?? '',
    calls: acts.map(({ call }) => call.method),
    ref: (acts[0]?.call.input as { pickup_ref?: string } | undefined)?.pickup_ref ?? '',
  }))
}

const shownTo = async (desk: TestDesk, card: string): Promise<readonly Shown[]> => {
  await desk.scan(card)
  const shown = await pickups(desk)
  await desk.ok('desk.finish', {})
  return shown
}

/** Becoming waits here for Dana. */
async function withBookReady(): Promise<HoldDesk> {
  const desk = await allowed()
  await desk.placed(CARDS.dana, TITLES.becoming)
  await desk.takeBack(ITEMS.becoming)
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'out' })
  expect((await desk.holdsOf(CARDS.dana)).map(({ status }) => status)).toEqual(['ready'])
  return desk
}

async function outTo(desk: TestDesk, card_barcode: string): Promise<readonly string[]> {
  return (await desk.ok('patron.get', { card_barcode })).loans.map(({ barcode }) => barcode)
}

describe('who may pick up', () => {
  test('is shown on both accounts, and what is ready on the one that picks up', async () => {
    const desk = await withBookReady()
    expect(await shownTo(desk, CARDS.dana)).toMatchObject([{ row_id: `pickup-by ${OMAR}`, calls: ['pickup.end'] }])
    expect(await shownTo(desk, CARDS.omar)).toMatchObject([{ row_id: `pickup-for ${DANA}`, ready: '1', calls: [] }])
    const { patron } = await desk.scan(CARDS.omar)
    const told = patron?.notices.filter(({ opens }) => opens === 'pickups') ?? []
    expect([told.length, JSON.stringify(told).includes('Dana')]).toEqual([1, false])
  })

  test('is no one who is unknown, the patron, or let already; nothing is recorded then', async () => {
    const desk = await allowed()
    await desk.scan(CARDS.dana)
    const { head } = await desk.ok('journal.verify', {})
    for (const [card, fault] of [
      ['nobody', 'unknown'],
      [CARDS.danaFormer, 'self'],
      [` ${CARDS.omar} `, 'known'],
    ] as const) {
      expect(await code(desk, card, fault), fault).toBe('pickup-unfit')
    }
    expect((await desk.ok('journal.verify', {})).head).toEqual(head)
  })

  test('ends, is not ended twice, nor from another account; undo takes back that they may', async () => {
    const desk = await allowed()
    await desk.scan(CARDS.dana)
    const [{ ref } = { ref: '' }] = await pickups(desk)
    const end = (pickup_ref: string) => desk.call('pickup.end', { commandId: desk.id(), pickup_ref })
    await desk.ok('desk.finish', {})
    await desk.scan(CARDS.omar)
    expect(await end(ref)).toMatchObject({ kind: 'refused', code: 'pickup-none' })
    await desk.ok('desk.finish', {})
    await desk.scan(CARDS.dana)
    expect((await end(ref)).kind).toBe('ok')
    expect(await end(ref)).toMatchObject({ kind: 'refused', code: 'pickup-none' })
    expect(await pickups(desk)).toEqual([])
    expect((await allow(desk)).kind).toBe('ok')
    expect(await pickups(desk)).toHaveLength(1)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await pickups(desk)).toEqual([])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('is there again under a reference file of before, and after a rebuild', async () => {
    const desk = await holdDesk()
    const before = await copyOf(desk)
    const at = await rosaAt(await desk.reopen())
    await at.scan(CARDS.dana)
    await allow(at)
    const shown = await start(at)
    expect(shown['pickups']).toHaveLength(1)
    exchange(at, before)
    expect((await start(at))['pickups']).toEqual(shown['pickups'])
    await expectRebuilt(at)
  })
})

describe('at the hold shelf', () => {
  test('an item asks for proof while who may pick up is open, and goes out to whose hold it is', async () => {
    const desk = await withBookReady()
    await desk.scan(CARDS.omar)
    const { rows } = await desk.scan(ITEMS.becoming)
    expect([rows[0]?.outcome, rows[0]?.choices.map(({ key }) => key)]).toEqual(['decide', ['1', '2', '3']])
    const answered = await desk.ok('desk.answer', { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', key: '1' })
    // Back to who picked it up: what is scanned next is theirs.
    expect([answered.snapshot.patron?.patron_id, answered.snapshot.band?.heading]).toEqual([OMAR, 'Becoming'])
    expect([await outTo(desk, CARDS.dana), await outTo(desk, CARDS.omar)]).toEqual([[ITEMS.becoming], []])
    expect((await desk.holdsOf(CARDS.dana)).length).toBe(0)
    await desk.scan(ITEMS.educated)
    expect(await outTo(desk, CARDS.omar)).toEqual([ITEMS.educated])
  })

  test.each([
    ['a child below the age of the library', '2018-05-04', 12, 1],
    ['a teenager above it', '2012-05-04', 12, 0],
    ['a child, where the library tells guardians no titles', '2018-05-04', null, 0],
    ['a child who is of age by now', '2006-05-04', 18, 0],
  ])('a guardian picks up for %s: %s', async (_who, born_on, below, picked_count) => {
    const told = below === null ? [] : [setting('guardian_told_below_age_count', String(below))]
    const child = `UPDATE patron SET guardian_patron_id = ${OMAR}, born_on = '${born_on}' WHERE patron_id = ${DANA}`
    const desk = await holdDesk([child, ...told])
    await desk.placed(CARDS.dana, TITLES.becoming)
    await desk.takeBack(ITEMS.becoming)
    await desk.ok('desk.clear', {})
    expect(await shownTo(desk, CARDS.omar)).toHaveLength(picked_count)
  })

  test('with nobody open it says who else may take it', async () => {
    const desk = await withBookReady()
    const [row] = (await desk.scan(ITEMS.becoming)).rows
    expect(row?.notes.filter((note) => note.includes('O. N.'))).toHaveLength(1)
  })

  test('while a stranger is open it is not handed over', async () => {
    const desk = await withBookReady()
    await desk.scan(CARDS.owing)
    const [row] = (await desk.scan(ITEMS.becoming)).rows
    expect([
      row?.choices.map(({ key }) => key).includes('3'),
      await outTo(desk, CARDS.owing),
      (await desk.holdsOf(CARDS.dana)).length,
    ]).toEqual([false, [], 1])
  })
})

describe('two records of one person, and erasing', () => {
  const merge = async (desk: TestDesk, other_patron_id: number, barcode: string) => {
    await desk.ok('patron.compare', { patron_id: null, barcode })
    await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id, turned: [] })
  }
  const OWING = 5

  test('it goes over with the one who gave it, and with the one who got it, and comes back', async () => {
    const desk = await allowed()
    await desk.scan(CARDS.owing)
    await merge(desk, DANA, CARDS.dana)
    expect((await pickups(desk)).map(({ row_id }) => row_id)).toEqual([`pickup-by ${OMAR}`])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await pickups(desk)).toEqual([])
    await merge(desk, OMAR, CARDS.omar)
    expect((await pickups(desk)).map(({ row_id }) => row_id)).toEqual([`pickup-for ${DANA}`])
    await desk.ok('desk.finish', {})
    expect((await shownTo(desk, CARDS.dana)).map(({ row_id }) => row_id)).toEqual([`pickup-by ${OWING}`])
    await expectRebuilt(desk)
  })

  test('erasing who may pick up leaves no trace of it, in the journal or in the reference file', async () => {
    const desk = await privateDesk()
    await desk.scan(CARDS.dana)
    expect((await allow(desk, ZENOBIA.card)).kind).toBe('ok')
    expect(desk.says(String(ZENOBIA.patron_id))).toBe(true)
    await desk.ok('desk.finish', {})
    await desk.scan(ZENOBIA.card)
    await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: '0116' })
    expect(await shownTo(desk, CARDS.dana)).toEqual([])
    await desk.station.close()
    expect([desk.says(String(ZENOBIA.patron_id)), desk.rows('SELECT * FROM ref.patron_pickup')]).toEqual([false, []])
    const at = await rosaAt(await desk.reopen())
    expect(await shownTo(at, CARDS.dana)).toEqual([])
    await expectRebuilt(at)
  })

  test('erasing who gave it leaves nothing of it on the other account', async () => {
    const desk = await privateDesk()
    await desk.scan(ZENOBIA.card)
    await allow(desk)
    await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: '0116' })
    expect(await shownTo(desk, CARDS.omar)).toEqual([])
    await expectRebuilt(desk)
  })

  test('nobody picks up for themselves after the two became one', async () => {
    const desk = await allowed()
    await desk.scan(CARDS.dana)
    await merge(desk, OMAR, CARDS.omar)
    expect(await pickups(desk)).toEqual([])
  })
})
