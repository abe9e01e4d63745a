/**
 * A debt that is paid in whatever parts, with receipts voided and money given back between them, costs no less cash
 * than its whole is when it is rounded once, or to the cent with the pennies. The rounding is written again here, from
 * the worked examples.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import { CARDS } from '../../support/small-library.ts'

const rounded = (amount: number): number => amount + ([0, -1, -2, 2, 1][amount % 5] ?? 0)

/** What is handed over: what rounding asks for, the pennies, or a bill that has change. */
const HOW = ['rounded', 'exact', 'bill'] as const
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('part'), percent: fc.nat(99), how: fc.constantFrom(...HOW) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('rest'), how: fc.constantFrom(...HOW) }) },
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

  async pays(amount: number, how: (typeof HOW)[number]): Promise<void> {
    const { desk } = this
    const cash = { rounded: rounded(amount), exact: amount, bill: amount + 2000 - (amount % 2000) }[how]
    const input: Input<'payment.take'> = {
      commandId: desk.id(),
      drawer_code: '',
      charges: [{ charge_ref: 'c1', amount_cents: null }],
      pay_cents: amount,
      sales: [],
      tenders: cash === 0 ? [] : [{ tender: 'cash', tendered_cents: cash }],
      is_exact_possible: true,
      is_large_meant: true,
      paper: null,
    }
    const result = await desk.call('payment.take', input)
    if (result.kind === 'ok') this.numbers.push((result.output as Output<'payment.take'>).done?.receipt_number ?? '')
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
      what: { of: 'receipt', receipt, lines: [{ line_count: 1, amount_cents }] },
    })
    return result.kind === 'ok' ? ((result.output as Output<'refund.pay'>).done?.total_cents ?? 0) : 0
  }

  async holds(): Promise<number> {
    const { report } = await this.desk.ok('drawer.x', { drawer_code: '' })
    return report.tenders.find((one) => one.tender === 'cash')?.expected_cents ?? Number.NaN
  }
}

test.each(['exact', 'mirrored'])('never for less, refunds %s', async (refund_rounding) => {
  let rounded_count = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), fc.array(act, { maxLength: 8 }), async (whole, acts) => {
      const desk = await moneyDesk({ settings: { cash_rounding: 'always', refund_rounding } })
      await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
      await desk.scan(CARDS.owing)
      const waived = { charge_ref: 'c1', amount_cents: 1200 - whole, reason: 'other' }
      if (whole < 1200) await desk.ok('charge.waive', { commandId: desk.id(), ...waived })
      const debtor = new Debtor(desk)
      let out = 0
      for (const one of [...acts, { act: 'rest', how: 'rounded' } as const, { act: 'rest', how: 'exact' } as const]) {
        const owed = await debtor.owed()
        if (one.act === 'void') await debtor.voids()
        else if (one.act === 'back') out += await debtor.getsBack(one.percent)
        else if (owed > 0) {
          const amount = one.act === 'rest' ? owed : Math.max(1, Math.floor((owed * one.percent) / 100))
          await debtor.pays(amount, one.how)
        }
      }
      expect(debtor.refusals.filter((code) => code !== 'part-not-rounded')).toEqual([])
      expect(await debtor.owed()).toBe(0)
      const held = (await debtor.holds()) - 10_000
      expect(held + out).toBeGreaterThanOrEqual(Math.min(whole, rounded(whole)))
      expect(held).toBeGreaterThanOrEqual(0)
      if (held + out !== whole) rounded_count += 1
    }),
    {
      numRuns: 12,
      examples: [
        [15, [{ act: 'part', percent: 87, how: 'exact' }]],
        [1200, [{ act: 'part', percent: 1, how: 'bill' }]],
      ],
    },
  )
  // Debts that are never rounded prove nothing.
  expect(rounded_count).toBeGreaterThan(0)
})
