/** Days of other registers through the methods of a real desk: shares of a bill, hand-over, counts, the float. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { must } from '../../shared/kernel/assert.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { closing, countAll, receiving } from '../main/support/closing-desk.ts'
import { moneyDesk } from '../main/support/money-desk.ts'
import { benAtDesk, comes, recorded, WEI } from '../main/support/staff.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'
import { card, cash, gift, GIFT, holds, opened, payment, reportOf, take } from './figures-desk.ts'

const sums = z.record(z.string(), z.number())
const figures = z.object({
  W3_handover: z.record(z.string(), z.union([z.number(), z.string()])),
  W4_payments_during_count: z.object({
    before_start: z.number(),
    after_start: z.number(),
    counted: z.number(),
    reconciliation_lines: z.number(),
    next_session_outstanding: z.number(),
  }),
  W8_closing_summary: z.object({
    open: z.number(),
    sale: z.number(),
    tenders: z.object({ cash: z.number(), bank: z.number(), pay_later: z.number() }),
    cash_out: z.number(),
    expected_cash: z.number(),
    cash_payments: z.number(),
    bank: z.number(),
  }),
  W9_fraction_cash_out: z.object({
    open: z.number(),
    out: z.number(),
    count: z.number(),
    expected: z.number(),
    variance: z.number(),
    reject: z.array(z.string()),
  }),
  W16_evergreen_two_bills: z.object({
    owed_total: z.number(),
    bills: z.number(),
    payment_ids: z.number(),
    left: z.number(),
  }),
  F_float_recipes: z.object({
    recipes: z.array(z.object({ total: z.number(), currency: z.number().default(0), coins: sums.default({}) })),
  }),
})

const give = (desk: TestDesk, amount: number) => take(desk, { sales: [gift(amount)], tenders: [cash(amount)] })
const whole = (desk: TestDesk, total_cents: number) => {
  return { commandId: desk.id(), drawer_code: '', pieces: null, total_cents }
}
/** Those registers leave nothing. */
const NO_FLOAT = { float_total_cents: '0' }

const owes = (name: string, amount: number): string => `INSERT INTO charge (external_id, patron_id, item_id, kind,
  charged_at_ms, amount_cents, owed_cents, note) VALUES ('${name}', 1, NULL, 'overdue', 0, ${amount}, ${amount}, '')`

/** The cash of the closed sessions, the newest first. */
async function cashOf(desk: TestDesk) {
  const { sessions } = await desk.ok('drawer.list', { limit: 10 })
  const reports = sessions.map(async ({ session_ref }) => (await desk.ok('drawer.z', { session_ref })).report)
  return (await Promise.all(reports)).map(({ float_cents: float, tenders: [one] }) => {
    const [expected, counted] = [one?.expected_cents ?? 0, one?.counted_cents ?? 0]
    return { float, expected, counted, by: counted - expected }
  })
}

/** What a figure names as no amount. */
function noAmount(text: string): unknown {
  const quoted = /^'(.*)' as string$/.exec(text)
  return quoted ? quoted[1] : text === 'true' ? true : Number(text)
}

describeWithSharedData('counts and hand-overs of other registers', (folder) => {
  const data = figures.parse(readSharedJson(folder, 'cash/figures.json'))

  test('W3: both answer for their part, and the day is the sum of both', async () => {
    const of = (name: string): number => Number(must(data.W3_handover[name], name))
    const desk = await moneyDesk({ also: [GIFT], settings: NO_FLOAT })
    await benAtDesk(desk)
    await desk.ok('drawer.open', whole(desk, of('open')))
    await give(desk, of('A_takes'))
    await countAll(desk, of('A_count'))
    await comes(desk, WEI)
    const wrong = { reason: 'WRONG-CHANGE' }
    await desk.ok('drawer.receive', receiving(desk, of('B_opens_at')))
    await desk.ok('drawer.hand-over', { commandId: desk.id(), drawer_code: '', note: '', ...wrong })
    await give(desk, of('B_takes'))
    await countAll(desk, of('B_count'))
    await desk.ok('drawer.close', closing(desk, wrong))
    const [b, a] = await cashOf(desk)
    const [a_by, b_by] = [of('A_variance'), of('B_variance')]
    expect(a).toEqual({ float: of('open'), expected: of('A_expected'), counted: of('A_count'), by: a_by })
    expect(b).toEqual({ float: of('B_opens_at'), expected: of('B_expected'), counted: of('B_count'), by: b_by })
    expect(a_by + b_by).toBe(of('day_variance'))
    expect(of('day_count') - of('day_variance')).toBe(of('open') + of('A_takes') + of('B_takes'))
  })

  test('W4: what is paid after the count is of the next session, or has to be counted', async () => {
    const w4 = data.W4_payments_during_count
    const desk = await opened(0, { settings: NO_FLOAT })
    await give(desk, w4.before_start)
    await countAll(desk, w4.counted)
    await desk.ok('drawer.close', closing(desk))
    await desk.ok('drawer.open', whole(desk, 0))
    await give(desk, w4.after_start)
    const [, z] = await desk.ok('drawer.list', { limit: 2 }).then(({ sessions }) => sessions)
    const { report } = await desk.ok('drawer.z', { session_ref: z?.session_ref ?? '' })
    expect(report.closing?.variances).toHaveLength(w4.reconciliation_lines)
    expect(await holds(desk)).toBe(w4.next_session_outstanding)
    // In the same session it makes the count one of an earlier state.
    await countAll(desk, w4.after_start)
    await give(desk, w4.before_start)
    expect(await desk.call('drawer.close', closing(desk))).toMatchObject({ kind: 'refused', code: 'count-first' })
  })
})

