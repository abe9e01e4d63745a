/**
 * A break that another person covers: she takes the drawer herself, by her own count, as a receiver takes a drawer that
 * is handed over. What is over or short from her first count to her last one is on her name, and nothing else is.
 */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { ENGLISH } from '../../../support/said.ts'
import { BEN, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'
import { COPY, sell, selling } from '../closing/closes.ts'
import { verified } from './verified.ts'

/** A second clerk, who may see no more than Ben. */
const AMY = { name: 'Amy Lund', initials: 'AL', badge_barcode: '29999000000042' } as unknown as typeof BEN
const STAFF = `INSERT INTO staff VALUES ('AL-1', 'Amy Lund', 'AL', 'staff', '29999000000042', x'00', x'00', 1)`

/** Ben opens with $100.00. */
async function bensDrawer(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [COPY, STAFF] })
  await benAtDesk(desk)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

type What = Input<'drawer.custody'>['what']
const custody = (desk: TestDesk, what: What) =>
  desk.call('drawer.custody', { commandId: desk.id(), drawer_code: '', what })
const counts = (desk: TestDesk, total_cents: number) =>
  desk.ok('drawer.count', { commandId: desk.id(), drawer_code: '', reason: 'mid-shift', pieces: null, total_cents })
const said = (result: Awaited<ReturnType<TestDesk['call']>>) => (result.kind === 'refused' ? result.code : result.kind)

const goes = (desk: TestDesk, counted_cents: number | null, cover_code = 'AL-1') =>
  custody(desk, { reason: 'break', cover_code, counted_cents })
const covers = (desk: TestDesk, counted_cents: number) => custody(desk, { reason: 'cover', counted_cents })
const back = (desk: TestDesk, counted_cents: number | null) => custody(desk, { reason: 'back', counted_cents })

/** What is over or short of each clerk, as the manager's page says it. */
async function byClerk(desk: TestDesk): Promise<Readonly<Record<string, readonly string[]>>> {
  await comes(desk, WEI)
  await desk.ok('cash.look', { from_on: '2026-11-24', to_on: '2026-11-24' })
  const rows = tableOf(await pageOf(desk, 'cash-desk'), 'clerks')
  return Object.fromEntries(rows.map(([name = '', ...cells]) => [name, cells.slice(-4, -2)]))
}

/** Who has it, as the page says it, and the first act that it offers. */
async function shownAt(desk: TestDesk): Promise<readonly (string | undefined)[]> {
  const page = await pageOf(desk, 'drawer')
  return [page?.lead, page?.acts[0]?.call.method]
}

test('the page says who is to take the drawer, and offers it first; then who has it and for whom', async () => {
  const { drawer } = ENGLISH.words.pages
  const desk = await bensDrawer()
  await goes(desk, 10_000)
  expect(await shownAt(desk)).toEqual([drawer.break_named('Ben Cole', 'Amy Lund'), 'drawer.custody'])
  await comes(desk, AMY)
  expect(await shownAt(desk)).toEqual([drawer.break_named('Ben Cole', 'Amy Lund'), 'drawer.custody'])
  await covers(desk, 10_000)
  expect(await shownAt(desk)).toEqual([drawer.break_covered('Ben Cole', 'Amy Lund'), 'drawer.custody'])
  const alone = await bensDrawer()
  await goes(alone, null, '')
  expect(await shownAt(alone)).toEqual([drawer.on_break('Ben Cole'), 'drawer.custody'])
})

