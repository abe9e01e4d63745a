/**
 * What the desk sees: the reference file with this desk's own changes on top. Temporary views, since they span two
 * files.
 */
import type { Database } from '../files/open-edge.ts'
import { OVERLAY_VIEWS } from './overlay-tables.ts'
import { rowViews } from './row-views.ts'

/**
 * How much of the reference file is kept at hand. Measured with a million patrons and items: what is read again and
 * again, the upper levels of the indexes, fits in; twice as much saved one read in nine of a day of scans, each of a
 * few microseconds, and was no quicker.
 */
const REFERENCE_CACHE_KIB = 24_576

/** The same over a copy of the overlay in a connection's own memory. */
export const VIEWS_OVER_COPY = OVERLAY_VIEWS.replaceAll('main.overlay_', 'temp.overlay_')

/** Attaches the reference file to a connection on the journal file. */
export function attachReference(journal: Database, referencePath: string): void {
  journal.prepare('ATTACH DATABASE ? AS ref').run(referencePath)
  journal.pragma(`ref.cache_size = -${REFERENCE_CACHE_KIB}`)
}

/** Lays the views over both files: they go on with whichever reference file is attached. */
export function layViews(journal: Database): void {
  // First: the views below read items and patrons as the desk sees them.
  journal.exec(rowViews(journal))
  journal.exec(OVERLAY_VIEWS)
}
