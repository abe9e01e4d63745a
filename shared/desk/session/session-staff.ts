/** Signing in, and signing out without leaving a trace of anyone. Pure. Does not decide who may. */
import { NO_PAPERS } from '../papers.ts'
import { changed, switched, type Session, type SessionStaff } from './session.ts'

export function signedIn(session: Session, staff: SessionStaff): Session {
  return changed({ ...session, staff, badge: null, news_to: null })
}

/** Signing out removes every trace of a patron from the screen, also the last patron and the scans that wait. */
export function signedOut(session: Session): Session {
  const nobody = {
    staff: null,
    last_patron_id: null,
    recent_patron_ids: [],
    papers: NO_PAPERS,
    undo_named: null,
    waiting: [],
  }
  return changed({ ...switched(session, 'out'), ...nobody })
}
