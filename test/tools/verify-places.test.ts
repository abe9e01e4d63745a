/**
 * The verifier on money that goes from one place to another: back for a receipt, from the safe into the bag, from one
 * session of a drawer to the next.
 */
import { describe, expect, test } from 'vitest'
import { auditorSays, TERMINAL, type Body, type Entry } from '../support/auditor.ts'

const S = `${TERMINAL}.1.1`
const none = { approved_by: '', reason_code: '' }
const lines = (amount_cents: number): Body[] => [{ of: 'charge', charge_ref: 'c1', fund: 'fines', amount_cents }]
const paid = (amount_cents: number): Body => {
  const exact = { tendered_cents: amount_cents, change_cents: 0, rounding_cents: 0, others: [] }
  return { lines: lines(amount_cents), ...exact }
}
const opened = (from_session_ref: string | null, cash: number): Entry => {
  const left = { from_session_ref, left_cents: cash, left_checks_cents: 0, pieces: null, counted_cents: cash }
  return ['drawer-opened', { drawer_code: 'DRAWER-1', custodian_code: 'rortiz', ...left }]
}
/** As today, of a line by its number. */
const refundOf = (receipt_number: number, line: Body, paid_cents: number, tender = 'cash'): Entry => {
  const rounding_cents = Number(line['amount_cents']) - paid_cents
  const how = { tender, due: 'drawer', paid_cents, rounding_cents, ...none }
  return ['refund-paid', { session_ref: S, receipt_number, receipt_ref: `${TERMINAL}.1.2`, lines: [line], ...how }]
}
const refund = (receipt_number: number, amount: number, seq: number): Entry => {
  const how = { tender: 'cash', due: 'drawer', paid_cents: amount, rounding_cents: 0, ...none }
  return [
    'refund-paid',
    { session_ref: S, receipt_number, receipt_ref: `${TERMINAL}.1.${seq}`, lines: lines(amount), ...how },
  ]
}
const toSafe = (way: 'in' | 'out', amount_cents: number): Entry => {
  const by = { bag_number: '', receiver_code: '', receiver_cents: null, pieces: null }
  return ['cash-placed', { session_ref: S, way, place: 'safe', amount_cents, ...by }]
}
const VOID: Entry = [
  'receipt-voided',
  { session_ref: S, receipt_ref: `${TERMINAL}.1.2`, receipt_number: 1, receipt: paid(500), ...none },
]
/** $50.00 and a receipt of $5.00. */
const BEGUN: readonly Entry[] = [
  opened(null, 5000),
  ['receipt-made', { session_ref: S, receipt_number: 1, receipt: paid(500), paper: null }],
]
const close = (session_ref: string, z_number: number, cash: number, total: number, safe_cents = 0): Entry => {
  const held = { cash_cents: cash, checks_cents: 0, card_cents: 0 }
  const bag = { bag_number: 'B-1', drawer_cents: cash - 4000, safe_cents, checks_cents: 0 }
  const left = { left_cents: 4000, left_pieces: null, left_checks_cents: 0, handed_to: '', is_review_needed: false }
  const z = { z_number, grand_total_cents: total, expected: held, counted: held, is_card_counted: false }
  return [
    'drawer-closed',
    { session_ref, ...z, is_card_posted: true, checks_count: 0, ...none, ...left, bag, head: 'here' },
  ]
}
const CLOSED: readonly Entry[] = [...BEGUN, close(S, 1, 5500, 500)]

function expectSaid(day: readonly Entry[], seq: number, what: string): void {
  const told = auditorSays(day).filter((one) => one.includes(`entry ${TERMINAL}.1.`))
  if (what === '') expect(told).toEqual([])
  else expect(told).toEqual([expect.stringMatching(new RegExp(`entry ${TERMINAL}\\.1\\.${seq}: .*${what}`))])
}

