/** Goods and work: what they are worth, what they take off, and what of it an auditor gets. */
import { describe, expect, test } from 'vitest'
import { inKindRows } from '../../shared/cash/evidence/in-kind.ts'
import { takenOff, worthOf } from '../../shared/cash/in-kind.ts'
import type { CashEvent } from '../../shared/journal/fold/cash.ts'
import { cents } from '../../shared/kernel/money.ts'
import type { InKindTender } from '../../shared/policy/cash-facts.ts'

function kind(part: Partial<InKindTender>): InKindTender {
  const pays = { is_for_overdue: true, is_for_lost: false, is_for_damage: false, is_for_fees: false }
  const most = { receipt_cents_max: null, month_cents_max: null, is_active: true }
  return { kind_code: 'FOOD', name: 'Food', per_kind: 'piece', value_cents: cents(100), ...pays, ...most, ...part }
}

const HOUR = kind({ per_kind: 'hour', value_cents: cents(725) })
const ASKED = kind({ per_kind: 'asked', value_cents: null })

describe('is worth', () => {
  test.each([
    ['four cans', kind({}), 4, null, 400],
    ['an hour', HOUR, 60, null, 725],
    ['ten minutes, a part of a cent left out', HOUR, 10, null, 120],
    ['what was asked', ASKED, null, 350, 350],
    ['a worth where pieces are counted', kind({}), null, 350, null],
    ['pieces where the worth is asked', ASKED, 4, null, null],
    ['both', kind({}), 4, 400, null],
    ['neither', HOUR, null, null, null],
  ])('%s', (_, row, quantity_count, amount_cents, worth) => {
    expect(worthOf(row, { quantity_count, amount_cents })).toBe(worth)
  })
})

describe('takes off', () => {
  const OWING = [
    { charge_ref: 'fine', patron_id: 1, kind: 'overdue', owed_cents: cents(300) },
    { charge_ref: 'lost', patron_id: 1, kind: 'lost', owed_cents: cents(2000) },
    { charge_ref: 'other fine', patron_id: 2, kind: 'overdue', owed_cents: cents(500) },
    { charge_ref: 'elsewhere', patron_id: 2, kind: 'their-fee', owed_cents: cents(100) },
  ]
  test.each([
    ['the fines, oldest first', {}, 400, [], { fine: 300, 'other fine': 100 }],
    ['no more than is owed', {}, 5000, [], { fine: 300, 'other fine': 500 }],
    ['what its row says', { is_for_overdue: false, is_for_lost: true }, 900, [], { lost: 900 }],
    [
      'a kind that only another system has, as a fee',
      { is_for_fees: true, is_for_overdue: false },
      900,
      [],
      { elsewhere: 100 },
    ],
    ['no more than a receipt takes', { receipt_cents_max: cents(350) }, 900, [], { fine: 300, 'other fine': 50 }],
    [
      'no more than a month takes of each patron',
      { month_cents_max: cents(250) },
      900,
      [],
      { fine: 250, 'other fine': 250 },
    ],
    ['what is left of the month', { month_cents_max: cents(250) }, 900, [[1, 240]], { fine: 10, 'other fine': 250 }],
    [
      'nothing once the month is over its limit',
      { month_cents_max: cents(250) },
      900,
      [
        [1, 250],
        [2, 300],
      ],
      {},
    ],
  ] as const)('%s', (_, part, worth, before, off) => {
    expect(Object.fromEntries(takenOff(kind(part), OWING, cents(worth), new Map(before)))).toEqual(off)
  })
})

test('stands in a table of its own, and below zero once it is voided', () => {
  const parts = [
    { charge_ref: 'D.1.1', fund: 'fines', amount_cents: 300 },
    { charge_ref: 'D.1.2', fund: 'fines', amount_cents: 50 },
  ]
  const in_kind = [{ kind_code: 'FOOD', quantity_count: 4, worth_cents: 400, approved_by: 'wz', parts }]
  const rows = (event_kind: 'receipt-made' | 'receipt-voided') => {
    const event = { kind: event_kind, body: { receipt_number: 7, receipt: { in_kind } } } as unknown as CashEvent
    return inKindRows(event, (number) => `N-${number}`)
  }
  expect(rows('receipt-made')).toEqual([
    ['N-7', 'receipt', 'FOOD', 4, { cents: 400 }, 'fines', { cents: 300 }, 'wz'],
    ['N-7', 'receipt', 'FOOD', null, null, 'fines', { cents: 50 }, 'wz'],
  ])
  expect(rows('receipt-voided')[1]).toEqual(['N-7', 'void', 'FOOD', null, null, 'fines', { cents: -50 }, 'wz'])
})
