/**
 * Numbers that a person writes: of a bag for the bank, of a receipt on paper, of the day on the bank's receipt. Each
 * bag that waits has one of its own, and one paper receipt is keyed in once, however its number is written.
 */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { benAtDesk, comes, WEI } from '../../support/staff.ts'
import { closed, opened, openWith, sell, selling } from '../closing/closes.ts'
import { verified } from './verified.ts'

const said = (result: Awaited<ReturnType<TestDesk['call']>>) => (result.kind === 'refused' ? result.code : result.kind)

/** Opened with $100.00, and $10.00 taken: of which so much stays. */
async function closeWith(desk: TestDesk, bag_number: string, leave_cents = 10_000): Promise<string> {
  await sell(desk, 100)
  await countAll(desk, 11_000)
  return said(
    await desk.call(
      'drawer.close',
      closing(desk, { leave_cents, bag_number, reason: 'WRONG-FLOAT', note: 'As agreed.' }),
    ),
  )
}

const drop = (desk: TestDesk, bag_number: string) =>
  desk.call('drawer.place', {
    commandId: desk.id(),
    drawer_code: '',
    way: 'out',
    place: 'bank-bag',
    pieces: null,
    total_cents: 100,
    bag_number,
    receiver_code: '',
    receiver_cents: null,
  })

describe('the number of a bag', () => {
  test.each<[string, string, number, string]>([
    ['money in the bag, and no number', '', 10_000, 'bag-number-missing'],
    ['money in the bag, and its number', 'B-1', 10_000, 'ok'],
    ['nothing in the bag, and no number', '', 11_000, 'ok'],
  ])('%s', async (_, bag_number, leave_cents, is) => {
    expect(await closeWith(await opened(), bag_number, leave_cents)).toBe(is)
  })

  test.each<[string, string]>([
    ['the same', '77 0142'],
    ['the same without its space', '770142'],
    ['the same in small letters', 'a-9'],
  ])('of two bags that wait is never %s', async (_, again) => {
    const desk = await opened()
    await sell(desk, 100)
    expect(said(await drop(desk, '77 0142'))).toBe('ok')
    expect(said(await drop(desk, 'A-9'))).toBe('ok')
    expect(said(await drop(desk, again))).toBe('bag-number-used')
    await countAll(desk, 10_800)
    expect(said(await desk.call('drawer.close', closing(desk, { leave_cents: 10_000, bag_number: again })))).toBe(
      'bag-number-used',
    )
    expect(said(await desk.call('drawer.close', closing(desk, { leave_cents: 10_000, bag_number: 'B-2' })))).toBe('ok')
  })

  test('is free again once the bank has that bag', async () => {
    const desk = await opened()
    expect(await closeWith(desk, 'B-1')).toBe('ok')
    await openWith(desk, 10_000)
    await sell(desk, 100)
    expect(said(await drop(desk, 'B-1'))).toBe('bag-number-used')
    await benAtDesk(desk)
    await comes(desk, WEI)
    const { deposits } = await desk.ok('deposit.list', { limit: 5 })
    const bank = { bag_ref: deposits[0]?.bag_ref ?? '', banked_cents: 1000, is_difference_meant: false }
    await desk.ok('deposit.bank', { commandId: desk.id(), ...bank, banked_on: '2026-11-24' })
    expect(said(await drop(desk, 'B-1'))).toBe('ok')
    expect((await desk.ok('deposit.list', { limit: 5 })).waiting_cents).toBe(100)
    await expectRebuilt(desk)
  })
})

test.each<[string, string, string]>([
  ['today', '2026-11-24', 'ok'],
  ['the day before the bag was filled', '2026-11-23', 'banked-before-bag'],
  ['a year before', '2025-11-24', 'banked-before-bag'],
  ['tomorrow', '2026-11-25', 'banked-ahead'],
  ['in a year', '2027-11-24', 'banked-ahead'],
])('the bank took the bag in %s', async (_, banked_on, is) => {
  const desk = await opened()
  await sell(desk, 100)
  await closed(desk, 11_000, { leave_cents: 10_000 })
  await benAtDesk(desk)
  await comes(desk, WEI)
  const { deposits } = await desk.ok('deposit.list', { limit: 5 })
  const bank = { bag_ref: deposits[0]?.bag_ref ?? '', banked_cents: 1000, is_difference_meant: false }
  expect(said(await desk.call('deposit.bank', { commandId: desk.id(), ...bank, banked_on }))).toBe(is)
})

describe('the number on paper', () => {
  const keyed = async (desk: TestDesk, paper_number: string) => {
    const paper: Input<'payment.take'>['paper'] = { paper_number, written_on: '2026-11-23', written_minute: null }
    return said(await desk.call('payment.take', { ...selling(desk, 1), paper }))
  }
  test.each<[string, string, string]>([
    ['P-017', 'P-17', 'paper-number-used'],
    ['P-17', 'P-0017', 'paper-number-used'],
    ['2026-007', '2026-7', 'paper-number-used'],
    ['P-017', 'p 17', 'paper-number-used'],
    ['P_017', 'P/17', 'paper-number-used'],
    ['#17', '17', 'paper-number-used'],
    ['P-1-7', 'P-17', 'ok'],
    ['P-1-7', 'p 1.07', 'paper-number-used'],
    ['P-170', 'P-17', 'ok'],
    ['P-107', 'P-17', 'ok'],
    ['P-0', 'P-00', 'paper-number-used'],
  ])('%s, and then %s', async (first, second, is) => {
    const desk = await opened()
    expect(await keyed(desk, first)).toBe('ok')
    expect(await keyed(desk, second)).toBe(is)
    expect(await verified(desk)).toBe('')
  })
})
