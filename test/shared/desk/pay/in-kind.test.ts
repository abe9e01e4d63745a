/** Goods and work as they are typed, several kinds in one payment: each takes off what the others left. */
import { describe, expect, test } from 'vitest'
import { readInKind } from '../../../../shared/desk/pay/in-kind.ts'
import type { Payment, TypedTender } from '../../../../shared/desk/pay/payment.ts'

const kind = (kind_code: string, most_cents: number | null): Payment['in_kind'][number] => {
  return { kind_code, name: kind_code, per_kind: 'piece', value_cents: 100, most_cents, months: [] }
}
const line = (line_id: string, amount_cents: number, in_kind: string[]): Payment['lines'][number] => ({
  line_id,
  pays: { of: 'charge', charge_ref: line_id, amount_cents: null },
  label: 'Overdue',
  caption: '',
  since: '',
  fund: 'Fines',
  amount_cents,
  owed_cents: amount_cents,
  credit: 'own',
  in_kind,
  is_chosen: true,
})

/** A fine of $5.00 that food and toys pay, and a fee of $3.00 that toys alone pay. Of food $4.00 count. */
const SECTION: Payment = {
  kind: 'payment',
  section_id: 'pay',
  heading: 'Pay',
  who: '',
  lines: [line('fine', 500, ['FOOD', 'TOYS']), line('fee', 300, ['TOYS'])],
  due_cents: 800,
  tenders: ['cash', 'in-kind'],
  credit_cents: 0,
  in_kind: [kind('FOOD', 400), kind('TOYS', null)],
  can_keep_change: false,
  rounding: 'off',
  empty: '',
  call: { method: 'payment.take', input: {} },
  preview: { method: 'payment.preview', input: {} },
}

const ALL = new Set(['fine', 'fee'])

/** What each of these takes off, in turn; a fault for one that takes nothing. */
function offs(
  given: readonly (readonly [kind_code: string, pieces: string])[],
  chosen = ALL,
  section = SECTION,
): (number | string)[] {
  const before: TypedTender[] = []
  return given.map(([kind_code, pieces]) => {
    const read = readInKind(section, chosen, kind_code, pieces, before)
    if ('fault' in read) return read.fault.reason
    before.push(read.tender)
    return read.tender.tender === 'in-kind' ? read.tender.off_cents : NaN
  })
}

describe('several kinds of goods', () => {
  test.each([
    ['one within its ceiling', [['FOOD', '3']], [300]],
    ['one above its ceiling', [['FOOD', '9']], [400]],
    [
      'the second takes off what the first left',
      [
        ['FOOD', '4'],
        ['TOYS', '9'],
      ],
      [400, 400],
    ],
    [
      'the other way round nothing is left of the fine',
      [
        ['TOYS', '8'],
        ['FOOD', '4'],
      ],
      [800, 'pays_nothing'],
    ],
    [
      'toys pay the fine first, and food the rest of it',
      [
        ['TOYS', '3'],
        ['FOOD', '4'],
      ],
      [300, 200],
    ],
    [
      'the same once',
      [
        ['FOOD', '2'],
        ['FOOD', '2'],
      ],
      [200, 'pays_nothing'],
    ],
  ] as const)('%s', (_, given, off) => {
    expect(offs(given)).toEqual(off)
  })

  test('of the month of each patron, by whose charge it is', () => {
    const months = [
      { line_ids: ['fine'], left_cents: 100 },
      { line_ids: ['fee'], left_cents: 200 },
    ]
    const section = { ...SECTION, in_kind: [{ ...kind('TOYS', null), months }] }
    expect(offs([['TOYS', '8']], ALL, section)).toEqual([300])
    expect(offs([['TOYS', '8']], new Set(['fee']), section)).toEqual([200])
  })

  test('of lines that are not chosen nothing is taken off', () => {
    expect(offs([['FOOD', '4']], new Set(['fee']))).toEqual(['pays_nothing'])
  })
})
