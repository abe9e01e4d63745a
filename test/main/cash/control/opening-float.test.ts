/**
 * A float that is not what the session before left: it is told by the tiers of a close, once the count is kept, so that
 * nobody counts until it agrees.
 */
import { describe, expect, test } from 'vitest'
import { closing, countAll, receiving } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageOf, tableOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'
import { opened, zOf } from '../closing/closes.ts'
import { verified } from './verified.ts'

const said = (result: Awaited<ReturnType<TestDesk['call']>>) => (result.kind === 'refused' ? result.code : result.kind)

/** Rosa leaves $100.00; Ben comes to open. */
async function left(): Promise<TestDesk> {
  const desk = await opened()
  await benAtDesk(desk)
  await comes(desk, WEI)
  await countAll(desk, 10_000)
  await desk.ok('drawer.close', closing(desk, { leave_cents: 10_000 }))
  await comes(desk, BEN)
  return desk
}

type More = { readonly reason?: string; readonly note?: string }
const opens = (desk: TestDesk, total_cents: number, more: More = {}) =>
  desk.call('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents, ...more })
const NOTE = 'Both of us counted it twice.'

describe('by how much it differs, and what that takes', () => {
  test.each<[string, number, More, string]>([
    ['it agrees', 10_000, {}, 'ok'],
    ['a cent short, and no reason', 9_999, {}, 'float-reason-needed'],
    ['a cent short, with its reason', 9_999, { reason: 'WRONG-FLOAT' }, 'ok'],
    ['five dollars over, and no reason', 10_500, {}, 'float-reason-needed'],
    ['a reason that the library has not', 10_500, { reason: 'MOON' }, 'reason-unknown'],
    ['ten dollars short, and no note', 9_000, { reason: 'WRONG-FLOAT' }, 'variance-note-needed'],
    ['ten dollars short, with a note', 9_000, { reason: 'WRONG-FLOAT', note: NOTE }, 'ok'],
  ])('%s', async (_, counted, more, is) => {
    expect(said(await opens(await left(), counted, more))).toBe(is)
  })

  test('twenty-five dollars short waits for a second person, who is on the report with the reason', async () => {
    const desk = await left()
    const asked = await desk.ok('drawer.open', {
      commandId: desk.id(),
      drawer_code: '',
      pieces: null,
      total_cents: 7500,
      reason: 'WRONG-FLOAT',
      note: NOTE,
    })
    expect(asked.done).toBeNull()
    await answer(desk, '1')
    await approve(desk, WEI)
    await countAll(desk, 7500)
    await desk.ok('drawer.close', closing(desk, { leave_cents: 7500 }))
    const z = await zOf(desk)
    expect(z.opening).toEqual({
      by_cents: -2500,
      reason_code: 'WRONG-FLOAT',
      note: NOTE,
      signed_off_by_initials: 'WZ',
    })
    expect(z.closing?.variances).toEqual([])
    await comes(desk, WEI)
    await desk.ok('cash.look', { from_on: '2026-11-24', to_on: '2026-11-24' })
    const clerks = tableOf(await pageOf(desk, 'cash-desk'), 'clerks')
    expect(clerks.find(([who]) => who === 'Ben Cole')?.slice(-4, -2)).toEqual(['$0.00', '$25.00'])
    expect(await verified(desk)).toBe('')
    await expectRebuilt(desk)
  })

  test('the first float comes from the change fund, and needs no reason', async () => {
    expect((await opened(12_345)).folder).not.toBe('')
  })
})

describe('each count is kept', () => {
  test('those that it was not opened with are on the report, and the page asks why only then', async () => {
    const desk = await left()
    const before = await pageOf(desk, 'drawer')
    expect(before.enter?.asks.map(({ name }) => name)).toEqual(['pieces'])
    expect(said(await opens(desk, 9_000))).toBe('float-reason-needed')
    expect(said(await opens(desk, 9_000))).toBe('float-reason-needed')
    const { band } = (await desk.ok('desk.snapshot', {})).snapshot
    expect([band?.outcome, band?.fact?.text]).toEqual(['decide', '$10.00'])
    const after = await pageOf(desk, 'drawer')
    expect(after.enter?.asks.map(({ name }) => name)).toEqual(['reason', 'note'])
    expect(after.enter?.call.input).toMatchObject({ total_cents: 9_000 })
    expect(said(await opens(desk, 10_000))).toBe('ok')
    const { report } = await (await wei(desk)).ok('drawer.x', { drawer_code: '' })
    expect(report.opening).toBeNull()
    expect(report.kept_counts.map((one) => [one.reason, one.counted_cents, one.expected_cents])).toEqual([
      ['opening', 9_000, 10_000],
      ['opening', 10_000, 10_000],
    ])
    expect(await recorded(desk, 'float-counted')).toHaveLength(1)
  })

  test('another person is not shown it, and counts for themselves', async () => {
    const desk = await left()
    await opens(desk, 9_000)
    await comes(desk, WEI)
    const page = await pageOf(desk, 'drawer')
    expect(page.enter?.asks.map(({ name }) => name)).toEqual(['pieces'])
  })
})

const wei = async (desk: TestDesk) => (await comes(desk, WEI), desk)

test('at a hand-over, what the receiver counts otherwise takes the same', async () => {
  const desk = await opened()
  await benAtDesk(desk)
  await comes(desk, BEN)
  const over = (more: More = {}) =>
    desk.call('drawer.hand-over', { commandId: desk.id(), drawer_code: '', reason: '', note: '', ...more })
  await comes(desk, WEI)
  await countAll(desk, 10_000)
  await desk.ok('drawer.close', closing(desk, { leave_cents: 10_000 }))
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await countAll(desk, 10_000)
  await comes(desk, BEN)
  await desk.ok('drawer.receive', receiving(desk, 7000))
  expect(said(await over())).toBe('variance-reason-needed')
  expect(said(await over({ reason: 'WRONG-CHANGE' }))).toBe('variance-note-needed')
  const asked = await over({ reason: 'WRONG-CHANGE', note: NOTE })
  expect(asked).toMatchObject({ kind: 'ok', output: { done: null } })
  await answer(desk, '1')
  await approve(desk, WEI)
  const [last] = await recorded(desk, 'drawer-opened')
  expect(last).toMatchObject({ staff: 'BC-1', counted_cents: 7000, reason_code: 'WRONG-CHANGE', approved_by: 'WZ-1' })
})
