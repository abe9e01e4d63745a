/**
 * The payment page at a real desk: its lines, its basket, what is previewed, and what is there after it is taken. What
 * it says is read off codes and figures.
 */
import { describe, expect, test } from 'vitest'
import type { PageView, Section } from '../../../shared/desk/page.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { pageFaults } from '../support/page-acts.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { balanceOf, chargesOnFile, moneyDesk, pageOf } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { elsewhere, type TestDesk } from '../support/desk.ts'
import { answer, approve, benAtDesk, comes, recorded, WEI } from '../support/staff.ts'

const PRODUCTS = [
  `INSERT INTO product VALUES ('COPY', 'Copies', 'C', 10, 'sale', 'copies', NULL, 0, 10, 1)`,
  `INSERT INTO product VALUES ('BAG', 'Tote bag', 'T', 800, 'sale', NULL, NULL, 825, 20, 1)`,
  `INSERT INTO product VALUES ('OLD', 'Floppy disk', NULL, 100, 'sale', NULL, NULL, 0, 40, 0)`,
  `INSERT INTO product VALUES ('GIFT', 'Donation', 'G', NULL, 'donation', NULL, NULL, 0, 30, 1)`,
]

type Payment = Extract<Section, { kind: 'payment' }>

const paymentOf = (page: PageView | null): Payment | undefined =>
  page?.sections.find((one): one is Payment => one.kind === 'payment')

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: PRODUCTS })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

const sell = (desk: TestDesk, product_code: string, quantity_count = 1, price_cents: number | null = null) =>
  desk.call('basket.add', { commandId: desk.id(), product_code, quantity_count, price_cents })

const typed = async (desk: TestDesk, text: string) =>
  (await desk.ok('desk.scan', { commandId: desk.id(), text, source: 'typed' })).snapshot

/** Takes what the page shows, in cash unless said. */
async function take(desk: TestDesk, tenders: Tenders, pay_cents: number | null = null) {
  const page = must((await desk.ok('desk.snapshot', {})).snapshot.page, 'the page')
  return desk.ok('payment.take', {
    commandId: desk.id(),
    ...payInput(must(paymentOf(page), 'lines'), tenders, pay_cents),
  })
}

type Tender =
  | { tender: 'cash'; tendered_cents: number }
  | { tender: 'check'; amount_cents: number; check_number: string }
  | { tender: 'credit'; amount_cents: number; is_for_others?: boolean }
type Tenders = readonly Tender[]

function payInput(section: Payment, tenders: Tenders, pay_cents: number | null) {
  const charges = section.lines.flatMap(({ pays }) =>
    pays.of === 'charge' ? [{ charge_ref: pays.charge_ref, amount_cents: pays.amount_cents }] : [],
  )
  const sales = section.lines.flatMap(({ pays: { of, ...pays } }) => (of === 'sale' ? [pays as never] : []))
  const fixed = { drawer_code: '', is_exact_possible: true, is_large_meant: false, paper: null }
  return { ...fixed, charges, sales, pay_cents, tenders: [...tenders] }
}

test('with a suspended drawer it leads to the drawer, where it is resumed', async () => {
  const desk = await opened()
  await desk.ok('drawer.custody', { commandId: desk.id(), drawer_code: '', what: { reason: 'suspend' } })
  const page = await pageOf(desk, 'pay')
  expect(page.enter?.call).toMatchObject({ method: 'desk.go', input: { page: { place: 'drawer' } } })
  expect(pageFaults(page)).toEqual([])
})

test('without a drawer it says how to open one', async () => {
  const desk = await moneyDesk({ also: PRODUCTS })
  await desk.scan(CARDS.owing)
  const page = await pageOf(desk, 'pay')
  expect([page.sections.map(({ kind }) => kind), page.enter?.call.method]).toEqual([['steps'], 'desk.go'])
  expect(pageFaults(page)).toEqual([])
  const { snapshot } = await desk.ok('drawer.open', {
    commandId: desk.id(),
    drawer_code: '',
    pieces: null,
    total_cents: 10_000,
  })
  expect(snapshot.page?.ref.place).toBe('pay')
  expect(paymentOf(snapshot.page)?.due_cents).toBe(1200)
})

