/**
 * The safe and the change fund are counted as a drawer is: blind, each count kept, and what a count is over or short
 * stands in accounts of that place, with its reason and who signed it off.
 */
import { describe, expect, test } from 'vitest'
import type { CountedPlace } from '../../../shared/journal/events/cash-places.ts'
import type { TestDesk } from '../support/desk.ts'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, WEI } from '../support/staff.ts'
import { pageFaults } from '../support/page-acts.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { exported, rowsOf } from './closing/exported.ts'
import { PIN } from '../support/small-library.ts'
import { closed, openWith, zOf } from './closing/closes.ts'
import { verified } from './control/verified.ts'

const said = (result: Awaited<ReturnType<TestDesk['call']>>) => (result.kind === 'refused' ? result.code : result.kind)

/** Wei, a supervisor, is at the desk; a drawer of Ben's was opened with $100.00 of the change fund. */
async function working(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await benAtDesk(desk)
  await openWith(desk, 10_000)
  await comes(desk, WEI)
  return desk
}

const counts = (desk: TestDesk, place: CountedPlace, total_cents: number) =>
  desk.call('place.count', { commandId: desk.id(), place, pieces: null, total_cents })

const settles = (desk: TestDesk, place: CountedPlace, reason = '', note = '') =>
  desk.call('place.settle', { commandId: desk.id(), place, reason, note })

async function moves(desk: TestDesk, way: 'in' | 'out', place: CountedPlace, total_cents: number): Promise<void> {
  const to = { way, place, bag_number: '', receiver_code: '', receiver_cents: null }
  await comes(desk, BEN)
  await desk.ok('drawer.place', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents, ...to })
  await comes(desk, WEI)
}

const listed = async (desk: TestDesk, of: CountedPlace) =>
  (await desk.ok('place.list', {})).places.find(({ place }) => place === of)

/** Rosa signs off what waits for it. */
async function signedOff(desk: TestDesk): Promise<void> {
  await answer(desk, '1')
  expect((await approve(desk, { initials: 'RO', pin: PIN })).kind).toBe('ok')
}

/** A place whose first count stands: it holds so much. */
async function started(desk: TestDesk, place: CountedPlace, total_cents: number): Promise<void> {
  expect(said(await counts(desk, place, total_cents))).toBe('ok')
  expect(said(await settles(desk, place))).toBe('ok')
  if ((await listed(desk, place))?.is_open) await signedOff(desk)
}

/** The safe holds $50.00, $30.00 of it out of the drawer; the change fund has $25.00 after the float. */
async function known(): Promise<TestDesk> {
  const desk = await working()
  await started(desk, 'safe', 2000)
  await moves(desk, 'out', 'safe', 3000)
  await started(desk, 'change-fund', 2500)
  return desk
}
const money = (amount_cents: number) => `$${(amount_cents / 100).toFixed(2)}`
const HOLDS = { safe: 5000, 'change-fund': 2500 } as const

type Case = [what: string, of: CountedPlace, by_cents: number, needs: 'nothing' | 'reason' | 'note' | 'second person']

