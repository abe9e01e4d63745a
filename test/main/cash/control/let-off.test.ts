/**
 * Whatever lets a debt off on a person's word is a figure, by clerk and by who approved it: on the X and the Z, on the
 * day of the desk, on the manager's page, in the work log and in the auditor's export. One list for all of them.
 */
import { expect, test } from 'vitest'
import { days, lend, moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { answer, approve, benAtDesk, WEI } from '../../support/staff.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { ENGLISH, PAGES } from '../../../support/said.ts'
import { exported, rowsOf } from '../closing/exported.ts'

const READ = `INSERT INTO in_kind_tender VALUES ('READ', 'Read down', 'hour', 300, 1, 0, 0, 1, NULL, NULL, 1)`

const newest = async (desk: TestDesk): Promise<string> =>
  (await desk.ok('journal.recent', { limit: 1 })).events[0]?.event ?? ''

async function charge(desk: TestDesk, amount_cents: number): Promise<string> {
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents, note: '' })
  return newest(desk)
}

async function returned(desk: TestDesk, item: string, change: object): Promise<void> {
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.ok('desk.modify', change)
  await desk.scan(item)
  await desk.ok('desk.mode', { mode: 'out' })
}

/**
 * Ben's day: waived $1.00, voided $2.00 and, with Wei, $7.00; a fine of $0.50 let off at a return, and $0.25 by a date;
 * $3.00 read down of a fine of $12.00. A second waiver was taken back.
 */
async function bensDay(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [READ] })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await lend(desk, CARDS.dana, ITEMS.educated)
  await benAtDesk(desk)
  days(desk, 23)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await returned(desk, ITEMS.warmth, { is_amnesty: true })
  await returned(desk, ITEMS.educated, { back_on: '2026-12-16' })
  await desk.scan(CARDS.owing)
  const reason = 'first-time'
  const waived = { charge_ref: await charge(desk, 400), amount_cents: 100, reason }
  await desk.ok('charge.waive', { commandId: desk.id(), ...waived })
  await desk.ok('charge.waive', { commandId: desk.id(), ...waived })
  await desk.ok('desk.undo', { commandId: desk.id() })
  await desk.ok('charge.void', { commandId: desk.id(), charge_ref: await charge(desk, 200), reason })
  const [one, other] = [await charge(desk, 300), await charge(desk, 500)]
  expect(one).not.toBe(other)
  const read = { tender: 'in-kind', kind_code: 'READ', quantity_count: 60, amount_cents: null } as const
  const fixed = { drawer_code: '', is_exact_possible: true, is_large_meant: false, paper: null, sales: [] }
  const paid = { ...fixed, charges: [{ charge_ref: one, amount_cents: null }], pay_cents: null, tenders: [read] }
  await desk.ok('payment.take', { commandId: desk.id(), ...paid })
  await desk.ok('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason })
  await answer(desk, '1')
  await approve(desk, WEI)
  return desk
}

const LET_OFF = [
  ['waived', 'BC', '', 1, 100],
  ['voided', 'BC', '', 1, 200],
  ['voided', 'BC', 'WZ', 1, 1200],
  ['amnesty', 'BC', '', 1, 50],
  ['backdated', 'BC', '', 1, 25],
]

test('what a clerk let off is on the X, the day, the manager’s page, in the log and in the export', async () => {
  const desk = await rosaAt(await bensDay())
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  const rows = report.let_off.map((one) => {
    return [one.code, one.staff_initials, one.approved_by_initials, one.count, one.amount_cents]
  })
  expect(rows).toEqual(LET_OFF)
  expect(report.in_kind).toMatchObject([{ kind_code: 'READ', staff_initials: 'BC', amount_cents: 300 }])
  const all = LET_OFF.reduce((sum, one) => sum + Number(one[4]), 0)
  const { words } = ENGLISH
  const money = (amount: number): string => ENGLISH.money(cents(amount))
  expect(tableOf(await pageOf(desk, 'supervisor'), 'people')).toEqual([
    ['Ben Cole', '0', PAGES.reports.supervisor.let_off(6, money(all + 300))],
  ])
  await desk.ok('cash.look', { from_on: '2026-12-01', to_on: '2026-12-31' })
  const page = await pageOf(desk, 'cash-desk')
  expect(tableOf(page, 'let-off').map((cells) => cells.slice(1))).toEqual(
    LET_OFF.map(([code, , approver, count, amount]) => {
      const { let_off_by, let_off } = PAGES.cash_desk
      const word = approver === '' ? let_off_by.own : 'Wei Zhang'
      return [let_off_by[code as 'waived'], word, let_off(Number(count), money(Number(amount)))]
    }),
  )
  expect(tableOf(page, 'clerks')[0]?.slice(4, 6)).toEqual([PAGES.cash_desk.let_off(5, money(all)), money(300)])
  const log = JSON.stringify(await pageOf(desk, 'work-log'))
  for (const [code, , , , amount] of LET_OFF)
    expect(log).toContain(words.log.let_off[code as 'waived'](money(Number(amount))))
  const sheet = rowsOf(await exported(desk, 1, '2026-12-17'), 'let-off').map(({ kind, staff, amount, approved_by }) => {
    return [kind, staff, amount, approved_by]
  })
  expect(sheet.filter(([kind]) => kind === 'voided')).toEqual([
    ['voided', 'BC-1', '2.00', ''],
    ['voided', 'BC-1', '12.00', 'WZ-1'],
  ])
})
