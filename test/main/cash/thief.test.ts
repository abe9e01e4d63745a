/**
 * What a dishonest or a hurried person could ask of a drawer, at a real desk: each is refused, and afterwards the
 * drawer, the charge and the numbers of receipts are as they were.
 */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../shared/ipc/contract.ts'
import { elsewhere, type TestDesk } from '../support/desk.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { approve, BEN, benAtDesk, recorded, sealedIn, WEI } from '../support/staff.ts'

type Payment = Omit<Input<'payment.take'>, 'commandId'>

const ONE = [{ charge_ref: 'c1', amount_cents: 100 }]
const CASH = [{ tender: 'cash', tendered_cents: 100 }] as const
const PAYMENT: Payment = {
  drawer_code: '',
  charges: ONE,
  pay_cents: null,
  sales: [],
  tenders: [...CASH],
  is_exact_possible: true,
  is_large_meant: true,
  paper: null,
}

const PRODUCTS = [
  `INSERT INTO product VALUES ('TOTE', 'Tote bag', 'T', 1200, 'sale', 'shop', NULL, 825, 1, 1)`,
  `INSERT INTO product VALUES ('PRINT', 'Print', 'P', NULL, 'sale', 'copies', NULL, 0, 2, 1)`,
  `INSERT INTO product VALUES ('OLD', 'Old map', NULL, 500, 'sale', 'shop', NULL, 0, 3, 0)`,
]

async function opened(settings: Record<string, string> = {}): Promise<TestDesk> {
  const desk = await moneyDesk({ also: PRODUCTS, settings })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

const pay = (desk: TestDesk, with_: object) => desk.call('payment.take', { commandId: desk.id(), ...PAYMENT, ...with_ })
const voiding = (desk: TestDesk, receipt_ref: string) =>
  desk.call('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
const sale = (product_code: string, quantity_count: number, price_cents: number | null) => ({
  charges: [],
  sales: [{ product_code, quantity_count, price_cents }],
})
const refused = (code: string) => ({ kind: 'refused', code })
const WRONG = { kind: 'bad-input' }

/** The next payment is the first receipt, the charge owes all but it, and the drawer holds the float and it. */
async function expectUntouched(desk: TestDesk): Promise<void> {
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...PAYMENT })
  expect(done?.full_receipt_number).toMatch(/-1-0001$/)
  expect((await desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents).toBe(1100)
  const count = { drawer_code: '', reason: 'mid-shift', pieces: null, total_cents: 0 } as const
  await desk.ok('drawer.count', { commandId: desk.id(), ...count })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await recorded(desk, 'drawer-counted')).toMatchObject([{ expected_cents: 10_100 }])
}

describe('amounts that are none', () => {
  test.each([
    ['below zero', -100],
    ['zero', 0],
    ['a fraction of a cent', 0.5],
    ['letters', '100'],
    ['true', true],
    ['a list', [100]],
    ['not a number', Number.NaN],
    ['without end', Number.POSITIVE_INFINITY],
    ['larger than a number can be', 1e300],
    ['nine quadrillion and one', Number.MAX_SAFE_INTEGER + 2],
  ])('%s', async (_, amount) => {
    const desk = await opened()
    expect(await pay(desk, { charges: [{ charge_ref: 'c1', amount_cents: amount }] })).toMatchObject(WRONG)
    expect(await pay(desk, { pay_cents: amount })).toMatchObject(WRONG)
    expect(await pay(desk, sale('PRINT', 1, amount as number))).toMatchObject(WRONG)
    expect(await pay(desk, sale('TOTE', amount as number, null))).toMatchObject(WRONG)
    if (amount !== 0)
      expect(await pay(desk, { tenders: [{ ...CASH[0], tendered_cents: amount }] })).toMatchObject(WRONG)
    const card = { tender: 'card', amount_cents: amount, authorization: '012345', last_four: '4242' }
    expect(await pay(desk, { tenders: [card] })).toMatchObject(WRONG)
    await expectUntouched(desk)
  })

  test.each<[string, object, string]>([
    ['the largest quantity of the largest price', sale('PRINT', 999, 10_000_000), 'amount-too-large'],
    [
      'fifty lines of the largest price',
      { charges: [], sales: Array.from({ length: 50 }, () => sale('PRINT', 99, 10_000_000).sales[0]) },
      'amount-too-large',
    ],
    ['more cash than any drawer holds', { tenders: Array.from({ length: 10 }, () => HUGE) }, 'amount-unusual'],
  ])('%s', async (_, input, code) => {
    const desk = await opened()
    expect(await pay(desk, { ...input, is_large_meant: false })).toMatchObject(refused(code))
    await expectUntouched(desk)
  })
})

const HUGE = { tender: 'cash', tendered_cents: 10_000_000 }