describe('a count after the first one', () => {
  test.each<Case>([
    ['the safe, to the cent', 'safe', 0, 'nothing'],
    ['the safe, $1.00 too little', 'safe', -100, 'reason'],
    ['the safe, $1.00 too much', 'safe', 100, 'reason'],
    ['the safe, $12.00 too little', 'safe', -1200, 'note'],
    ['the safe, $30.00 too little', 'safe', -3000, 'second person'],
    ['the change fund, to the cent', 'change-fund', 0, 'nothing'],
    ['the change fund, $0.05 too little', 'change-fund', -5, 'reason'],
    ['the change fund, $11.00 too much', 'change-fund', 1100, 'note'],
  ])('%s', async (_, place, by_cents, needs) => {
    const desk = await known()
    const [holds, found] = [HOLDS[place], HOLDS[place] + by_cents]
    expect(said(await counts(desk, place, found))).toBe('ok')
    const state = { expected_cents: holds, counted_cents: found, by_cents, is_open: by_cents !== 0 }
    expect(await listed(desk, place)).toMatchObject(state)
    const { band } = (await desk.ok('desk.snapshot', {})).snapshot
    expect([band?.outcome, band?.is_off ?? false]).toEqual([by_cents === 0 ? 'done' : 'decide', false])
    expect(band?.fact?.text).toBe(money(by_cents === 0 ? found : Math.abs(by_cents)))
    const wanted = needs === 'nothing' ? 'place-agrees' : 'variance-reason-needed'
    expect(said(await settles(desk, place))).toBe(wanted)
    const bare = { nothing: 'place-agrees', reason: 'ok', note: 'variance-note-needed' } as const
    expect(said(await settles(desk, place, 'NOT-KNOWN'))).toBe(needs === 'second person' ? bare.note : bare[needs])
    if (needs === 'note' || needs === 'second person')
      expect(said(await settles(desk, place, 'NOT-KNOWN', 'Looked twice'))).toBe('ok')
    if (needs === 'second person') {
      expect(await listed(desk, place)).toMatchObject({ expected_cents: holds, is_open: true })
      await signedOff(desk)
    }
    expect(await listed(desk, place)).toMatchObject({ expected_cents: found, is_open: false })
    expect(await verified(desk)).toBe('')
    await expectRebuilt(desk)
  })

  test('a second person signs off what is large; over and short are never set off', async () => {
    const desk = await known()
    await counts(desk, 'safe', 9000)
    await settles(desk, 'safe', 'NOT-KNOWN', 'A drop nobody entered')
    await signedOff(desk)
    await counts(desk, 'safe', 8900)
    await settles(desk, 'safe', 'NOT-KNOWN')
    const files = await exported(desk)
    const rows = rowsOf(files, 'place-counts').filter(({ place, kind }) => place === 'safe' && kind === 'settled')
    expect(rows.map(({ over, short }) => [over, short])).toEqual([
      ['0.00', '0.00'],
      ['40.00', '0.00'],
      ['0.00', '1.00'],
    ])
    const books = rowsOf(files, 'ledger').filter(({ session }) => session === '')
    expect(books.map(({ account, of, debit, credit }) => [account, of, debit, credit])).toEqual([
      ['on-hand', '', '39.00', '0.00'],
      ['over', 'safe', '0.00', '40.00'],
      ['short', 'safe', '1.00', '0.00'],
    ])
    expect(await verified(desk)).toBe('')
    expect(await recorded(desk, 'place-settled')).toMatchObject([
      { place: 'safe', counted_cents: 8900, approved_by: '', reason_code: 'NOT-KNOWN' },
      { place: 'safe', counted_cents: 9000, approved_by: 'rortiz' },
      { place: 'change-fund', is_first: true, reason_code: '' },
      { place: 'safe', is_first: true },
    ])
  })

  test('a signature is for the difference that was shown, and for no other count', async () => {
    const desk = await known()
    await counts(desk, 'safe', 9000)
    expect(said(await settles(desk, 'safe', 'NOT-KNOWN', 'A drop nobody entered'))).toBe('ok')
    await counts(desk, 'safe', 100)
    await signedOff(desk)
    expect(await listed(desk, 'safe')).toMatchObject({ is_open: true, by_cents: -4900, expected_cents: 5000 })
    expect(
      (await recorded(desk, 'place-settled')).filter((one) => 'place' in one && one.place === 'safe'),
    ).toHaveLength(1)
  })
})

describe('the first count', () => {
  test.each<[string, CountedPlace, number, number]>([
    ['more than the entries, of which only a float is one', 'change-fund', 20_000, -10_000],
    ['nothing, where nothing ever was', 'safe', 0, 0],
    ['what was there before', 'safe', 20_000, 0],
  ])('of %s', async (_, place, found, expected_cents) => {
    const desk = await working()
    await counts(desk, place, found)
    expect(await listed(desk, place)).toMatchObject({ by_cents: 0, expected_cents })
    if (found !== expected_cents) await settles(desk, place)
    if (found === 20_000) await signedOff(desk)
    expect(await listed(desk, place)).toMatchObject({ expected_cents: found, is_open: false })
    expect(await verified(desk)).toBe('')
  })
})

