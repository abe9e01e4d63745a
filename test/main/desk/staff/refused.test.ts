/**
 * Refused acts, on real files: what a rule or a role said no to is in the journal once nobody answers it any more, by
 * what it was and why, never for whom; what was answered after all is not.
 */
import { describe, expect, test } from 'vitest'
import { rosaAt, workingDesk, type TestDesk } from '../../support/desk.ts'
import { BADGE, CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, BEN, benAtDesk, recorded, signInAs, WEI } from '../../support/staff.ts'
import { short } from '../../../support/said.ts'

const BARRED = { staff: 'BC-1', act: 'lend', refusals: ['patron-barred'], approver: '', initials: '', wrong_count: 0 }

async function withBen(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  return desk
}

/** Ben scans a book for a patron who is not to be served. */
async function barred(): Promise<TestDesk> {
  const desk = await withBen()
  await desk.scan(CARDS.barred)
  await desk.scan(ITEMS.warmth)
  return desk
}

describe('a loan to a patron who is barred', () => {
  test('is kept once the clerk leaves it, once for all that was tried', async () => {
    const desk = await barred()
    await desk.scan(ITEMS.educated)
    await answer(desk, '0')
    await desk.scan(ITEMS.warmth)
    await answer(desk, '0')
    const { entries } = await desk.ok('work-log.list', { limit: 1 })
    expect(entries).toMatchObject([{ initials: 'BC', kind: 'act-refused', notes: short('patron-barred'), item: '' }])
    expect(await recorded(desk, 'act-refused')).toEqual([BARRED])
  })

  test('is kept for each patron it was tried for', async () => {
    const desk = await barred()
    await answer(desk, '0')
    await desk.scan(CARDS.dana)
    await desk.scan(CARDS.barred)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '0')
    expect(await recorded(desk, 'act-refused')).toEqual([BARRED, BARRED])
  })

  test('is nothing while it waits, nor when a second person approves it', async () => {
    const desk = await barred()
    await answer(desk, '1')
    expect((await desk.ok('work-log.list', { limit: 1 })).entries[0]?.kind).toBe('staff-signed-in')
    await approve(desk, WEI)
    await answer(desk, '3')
    expect(await recorded(desk, 'item-checked-out')).toHaveLength(1)
    expect(await recorded(await desk.reopen(), 'act-refused')).toEqual([])
  })

  test('is kept under the person who asked, when another takes the locked desk over', async () => {
    const desk = await barred()
    await desk.ok('desk.lock', {})
    await rosaAt(desk)
    expect(await recorded(desk, 'act-refused')).toEqual([BARRED])
  })
})

test('a question that is left is no refusal', async () => {
  const desk = await withBen()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  desk.clock.pass(60_000)
  await desk.scan(ITEMS.warmth)
  await answer(desk, '0')
  expect(await recorded(desk, 'act-refused')).toEqual([])
})

test('what the clerk’s own role would have allowed is kept when the clerk leaves it', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.owing)
  await desk.scan(ITEMS.warmth)
  await answer(desk, '0')
  expect(await recorded(desk, 'act-refused')).toEqual([
    { staff: 'rortiz', act: 'lend', refusals: ['owes-too-much'], approver: '', initials: '', wrong_count: 0 },
  ])
})

test('who would have approved their own asking is kept, once', async () => {
  const desk = await barred()
  await answer(desk, '1')
  await approve(desk, BEN)
  await desk.scan(BEN.badge_barcode)
  const own = { ...BARRED, refusals: ['approver-same'], approver: 'BC-1' }
  expect(await recorded(desk, 'act-refused')).toEqual([own])
})

test('what would leave nobody to look after the staff is kept', async () => {
  const desk = await workingDesk()
  const input = { commandId: desk.id(), staff_code: 'rortiz', name: 'Rosa Ortiz', initials: 'RO', badge_barcode: BADGE }
  await desk.call('staff.edit', { ...input, role: 'staff' })
  await desk.call('staff.close', { commandId: desk.id(), staff_code: 'rortiz' })
  expect(await recorded(desk, 'act-refused')).toMatchObject([
    { act: 'staff.close', refusals: ['staff-is-you'] },
    { act: 'staff.edit', refusals: ['last-manager'] },
  ])
})

test('a slip of the hand is not: an unknown number, a row that is gone, an empty page', async () => {
  const desk = await workingDesk()
  await desk.scan('21234000999996')
  await desk.call('desk.answer', { commandId: desk.id(), row_id: 'r9', key: '1' })
  await desk.call('desk.undo', { commandId: desk.id() })
  expect(await recorded(desk, 'act-refused')).toEqual([])
})

test('a role that may not is kept with the act, once in a session, and again for the next person', async () => {
  const desk = await withBen()
  for (const person of [BEN, WEI]) {
    await signInAs(desk, person)
    await desk.call('staff.list', {})
    await desk.call('staff.list', {})
  }
  expect(await recorded(desk, 'act-refused')).toMatchObject([{ staff: 'WZ-1' }, { staff: 'BC-1', act: 'staff.list' }])
})
