/**
 * Who works at this desk: signing in by badge or by initials and PIN, and out again. Works with the network down.
 * Wrong PINs are slowed down, then paused; must never say whether it was the initials or the PIN that was wrong.
 */
import { signedIn, signedOut, type SessionStaff } from '../../shared/desk/session.ts'
import { staffCode } from '../../shared/kernel/ids.ts'
import { MS_PER_MINUTE, type Instant } from '../../shared/kernel/time.ts'
import { toLocal } from '../../shared/kernel/zone.ts'
import { no, ok, type Answer } from '../ipc/answer.ts'
import { staffByBadge, staffByCode, staffByInitials } from '../store/library-rows.ts'
import { record, type Command, type Desk } from './context.ts'
import { isPin } from './pin.ts'

const WRONG_PINS_MAX = 5
const PAUSE_MS = 2 * MS_PER_MINUTE

type StaffRow = { staff_code: string; name: string; initials: string; role: string }

function sessionStaff(row: StaffRow): SessionStaff {
  const role = row.role === 'manager' || row.role === 'supervisor' ? row.role : 'staff'
  return { staff_code: staffCode(row.staff_code), name: row.name, initials: row.initials, role }
}

/** The member of staff whose badge this is, or null. */
export function staffOfBadge(desk: Desk, barcode: string): SessionStaff | null {
  const row = desk.store.desk.get(staffByBadge, { badge_barcode: barcode })
  return row ? sessionStaff(row) : null
}

/** The member of staff of this code, or null when no longer there. */
export function staffOfCode(desk: Desk, staff_code: string): SessionStaff | null {
  const row = desk.store.desk.get(staffByCode, { staff_code })
  return row ? sessionStaff(row) : null
}

/** Signs `staff` in; whoever was there before is signed out by the same entry, and the screen is cleared. */
export function signIn(desk: Desk, command: Command, staff: SessionStaff, by: 'badge' | 'pin' | 'set-up'): void {
  if (desk.session.staff?.staff_code === staff.staff_code) return
  const before = desk.session.staff
  const came = { kind: 'staff-signed-in', body: { by, staff: staff.staff_code } } as const
  const left = { kind: 'staff-signed-out', body: { reason: 'switched' } } as const
  // Whoever was there leaves under their own name, and the other comes by the same command.
  if (before) record(desk, command, [left, came])
  else record(desk, command, [came], { staff: staff.staff_code })
  desk.session = signedIn(before ? signedOut(desk.session) : desk.session, staff)
}

export function signOut(desk: Desk, command: Command): void {
  record(desk, command, [{ kind: 'staff-signed-out', body: { reason: 'asked' } }])
  desk.session = signedOut(desk.session)
}

/** Counts wrong PINs at this desk. In memory: a restart needs somebody at the machine already. */
export class PinGuard {
  #wrong = 0
  #pausedUntil: Instant | null = null

  signInByPin(desk: Desk, command: Command, initials: string, pin: string): Answer<null> {
    const now = desk.clock.now()
    if (this.#pausedUntil !== null && now < this.#pausedUntil) return this.#paused(desk, this.#pausedUntil)
    const rows = desk.store.desk.all(staffByInitials, { initials: initials.trim().toUpperCase() })
    const row = rows.find((one) => isPin(pin, { salt: one.pin_salt, hash: one.pin_hash }))
    if (!row) {
      this.#wrong += 1
      if (this.#wrong < WRONG_PINS_MAX) return no('sign-in-failed')
      this.#wrong = 0
      this.#pausedUntil = (now + PAUSE_MS) as Instant
      return this.#paused(desk, this.#pausedUntil)
    }
    this.#wrong = 0
    this.#pausedUntil = null
    signIn(desk, command, sessionStaff(row), 'pin')
    return ok(null)
  }

  #paused(desk: Desk, until: Instant): Answer<null> {
    const zone = desk.library.here()?.zone
    if (!zone) return no('sign-in-paused', { until: '2 minutes from now' })
    const { minute } = toLocal(until, zone)
    return no('sign-in-paused', { until: `${Math.trunc(minute / 60)}:${String(minute % 60).padStart(2, '0')}` })
  }
}
