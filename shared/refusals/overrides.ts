/** Who may override which refusal, derived from the entries. Pure. Must never let pass what nobody may override. */
import type { Grant } from '../staff/permissions.ts'
import { isRefusalCode, REFUSAL_CODES, refusalEntry, type Refusal, type RefusalCode } from './refusals.ts'

type Coded = Pick<Refusal, 'code'>

/** The grants needed to override all of these; null when nobody may override one of them. */
export function grantsToOverride(refusals: readonly Coded[]): readonly Grant[] | null {
  const grants = refusals.map(({ code }) => refusalEntry(code).grant)
  return grants.includes(null) ? null : [...new Set(grants as Grant[])]
}

export function isPatronLevel(code: RefusalCode): boolean {
  return refusalEntry(code).level === 'patron'
}

/** About what the patron has done or has: an override of one may tell who it was. */
const OF_PATRON: ReadonlySet<string> = new Set<RefusalCode>([
  'limit-reached',
  'holds-too-many',
  'hold-has-it',
  'claims-used',
])

/** Whether an override of it says something of the patron, and not of the item. */
export function isOfPatron(code: string): boolean {
  return OF_PATRON.has(code) || (isRefusalCode(code) && isPatronLevel(code))
}

/** What the work log keeps: a rule or a role that refused. A question or a typing mistake is not kept. */
export function isRefusalKept(code: RefusalCode): boolean {
  const { class: kind, grant, is_of_role = false } = refusalEntry(code)
  return is_of_role || (kind === 'impossible' && grant !== null)
}

/** A question is answered by a key; overriding a rule needs a reason. */
export function needsReason(refusals: readonly Coded[]): boolean {
  return refusals.some(({ code }) => refusalEntry(code).class === 'impossible')
}

const FOUND: ReadonlyMap<string, RefusalCode> = new Map(
  REFUSAL_CODES.flatMap((code) => (refusalEntry(code).found_statuses ?? []).map((status) => [status, code] as const)),
)

/** The alert for an item whose record is corrected by lending it; null for any other status. */
export function foundByLending(status: string): RefusalCode | null {
  return FOUND.get(status) ?? null
}
