/**
 * Who may answer which "no": each refusal that can be overridden, with the grant it takes. Pure; the refusals and their
 * classes are in refusals/refusals.ts. Must never let pass what nobody may override.
 */
import { refusalEntry, type REFUSALS, type Refusal, type RefusalCode } from './refusals.ts'
import type { Grant } from '../staff/permissions.ts'

type Entry = (typeof REFUSALS)[number]
/** Codes that stop, and that somebody may override. An alert never stops, so it needs nobody. */
type Overridable = Exclude<Extract<Entry, { override: 'staff' | 'supervisor' }>, { kind: 'alert' }>['code']

/** The compiler asks for a line for every new refusal that can be overridden. */
const OVERRIDE_GRANTS: Readonly<Record<Overridable, Grant>> = {
  'barcode-is-both': 'answer-at-desk',
  'patron-barred': 'override-block',
  'patron-inactive': 'override-block',
  'card-lost': 'override-block',
  'patron-expired': 'answer-at-desk',
  'patron-blocked': 'override-block',
  'owes-too-much': 'override-debt',
  'overdue-too-many': 'override-debt',
  'overdue-too-long': 'override-debt',
  'lost-too-many': 'override-debt',
  'claims-too-many': 'override-debt',
  'family-owes-too-much': 'override-debt',
  'guarantees-owe-too-much': 'override-debt',
  suspended: 'override-block',
  'item-not-for-loan': 'lend-not-for-loan',
  'item-withdrawn': 'lend-not-for-loan',
  'item-lost': 'answer-at-desk',
  'item-damaged': 'answer-at-desk',
  'limit-reached': 'override-limit',
  'out-to-other': 'answer-at-desk',
  'out-to-same': 'answer-at-desk',
  'lender-waits': 'answer-at-desk',
  'hold-waits': 'answer-at-desk',
  'renewals-used': 'renew-over-limit',
  'unseen-renewals-used': 'renew-over-limit',
  'renewal-recalled': 'renew-over-limit',
  'renewal-hold-waits': 'renew-over-limit',
  'claims-used': 'claim-over-limit',
  'claim-too-late': 'claim-over-limit',
  'hold-has-it': 'answer-at-desk',
  'hold-on-shelf': 'answer-at-desk',
  'holds-too-many': 'override-limit',
  'hold-not-holdable': 'lend-not-for-loan',
}

/** The grant that answers this refusal; null when nobody may. */
export function overrideGrant(code: RefusalCode): Grant | null {
  return Object.hasOwn(OVERRIDE_GRANTS, code) ? OVERRIDE_GRANTS[code as Overridable] : null
}

/** The grants it takes to answer all of these together; null when one of them is nobody's to answer. */
export function grantsToOverride(refusals: readonly Pick<Refusal, 'code'>[]): readonly Grant[] | null {
  const grants = refusals.map((refusal) => overrideGrant(refusal.code))
  return grants.includes(null) ? null : [...new Set(grants as Grant[])]
}

/**
 * About the person, not the thing: overridden once, they hold for the items that follow in this patron's session, and
 * an alert among them is told once.
 */
const PATRON_LEVEL: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'patron-barred',
  'patron-inactive',
  'card-replaced',
  'card-lost',
  'patron-expired',
  'patron-blocked',
  'owes-too-much',
  'overdue-too-many',
  'overdue-too-long',
  'lost-too-many',
  'claims-too-many',
  'family-owes-too-much',
  'guarantees-owe-too-much',
  'suspended',
])

export function isPatronLevel(code: RefusalCode): boolean {
  return PATRON_LEVEL.has(code)
}

/** A role's "no", besides those that a second person may answer. An approver's is kept with the act (approve.ts). */
const ROLE_REFUSALS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'not-permitted',
  'amnesty-off',
  'last-manager',
  'staff-is-you',
])

/** What the work log keeps: a rule or a role that said no. A question, or a slip of the hand, is none. */
export function isRefusalKept(code: RefusalCode): boolean {
  const { kind, override } = refusalEntry(code)
  return ROLE_REFUSALS.has(code) || (kind === 'impossible' && override !== 'nobody')
}

/** A question is answered by a key; a rule is overridden, and that takes a reason. */
export function needsReason(refusals: readonly Pick<Refusal, 'code'>[]): boolean {
  return refusals.some((refusal) => refusalEntry(refusal.code).kind === 'impossible')
}
