/** What a payment comes to while it is put together, and what is sent. */
import { describe, expect, it } from 'vitest'
import {
  CHANGE_GIVEN,
  comingOf,
  creditReach,
  dueCents,
  offered,
  paidNow,
  paymentInput,
  type Payment,
  type TypedTender,
} from '../../../../shared/desk/pay/payment.ts'
import { pageViewSchema } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'

type Line = Payment['lines'][number]

function charge(line_id: string, owed_cents: number, part: Partial<Line> = {}): Line {
  const pays = { of: 'charge', charge_ref: line_id, amount_cents: null } as const
  const said = { label: 'Overdue', caption: 'Spirited Away', since: 'Nov 14', fund: 'Fines' }
  return {
    line_id,
    pays,
    ...said,
    amount_cents: owed_cents,
    owed_cents,
    credit: 'own',
    in_kind: [],
    is_chosen: true,
    ...part,
  }
}

const COPIES: Line = {
  ...charge('sale COPY', 120, { credit: 'none' }),
  pays: { of: 'sale', product_code: 'COPY', quantity_count: 12, price_cents: null },
}

const SECTION: Payment = {
  kind: 'payment',
  section_id: 'pay',
  heading: 'Pay',
  who: 'Dana Miller pays',
  lines: [charge('D.1.1', 60), charge('D.1.2', 215), charge('D.1.3', 100)],
  due_cents: 375,
  tenders: ['cash', 'check', 'card', 'credit'],
  credit_cents: 0,
  in_kind: [],
  can_keep_change: true,
  rounding: 'off',
  empty: 'Nothing is owed.',
  call: { method: 'payment.take', input: { patron_id: 17 } },
  preview: { method: 'payment.preview', input: {} },
}
const ALL: ReadonlySet<string> = new Set(['D.1.1', 'D.1.2', 'D.1.3'])

const cash = (amount: number): TypedTender => ({ tender: 'cash', tendered_cents: cents(amount) })
const check = (amount: number): TypedTender => ({ tender: 'check', amount_cents: cents(amount), check_number: '1042' })
const credit = (amount: number): TypedTender => ({ tender: 'credit', amount_cents: cents(amount) })

it('is a section of a page', () => {
  const sections = pageViewSchema.shape.sections
  expect(sections.parse([SECTION])).toEqual([SECTION])
})

describe('what is due', () => {
  it('follows the lines that are taken away and added', () => {
    expect(dueCents(SECTION, ALL)).toBe(375)
    expect(dueCents(SECTION, new Set(['D.1.1', 'D.1.3']))).toBe(160)
    expect(dueCents(SECTION, new Set())).toBe(0)
    const unchosen = { ...SECTION, lines: [...SECTION.lines, charge('D.1.4', 500, { is_chosen: false })] }
    expect(dueCents(unchosen, new Set([...ALL, 'D.1.4']))).toBe(875)
  })

  it('is less what was tendered so far', () => {
    const less = {
      ...SECTION,
      due_cents: 275,
      tenders_so_far: [{ tender: 'credit', amount_cents: 100, label: 'Credit' }],
    }
    expect(dueCents(less as Payment, new Set(['D.1.1', 'D.1.2']))).toBe(175)
    expect(dueCents(less as Payment, new Set(['D.1.1']))).toBe(0)
  })
})