describe('what goes back for a receipt', () => {
  test.each<[string, readonly Entry[], number, string]>([
    ['all of it, in two parts', [refund(2, 200, 2), refund(3, 300, 2)], 0, ''],
    ['more than was paid', [refund(2, 600, 2)], 3, '\\$6\\.00 .* \\$5\\.00'],
    ['more than is left of it', [refund(2, 200, 2), refund(3, 301, 2)], 4, '\\$3\\.01 .* \\$3\\.00'],
    ['for one that was voided', [VOID, refund(2, 500, 2)], 4, 'voided before'],
    ['for one that is not there', [refund(2, 500, 9)], 3, 'not there'],
    ['by a void, after a part of it', [refund(2, 200, 2), VOID], 4, 'went back before'],
  ])('%s', (_, more, seq, what) => {
    expectSaid([...BEGUN, ...more], seq, what)
  })
})

/** Two sales of the same at $2.00, and one at $3.00: $5.00 in cash and $2.00 by card. */
describe('what goes back of each line and each tender', () => {
  const bag = (amount_cents: number, line_number?: number): Body => {
    const sale = { of: 'sale', product_code: 'BAG', fund: 'sales', quantity_count: 1, amount_cents, tax_cents: 0 }
    return line_number === undefined ? sale : { ...sale, line_number }
  }
  const cup = (amount_cents: number, line_number: number): Body => ({
    ...bag(amount_cents, line_number),
    product_code: 'CUP',
  })
  const sold = { lines: [bag(200), bag(200), { ...bag(300), product_code: 'CUP' }] }
  const money = { tendered_cents: 500, change_cents: 0, rounding_cents: 0 }
  const made: Entry = [
    'receipt-made',
    {
      session_ref: S,
      receipt_number: 1,
      receipt: { ...sold, ...money, others: [{ tender: 'card', amount_cents: 200 }] },
      paper: null,
    },
  ]
  test.each<[string, readonly Entry[], number, string]>([
    ['each line once', [refundOf(2, bag(200, 2), 200), refundOf(3, bag(200, 1), 200)], 0, ''],
    [
      'a line twice, while its twin stands',
      [refundOf(2, bag(200, 2), 200), refundOf(3, bag(200, 2), 200)],
      4,
      'line 2',
    ],
    ['of before, both under one name', [refundOf(2, bag(400), 400)], 0, ''],
    ['of before, more than both have', [refundOf(2, bag(401), 401)], 3, '\\$4\\.01 .* \\$4\\.00'],
    ['a line under the number of another', [refundOf(2, cup(300, 1), 300)], 3, 'does not have'],
    ['a line that is not there', [refundOf(2, bag(100, 4), 100)], 3, 'does not have'],
    ['the card on the card', [refundOf(2, bag(200, 1), 200, 'card')], 0, ''],
    ['more on the card than it paid', [refundOf(2, cup(201, 3), 201, 'card')], 3, '\\$2\\.01 .* \\$2\\.00'],
    ['by check what no check paid', [refundOf(2, cup(300, 3), 300, 'office-check')], 3, '\\$3\\.00 .* \\$2\\.00'],
    ['rounded up once', [refundOf(2, cup(298, 3), 300)], 0, ''],
    [
      'more cash than there was',
      [refundOf(2, bag(199, 1), 200), refundOf(3, bag(199, 2), 200), refundOf(4, cup(99, 3), 101)],
      5,
      '\\$5\\.01 .* \\$5\\.00',
    ],
  ])('%s', (_, more, seq, what) => {
    expectSaid([opened(null, 5000), made, ...more], seq, what)
  })
})

describe('what the safe adds to the bag of a close', () => {
  test.each<[string, readonly Entry[], number, string]>([
    ['as much as is in it', [toSafe('out', 1000), close(S, 1, 4500, 500, 1000)], 0, ''],
    ['more than is in it', [toSafe('out', 1000), close(S, 1, 4500, 500, 1001)], 4, '\\$10\\.01 .* \\$10\\.00'],
    ['more than was left in it', [toSafe('out', 1000), toSafe('in', 400), close(S, 1, 4900, 500, 700)], 5, '\\$6\\.00'],
    ['anything, where more came out than went in', [toSafe('in', 400), close(S, 1, 5900, 500, 1)], 4, '\\$0\\.00'],
  ])('%s', (_, more, seq, what) => {
    expectSaid([...BEGUN, ...more], seq, what)
  })
})

