/** Removes an erased patron from the session. Pure. */
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
