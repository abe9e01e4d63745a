/** What has to be said of what a count is over or short, and who signs it off. Reads only. */
import { notSaid, type DifferenceSaid } from '../../shared/cash/rules.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents } from '../../shared/kernel/money.ts'
import type { VarianceNeed } from '../../shared/policy/cash-facts.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Actor } from '../library/actor.ts'
import { mayAll, mayOwn } from '../library/grants.ts'
import type { Library } from '../library/library.ts'
import { staffOfCode } from '../library/staff-known.ts'
import { allStaff } from '../store/policy/staff-rows.ts'
import { cashReason } from './cash-rules.ts'

type Off = {
  readonly need: VarianceNeed | null
  readonly off_cents: number
  /** This person is another than who had the money, and than who counted it. */
  readonly is_other: boolean
}

/** Why a difference cannot be taken as it is told. @param without_reason of what it is */
export function saidIssue(
  library: Library,
  { need, off_cents }: Pick<Off, 'need' | 'off_cents'>,
  said: DifferenceSaid,
  without_reason: 'variance-reason-needed' | 'float-reason-needed' | 'leave-reason-needed' = 'variance-reason-needed',
): Refusal | null {
  const { reason } = said
  if (reason !== '' && cashReason(library, 'variance', reason) === null) return refuse('reason-unknown', { reason })
  const lacks = notSaid(need, said)
  if (lacks === null) return null
  return refuse(lacks === 'reason' ? without_reason : 'variance-note-needed', { amount: cents(off_cents) })
}

/**
 * A second person. Only where nobody else works at the library may the one who counted do it, and then somebody has to
 * look at it later. Empty: nobody has to; null: somebody is missing.
 */
export function signOffBy(library: Library, actor: Actor, { need, off_cents, is_other }: Off): string | null {
  if (need !== 'sign-off') return ''
  const { approved } = actor
  // Who allowed something else of the same act, such as closing another's drawer, was shown no difference; and where it
  // was counted again before they answered, another one.
  const isShown = approved?.grant === 'sign-off-variance' && approved.reach === off_cents
  const approver = isShown ? approved.approved_by : ''
  const second = staffOfCode(library, approver)
  if (second && mayAll(library, second, ['sign-off-variance'], off_cents)) return approver
  if (!mayOwn(library, actor, 'sign-off-variance', off_cents)) return null
  return is_other || isOnlyPerson(library) ? must(actor.staff, 'somebody is signed in').staff_code : null
}

/** Nobody else works at the library. */
export function isOnlyPerson(library: Library): boolean {
  return library.db.all(allStaff, {}).filter((one) => one.is_active === 1).length < 2
}
