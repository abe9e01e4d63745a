/**
 * What belongs to a session that was closed before it came: receipts on paper, what the bank took in, looks at a close.
 * The next Z lists it with its day, and the closed one stays as it is.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { CARDS } from '../../support/small-library.ts'
import { benAtDesk, comes, WEI } from '../../support/staff.ts'
import { closed, opened, openWith, sell, selling, zOf } from './closes.ts'

const HOUR = 3_600_000

type Paper = NonNullable<Input<'payment.take'>['paper']>
const paper = (paper_number: string, written_on: string, written_minute: number | null = null): Paper => {
  return { paper_number, written_on, written_minute }
}

/** Ten copies, written by hand and keyed in. */
async function keyed(desk: TestDesk, of: Paper): Promise<string> {
  const result = await desk.call('payment.take', { ...selling(desk, 10), paper: of })
  return result.kind === 'refused' ? result.code : result.kind
}

async function lateOf(desk: TestDesk, session_ref = '') {
  const { late_arrivals } = await zOf(desk, session_ref)
  return late_arrivals.map(({ what, name, full_z_number, belongs_on }) => [
    what,
    name,
    full_z_number.slice(-2),
    belongs_on,
  ])
}

/** Tuesday is closed with a bag of $3.00; on Wednesday the drawer is open again. */
async function wednesday(): Promise<{ readonly desk: TestDesk; readonly tuesday: string }> {
  const desk = await opened()
  await sell(desk, 30)
  const tuesday = await closed(desk, 10_300, { bag_number: 'B-1' })
  desk.clock.pass(24 * HOUR)
  await rosaAt(desk)
  await openWith(desk, 10_000)
  return { desk, tuesday }
}

test('paper, the bank and a look at a close of the day before are on the next Z, and on no other', async () => {
  const { desk, tuesday } = await wednesday()
  const before = await zOf(desk, tuesday)
  expect(await keyed(desk, paper('117', '2026-11-24'))).toBe('ok')
  expect(await keyed(desk, paper('118', '2026-11-25'))).toBe('ok')
  const { deposits } = await desk.ok('deposit.list', { limit: 5 })
  await benAtDesk(desk)
  await comes(desk, WEI)
  const bag = { bag_ref: deposits[0]?.bag_ref ?? '', banked_cents: 290, banked_on: '2026-11-25' }
  await desk.ok('deposit.bank', { commandId: desk.id(), ...bag, is_difference_meant: false })
  await desk.ok('close.review', { commandId: desk.id(), session_ref: tuesday, is_agreed: true, found: '' })
  await rosaAt(desk)
  const next = await closed(desk, 10_200)
  expect(await lateOf(desk, next)).toEqual([
    ['paper', '117', 'Z1', '2026-11-24'],
    ['banked', 'B-1', 'Z1', '2026-11-24'],
    ['reviewed', '', 'Z1', '2026-11-24'],
  ])
  const report = await zOf(desk, next)
  expect(report.late_arrivals).toMatchObject([
    { amount_cents: 100, by_cents: 0 },
    { amount_cents: 290, by_cents: -10 },
    { amount_cents: 0, by_cents: 0 },
  ])
  expect([report.business_on, report.by_hand]).toEqual(['2026-11-25', ['117', '118']])
  expect(await zOf(desk, tuesday)).toEqual(before)
  await openWith(desk, 10_000)
  const third = await closed(desk, 10_000)
  expect(await lateOf(desk, third)).toEqual([])
  expect(await zOf(desk, next)).toEqual(report)
  const { file, head } = await desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
  const { status, stdout } = spawnSync(process.execPath, ['tools/verify.mjs', file, head], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, expect.stringContaining('3 sessions, 3 closed')])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

describe('of two sessions of a day', () => {
  // The first is open from 11:07 AM to 12:07 PM by the clock of the branch.
  test.each([
    ['a time in the first is late', 11 * 60 + 30, [['paper', '7', 'Z1', '2026-11-24']]],
    ['a time in the second is not', 13 * 60 + 30, []],
    ['no time is of the one in which it is keyed in', null, []],
    ['a time between both is of neither, and not late', 12 * 60 + 30, []],
  ])('%s', async (_, minute, wanted) => {
    const desk = await opened()
    desk.clock.pass(HOUR)
    await rosaAt(desk)
    await closed(desk, 10_000)
    desk.clock.pass(HOUR)
    await rosaAt(desk)
    await openWith(desk, 10_000)
    desk.clock.pass(HOUR)
    await rosaAt(desk)
    expect(await keyed(desk, paper('7', '2026-11-24', minute))).toBe('ok')
    expect(await lateOf(desk, await closed(desk, 10_100))).toEqual(wanted)
  })

  test('a day on which no drawer was open is told, with no Z', async () => {
    const { desk } = await wednesday()
    await keyed(desk, paper('9', '2026-11-20'))
    expect(await lateOf(desk, await closed(desk, 10_100))).toEqual([['paper', '9', '', '2026-11-20']])
  })
})

describe('the number of a receipt on paper', () => {
  test('can be keyed in again once the receipt was voided, and then not again', async () => {
    const desk = await opened()
    const { done } = await desk.ok('payment.take', { ...selling(desk, 5), paper: paper('117', '2026-11-24') })
    expect(await keyed(desk, paper('117', '2026-11-24'))).toBe('paper-number-used')
    const receipt_ref = done?.entry_ref ?? ''
    await desk.ok('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
    expect(await keyed(desk, paper('117', '2026-11-24'))).toBe('ok')
    expect(await keyed(desk, paper('117', '2026-11-24'))).toBe('paper-number-used')
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    await expectRebuilt(desk)
  })

  test.each(['a-117', ' A-117 ', 'A\u2013117', 'A\u2011117', '\uff21-117'])(
    'is the same number as %j',
    async (typed) => {
      const desk = await opened()
      expect(await keyed(desk, paper('A-117', '2026-11-24'))).toBe('ok')
      expect(await keyed(desk, paper(typed, '2026-11-24'))).toBe('paper-number-used')
    },
  )

  test('is kept where credit of the patron pays all, and no receipt of the desk is made', async () => {
    const desk = await opened()
    await desk.scan(CARDS.owing)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 500, note: '' })
    const { events } = await desk.ok('journal.recent', { limit: 1 })
    const charge_ref = events[0]?.event ?? ''
    const none = { ...selling(desk, 1), sales: [] }
    const charges = [{ charge_ref, amount_cents: null }]
    await desk.ok('payment.take', { ...none, charges, tenders: [{ tender: 'cash', tendered_cents: 500 }] })
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref, reason: 'library-error' })
    const credit = {
      charges: [{ charge_ref: 'c1', amount_cents: 500 }],
      tenders: [{ tender: 'credit', amount_cents: 500, is_for_others: false } as const],
      paper: paper('117', '2026-11-23'),
    }
    await desk.ok('payment.take', { ...none, commandId: desk.id(), ...credit })
    expect(await keyed(desk, paper('117', '2026-11-24'))).toBe('paper-number-used')
    const session_ref = await closed(desk, 10_500)
    expect((await zOf(desk, session_ref)).by_hand).toEqual(['117'])
    expect(await lateOf(desk, session_ref)).toEqual([['paper', '117', '', '2026-11-23']])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    await expectRebuilt(desk)
  })
})