describeWithSharedData('money in and out at other registers', (folder) => {
  const data = figures.parse(readSharedJson(folder, 'cash/figures.json'))

  test('W8: what was paid in cash and on the card, and what is paid later', async () => {
    const { open, sale, tenders, cash_out: amount_cents, ...w8 } = data.W8_closing_summary
    const desk = await opened(open, { also: [owes('W8', sale)] })
    const charges = [{ charge_ref: 'W8', amount_cents: sale - tenders.pay_later }]
    await take(desk, { charges, tenders: [cash(tenders.cash), card(tenders.bank)] })
    const paid = { way: 'out' as const, reason: 'SUPPLIES', amount_cents }
    await desk.ok('drawer.pay', { commandId: desk.id(), drawer_code: '', ...paid })
    const [inCash, , onCard] = (await reportOf(desk)).tenders
    expect([inCash?.receipted_cents, inCash?.expected_cents]).toEqual([w8.cash_payments, w8.expected_cash])
    expect([onCard?.receipted_cents, onCard?.expected_cents]).toEqual([w8.bank, w8.bank])
    const later = { charges: [{ charge_ref: 'W8', amount_cents: null }], tenders: [card(tenders.pay_later)] }
    expect(await take(desk, later)).toMatchObject({ total_cents: tenders.pay_later })
  })

  test('W9: cents paid out, a second opening that changes nothing, and what is no amount', async () => {
    const w9 = data.W9_fraction_cash_out
    const desk = await opened(w9.open)
    const again = await desk.call('drawer.open', whole(desk, w9.open * 8))
    expect(again).toMatchObject({ kind: 'refused', code: 'drawer-open-already' })
    const paid = { commandId: desk.id(), drawer_code: '', way: 'out' as const, reason: 'SUPPLIES' }
    await desk.ok('drawer.pay', { ...paid, amount_cents: w9.out })
    expect(await holds(desk)).toBe(w9.expected)
    for (const text of w9.reject) {
      const wrong = { ...whole(desk, 0), reason: 'closing' as const, total_cents: noAmount(text) as number }
      expect(await desk.call('drawer.count', wrong), text).toMatchObject({ kind: 'bad-input' })
    }
    await countAll(desk, w9.count)
    const looked = { drawer_code: '', leave_cents: null }
    const seen = { counted_cents: w9.count, cash_by_cents: w9.variance, needs: null }
    expect(await desk.ok('drawer.close-preview', looked)).toMatchObject(seen)
  })
})

describeWithSharedData('bills and floats of other libraries', (folder) => {
  const data = figures.parse(readSharedJson(folder, 'cash/figures.json'))

  test('W16: one payment of two bills is a line of each, and nothing is left', async () => {
    const { owed_total, bills, payment_ids, left } = data.W16_evergreen_two_bills
    const names = Array.from({ length: bills }, (_, at) => `W16-${at}`)
    const first = owed_total - (bills - 1)
    const desk = await opened(0, { also: names.map((name, at) => owes(name, at === 0 ? first : 1)) })
    const charges = names.map((charge_ref) => ({ charge_ref, amount_cents: null }))
    expect(await take(desk, { charges, tenders: [cash(owed_total)] })).toMatchObject({ total_cents: owed_total })
    for (const charge of charges) {
      const again = await desk.call('payment.take', payment(desk, { charges: [charge], tenders: [cash(left)] }))
      expect(again).toMatchObject({ kind: 'refused', code: 'nothing-owed' })
    }
    const [receipt] = (await recorded(desk, 'receipt-made')) as { receipt: { lines: unknown[] } }[]
    expect(receipt?.receipt.lines).toHaveLength(payment_ids)
  })

  test.each(data.F_float_recipes.recipes)('F: $total stays in the drawer, by its coins', async (recipe) => {
    const { total, coins } = recipe
    const rows = Object.entries(coins).map(([piece, amount]) => [piece, amount / Number(piece)] as const)
    const desk = await opened(0, {
      settings: { float_total_cents: String(total) },
      also: rows.map(([piece, pieces_count]) => `INSERT INTO float_piece VALUES ('${piece}', ${pieces_count})`),
    })
    // More of each coin than the recipe has, bills of one dollar for the rest, and a bill too many.
    const there: Readonly<Record<string, number>> = {
      ...Object.fromEntries(rows.map(([piece, pieces_count]) => [piece, pieces_count + 3])),
      100: (total - rows.reduce((all, [piece, many]) => all + many * Number(piece), 0)) / 100,
      2000: 1,
    }
    const pieces = Object.entries(there).map(([piece, pieces_count]) => {
      return { denomination_cents: Number(piece), pieces_count }
    })
    await countAll(desk, { pieces })
    const looked = { drawer_code: '', leave_cents: null }
    const seen = await desk.ok('drawer.close-preview', looked)
    expect(seen).toMatchObject({ left_cents: total, missing_cents: 0, to_order: {} })
    for (const [piece, pieces_count] of rows) expect(seen.left?.[piece]).toBeGreaterThanOrEqual(pieces_count)
    expect(seen.out?.['2000']).toBe(1)
  })
})
