/**
 * Forgets, minute by minute, what is past the library's retention time: who returned or held what, what a paid charge
 * was for, ended claims, old notes, who looked, reports of imports. Sums and counts stay. Must never forget what can
 * still be undone, nor anything with money open.
 */
import type { LibrarySettings } from '../../../shared/policy/library-settings.ts'
import { addDays, instant, MS_PER_DAY, MS_PER_MINUTE, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { emptyLogs, noteForgotten } from '../../journal/journal-files.ts'
import { forgetOver, type Before } from '../../journal/forget.ts'
import { forgetCharges, forgetClaims, forgetUndoable, forgetNotes, forgetViews } from '../../journal/forget-ended.ts'
import { settleAlone } from '../../journal/settle.ts'
import { dropHalfExport } from '../data-in/half-export.ts'
import { deleteReports } from '../data-in/old-reports.ts'
import { reportsFolder } from '../data-in/import-state.ts'
import type { Desk } from '../desk.ts'
import { forgetDrafts } from '../patrons/form-drafts.ts'
import { deskZone } from '../../library/here.ts'
import { finishErasures } from './erasing.ts'
import type { Library } from '../../library/library.ts'

/** Nothing is forgotten sooner, nor while it can still be undone (`undo_within_minutes_count`). */
export const RETENTION_MS = 60 * MS_PER_MINUTE
/** The longest that a record waits for the central server, whatever retention time the library sets. */
const UNSENT_KEPT_DAYS = 14

/** @param isQuiet nobody is at the desk, so that it may take a moment longer */
export function keepPrivate(desk: Desk, isQuiet: boolean): void {
  const now = desk.library.clock.now()
  const before = beforeBy(desk.library.policy().settings, now)
  const over = forgetOver(desk.library.journal, before)
  let { count } = over
  const isLeft = now - (desk.session.active_at_ms ?? 0) > RETENTION_MS
  if (over.waits && (isQuiet || isLeft)) {
    settleAlone(desk.library)
    count += forgetOver(desk.library.journal, before).count
  }
  count +=
    forgetCharges(desk.library.journal, before.loans) +
    forgetClaims(desk.library.journal, before.loans) +
    forgetByDay(desk.library) +
    forgetUndoable(desk.library.journal, before.acts) +
    forgetDrafts(desk.library)
  finishErasures(desk.library)
  dropHalfExport(desk.library)
  const { reports_kept_days_count } = desk.library.policy().settings
  deleteReports(reportsFolder(desk.library), instant(now - reports_kept_days_count * MS_PER_DAY))
  if (count > 0 || over.waits) noteForgotten(desk.library.journal)
  if (isQuiet) emptyLogs(desk.library.journal)
}

function beforeBy(settings: LibrarySettings, now: Instant): Before {
  const undo_ms = Math.max(RETENTION_MS, settings.undo_within_minutes_count * MS_PER_MINUTE)
  const after = (days_count: number): Instant => instant(now - Math.max(undo_ms, days_count * MS_PER_DAY))
  return {
    loans: after(settings.loan_history_days_count),
    holds: after(settings.holds_kept_days_count),
    acts: after(0),
    unsent: after(UNSENT_KEPT_DAYS),
  }
}

/** Notes, views and lists, which are kept by the day. */
function forgetByDay(library: Library): number {
  const { notes_kept_days_count: kept, view_audit_days_count } = library.policy().settings
  const today = toLocalDate(library.clock.now(), deskZone(library))
  const views_count = forgetViews(library.journal, addDays(today, -view_audit_days_count))
  return views_count + (kept === null ? 0 : forgetNotes(library.journal, addDays(today, -kept), today))
}
