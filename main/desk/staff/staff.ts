/**
 * Signing in by badge or by initials and PIN, locking, and signing out. Works offline. The person who locked the desk
 * finds it as it was; anyone else sees nothing of the patron who was open.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { locked, unlocked } from '../../../shared/desk/lock.ts'
import { type SessionStaff } from '../../../shared/desk/session/session.ts'
import { undecidedCount } from '../../../shared/desk/tally.ts'
import { signedIn, signedOut } from '../../../shared/desk/session/session-staff.ts'
import { isRefused } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { staffOfPin } from './pin-check.ts'
import { actorOf } from '../desk.ts'

/**
 * Signs `staff` in. The same person unlocks; a different one signs the former out by the same entry, and the screen is
 * cleared.
 */
export function signIn(desk: Desk, command: Command, staff: SessionStaff, by: 'badge' | 'pin'): void {
  const before = desk.session.staff
  if (before?.staff_code === staff.staff_code) {
    desk.session = unlocked(desk.session)
    return
  }
  const came = { kind: 'staff-signed-in', body: { by, staff: staff.staff_code } } as const
  const left = { kind: 'staff-signed-out', body: { reason: 'switched' } } as const
  // The former leaves under their own name, and the new one comes by the same command.
  if (before) record(desk.library, actorOf(desk), command, [left, came])
  else record(desk.library, actorOf(desk), command, [came], { staff: staff.staff_code })
  desk.session = signedIn(before ? signedOut(desk.session) : desk.session, staff)
}

/** By initials and PIN, also while another staff member is signed in. @returns why not, or null */
export function signInByPin(desk: Desk, command: Command, initials: string, pin: string): Refusal | null {
  const found = staffOfPin(desk.library, actorOf(desk), { act: 'sign-in', initials, pin })
  if (isRefused(found)) return found.refused
  const { session } = desk
  const isOther = session.staff !== null && session.staff.staff_code !== found.ok.staff_code
  const count = undecidedCount(session)
  // Another person may take over a locked desk: a question that nobody can read must not keep it shut.
  if (isOther && session.lock === null && count > 0) return refuse('rows-undecided', { count })
  signIn(desk, command, found.ok, 'pin')
  return null
}

/** Hides everything until the same person is back, or another signs in. */
export function lockDesk(desk: Desk): void {
  desk.session = locked(desk.session)
}

export function signOut(desk: Desk, command: Command): void {
  record(desk.library, actorOf(desk), command, [{ kind: 'staff-signed-out', body: { reason: 'asked' } }])
  desk.session = signedOut(desk.session)
}
