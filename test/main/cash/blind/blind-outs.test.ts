/**
 * What goes out of a drawer tells nothing of what it should hold: a refusal says no figure and is kept, after some of
 * them a second person is asked whatever the amount is, and bills are changed without a limit.
 */
import { describe, expect, test } from 'vitest'
import type { EventKind } from '../../../../shared/journal/event.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { safeDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { PIN } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'

/** Ben, who may not see cash, has a drawer with $100.00. */
async function opened(settings: Readonly<Record<string, string>> = {}, also: string[] = []): Promise<TestDesk> {
  const desk = await safeDesk({ settings: { drop_alone_up_to_cents: '100000', ...settings }, also })
  await benAtDesk(desk)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

const said = (result: Awaited<ReturnType<TestDesk['call']>>) => (result.kind === 'refused' ? result.code : result.kind)

async function drop(desk: TestDesk, total_cents: number): Promise<string> {
  const to = { way: 'out', place: 'safe', bag_number: '', receiver_code: '', receiver_cents: null } as const
  return said(
    await desk.call('drawer.place', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents, ...to }),
  )
}

async function payOut(desk: TestDesk, amount_cents: number): Promise<string> {
  const paid = { drawer_code: '', way: 'out', reason: 'POSTAGE', amount_cents } as const
  return said(await desk.call('drawer.pay', { commandId: desk.id(), ...paid }))
}

async function change(desk: TestDesk, amount_cents: number): Promise<string> {
  const what = { purpose: 'make-change', amount_cents } as const
  return said(await desk.call('drawer.unlock', { commandId: desk.id(), drawer_code: '', what }))
}

/** The number of a receipt of two books for $8.00. */
async function twoBooks(desk: TestDesk): Promise<string> {
  const none = { charges: [], pay_cents: null, is_exact_possible: true, is_large_meant: false, paper: null }
  const sales = [{ product_code: 'BOOK', quantity_count: 2, price_cents: null }]
  const tenders = [{ tender: 'cash' as const, tendered_cents: 800 }]
  const id = { commandId: desk.id(), drawer_code: '' }
  return (await desk.ok('payment.take', { ...id, ...none, sales, tenders })).done?.full_receipt_number ?? ''
}

async function refund(desk: TestDesk, receipt: string, amount_cents: number | null): Promise<string> {
  const what = { of: 'receipt' as const, receipt, lines: [{ line_number: 1, amount_cents }] }
  const how = {
    what,
    to: { tender: 'cash' },
    payee_name: 'Ana Ruiz',
    reason: 'CHARGED-IN-ERROR',
    is_exact_possible: true,
  } as const
  return said(await desk.call('refund.pay', { commandId: desk.id(), drawer_code: '', ...how }))
}

async function voids(desk: TestDesk, receipt_ref: string): Promise<string> {
  return said(await desk.call('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' }))
}

const isAsking = async (desk: TestDesk) =>
  (await desk.ok('desk.snapshot', {})).snapshot.rows.filter((row) => row.choices.length > 0).length

const BOOK = `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 0, 10, 1)`

describe('too much out of a drawer', () => {
  test('is refused without a figure, and each time is an entry with what was asked', async () => {
    const desk = await opened()
    const to = { way: 'out', place: 'safe', bag_number: '', receiver_code: '', receiver_cents: null } as const
    const asked = { drawer_code: '', pieces: null, total_cents: 20_000, ...to }
    const told = JSON.stringify(await desk.call('drawer.place', { commandId: desk.id(), ...asked }))
    expect(told).toContain('drawer-holds-less')
    expect(told).not.toMatch(/100|10_?000/)
    expect(await drop(desk, 15_000)).toBe('drawer-holds-less')
    await comes(desk, WEI)
    const rows = tableOf(await pageOf(desk, 'drawer', 'open DRAWER-1'), 'entries')
    expect(rows.map((row) => row.at(-1))).toEqual(['$150.00', '$200.00'])
    expect((await desk.ok('drawer.x', { drawer_code: '' })).report.counts.refused_outs_count).toBe(2)
    expect(await recorded(desk, 'withdrawal-refused')).toHaveLength(2)
  })

  test.each([
    ['three, as it comes', {}, 3],
    ['one, where the library says so', { refused_outs_count: '1' }, 1],
  ])('after %s, a second person is asked for any amount, and no answer tells', async (_, settings, many) => {
    const desk = await opened(settings)
    for (let at = 0; at < many; at += 1) expect(await drop(desk, 20_000 + at)).toBe('drawer-holds-less')
    for (const amount of [100, 99_999]) {
      expect(await drop(desk, amount)).toBe('ok')
      expect(await payOut(desk, amount)).toBe('ok')
    }
    expect(await isAsking(desk)).toBe(4)
    expect(await recorded(desk, 'cash-placed')).toEqual([])
  })

  test('a second person allows what is there', async () => {
    const desk = await opened({ refused_outs_count: '1' })
    await drop(desk, 20_000)
    await drop(desk, 2000)
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await recorded(desk, 'cash-placed')).toMatchObject([{ amount_cents: 2000 }])
  })

  test.each([
    ['another person', { initials: 'RO', pin: PIN }],
    ['the receiver', WEI],
  ])('%s allows it, and the receiver is asked by itself what they counted', async (_, allowing) => {
    const desk = await opened({ refused_outs_count: '1' })
    await drop(desk, 20_000)
    const to = { way: 'out', place: 'safe', bag_number: '', receiver_code: 'WZ-1', receiver_cents: 1900 } as const
    const asked = { drawer_code: '', pieces: null, total_cents: 2000, ...to }
    expect((await desk.ok('drawer.place', { commandId: desk.id(), ...asked })).done).toBeNull()
    await answer(desk, '1')
    await approve(desk, allowing)
    expect(await isAsking(desk)).toBe(1)
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await recorded(desk, 'cash-placed')).toMatchObject([{ receiver_code: 'WZ-1', receiver_cents: 1900 }])
  })

  test('who may see cash is not asked', async () => {
    const desk = await opened({ refused_outs_count: '1' })
    await drop(desk, 20_000)
    await comes(desk, WEI)
    expect(await drop(desk, 2000)).toBe('ok')
    expect(await isAsking(desk)).toBe(0)
  })
})

