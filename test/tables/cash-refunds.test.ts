/** What of a receipt goes back: of which line, to which tender, and what is left then. Pure, in cents. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grossOf, grossSum } from '../../shared/cash/line-sums.ts'
import { linesLeft, refundLines, refundWay, tendersLeft } from '../../shared/cash/refunds.ts'
import type { PaidBack } from '../../shared/cash/refunds.ts'
import type { SealedLine, SealedReceipt, SealedRefundLine } from '../../shared/journal/events/cash.ts'
import { REFUND_TENDERS, type RefundTender } from '../../shared/ledger/drawer-acts.ts'

const fine = (amount_cents: number): SealedLine => ({ of: 'charge', charge_ref: 'D.1.7', fund: 'fines', amount_cents })
const books = (quantity_count: number, amount_cents: number, tax_cents: number): SealedLine => {
  return { of: 'sale', product_code: 'BOOK', fund: 'sales', quantity_count, amount_cents, tax_cents }
}
const paid = (lines: SealedLine[], cash: number, card = 0, check = 0, rounding_cents = 0): SealedReceipt => {
  const others = [
    { tender: 'card' as const, amount_cents: card },
    { tender: 'check' as const, amount_cents: check },
  ]
  const used = others.filter((one) => one.amount_cents > 0)
  return { lines, in_kind: [], tendered_cents: cash + 500, change_cents: 500, rounding_cents, others: used }
}
const before = (tender: RefundTender, ...lines: SealedLine[]): PaidBack => {
  return { tender, lines: lines.map((line) => ({ line_number: null, ...line })), paid_cents: grossSum(lines) }
}
/** Of this line of its receipt. */
const of = (line_number: number, line: SealedLine): SealedRefundLine => ({ ...line, line_number })

describe('how much still goes back, and how', () => {
  const half = paid([fine(1200)], 600, 600)
  const rows: [string, SealedReceipt, PaidBack[], RefundTender, number, ReturnType<typeof refundWay>][] = [
    ['cash in cash', paid([fine(1200)], 1200), [], 'cash', 1200, 'same'],
    ['a cent more', paid([fine(1200)], 1200), [], 'cash', 1201, 1200 as never],
    ['rounded up when it was paid', paid([fine(1198)], 1200, 0, 0, 2), [], 'cash', 1198, 'same'],
    ['a card in cash takes a supervisor', paid([fine(1200)], 0, 1200), [], 'cash', 1, 'other'],
    ['a check in cash: never', paid([fine(1200)], 0, 0, 1200), [], 'cash', 1, 0 as never],
    ['a card by the office’s check', paid([fine(1200)], 0, 1200), [], 'office-check', 1200, 'same'],
    ['a check by the office’s check', paid([fine(1200)], 0, 0, 1200), [], 'office-check', 1200, 'same'],
    ['a check on a card: never', paid([fine(1200)], 0, 0, 1200), [], 'card', 1, 0 as never],
    ['half each: the cash', half, [], 'cash', 600, 'same'],
    ['half each: a cent of the card in cash', half, [], 'cash', 601, 'other'],
    ['half each, the cash went back', half, [before('cash', fine(600))], 'cash', 1, 'other'],
    ['half each, all went back in cash', half, [before('cash', fine(1200))], 'card', 1, 0 as never],
    ['half each, the office paid $2.00', half, [before('office-check', fine(200))], 'card', 401, 400 as never],
  ]
  test.each(rows)('%s', (_, receipt, back, tender, amount, way) => {
    expect(refundWay(tendersLeft(receipt, back), tender, amount)).toBe(way)
  })
})

describe('two lines of the same on one receipt', () => {
  const receipt = { lines: [books(1, 400, 33), books(2, 600, 50)] }
  test.each<[string, SealedLine[], number[]]>([
    ['nothing went back', [], [433, 650]],
    ['the second one', [of(2, books(2, 600, 50))], [433, 0]],
    ['a part of the second one', [of(2, books(1, 300, 25))], [433, 325]],
    ['each in part', [of(1, books(1, 100, 8)), of(2, books(1, 300, 25))], [325, 325]],
    // Refunds of before name no line: they go off the first, then off the second.
    ['some of before', [books(2, 700, 58)], [0, 325]],
    ['some of before, and the second one', [of(2, books(2, 600, 50)), books(1, 400, 33)], [0, 0]],
  ])('%s', (_, back, left) => {
    expect(linesLeft(receipt, [before('cash', ...back)]).map(grossOf)).toEqual(left)
  })

  test('each goes back by itself, and no further', () => {
    const ask = (line_number: number, amount_cents: number | null) =>
      refundLines(receipt, [before('cash', of(2, books(2, 600, 50)))], [{ line_number, amount_cents }])
    expect(ask(2, 1)).toEqual({ code: 'more-than-paid', left_cents: 0 })
    expect(ask(1, 434)).toEqual({ code: 'more-than-paid', left_cents: 433 })
    expect(ask(1, null)).toEqual([of(1, books(1, 400, 33))])
  })
})

test('in whatever parts, no more goes back than was paid, and all of it can', () => {
  const line = fc.oneof(
    fc.integer({ min: 1, max: 5000 }).map(fine),
    fc
      .record({ quantity: fc.integer({ min: 1, max: 9 }), price: fc.integer({ min: 1, max: 900 }), tax: fc.nat(200) })
      .map(({ quantity, price, tax }) => books(quantity, quantity * price, tax)),
  )
  const parts = fc.array(
    fc.record({ share: fc.integer({ min: 1, max: 100 }), tender: fc.constantFrom(...REFUND_TENDERS) }),
  )
  fc.assert(
    fc.property(line, parts, (one, shares) => {
      const receipt = { lines: [one] }
      const back: PaidBack[] = []
      const left = (): number => grossSum(linesLeft(receipt, back))
      for (const { share, tender } of shares) {
        const amount_cents = Math.ceil((left() * share) / 100)
        if (amount_cents === 0) continue
        const lines = refundLines(receipt, back, [{ line_number: 1, amount_cents }])
        if ('code' in lines) throw new Error(lines.code)
        expect(grossSum(lines)).toBe(amount_cents)
        back.push(before(tender, ...lines))
      }
      expect(refundLines(receipt, back, [{ line_number: 1, amount_cents: left() + 1 }])).toMatchObject({
        code: 'more-than-paid',
        left_cents: left(),
      })
      if (left() > 0) {
        const rest = refundLines(receipt, back, [{ line_number: 1, amount_cents: null }])
        if ('code' in rest) throw new Error(rest.code)
        back.push(before('cash', ...rest))
      }
      expect([left(), grossSum(back.flatMap((done) => done.lines))]).toEqual([0, grossOf(one)])
      for (const part of back.flatMap((done) => done.lines)) {
        expect(part.amount_cents).toBeGreaterThanOrEqual(0)
        if (part.of === 'sale') expect(Math.min(part.tax_cents, part.quantity_count - 1)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})
