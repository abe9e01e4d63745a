/**
 * A debt that is paid in whatever parts, with receipts voided and money given back between them, costs no less cash
 * than its whole is when it is rounded once, or to the cent with the pennies. Goods take off no more than they are
 * worth and than the library lets them in a month, and what they leave costs no less than a debt of its own. The
 * rounding is written again here, from the worked examples.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import { CARDS } from '../../support/small-library.ts'

const rounded = (amount: number): number => amount + ([0, -1, -2, 2, 1][amount % 5] ?? 0)

/** What is handed over: what rounding asks for, the pennies, or a bill that has change, if anything is asked for. */
const HOW = ['rounded', 'exact', 'bill'] as const
/** What else is given, in cents of its worth; mostly nothing. */
const goods = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) },
)
const MONTH_MAX = 300
const FOOD = `INSERT INTO in_kind_tender VALUES ('FOOD', 'Food', 'asked', NULL, 1, 1, 1, 1, NULL, ${MONTH_MAX}, 1)`

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('part'), percent: fc.nat(99), how: fc.constantFrom(...HOW), goods }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('rest'), how: fc.constantFrom(...HOW), goods }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('void') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('back'), percent: fc.nat(100) }) },
)

class Debtor {
  readonly desk: TestDesk
  readonly numbers: string[] = []
  readonly refusals: string[] = []
  constructor(desk: TestDesk) {
    this.desk = desk
  }

  async owed(): Promise<number> {
    return (await this.desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents
  }

  async pays(amount: number, how: (typeof HOW)[number], goods_cents = 0): Promise<void> {
    const { desk } = this
    const worth = Math.min(amount, goods_cents)
    const off = Math.min(worth, MONTH_MAX - (await this.taken()))
    const food = { tender: 'in-kind', kind_code: 'FOOD', quantity_count: null, amount_cents: worth } as const
    const rest = amount - off
    const bill = rounded(rest) === 0 ? 0 : rest + 2000 - (rest % 2000)
    const cash = rest === 0 ? 0 : { rounded: rounded(rest), exact: rest, bill }[how]
    const input: Input<'payment.take'> = {
      commandId: desk.id(),
      drawer_code: '',
      charges: [{ charge_ref: 'c1', amount_cents: null }],
      pay_cents: amount,
      sales: [],
      tenders: [...(off > 0 ? [food] : []), ...(cash > 0 ? [{ tender: 'cash', tendered_cents: cash } as const] : [])],
      is_exact_possible: true,
      is_large_meant: true,
      paper: null,
    }
    const result = await desk.call('payment.take', input)
    if (result.kind === 'ok')
      this.numbers.push((result.output as Output<'payment.take'>).done?.full_receipt_number ?? '')
    else this.refusals.push(result.kind === 'refused' ? result.code : result.kind)
  }

  async voids(): Promise<void> {
    const receipt_ref = this.numbers.at(-1)
    if (receipt_ref === undefined) return
    const { desk } = this
    const result = await desk.call('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
    if (result.kind === 'ok') this.numbers.pop()
  }

  /** @returns what came out of the drawer */
  async getsBack(percent: number): Promise<number> {
    const receipt = this.numbers.at(-1)
    if (receipt === undefined) return 0
    const { desk } = this
    const { paid_for } = await desk.ok('receipt.get', { receipt })
    const amount_cents = Math.floor(((paid_for[0]?.left_cents ?? 0) * percent) / 100)
    const result = await desk.call('refund.pay', {
      commandId: desk.id(),
      drawer_code: '',
      to: { tender: 'cash' },
      payee_name: 'Ana Ruiz',
      reason: 'CHARGED-IN-ERROR',
      is_exact_possible: true,
      what: { of: 'receipt', receipt, lines: [{ line_number: 1, amount_cents }] },
    })
    return result.kind === 'ok' ? ((result.output as Output<'refund.pay'>).done?.total_cents ?? 0) : 0
  }

  /** What goods took off. */
  async taken(): Promise<number> {
    const { report } = await this.desk.ok('drawer.x', { drawer_code: '' })
    return report.in_kind.reduce((sum, one) => sum + one.amount_cents, 0)
  }

  async holds(): Promise<number> {
    const { report } = await this.desk.ok('drawer.x', { drawer_code: '' })
    return report.tenders.find((one) => one.tender === 'cash')?.expected_cents ?? Number.NaN
  }
}

test.each(['exact', 'mirrored'])('never for less, refunds %s', async (refund_rounding) => {
  let [rounded_count, goods_count] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), fc.array(act, { maxLength: 8 }), async (whole, acts) => {
      const desk = await moneyDesk({ also: [FOOD], settings: { cash_rounding: 'always', refund_rounding } })
      await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
      await desk.scan(CARDS.owing)
      const waived = { charge_ref: 'c1', amount_cents: 1200 - whole, reason: 'other' }
      if (whole < 1200) await desk.ok('charge.waive', { commandId: desk.id(), ...waived })
      const debtor = new Debtor(desk)
      let out = 0
      const last = (how: 'rounded' | 'exact') => ({ act: 'rest', how, goods: 0 }) as const
      for (const one of [...acts, last('rounded'), last('exact')]) {
        const owed = await debtor.owed()
        if (one.act === 'void') await debtor.voids()
        else if (one.act === 'back') out += await debtor.getsBack(one.percent)
        else if (owed > 0) {
          const amount = one.act === 'rest' ? owed : Math.max(1, Math.floor((owed * one.percent) / 100))
          await debtor.pays(amount, one.how, one.goods)
        }
      }
      expect(debtor.refusals.filter((code) => code !== 'part-not-rounded')).toEqual([])
      expect(await debtor.owed()).toBe(0)
      const held = (await debtor.holds()) - 10_000
      const off = await debtor.taken()
      expect(off).toBeLessThanOrEqual(MONTH_MAX)
      expect(held + out).toBeGreaterThanOrEqual(Math.min(whole - off, rounded(whole - off)))
      if (off > 0) goods_count += 1
      expect(held).toBeGreaterThanOrEqual(0)
      if (held + out + off !== whole) rounded_count += 1
    }),
    {
      numRuns: 12,
      examples: [
        [15, [{ act: 'part', percent: 87, how: 'exact', goods: 0 }]],
        [1200, [{ act: 'part', percent: 1, how: 'bill', goods: 0 }]],
        // Goods that leave two cents, of a debt of which a part was paid to the cent.
        [
          7,
          [
            { act: 'part', percent: 60, how: 'exact', goods: 0 },
            { act: 'part', percent: 34, how: 'exact', goods: 1 },
          ],
        ],
      ],
    },
  )
  // Debts that are never rounded prove nothing.
  expect(rounded_count).toBeGreaterThan(0)
  expect(goods_count).toBeGreaterThan(0)
})
