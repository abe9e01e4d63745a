/**
 * A session over which the clock goes oddly, with a receipt before and one after: midnight, the hour that comes twice
 * and the one that does not, a clock that jumps. The Z, each receipt, the hours of the manager's page and the books
 * say one thing, by the clock of the branch, and the verifier agrees.
 */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { closed, COPY, openWith, sell, zOf } from '../closing/closes.ts'
import { exported, rowsOf } from '../closing/exported.ts'
import { verified } from './verified.ts'

/** What was taken by the hour, of the hours in which something was. */
async function hoursOf(desk: TestDesk, on: string): Promise<readonly (readonly [string, number])[]> {
  await desk.ok('cash.look', { from_on: on, to_on: on })
  const found = (await pageOf(desk, 'cash-desk')).sections.find(({ section_id }) => section_id === 'hours')
  const bars = found?.kind === 'chart' ? found.bars : []
  return bars.map(({ label, values: [amount = 0] }) => [label, amount] as const).filter(([, amount]) => amount > 0)
}

// By the clock of Chicago: opened, sold for $1.00, sold for $0.20; closed a minute after that.
test.each([
  [
    'over midnight',
    [Date.UTC(2026, 10, 26, 5, 50), Date.UTC(2026, 10, 26, 5, 55), Date.UTC(2026, 10, 26, 6, 5)],
    '2026-11-25',
    ['2026-11-25 23:55:00', '2026-11-26 00:05:00'],
    [
      ['midnight', 20],
      ['11 PM', 100],
    ],
  ],
  [
    'the hour that there is twice: the same time on two receipts, an hour apart',
    [Date.UTC(2027, 10, 7, 5, 50), Date.UTC(2027, 10, 7, 6, 30), Date.UTC(2027, 10, 7, 7, 30)],
    '2027-11-07',
    ['2027-11-07 01:30:00', '2027-11-07 01:30:00'],
    [['1 AM', 120]],
  ],
  [
    'the hour that there is not',
    [Date.UTC(2027, 2, 14, 7, 50), Date.UTC(2027, 2, 14, 7, 59), Date.UTC(2027, 2, 14, 8, 0)],
    '2027-03-14',
    ['2027-03-14 01:59:00', '2027-03-14 03:00:00'],
    [
      ['1 AM', 100],
      ['3 AM', 20],
    ],
  ],
  [
    'the day before the clocks change, over midnight',
    [Date.UTC(2027, 2, 14, 5, 0), Date.UTC(2027, 2, 14, 5, 59), Date.UTC(2027, 2, 14, 6, 0)],
    '2027-03-13',
    ['2027-03-13 23:59:00', '2027-03-14 00:00:00'],
    [
      ['midnight', 20],
      ['11 PM', 100],
    ],
  ],
  [
    'a clock that jumps a day ahead',
    [Date.UTC(2026, 10, 26, 18, 0), Date.UTC(2026, 10, 26, 19, 0), Date.UTC(2026, 10, 27, 20, 0)],
    '2026-11-26',
    ['2026-11-26 13:00:00', '2026-11-27 14:00:00'],
    [
      ['1 PM', 100],
      ['2 PM', 20],
    ],
  ],
  [
    'a clock that is set back over midnight: the desk goes on from its last entry',
    [Date.UTC(2026, 10, 26, 6, 10), Date.UTC(2026, 10, 26, 6, 15), Date.UTC(2026, 10, 26, 5, 30)],
    '2026-11-26',
    ['2026-11-26 00:15:00', '2026-11-26 00:15:00'],
    [['midnight', 120]],
  ],
] as const)('%s', async (_, moments, wanted, times, hours) => {
  const desk = await moneyDesk({ also: [COPY] })
  const at = async (moment: number): Promise<void> => {
    desk.clock.set(instant(moment))
    await rosaAt(desk)
  }
  await at(must(moments[0], 'a moment'))
  await openWith(desk, 10_000)
  await at(moments[1])
  await sell(desk, 10)
  await at(moments[2])
  await sell(desk, 2)
  const session = await closed(desk, 10_120)
  expect((await zOf(desk, session)).business_on).toBe(wanted)
  const files = await exported(desk, 1, wanted)
  const receipts = rowsOf(files, 'receipts')
  expect(receipts.map((row) => row['moment']?.slice(0, 17))).toEqual(times.map((one) => one.slice(0, 17)))
  for (const name of ['sessions', 'receipts', 'receipt-lines', 'counts', 'deposits', 'ledger'])
    expect(new Set(rowsOf(files, name).map((row) => row['business_date'])), name).toEqual(new Set([wanted]))
  expect(await hoursOf(desk, wanted)).toEqual(hours)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await verified(desk)).toBe('')
})