describe('payments that are no payments', () => {
  test.each<[string, object, object]>([
    ['a field that nobody knows', { discount_cents: 50 }, WRONG],
    ['a line that says who', { charges: [{ ...ONE[0], patron_id: 1 }] }, WRONG],
    ['a tender that nobody knows', { tenders: [{ tender: 'gold', amount_cents: 100 }] }, WRONG],
    ['a check without its number', { tenders: [{ tender: 'check', amount_cents: 100 }] }, WRONG],
    ['nothing', { charges: [] }, refused('nothing-to-pay')],
    ['a charge that nobody knows', { charges: [{ charge_ref: 'c2', amount_cents: 1 }] }, refused('charge-unknown')],
    ['a receipt as a charge', { charges: [{ charge_ref: "c1' OR 1", amount_cents: 1 }] }, refused('charge-unknown')],
    ['the same charge twice', { charges: [ONE[0], ONE[0]] }, refused('charge-unknown')],
    ['more than is owed', { charges: [{ charge_ref: 'c1', amount_cents: 1201 }] }, refused('more-than-owed')],
    ['more of all charges than is owed', { charges: ONE, pay_cents: 101 }, refused('more-than-owed')],
    ['no tender', { tenders: [] }, refused('left-to-pay')],
    ['a cent too little', { tenders: [{ ...CASH[0], tendered_cents: 99 }] }, refused('left-to-pay')],
    [
      'a check for more, to get cash for it',
      { tenders: [{ tender: 'check', amount_cents: 5000, check_number: '1' }] },
      refused('tender-over'),
    ],
    [
      'a card for more beside cash',
      { tenders: [...CASH, { tender: 'card', amount_cents: 101, authorization: '1', last_four: '1111' }] },
      refused('tender-over'),
    ],
    [
      'cash beside a card that pays all, to get it changed',
      { tenders: [...CASH, { tender: 'card', amount_cents: 100, authorization: '1', last_four: '1111' }] },
      refused('cash-not-needed'),
    ],
    ['a product that nobody sells', sale('GOLD', 1, 1), refused('product-unknown')],
    ['a product that is sold no more', sale('OLD', 1, null), refused('product-unknown')],
    ['no price where it is asked', sale('PRINT', 1, null), refused('price-needed')],
    ['a tote bag for one cent', { ...sale('TOTE', 1, 1) }, refused('price-fixed')],
    ['another drawer', { drawer_code: 'DRAWER-2' }, refused('drawer-not-open')],
  ])('%s', async (_, input, answer) => {
    const desk = await opened()
    expect(await pay(desk, input)).toMatchObject(answer)
    await expectUntouched(desk)
  })

  test.each<[string, number, number, object]>([
    ['and the card leaves a cent that rounds to nothing', 1199, 500, refused('cash-not-needed')],
    ['and the card leaves two', 1198, 2000, refused('cash-not-needed')],
    ['and less is given than the card leaves', 1198, 1, refused('cash-not-needed')],
    ['but the pennies are given', 1198, 2, { kind: 'ok', output: { done: { change_cents: 0, rounding_cents: 0 } } }],
    ['but the card leaves what is rounded up', 1197, 500, { kind: 'ok', output: { done: { change_cents: 495 } } }],
  ])('cash beside a card that pays all, where cash is rounded, %s', async (_, amount_cents, tendered_cents, answer) => {
    const desk = await opened({ cash_rounding: 'always' })
    const card = { tender: 'card', amount_cents, authorization: '1', last_four: '1111' }
    const all = [{ charge_ref: 'c1', amount_cents: null }]
    const tenders = [card, { tender: 'cash', tendered_cents }]
    expect(await pay(desk, { charges: all, tenders })).toMatchObject(answer)
  })

  test('the price of the catalog itself is no other price', async () => {
    const desk = await opened()
    const tenders = [{ tender: 'cash', tendered_cents: 1299 }]
    expect(await pay(desk, { ...sale('TOTE', 1, 1200), tenders })).toMatchObject({ kind: 'ok' })
  })
})

describe('a card number is never kept', () => {
  const NUMBER = '4242424242424242'
  const card = (authorization: string) => ({
    tenders: [{ tender: 'card', amount_cents: 100, authorization, last_four: '4242' }],
  })
  test.each<[string, object]>([
    ['as the authorization', card(NUMBER)],
    ['in groups of four', card('4242 4242 4242 4242')],
    ['with dashes', card('4242-4242-4242-42')],
    ['between letters', card('A424242424242Z')],
    ['in digits of another script', card('٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢')],
    ['as the number of a check', { tenders: [{ tender: 'check', amount_cents: 100, check_number: '424242424242' }] }],
    [
      'as the number of a paper receipt',
      { paper: { paper_number: NUMBER, written_on: '2026-11-23', written_minute: null } },
    ],
    [
      'in groups on a paper receipt',
      { paper: { paper_number: '4242 4242 4242 4242', written_on: '2026-11-23', written_minute: null } },
    ],
  ])('%s', async (_, input) => {
    const desk = await opened()
    expect(await pay(desk, input)).toMatchObject(WRONG)
    await expectUntouched(desk)
  })

  test.each(['=1+1', '<b>', '\u001b[2J', ';', 'ø'])('no other sign: %j', async (mark) => {
    const desk = await opened()
    expect(await pay(desk, card(`0${mark}1`))).toMatchObject(WRONG)
    await expectUntouched(desk)
  })

  test.each(['\u0000', '\u202e', '\u200b', '\n'])('nothing that is not seen: %j', async (mark) => {
    const desk = await opened()
    const paper = { paper_number: `17${mark}`, written_on: '2026-11-23', written_minute: null }
    await pay(desk, { ...card(`${mark}A1${mark}`), paper })
    const kept = JSON.stringify(await recorded(desk, 'receipt-made'))
    expect(JSON.stringify(kept)).not.toMatch(/[\u200b\u202e]|\\\\u0|\\\\n/)
  })

  test('an ordinary authorization is taken, and is beside the seal alone', async () => {
    const desk = await opened()
    expect(await pay(desk, card('AX-01 2345'))).toMatchObject({ kind: 'ok' })
    const sealed = await sealedIn(desk, 'receipt-made')
    expect(JSON.stringify(sealed)).not.toMatch(/AX-01|4242/)
  })
})

