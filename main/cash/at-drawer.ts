/**
 * Records what was done at a drawer, and has the drawer opened where that opens it: the pulse is written in the same
 * transaction as its cause, or neither is.
 */
import { opensDrawer } from '../../shared/cash/drawer/opens-drawer.ts'
import type { JobDraft } from '../../shared/devices/job.ts'
import type { DeskEvent, EventDraft } from '../../shared/journal/event.ts'
import { NO_JOBS, type Beside } from '../journal/beside.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { drawersOpened } from '../library/own-devices.ts'
import { record, type RecordOptions } from '../library/record.ts'
import { sessionByRef } from '../store/money/cash-rows.ts'
import { cashRules } from './cash-rules.ts'

export function recordAtDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  drafts: readonly EventDraft[],
  beside: Omit<RecordOptions, 'jobs'> = {},
): readonly DeskEvent[] {
  return record(library, actor, command, drafts, { ...beside, jobs: pulsesFor(library, drafts) })
}

/** One pulse for each drawer that a device of this desk opens, with the first entry that opens it. */
function pulsesFor(library: Library, drafts: readonly EventDraft[]): Beside['jobs'] {
  const drawers = new Set(drawersOpened(library.db))
  if (drawers.size === 0) return NO_JOBS
  const rules = cashRules(library)
  const jobs = new Map<EventDraft, readonly JobDraft[]>()
  for (const draft of drafts) {
    const drawer = opensDrawer(draft, rules) ? drawerNamed(library, draft) : null
    if (drawer !== null && drawers.delete(drawer)) jobs.set(draft, [{ kind: 'drawer', payload: { drawer } }])
  }
  return jobs
}

function drawerNamed(library: Library, { body }: EventDraft): string | null {
  if ('drawer_code' in body) return body.drawer_code
  const session_ref = 'session_ref' in body ? body.session_ref : null
  return session_ref === null ? null : (library.db.get(sessionByRef, { session_ref })?.drawer_code ?? null)
}
