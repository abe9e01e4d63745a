/** Papers of a drawer that are printed once more: which copy each is. Every copy is an entry of the session. */
import type { JobDraft } from '../../../shared/devices/job.ts'
import type { DeskEvent, EventOf } from '../../../shared/journal/event.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { sessionEventsOf } from './session-events.ts'

/** Which copy of a Z or a receipt the next one is. */
export function nextCopy(library: Library, session_ref: string, of_ref: string): number {
  const copies = sessionEventsOf(library, session_ref, 'copy-printed')
  return copies.filter(({ body }) => body.of_ref === of_ref).length + 1
}

type Copied = EventOf<'receipt-made' | 'refund-paid' | 'drawer-closed'>

function copied(library: Library, of_ref: string): Copied | null {
  const event = library.journal.event(of_ref)
  const isPaper = event?.kind === 'receipt-made' || event?.kind === 'refund-paid' || event?.kind === 'drawer-closed'
  return isPaper ? event : null
}

/** Whether printing the paper of this entry once more is an entry of its own. */
export function isCopied(library: Library, of_ref: string): boolean {
  return copied(library, of_ref) !== null
}

function copyDraft(library: Library, session_ref: string, of_ref: string) {
  const body = { session_ref, of_ref, copy_number: nextCopy(library, session_ref, of_ref) }
  return { kind: 'copy-printed', body } as const
}

/** The same of several papers that are on the screen together, for the system's dialog. */
export function recordCopies(
  library: Library,
  actor: Actor,
  command: Command,
  copies: readonly { readonly session_ref: string; readonly of_ref: string }[],
): void {
  const drafts = copies.map(({ session_ref, of_ref }) => copyDraft(library, session_ref, of_ref))
  if (drafts.length > 0) record(library, actor, command, drafts)
}

/**
 * A Z or a receipt is printed once more: which copy it is.
 * @param jobs what prints it, recorded with the entry
 */
export function recordCopy(
  library: Library,
  actor: Actor,
  command: Command,
  of_ref: string,
  jobs: readonly JobDraft[] = [],
): readonly DeskEvent[] | Refusal {
  const event = copied(library, of_ref)
  if (!event) return refuse('receipt-unknown')
  const draft = copyDraft(library, event.body.session_ref, of_ref)
  return record(library, actor, command, [draft], { jobs: new Map([[draft, jobs]]) })
}
