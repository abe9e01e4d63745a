/** What owing less changes: which blocks it lifts, and which go on. Pure; asks what lending asks. */
import { cents, type Cents } from '../../kernel/money.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { patronEligibility } from '../decision.ts'
import type { PatronFacts } from '../../policy/facts.ts'
import type { Refusal } from '../../refusals/refusals.ts'

export type OwingLess = {
  /** What stops lending now and would not any more. */
  readonly lifted: readonly Refusal[]
  /** What would go on stopping it, as it would be said then. */
  readonly kept: readonly Refusal[]
}

export function owingLess(patron: PatronFacts, less: Cents, today: LocalDate): OwingLess {
  const reduced = (owed: Cents): Cents => cents(Math.max(0, owed - less))
  const { eligibility } = patron
  const after: PatronFacts = {
    ...patron,
    owed: reduced(patron.owed),
    eligibility: { ...eligibility, family_owed: reduced(eligibility.family_owed) },
  }
  const kept = patronEligibility(after, today)
  const codes = new Set(kept.map(({ code }) => code))
  return { lifted: patronEligibility(patron, today).filter(({ code }) => !codes.has(code)), kept }
}
