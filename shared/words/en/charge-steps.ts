/** English for what a charge was made for. */
import type { ChargeStep } from '../../circulation/fines/charge-steps.ts'
import type { FeeRule } from '../../policy/policy-facts.ts'
import { countedIn } from '../plural.ts'
import type { StepOf, StepWords } from '../steps.ts'
import { period } from './policy/rows.ts'

const counted = countedIn('en')

const PRICES: Readonly<Record<StepOf<ChargeStep, 'price'>['price'], string>> = {
  own: 'the item’s price',
  default: 'the default price of its type',
  stated: 'price set by staff',
}

/** What a fee is for, where the library gave it no name. */
export const FEE_KINDS: Readonly<Record<FeeRule['fee_kind'], string>> = {
  'replacement-card': 'replacement card',
  hold: 'placing a hold',
  part: 'missing part',
  damage: 'damage',
  'returned-check': 'returned check',
  'book-drop': 'returned in the book drop',
  other: 'other fee',
}

export const CHARGE_STEPS: StepWords<ChargeStep> = {
  'counted-between': ({ from_ms, to_ms }, say) => `counted from ${say.moment(from_ms)} to ${say.moment(to_ms)}`,
  late: ({ late_count, late_unit, closed_days_count }) => {
    const closed =
      closed_days_count === 0 ? '' : `, ${counted(closed_days_count, 'closed day', 'closed days')} not counted`
    return `${period(late_count, late_unit)} late${closed}`
  },
  rate: ({ units_count, rate_cents }, say) => `${units_count} × ${say.money(rate_cents)}`,
  'rental-rate': ({ units_count, unit, rate_cents }, say) =>
    unit === null ? say.money(rate_cents) : `${period(units_count, unit)} × ${say.money(rate_cents)}`,
  'no-more-than': ({ is_price, cap_cents }, say) =>
    is_price ? `no more than its price, ${say.money(cap_cents)}` : `no more than ${say.money(cap_cents)}`,
  'charged-before': ({ already_cents }, say) => `${say.money(already_cents)} of it was already charged`,
  processing: ({ amount_cents }, say) => `processing fee, ${say.money(amount_cents)}`,
  price: ({ price, amount_cents }, say) => `${PRICES[price]}, ${say.money(amount_cents)}`,
  damage: ({ part, is_part, is_stated, amount_cents }, say) => {
    const name = part || (is_part ? 'part' : 'damage')
    return is_stated ? `${name}: ${say.money(amount_cents)}, set by staff` : `${name}, ${say.money(amount_cents)}`
  },
  'beyond-use': ({ amount_cents }, say) => `beyond repair: its price, ${say.money(amount_cents)}`,
  'not-above-price': () => 'no more than its price',
  fee: ({ fee_code, fee_kind, name, listed_cents }, say) => {
    const what = name || (fee_kind === null ? '' : FEE_KINDS[fee_kind])
    return `Fee ${fee_code}: ${what === '' ? '' : `${what}, `}${say.money(listed_cents)}`
  },
  'amount-stated': ({ amount_cents }, say) => `${say.money(amount_cents)}, set by staff`,
  'by-hand': () => 'added by staff',
}
