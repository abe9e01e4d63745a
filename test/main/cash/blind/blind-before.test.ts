/**
 * Nobody knows what a count should come to before it is in: not the next float, not what the other person counted at a
 * hand-over. And what is asked too much of the safe is kept, as what is asked too much of a drawer.
 */
import { describe, expect, test } from 'vitest'
import { closing, countAll, receiving } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageOf, safeCounted } from '../../support/money-desk.ts'
import { BEN, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'
import { opened } from '../closing/closes.ts'

const said = (result: Awaited<ReturnType<TestDesk['call']>>) => (result.kind === 'refused' ? result.code : result.kind)

/** Wei has the drawer, with $123.45; Ben is at the desk. */
async function weisDrawer(): Promise<TestDesk> {
  const desk = await opened(12_345)
  await safeCounted(desk)
  await benAtDesk(desk)
  await comes(desk, WEI)
  await countAll(desk, 12_345)
  await desk.ok('drawer.close', closing(desk, { leave_cents: 12_345, reason: 'WRONG-FLOAT', note: 'As agreed.' }))
  await comes(desk, BEN)
  return desk
}

describe('what the next float should be', () => {
  const listed = async (desk: TestDesk) => (await desk.ok('drawer.list', { limit: 1 })).sessions[0]

  test('is hidden from who may open it, on the page of the close and in the list, until it is open', async () => {
    const desk = await weisDrawer()
    const before = await listed(desk)
    expect([before?.left_cents, before?.left_checks_cents]).toEqual([null, null])
    const page = await pageOf(desk, 'drawer', `z ${before?.session_ref}`)
    expect(JSON.stringify(page)).not.toContain('123.45')
    await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 12_345 })
    const { sessions } = await desk.ok('drawer.list', { limit: 2 })
    expect(sessions.find((one) => one.status === 'closed')?.left_cents).toBe(12_345)
  })

  test('is shown to a role that may see cash', async () => {
    const desk = await weisDrawer()
    await comes(desk, WEI)
    expect((await listed(desk))?.left_cents).toBe(12_345)
  })
})

const asking = (session_ref: string) => ({ session_ref, drawer_code: '', papers: [] })

describe('a receiver who may see cash, and looked after the first count', () => {
  /** Ben has counted all of his drawer; Wei comes. */
  async function counted(): Promise<TestDesk> {
    const desk = await weisDrawer()
    await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 12_345 })
    await countAll(desk, 12_345)
    await comes(desk, WEI)
    return desk
  }

  test.each<[string, (desk: TestDesk) => Promise<unknown>, string]>([
    ['at nothing', async () => undefined, 'ok'],
    ['at the page that takes it over', (desk) => pageOf(desk, 'drawer'), 'ok'],
    ['at the X', (desk) => desk.ok('drawer.x', { drawer_code: '' }), 'hand-over-seen'],
    ['at the page of the drawer', (desk) => pageOf(desk, 'drawer', 'open DRAWER-1'), 'hand-over-seen'],
    [
      'at what a close would find',
      (desk) => desk.ok('drawer.close-preview', { drawer_code: '', leave_cents: null }),
      'hand-over-seen',
    ],
    ['at why it may be off', (desk) => desk.ok('drawer.explain', asking('')), 'hand-over-seen'],
    [
      'at why a session that was closed before may have been off',
      async (desk) => {
        const { sessions } = await desk.ok('drawer.list', { limit: 2 })
        const closed = sessions.find((one) => one.status === 'closed')
        return desk.ok('drawer.explain', asking(closed?.session_ref ?? '-'))
      },
      'ok',
    ],
    [
      'at the manager’s page',
      (desk) => desk.ok('cash.look', { from_on: '2026-11-24', to_on: '2026-11-24' }),
      'hand-over-seen',
    ],
  ])('%s: the drawer.receive is %s', async (_, looks, is) => {
    const desk = await counted()
    await looks(desk)
    expect(said(await desk.call('drawer.receive', receiving(desk, 12_345)))).toBe(is)
  })

  test('is remembered after a restart', async () => {
    const desk = await counted()
    await desk.ok('drawer.x', { drawer_code: '' })
    const again = await desk.reopen()
    await comes(again, WEI)
    expect(said(await again.call('drawer.receive', receiving(again, 12_345)))).toBe('hand-over-seen')
  })

  test('also before the first count, as long as no money has moved since', async () => {
    const desk = await weisDrawer()
    await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 12_345 })
    await comes(desk, WEI)
    await desk.ok('drawer.x', { drawer_code: '' })
    await comes(desk, BEN)
    await countAll(desk, 12_345)
    await comes(desk, WEI)
    expect(said(await desk.call('drawer.receive', receiving(desk, 12_345)))).toBe('hand-over-seen')
    await comes(desk, BEN)
    const what = { purpose: 'make-change', amount_cents: 500 } as const
    await desk.ok('drawer.unlock', { commandId: desk.id(), drawer_code: '', what })
    await countAll(desk, 12_345)
    await comes(desk, WEI)
    expect(said(await desk.call('drawer.receive', receiving(desk, 12_345)))).toBe('ok')
  })
})

