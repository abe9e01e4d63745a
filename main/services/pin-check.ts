/**
 * Checks initials and PIN, with the network down, for signing in and for approving. Wrong ones are slowed down, then
 * paused, for the person and for the desk, and a restart forgives nothing. Must never say whether it was the initials
 * or the PIN that was wrong.
 */
import type { SessionStaff } from '../../shared/desk/session.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { toLocal } from '../../shared/kernel/zone.ts'
import { afterRight, afterWrong, guardName, guardSchema, NO_GUARD, pausedUntil } from '../../shared/staff/pin-guard.ts'
import type { Guard } from '../../shared/staff/pin-guard.ts'
import { no, ok, type Answer } from '../ipc/answer.ts'
import { staffByInitials } from '../store/library-rows.ts'
import type { Desk } from './context.ts'
import { recordRefused } from './grants.ts'
import { isPin } from './pin.ts'
import { readOwn, writeOwn } from './settings.ts'
import { sessionStaff } from './staff-known.ts'

const GUARD = 'pin_guard'

/** What cannot be read was written by another version: counting begins anew. */
function readGuard(desk: Desk): Guard {
  const text = readOwn(desk.store.desk, GUARD)
  if (text === '') return NO_GUARD
  const guard = guardSchema.safeParse(JSON.parse(text))
  return guard.success ? guard.data : NO_GUARD
}

function writeGuard(desk: Desk, guard: Guard): void {
  writeOwn(desk.store.desk, { [GUARD]: JSON.stringify(guard) })
}

/** Who this is; refused when paused or wrong. */
export function staffOfPin(desk: Desk, initials: string, pin: string): Answer<SessionStaff> {
  const now = desk.clock.now()
  const guard = readGuard(desk)
  const until = pausedUntil(guard, initials, now)
  if (until !== null) return paused(desk, until)
  const rows = desk.store.desk.all(staffByInitials, { initials: guardName(initials) })
  const row = rows.find((one) => isPin(pin, { salt: one.pin_salt, hash: one.pin_hash }))
  if (!row) return wrong(desk, afterWrong(guard, initials, now), initials, now)
  if (guard.length > 0) writeGuard(desk, afterRight(guard, initials))
  return ok(sessionStaff(row))
}

function wrong(desk: Desk, guard: Guard, initials: string, now: Instant): Answer<SessionStaff> {
  writeGuard(desk, guard)
  const until = pausedUntil(guard, initials, now)
  if (until === null) return no('sign-in-failed')
  recordRefused(desk, 'sign-in', ['sign-in-paused'])
  return paused(desk, until)
}

function paused(desk: Desk, until: Instant): Answer<SessionStaff> {
  const zone = desk.library.here()?.zone
  if (!zone) return no('sign-in-paused', { until: 'a few minutes from now' })
  const { minute } = toLocal(until, zone)
  return no('sign-in-paused', { until: `${Math.trunc(minute / 60)}:${String(minute % 60).padStart(2, '0')}` })
}
