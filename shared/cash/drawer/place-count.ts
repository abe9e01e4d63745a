/** What a count of the safe or the change fund comes to, and what its difference takes. Pure. */
import type { EventBody } from '../../journal/event.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import type { VarianceNeed } from '../../policy/cash-facts.ts'
import { varianceNeed, type CashRules } from '../rules.ts'

type Count = Pick<EventBody<'place-counted'>, 'counted_cents' | 'expected_cents' | 'is_first'>

/** By how much it is over or, below zero, short of the entries. */
export function placeBy({ counted_cents, expected_cents }: Omit<Count, 'is_first'>): Cents {
  return cents(counted_cents - expected_cents)
}

/** Over and short as the accounts have it: what was there before the first count is neither. */
export function placeOff(count: Count): Cents {
  const by = placeBy(count)
  return count.is_first && by > 0 ? cents(0) : by
}

/** What a difference takes. What was there before needs no reason, and a second person as any amount of its size. */
export function placeNeed(rules: CashRules, count: Count): VarianceNeed | null {
  const need = varianceNeed(rules, placeBy(count))
  return placeOff(count) === 0 && need !== 'sign-off' ? null : need
}
