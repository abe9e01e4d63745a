/** What a charge was made for, step by step, as codes and facts: said in any language, at any time. Types only. */
import type { ChargeBasis } from '../../journal/events/charges.ts'
import type { FeeRule } from '../../policy/policy-facts.ts'
import type { LateUnit } from './fine-units.ts'

type Price = Extract<ChargeBasis, { by: 'lost' }>['price']

export type ChargeStep =
  /** Where grace, a claim or an outage cut the period short. */
  | { readonly code: 'counted-between'; readonly from_ms: number; readonly to_ms: number }
  | {
      readonly code: 'late'
      readonly late_count: number
      readonly late_unit: LateUnit
      readonly closed_days_count: number
    }
  | { readonly code: 'rate'; readonly units_count: number; readonly rate_cents: number }
  /** `unit` null: once for the loan. */
  | {
      readonly code: 'rental-rate'
      readonly units_count: number
      readonly unit: 'hours' | 'days' | null
      readonly rate_cents: number
    }
  | { readonly code: 'no-more-than'; readonly is_price: boolean; readonly cap_cents: number }
  | { readonly code: 'charged-before'; readonly already_cents: number }
  | { readonly code: 'processing'; readonly amount_cents: number }
  | { readonly code: 'price'; readonly price: Price; readonly amount_cents: number }
  /** `part`: a name of the fee table; empty: what is charged for is the damage, or some part. */
  | {
      readonly code: 'damage'
      readonly part: string
      readonly is_part: boolean
      readonly is_stated: boolean
      readonly amount_cents: number
    }
  | { readonly code: 'beyond-use'; readonly amount_cents: number }
  | { readonly code: 'not-above-price' }
  /** `fee_kind` null: the fee table has no such fee any more. */
  | {
      readonly code: 'fee'
      readonly fee_code: string
      readonly fee_kind: FeeRule['fee_kind'] | null
      readonly name: string
      readonly listed_cents: number
    }
  | { readonly code: 'amount-stated'; readonly amount_cents: number }
  | { readonly code: 'by-hand' }
