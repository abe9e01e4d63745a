/** What an open drawer should have held so far. Kept in memory until the session has one more entry. */
import { drawerLevels, type DrawerLevels } from '../../../shared/reports/drawer-level.ts'
import type { Library } from '../../library/library.ts'
import { countsByKind } from '../../store/money/cash-rows.ts'
import { sessionEvents } from './session-events.ts'

type Kept = {
  readonly session_ref: string
  readonly entries_count: number
  readonly levels: DrawerLevels | null
}

/** Of the session that was looked at last. */
const kept = new WeakMap<Library, Kept>()

export function levelsNow(library: Library, session_ref: string): DrawerLevels | null {
  const counts = library.db.all(countsByKind, { session_ref })
  const entries_count = counts.reduce((sum, one) => sum + one.events_count, 0)
  const known = kept.get(library)
  if (known?.session_ref === session_ref && known.entries_count === entries_count) return known.levels
  const levels = drawerLevels(sessionEvents(library, session_ref))
  kept.set(library, { session_ref, entries_count, levels })
  return levels
}
