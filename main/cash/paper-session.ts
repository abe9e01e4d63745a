/**
 * A receipt on paper that is keyed in: whether its number, day and time can be, and of which session it is by when it
 * was written: of one that was closed since, or of that in which it is keyed in. Reads only.
 */
import { paperKey } from '../../shared/cash/numbers/written-number.ts'
import type { SealedPaper } from '../../shared/journal/events/cash.ts'
import { addDays, instant, localDate, minuteOfDay, type Instant, type LocalDate } from '../../shared/kernel/time.ts'
import { fromLocal, toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { closedSessions } from '../store/money/close-rows.ts'
import { papersKeyed, type SessionRow } from '../store/money/cash-rows.ts'

/** Paper is keyed in within days: one that is older has its day typed wrong, or is for the office to look at. */
const PAPER_DAYS_MAX = 31

export type GivenPaper = Omit<SealedPaper, 'of_session_ref'>

/** How many closed sessions are looked through: paper is keyed in within days. */
const LOOKED_THROUGH = 400

/** Whether a receipt on paper of this number, however it is written, is keyed in and stands. */
export function isPaperKeyed(library: Library, paper_number: string): boolean {
  const own = paperKey(paper_number)
  return library.db.all(papersKeyed, {}).some(({ paper_number }) => paperKey(paper_number ?? '') === own)
}

/** Why it cannot be keyed in; null: it can. */
export function paperRefusal(
  library: Library,
  { paper_number, written_on, written_minute }: GivenPaper,
): Refusal | null {
  if (isPaperKeyed(library, paper_number)) return refuse('paper-number-used', { number: paper_number })
  const { branch, now, today } = here(library)
  const on = localDate(written_on)
  if (on > today) return refuse('paper-day-ahead', { on })
  if (on < addDays(today, -PAPER_DAYS_MAX)) return refuse('paper-day-old', { on })
  const at = written_minute === null ? null : writtenAt(on, written_minute, branch.zone)
  return at !== null && at > now ? refuse('paper-time-ahead', { at }) : null
}

function writtenAt(on: LocalDate, minute: number, zone: ZoneName): Instant {
  return fromLocal({ on, minute: minuteOfDay(minute), past_minute_ms: 0 }, zone)
}

export function sealedPaper(library: Library, session: SessionRow, paper: GivenPaper | null): SealedPaper | null {
  return paper && { ...paper, of_session_ref: closedSessionOf(library, session, paper) }
}

/** Null: it is of this session, or no drawer was open then. */
function closedSessionOf(library: Library, session: SessionRow, paper: GivenPaper): string | null {
  const { zone } = here(library).branch
  const on = localDate(paper.written_on)
  const { written_minute: minute } = paper
  const at = minute === null ? null : writtenAt(on, minute, zone)
  const isIn = ({ opened_at_ms, closed_at_ms }: SessionRow): boolean => {
    const [from, to] = [instant(opened_at_ms), closed_at_ms === null ? null : instant(closed_at_ms)]
    const within = (isAfter: (one: Instant) => boolean): boolean => isAfter(from) && (to === null || !isAfter(to))
    if (at !== null) return within((one) => at >= one)
    return toLocalDate(from, zone) <= on && (to === null || on <= toLocalDate(to, zone))
  }
  if (isIn(session)) return null
  const closed = library.db.all(closedSessions, { limit: LOOKED_THROUGH }).filter(isIn)
  const ofDrawer = closed.find(({ drawer_code }) => drawer_code === session.drawer_code)
  return (ofDrawer ?? closed[0])?.session_ref ?? null
}
