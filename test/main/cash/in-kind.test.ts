/** Goods and work that pay charges at a real desk: what they take off, what they never do, and every record of them. */
import { expect, test } from 'vitest'
import { days, moneyDesk, pageOf } from '../support/money-desk.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { CARDS } from '../support/small-library.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'

const KINDS = [
  `INSERT INTO in_kind_tender VALUES ('FOOD', 'Food for fines', 'piece', 100, 1, 0, 0, 0, NULL, 500, 1)`,
  `INSERT INTO in_kind_tender VALUES ('READ', 'Read down', 'hour', 300, 1, 0, 0, 1, NULL, NULL, 1)`,
  `INSERT INTO in_kind_tender VALUES ('HELP', 'Volunteering', 'asked', NULL, 1, 1, 1, 1, 700, NULL, 1)`,
  `INSERT INTO in_kind_tender VALUES ('OLD', 'Toys', 'piece', 100, 1, 1, 1, 1, NULL, NULL, 0)`,
]

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: KINDS })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await desk.scan(CARDS.owing)
  return desk
}

type Given = readonly [kind_code: string, quantity_count: number | null, amount_cents?: number]

/** Pays the fine of twelve dollars, or a part of it. */
function payment(desk: TestDesk, given: readonly Given[], cash = 0, pay_cents: number | null = null, charges = ['c1']) {
  const goods = given.map(([kind_code, quantity_count, amount_cents = null]) => {
    return { tender: 'in-kind' as const, kind_code, quantity_count, amount_cents }
  })
  const tenders = [...goods, ...(cash > 0 ? [{ tender: 'cash' as const, tendered_cents: cash }] : [])]
  const fixed = { drawer_code: '', is_exact_possible: true, is_large_meant: false, paper: null, sales: [] }
  const paid = charges.map((charge_ref) => ({ charge_ref, amount_cents: null }))
  return { commandId: desk.id(), ...fixed, charges: paid, pay_cents, tenders }
}

const owed = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents

const x = async (desk: TestDesk) => (await desk.ok('drawer.x', { drawer_code: '' })).report

