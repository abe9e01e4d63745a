/**
 * Each waiver is on exactly one Z, the next one that the desk makes: over all Zs they come to what was waived, less
 * what was taken back, whichever drawers were open.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closing, countAll } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import { CARDS } from '../../support/small-library.ts'
import { zOf } from './closes.ts'

const DRAWERS = ['A', 'B'].map((name) => `INSERT INTO cash_drawer VALUES ('${name}', 'Drawer ${name}', 'MAPLE')`)
const FLOAT = 5_000

const openIt = async (desk: TestDesk, drawer_code: string): Promise<void> => {
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code, pieces: null, total_cents: FLOAT })
}

/** @returns the session */
async function closeIt(desk: TestDesk, drawer_code: string): Promise<string> {
  await countAll(desk, { drawer_code, total_cents: FLOAT }, { drawer_code })
  await desk.ok('drawer.close', closing(desk, { drawer_code, leave_cents: FLOAT }))
  const { sessions } = await desk.ok('drawer.list', { limit: 30 })
  const closed = sessions.filter((one) => one.status === 'closed')
  return closed.toSorted((one, other) => (other.z_number ?? 0) - (one.z_number ?? 0))[0]?.session_ref ?? ''
}

const newest = async (desk: TestDesk): Promise<string> =>
  (await desk.ok('journal.recent', { limit: 1 })).events[0]?.event ?? ''

/** @returns the entry of the waiver */
async function waive(desk: TestDesk, amount_cents: number): Promise<string> {
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents, note: '' })
  const charge_ref = await newest(desk)
  await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents, reason: 'first-time' })
  return newest(desk)
}

async function waiving(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: DRAWERS, settings: { undo_within_minutes_count: '1440' } })
  await desk.scan(CARDS.owing)
  return desk
}

type Sums = { count: number; amount_cents: number; back_count: number; back_cents: number }

/** What a report has of waivers and whatever else was let off, by whomever. */
function letOff({ let_off }: { readonly let_off: readonly Sums[] }): Sums {
  const sum = (of: keyof Sums): number => let_off.reduce((all, one) => all + one[of], 0)
  const [count, amount_cents] = [sum('count'), sum('amount_cents')]
  return { count, amount_cents, back_count: sum('back_count'), back_cents: sum('back_cents') }
}

test('a waiver between two open drawers is on the Z of the first one that closes', async () => {
  const desk = await waiving()
  await openIt(desk, 'A')
  await openIt(desk, 'B')
  await waive(desk, 100)
  const first = await zOf(desk, await closeIt(desk, 'B'))
  const second = await zOf(desk, await closeIt(desk, 'A'))
  expect([first, second].map((one) => [letOff(one).count, letOff(one).amount_cents])).toEqual([
    [1, 100],
    [0, 0],
  ])
})

test('with no drawer open, it is on the next Z; what is taken back of it then, on the one after that', async () => {
  const desk = await waiving()
  const waiver = await waive(desk, 250)
  await openIt(desk, 'A')
  const first = await closeIt(desk, 'A')
  const before = await zOf(desk, first)
  expect(letOff(before)).toEqual({ count: 1, amount_cents: 250, back_count: 0, back_cents: 0 })
  await desk.ok('desk.undo-act', { commandId: desk.id(), event: waiver })
  await openIt(desk, 'A')
  const second = await zOf(desk, await closeIt(desk, 'A'))
  expect(letOff(second)).toEqual({ count: 0, amount_cents: 0, back_count: 1, back_cents: 250 })
  expect(await zOf(desk, first)).toEqual(before)
})

const drawer = fc.constantFrom('A', 'B')
const act = fc.oneof(
  fc.record({ act: fc.constant('drawer' as const), drawer }),
  fc.record({ act: fc.constant('waive' as const), amount: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ act: fc.constant('back' as const) }),
)

test('over all Zs of random sessions they come to what was waived and is not taken back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const desk = await waiving()
      const open = new Set<string>()
      const closed: string[] = []
      const standing: { readonly ref: string; readonly amount: number }[] = []
      const turn = async (code: string): Promise<void> => {
        if (open.delete(code)) closed.push(await closeIt(desk, code))
        else {
          await openIt(desk, code)
          open.add(code)
        }
      }
      for (const one of acts) {
        if (one.act === 'drawer') await turn(one.drawer)
        else if (one.act === 'waive') standing.push({ ref: await waive(desk, one.amount), amount: one.amount })
        else {
          const last = standing.pop()
          if (last) await desk.ok('desk.undo-act', { commandId: desk.id(), event: last.ref })
        }
      }
      for (const code of open) await turn(code)
      await turn('A')
      await turn('A')
      const zs = await Promise.all(closed.map(async (ref) => letOff(await zOf(desk, ref))))
      const sum = (of: (one: (typeof zs)[number]) => number): number => zs.reduce((all, one) => all + of(one), 0)
      expect(sum((one) => one.count - one.back_count)).toBe(standing.length)
      const wanted = standing.reduce((all, one) => all + one.amount, 0)
      expect(sum((one) => one.amount_cents - one.back_cents)).toBe(wanted)
      await desk.station.close()
    }),
    { numRuns: 12 },
  )
})

test('an X has what no Z has yet', async () => {
  const desk = await waiving()
  await waive(desk, 300)
  await openIt(desk, 'A')
  const { report } = await desk.ok('drawer.x', { drawer_code: 'A' })
  expect(letOff(report)).toMatchObject({ count: 1, amount_cents: 300 })
})
