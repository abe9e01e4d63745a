/**
 * What has the column right of the work: the open patron, a paper, this cart, or nothing, and then the work has the
 * whole width. Pure; knows places, not people.
 */
import type { Place } from './page.ts'
import type { Beside, DeskMode } from './screen.ts'

/** Pages of the office, and those that say themselves whom they are about. */
const WIDE: ReadonlySet<Place> = new Set<Place>([
  'account',
  'privacy',
  'patron-merge',
  'card-lists',
  'staff',
  'work-log',
  'supervisor',
  'news',
  'tasks',
  'outage',
  'overdue',
  'items-made',
  'policy',
  'policy-table',
  'policy-row',
  'policy-loans',
  'this-desk',
  'devices',
  'jobs',
  'recovery-key',
  'data-in',
  'cash-desk',
  'drawer',
  'pay',
])

type Now = {
  readonly place: Place | null
  readonly mode: DeskMode
  readonly is_patron_open: boolean
  readonly papers_count: number
}

export function besideOf({ place, mode, is_patron_open, papers_count }: Now): Beside {
  if (place !== null && WIDE.has(place)) return 'nothing'
  if (papers_count > 0) return 'papers'
  if (is_patron_open) return 'patron'
  return place === null && mode !== 'out' ? 'cart' : 'nothing'
}