describe('what the session before left in the drawer', () => {
  const second = `${TERMINAL}.1.4`
  const again = [...CLOSED, opened(S, 4000), close(second, 2, 4000, 500)]
  test.each<[string, readonly Entry[], number, string]>([
    ['is taken over', [...again, opened(second, 4000)], 0, ''],
    ['is not left out of the next one', [...CLOSED, opened(null, 4000)], 4, '\\$40\\.00'],
    ['is not taken over twice', [...again, opened(S, 4000)], 6, 'than the one before'],
  ])('%s', (_, day, seq, what) => {
    expectSaid(day, seq, what)
  })
})

describe('what circulation decided goes back', () => {
  const FINE = `${TERMINAL}.1.2`
  const CREDIT = `${TERMINAL}.1.3`
  const charged = (amount_cents: number): Entry => ['charge-made', { amount_cents, fund: 'fines' }]
  const of = (charge_ref: string, amount_cents: number): Body => ({
    of: 'charge',
    charge_ref,
    fund: 'fines',
    amount_cents,
  })
  const receiptOf = (charge_ref: string, amount_cents: number): Body => {
    return { ...paid(amount_cents), lines: [of(charge_ref, amount_cents)] }
  }
  const pays = (charge_ref: string, amount_cents: number): Entry => {
    const receipt = receiptOf(charge_ref, amount_cents)
    return ['receipt-made', { session_ref: S, receipt_number: 1, receipt, paper: null }]
  }
  const voids = (charge_ref: string, amount_cents: number): Entry => {
    const receipt = receiptOf(charge_ref, amount_cents)
    return ['receipt-voided', { session_ref: S, receipt_ref: `${TERMINAL}.1.4`, receipt_number: 1, receipt, ...none }]
  }
  const decided = (receipt_number: number, amount_cents: number, charge_ref = FINE): Entry => {
    const how = { tender: 'cash', due: 'drawer', paid_cents: amount_cents, rounding_cents: 0, ...none }
    const line = { ...of(charge_ref, amount_cents), line_number: null }
    return ['refund-paid', { session_ref: S, receipt_number, receipt_ref: null, lines: [line], ...how }]
  }
  const applied = (amount_cents: number): Entry => {
    const sides = { charge_ref: CREDIT, pays_ref: FINE, debit: 'refund-due-credit', credit: 'receivable' }
    return ['charge-moved', { ...sides, amount_cents, code: 'applied', fund: 'credits' }]
  }
  const day = (...more: readonly Entry[]): readonly Entry[] => [opened(null, 5000), charged(500), charged(200), ...more]

  test.each<[string, readonly Entry[], number, string]>([
    ['all of it', day(pays(FINE, 500), decided(2, 500)), 0, ''],
    ['more than was paid', day(pays(FINE, 500), decided(2, 501)), 5, '\\$5\\.01 .* \\$5\\.00'],
    ['twice', day(pays(FINE, 500), decided(2, 500), decided(3, 1)), 6, '\\$0\\.01 .* \\$0\\.00'],
    ['of a charge that nobody paid', day(decided(1, 100)), 4, '\\$1\\.00 .* \\$0\\.00'],
    ['what credit paid', day(pays(CREDIT, 200), applied(200), decided(2, 200)), 0, ''],
    ['and not the credit as well', day(pays(CREDIT, 200), applied(200), decided(2, 200, CREDIT)), 6, '\\$0\\.00'],
    ['with its receipt', day(pays(FINE, 500), voids(FINE, 500)), 0, ''],
    ['and not with it as well', day(pays(FINE, 500), decided(2, 500), voids(FINE, 500)), 6, '\\$5\\.00 .* \\$0\\.00'],
    ['what the former system charged', day(decided(1, 900, 'c1')), 0, ''],
  ])('%s', (_, entries, seq, what) => {
    expectSaid(entries, seq, what)
  })
})