describe('nobody has a gap who did not take the drawer', () => {
  test('the cover who was named and never came has nothing on her name', async () => {
    const desk = await bensDrawer()
    expect(said(await goes(desk, 10_000))).toBe('ok')
    expect(said(await desk.call('payment.take', selling(desk, 1)))).toBe('drawer-on-break')
    const { sessions } = await desk.ok('drawer.list', { limit: 1 })
    expect(sessions[0]?.custodian_initials).toBe('BC')
    expect(said(await back(desk, null))).toBe('ok')
    await countAll(desk, 9900)
    await desk.ok('drawer.close', closing(desk, { reason: 'NOT-KNOWN' }))
    expect(await byClerk(desk)).toMatchObject({ 'Ben Cole': ['$0.00', '$1.00'] })
    expect(Object.keys(await byClerk(desk))).not.toContain('Amy Lund')
  })

  /** Each amount is in cents over or, below zero, short. */
  test.each<[string, { atTaking: number; atReturn: number; atClose: number; ben: number; amy: number }]>([
    ['everything agrees', { atTaking: 0, atReturn: 0, atClose: 0, ben: 0, amy: 0 }],
    ['a dollar is lost before the break', { atTaking: -100, atReturn: -100, atClose: -100, ben: -100, amy: 0 }],
    ['a dollar is lost in the break', { atTaking: 0, atReturn: -100, atClose: -100, ben: 0, amy: -100 }],
    ['a dollar is lost after the break', { atTaking: 0, atReturn: 0, atClose: -100, ben: -100, amy: 0 }],
    ['one is lost before, and found in it', { atTaking: -100, atReturn: 0, atClose: 0, ben: -100, amy: 100 }],
  ])('%s', async (_, { atTaking, atReturn, atClose, ben, amy }) => {
    const desk = await bensDrawer()
    await goes(desk, 10_000)
    await comes(desk, AMY)
    expect(said(await covers(desk, 10_000 + atTaking))).toBe('ok')
    await sell(desk, 10)
    await counts(desk, 10_100 + atReturn)
    await comes(desk, BEN)
    expect(said(await back(desk, 10_100 + atReturn))).toBe('ok')
    await countAll(desk, 10_100 + atClose)
    await desk.ok('drawer.close', closing(desk, { reason: atClose === 0 ? '' : 'NOT-KNOWN' }))
    const { sessions } = await desk.ok('drawer.list', { limit: 1 })
    const { report } = await desk.ok('drawer.z', { session_ref: sessions[0]?.session_ref ?? '' })
    expect(report.custodian_initials).toBe('BC')
    expect(report.covered).toMatchObject([{ cover_initials: 'AL', by_cents: amy }])
    const off = (by: number) => [by > 0 ? `$${by / 100}.00` : '$0.00', by < 0 ? `$${-by / 100}.00` : '$0.00']
    expect(await byClerk(desk)).toMatchObject({ 'Ben Cole': off(ben), 'Amy Lund': off(amy) })
    expect(await verified(desk)).toBe('')
    await expectRebuilt(desk)
  })

  test('a supervisor ends the break of a cover who is gone, and her count is the last one of it', async () => {
    const desk = await bensDrawer()
    await goes(desk, 10_000)
    await comes(desk, AMY)
    await covers(desk, 10_000)
    await sell(desk, 10)
    await comes(desk, WEI)
    expect(said(await back(desk, 10_050))).toBe('ok')
    const { report } = await desk.ok('drawer.x', { drawer_code: '' })
    expect(report.covered).toMatchObject([{ cover_initials: 'AL', by_cents: -50 }])
    expect(report.custodian_initials).toBe('BC')
  })
})

describe('a cover takes the drawer as a receiver does', () => {
  test.each<[string, string, (desk: TestDesk) => Promise<Awaited<ReturnType<TestDesk['call']>>>]>([
    ['who goes on break counts first', 'break-count-needed', (desk) => goes(desk, null)],
    [
      'the one who has it does not cover for themselves',
      'cover-other',
      async (desk) => {
        await goes(desk, 10_000)
        return covers(desk, 10_000)
      },
    ],
    [
      'nor does a person who was not named',
      'cover-other',
      async (desk) => {
        await goes(desk, 10_000)
        await comes(desk, WEI)
        return covers(desk, 10_000)
      },
    ],
    [
      'a break without a cover is covered by nobody',
      'cover-other',
      async (desk) => {
        await goes(desk, null, '')
        await comes(desk, AMY)
        return covers(desk, 10_000)
      },
    ],
    [
      'who took it has it',
      'cover-same',
      async (desk) => {
        await goes(desk, 10_000)
        await comes(desk, AMY)
        await covers(desk, 10_000)
        return covers(desk, 10_000)
      },
    ],
    [
      'the cover counts before it goes back',
      'cover-counts-first',
      async (desk) => {
        await goes(desk, 10_000)
        await comes(desk, AMY)
        await covers(desk, 10_000)
        await sell(desk, 1)
        await comes(desk, BEN)
        return back(desk, 10_010)
      },
    ],
    [
      'and so does who takes it back',
      'break-count-needed',
      async (desk) => {
        await goes(desk, 10_000)
        await comes(desk, AMY)
        await covers(desk, 10_000)
        await comes(desk, BEN)
        return back(desk, null)
      },
    ],
  ])('%s', async (_, code, act) => {
    expect(said(await act(await bensDrawer()))).toBe(code)
  })

  test('she is told nothing of the first count, and the page offers her the drawer', async () => {
    const desk = await bensDrawer()
    await goes(desk, 9876)
    await comes(desk, AMY)
    const before = await pageOf(desk, 'drawer')
    expect(JSON.stringify(before)).not.toContain('98.76')
    const take = before.acts.find((one) => one.call.method === 'drawer.custody')
    expect(take?.call.input).toMatchObject({ what: { reason: 'cover' } })
    const { snapshot } = await desk.ok('drawer.custody', {
      commandId: desk.id(),
      drawer_code: '',
      what: { reason: 'cover', counted_cents: 10_000 },
    })
    expect(JSON.stringify(snapshot.band)).not.toContain('98.76')
    expect((await recorded(desk, 'custody-changed'))[0]).toMatchObject({
      staff: 'AL-1',
      reason: 'cover',
      custodian_code: 'AL-1',
      counted_cents: 10_000,
      expected_cents: 10_000,
    })
  })
})
