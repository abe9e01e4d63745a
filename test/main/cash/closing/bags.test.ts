/** A bag that is filled in the middle of a session: it waits for the bank like that of a close, and is confirmed so. */
import { expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageOf, tableOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import { closed, opened, sell, zOf } from './closes.ts'
import { exported, rowsOf } from './exported.ts'

const HOUR = 3_600_000

/** Rosa has taken $30.00, and put $20.00 of it into the bag B-5. */
async function dropped(): Promise<TestDesk> {
  const desk = await opened()
  await sell(desk, 300)
  await desk.ok('drawer.place', drop(desk))
  return desk
}

function drop(desk: TestDesk): Input<'drawer.place'> {
  const to = { drawer_code: '', way: 'out', place: 'bank-bag', bag_number: 'B-5' } as const
  return {
    commandId: desk.id(),
    ...to,
    pieces: null,
    total_cents: 2000,
    receiver_code: '',
    receiver_cents: null,
  }
}

const bags = async (desk: TestDesk) => desk.ok('deposit.list', { limit: 10 })

async function bank(desk: TestDesk, banked_cents: number, at = 0, is_difference_meant = false): Promise<string> {
  const bag_ref = (await bags(desk)).deposits[at]?.bag_ref ?? 'K4N7QW.1.1'
  const result = await desk.call('deposit.bank', {
    commandId: desk.id(),
    bag_ref,
    banked_cents,
    banked_on: '2026-11-24',
    is_difference_meant,
  })
  return result.kind === 'refused' ? result.code : result.kind
}

test('it waits from the drop on, while the drawer is open, and is pointed out when it waits too long', async () => {
  const desk = await dropped()
  const [now] = (await bags(desk)).deposits
  expect(now).toMatchObject({
    bag_number: 'B-5',
    bag_cents: 2000,
    full_z_number: '',
    filled_by_initials: 'RO',
    banked: null,
  })
  expect(await bags(desk)).toMatchObject({ waiting_cents: 2000, is_alert: false })
  desk.clock.pass(72 * HOUR)
  await rosaAt(desk)
  expect((await bags(desk)).deposits).toMatchObject([{ waits_hours_count: 72, is_late: true }])
  expect((await bags(desk)).is_alert).toBe(true)
})

test('the bank takes it in by another person, once, with what it is short; the count stays good', async () => {
  const desk = await dropped()
  await countAll(desk, 11_000)
  expect(await bank(desk, 1990)).toBe('deposit-by-closer')
  await benAtDesk(desk)
  await comes(desk, WEI)
  expect(await bank(desk, 1990)).toBe('ok')
  expect(await bank(desk, 1990)).toBe('deposit-banked-already')
  expect((await bags(desk)).deposits[0]?.banked).toMatchObject({ banked_cents: 1990, by_cents: -10 })
  await rosaAt(desk)
  await desk.ok('drawer.close', closing(desk))
  expect((await zOf(desk)).tenders[0]).toMatchObject({ expected_cents: 11_000, counted_cents: 11_000 })
  const books = rowsOf(await exported(desk), 'ledger').map(({ account, of, debit, credit }) =>
    [account, of, debit, credit].join(' '),
  )
  expect(books).toEqual(expect.arrayContaining(['bank  30.00 0.00', 'bank  0.00 0.10', 'short bank 0.10 0.00']))
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

test('what the bank says in another month is of that month: the one that was exported stays as it is', async () => {
  const desk = await opened()
  await sell(desk, 300)
  const session = await closed(desk, 13_000, { bag_number: 'B-6', leave_cents: 10_000 })
  const tables = async () => [...(await exported(desk))].filter(([name]) => name.endsWith('.csv'))
  const before = await tables()
  desk.clock.pass(7 * 24 * HOUR)
  await benAtDesk(desk)
  await comes(desk, WEI)
  expect(await bank(desk, 2990)).toBe('ok')
  await rosaAt(desk)
  expect(await tables()).toEqual(before)
  const later = await exported(desk, 0, '2026-12-01')
  expect(rowsOf(later, 'ledger').map((row) => Object.values(row).join(' '))).toEqual([
    `2026-12-01 ${session} none bank   0.00 0.10`,
    `2026-12-01 ${session} none short bank  0.10 0.00`,
  ])
  expect(rowsOf(later, 'deposits')).toMatchObject([
    { business_date: '2026-12-01', session, kind: 'banked', banked_on: '2026-11-24', difference: '-0.10' },
  ])
  expect(rowsOf(later, 'deposits')[0]?.['bag_entry']).toBe(rowsOf(await exported(desk), 'deposits')[0]?.['bag_entry'])
})

test('it and the bag of the close are two: on the page, in the export, at the bank', async () => {
  const desk = await dropped()
  await closed(desk, 11_000, { bag_number: 'B-6' })
  const rows = tableOf(await pageOf(desk, 'drawer', 'closed'), 'closed')
  expect(rows.map((cells) => cells.slice(4, 6))).toEqual([
    ['B-6', '$10.00'],
    ['B-5', '$20.00'],
  ])
  expect((await bags(desk)).waiting_cents).toBe(3000)
  await benAtDesk(desk)
  await comes(desk, WEI)
  expect(await bank(desk, 1000)).toBe('ok')
  expect((await bags(desk)).waiting_cents).toBe(2000)
  expect(await bank(desk, 2000, 1)).toBe('ok')
  const deposits = rowsOf(await exported(desk), 'deposits')
  expect(deposits.map(({ kind, bag_number, total, banked }) => [kind, bag_number, total, banked])).toEqual([
    ['bagged', 'B-5', '20.00', ''],
    ['bagged', 'B-6', '10.00', ''],
    ['banked', '', '10.00', '10.00'],
    ['banked', '', '20.00', '20.00'],
  ])
  expect(deposits[2]?.['bag_entry']).toBe(deposits[1]?.['bag_entry'])
  expect(deposits[3]?.['bag_entry']).toBe(deposits[0]?.['bag_entry'])
  expect(await recorded(desk, 'deposit-banked')).toMatchObject([
    { drop_ref: expect.stringContaining('.1.') as unknown },
    { drop_ref: null },
  ])
})

test('on the manager’s page each bag of a session is a row of its own', async () => {
  const desk = await dropped()
  await closed(desk, 11_000, { bag_number: 'B-6' })
  await desk.ok('cash.look', { from_on: '2026-11-24', to_on: '2026-11-24' })
  const { sections } = await pageOf(desk, 'cash-desk')
  const rows = sections.flatMap((one) => (one.kind === 'table' && one.section_id === 'bags' ? one.rows : []))
  expect(rows.map(({ cells }) => cells[1]?.text)).toEqual(['B-5', 'B-6'])
  expect(new Set(rows.map(({ row_id }) => row_id)).size).toBe(2)
})

test('more than was in it is told as over, and an entry that filled no bag is none to bank', async () => {
  const desk = await dropped()
  await benAtDesk(desk)
  await comes(desk, WEI)
  expect(await bank(desk, 2500, 5)).toBe('deposit-none')
  expect(await bank(desk, -1)).toBe('bad-input')
  expect((await bags(desk)).deposits[0]?.banked).toBeNull()
  expect(await bank(desk, 2500)).toBe('deposit-differs')
  expect((await bags(desk)).deposits[0]?.banked).toBeNull()
  expect(await bank(desk, 2500, 0, true)).toBe('ok')
  expect((await bags(desk)).deposits[0]?.banked).toMatchObject({ banked_cents: 2500, by_cents: 500 })
})

test.each([
  ['what was in it', 3000, 'ok'],
  ['short by less than a sign-off', 501, 'ok'],
  ['short by a sign-off', 500, 'deposit-differs'],
  ['a digit too few', 300, 'deposit-differs'],
  ['a cent more', 3001, 'deposit-differs'],
  ['a digit too many', 30_000, 'deposit-differs'],
])('the bag had $30.00, and of the bank is typed %s: %i cents, %s', async (_, banked_cents, wanted) => {
  const desk = await opened()
  await sell(desk, 300)
  await closed(desk, 13_000, { bag_number: 'B-6' })
  await benAtDesk(desk)
  await comes(desk, WEI)
  expect(await bank(desk, banked_cents)).toBe(wanted)
  expect(await recorded(desk, 'deposit-banked')).toHaveLength(wanted === 'ok' ? 1 : 0)
})