test('take off what they are worth, and the drawer takes the rest', async () => {
  const desk = await opened()
  const { done } = await desk.ok(
    'payment.take',
    payment(
      desk,
      [
        ['FOOD', 4],
        ['READ', 90],
      ],
      1000,
    ),
  )
  expect(done).toMatchObject({ total_cents: 350, change_cents: 650, rounding_cents: 0 })
  expect(await owed(desk)).toBe(0)
  const report = await x(desk)
  expect(report.tenders.map((one) => [one.receipted_cents, one.expected_cents])).toEqual([
    [350, 10_350],
    [0, 0],
    [0, 0],
  ])
  expect(report.funds).toMatchObject([{ fund: 'fines', receipted_cents: 350 }])
  expect(report.in_kind).toEqual([
    {
      kind_code: 'FOOD',
      staff_initials: 'RO',
      approved_by_initials: '',
      receipts_count: 1,
      quantity_count: 4,
      amount_cents: 400,
    },
    {
      kind_code: 'READ',
      staff_initials: 'RO',
      approved_by_initials: '',
      receipts_count: 1,
      quantity_count: 90,
      amount_cents: 450,
    },
  ])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

test('alone have a receipt of their own, with no money in it', async () => {
  const desk = await opened()
  const { done } = await desk.ok('payment.take', payment(desk, [['FOOD', 3]], 0, 300))
  expect(done).toMatchObject({ total_cents: 0, change_cents: 0 })
  expect(done?.full_receipt_number).toMatch(/-0001$/)
  expect(await owed(desk)).toBe(900)
  const receipt = await desk.ok('receipt.get', { receipt: done?.full_receipt_number ?? '' })
  expect([receipt.paid_for, receipt.tenders, receipt.refundable]).toEqual([
    [],
    [{ tender: 'in-kind', amount_cents: 300 }],
    [],
  ])
  const page = await pageOf(desk, 'drawer', `paper ${done?.entry_ref}`)
  expect(JSON.stringify(page.sections)).toContain('Food for fines × 3')
  await desk.ok('payment.void', { commandId: desk.id(), receipt_ref: done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' })
  expect([await owed(desk), (await x(desk)).in_kind]).toEqual([1200, []])
  await expectRebuilt(desk)
})

test.each([
  ['no change for what is worth more than is owed', [['READ', 600]], null, [0, 1200]],
  ['no more than a month takes', [['FOOD', 9]], 500, [700, 500]],
  ['no more than a receipt takes', [['HELP', null, 1000]], 700, [500, 700]],
  ['a part of a cent is left out', [['READ', 1]], 5, [1195, 5]],
] as const)('%s', async (_, given, pay_cents, [left, off]) => {
  const desk = await opened()
  const { done } = await desk.ok('payment.take', payment(desk, given, 0, pay_cents))
  expect(done).toMatchObject({ total_cents: 0, change_cents: 0 })
  expect([await owed(desk), (await x(desk)).in_kind[0]?.amount_cents]).toEqual([left, off])
})

test.each([
  ['one that is not in the list', [['CASH', 1]], 'in-kind-unknown'],
  ['one that is not taken now', [['OLD', 1]], 'in-kind-unknown'],
  ['a worth where pieces are counted', [['FOOD', null, 300]], 'in-kind-unknown'],
  ['pieces where the worth is asked', [['HELP', 3]], 'in-kind-unknown'],
  [
    'the same twice',
    [
      ['FOOD', 1],
      ['FOOD', 2],
    ],
    'in-kind-unknown',
  ],
] as const)('refuses %s', async (_, given, code) => {
  const desk = await opened()
  const refused = await desk.call('payment.take', payment(desk, given, 5000))
  expect(refused).toMatchObject({ kind: 'refused', code })
  // What the library has named goes by its name.
  expect(JSON.stringify(refused)).not.toMatch(/FOOD|HELP|OLD/)
  expect(await owed(desk)).toBe(1200)
})

test('pay the kinds of charges of their row, and count the month of the patron over all receipts', async () => {
  const desk = await opened()
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 400, note: '' })
  const { events } = await desk.ok('journal.recent', { limit: 1 })
  const fee = events[0]?.event ?? ''
  const food = (charges: string[], cash: number) =>
    desk.call('payment.take', payment(desk, [['FOOD', 3]], cash, null, charges))
  expect(await food([fee], 400)).toMatchObject({ code: 'in-kind-pays-nothing' })
  const first = await desk.ok('payment.take', payment(desk, [['FOOD', 3]], 0, 300))
  const page = await pageOf(desk, 'pay')
  const section = page.sections.find((one) => one.kind === 'payment')
  const left = section?.in_kind.map((one) => [one.kind_code, one.most_cents, one.months.map((each) => each.left_cents)])
  expect(left).toEqual([
    ['FOOD', null, [200]],
    ['HELP', 700, []],
    ['READ', null, []],
  ])
  // Three are worth three dollars, and two are left of the month: the rest of it is cash.
  await desk.ok('payment.take', payment(desk, [['FOOD', 3]], 700))
  expect(await food(['c1'], 0)).toMatchObject({ kind: 'refused' })
  expect(first.done?.full_receipt_number).toMatch(/-0001$/)
  expect(await owed(desk)).toBe(400)
})

test('are limited by the month of the patron whose charge it is, on the page as at the station', async () => {
  const desk = await opened()
  await desk.ok('payment.take', payment(desk, [['FOOD', 4]], 0, 400))
  await desk.scan(CARDS.omar)
  await pageOf(desk, 'pay')
  const { snapshot } = await desk.scan(CARDS.owing).then(() => desk.ok('desk.snapshot', {}))
  const section = snapshot.page?.sections.find((one) => one.kind === 'payment')
  const food = section?.in_kind.find((one) => one.kind_code === 'FOOD')
  expect(food).toMatchObject({
    most_cents: null,
    months: [{ left_cents: 500 }, { line_ids: ['charge c1'], left_cents: 100 }],
  })
})

test('are never refunded: only what money paid of the charge is due back', async () => {
  const desk = await opened()
  const { done } = await desk.ok('payment.take', payment(desk, [['FOOD', 4]], 800))
  const back = (amount_cents: number | null) =>
    desk.call('refund.pay', {
      commandId: desk.id(),
      drawer_code: '',
      what: { of: 'receipt', receipt: done?.full_receipt_number ?? '', lines: [{ line_number: 1, amount_cents }] },
      to: { tender: 'cash' },
      reason: 'PAID-TWICE',
      is_exact_possible: true,
    })
  expect(await back(900)).toMatchObject({ code: 'more-than-paid' })
  expect(await back(null)).toMatchObject({ kind: 'ok' })
  expect((await x(desk)).tenders[0]?.expected_cents).toBe(10_000)
  expect(await back(1)).toMatchObject({ kind: 'refused' })
  await expectRebuilt(desk)
})

test('a voided charge owes back what money paid, and not what goods did', async () => {
  const desk = await opened()
  await desk.ok('payment.take', payment(desk, [['FOOD', 4]], 800))
  await desk.ok('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason: 'library-error' })
  const section = (await pageOf(desk, 'pay')).sections.find((one) => one.kind === 'payment')
  expect(section?.credit_cents).toBe(800)
})

test('the preview says what is lost of their worth', async () => {
  const desk = await opened()
  const { paper: _, commandId: __, ...asked } = payment(desk, [['READ', 600]])
  const { lines } = await desk.ok('payment.preview', asked)
  expect(lines[0]?.tone).toBe('warn')
  expect(lines[0]?.text).toContain('$30.00')
})

test('the history of a charge names them as the library did on that day', async () => {
  const desk = await opened()
  await desk.ok('payment.take', payment(desk, [['FOOD', 3]], 0, 300))
  const said = async () => JSON.stringify(await desk.ok('charge.explain', { charge_ref: 'c1' }))
  expect(await said()).toContain('Food for fines')
  expect(await said()).not.toContain('FOOD')
  days(desk, 1)
  await rosaAt(desk)
  const table = 'in_kind_tender' as const
  const food = (await desk.ok('policy.get', { table })).rows.find((row) => row.key === 'FOOD')
  const after = { ...food?.values, name: 'Cans for fines' }
  const { fresh } = await desk.ok('policy.check', { change: { table, key: 'FOOD', after } })
  const accept_findings = fresh.map((one) => one.name)
  const change = { commandId: desk.id(), table, key: 'FOOD', after, accept_findings }
  await desk.ok('policy.change', change)
  expect((await desk.ok('policy.get', { table })).rows.map((row) => row.values['name'])).toContain('Cans for fines')
  expect(await said()).toContain('Food for fines')
})
