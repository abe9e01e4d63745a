/** What a lost item costs, and what happens to the money when it is found: one line a situation. */
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import {
  foundAfterBilling,
  type FoundAsk,
  type FoundCharge,
  type FoundKind,
} from '../../shared/circulation/lost/found.ts'
import type { FoundStep } from '../../shared/circulation/lost/lost-steps.ts'
import { damageCharges, lostCharges, lostFrom } from '../../shared/circulation/lost/lost.ts'
import type { FeeRule, LostRule } from '../../shared/policy/policy-facts.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents, moneyText } from '../../shared/kernel/money.ts'
import { localDate, type Instant } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'
import { range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'
import { ASKED, dollars, itemType, lostRule, preparedOf } from '../support/policy-made.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const DAY = [range('09:00', '18:00')]
const CALENDAR = prepareCalendar({ zone: CHICAGO, week: [DAY, DAY, DAY, DAY, DAY, DAY, DAY], closed: [] })
const end = (on: string): Instant => endOfDay(localDate(on), CHICAGO)

const charge = (kind: FoundKind, amount: number, paid = 0): FoundCharge => ({
  kind,
  amount_cents: dollars(amount),
  paid_cents: dollars(paid),
})

const ASK: FoundAsk = {
  rule: lostRule(),
  calendar: CALENDAR,
  due_at: end('2026-09-01'),
  back_at: momentOf('2026-11-24T10:00', CHICAGO),
  charges: [charge('lost', 20)],
  canceled_overdue_cents: dollars(3),
  fine_cents: dollars(5),
  paid_at: momentOf('2026-10-20T10:00', CHICAGO),
  has_receipt: false,
  owed_else_cents: cents(0),
  is_amnesty: false,
  answer: null,
}

/** Balance, credit, refund, kept: what is said of each situation. */
function outcome(rule: Partial<LostRule>, ask: Partial<FoundAsk>): string {
  const found = foundAfterBilling({ ...ASK, rule: lostRule(rule), ...ask })
  const parts = [
    `balance ${moneyText(found.balance_cents)}`,
    found.credit_cents > 0 ? `credit ${moneyText(found.credit_cents)}` : null,
    found.refund_cents > 0 ? `refund ${moneyText(found.refund_cents)}` : null,
    found.applied_to_owed_cents > 0 ? `other debts ${moneyText(found.applied_to_owed_cents)}` : null,
    found.kept_cents > 0 ? `kept ${moneyText(found.kept_cents)}` : null,
    found.asks ? 'asks' : null,
    found.needs_receipt ? 'wants the receipt' : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

const PAID = { charges: [charge('lost', 20, 20)] }
const PART_PAID = { charges: [charge('lost', 20, 8)] }
const WITH_FEE = { charges: [charge('lost', 20, 20), charge('processing', 5, 5)] }
const NEVER = { lost_refund_kind: 'never' } as const
const RESTORED = { is_overdue_restored: true }
const ANEW = { is_overdue_counted_anew: true }
const MONEY = { found_paid_kind: 'refund' } as const
const WINDOW = { lost_refund_kind: 'within-window', refund_within_count: 30 } as const

describe('found after billing', () => {
  test.each<[string, Partial<LostRule>, Partial<FoundAsk>, string]>([
    ['1 nothing paid: canceled', {}, {}, 'balance $0.00'],
    ['2 nothing paid, the fine comes back', RESTORED, {}, 'balance $3.00'],
    ['3 nothing paid, the fine is counted up to now', ANEW, {}, 'balance $5.00'],
    ['4 nothing paid, counted anew, let off', ANEW, { is_amnesty: true }, 'balance $0.00'],
    ['5 nothing paid, the charge is left', { found_unpaid_kind: 'leave' }, {}, 'balance $20.00'],
    ['6 part paid: that goes to credit', {}, PART_PAID, 'balance -$8.00, credit $8.00'],
    ['7 part paid, never paid back', NEVER, PART_PAID, 'balance $0.00, kept $8.00'],
    ['8 part paid, never paid back, covers the fine', { ...NEVER, ...ANEW }, PART_PAID, 'balance $0.00, kept $3.00'],
    ['9 part paid, the charge is left', { found_unpaid_kind: 'leave' }, PART_PAID, 'balance $12.00'],
    ['10 paid: to credit', {}, PAID, 'balance -$20.00, credit $20.00'],
    ['11 paid: money back, less the fine', { ...MONEY, ...ANEW }, PAID, 'balance -$15.00, refund $15.00'],
    ['12 paid, kept', { found_paid_kind: 'leave' }, PAID, 'balance $0.00, kept $20.00'],
    [
      '13 paid, within the window',
      { ...MONEY, ...WINDOW, refund_within_count: 60 },
      PAID,
      'balance -$20.00, refund $20.00',
    ],
    ['14 paid, after the window', { ...MONEY, ...WINDOW }, PAID, 'balance $0.00, kept $20.00'],
    ['15 paid, the processing fee is not given back', MONEY, WITH_FEE, 'balance -$20.00, refund $20.00'],
    [
      '16 paid, the fee is given back too',
      { ...MONEY, is_processing_refundable: true },
      WITH_FEE,
      'balance -$25.00, refund $25.00',
    ],
    [
      'the window’s last day counts whole',
      { ...MONEY, ...WINDOW, refund_within_count: 35 },
      PAID,
      'balance -$20.00, refund $20.00',
    ],
    [
      'the window from the due date',
      { ...MONEY, ...WINDOW, refund_from_kind: 'due', refund_within_count: 84 },
      PAID,
      'balance -$20.00, refund $20.00',
    ],
    [
      'a day after that',
      { ...MONEY, ...WINDOW, refund_from_kind: 'due', refund_within_count: 83 },
      PAID,
      'balance $0.00, kept $20.00',
    ],
    [
      'within the window, where the library set no end to it',
      { ...MONEY, lost_refund_kind: 'within-window' },
      PAID,
      'balance -$20.00, refund $20.00',
    ],
    [
      'other debts stay where the library does not take them off the refund',
      MONEY,
      { ...PAID, owed_else_cents: dollars(7) },
      'balance -$20.00, refund $20.00',
    ],
    [
      'the refund pays other debts first',
      { ...MONEY, is_refund_less_owed: true },
      { ...PAID, owed_else_cents: dollars(7) },
      'balance -$20.00, refund $13.00, other debts $7.00',
    ],
    [
      'other debts take all of it',
      { ...MONEY, is_refund_less_owed: true },
      { ...PAID, owed_else_cents: dollars(70) },
      'balance -$20.00, other debts $20.00',
    ],
    ['exactly the least refund', { ...MONEY, refund_cents_min: dollars(20) }, PAID, 'balance -$20.00, refund $20.00'],
    ['less than the least refund', { ...MONEY, refund_cents_min: dollars(25) }, PAID, 'balance $0.00, kept $20.00'],
    [
      'without the receipt',
      { ...MONEY, is_receipt_required: true },
      PAID,
      'balance $0.00, kept $20.00, wants the receipt',
    ],
    [
      'less than the least refund: nobody looks for the receipt',
      { ...MONEY, is_receipt_required: true, refund_cents_min: dollars(25) },
      PAID,
      'balance $0.00, kept $20.00',
    ],
    [
      'with the receipt',
      { ...MONEY, is_receipt_required: true },
      { ...PAID, has_receipt: true },
      'balance -$20.00, refund $20.00',
    ],
    ['too long overdue to be canceled', { no_return_after_days_count: 35 }, {}, 'balance $20.00'],
    ['the same, but paid', { no_return_after_days_count: 35 }, PAID, 'balance -$20.00, credit $20.00'],
    [
      'a fine that was kept beside the lost charge',
      {},
      { charges: [charge('lost', 20), charge('overdue', 3)] },
      'balance $3.00',
    ],
    [
      'a fine let off though part was paid',
      {},
      { charges: [charge('overdue', 0.7, 0.2)], is_amnesty: true },
      'balance $0.00, kept $0.20',
    ],
    [
      'the same, where paid fines go back',
      { overdue_refund_kind: 'always' },
      { charges: [charge('overdue', 0.7, 0.2)], is_amnesty: true },
      'balance -$0.20, credit $0.20',
    ],
    [
      'the fee stays, the price goes back, a fine that was paid and is let off is kept',
      MONEY,
      { charges: [...WITH_FEE.charges, charge('overdue', 3, 3)], is_amnesty: true },
      'balance -$20.00, refund $20.00, kept $3.00',
    ],
    ['paid, where what is unpaid is left', { found_unpaid_kind: 'leave' }, PAID, 'balance -$20.00, credit $20.00'],
    [
      'paid, where a person is asked of what is unpaid',
      { found_unpaid_kind: 'ask' },
      PAID,
      'balance -$20.00, credit $20.00',
    ],
    ['paid, and a person leaves it so', { found_unpaid_kind: 'ask' }, { ...PAID, answer: 'leave' }, 'balance $0.00'],
    [
      'a person charges the fine that the bill had canceled',
      { found_unpaid_kind: 'ask' },
      { answer: 'charge' },
      'balance $3.00',
    ],
    [
      'the fee of an unpaid item stays owed',
      {},
      { charges: [charge('lost', 20), charge('processing', 5)] },
      'balance $5.00',
    ],
  ])('%s', (_, rule, ask, wanted) => {
    expect(outcome(rule, ask)).toBe(wanted)
  })

  test.each<[FoundAsk['answer'], string]>([
    [null, 'balance $20.00, asks'],
    ['leave', 'balance $20.00'],
    ['waive', 'balance $0.00'],
    ['charge', 'balance $5.00'],
  ])('where the rule asks, the answer %s', (answer, wanted) => {
    expect(outcome({ found_unpaid_kind: 'ask', ...ANEW }, { answer })).toBe(wanted)
  })

  const ALL_PAID = [...WITH_FEE.charges, charge('overdue', 3, 3)]

  test.each<[string, Partial<LostRule>, readonly FoundCharge[], string[]]>([
    ['the price', NEVER, PART_PAID.charges, ['lost -$12.00']],
    [
      'the price before the fee',
      { ...NEVER, is_processing_refundable: true },
      [charge('lost', 20, 8), charge('processing', 5, 5)],
      ['lost -$7.00', 'processing -$5.00'],
    ],
    ['each what was paid on it', { ...NEVER, is_processing_refundable: true }, ALL_PAID, []],
    ['the same, where the fee is never given back', NEVER, ALL_PAID, []],
    ['the fine’s three dollars, on the price first', {}, ALL_PAID, ['lost -$17.00', 'overdue -$3.00']],
  ])('of what is paid and kept, charged stays: %s', (_, rule, charges, wanted) => {
    const { changes } = foundAfterBilling({ ...ASK, rule: lostRule(rule), charges, is_amnesty: true })
    expect(changes.map(({ kind, change_cents }) => `${kind} ${moneyText(change_cents)}`)).toEqual(wanted)
  })

  const CANCELED = { code: 'lost-charge-canceled', amount_cents: 2000 }
  const KEPT = { code: 'stays-paid', amount_cents: 2000 } as const

  test('is told step by step', () => {
    const rule = { ...MONEY, ...ANEW, refund_paid_kind: 'office-check', is_refund_less_owed: true } as const
    const ask = { ...ASK, rule: lostRule(rule), ...WITH_FEE, owed_else_cents: dollars(2) }
    expect(foundAfterBilling(ask).steps).toEqual([
      CANCELED,
      { code: 'processing-fee-stays' },
      { code: 'fine-up-to-return', amount_cents: 500 },
      { code: 'pays-other-debts', amount_cents: 200 },
      { code: 'goes-back', amount_cents: 1300, method: 'check' },
    ])
  })

  test.each<[string, Partial<LostRule>, Partial<FoundAsk>, FoundStep[]]>([
    ['after the window', { ...MONEY, ...WINDOW }, PAID, [{ code: 'refund-too-late' }, KEPT]],
    ['never paid back', { ...MONEY, ...NEVER }, PAID, [KEPT]],
    ['no receipt', { ...MONEY, is_receipt_required: true }, PAID, [{ code: 'refund-needs-receipt' }, KEPT]],
    [
      'too little',
      { ...MONEY, refund_cents_min: dollars(25) },
      PAID,
      [{ code: 'refund-too-small', least_cents: 2500 }, KEPT],
    ],
    ['from the drawer', MONEY, PAID, [{ code: 'goes-back', amount_cents: 2000, method: 'drawer' }]],
    ['to credit', {}, PAID, [{ code: 'goes-back', amount_cents: 2000, method: 'credit' }]],
    ['the fine comes back', RESTORED, {}, [{ code: 'fine-comes-back', amount_cents: 300 }]],
    ['there was none to come back', RESTORED, { canceled_overdue_cents: cents(0) }, []],
    [
      'the fine is let off',
      {},
      { charges: [charge('lost', 20), charge('overdue', 3)], is_amnesty: true },
      [{ code: 'fine-let-off' }],
    ],
    ['there was none to let off', {}, { is_amnesty: true }, []],
  ])('is told what becomes of the money: %s', (_, rule, ask, wanted) => {
    const { steps } = foundAfterBilling({ ...ASK, rule: lostRule(rule), ...ask })
    expect(steps).toEqual([CANCELED, ...wanted])
  })

  test('no cent is lost or made, whatever was charged and paid and whatever the rule says', () => {
    const kinds = fc.constantFrom('always', 'within-window', 'never')
    const amounts = fc.record({
      amount: fc.integer({ min: 0, max: 9000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    const anyRule = fc.record({
      found_unpaid_kind: fc.constantFrom('waive', 'leave', 'ask'),
      found_paid_kind: fc.constantFrom('credit', 'refund', 'leave'),
      is_processing_refundable: fc.boolean(),
      is_overdue_restored: fc.boolean(),
      is_overdue_counted_anew: fc.boolean(),
      lost_refund_kind: kinds,
      overdue_refund_kind: kinds,
      refund_within_count: fc.option(fc.integer({ min: 1, max: 90 })),
      refund_cents_min: fc.integer({ min: 0, max: 500 }).map((one) => cents(one)),
      is_refund_less_owed: fc.boolean(),
      is_receipt_required: fc.boolean(),
    } as const)
    fc.assert(
      fc.property(
        anyRule,
        fc.tuple(amounts, amounts, amounts),
        fc.boolean(),
        fc.integer({ min: 0, max: 3000 }),
        (rule, three, is_amnesty, owed) => {
          const charges = (['lost', 'processing', 'overdue'] as const).map((kind, at) => {
            const { amount, part } = three[at] ?? { amount: 0, part: 0 }
            return { kind, amount_cents: cents(amount), paid_cents: cents(Math.floor(amount * part)) }
          })
          const ask = { ...ASK, rule: lostRule(rule), charges, is_amnesty, owed_else_cents: cents(owed) }
          const found = foundAfterBilling(ask)
          const before = charges.reduce((sum, one) => sum + one.amount_cents - one.paid_cents, 0)
          const paid = charges.reduce((sum, one) => sum + one.paid_cents, 0)
          const change = found.changes.reduce((sum, one) => sum + one.change_cents, 0)
          const back = found.credit_cents + found.refund_cents + found.applied_to_owed_cents
          expect(before + change).toBe(found.balance_cents)
          expect(back).toBe(Math.max(0, -found.balance_cents))
          expect(back).toBeLessThanOrEqual(paid)
          expect(Math.min(found.credit_cents, found.refund_cents, found.kept_cents)).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('billed as lost', () => {
  const TYPES = [itemType('BOOK', 20)]
  const bill = (rule: Partial<LostRule>, price: number | null) => {
    const policy = preparedOf({ lost_rules: [lostRule(rule)], item_types: TYPES })
    const billed = lostCharges(policy, ASKED, price === null ? null : dollars(price))
    return (
      billed?.lines.map((line) => `${line.kind} ${moneyText(line.amount_cents)}`).join(', ') ??
      'a person sets the price'
    )
  }

  test.each<[string, Partial<LostRule>, number | null, string]>([
    ['its own price', {}, 12.5, 'lost $12.50'],
    ['no price: its type’s', {}, null, 'lost $20.00'],
    ['a price of zero is none', {}, 0, 'lost $20.00'],
    ['the rule’s own default comes before the type’s', { replacement_cents: cents(1500) }, null, 'lost $15.00'],
    ['only its own price counts, and it is zero', { replacement_kind: 'price' }, 0, 'a person sets the price'],
    ['only its own price counts, and there is none', { replacement_kind: 'price' }, null, 'a person sets the price'],
    ['always the default', { replacement_kind: 'default' }, 12.5, 'lost $20.00'],
    [
      'always the rule’s own default',
      { replacement_kind: 'default', replacement_cents: cents(1500) },
      12.5,
      'lost $15.00',
    ],
    ['the processing fee stands apart', { processing_cents: cents(500) }, 12.5, 'lost $12.50, processing $5.00'],
    ['only the fee', { replacement_kind: 'none', processing_cents: cents(500) }, 12.5, 'processing $5.00'],
  ])('%s', (_, rule, price, wanted) => {
    expect(bill(rule, price)).toBe(wanted)
  })

  test.each<[string, Partial<LostRule>, number | null, isOwn: boolean, isFineKept: boolean]>([
    ['its own price', {}, 12.5, true, false],
    ['its type’s', {}, null, false, false],
    ['a price of zero is none', { is_overdue_kept: true }, 0, false, true],
    ['always the default', { replacement_kind: 'default', is_overdue_kept: true }, 12.5, false, true],
  ])('whose price it is, and whether the fine stays: %s', (_, rule, price, is_own_price, is_overdue_kept) => {
    const policy = preparedOf({ lost_rules: [lostRule(rule)], item_types: TYPES })
    const billed = lostCharges(policy, ASKED, price === null ? null : dollars(price))
    expect(billed).toMatchObject({ is_own_price, is_overdue_kept })
  })

  test('no rule: nobody is billed', () => {
    expect(lostCharges(preparedOf({ item_types: TYPES }), ASKED, cents(100))).toBeNull()
  })

  test.each<[Partial<LostRule>, string | null]>([
    [{}, '2026-09-29'],
    [{ lost_after_count: 6, lost_after_unit: 'months' }, '2027-03-01'],
    [{ lost_after_count: 3, lost_after_unit: 'weeks' }, '2026-09-22'],
    [{ lost_after_count: 48, lost_after_unit: 'hours' }, '2026-09-03'],
    [{ lost_after_count: null }, null],
  ])('due September 1, %o: from %s', (rule, on) => {
    expect(lostFrom(CALENDAR, lostRule(rule), end('2026-09-01'))).toBe(on === null ? null : end(on))
  })
})

describe('damage', () => {
  const fee = (name: string, amount: number, fee_kind: FeeRule['fee_kind'] = 'part'): FeeRule => ({
    fee_code: name,
    branch_code: '*',
    category_code: '*',
    item_type_code: '*',
    fee_kind,
    name,
    amount_cents: dollars(amount),
  })
  const policy = preparedOf({
    lost_rules: [lostRule()],
    fee_rules: [fee('booklet', 1), fee('case', 1.5), fee('rebinding', 9, 'damage')],
  })
  const damage = (price: number | null, parts: readonly string[], is_beyond_use = false) =>
    damageCharges({ policy, asked: ASKED, price_cents: price === null ? null : dollars(price), parts, is_beyond_use })

  test.each<[string, ReturnType<typeof damage>, string[]]>([
    ['parts', damage(20, ['booklet', 'case']), ['part $1.00', 'part $1.50']],
    ['a repair', damage(20, ['rebinding']), ['damaged $9.00']],
    ['never more than its price', damage(9.5, ['rebinding', 'booklet', 'case']), ['damaged $9.00', 'part $0.50']],
    ['its price is used up: nothing for the rest', damage(9, ['rebinding', 'booklet']), ['damaged $9.00']],
    ['no price is known: each fee whole', damage(null, ['rebinding', 'booklet']), ['damaged $9.00', 'part $1.00']],
    ['beyond use, and no price is known: a person sets it', damage(null, [], true), []],
    ['beyond use: its price', damage(20, ['booklet'], true), ['damaged $20.00']],
  ])('%s', (_, { lines }, wanted) => {
    expect(lines.map((line) => `${line.kind} ${moneyText(line.amount_cents)}`)).toEqual(wanted)
  })

  test('says whether the price ended it', () => {
    const capped = [damage(20, ['rebinding', 'booklet']), damage(9.5, ['rebinding', 'booklet']), damage(20, [], true)]
    expect(capped.map((one) => one.is_capped)).toEqual([false, true, false])
  })

  test('a part without a fee is handed to a person', () => {
    expect(damage(20, ['booklet', 'puppet'])).toMatchObject({
      unknown_parts: ['puppet'],
      lines: [{ amount_cents: 100 }],
    })
  })
})
