/**
 * Receipts that are voided and money that goes back, at a real desk: never more than was paid, to the tender that it
 * came from, and a charge owes what it should afterwards.
 */
import { describe, expect, test } from 'vitest'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { en } from '../../../shared/words/en/en.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { days, lend, safeDesk, type Policy } from '../support/money-desk.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { answer, approve, benAtDesk, comes, recorded, WEI } from '../support/staff.ts'

const id = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })
const refused = (code: string) => ({ kind: 'refused', code })

const PRODUCTS = [
  `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 825, 10, 1)`,
  `INSERT INTO product VALUES ('FRIENDS', 'Friends', 'F', NULL, 'held', NULL, 'friends', 0, 20, 1)`,
]

async function opened(policy: Policy = {}, total_cents = 10_000): Promise<TestDesk> {
  const desk = await safeDesk({ ...policy, also: [...PRODUCTS, ...(policy.also ?? [])] })
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents })
  return desk
}

type Take = Omit<Input<'payment.take'>, 'commandId' | 'drawer_code'>
const NOTHING: Take = {
  charges: [],
  pay_cents: null,
  sales: [],
  tenders: [],
  is_exact_possible: true,
  is_large_meant: false,
  paper: null,
}
const cash = (tendered_cents: number): Take['tenders'][number] => ({ tender: 'cash', tendered_cents })
const card = (amount_cents: number): Take['tenders'][number] => {
  return { tender: 'card', amount_cents, authorization: '08J21A', last_four: '4242' }
}
const check = (amount_cents: number): Take['tenders'][number] => ({
  tender: 'check',
  amount_cents,
  check_number: '101',
})

/** Takes a payment and gives its number. */
async function take(desk: TestDesk, given: Partial<Take>): Promise<string> {
  const { done } = await desk.ok('payment.take', { ...id(desk), ...NOTHING, ...given })
  return done?.full_receipt_number ?? ''
}
/** All of the fine of $12.00. */
const fine = (desk: TestDesk, ...tenders: Take['tenders']) =>
  take(desk, { charges: [{ charge_ref: 'c1', amount_cents: null }], tenders })
const twoBooks = (desk: TestDesk) =>
  take(desk, { sales: [{ product_code: 'BOOK', quantity_count: 2, price_cents: null }], tenders: [cash(866)] })

const CARD = { tender: 'card', authorization: '08J21B', last_four: '4242' } as const
const CASH = { tender: 'cash' } as const
const OFFICE = { tender: 'office-check' } as const
type Back = Omit<Input<'refund.pay'>, 'commandId' | 'drawer_code'>
const SOME: Omit<Back, 'what'> = {
  to: CASH,
  payee_name: 'Ana Ruiz',
  reason: 'CHARGED-IN-ERROR',
  is_exact_possible: true,
}
const back = (desk: TestDesk, receipt: string, amount_cents: number | null, to: Back['to'] = CASH, line_number = 1) =>
  desk.call('refund.pay', {
    ...id(desk),
    ...SOME,
    to,
    what: { of: 'receipt', receipt, lines: [{ line_number, amount_cents }] },
  })
const due = (desk: TestDesk, charge_ref: string, amount_cents: number | null, to: Back['to'] = CASH) =>
  desk.call('refund.pay', { ...id(desk), ...SOME, to, what: { of: 'due', charges: [{ charge_ref, amount_cents }] } })