test('all charges are chosen, the change is in the band, and the page is left', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const page = await pageOf(desk, 'pay')
  expect(pageFaults(page)).toEqual([])
  expect(paymentOf(page)).toMatchObject({ due_cents: 1200, credit_cents: 0 })
  const { snapshot, done } = await take(desk, [{ tender: 'cash', tendered_cents: 2000 }])
  expect(done).toMatchObject({ total_cents: 1200, change_cents: 800 })
  expect(snapshot.band?.fact?.text).toBe('$8.00')
  expect([snapshot.page, snapshot.patron?.owed_cents]).toEqual([null, 0])
  await expectRebuilt(desk)
})

describe('the basket', () => {
  test('takes twelve by letter on the line, taxes them, and is paid first and whole', async () => {
    const desk = await opened()
    const { page, band } = await typed(desk, '12*c')
    expect([page?.ref.place, band?.outcome, paymentOf(page)?.due_cents]).toEqual(['pay', 'done', 120])
    expect(await sell(desk, 'BAG')).toMatchObject({ kind: 'ok' })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(paymentOf(snapshot.page)?.lines.map((line) => line.amount_cents)).toEqual([120, 866])
    expect(pageFaults(must(snapshot.page, 'a page'))).toEqual([])
    const after = await take(desk, [{ tender: 'cash', tendered_cents: 1000 }])
    expect(after.done).toMatchObject({ total_cents: 986, change_cents: 14 })
    expect((await pageOf(desk, 'pay')).sections.find((one) => one.kind === 'payment')).toMatchObject({ lines: [] })
  })

  test('refuses what is not in the catalog, and what has no price; the catalog is on the screen then', async () => {
    const desk = await opened()
    const { page, band } = await typed(desk, '3*q')
    expect([page?.ref.place, band?.outcome]).toEqual(['pay', 'stop'])
    expect(await sell(desk, 'GIFT')).toMatchObject({ kind: 'refused', code: 'price-needed' })
    expect(await sell(desk, 'GIFT', 1, 500)).toMatchObject({ kind: 'ok' })
    expect(await sell(desk, 'COPY', 999)).toMatchObject({ kind: 'ok' })
    expect(await sell(desk, 'COPY', 1)).toMatchObject({ kind: 'refused', code: 'basket-full' })
  })

  test.each([
    ['another price than the catalog has', 'COPY', 1, 5, 'price-fixed'],
    ['more than any desk takes at once', 'GIFT', 999, 1_000_000, 'amount-too-large'],
    ['more of it than that with what is there already', 'GIFT', 11, 900_000, 'amount-too-large'],
    ['a product that is sold no more', 'OLD', 1, null, 'product-unknown'],
  ])('refuses what the payment would refuse: %s', async (_, product, quantity, price, code) => {
    const desk = await opened()
    expect(await sell(desk, 'GIFT', 11, 900_000)).toMatchObject({ kind: 'ok' })
    expect(await sell(desk, product, quantity, price)).toMatchObject({ kind: 'refused', code })
    const lines = paymentOf((await desk.ok('desk.snapshot', {})).snapshot.page)?.lines
    expect(lines?.map((line) => line.amount_cents)).toEqual([9_900_000])
  })

  test('stays over a new station, and is gone with the next person', async () => {
    const desk = await opened()
    await typed(desk, '12*c')
    const again = await desk.reopen({ resume: desk.station.sessionState() })
    expect(paymentOf((await again.ok('desk.snapshot', {})).snapshot.page)?.due_cents).toBe(120)
    // Who bought it scans a card now: it is theirs.
    await again.ok('desk.go', { page: null })
    await again.scan(CARDS.owing)
    expect(paymentOf(await pageOf(again, 'pay'))?.due_cents).toBe(1320)
    await again.ok('desk.finish', {})
    await again.scan(CARDS.dana)
    expect(paymentOf(await pageOf(again, 'pay'))?.lines.some((line) => line.pays.of === 'sale')).toBe(false)
  })

  test('a line is taken out again', async () => {
    const desk = await opened()
    await typed(desk, '12*c')
    const { snapshot } = await desk.ok('basket.remove', { commandId: desk.id(), line_id: 'sale COPY' })
    expect(paymentOf(snapshot.page)?.lines).toEqual([])
  })
})

test('a card scanned meanwhile adds what that patron owes; the open patron stays', async () => {
  const desk = await opened()
  await desk.scan(CARDS.dana)
  await pageOf(desk, 'pay')
  const { patron, page } = await desk.scan(CARDS.owing)
  expect(patron?.name).toContain('Dana')
  expect(paymentOf(page)?.due_cents).toBe(1200)
  await take(desk, [{ tender: 'cash', tendered_cents: 1200 }])
  expect(await chargesOnFile(desk, 5)).toMatchObject([{ owed_cents: 0 }])
})