describe('blind', () => {
  test('a clerk asks a supervisor to count, and is told what it comes to once the count is kept', async () => {
    const desk = await known()
    await comes(desk, BEN)
    const before = await listed(desk, 'safe')
    expect([before?.expected_cents, before?.counted_cents, before?.by_cents]).toEqual([null, null, null])
    const page = await pageOf(desk, 'drawer', 'places safe')
    expect(JSON.stringify([page, await pageOf(desk, 'drawer', 'places')])).not.toMatch(/50\.00|25\.00/)
    expect(await counts(desk, 'safe', 4900)).toMatchObject({ kind: 'ok', output: { done: null } })
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await listed(desk, 'safe')).toMatchObject({ counted_cents: 4900, by_cents: -100, expected_cents: null })
    expect(said(await settles(desk, 'safe', 'NOT-KNOWN'))).toBe('ok')
  })

  test('another clerk neither sees a count nor settles it', async () => {
    const desk = await known()
    await counts(desk, 'safe', 4900)
    await comes(desk, BEN)
    expect(await listed(desk, 'safe')).toMatchObject({ counted_cents: null, by_cents: null, is_open: true })
    expect(said(await settles(desk, 'safe', 'NOT-KNOWN'))).toBe('place-count-own')
  })

  test('each count says whether its person had seen what should be there', async () => {
    const desk = await working()
    await counts(desk, 'safe', 0)
    await moves(desk, 'out', 'safe', 3000)
    await counts(desk, 'safe', 2900)
    await counts(desk, 'safe', 3000)
    await moves(desk, 'out', 'safe', 1000)
    await counts(desk, 'safe', 4000)
    await moves(desk, 'out', 'safe', 1000)
    await listed(desk, 'safe')
    const again = await desk.reopen()
    await comes(again, WEI)
    await counts(again, 'safe', 5000)
    const kept = await recorded(again, 'place-counted')
    expect(kept.toReversed()).toMatchObject([
      { expected_cents: 0, is_first: true, is_blind: true },
      { expected_cents: 3000, is_first: false, is_blind: true },
      { expected_cents: 3000, is_first: false, is_blind: false },
      { expected_cents: 4000, is_first: false, is_blind: true },
      { expected_cents: 5000, is_first: false, is_blind: false },
    ])
  })

  test('money that moves after a count makes it none to settle', async () => {
    const desk = await known()
    await counts(desk, 'safe', 4900)
    await moves(desk, 'in', 'safe', 100)
    expect(said(await settles(desk, 'safe', 'NOT-KNOWN'))).toBe('place-moved')
  })
})

test('the pages keep what a page must, and say who counted when', async () => {
  const desk = await known()
  for (const about of ['places', 'places safe', 'places change-fund'])
    expect(pageFaults(await pageOf(desk, 'drawer', about))).toEqual([])
  await counts(desk, 'safe', 4900)
  const page = await pageOf(desk, 'drawer', 'places safe')
  expect(page.enter?.call.method).toBe('place.settle')
  expect(pageFaults(page)).toEqual([])
  const manager = await pageOf(desk, 'cash-desk')
  expect(tableOf(manager, 'places').map(([, holds, , by, off]) => [holds, by, off])).toEqual([
    ['$50.00', 'Wei Zhang', '-$1.00'],
    ['$25.00', 'Wei Zhang', '$0.00'],
  ])
})

test('the next Z has what was over or short, and not what was in it', async () => {
  const desk = await known()
  await counts(desk, 'safe', 4900)
  await settles(desk, 'safe', 'NOT-KNOWN')
  await comes(desk, BEN)
  await closed(desk, 7000)
  const { late_arrivals } = await zOf(desk)
  expect(late_arrivals.map(({ what, amount_cents, by_cents }) => [what, amount_cents, by_cents])).toEqual([
    ['safe', 0, 0],
    ['safe', 0, -100],
    ['change-fund', 0, 0],
  ])
  await openWith(desk, 7000)
  await closed(desk, 7000)
  expect((await zOf(desk)).late_arrivals).toEqual([])
})
