/**
 * Checks initials and PIN, with the network down, for signing in and for approving; and slows down whoever tries badge
 * numbers. Wrong ones are paused, for the person and for the desk, and a restart forgives nothing. Must never say
 * whether it was the initials or the PIN that was wrong.
 */
import type { Refusal } from '../../shared/refusals/refusals.ts'
import type { SessionStaff } from '../../shared/desk/session.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import * as guarding from '../../shared/staff/pin-guard.ts'
import { no, ok, type Answer } from '../ipc/answer.ts'
import { staffByInitials } from '../store/library-rows.ts'
import type { Desk } from './context.ts'
import { isPin } from './pin.ts'
import { recordRefused } from './refused.ts'
import { readOwn, writeOwn } from './settings.ts'
import { sessionStaff, staffOfBadge } from './staff-known.ts'

const GUARD = 'pin_guard'

/** What cannot be read was written by another version: counting begins anew. */
function readGuard(desk: Desk): guarding.Guard {
  const text = readOwn(desk.store.desk, GUARD)
  if (text === '') return guarding.NO_GUARD
  const guard = guarding.guardSchema.safeParse(JSON.parse(text))
  return guard.success ? guard.data : guarding.NO_GUARD
}

function writeGuard(desk: Desk, guard: guarding.Guard): void {
  writeOwn(desk.store.desk, { [GUARD]: JSON.stringify(guard) })
}

/** What was typed, and what for. */
type Typed = {
  readonly act: 'sign-in' | 'approval.give' | 'staff.set-own-pin'
  readonly initials: string
  readonly pin: string
}

/** Who this is; refused when paused or wrong. A badge's number, typed, stands for its owner's initials. */
export function staffOfPin(desk: Desk, typed: Typed): Answer<SessionStaff> {
  const now = desk.clock.now()
  const guard = readGuard(desk)
  const owner = staffOfBadge(desk, typed.initials.trim())
  const initials = owner?.initials ?? typed.initials
  const until = guarding.pausedUntil(guard, initials, now)
  if (until !== null) return paused(desk, 'sign-in-paused', until)
  const rows = desk.store.desk
    .all(staffByInitials, { initials: guarding.guardName(initials) })
    .filter((one) => owner === null || one.staff_code === owner.staff_code)
  const row = rows.find((one) => isPin(typed.pin, { salt: one.pin_salt, hash: one.pin_hash }))
  if (!row) return wrong(desk, guarding.afterWrong(guard, initials, now), { ...typed, initials })
  if (guard.length > 0) writeGuard(desk, guarding.afterRight(guard, initials))
  return ok(sessionStaff(row))
}

/** What looks like initials; anything else that was typed there may be a card, and is kept nowhere. */
const INITIALS = /^\p{L}{1,5}$/u

function wrong(desk: Desk, guard: guarding.Guard, { act, initials }: Typed): Answer<SessionStaff> {
  writeGuard(desk, guard)
  const until = guarding.pausedUntil(guard, initials, desk.clock.now())
  if (until === null) return no('sign-in-failed')
  const name = guarding.guardName(initials)
  // Whoever stands at the sign-in is not whoever went away from the desk.
  const who = act === 'sign-in' ? { staff: '' as const, ...(INITIALS.test(name) ? { initials: name } : {}) } : {}
  recordRefused(desk, { act, codes: ['sign-in-paused'], ...who })
  return paused(desk, 'sign-in-paused', until)
}

/** Why no badge is read now, or null when they are. */
export function badgesPaused(desk: Desk): Refusal | null {
  const until = guarding.badgesPausedUntil(readGuard(desk), desk.clock.now())
  return until === null ? null : paused(desk, 'badge-paused', until).refused
}

/** A number came that is no badge, where only a badge helps; or a badge's number was typed. */
export function countNoBadge(desk: Desk): void {
  if (badgesPaused(desk) !== null) return
  writeGuard(desk, guarding.afterNoBadge(readGuard(desk), desk.clock.now()))
  const who = isAway(desk) ? { staff: '' as const } : {}
  if (badgesPaused(desk) !== null) recordRefused(desk, { act: 'badge', codes: ['badge-paused'], ...who })
}

/** A badge was read that is somebody's and did what it was scanned for. */
export function forgiveBadges(desk: Desk): void {
  const guard = readGuard(desk)
  const forgiven = guarding.afterBadge(guard)
  if (forgiven.length < guard.length) writeGuard(desk, forgiven)
}

function isAway({ session }: Desk): boolean {
  return session.staff === null || session.lock !== null
}

function paused(desk: Desk, code: 'sign-in-paused' | 'badge-paused', until: Instant): { readonly refused: Refusal } {
  // Before a branch is chosen there is no zone to tell the time in.
  return no(code, { until: desk.library.here() ? until : null })
}
