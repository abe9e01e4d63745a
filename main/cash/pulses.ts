/**
 * Openings of a drawer that are entries of their own: the desk opens it to try it, to count, or again, and the sensor
 * tells that it was opened by nobody's wish. And the pulses of which nobody knows how they ended.
 */
import { NOTHING_ALLOWED } from '../../shared/desk/modifiers.ts'
import type { DeskEvent, EventBody } from '../../shared/journal/event.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { cancelJob, endJob } from '../journal/jobs.ts'
import { openJobsReady, type JobSeen } from '../journal/queue-jobs.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import { ownCommand } from '../library/follow.ts'
import type { Library } from '../library/library.ts'
import { drawersOpened } from '../library/own-devices.ts'
import { record } from '../library/record.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { breakRefusal } from './custody.ts'
import { lastSessionOf } from './sessions.ts'
import { drawerFact, drawerRefusal } from './cash-rules.ts'

export type Pulsing = {
  readonly drawer_code: string
  readonly reason: EventBody<'drawer-pulsed'>['reason']
  /** The entry for which it was to open; empty: none. */
  readonly of_ref: string
}

/** What would be recorded, or why the drawer stays shut. Reads only. */
export function pulsingOf(
  library: Library,
  actor: Actor,
  { drawer_code, reason, of_ref }: Pulsing,
): EventBody<'drawer-pulsed'> | Refusal {
  if (!drawersOpened(library.db).has(drawer_code))
    return refuse('drawer-without-device', drawerFact(library, drawer_code))
  const session = openSessionOf(library, drawer_code)
  // A device can still be set up for a drawer that has another branch since. One that is open here is used here.
  const elsewhere = session === null ? drawerRefusal(library, drawer_code) : null
  if (elsewhere) return elsewhere
  const onBreak = session && breakRefusal(library, actor, session)
  if (onBreak) return onBreak
  return { drawer_code, session_ref: session?.session_ref ?? null, reason, of_ref: of_ref === '' ? null : of_ref }
}

export function pulseDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  pulsing: Pulsing,
): readonly DeskEvent[] | Refusal {
  const body = pulsingOf(library, actor, pulsing)
  if (isRefusal(body)) return body
  const events = recordAtDrawer(library, actor, command, [{ kind: 'drawer-pulsed', body }])
  // Who has it opened again says that it did not open: asked for as long as nothing opens it again.
  for (const unknown of unknownPulses(library))
    if (entryOf(unknown) === body.of_ref) settlePulse(library, unknown.job_ref, false)
  return events
}

function openSessionOf(library: Library, drawer_code: string) {
  const session = lastSessionOf(library, drawer_code)
  return session === null || session.status === 'closed' ? null : session
}

/** Its sensor tells that it was opened, once or so often: whoever did it has not signed in for it. */
export function keepKeyOpening(
  library: Library,
  drawer_code: string,
  { reason, openings_count }: Pick<EventBody<'drawer-key-opened'>, 'reason' | 'openings_count'>,
): void {
  const session_ref = openSessionOf(library, drawer_code)?.session_ref ?? null
  const nobody: Actor = { staff: null, approved: null, allowed: NOTHING_ALLOWED }
  const command = ownCommand(library, `drawer opened ${reason}`)
  const body = { drawer_code, session_ref, reason, openings_count }
  record(library, nobody, command, [{ kind: 'drawer-key-opened', body }])
}

/** The pulses of which nobody knows whether they opened their drawer, oldest first. */
export function unknownPulses({ journal }: Library): readonly JobSeen[] {
  return openJobsReady(journal).filter(
    ({ kind, status, reason }) => kind === 'drawer' && status === 'failed' && reason === 'may-be-done',
  )
}

/** The entry that a job is of. */
export function entryOf({ job_ref }: Pick<JobSeen, 'job_ref'>): string {
  return job_ref.slice(0, job_ref.lastIndexOf('.'))
}

/** Whether the drawer opened for a pulse of which nobody knew. @returns false: that is known, or there is none */
export function settlePulse(library: Library, job_ref: string, was_opened: boolean): boolean {
  const { journal, clock } = library
  if (!unknownPulses(library).some((one) => one.job_ref === job_ref)) return false
  if (was_opened) endJob(journal, job_ref, { end: 'done', detail: '' }, clock.now())
  else cancelJob(journal, job_ref, clock.now())
  return true
}
