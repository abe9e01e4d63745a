/**
 * Something billed as lost is found: what becomes of its charges and of what was paid. Every lost-and-refund case of
 * the shared data, and our own for what those leave out, each from the loan to the return through the real desk on
 * real files.
 */
import { describe, expect, test } from 'vitest'
import { assert } from '../../../../shared/kernel/assert.ts'
import { Given, isRecord } from '../../../support/given.ts'
import { describeWithSharedData, readSharedJson } from '../../../support/shared-data.ts'
import { BILLED, found } from '../../support/found-desk.ts'
import { balanceOf, chargesOnFile, days, lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { ENGLISH, told } from '../../../support/said.ts'

const ASKS = ENGLISH.words.returns.asks

const price = (amount_cents: number): string => `UPDATE item SET price_cents = ${amount_cents}`

/** A fine that another system charged day by day, and what was paid of it. */
function fineFromElsewhere(amount_cents: number, paid_cents: number): string {
  return `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents, note)
    VALUES ('daily', 1, 1, 'overdue', ${Date.UTC(2026, 11, 17)}, ${amount_cents}, ${amount_cents - paid_cents}, '')`
}

/** What Evergreen calls "prohibit negative balance": paid money that is kept, for lost items, fines, or both. */
function refunds(given: Given): Record<string, string | number | null> {
  const kept = given.take('prohibit_negative')
  const names = Array.isArray(kept) ? kept.map(String) : []
  const window = given.text('refund_window')
  const back = (name: string): string => {
    if (!names.includes('default') && !names.includes(name)) return 'always'
    return window === undefined ? 'never' : 'within-window'
  }
  const within = window === undefined ? null : Number(window.split(' ')[0])
  const unit = window?.includes('hour') ? 'hours' : 'days'
  const both = { lost_refund_kind: back('lost'), overdue_refund_kind: back('overdues') }
  return { ...both, refund_within_count: within, refund_within_unit: unit }
}

async function runCase(given: Given): Promise<number> {
  const cents = (name: string): number => Math.round((given.number(name) ?? 0) * 100)
  const paid_cents = cents('paid')
  const lost_fee = cents('lost_fee')
  const after = given.text('returned_after')
  const rule = {
    ...refunds(given),
    processing_cents: 0,
    is_overdue_kept: given.flag('void_overdue_on_lost') ? 0 : 1,
    is_overdue_restored: given.flag('restore_overdues') ? 1 : 0,
    is_overdue_counted_anew: given.flag('generate_overdues_on_checkin') ? 1 : 0,
  }
  given.take('void_lost_on_checkin')
  const max_fine = cents('max_fine')
  const is_amnesty = given.flag('amnesty_checkin')
  if (given.has('overdues')) {
    const fine = fineFromElsewhere(cents('overdues'), paid_cents)
    const desk = await moneyDesk({ lost: rule, also: [fine] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 25)
    await desk.ok('desk.mode', { mode: 'in' })
    if (is_amnesty) await desk.ok('desk.modify', { is_amnesty: true })
    await desk.scan(ITEMS.warmth)
    return balanceOf(await chargesOnFile(desk))
  }
  // Without a word of a fine the case is about the lost item alone.
  const fine = max_fine === 0 ? { amount_cents: 0 } : { fine_cents_max: max_fine }
  const hours = after?.includes('hours') ? Number(after.split(' ')[0]) : 0
  const { desk } = await found({
    policy: { fine, lost: rule, also: [price(lost_fee)] },
    billed_after_days: 60,
    paid_cents,
    found_after_hours: hours,
    is_amnesty,
  })
  return balanceOf(await chargesOnFile(desk))
}

type Case = { id: string; area: string; given: Record<string, unknown>; expect: { balance_after_checkin: number } }

function isCase(value: unknown): value is Case {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['area'] === 'string'
}

describeWithSharedData('lost and refunded', (folder) => {
  const all = readSharedJson(folder, 'cases/circulation_cases.json')
  assert(Array.isArray(all) && all.every(isCase), 'a list of cases')
  const cases = all.filter((one: Case) => one.area === 'lost_refund')

  test('as many cases as there were', () => expect(cases.length).toBeGreaterThanOrEqual(8))

  test.each(cases)('$id', async (one: Case) => {
    const given = new Given(one.given)
    expect((await runCase(given)) / 100).toBeCloseTo(one.expect.balance_after_checkin, 5)
    expect(given.left(), 'fields that nobody read').toEqual([])
  })
})

describe('our own', () => {
  test.each([
    [
      'unpaid: canceled, the fee stays and the fine comes back',
      {},
      0,
      800,
      told({ code: 'fine-comes-back', amount_cents: 500 }),
    ],
    ['unpaid, the fine not restored', { is_overdue_restored: 0 }, 0, 300, told({ code: 'processing-fee-stays' })],
    [
      'unpaid, the fee refundable',
      { is_processing_refundable: 1, is_overdue_restored: 0 },
      0,
      0,
      told({ code: 'lost-charge-canceled', amount_cents: 2000 }),
    ],
    [
      'the fine was kept when it was billed',
      { is_overdue_kept: 1, is_overdue_restored: 0 },
      0,
      800,
      told({ code: 'lost-charge-canceled', amount_cents: 2000 }),
    ],
    ['left as it is', { found_unpaid_kind: 'leave' }, 0, 2300, told({ code: 'lost-charge-stays' })],
    ['a person decides: it waits for the answer', { found_unpaid_kind: 'ask' }, 0, 2300, ASKS.charge('$23.00')],
    [
      'paid: what is too much goes back',
      {},
      2000,
      -1200,
      told({ code: 'goes-back', amount_cents: 1200, method: 'drawer' }),
    ],
    [
      'paid, kept by the rule',
      { lost_refund_kind: 'never' },
      2000,
      0,
      told({ code: 'stays-paid', amount_cents: 1200 }),
    ],
    [
      'paid, too little to pay back',
      { refund_cents_min: 2500 },
      2000,
      0,
      told({ code: 'refund-too-small', least_cents: 2500 }),
    ],
    [
      'paid, and a receipt is wanted: nothing moves before it',
      { is_receipt_required: 1 },
      2000,
      300,
      ASKS.receipt('$12.00'),
    ],
    ['half paid', {}, 1000, -200, told({ code: 'goes-back', amount_cents: 200, method: 'drawer' })],
    [
      'too late to be taken back',
      { no_return_after_days_count: 30 },
      0,
      2300,
      told({ code: 'too-long-overdue', days_count: 30 }),
    ],
    [
      'credited',
      { found_paid_kind: 'credit' },
      2000,
      -1200,
      told({ code: 'goes-back', amount_cents: 1200, method: 'credit' }),
    ],
  ] as const)('%s', async (_, lost, paid_cents, balance, says) => {
    const back = await found({ ...BILLED, policy: { lost }, paid_cents })
    expect(back.says).toContain(says)
    expect(balanceOf(await chargesOnFile(back.desk))).toBe(balance)
  })

  test('what goes back first pays what else is owed', async () => {
    const other = `INSERT INTO charge (external_id, patron_id, kind, charged_at_ms, amount_cents, owed_cents, note)
      VALUES ('c9', 1, 'manual', 0, 700, 700, '')`
    const lost = { is_refund_less_owed: 1 }
    const { desk, says } = await found({ ...BILLED, policy: { lost, also: [other] }, paid_cents: 2000 })
    expect(says).toContain(
      told({ code: 'pays-other-debts', amount_cents: 700 }, { code: 'goes-back', amount_cents: 500, method: 'drawer' }),
    )
    const charges = await chargesOnFile(desk)
    expect(charges.find((one) => one.kind === 'manual')).toMatchObject({ owed_cents: 0 })
    expect(charges.filter((one) => one.owed_cents > 0)).toEqual([])
    expect(balanceOf(charges)).toBe(-500)
  })

  test('counted again: the fine runs to the return, past what it was when it was billed', async () => {
    const policy = { fine: { fine_cents_max: null }, lost: { is_overdue_counted_anew: 1, processing_cents: 0 } }
    const { desk } = await found({ policy, billed_after_days: 23, paid_cents: 0, found_after_hours: 48 })
    const fines = (await chargesOnFile(desk)).filter((one) => one.kind === 'overdue')
    expect(fines.map((one) => one.owed_cents)).toEqual([50, 50])
  })

  describe('paid, and back later than the fine that the bill canceled', () => {
    // $20.00 paid; $2.30 of fine canceled with the bill, $2.50 at the return: one figure is said, due and owed.
    const ROWS = (['credit', 'drawer', 'check'] as const).flatMap((method) =>
      [0, 1].map((is_refund_less_owed) => ({ method, is_refund_less_owed })),
    )
    test.each(ROWS)('$method, other debts paid: $is_refund_less_owed', async ({ method, is_refund_less_owed }) => {
      const paid =
        method === 'credit'
          ? { found_paid_kind: 'credit' }
          : { refund_paid_kind: method === 'check' ? 'office-check' : 'drawer' }
      const lost = { is_overdue_counted_anew: 1, processing_cents: 0, is_refund_less_owed, ...paid }
      const policy = { fine: { fine_cents_max: null }, lost }
      const { desk, says } = await found({ policy, billed_after_days: 30, paid_cents: 2000, found_after_hours: 24 * 4 })
      const { problems } = await desk.ok('journal.verify', {})
      // The money was put into the file by hand, and no entry has it.
      expect(problems.filter((one) => !/charge|transfers of paid/.test(one.says))).toEqual([])
      const charges = await chargesOnFile(desk)
      const fine_cents = charges.filter((one) => one.kind === 'overdue').reduce((sum, one) => sum + one.amount_cents, 0)
      expect(charges.filter((one) => one.owed_cents > 0)).toEqual([])
      const due = charges.reduce((sum, one) => sum + one.refund_due_cents, 0)
      expect(due).toBe(2000 - fine_cents)
      expect(fine_cents).toBeGreaterThan(0)
      expect(says).toContain(told({ code: 'goes-back', amount_cents: due, method }))
    })
  })

  test.each([
    ['the fine is as long as it was', {}],
    [
      'the fine is longer, and paid by the refund',
      { fine: { fine_cents_max: null }, lost: { is_overdue_counted_anew: 1 } },
    ],
  ])('undoing the return bills it again, to the cent: %s', async (_, policy) => {
    const { desk } = await found({ ...BILLED, policy, paid_cents: 2000 })
    await desk.ok('desk.undo', { commandId: desk.id() })
    const verified = await desk.ok('journal.verify', {})
    // The money was put into the file by hand, and no entry has it.
    expect(verified.problems.filter(({ says }) => !/charge|transfers of paid/.test(says))).toEqual([])
    const charges = await chargesOnFile(desk)
    const kept = new Map(
      charges.map(({ kind, owed_cents, refund_due_cents }) => [kind, [owed_cents, refund_due_cents]]),
    )
    expect(kept).toEqual(
      new Map([
        ['lost', [0, 0]],
        ['overdue', [0, 0]],
        ['processing', [300, 0]],
      ]),
    )
  })
})
