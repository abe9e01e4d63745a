/** What a charge was made for: told from its entry, the rule of that moment and the facts kept with it. Reads only. */
import type { ChargeStep } from '../../../shared/circulation/fines/charge-steps.ts'
import type { EventOf } from '../../../shared/journal/event.ts'
import type { ChargeBasis } from '../../../shared/journal/events/charges.ts'
import { unreachable } from '../../../shared/kernel/assert.ts'
import { instant } from '../../../shared/kernel/time.ts'
import type { RuleStep } from '../../../shared/policy/scoped.ts'
import { ruleHeld } from '../../library/rule-held.ts'
import type { Library } from '../../library/library.ts'

type Made = EventOf<'charge-made'>
type Fined = Extract<ChargeBasis, { by: 'fine' }>

export function basisSteps(library: Library, { head, body }: Made): readonly (ChargeStep | RuleStep)[] {
  const { basis, amount_cents, kind } = body
  const at = instant(body.period?.rules_at_ms ?? head.at_ms)
  const rule = (of: RuleStep['of'], code: string): RuleStep => ruleHeld(library, of, code, at)
  switch (basis.by) {
    case 'fine':
      return [rule('fine', basis.rule_code), ...fineSteps(body, basis)]
    case 'rental': {
      const { rule_code, units_count } = basis
      const per = library.policyAt(at).source.rental_rules.find((one) => one.rule_code === rule_code)?.per_unit
      const unit = per === undefined || per === 'loan' ? null : per
      const rate_cents = amount_cents / units_count
      return [rule('rental', rule_code), { code: 'rental-rate', units_count, unit, rate_cents }]
    }
    case 'lost':
      return [
        ...(basis.rule_code === '' ? [] : [rule('lost', basis.rule_code)]),
        kind === 'processing'
          ? { code: 'processing', amount_cents }
          : { code: 'price', price: basis.price, amount_cents },
      ]
    case 'damage': {
      const { part, price, is_capped } = basis
      if (price === 'whole') return [{ code: 'beyond-use', amount_cents }]
      const is_stated = price === 'stated'
      const damage: ChargeStep = { code: 'damage', part, is_part: kind === 'part', is_stated, amount_cents }
      return is_capped && !is_stated ? [damage, { code: 'not-above-price' }] : [damage]
    }
    case 'fee':
      return feeSteps(library, basis, amount_cents)
    case 'hand':
      return [{ code: 'by-hand' }]
    default:
      return unreachable(basis)
  }
}

function fineSteps({ amount_cents, period }: Made['body'], fine: Fined): readonly ChargeStep[] {
  const { counted_from_ms: from_ms, counted_to_ms: to_ms, units_count, rate_cents, already_cents } = fine
  const { late_count, late_unit, closed_days_count, cap } = fine
  const isCut = period !== null && (from_ms !== period.from_ms || to_ms !== period.to_ms)
  const steps: ChargeStep[] = isCut ? [{ code: 'counted-between', from_ms, to_ms }] : []
  steps.push({ code: 'late', late_count, late_unit, closed_days_count }, { code: 'rate', units_count, rate_cents })
  const cap_cents = amount_cents + already_cents
  if (cap !== 'none') steps.push({ code: 'no-more-than', is_price: cap === 'price', cap_cents })
  if (already_cents > 0) steps.push({ code: 'charged-before', already_cents })
  return steps
}

function feeSteps(
  library: Library,
  { fee_code, listed_cents }: Extract<ChargeBasis, { by: 'fee' }>,
  amount_cents: number,
): readonly ChargeStep[] {
  const rule = library.policy().source.fee_rules.find((one) => one.fee_code === fee_code)
  const { name = '', fee_kind = null } = rule ?? {}
  const listed: ChargeStep = { code: 'fee', fee_code, fee_kind, name, listed_cents }
  return amount_cents === listed_cents ? [listed] : [listed, { code: 'amount-stated', amount_cents }]
}
