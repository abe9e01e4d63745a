/**
 * Changes to one hold: suspended, reactivated, canceled, moved to another branch, kept longer. Each is one entry with
 * the state before, so that it can be undone. Never changes a hold without reading it again.
 */
import {
  backInQueue,
  holdState,
  isAbandoned,
  isCaptured,
  type HoldFacts,
} from '../../../shared/circulation/holds/hold-facts.ts'
import { calledElsewhere, onShelf } from '../../../shared/circulation/holds/hold-queue.ts'
import { shelfUntil, suspendUntilMax } from '../../../shared/circulation/holds/hold-shelf.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { eventRefText, type EventBody, type EventDraft } from '../../../shared/journal/event.ts'
import type { HoldState } from '../../../shared/journal/events/fields.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { codeOnShelf } from '../../store/circulation/hold-queue-rows.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { findItem, here, type Here } from '../../library/here.ts'
import { drawCode } from './capture.ts'
import { pastDay } from './placing.ts'
import { findHold, type Hold } from './reading.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

export type Changed = { readonly kind: 'changed'; readonly hold: Hold; readonly event: string }
export type NotChanged = { readonly kind: 'refused'; readonly refusal: Refusal }

type Why = EventBody<'hold-changed'>['reason']
type Next = HoldState | Refusal

function change(
  library: Library,
  actor: Actor,
  command: Command,
  hold_ref: string,
  reason: Why,
  next: (hold: HoldFacts, at: Here, of: Hold) => Next,
): Changed | NotChanged {
  const hold = findHold(library, hold_ref)
  if (!hold) return { kind: 'refused', refusal: refuse('hold-gone') }
  const after = next(hold.facts, here(library), hold)
  if ('code' in after) return { kind: 'refused', refusal: after }
  const body = { hold_ref, reason, before: holdState(hold.facts), after }
  return recorded(library, actor, command, hold, { kind: 'hold-changed', body })
}

function recorded(library: Library, actor: Actor, command: Command, hold: Hold, draft: EventDraft): Changed {
  const [event] = record(library, actor, command, [draft])
  return { kind: 'changed', hold, event: eventRefText(must(event, 'the change').head) }
}

/** The place in the queue is kept. `until_on` null: until someone reactivates it. */
export function suspendHold(
  library: Library,
  actor: Actor,
  command: Command,
  hold_ref: string,
  until_on: LocalDate | null,
): Changed | NotChanged {
  return change(library, actor, command, hold_ref, 'suspended', (hold, { today }) => {
    if (isCaptured(hold)) return refuse('hold-captured')
    const limit = suspendUntilMax(today, library.policy().settings)
    if (until_on !== null && until_on <= today) return refuse('hold-date-past', { on: until_on })
    if (limit !== null && (until_on === null || until_on > limit)) {
      return until_on === null
        ? { ...holdState(hold), status: 'suspended', suspended_until_on: limit }
        : refuse('hold-date-too-far', { limit })
    }
    return { ...holdState(hold), status: 'suspended', suspended_until_on: until_on }
  })
}

export function resumeHold(library: Library, actor: Actor, command: Command, hold_ref: string): Changed | NotChanged {
  return change(library, actor, command, hold_ref, 'resumed', (hold) => {
    if (hold.status !== 'suspended') return refuse('hold-not-suspended')
    return backInQueue(hold)
  })
}

/** Its item, if one was set aside, is to be cleared from the shelf: its next check-in says where it goes. */
export function cancelHold(library: Library, actor: Actor, command: Command, hold_ref: string): Changed | NotChanged {
  const hold = findHold(library, hold_ref)
  if (!hold) return { kind: 'refused', refusal: refuse('hold-gone') }
  const reason = isAbandoned(hold.facts) ? 'patron-gone' : 'canceled'
  const body = { hold_ref, reason, before: holdState(hold.facts) } as const
  return recorded(library, actor, command, hold, { kind: 'hold-ended', body })
}

/**
 * Changes the pickup branch: an item that was set aside is sent there at its next check-in. If the hold is moved back
 * before that, the item is on the shelf as before.
 */
export function moveHold(
  library: Library,
  actor: Actor,
  command: Command,
  hold_ref: string,
  pickup_branch: string,
): Changed | NotChanged {
  return change(library, actor, command, hold_ref, 'moved', (hold, _at, of) => {
    const branch = library.branch(pickup_branch)
    if (!branch) return refuse('branch-unknown', { branch: pickup_branch })
    const moved = { ...hold, pickup_branch: branch.branch_code }
    const isElsewhere = moved.pickup_branch !== hold.pickup_branch
    if (hold.item_barcode === null || !isElsewhere) return holdState(moved)
    if (hold.status === 'ready') return calledElsewhere(moved, hold.item_barcode)
    return hold.status === 'in-transit' && standsThere(library, moved)
      ? backOnShelf(library, { ...of, facts: moved }, hold.item_barcode)
      : holdState(moved)
  })
}

/** Its item was never sent, and is on the hold shelf of the new pickup branch. */
function standsThere(library: Library, { item_barcode, pickup_branch }: HoldFacts): boolean {
  const item = item_barcode === null ? null : findItem(library, item_barcode)
  return item?.status === 'hold-shelf' && item.at_branch_code === pickup_branch
}

/** With its former date and code, unless another patron’s item got that code meanwhile. */
function backOnShelf(library: Library, hold: Hold, item_barcode: string): HoldState {
  const { shelf_until_on, pickup_code, pickup_branch } = hold.facts
  const branch = must(library.branch(pickup_branch), 'a branch that was just found')
  const { settings } = library.policy()
  const until = shelf_until_on ?? shelfUntil(library.calendar(branch), here(library).today, settings)
  return onShelf(hold.facts, item_barcode, until, isCodeFree(library, hold) ? pickup_code : drawCode(library, hold))
}

function isCodeFree(library: Library, { facts }: Hold): boolean {
  const { pickup_branch: pickup_branch_code, pickup_code } = facts
  return pickup_code !== '' && library.db.get(codeOnShelf, { pickup_branch_code, pickup_code }) === null
}

/** Sets another last day: on the hold shelf if the item is there, otherwise of waiting. */
export function extendHold(
  library: Library,
  actor: Actor,
  command: Command,
  hold_ref: string,
  until_on: LocalDate | null,
): Changed | NotChanged {
  return change(library, actor, command, hold_ref, 'edited', (hold, { today }) => {
    const past = until_on === null ? null : pastDay(until_on, today)
    if (past) return past
    if (hold.status === 'ready') return { ...holdState(hold), shelf_until_on: until_on ?? hold.shelf_until_on }
    return { ...holdState(hold), expires_on: until_on }
  })
}
