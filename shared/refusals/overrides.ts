/**
 * Who may answer which "no", read off the entries. Pure. Must never let pass what nobody may override.
 */
import type { Grant } from '../staff/permissions.ts'
import { REFUSAL_CODES, refusalEntry, type Refusal, type RefusalCode } from './refusals.ts'

type Coded = Pick<Refusal, 'code'>

/** The grants it takes to answer all of these together; null when one of them is nobody's to answer. */
export function grantsToOverride(refusals: readonly Coded[]): readonly Grant[] | null {
  const grants = refusals.map(({ code }) => refusalEntry(code).grant)
  return grants.includes(null) ? null : [...new Set(grants as Grant[])]
}

export function isPatronLevel(code: RefusalCode): boolean {
  return refusalEntry(code).level === 'patron'
}

/** What the work log keeps: a rule or a role that said no. A question, or a slip of the hand, is none. */
export function isRefusalKept(code: RefusalCode): boolean {
  const { class: kind, grant, is_of_role = false } = refusalEntry(code)
  return is_of_role || (kind === 'impossible' && grant !== null)
}

/** A question is answered by a key; a rule is overridden, and that takes a reason. */
export function needsReason(refusals: readonly Coded[]): boolean {
  return refusals.some(({ code }) => refusalEntry(code).class === 'impossible')
}

const FOUND: ReadonlyMap<string, RefusalCode> = new Map(
  REFUSAL_CODES.flatMap((code) => (refusalEntry(code).found_statuses ?? []).map((status) => [status, code] as const)),
)

/** The alert of an item whose record is set right by lending it; null when its status is no such one. */
export function foundByLending(status: string): RefusalCode | null {
  return FOUND.get(status) ?? null
}