describe('what is in the safe, at the close of a person who may not see it', () => {
  /** Ben has put $20.00 of his drawer into the safe, and has counted it to close. */
  async function dropped(): Promise<TestDesk> {
    const desk = await weisDrawer()
    await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 12_345 })
    const to = { drawer_code: '', place: 'safe', pieces: null, bag_number: '', receiver_code: '' } as const
    const drop = { ...to, way: 'out', total_cents: 2021, receiver_cents: null } as const
    await desk.ok('drawer.place', { commandId: desk.id(), ...drop })
    await countAll(desk, 10_324)
    return desk
  }
  const asksOf = async (desk: TestDesk) => (await pageOf(desk, 'drawer')).enter?.asks.map(({ name }) => name)

  test('is not told by the preview, the page, the bag or the refusal', async () => {
    const desk = await dropped()
    const preview = await desk.ok('drawer.close-preview', { drawer_code: '', leave_cents: null })
    expect(preview.safe_cents).toBeNull()
    const page = await pageOf(desk, 'drawer')
    const asked = { drawer_code: '', safe_cents: 9999, leave_cents: null }
    const bag = await desk.ok('closing.bag-preview', asked)
    const refused = await desk.call('drawer.close', closing(desk, { safe_cents: 9999 }))
    expect(said(refused)).toBe('safe-holds-less')
    expect(JSON.stringify([page, bag, refused])).not.toMatch(/20\.21|2021/)
    expect(bag.lines.map(({ tone }) => tone)).not.toContain('stop')
    expect(await asksOf(desk)).toContain('safe_cents')
  })

  test('after three refusals a second person is asked, whatever the amount is', async () => {
    const desk = await dropped()
    for (const safe_cents of [9000, 8000, 7000])
      expect(said(await desk.call('drawer.close', closing(desk, { safe_cents })))).toBe('safe-holds-less')
    for (const safe_cents of [6000, 1]) {
      const asked = await desk.ok('drawer.close', closing(desk, { safe_cents }))
      expect(asked.done).toBeNull()
    }
    expect(await recorded(desk, 'drawer-closed')).toHaveLength(1)
  })

  test('is told to a role that may see cash', async () => {
    const desk = await dropped()
    await comes(desk, WEI)
    const preview = await desk.ok('drawer.close-preview', { drawer_code: '', leave_cents: null })
    expect(preview.safe_cents).toBe(2021)
  })
})

test('each refusal of too much from the safe is kept, and after three a second person is asked', async () => {
  const desk = await weisDrawer()
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 12_345 })
  const to = { drawer_code: '', place: 'safe', pieces: null, bag_number: '', receiver_code: '' } as const
  const move = (way: 'in' | 'out', total_cents: number) =>
    desk.call('drawer.place', { commandId: desk.id(), ...to, way, total_cents, receiver_cents: null })
  expect(said(await move('out', 2000))).toBe('ok')
  for (const amount of [5000, 4000, 3000]) expect(said(await move('in', amount))).toBe('safe-holds-less')
  expect(await move('in', 1000)).toMatchObject({ kind: 'ok', output: { done: null } })
  const kept = await recorded(desk, 'withdrawal-refused')
  expect(kept).toMatchObject([3000, 4000, 5000].map((amount_cents) => ({ act: 'from-safe', amount_cents })))
})
