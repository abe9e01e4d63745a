/**
 * Changes to one hold: put off, taken up again, cancelled, moved to another branch, kept longer. Each is one entry with
 * what was before, so that it can be taken back. Must never change a hold without looking at it anew.
 */
import { backInQueue, holdState, isCaught, type HoldFacts } from '../../../shared/circulation/hold-facts.ts'
import { sentOn } from '../../../shared/circulation/hold-queue.ts'
import { suspendUntilMax } from '../../../shared/circulation/hold-shelf.ts'
import { refuse, type Refusal } from '../../../shared/circulation/refusals.ts'
import { sayDate } from '../../../shared/desk/say-date.ts'
import { eventRefText, type EventBody, type EventDraft } from '../../../shared/journal/event.ts'
import type { HoldState } from '../../../shared/journal/event-fields.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { record, type Command, type Desk } from '../context.ts'
import { here, type Here } from '../here.ts'
import { pastDay } from './placing.ts'
import { findHold, type Hold } from './reading.ts'

export type Changed = { readonly kind: 'changed'; readonly hold: Hold; readonly event: string }
export type NotChanged = { readonly kind: 'refused'; readonly refusal: Refusal }

type Why = EventBody<'hold-changed'>['why']
type Next = HoldState | Refusal

function change(
  desk: Desk,
  command: Command,
  hold_ref: string,
  why: Why,
  next: (hold: HoldFacts, at: Here) => Next,
): Changed | NotChanged {
  const hold = findHold(desk, hold_ref)
  if (!hold) return { kind: 'refused', refusal: refuse('hold-gone') }
  const after = next(hold.facts, here(desk))
  if ('code' in after) return { kind: 'refused', refusal: after }
  const body = { hold_ref, why, before: holdState(hold.facts), after }
  return recorded(desk, command, hold, { kind: 'hold-changed', body })
}

function recorded(desk: Desk, command: Command, hold: Hold, draft: EventDraft): Changed {
  const [event] = record(desk, command, [draft])
  return { kind: 'changed', hold, event: eventRefText(must(event, 'the change').head) }
}

/** Nobody is passed over for good: the place in the line is kept. `until_on` null: until somebody takes it up again. */
export function suspendHold(
  desk: Desk,
  command: Command,
  hold_ref: string,
  until_on: LocalDate | null,
): Changed | NotChanged {
  return change(desk, command, hold_ref, 'suspended', (hold, { today }) => {
    if (isCaught(hold)) return refuse('hold-caught')
    const limit = suspendUntilMax(today, desk.library.policy().settings)
    if (until_on !== null && until_on <= today) return refuse('hold-date-past', { on: sayDate(until_on, today) })
    if (limit !== null && (until_on === null || until_on > limit)) {
      return until_on === null
        ? { ...holdState(hold), status: 'suspended', suspended_until_on: limit }
        : refuse('hold-date-too-far', { limit: sayDate(limit, today) })
    }
    return { ...holdState(hold), status: 'suspended', suspended_until_on: until_on }
  })
}

export function resumeHold(desk: Desk, command: Command, hold_ref: string): Changed | NotChanged {
  return change(desk, command, hold_ref, 'resumed', (hold) => {
    if (hold.status !== 'suspended') return refuse('hold-not-suspended')
    return backInQueue(hold)
  })
}

/** Its copy, if one was set aside, is to be cleared from the shelf: its next check-in says where it goes. */
export function cancelHold(desk: Desk, command: Command, hold_ref: string): Changed | NotChanged {
  const hold = findHold(desk, hold_ref)
  if (!hold) return { kind: 'refused', refusal: refuse('hold-gone') }
  const why = hold.facts.standing === 'closed' ? 'patron-gone' : 'cancelled'
  const body = { hold_ref, why, before: holdState(hold.facts) } as const
  return recorded(desk, command, hold, { kind: 'hold-ended', body })
}

/** Fetched at another branch: a copy that was set aside goes on its way there, to be sent at its next check-in. */
export function moveHold(desk: Desk, command: Command, hold_ref: string, pickup_branch: string): Changed | NotChanged {
  return change(desk, command, hold_ref, 'moved', (hold) => {
    const branch = desk.library.branch(pickup_branch)
    if (!branch) return refuse('branch-unknown', { branch: pickup_branch })
    const moved = { ...hold, pickup_branch: branch.branch_code }
    const isElsewhere = moved.pickup_branch !== hold.pickup_branch
    if (hold.status !== 'ready' || hold.item_barcode === null || !isElsewhere) return holdState(moved)
    return sentOn(moved, hold.item_barcode)
  })
}

/** Another last day: on the hold shelf where it stands there, else of the waiting. */
export function extendHold(
  desk: Desk,
  command: Command,
  hold_ref: string,
  until_on: LocalDate | null,
): Changed | NotChanged {
  return change(desk, command, hold_ref, 'edited', (hold, { today }) => {
    const past = until_on === null ? null : pastDay(until_on, today)
    if (past) return past
    if (hold.status === 'ready') return { ...holdState(hold), shelf_until_on: until_on ?? hold.shelf_until_on }
    return { ...holdState(hold), expires_on: until_on }
  })
}