describe('voids', () => {
  test('a receipt is voided once, by its own name, for a reason that is known', async () => {
    const desk = await opened()
    const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...PAYMENT })
    const receipt_ref = done?.entry_ref ?? ''
    expect(await voiding(desk, `${receipt_ref}0`)).toMatchObject(refused('receipt-unknown'))
    expect(await voiding(desk, receipt_ref.replace(/\d+$/, '1'))).toMatchObject(refused('receipt-unknown'))
    const unknown = { commandId: desk.id(), receipt_ref, reason: 'BECAUSE' }
    expect(await desk.call('payment.void', unknown)).toMatchObject(refused('reason-unknown'))
    expect(await voiding(desk, receipt_ref)).toMatchObject({ kind: 'ok' })
    expect(await voiding(desk, receipt_ref)).toMatchObject(refused('receipt-voided-already'))
    expect((await desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents).toBe(1200)
    expect(await recorded(desk, 'receipt-voided')).toHaveLength(1)
  })

  test('above a clerk’s ceiling it takes a second person, who is not the clerk', async () => {
    const desk = await opened()
    await benAtDesk(desk)
    const large = { charges: [{ charge_ref: 'c1', amount_cents: 501 }], tenders: [{ ...CASH[0], tendered_cents: 501 }] }
    const paid = await pay(desk, large)
    const receipt_ref = paid.kind === 'ok' ? (paid.output as { done: { entry_ref: string } }).done.entry_ref : ''
    expect(await voiding(desk, receipt_ref)).toMatchObject({ kind: 'ok', output: { done: null } })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    const row_id = snapshot.rows.find((row) => row.choices.length > 0)?.row_id ?? ''
    await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    expect(await approve(desk, BEN)).toMatchObject(refused('approver-same'))
    expect((await desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents).toBe(699)
    expect(await approve(desk, WEI)).toMatchObject({ kind: 'ok' })
    expect((await desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents).toBe(1200)
    expect(await recorded(desk, 'receipt-voided')).toMatchObject([{ staff: 'BC-1', approved_by: 'WZ-1' }])
  })
})

describe('who may', () => {
  const roles = (grants: readonly string[]) =>
    grants.map((grant) => `INSERT INTO role_grant VALUES ('staff ${grant}', 'staff', '${grant}', 0, NULL, NULL, NULL)`)

  test('a role without the grant takes no money and opens no drawer', async () => {
    const desk = await opened()
    elsewhere(desk, roles(['take-money', 'use-drawer']).join(';'))
    const other = await desk.reopen()
    await benAtDesk(other)
    expect(await pay(other, {})).toMatchObject(refused('not-permitted'))
    const count = { drawer_code: '', reason: 'mid-shift', pieces: null, total_cents: 0 } as const
    expect(await other.call('drawer.count', { commandId: other.id(), ...count })).toMatchObject(
      refused('not-permitted'),
    )
  })

  test('a locked desk and nobody signed in take nothing', async () => {
    const desk = await opened()
    await desk.ok('desk.lock', {})
    expect(await pay(desk, {})).toMatchObject(refused('desk-locked'))
    const next = await desk.reopen()
    expect(await pay(next, {})).toMatchObject(refused('not-signed-in'))
    expect(await recorded(next, 'receipt-made')).toEqual([])
  })
})

test('two requests with one id: the second changes nothing and is told', async () => {
  const desk = await opened()
  const commandId = desk.id()
  const { done } = await desk.ok('payment.take', { commandId, ...PAYMENT })
  const again = await desk.ok('payment.take', { commandId, ...PAYMENT })
  expect(again.done).toEqual(done)
  const tenders = [{ ...CASH[0], tendered_cents: 200 }]
  expect(await desk.call('payment.take', { commandId, ...PAYMENT, tenders })).toMatchObject(refused('command-changed'))
  const other = { commandId, receipt_ref: done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' }
  expect(await desk.call('payment.void', other)).toMatchObject(refused('command-changed'))
  expect((await desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents).toBe(1100)
})