const voided = (desk: TestDesk, receipt_ref: string) =>
  desk.call('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
const read = (desk: TestDesk, receipt: string): Promise<Output<'receipt.get'>> => desk.ok('receipt.get', { receipt })
const charge = (desk: TestDesk) => desk.ok('charge.explain', { charge_ref: 'c1' })

async function expected(desk: TestDesk): Promise<unknown> {
  await desk.ok('drawer.count', { ...id(desk), reason: 'mid-shift', pieces: null, total_cents: 0 })
  const [last] = await recorded(desk, 'drawer-counted')
  return (last as { expected_cents: number }).expected_cents
}

describe('a receipt, by its number', () => {
  test('has its lines, its tenders and what can go back', async () => {
    const desk = await opened()
    const number = await take(desk, {
      charges: [{ charge_ref: 'c1', amount_cents: null }],
      sales: [{ product_code: 'BOOK', quantity_count: 1, price_cents: null }],
      tenders: [cash(700), card(1000)],
    })
    const receipt = await read(desk, number)
    expect(receipt).toMatchObject({
      of: 'payment',
      full_receipt_number: number,
      total_cents: 1633,
      change_cents: 67,
      paid_for: [
        { of: 'charge', about: 'c1', amount_cents: 1200, left_cents: 1200 },
        { of: 'sale', about: 'BOOK', amount_cents: 433, tax_cents: 33, left_cents: 433 },
      ],
      tenders: [
        { tender: 'cash', amount_cents: 700 },
        { tender: 'card', amount_cents: 1000 },
      ],
      refundable: [
        { tender: 'cash', amount_cents: 633 },
        { tender: 'card', amount_cents: 1000 },
        { tender: 'office-check', amount_cents: 1000 },
      ],
    })
    for (const given of [receipt.receipt_ref, '1', '0001', number.toLowerCase()])
      expect((await read(desk, given)).full_receipt_number).toBe(number)
    for (const receipt of ['2', 'ABCDEF-1-0001', 'D.1.1', '0', 'x'])
      expect(await desk.call('receipt.get', { receipt })).toMatchObject(refused('receipt-unknown'))
  })
})

describe('money goes back to the tender that it came from', () => {
  const rows: [string, Take['tenders'], Back['to'], number | null, string | number][] = [
    ['cash in cash', [cash(1200)], CASH, null, 1200],
    ['a part of it', [cash(2000)], CASH, 500, 500],
    ['cash by the office’s check: no', [cash(1200)], OFFICE, null, 'refund-tender'],
    ['cash on a card: no', [cash(1200)], CARD, null, 'refund-tender'],
    ['a card on the card', [card(1200)], CARD, null, 1200],
    ['a card by the office’s check', [card(1200)], OFFICE, null, 1200],
    ['a check by the office’s check', [check(1200)], OFFICE, null, 1200],
    ['a check in cash: no', [check(1200)], CASH, null, 'refund-tender'],
    ['of half cash and half card: the cash', [cash(600), card(600)], CASH, 600, 600],
    ['of half cash and half check: more than the cash', [cash(600), check(600)], CASH, 601, 'refund-tender'],
    ['of half card and half check: more than the card', [card(600), check(600)], CARD, 601, 'refund-tender'],
    ['of half card and half check: both by check', [card(600), check(600)], OFFICE, null, 1200],
    ['more than was paid', [cash(1200)], CASH, 1201, 'more-than-paid'],
  ]
  test.each(rows)('%s', async (_, tenders, to, amount, outcome) => {
    const desk = await opened()
    const number = await fine(desk, ...tenders)
    const answered = await back(desk, number, amount, to)
    if (typeof outcome === 'string') return expect(answered).toMatchObject(refused(outcome))
    expect(answered).toMatchObject({ kind: 'ok', output: { done: { total_cents: outcome } } })
    expect(await charge(desk)).toMatchObject({ owed_cents: 0, refund_due_cents: 0 })
    expect((await read(desk, number)).paid_for[0]?.left_cents).toBe(1200 - outcome)
    const { problems } = await desk.ok('journal.verify', {})
    expect(problems).toEqual([])
  })

  test('paid by card, in cash: a clerk asks, and a supervisor may', async () => {
    const desk = await opened()
    const number = await fine(desk, card(1200))
    await benAtDesk(desk)
    expect(await back(desk, number, 100)).toMatchObject({ output: { done: null } })
    await answer(desk, '1')
    await approve(desk, WEI)
    await comes(desk, WEI)
    expect(await back(desk, number, 200)).toMatchObject({ output: { done: { total_cents: 200 } } })
    expect(await recorded(desk, 'refund-paid')).toMatchObject([
      { staff: 'WZ-1', paid_cents: 200, approved_by: '' },
      { staff: 'BC-1', paid_cents: 100, approved_by: 'WZ-1' },
    ])
  })

  test('the authorization of a card is kept beside the seal', async () => {
    const desk = await opened()
    await back(desk, await fine(desk, card(1200)), null, CARD)
    expect(JSON.stringify(await recorded(desk, 'refund-paid'))).not.toMatch(/08J21B|4242/)
  })
})

describe('no more goes back than was paid', () => {
  test('in parts, to the cent, and then nothing', async () => {
    const desk = await opened()
    const number = await fine(desk, cash(1200))
    expect(await back(desk, number, 1000)).toMatchObject({ kind: 'ok' })
    expect(await back(desk, number, 201)).toMatchObject(refused('more-than-paid'))
    expect(await back(desk, number, null)).toMatchObject({ output: { done: { total_cents: 200 } } })
    expect(await back(desk, number, null)).toMatchObject(refused('more-than-paid'))
    expect((await read(desk, number)).refunds).toHaveLength(2)
    expect(await expected(desk)).toBe(10_000)
  })

  test('a sale goes back with its tax, in parts that come to the whole', async () => {
    const desk = await opened()
    const number = await twoBooks(desk)
    await back(desk, number, 433)
    await back(desk, number, 100)
    await back(desk, number, null)
    const lines = (await recorded(desk, 'refund-paid')).flatMap((one) => (one as { lines: object[] }).lines)
    expect(lines).toMatchObject([
      { amount_cents: 308, tax_cents: 25, quantity_count: 1 },
      { amount_cents: 92, tax_cents: 8 },
      { amount_cents: 400, tax_cents: 33, quantity_count: 1 },
    ])
  })

  test('the same product on two lines goes back line by line', async () => {
    const desk = await opened()
    const book = { product_code: 'BOOK', quantity_count: 1, price_cents: null }
    const number = await take(desk, { sales: [book, book], tenders: [cash(866)] })
    expect(await back(desk, number, null, CASH, 2)).toMatchObject({ output: { done: { total_cents: 433 } } })
    expect((await read(desk, number)).paid_for.map((one) => one.left_cents)).toEqual([433, 0])
    expect(await back(desk, number, null, CASH, 2)).toMatchObject(refused('more-than-paid'))
    expect(await back(desk, number, 433, CASH, 1)).toMatchObject({ kind: 'ok' })
    const lines = (await recorded(desk, 'refund-paid')).flatMap((one) => (one as { lines: object[] }).lines)
    expect(lines).toMatchObject([{ line_number: 1 }, { line_number: 2 }])
  })

  test('what is held for others goes back to whom it came from', async () => {
    const desk = await opened()
    const number = await take(desk, {
      sales: [{ product_code: 'FRIENDS', quantity_count: 1, price_cents: 200 }],
      tenders: [cash(200)],
    })
    expect(await back(desk, number, null)).toMatchObject({ kind: 'ok' })
    expect(await expected(desk)).toBe(10_000)
  })

  test('a charge of which something is still owed is not refunded before that is settled', async () => {
    const desk = await opened()
    await desk.scan(CARDS.owing)
    const number = await take(desk, { charges: [{ charge_ref: 'c1', amount_cents: 500 }], tenders: [cash(500)] })
    expect(await back(desk, number, null)).toMatchObject(refused('charge-still-owed'))
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents: null, reason: 'other' })
    expect(await back(desk, number, 501)).toMatchObject(refused('more-than-paid'))
    expect(await back(desk, number, null)).toMatchObject({ output: { done: { total_cents: 500 } } })
    expect(await charge(desk)).toMatchObject({ owed_cents: 0, refund_due_cents: 0 })
  })
})

