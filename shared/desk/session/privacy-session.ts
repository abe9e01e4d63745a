/** Removes an erased patron from the session, or a record that became another one. Pure. */
import { NO_PAPERS } from '../papers.ts'
import { changed, type Session } from './session.ts'
import type { PatronId } from '../../kernel/ids.ts'

/** The session without a trace of this patron: not the last one, not among the recent ones, no paper. */
export function withoutPatron(session: Session, patron_id: PatronId): Session {
  return changed({
    ...session,
    last_patron_id: session.last_patron_id === patron_id ? null : session.last_patron_id,
    recent_patron_ids: session.recent_patron_ids.filter((one) => one !== patron_id),
    papers: NO_PAPERS,
  })
}

/** A record that became another one is not offered any more. */
export function withoutFormer(session: Session, former: PatronId): Session {
  const { papers } = session
  return { ...withoutPatron(session, former), papers }
}

/** Somebody else’s record was looked at beside the open one: it counts among those that were opened. */
export function withRecent(session: Session, patron_id: PatronId): Session {
  if (session.recent_patron_ids.includes(patron_id)) return session
  return changed({ ...session, recent_patron_ids: [...session.recent_patron_ids, patron_id] })
}