describe('the preview', () => {
  const preview = async (desk: TestDesk, tenders: Tenders, pay_cents: number | null = null) => {
    const section = must(paymentOf(await pageOf(desk, 'pay')), 'lines')
    const { paper: _, ...input } = payInput(section, tenders, pay_cents)
    return (await desk.ok('payment.preview', input)).lines
  }

  test('says which block a payment lifts, and which it leaves; and records nothing', async () => {
    const desk = await opened()
    await desk.scan(CARDS.owing)
    const head = async (): Promise<unknown> => (await desk.ok('journal.recent', { limit: 1 })).events
    const before = await head()
    expect(await preview(desk, [])).toEqual([])
    const whole = await preview(desk, [{ tender: 'cash', tendered_cents: 2000 }])
    expect(whole.map(({ tone }) => tone)).toEqual(['plain', 'good', 'good'])
    expect(whole[0]?.text).toContain('$0.00')
    const part = await preview(desk, [{ tender: 'cash', tendered_cents: 100 }], 100)
    expect(part.map(({ tone }) => tone)).toEqual(['plain', 'warn'])
    expect(part[0]?.text).toContain('$11.00')
    const over = await preview(desk, [{ tender: 'check', amount_cents: 1300, check_number: '' }])
    expect(over.map(({ tone }) => tone)).toEqual(['stop'])
    expect(await head()).toEqual(before)
  })
})

test('a payment whose answer was lost is shown once, and taken once', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const section = must(paymentOf(await pageOf(desk, 'pay')), 'lines')
  const input = { commandId: desk.id(), ...payInput(section, [{ tender: 'cash', tendered_cents: 2000 }], null) }
  const session = desk.station.sessionState()
  await desk.ok('payment.take', input)
  const again = await desk.reopen({ resume: session })
  const { snapshot, done } = await again.ok('payment.take', input)
  expect(done).toMatchObject({ change_cents: 800 })
  expect([snapshot.band?.fact?.text, snapshot.page, snapshot.patron?.owed_cents]).toEqual(['$8.00', null, 0])
  expect(snapshot.rows.filter((row) => row.notes.some((note) => note.includes('$8.00')))).toHaveLength(1)
  // A due date is all that the column of a row is for.
  expect(snapshot.rows.map(({ fact }) => fact)).toEqual([''])
  expect(snapshot.rows_count).toBe(1)
})

