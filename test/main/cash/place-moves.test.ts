/**
 * Cash of the safe goes into a bag for the bank, or to the change fund and back, while no drawer is closed: the bag
 * waits for the bank as any other, and every place and the books say the same.
 */
import { expect, test } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { fundCounted, pageOf, safeDesk, tableOf } from '../support/money-desk.ts'
import { pageFaults } from '../support/page-acts.ts'
import { PIN } from '../support/small-library.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, WEI } from '../support/staff.ts'
import { closed, openWith, zOf } from './closing/closes.ts'
import { exported, rowsOf } from './closing/exported.ts'
import { verified } from './control/verified.ts'

type Move = Omit<Input<'place.move'>, 'commandId' | 'pieces'>

const asked = async (desk: TestDesk, move: Move): Promise<string> => {
  const result = await desk.call('place.move', { commandId: desk.id(), pieces: null, ...move })
  return result.kind === 'refused' ? result.code : result.kind
}

const bagged = (total_cents: number, bag_number: string): Move => ({ way: 'safe-to-bag', total_cents, bag_number })

/** What Wei is told that a place should hold. */
async function holds(desk: TestDesk): Promise<readonly (number | null)[]> {
  const { places } = await desk.ok('place.list', {})
  return places.map((one) => one.expected_cents)
}

/** Ben has a drawer and dropped $60.00 into the safe; Wei, a supervisor, is at the desk. */
async function dropped(): Promise<TestDesk> {
  const desk = await safeDesk()
  await benAtDesk(desk)
  await openWith(desk, 10_000)
  const to = { way: 'out', place: 'safe', bag_number: '', receiver_code: '', receiver_cents: null } as const
  await desk.ok('drawer.place', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 6000, ...to })
  await comes(desk, WEI)
  return desk
}

async function expectSound(desk: TestDesk): Promise<void> {
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await verified(desk)).toBe('')
  await expectRebuilt(desk)
}

const deposits = async (desk: TestDesk) => (await desk.ok('deposit.list', { limit: 10 })).deposits

test('a bag of the safe waits for the bank, which another person confirms', async () => {
  const desk = await dropped()
  expect(await asked(desk, bagged(4000, 'B-3'))).toBe('ok')
  expect(await holds(desk)).toEqual([2000, -10_000])
  const [bag] = await deposits(desk)
  expect(bag).toMatchObject({ bag_number: 'B-3', bag_cents: 4000, checks_cents: 0, full_z_number: '', banked: null })
  const banking = { bag_ref: bag?.bag_ref ?? '', banked_cents: 3990, banked_on: '2026-11-24' }
  const bank = () => desk.call('deposit.bank', { commandId: desk.id(), ...banking, is_difference_meant: false })
  expect(await bank()).toMatchObject({ code: 'deposit-by-closer' })
  expect(await asked(desk, bagged(100, 'b3'))).toBe('bag-number-used')
  await comes(desk, BEN)
  expect(await bank()).toMatchObject({ kind: 'refused' })
  await rosaAt(desk)
  expect((await bank()).kind).toBe('ok')
  expect((await deposits(desk))[0]?.banked).toMatchObject({ banked_cents: 3990, by_cents: -10 })
  await expectSound(desk)
})

test('a bag of the safe that no bank took in is told to the manager, with its days', async () => {
  const desk = await dropped()
  await asked(desk, bagged(4000, 'B-3'))
  desk.clock.pass(3 * 86_400_000)
  await rosaAt(desk)
  await desk.ok('cash.look', { from_on: '2026-11-27', to_on: '2026-11-27' })
  const page = must((await desk.ok('desk.snapshot', {})).snapshot.page, 'the manager’s page')
  expect(tableOf(page, 'bags').flat()).toEqual(expect.arrayContaining(['B-3', '$40.00', '3']))
})

test.each<[string, Move, string]>([
  ['more than is in the safe', bagged(6001, 'B-3'), 'place-holds-less'],
  ['anything of a change fund that nobody counted', { way: 'fund-to-safe', total_cents: 1 }, 'place-uncounted'],
  ['anything into it', { way: 'safe-to-fund', total_cents: 1 }, 'place-uncounted'],
  ['a bag without a number', bagged(100, ' '), 'bag-number-missing'],
  ['nothing', bagged(0, 'B-3'), 'amount-missing'],
])('%s is refused, and nothing is recorded', async (_, move, code) => {
  const desk = await dropped()
  expect(await asked(desk, move)).toBe(code)
  expect(await holds(desk)).toEqual([6000, -10_000])
  expect(await recorded(desk, 'place-moved')).toEqual([])
})

