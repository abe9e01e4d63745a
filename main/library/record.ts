/** Records what a command did and who did it, and finds what it recorded before. */
import type { EventDraft, DeskEvent } from '../../shared/journal/event.ts'
import { isLaidKind } from '../../shared/journal/event-kinds.ts'
import type { StaffCode } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import type { Beside } from '../journal/beside.ts'
import type { Occasion, Past } from '../journal/journal.ts'
import { isTakingIn, layRows } from '../journal/lay.ts'
import type { Library } from './library.ts'
import type { Actor } from './actor.ts'
import type { Command } from './command.ts'

/** What this command recorded before; null when it is new, "changed" when another request used the id. */
export function pastOf(library: Library, command: Command): readonly DeskEvent[] | 'changed' | null {
  const past = library.journal.past(command.command_id)
  if (!past) return null
  return isSameAsked(past, command) ? past.events : 'changed'
}

/** Once its patron is forgotten nobody can compare: the command was done once, and gets its answer. */
function isSameAsked(past: Past, { request_hash, personal_hash = null }: Command): boolean {
  if (Buffer.compare(past.request_hash, request_hash) !== 0) return false
  if (past.personal_hash === null) return true
  return personal_hash !== null && Buffer.compare(past.personal_hash, personal_hash) === 0
}

/** What a record may need besides, and who did it if not the signed-in staff member; '' is the desk by itself. */
export type RecordOptions = Partial<Beside> & { readonly staff?: StaffCode | '' }

/** Records what one command did under the signed-in staff member's name, and lets the clock trust that moment. */
export function record(
  library: Library,
  actor: Actor,
  command: Command,
  drafts: readonly EventDraft[],
  { staff, ...beside }: RecordOptions = {},
): readonly DeskEvent[] {
  const occasion: Occasion = {
    ...command,
    at: library.clock.now(),
    offset_ms: library.central.offset_ms(),
    staff: staff ?? actor.staff?.staff_code ?? '',
    branch: library.here()?.branch_code ?? '',
  }
  // During an import the reference file has one writer: what a return would change there waits until that is done.
  const isFree = !isTakingIn(library.journal)
  const events = library.journal.record(occasion, drafts, beside)
  library.clock.trust(instant(events.at(-1)?.head.at_ms ?? occasion.at))
  if (isFree && drafts.some((draft) => isLaidKind(draft.kind))) layRows(library.journal)
  return events
}
