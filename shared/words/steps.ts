/** What each language must say of the steps of a decision: one sentence without its full stop for each code. */
import type { ReturnStep } from '../circulation/calendar/return-moment.ts'
import type { ChargeStep } from '../circulation/fines/charge-steps.ts'
import type { CostStep } from '../circulation/fines/cost-steps.ts'
import type { FineReason } from '../circulation/fines/fine-steps.ts'
import type { FoundReason, LostStep } from '../circulation/lost/lost-steps.ts'
import type { DueStep } from '../journal/events/due-steps.ts'
import type { RuleStep } from '../policy/scoped.ts'

/** Facts as they are said in the language at hand, as of the library's day. */
export type Saying = {
  readonly date: (on: string) => string
  readonly moment: (at_ms: number) => string
  readonly money: (amount_cents: number) => string
  /** "Sunday". */
  readonly weekday: (on: string) => string
}

export type Step = DueStep | RuleStep | ChargeStep | FineReason | CostStep | LostStep | FoundReason | ReturnStep
export type StepOf<Steps extends { readonly code: string }, Code extends Steps['code']> = Extract<
  Steps,
  { readonly code: Code }
>

export type StepWords<Steps extends { readonly code: string }> = {
  readonly [Code in Steps['code']]: (step: StepOf<Steps, Code>, say: Saying) => string
}