/** A book billed at $20.00, paid and found: $17.00 goes back this way, and the rest pays the fee of $3.00. */
async function foundAgain(
  lost: Policy['lost'],
  tenders: Take['tenders'],
  settings: Policy['settings'] = {},
): Promise<readonly [TestDesk, string]> {
  const desk = await opened({ lost: { ...lost, is_overdue_restored: 0 }, settings: settings ?? {} })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 60)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
  const { events } = await desk.ok('journal.recent', { limit: 20 })
  const refs = events.filter((one) => one.kind === 'charge-made').map((one) => one.event)
  const charges = await Promise.all(refs.map((charge_ref) => desk.ok('charge.explain', { charge_ref })))
  const charge_ref = refs[charges.findIndex((one) => one.owed_cents === 2000)] ?? ''
  await take(desk, { charges: [{ charge_ref, amount_cents: null }], tenders, is_large_meant: true })
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  return [desk, charge_ref]
}

describe('what circulation decided', () => {
  const DRAWER = { refund_paid_kind: 'drawer' }
  const BY_CHECK = { refund_paid_kind: 'office-check' }
  const CREDIT = { found_paid_kind: 'credit' }
  const rows: [string, Take['tenders'], Policy['lost'], Back['to'], number | null, number | string][] = [
    ['out of the drawer, in cash', [cash(2000)], DRAWER, CASH, null, 1700],
    ['a part of it', [cash(2000)], DRAWER, CASH, 500, 500],
    ['more than that', [cash(2000)], DRAWER, CASH, 1701, 'more-than-due'],
    ['out of the drawer, not by check', [cash(2000)], DRAWER, OFFICE, null, 'refund-other-way'],
    ['by the office’s check', [cash(2000)], BY_CHECK, OFFICE, null, 1700],
    ['by the office’s check, not in cash', [cash(2000)], BY_CHECK, CASH, null, 'refund-other-way'],
    ['as credit', [cash(2000)], CREDIT, CASH, null, 'refund-is-credit'],
    ['on a card without its receipt', [card(2000)], DRAWER, CARD, null, 'refund-needs-receipt'],
  ]
  test.each(rows)('%s', async (_, tenders, lost, to, amount, outcome) => {
    const [desk, charge_ref] = await foundAgain(lost, tenders)
    const answered = await due(desk, charge_ref, amount, to)
    if (typeof outcome === 'string') return expect(answered).toMatchObject(refused(outcome))
    expect(answered).toMatchObject({ output: { done: { total_cents: outcome } } })
    const after = await desk.ok('charge.explain', { charge_ref })
    expect(after.refund_due_cents).toBe(1700 - outcome)
    if (outcome === 1700) expect(await due(desk, charge_ref, null, to)).toMatchObject(refused('nothing-to-refund'))
    await expectRebuilt(desk)
  })

  test('paid by card: on the card by its receipt; in cash a clerk asks', async () => {
    const [desk, charge_ref] = await foundAgain(DRAWER, [card(2000)])
    expect(await back(desk, '1', 500, CARD)).toMatchObject({ output: { done: { total_cents: 500 } } })
    await benAtDesk(desk)
    expect(await due(desk, charge_ref, 100)).toMatchObject({ output: { done: null } })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.rows[0]?.title).toBe(en.outcomes.drawer.wish['refund-in-cash']('$1.00', 'Charged in error'))
  })
})

