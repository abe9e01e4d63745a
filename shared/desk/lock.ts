/**
 * The locked desk: the person who locked it, or left it idle, finds patron, rows and mode as they were; anyone else who
 * signs in finds an empty desk. Pure. The snapshot does the hiding (main/desk/snapshot.ts).
 */
import { MS_PER_MINUTE, type Instant } from '../kernel/time.ts'
import { changed, type Session } from './session/session.ts'

/**
 * Locks the desk, keeps its band apart, and leaves an approved page and the recovery key: a badge that unlocks must not
 * be enough to read it. A second time changes nothing.
 */
export function locked(session: Session): Session {
  if (session.staff === null || session.lock !== null) return session
  const page = session.page?.place === 'recovery-key' ? null : session.page
  return changed({ ...session, page, lock: { band: session.band }, band: null, badge: null, approved_page: null })
}

/** The same person is back: everything as it was. Scans in the meantime are rows that were not taken. */
export function unlocked(session: Session): Session {
  if (session.lock === null) return session
  return changed({ ...session, lock: null, badge: null, band: session.lock.band })
}

/** Notes activity. Nothing that a screen would draw, so the version stays. */
export function active(session: Session, now: Instant): Session {
  return { ...session, active_at_ms: now }
}

/** Whether the desk has been idle long enough to lock. 0 minutes: never. */
export function isIdle(session: Session, now: Instant, idle_lock_minutes: number): boolean {
  if (session.staff === null || session.lock !== null || session.active_at_ms === null) return false
  return idle_lock_minutes > 0 && now - session.active_at_ms >= idle_lock_minutes * MS_PER_MINUTE
}
