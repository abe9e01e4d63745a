/**
 * What time does to holds: expired requests end, suspended ones resume. Done by the desk itself, a few hundred at a
 * time. Must never clear the hold shelf: only a person can see what is on it.
 */
import { backInQueue, holdState } from '../../../shared/circulation/holds/hold-facts.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { holdsPastExpiry, holdsToResume } from '../../store/circulation/hold-queue-rows.ts'
import { record } from '../../library/record.ts'
import { ownCommand } from '../../library/follow.ts'
import { here } from '../../library/here.ts'
import { holdOf } from './reading.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

const AT_ONCE_MAX = 200

/** Ends and resumes what is due by the branch's own day. @returns how many holds it changed */
export function expireHolds(library: Library, actor: Actor): number {
  if (!library.here()) return 0
  const { today } = here(library)
  const { db } = library
  const over = db.all(holdsPastExpiry, { today, limit: AT_ONCE_MAX }).map((row) => holdOf(row).facts)
  const ended = new Set(over.map((hold) => hold.hold_ref))
  const wanted = db.all(holdsToResume, { today, limit: AT_ONCE_MAX }).map((row) => holdOf(row).facts)
  const drafts: EventDraft[] = over.map((hold) => {
    return { kind: 'hold-ended', body: { hold_ref: hold.hold_ref, reason: 'expired', before: holdState(hold) } }
  })
  for (const hold of wanted) {
    if (ended.has(hold.hold_ref)) continue
    const { hold_ref } = hold
    const body = { hold_ref, reason: 'resumed', before: holdState(hold), after: backInQueue(hold) } as const
    drafts.push({ kind: 'hold-changed', body })
  }
  if (drafts.length > 0) record(library, actor, ownCommand(library, 'expire-holds'), drafts, { staff: '' })
  return drafts.length
}