describe('what comes of it', () => {
  it.each([
    ['nothing', [], { kind: 'nothing' }],
    ['a cash amount of nothing', [cash(0)], { kind: 'nothing' }],
    ['exact cash', [cash(375)], { kind: 'whole', change_cents: 0, credit_cents: 0 }],
    ['the next note', [cash(500)], { kind: 'whole', change_cents: 125, credit_cents: 0 }],
    ['too little cash', [cash(100)], { kind: 'part', given_cents: 100, stays_cents: 275 }],
    ['a check for all', [check(375)], { kind: 'whole', change_cents: 0, credit_cents: 0 }],
    ['a check for more', [check(400)], { kind: 'over', over_cents: 25 }],
    ['a check and cash', [check(200), cash(200)], { kind: 'whole', change_cents: 25, credit_cents: 0 }],
    ['credit and cash', [credit(75), cash(500)], { kind: 'whole', change_cents: 200, credit_cents: 0 }],
    ['cash beside a check that pays all', [cash(100), check(375)], { kind: 'over', over_cents: 100 }],
    ['more credit than is due', [credit(400)], { kind: 'over', over_cents: 25 }],
  ] as const)('%s', (_, tenders, coming) => {
    expect(comingOf(SECTION, cents(375), tenders)).toEqual(coming)
  })

  it('is paid without a coin where what is due rounds to nothing, once the clerk says that nothing was given', () => {
    const rounding = { rounding: 'always' } as const
    const whole = { kind: 'whole', change_cents: 0, credit_cents: 0 }
    expect(comingOf(rounding, cents(2), [cash(0)])).toEqual(whole)
    expect(comingOf(rounding, cents(2), [])).toEqual({ kind: 'nothing' })
    expect(comingOf(rounding, cents(3), [cash(0)])).toEqual({ kind: 'nothing' })
    const now_and_then = { rounding: 'no-exact-change' } as const
    expect(comingOf(now_and_then, cents(2), [cash(0)])).toEqual({ kind: 'nothing' })
    const short = { ...CHANGE_GIVEN, is_exact_possible: false }
    expect(comingOf(now_and_then, cents(2), [cash(0)], short)).toEqual(whole)
  })

  it('is too much cash where all of it would go back, also where rounding takes the rest to nothing', () => {
    const rounding = { rounding: 'always' } as const
    expect(comingOf(rounding, cents(2), [cash(5)])).toEqual({ kind: 'over', over_cents: 5 })
    expect(comingOf(rounding, cents(377), [check(375), cash(500)])).toEqual({ kind: 'over', over_cents: 500 })
    expect(comingOf(rounding, cents(377), [check(375), cash(2)])).toMatchObject({ kind: 'whole', change_cents: 0 })
    const keeps = { ...CHANGE_GIVEN, keeps_change: true }
    expect(comingOf(rounding, cents(377), [check(375), cash(500)], keeps)).toMatchObject({ credit_cents: 498 })
    expect(comingOf(rounding, cents(377), [check(375), cash(1)], keeps)).toEqual({ kind: 'over', over_cents: 1 })
  })

  it('rounds cash where the library does', () => {
    const rounding = { rounding: 'always' } as const
    expect(comingOf(rounding, cents(372), [cash(400)])).toEqual({ kind: 'whole', change_cents: 30, credit_cents: 0 })
    expect(comingOf(rounding, cents(372), [cash(372)])).toEqual({ kind: 'whole', change_cents: 0, credit_cents: 0 })
    expect(comingOf(rounding, cents(372), [cash(370)])).toEqual({ kind: 'whole', change_cents: 0, credit_cents: 0 })
    const now_and_then = { rounding: 'no-exact-change' } as const
    const short = { ...CHANGE_GIVEN, is_exact_possible: false }
    expect(comingOf(now_and_then, cents(372), [cash(370)])).toMatchObject({ kind: 'part', stays_cents: 2 })
    expect(comingOf(now_and_then, cents(372), [cash(370)], short)).toMatchObject({ kind: 'whole', change_cents: 0 })
  })
})

describe('what each line gets', () => {
  it('is all of it, or with too little the oldest first', () => {
    const whole = paidNow(SECTION, ALL, { kind: 'nothing' })
    expect([...whole]).toEqual([
      ['D.1.1', 60],
      ['D.1.2', 215],
      ['D.1.3', 100],
    ])
    const part = paidNow(SECTION, ALL, comingOf(SECTION, cents(375), [cash(100)]))
    expect([...part]).toEqual([
      ['D.1.1', 60],
      ['D.1.2', 40],
    ])
    expect([...paidNow(SECTION, new Set(['D.1.3']), { kind: 'nothing' })]).toEqual([['D.1.3', 100]])
  })
})

describe('what is sent', () => {
  it('is the known part of the input, the chosen lines and the tenders', () => {
    const section = { ...SECTION, lines: [...SECTION.lines, COPIES] }
    const input = paymentInput(section.call, section, new Set(['D.1.2', 'sale COPY']), [cash(500)])
    expect(input).toEqual({
      patron_id: 17,
      charges: [{ charge_ref: 'D.1.2', amount_cents: null }],
      pay_cents: null,
      sales: [{ product_code: 'COPY', quantity_count: 12, price_cents: null }],
      tenders: [{ tender: 'cash', tendered_cents: 500 }],
    })
  })

  it('is, of too little, how much of the charges is paid: what is sold is paid first', () => {
    const section = { ...SECTION, lines: [...SECTION.lines, COPIES], due_cents: 495 }
    const pay = (amount: number): unknown =>
      paymentInput(section.call, section, new Set([...ALL, 'sale COPY']), [cash(amount)])['pay_cents']
    expect([pay(495), pay(500), pay(300), pay(121), pay(120), pay(50)]).toEqual([null, null, 180, 1, null, null])
  })

  it('lets credit reach the patron’s own charges, and others’ once that was chosen', () => {
    const lines = [charge('D.1.1', 60), charge('D.1.2', 215, { credit: 'others' }), COPIES]
    const section = { ...SECTION, lines, credit_cents: 250 }
    const chosen = new Set(lines.map((one) => one.line_id))
    expect([creditReach(section, chosen, false), creditReach(section, chosen, true)]).toEqual([60, 250])
    expect(creditReach(section, new Set(['D.1.2', 'sale COPY']), false)).toBe(0)
  })

  it('offers credit only where there is some', () => {
    expect(offered(SECTION)).toEqual(['cash', 'check', 'card'])
    expect(offered({ ...SECTION, credit_cents: 100 })).toEqual(['cash', 'check', 'card', 'credit'])
  })
})
