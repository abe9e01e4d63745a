/**
 * What time itself does at the desk: an idle desk locks, a request for approval runs out, an empty approved page
 * is left. Called before every request and every few seconds. Must never record anything.
 */
import { withoutStaleApprovals } from '../../../shared/desk/approvals.ts'
import { active, isIdle, locked } from '../../../shared/desk/lock.ts'
import { withoutLong } from '../../../shared/desk/papers.ts'
import { changed, type Session } from '../../../shared/desk/session/session.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { Desk } from '../desk.ts'
import { leaveEmptyApproved } from '../pages/pages.ts'
import { readSettings } from '../../library/settings.ts'

/** Requests the screen makes by itself, or that only look: they keep no desk awake. */
const PASSIVE: ReadonlySet<string> = new Set([
  'desk.snapshot',
  'settings.get',
  'system.status',
  'import.status',
  'branch.list',
  'charge.waive-preview',
])

export function passTime(desk: Desk): void {
  const now = desk.library.clock.now()
  const session = withoutStaleApprovals(desk.session, now)
  // The setting is read only where the shortest one could hold: this runs before every scan.
  const isLocking = isIdle(session, now, 1) && isIdle(session, now, readSettings(desk.library.db).idle_lock_minutes)
  desk.session = withoutLongPapers(isLocking ? locked(session) : session, now)
  leaveEmptyApproved(desk)
}

/** The receipt of whoever has left does not lie open for ever. */
function withoutLongPapers(session: Session, now: Instant): Session {
  const papers = withoutLong(session.papers, now)
  return papers === session.papers ? session : changed({ ...session, papers })
}

/** Somebody asked something of the desk. */
export function noteAct(desk: Desk, method: string): void {
  if (!PASSIVE.has(method) && desk.session.lock === null) desk.session = active(desk.session, desk.library.clock.now())
}