test('who may not see cash is not told what is there: a second person allows it', async () => {
  const desk = await dropped()
  await comes(desk, BEN)
  expect(await asked(desk, bagged(100_000, 'B-4'))).toBe('ok')
  expect(await asked(desk, bagged(1000, 'B-3'))).toBe('ok')
  await answer(desk, '1')
  expect((await approve(desk, WEI)).kind).toBe('ok')
  expect(await recorded(desk, 'place-moved')).toMatchObject([{ amount_cents: 1000, approved_by: 'WZ-1' }])
})

test('the work log has what went out of the safe for who may see cash, and a float or a close for nobody', async () => {
  const desk = await dropped()
  await asked(desk, bagged(4000, 'B-3'))
  await comes(desk, BEN)
  await closed(desk, 4000)
  const notes = async () => (await desk.ok('work-log.list', { limit: 30 })).entries.map((one) => one.notes).join(' ')
  // Ben dropped $60.00 himself, after a float of $100.00; he closed with $40.00.
  expect([(await notes()).includes('$60.00'), /\$100\.00|\$40\.00/.test(await notes())]).toEqual([true, false])
  await comes(desk, WEI)
  expect([(await notes()).includes('$40.00'), (await notes()).includes('$100.00')]).toEqual([true, false])
})

test('to the change fund and back: a count after it is blind, and the one before it settles no more', async () => {
  const desk = await dropped()
  await fundCounted(desk, 0)
  await answer(desk, '1')
  expect(await approve(desk, { initials: 'RO', pin: PIN })).toMatchObject({ kind: 'ok' })
  const count = (total_cents: number) =>
    desk.ok('place.count', { commandId: desk.id(), place: 'safe', pieces: null, total_cents })
  await count(6000)
  await count(5900)
  expect(await asked(desk, { way: 'safe-to-fund', total_cents: 1500 })).toBe('ok')
  const settling = { commandId: desk.id(), place: 'safe', reason: 'NOT-KNOWN', note: '' } as const
  expect(await desk.call('place.settle', settling)).toMatchObject({ code: 'place-moved' })
  await count(4500)
  expect(await holds(desk)).toEqual([4500, 1500])
  await expectSound(desk)
  const blind = (await recorded(desk, 'place-counted')).map((one) => 'is_blind' in one && one.is_blind)
  expect(blind.slice(0, 3)).toEqual([true, false, true])
})

test('the next Z, the export and the books have it, and the page offers it', async () => {
  const desk = await dropped()
  expect(pageFaults(await pageOf(desk, 'drawer', 'places'))).toEqual([])
  await asked(desk, bagged(4000, 'B-3'))
  const list = await pageOf(desk, 'drawer', 'closed')
  expect(tableOf(list, 'closed')[0]).toEqual(expect.arrayContaining(['Safe', 'B-3', '$40.00']))
  const files = await exported(desk)
  expect(rowsOf(files, 'transfers').at(-1)).toMatchObject({ session: 'safe', kind: 'moved', place: 'bank-bag' })
  expect(rowsOf(files, 'deposits')).toMatchObject([
    { kind: 'bagged', bag_number: 'B-3', safe: '40.00', total: '40.00' },
  ])
  const ledger = rowsOf(files, 'ledger')
  expect(ledger.filter(({ account }) => account === 'bank')).toMatchObject([{ debit: '40.00', session: '' }])
  const sums = (['debit', 'credit'] as const).map((side) => ledger.reduce((sum, one) => sum + Number(one[side]), 0))
  expect(sums[0]).toBe(sums[1])
  await comes(desk, BEN)
  const z = await zOf(desk, await closed(desk, 4000))
  expect(z.late_arrivals.at(-1)).toMatchObject({ what: 'bagged', name: 'B-3', amount_cents: 4000 })
  await expectSound(desk)
})
