/** Figures of other registers through the methods of a real desk: rounding and change, to the cent. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'
import { card, cash, gift, holds, opened, payment, reportOf, take } from './figures-desk.ts'

const sums = z.record(z.string(), z.number())
const numbers = z.array(z.number())
const roundingCase = z.object({
  due: z.number(),
  net: z.number().optional(),
  tax: z.number().default(0),
  mode: z.string(),
  tender: z.string().default('cash'),
  pay: z.number().optional(),
  split: sums.optional(),
  rounding: z.number().optional(),
  cash_set: z.number().optional(),
  remaining: z.number().default(0),
})
const figures = z.object({
  W2_rounding_symmetric_5: z.object({ last_digit_to: sums }),
  W2b_rounding_odoo: z.object({ cases: z.array(roundingCase) }),
  W2d_round_once: z.object({ lines: numbers, right: z.number() }),
  W6_change: z.object({ cases: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])) }),
  W13_koha_sale: z.object({ lines: z.array(z.tuple([z.number(), z.number()])), total: z.number() }),
})

const ROUNDING = { cash_rounding: 'always', refund_rounding: 'mirrored' }
const PLENTY = 1_000_000

describeWithSharedData('rounding at a desk', (folder) => {
  const data = figures.parse(readSharedJson(folder, 'cash/figures.json'))

  test('W2: each last digit goes to the nearest five cents', async () => {
    const desk = await opened(0, { settings: ROUNDING })
    for (const [digit, to] of Object.entries(data.W2_rounding_symmetric_5.last_digit_to)) {
      const [due, before] = [1230 + Number(digit), await holds(desk)]
      const done = await take(desk, { sales: [gift(due)], tenders: [cash(5000)] })
      expect(done).toMatchObject({ rounding_cents: to - Number(digit), change_cents: 5000 - 1230 - to })
      expect((await holds(desk)) - before).toBe(1230 + to)
    }
  })

  const { cases } = data.W2b_rounding_odoo
  // Rounding what cards pay leaves a cent in the drawer that nobody handed over: that mode is not ours.
  const ofCash = cases.filter((one) => one.mode === 'cash_only')

  test.each(ofCash.filter((one) => one.due > 0))('W2b: due $due is rounded by $rounding', async (one) => {
    const { due, net = due, tax } = one
    const bp = Math.round((tax / net) * 10_000)
    const soldAs = `INSERT INTO product VALUES ('SOLD', 'S', NULL, ${net}, 'sale', 'sold', NULL, ${bp}, 20, 1)`
    const desk = await opened(0, { settings: ROUNDING, also: [soldAs] })
    const split = one.split ?? { [one.tender]: due }
    const tenders = Object.entries(split).map(([name, amount]) => (name === 'cash' ? cash(PLENTY) : card(amount)))
    await take(desk, { sales: [{ product_code: 'SOLD', quantity_count: 1, price_cents: null }], tenders })
    const { tenders: taken, rounding_cents, tax_cents } = await reportOf(desk)
    expect([rounding_cents, tax_cents]).toEqual([one.rounding, tax])
    const inCash = one.split ? one.split['cash'] : one.tender === 'cash' ? one.pay : 0
    expect(taken[0]?.expected_cents).toBe(inCash)
  })

  test.each(ofCash.filter((one) => one.due < 0))('W2b: a refund of $due by $tender pays $pay', async (one) => {
    const desk = await opened(PLENTY, { settings: ROUNDING })
    const due = 0 - one.due
    const isCash = one.tender === 'cash'
    const sold = await take(desk, { sales: [gift(due)], tenders: [isCash ? cash(PLENTY) : card(due)] })
    const [before, rounded] = [await holds(desk), (await reportOf(desk)).rounding_cents]
    const lines = [{ line_number: 1, amount_cents: null }]
    const what = { of: 'receipt' as const, receipt: sold?.full_receipt_number ?? '', lines }
    const to = isCash ? { tender: 'cash' as const } : { tender: 'card' as const, authorization: '2', last_four: '4242' }
    const how = {
      commandId: desk.id(),
      drawer_code: '',
      payee_name: 'Ana Ruiz',
      reason: 'PAID-TWICE',
      is_exact_possible: true,
    }
    await desk.ok('refund.pay', { ...how, what, to })
    const report = await reportOf(desk)
    const back = report.tenders.map((tender) => 0 - tender.refunded_cents)
    expect([back[0], back[2]]).toEqual(isCash ? [one.pay, 0] : [0, one.pay])
    expect((report.tenders[0]?.expected_cents ?? 0) - before).toBe(isCash ? one.pay : 0)
    expect(report.rounding_cents - rounded).toBe(one.rounding)
  })
})

describeWithSharedData('what is added up, and change', (folder) => {
  const data = figures.parse(readSharedJson(folder, 'cash/figures.json'))

  const unfinished = data.W2b_rounding_odoo.cases.filter((one) => one.cash_set !== undefined)
  test.each(unfinished)('W2b: $cash_set for $due is not enough', async (one) => {
    const desk = await opened(0, { settings: ROUNDING })
    const given = { sales: [gift(one.due)], tenders: [cash(one.cash_set ?? 0)] }
    const said = await desk.call('payment.take', payment(desk, given))
    expect(said).toMatchObject({ kind: 'refused', code: 'left-to-pay' })
    // Nothing is taken of it.
    expect(await holds(desk)).toBe(0)
  })

  test('W2d: lines are added up first and rounded once', async () => {
    const { lines, right } = data.W2d_round_once
    const desk = await opened(0, { settings: ROUNDING })
    await take(desk, { sales: lines.map(gift), tenders: [cash(PLENTY)] })
    expect(await holds(desk)).toBe(right)
  })

  test('W6: change', async () => {
    const desk = await opened(0)
    for (const [due, tendered, change_cents, drawer] of data.W6_change.cases) {
      const before = await holds(desk)
      expect(await take(desk, { sales: [gift(due)], tenders: [cash(tendered)] })).toMatchObject({ change_cents })
      expect((await holds(desk)) - before).toBe(drawer)
    }
  })

  test('W13: what several lines come to', async () => {
    const { lines, total } = data.W13_koha_sale
    const desk = await opened(0)
    const sales = lines.map(([quantity_count, price]) => ({ ...gift(price), quantity_count }))
    expect(await take(desk, { sales, tenders: [cash(total)] })).toMatchObject({ total_cents: total, change_cents: 0 })
  })
})