describe('credit', () => {
  /** Five dollars were paid for what should never have been charged, and there is a new debt of seven. */
  async function owedBack(): Promise<TestDesk> {
    const desk = await opened()
    await desk.scan(CARDS.owing)
    await pageOf(desk, 'pay')
    await take(desk, [{ tender: 'cash', tendered_cents: 500 }], 500)
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason: 'library-error' })
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 700, note: '' })
    expect(paymentOf(await pageOf(desk, 'pay'))).toMatchObject({ due_cents: 700, credit_cents: 500 })
    return desk
  }

  test('pays what the same patron owes, and the drawer takes the rest', async () => {
    const desk = await owedBack()
    const tenders: Tenders = [
      { tender: 'credit', amount_cents: 500 },
      { tender: 'cash', tendered_cents: 1000 },
    ]
    const { done, snapshot } = await take(desk, tenders)
    expect(done).toMatchObject({ total_cents: 200, change_cents: 800 })
    expect(snapshot.patron?.owed_cents).toBe(0)
    await desk.ok('journal.verify', {}).then(({ problems }) => expect(problems).toEqual([]))
    await expectRebuilt(desk)
  })

  test('alone pays a part, without a receipt; more than there is is refused', async () => {
    const desk = await owedBack()
    const section = must(paymentOf(await pageOf(desk, 'pay')), 'lines')
    const tooMuch = payInput(section, [{ tender: 'credit', amount_cents: 600 }], 600)
    expect(await desk.call('payment.take', { commandId: desk.id(), ...tooMuch })).toMatchObject({
      code: 'credit-short',
    })
    const { done, snapshot } = await take(desk, [{ tender: 'credit', amount_cents: 300 }], 300)
    expect([done?.full_receipt_number, snapshot.patron?.owed_cents]).toEqual(['', 400])
  })

  /** Dana owes three dollars since before, and the patron with credit pays for both. */
  async function withDana(): Promise<TestDesk> {
    const desk = await opened()
    await desk.scan(CARDS.dana)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 300, note: '' })
    desk.clock.pass(60_000)
    await desk.ok('desk.finish', {})
    await desk.scan(CARDS.owing)
    await pageOf(desk, 'pay')
    await take(desk, [{ tender: 'cash', tendered_cents: 500 }], 500)
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason: 'library-error' })
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 200, note: '' })
    await pageOf(desk, 'pay')
    const { page } = await desk.scan(CARDS.dana)
    expect(paymentOf(page)).toMatchObject({ due_cents: 500, credit_cents: 500 })
    expect(paymentOf(page)?.lines.map((one) => [one.amount_cents, one.credit])).toEqual([
      [300, 'others'],
      [200, 'own'],
    ])
    return desk
  }
  test.each([
    ['pays their own charge, though another’s is older', 200, 200, undefined, 'ok', [300, -300]],
    ['pays no charge of another unless that was chosen', 300, 300, undefined, 'credit-short', [300, -300]],
    ['pays another’s as well once it is chosen', 500, null, true, 'ok', [0, 0]],
    ['pays the oldest first then', 300, 300, true, 'ok', [0, 0]],
  ] as const)('%s', async (_, amount_cents, pay_cents, is_for_others, says, after) => {
    const desk = await withDana()
    const section = must(paymentOf((await desk.ok('desk.snapshot', {})).snapshot.page), 'lines')
    const credit = { tender: 'credit', amount_cents, ...(is_for_others && { is_for_others }) } as const
    const input = payInput(section, [credit], pay_cents)
    const { paper: __, ...asked } = input
    const { lines } = await desk.ok('payment.preview', asked)
    expect(lines.some(({ text }) => text.includes('$3.00'))).toBe(is_for_others === true)
    const answer = await desk.call('payment.take', { commandId: desk.id(), ...input })
    expect(answer.kind === 'refused' ? answer.code : answer.kind).toBe(says)
    expect([balanceOf(await chargesOnFile(desk, 1)), balanceOf(await chargesOnFile(desk, 5))]).toEqual(after)
  })

  /** All of the credit pays what both owe; what the desk says of it. */
  async function allPaid(desk: TestDesk) {
    const section = must(paymentOf((await desk.ok('desk.snapshot', {})).snapshot.page), 'lines')
    const input = payInput(section, [{ tender: 'credit', amount_cents: 500, is_for_others: true }], null)
    return (await desk.ok('payment.take', { commandId: desk.id(), ...input })).done
  }
  const owed = async (desk: TestDesk) => balanceOf(await chargesOnFile(desk, 1))

  test('pays what a stranger owes once a second person allows it, with a number that is on the X', async () => {
    const desk = await withDana()
    await benAtDesk(desk)
    await desk.scan(CARDS.owing)
    await pageOf(desk, 'pay')
    await desk.scan(CARDS.dana)
    expect(await allPaid(desk)).toBeNull()
    await answer(desk, '1')
    expect(await approve(desk, WEI)).toMatchObject({ kind: 'ok' })
    await comes(desk, WEI)
    const { report } = await desk.ok('drawer.x', { drawer_code: '' })
    expect(report.others_credit).toEqual({ receipts_count: 1, amount_cents: 300 })
    expect(report.counts.receipts_count).toBe(2)
    await desk.ok('journal.verify', {}).then(({ problems }) => expect(problems).toEqual([]))
    const { entries } = await desk.ok('work-log.list', { limit: 20 })
    expect(entries.flatMap(({ notes }) => notes).join(' ')).toContain('$3.00')
    expect((await recorded(desk, 'receipt-made'))[0]).toMatchObject({ others_credit_cents: 300, receipt_number: 2 })
    expect(await owed(desk)).toBe(0)
  })

  test('pays within a family without anybody else, with a number as well', async () => {
    const desk = await withDana()
    elsewhere(desk, 'UPDATE patron SET guardian_patron_id = 5 WHERE patron_id = 1')
    await benAtDesk(desk)
    await desk.scan(CARDS.owing)
    await pageOf(desk, 'pay')
    await desk.scan(CARDS.dana)
    expect((await allPaid(desk))?.full_receipt_number).toMatch(/-0*2$/)
    expect(await owed(desk)).toBe(0)
  })
})
