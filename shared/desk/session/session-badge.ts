/**
 * A badge was scanned whose owner must type a PIN too: the session remembers it until then. Pure. Does not decide who
 * must; shared/staff does.
 */
import { instant, MS_PER_MINUTE, type Instant } from '../../kernel/time.ts'
import { changed, type ScannedBadge, type Session } from './session.ts'

/** Long enough to type a PIN; a badge that was scanned and left is nobody's invitation. */
const WAITS_MS = MS_PER_MINUTE

/** Another badge takes the place of the one before. */
export function withBadge(session: Session, badge: Omit<ScannedBadge, 'until_ms'>, now: Instant): Session {
  return changed({ ...session, badge: { ...badge, until_ms: instant(now + WAITS_MS) } })
}

export function withoutBadge(session: Session): Session {
  return session.badge === null ? session : changed({ ...session, badge: null })
}

export function withoutStaleBadge(session: Session, now: Instant): Session {
  return session.badge !== null && session.badge.until_ms <= now ? withoutBadge(session) : session
}

/** The badge that waits for this; an approval's only while its own row still waits. */
export function badgeFor(session: Session, purpose: ScannedBadge['for'], row_id = ''): ScannedBadge | null {
  const { badge } = session
  return badge?.for === purpose && (purpose === 'sign-in' || badge.row_id === row_id) ? badge : null
}
