/**
 * Scans that wait in sight until the row before them is answered: what is kept of each, whose turn it is, and which can
 * be taken away. Pure. A scan is looked up when it begins to wait, so that the screen can name it, and again at its
 * turn; nothing is opened or recorded for it before.
 */
import { changed, type Session } from './session.ts'
import type { WaitingScan } from './waiting-scan.ts'

/** More than one patron with a full stack: beyond it, the clerk has stopped looking at the screen. */
export const WAITING_MAX = 20

export function isWaitingFull({ waiting }: Pick<Session, 'waiting'>): boolean {
  return waiting.length >= WAITING_MAX
}

export function withWaiting(session: Session, scan: WaitingScan): Session {
  return changed({ ...session, waiting: [...session.waiting, scan] })
}

/**
 * Takes away the last scan that waits, if it is this one. Never another: without its card, an item would go to the
 * patron before.
 */
export function withoutLastWaiting(session: Session, waiting_id: string): Session {
  const { waiting } = session
  if (waiting.at(-1)?.waiting_id !== waiting_id) return session
  return left(session, waiting.slice(0, -1))
}

/** The scan is no longer among those that wait: its turn has come. */
export function withoutFirstWaiting(session: Session): Session {
  return left(session, session.waiting.slice(1))
}

/** Nothing is held back once nothing waits: the next card to wait has another stop, or none, before it. */
function left(session: Session, waiting: readonly WaitingScan[]): Session {
  return changed({ ...session, waiting, is_waiting_held: waiting.length > 0 && session.is_waiting_held })
}

/**
 * The scan whose turn has come; null when none waits or none may go on. A card also waits after a stop, until Finish:
 * it would take the refused item off the screen before the clerk has seen it.
 */
export function scanAtTurn({ staff, lock, tally, waiting, is_waiting_held }: Session): WaitingScan | null {
  const [first] = waiting
  if (!first || staff === null || lock !== null || tally.undecided_count > 0) return null
  return is_waiting_held && first.what === 'card' ? null : first
}

/** Holds back the next card if what was just done ended in a stop. */
export function heldAfterStop(session: Session, before: Session): Session {
  const { waiting, lock, band, bands_count } = session
  const isStop = bands_count > before.bands_count && band?.outcome === 'stop'
  return isStop && lock === null && waiting.length > 0 ? changed({ ...session, is_waiting_held: true }) : session
}

/** Notes what this scan did at its turn, if it said anything. */
export function withRan(session: Session, before: Session, { what }: WaitingScan): Session {
  const { band, bands_count, ran } = session
  if (band === null || bands_count === before.bands_count) return session
  const { sentence: _drawn, ...heard } = band
  return { ...session, ran: [...ran.slice(1 - WAITING_MAX), { ...heard, is_opening: what === 'card' }] }
}

/** The card before did not open its account: what was scanned behind it, up to the next card, is nobody's. */
export function withNobodysBehind(session: Session): Session {
  const next = session.waiting.findIndex(({ what }) => what === 'card')
  const waiting = session.waiting.map((scan, at): WaitingScan => {
    return next === -1 || at < next ? { ...scan, what: 'nobodys' } : scan
  })
  return changed({ ...session, waiting })
}
