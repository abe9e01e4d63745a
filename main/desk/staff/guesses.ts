/**
 * Tells of wrong PINs and badge numbers: the person they were typed for, and whoever looks after desk or staff of all
 * there were. Each is told once, and entered in the work log.
 */
import type { SessionStaff } from '../../../shared/desk/session/session.ts'
import { needsLongPin } from '../../../shared/staff/pin-strength.ts'
import { roleGrants } from '../../library/grants.ts'
import { recordRefused } from '../../library/record-refused.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { tellGuesses } from './pin-check.ts'

/** Sentences for a staff member who has just signed in; none when nobody guessed. */
export function guessesTold(desk: Desk, staff: SessionStaff): readonly string[] {
  const { initials, role } = staff
  const isAll = needsLongPin(roleGrants(desk.library), role)
  const { own_count, desk_count, others_count, badges_count } = tellGuesses(desk.library, staff, isAll)
  const words = speechOf(desk).words.outcomes.loan.guessed
  const enter = (act: 'sign-in' | 'badge', wrong_count: number, whose: string): void => {
    const refused = { act, codes: ['sign-in-failed'], initials: whose, wrong_count } as const
    if (wrong_count > 0) recordRefused(desk.library, actorOf(desk), { ...refused, staff: '' })
  }
  enter('sign-in', own_count, initials)
  // Where all of them were for this person, that is said already.
  if (others_count > 0) enter('sign-in', desk_count, '')
  enter('badge', badges_count, '')
  return [
    ...(own_count > 0 ? [words.own(own_count)] : []),
    ...(others_count > 0 ? [words.desk(desk_count)] : []),
    ...(badges_count > 0 ? [words.badges(badges_count)] : []),
  ]
}