describe('a refund in cash is rounded as the library rounds', () => {
  const rows: [string, Policy['settings'], boolean, number, number][] = [
    ['not at all', {}, false, 1198, 1198],
    ['sales alone', { cash_rounding: 'always', refund_rounding: 'exact' }, true, 1198, 1198],
    ['up', { cash_rounding: 'always', refund_rounding: 'mirrored' }, true, 1198, 1200],
    ['down', { cash_rounding: 'always', refund_rounding: 'mirrored' }, true, 1192, 1190],
    ['without pennies', { cash_rounding: 'no-exact-change', refund_rounding: 'mirrored' }, false, 1192, 1190],
    ['with pennies', { cash_rounding: 'no-exact-change', refund_rounding: 'mirrored' }, true, 1192, 1192],
  ]
  test.each(rows)('%s', async (_, settings, is_exact_possible, amount_cents, out_cents) => {
    const desk = await opened({ settings: settings ?? {} })
    const receipt = await fine(desk, cash(1200))
    const what = { of: 'receipt' as const, receipt, lines: [{ line_number: 1, amount_cents }] }
    const { done } = await desk.ok('refund.pay', { ...id(desk), ...SOME, is_exact_possible, what })
    expect(done).toMatchObject({ total_cents: out_cents, rounding_cents: amount_cents - out_cents })
    expect(await charge(desk)).toMatchObject({ refund_due_cents: 0 })
    expect(await expected(desk)).toBe(11_200 - out_cents)
  })
})

