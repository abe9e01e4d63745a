/** What a fine rule looks like, one line a rule: from when it charges, how it steps, where it ends. */
import { describe, expect, test } from 'vitest'
import { curveAt, fineCurve } from '../../shared/circulation/fines/fine-curve.ts'
import type { FineRule } from '../../shared/policy/policy-facts.ts'
import { cents, moneyText } from '../../shared/kernel/money.ts'
import { dollars, fineRule, policyOf } from '../support/policy-made.ts'

const PLAIN: Partial<FineRule> = {
  amount_cents: cents(25),
  per_count: 1,
  per_unit: 'days',
  grace_count: 0,
  grace_unit: 'days',
  grace_kind: 'deducted',
  fine_cents_max: dollars(5),
  is_capped_at_price: false,
}

/** "days to 26: free to 0, capped at 20; 1 $0.25, 2 $0.50 …", of which the first three steps. */
function drawn(rule: Partial<FineRule>): string {
  const { unit, late_max, points, free_count, capped_count } = fineCurve(policyOf(), fineRule({ ...PLAIN, ...rule }))
  const steps = points.slice(1, 4).map(({ late_count, amount_cents }) => `${late_count} ${moneyText(amount_cents)}`)
  return `${unit} to ${late_max}: free to ${free_count}, capped at ${capped_count}; ${steps.join(', ')}`
}

describe('a fine rule as a curve', () => {
  test.each<[string, Partial<FineRule>, string]>([
    ['25¢ a day, at most $5', {}, 'days to 26: free to 0, capped at 20; 1 $0.25, 2 $0.50, 3 $0.75'],
    [
      '$50.00 typed for 50¢: capped on the first day',
      { amount_cents: dollars(50) },
      'days to 14: free to 0, capped at 1; 1 $5.00',
    ],
    [
      'three days of grace, deducted',
      { grace_count: 3 },
      'days to 30: free to 3, capped at 23; 4 $0.25, 5 $0.50, 6 $0.75',
    ],
    [
      'three days of grace, then the whole period',
      { grace_count: 3, grace_kind: 'whole-period-once-exceeded' },
      'days to 26: free to 3, capped at 20; 4 $1.00, 5 $1.25, 6 $1.50',
    ],
    ['no cap', { fine_cents_max: null }, 'days to 30: free to 0, capped at null; 1 $0.25, 2 $0.50, 3 $0.75'],
    [
      'by the week, a part charged',
      { per_unit: 'weeks', amount_cents: dollars(1), fine_cents_max: dollars(3), is_partial_unit_charged: true },
      'days to 20: free to 0, capped at 15; 1 $1.00, 8 $2.00, 15 $3.00',
    ],
    [
      'by the hour',
      { per_unit: 'hours', amount_cents: dollars(1), is_partial_unit_charged: true },
      'hours to 14: free to 0, capped at 5; 1 $1.00, 2 $2.00, 3 $3.00',
    ],
    ['fine-free', { amount_cents: cents(0) }, 'days to 30: free to null, capped at null; '],
    ['a cap of nothing', { fine_cents_max: cents(0) }, 'days to 30: free to null, capped at null; '],
  ])('%s', (_, rule, said) => {
    expect(drawn(rule)).toBe(said)
  })

  test('the amount at any lateness is read from it', () => {
    const curve = fineCurve(policyOf(), fineRule({ ...PLAIN, grace_count: 3 }))
    expect([0, 3, 4, 10, 23, 30].map((late) => Number(curveAt(curve, late)))).toEqual([0, 0, 25, 175, 500, 500])
  })
})
