/**
 * What time does at the desk: an idle desk locks, a request for approval expires, an empty approved page closes. Called
 * before every request and every few seconds. Records nothing.
 */
import { withoutStaleApprovals } from '../../../shared/desk/approvals.ts'
import { active, isIdle, locked } from '../../../shared/desk/lock.ts'
import { withoutLong } from '../../../shared/desk/papers.ts'
import { withoutStaleBadge } from '../../../shared/desk/session/session-badge.ts'
import { changed, type Session } from '../../../shared/desk/session/session.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { Desk } from '../desk.ts'
import { leaveEmptyApproved } from '../places.ts'
import { readSettings } from '../../library/settings.ts'
import { speechOf } from '../clerk-language.ts'

/** Requests that the screen makes by itself, or that only read: they do not keep the desk awake. */
const PASSIVE: ReadonlySet<string> = new Set([
  'desk.snapshot',
  'settings.get',
  'system.status',
  'import.status',
  'branch.list',
  'set-up.look',
  'charge.waive-preview',
  'patron.register-preview',
  'patron.edit-preview',
  'card.renew-family-preview',
  'item.damage-preview',
  'payment.preview',
  'policy.fine-preview',
  'report.filter-preview',
  'work-log.find-preview',
])

export function passTime(desk: Desk): void {
  const now = desk.library.clock.now()
  const isAwaited = desk.session.tally.waiting_count > 0
  const { outcomes } = speechOf(desk).words
  const session = isAwaited ? withoutStaleApprovals(desk.session, outcomes, now) : desk.session
  // The setting is read only after the shortest possible time: this runs before every scan.
  const isLocking = isIdle(session, now, 1) && isIdle(session, now, readSettings(desk.library.db).idle_lock_minutes)
  desk.session = withoutLongPapers(withoutStaleBadge(isLocking ? locked(session) : session, now), now)
  leaveEmptyApproved(desk)
}

/** The receipt of a patron who left does not stay on the screen forever. */
function withoutLongPapers(session: Session, now: Instant): Session {
  const papers = withoutLong(session.papers, now)
  return papers === session.papers ? session : changed({ ...session, papers })
}

/** A request came that counts as activity. */
export function noteAct(desk: Desk, method: string): void {
  if (!PASSIVE.has(method) && desk.session.lock === null) desk.session = active(desk.session, desk.library.clock.now())
}