describe('rounding is no way to get more out of a drawer than was put into it', () => {
  const MIRRORED = { cash_rounding: 'always', refund_rounding: 'mirrored' }
  const NOTHING_OWED = { done: { total_cents: 0 } }

  test('twenty refunds of three cents come to the sixty cents that were paid', async () => {
    const desk = await opened({ settings: MIRRORED })
    const sales = [{ product_code: 'FRIENDS', quantity_count: 1, price_cents: 60 }]
    const number = await take(desk, { sales, tenders: [cash(60)] })
    const out: number[] = []
    for (let part = 0; part < 20; part += 1) {
      const answered = await back(desk, number, 3)
      out.push(answered.kind === 'ok' ? ((answered.output as Output<'refund.pay'>).done?.total_cents ?? 0) : NaN)
    }
    expect(out.slice(0, 5)).toEqual([5, 0, 5, 0, 5])
    expect(out.reduce((sum, one) => sum + one, 0)).toBe(60)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(await expected(desk)).toBe(10_000)
  })

  test('what rounding let off at the payment is not given back', async () => {
    const desk = await opened({ settings: { cash_rounding: 'always', refund_rounding: 'exact' } })
    const sales = [{ product_code: 'FRIENDS', quantity_count: 1, price_cents: 57 }]
    const number = await take(desk, { sales, tenders: [cash(60)] })
    expect(await back(desk, number, null)).toMatchObject({ output: { done: { total_cents: 55, rounding_cents: 2 } } })
    expect(await expected(desk)).toBe(10_000)
  })

  test('two cents of a debt are not paid with nothing, and two cents that are all that is due are', async () => {
    const desk = await opened({ settings: MIRRORED })
    const part = { charges: [{ charge_ref: 'c1', amount_cents: 2 }], tenders: [] }
    const first = { charges: [{ charge_ref: 'c1', amount_cents: null }], pay_cents: 2, tenders: [cash(5)] }
    for (const one of [part, first])
      expect(await desk.call('payment.take', { ...id(desk), ...NOTHING, ...one })).toMatchObject(
        refused('part-not-rounded'),
      )
    // With the pennies, or another tender, it is taken.
    await take(desk, { ...part, tenders: [cash(2)] })
    await take(desk, { ...part, tenders: [card(2)] })
    const sales = [{ product_code: 'FRIENDS', quantity_count: 1, price_cents: 2 }]
    const number = await take(desk, { sales, tenders: [] })
    expect(await back(desk, number, null)).toMatchObject({ output: { done: { total_cents: 0, rounding_cents: 2 } } })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(await expected(desk)).toBe(10_002)
  })

  test('a refund that circulation decided is rounded once as well', async () => {
    const [desk, charge_ref] = await foundAgain({ refund_paid_kind: 'drawer' }, [cash(2000)], MIRRORED)
    expect(await due(desk, charge_ref, 3)).toMatchObject({ output: { done: { total_cents: 5 } } })
    expect(await due(desk, charge_ref, 3)).toMatchObject({ output: NOTHING_OWED })
    expect(await due(desk, charge_ref, null)).toMatchObject({ output: { done: { total_cents: 1695 } } })
  })
})

describe('what is not taken', () => {
  const shapes: [string, object][] = [
    ['letters', { amount_cents: '5.00' }],
    ['below zero', { amount_cents: -500 }],
    ['nothing', { amount_cents: 0 }],
    ['no line', { line_number: 0 }],
  ]
  test.each(shapes)('%s', async (_, wrong) => {
    const desk = await opened()
    const receipt = await fine(desk, cash(1200))
    const lines = [{ line_number: 1, amount_cents: 500, ...wrong }]
    const what = { of: 'receipt', receipt, lines } as Back['what']
    expect(await desk.call('refund.pay', { ...id(desk), ...SOME, what })).toMatchObject({ kind: 'bad-input' })
    expect(await expected(desk)).toBe(11_200)
  })

  test('a line that is not there, or twice, a reason that nobody knows, more than the drawer should hold', async () => {
    const desk = await opened({}, 0)
    const receipt = await fine(desk, cash(1200))
    const of = (...lines: { line_number: number; amount_cents: number | null }[]): Pick<Back, 'what'> => {
      return { what: { of: 'receipt', receipt, lines } }
    }
    const pay = (given: Partial<Back>) => desk.call('refund.pay', { ...id(desk), ...SOME, ...of(LINE), ...given })
    const LINE = { line_number: 1, amount_cents: 500 }
    expect(await pay(of({ line_number: 2, amount_cents: 500 }))).toMatchObject(refused('line-unknown'))
    expect(await pay(of(LINE, LINE))).toMatchObject(refused('line-unknown'))
    expect(await pay({ reason: 'BORED' })).toMatchObject(refused('reason-unknown'))
    const safe = { way: 'out', place: 'safe', pieces: null, total_cents: 800, bag_number: '' } as const
    await desk.ok('drawer.place', { ...id(desk), ...safe, receiver_code: '', receiver_cents: null })
    expect(await pay({})).toMatchObject(refused('drawer-holds-less'))
    expect(await expected(desk)).toBe(400)
  })

  test('a check for more than is owed', async () => {
    const desk = await opened()
    const charges = [{ charge_ref: 'c1', amount_cents: null }]
    const input = { ...id(desk), ...NOTHING, charges, tenders: [check(1201)] }
    expect(await desk.call('payment.take', input)).toMatchObject(refused('tender-over'))
  })
})

