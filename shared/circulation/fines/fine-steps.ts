/** Why a fine is what it is, as codes and facts. Types only. */
import type { GraceUnit } from '../../policy/policy-facts.ts'
import type { RuleStep } from '../../policy/scoped.ts'
import type { ChargeStep } from './charge-steps.ts'
import type { LateUnit } from './fine-units.ts'

type Grace = { readonly grace_count: number; readonly grace_unit: GraceUnit }

/** Reasons for which nothing, or less, is charged. A `reason` that nobody gave is empty. */
export type FineReason =
  | { readonly code: 'no-fine-rule' }
  | { readonly code: 'rule-charges-nothing' }
  | { readonly code: 'patron-pays-no-fines' }
  | { readonly code: 'fine-let-off' }
  | { readonly code: 'counted-to-claim'; readonly claimed_ms: number }
  | { readonly code: 'fine-free-day'; readonly on: string; readonly reason: string }
  | { readonly code: 'due-in-outage'; readonly reason: string }
  | { readonly code: 'back-in-outage'; readonly reason: string; readonly since_ms: number }
  | ({ readonly code: 'within-grace' } & Grace)
  | ({ readonly code: 'grace-not-charged' } & Grace)
  | { readonly code: 'nothing-to-charge'; readonly late_count: number; readonly late_unit: LateUnit }
  | { readonly code: 'days-without-borrowing'; readonly days_count: number }

export type FineStep = RuleStep | FineReason | Extract<ChargeStep, { readonly code: 'late' | 'rate' | 'no-more-than' }>