describe('money back from a drawer that a drop has emptied', () => {
  test.each<[string, typeof voids, object]>([
    ['a refund of $5.00', (desk, receipt) => refund(desk, receipt, 500), { act: 'refunded', amount_cents: 500 }],
    ['a refund of a line', (desk, receipt) => refund(desk, receipt, null), { act: 'refunded', amount_cents: null }],
    ['a void', voids, { act: 'voided', amount_cents: 800 }],
  ])('%s is refused and kept, and once one was, a second person is asked', async (_, ask, kept) => {
    const desk = await opened({ refused_outs_count: '1' }, [BOOK])
    const receipt = await twoBooks(desk)
    expect(await drop(desk, 10_600)).toBe('ok')
    expect(await ask(desk, receipt)).toBe('drawer-holds-less')
    expect([await refund(desk, receipt, 100), await voids(desk, receipt)]).toEqual(['ok', 'ok'])
    expect(await isAsking(desk)).toBe(2)
    expect(await recorded(desk, 'withdrawal-refused')).toMatchObject([kept])
    expect([await recorded(desk, 'refund-paid'), await recorded(desk, 'receipt-voided')]).toEqual([[], []])
  })
})

test.each<[string, (desk: TestDesk, receipt: string) => Promise<string>, EventKind]>([
  ['a refund', (desk, receipt) => refund(desk, receipt, 100), 'refund-paid'],
  ['a void', voids, 'receipt-voided'],
  ['money paid out', (desk) => payOut(desk, 100), 'cash-paid'],
])(
  'who allowed that money goes out allowed no more: %s is its clerk’s own, and counts in their day',
  async (...row) => {
    const [, act, kind] = row
    const granted = ['refund', 'void-receipt', 'pay-out'].map(
      (grant) => `INSERT INTO role_grant VALUES ('staff/${grant}', 'staff', '${grant}', 1, 5000, NULL, NULL)`,
    )
    const desk = await opened({ refused_outs_count: '1' }, [BOOK, ...granted])
    const receipt = await twoBooks(desk)
    await drop(desk, 20_000)
    expect(await act(desk, receipt)).toBe('ok')
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await recorded(desk, kind)).toMatchObject([{ approved_by: '' }])
    expect(await recorded(desk, 'act-approved')).toMatchObject([{ grant: 'see-cash', approver: 'WZ-1' }])
  },
)

test('bills of any amount are changed: it stays in the drawer, and tells nothing', async () => {
  const desk = await safeDesk()
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  for (const amount of [2000, 10_000, 10_001, 900_000]) expect(await change(desk, amount)).toBe('ok')
})

test.each<[string, readonly number[], readonly string[]]>([
  ['at once', [5001], ['asked']],
  ['in two parts', [4500, 501], ['done', 'asked']],
  ['in small parts', [1700, 1700, 1600, 1], ['done', 'done', 'done', 'asked']],
  ['up to it', [2500, 2500], ['done', 'done']],
])('a ceiling of $50.00 on money paid out holds for the day: %s', async (_, amounts, results) => {
  const desk = await opened()
  await comes(desk, WEI)
  const found: string[] = []
  for (const amount of amounts) {
    expect(await payOut(desk, amount)).toBe('ok')
    found.push((await isAsking(desk)) > 0 ? 'asked' : 'done')
  }
  expect(found).toEqual(results)
})

test('the ceiling holds for the day across the sessions of a drawer', async () => {
  const desk = await safeDesk()
  await benAtDesk(desk)
  await comes(desk, WEI)
  const open = (total_cents: number) =>
    desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents })
  await open(10_000)
  expect(await payOut(desk, 4500)).toBe('ok')
  await countAll(desk, 5500)
  await desk.ok('drawer.close', closing(desk, { leave_cents: 5500 }))
  await open(5500)
  expect([await payOut(desk, 501), await isAsking(desk)]).toEqual(['ok', 1])
})