describe('voiding', () => {
  test('gives everything back in its session, and what was paid is owed again', async () => {
    const desk = await opened()
    const number = await fine(desk, cash(1200))
    expect(await voided(desk, number)).toMatchObject({ output: { done: { total_cents: 1200 } } })
    expect(await charge(desk)).toMatchObject({ owed_cents: 1200 })
    expect(await read(desk, number)).toMatchObject({ is_voided: true, refundable: [], paid_for: [{ left_cents: 0 }] })
    expect(await voided(desk, number)).toMatchObject(refused('receipt-voided-already'))
    expect(await back(desk, number, null)).toMatchObject(refused('receipt-voided-already'))
    await expectRebuilt(desk)
  })

  test('a clerk voids up to a ceiling; above it a second person approves', async () => {
    const desk = await opened()
    const number = await fine(desk, cash(1200))
    await benAtDesk(desk)
    expect(await voided(desk, number)).toMatchObject({ output: { done: null } })
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await recorded(desk, 'receipt-voided')).toMatchObject([{ staff: 'BC-1', approved_by: 'WZ-1' }])
  })

  test('a receipt of which a part was refunded stays', async () => {
    const desk = await opened()
    const number = await fine(desk, cash(1200))
    await back(desk, number, 100)
    expect(await voided(desk, number)).toMatchObject(refused('receipt-refunded'))
  })

  test('gives credit back that paid beside it', async () => {
    const desk = await opened()
    await desk.scan(CARDS.owing)
    const { commandId } = id(desk)
    await desk.ok('charge.add', { commandId, fee_code: '', amount_cents: 500, note: '' })
    const { events } = await desk.ok('journal.recent', { limit: 1 })
    const charge_ref = events[0]?.event ?? ''
    await take(desk, { charges: [{ charge_ref, amount_cents: null }], tenders: [cash(500)] })
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref, reason: 'library-error' })
    const credit = { tender: 'credit' as const, amount_cents: 500 }
    const number = await fine(desk, credit, cash(700))
    expect(await charge(desk)).toMatchObject({ owed_cents: 0 })
    expect(await voided(desk, number)).toMatchObject({ output: { done: { total_cents: 700 } } })
    expect(await charge(desk)).toMatchObject({ owed_cents: 1200 })
    expect(await desk.ok('charge.explain', { charge_ref })).toMatchObject({ refund_due_cents: 500 })
    await expectRebuilt(desk)
  })

  test('a receipt whose charge was voided since stays', async () => {
    const desk = await opened()
    const number = await fine(desk, cash(1200))
    await desk.scan(CARDS.owing)
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason: 'library-error' })
    expect(await voided(desk, number)).toMatchObject(refused('receipt-changed-since'))
    expect(await back(desk, number, null)).toMatchObject(refused('refund-is-credit'))
    expect(await due(desk, 'c1', null)).toMatchObject(refused('refund-is-credit'))
  })
})

test('a refund above the clerk’s ceiling, also in parts, waits for a second person', async () => {
  const desk = await opened()
  const number = await fine(desk, cash(1200))
  await benAtDesk(desk)
  expect(await back(desk, number, 400)).toMatchObject({ output: { done: { total_cents: 400 } } })
  expect(await back(desk, number, 200)).toMatchObject({ output: { done: null } })
  await answer(desk, '1')
  await approve(desk, WEI)
  expect(await recorded(desk, 'refund-paid')).toMatchObject([{ approved_by: 'WZ-1' }, { approved_by: '' }])
})

test('a repeated refund is one refund, with the same answer after a crash', async () => {
  const desk = await opened()
  const number = await fine(desk, cash(1200))
  const what = { of: 'receipt' as const, receipt: number, lines: [{ line_number: 1, amount_cents: 300 }] }
  const input = { ...id(desk), ...SOME, what }
  const { done } = await desk.ok('refund.pay', input)
  expect(done).toMatchObject({ total_cents: 300 })
  const again = await desk.reopen()
  await rosaAt(again)
  const late = await again.ok('refund.pay', input)
  expect(late.done).toEqual(done)
  expect(late.snapshot.rows[0]).toMatchObject({ title: en.outcomes.records.late['refund-paid'] })
  expect(await expected(again)).toBe(10_900)
})
