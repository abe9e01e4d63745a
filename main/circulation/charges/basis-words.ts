/**
 * Why a charge was made, from the facts of its entry and the rule as of then: one sentence per step, without a period
 * except after the first. Reads only.
 */
import { countText } from '../../../shared/circulation/fines/fine-units.ts'
import { feeName } from '../../../shared/circulation/fines/fees.ts'
import type { RuleStep } from '../../../shared/policy/scoped.ts'
import { sayMoment } from '../../../shared/kernel/say-date.ts'
import type { EventOf } from '../../../shared/journal/event.ts'
import type { ChargeBasis } from '../../../shared/journal/events/charges.ts'
import { unreachable } from '../../../shared/kernel/assert.ts'
import { cents, moneyText } from '../../../shared/kernel/money.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { here } from '../../library/here.ts'
import { ruleHeld } from '../../library/rule-held.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import type { Library } from '../../library/library.ts'

type Made = EventOf<'charge-made'>
type Fined = Extract<ChargeBasis, { by: 'fine' }>

/** What the charge was made for, step by step. */
export function basisWords(library: Library, speech: Speech, { head, body }: Made): readonly string[] {
  const { basis, amount_cents, kind } = body
  const amount = moneyText(cents(amount_cents))
  const at = instant(body.period?.rules_at_ms ?? head.at_ms)
  const rule = (of: RuleStep['of'], code: string): string => speech.step(ruleHeld(library, of, code, at))
  switch (basis.by) {
    case 'fine':
      return [rule('fine', basis.rule_code), ...fineSteps(library, body, basis)]
    case 'rental': {
      const { rule_code, units_count } = basis
      const each = moneyText(cents(amount_cents / units_count))
      const unit = library.policyAt(at).source.rental_rules.find((one) => one.rule_code === rule_code)?.per_unit
      const isOnce = unit === undefined || unit === 'loan'
      return [rule('rental', rule_code), isOnce ? each : `${countText(units_count, unit)} × ${each}`]
    }
    case 'lost':
      return [
        ...(basis.rule_code === '' ? [] : [rule('lost', basis.rule_code)]),
        kind === 'processing' ? `processing fee, ${amount}` : `${PRICES[basis.price]}, ${amount}`,
      ]
    case 'damage': {
      const name = basis.part || (kind === 'part' ? 'part' : 'damage')
      if (basis.price === 'stated') return [`${name}: a person set ${amount}`]
      if (basis.price === 'whole') return [`beyond use: its price, ${amount}`]
      return [`${name}, ${amount}`, ...(basis.is_capped ? ['no more than its price'] : [])]
    }
    case 'fee':
      return feeSteps(library, basis, amount_cents)
    case 'hand':
      return ['put on by hand']
    default:
      return unreachable(basis)
  }
}

const PRICES = { own: 'its own price', default: 'the default price of its type', stated: 'a person set the price' }

function fineSteps(library: Library, { amount_cents, period }: Made['body'], fine: Fined): readonly string[] {
  const { counted_from_ms, counted_to_ms, late_count, late_unit, closed_days_count, units_count, already_cents } = fine
  const { branch, today } = here(library)
  const say = (ms: number): string => sayMoment(instant(ms), branch.zone, today)
  const isCut = period !== null && (counted_from_ms !== period.from_ms || counted_to_ms !== period.to_ms)
  const closed = closed_days_count === 0 ? '' : `, ${countText(closed_days_count, 'closed days')} not counted`
  const cap = moneyText(cents(amount_cents + already_cents))
  return [
    isCut ? `counted from ${say(counted_from_ms)} to ${say(counted_to_ms)}` : '',
    `${countText(late_count, late_unit)} late${closed}`,
    `${units_count} × ${moneyText(cents(fine.rate_cents))}`,
    fine.cap === 'none' ? '' : `no more than ${fine.cap === 'price' ? 'its price, ' : ''}${cap}`,
    already_cents > 0 ? `${moneyText(cents(already_cents))} of it was charged before` : '',
  ].filter((step) => step !== '')
}

function feeSteps(
  library: Library,
  { fee_code, listed_cents }: Extract<ChargeBasis, { by: 'fee' }>,
  amount_cents: number,
): readonly string[] {
  const rule = library.policy().source.fee_rules.find((one) => one.fee_code === fee_code)
  const name = rule ? feeName(rule) : ''
  const listed = `Fee ${fee_code}: ${name === '' ? '' : `${name}, `}${moneyText(cents(listed_cents))}`
  const isStated = amount_cents !== listed_cents
  return isStated ? [listed, `a person set the amount, ${moneyText(cents(amount_cents))}`] : [listed]
}
