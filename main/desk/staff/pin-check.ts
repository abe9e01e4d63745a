/**
 * Checks initials and PIN, also offline, for signing in and for approving; and slows down guessing of badge numbers.
 * Wrong ones pause the person and slow the desk down, and a restart clears nothing. Must never say whether the initials
 * or the PIN were wrong: that would halve a guesser's work.
 */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { SessionStaff } from '../../../shared/desk/session/session.ts'
import { instant, MS_PER_MINUTE, type Instant } from '../../../shared/kernel/time.ts'
import type { MethodName } from '../../../shared/ipc/contract.ts'
import * as guarding from '../../../shared/staff/pin-guard.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import { readRescueGuesses, writeRescueGuesses } from '../../store/files/rescue-guesses.ts'
import { staffByInitials } from '../../store/policy/library-rows.ts'
import type { Desk } from '../desk.ts'
import { whoHasPin } from '../../library/pin.ts'
import { recordRefused } from '../../library/record-refused.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import { isStaffChanged, sessionStaff, staffOfBadge } from '../../library/staff-known.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

const GUARD = 'pin_guard'

function readGuard(library: Library): guarding.Guard {
  return guarding.guardFrom(readOwn(library.db, GUARD))
}

function writeGuard(library: Library, guard: guarding.Guard): void {
  writeOwn(library.journal, { [GUARD]: JSON.stringify(guard) })
}

/** Takes over what was guessed in rescue, to be told like guesses at the desk. The file goes on slowing down. */
export function takeRescueGuesses(library: Library): void {
  const guard = guarding.guardFrom(readRescueGuesses(library.folder))
  if (guarding.isAllTold(guard)) return
  writeGuard(library, guarding.joined(readGuard(library), guard))
  writeRescueGuesses(library.folder, JSON.stringify(guarding.handedOver(guard)))
}

/** What a PIN is typed for: signing in, or the method that asks for it. */
export type PinAct = 'sign-in' | MethodName

/** What was typed, and what for. */
type Typed = {
  readonly act: PinAct
  readonly initials: string
  readonly pin: string
  /** The owner of a scanned badge, whom the PIN is checked for instead. */
  readonly badge?: SessionStaff | null
}

/** The staff member; refused when paused or wrong. A typed badge number replaces its owner's initials. */
export function staffOfPin(library: Library, actor: Actor, typed: Typed): Answer<SessionStaff> {
  const now = library.clock.now()
  const guard = readGuard(library)
  const { badge = null } = typed
  const owner = badge ?? staffOfBadge(library, typed.initials.trim())
  const initials = owner?.initials ?? typed.initials
  const who = whoOf(badge, initials)
  const until = guarding.pausedUntil(guard, who, now)
  if (until !== null) return paused(library, 'sign-in-paused', until)
  const rows = library.db
    .all(staffByInitials, { initials: guarding.guardName(initials) })
    .filter((one) => owner === null || one.staff_code === owner.staff_code)
    .filter((one) => !isStaffChanged(library, one.staff_code))
  const row = whoHasPin(rows, typed.pin, library.pinCost())
  if (!row) return wrong(library, actor, guarding.afterWrong(guard, who, now), { ...typed, initials })
  if (guard.length > 0) writeGuard(library, guarding.afterRight(guard, initials, { badge: row.staff_code }))
  return ok(sessionStaff(row))
}

function whoOf(badge: SessionStaff | null, initials: string): guarding.Who {
  return badge === null ? initials : { badge: badge.staff_code }
}

/** What looks like initials; other text typed there may be a card number, and is not kept. */
const INITIALS = /^\p{L}{1,5}$/u

function wrong(
  library: Library,
  actor: Actor,
  guard: guarding.Guard,
  { act, initials, badge = null }: Typed,
): Answer<SessionStaff> {
  writeGuard(library, guard)
  const now = library.clock.now()
  const tried = whoOf(badge, initials)
  const until = guarding.pausedUntil(guard, tried, now)
  if (until === null) return no('sign-in-failed')
  // A desk that is slowed down would record an entry every half a minute.
  if (!guarding.isPersonPaused(guard, tried, now) && !guarding.isDeskSlowed(guard))
    return paused(library, 'sign-in-paused', until)
  const name = guarding.guardName(initials)
  // At the sign-in of a locked desk, the person typing is not the one who locked it.
  const who = act === 'sign-in' ? { staff: '' as const, ...(INITIALS.test(name) ? { initials: name } : {}) } : {}
  recordRefused(library, actor, { act, codes: ['sign-in-paused'], ...who })
  return paused(library, 'sign-in-paused', until)
}

/** Why badges are not read now, or null when they are. */
export function badgesPaused(library: Library): Refusal | null {
  const until = guarding.badgesPausedUntil(readGuard(library), library.clock.now())
  return until === null ? null : paused(library, 'badge-paused', until).refused
}

/** A number that could be a badge's and is nobody's, or a typed badge number. */
export function countNoBadge(desk: Desk): void {
  if (badgesPaused(desk.library) !== null) return
  const guard = guarding.afterNoBadge(readGuard(desk.library), desk.library.clock.now())
  writeGuard(desk.library, guard)
  const who = isAway(desk) ? { staff: '' as const } : {}
  if (guarding.areBadgesSlowed(guard))
    recordRefused(desk.library, actorOf(desk), { act: 'badge', codes: ['badge-paused'], ...who })
}

/** What was guessed since this person was last told, and from now on they are. @param isAll of the whole desk too */
export function tellGuesses(library: Library, { initials, staff_code }: SessionStaff, isAll: boolean): guarding.Untold {
  const guard = readGuard(library)
  const own = [initials, { badge: staff_code }]
  const found = guarding.untold(guard, ...own)
  const told = isAll ? found : { ...found, desk_count: 0, others_count: 0, badges_count: 0 }
  if (told.own_count + told.desk_count + told.badges_count > 0)
    writeGuard(library, guarding.afterTold(guard, isAll, ...own))
  return told
}

function isAway({ session }: Desk): boolean {
  return session.staff === null || session.lock !== null
}

function paused(
  library: Library,
  code: 'sign-in-paused' | 'badge-paused',
  until: Instant,
): { readonly refused: Refusal } {
  // Before a branch is chosen there is no zone to tell the time in.
  return no(code, { until: library.here() ? nextMinute(until) : null })
}

/** The time is said in minutes: rounded down, a pause of seconds would be over before it began. */
function nextMinute(at: Instant): Instant {
  return instant(Math.ceil(at / MS_PER_MINUTE) * MS_PER_MINUTE)
}
