/** What every service of the station is handed: the store, the journal, the clock, and the session at this desk. */
import { createHash } from 'node:crypto'
import type { EventDraft, DeskEvent } from '../../shared/journal/event.ts'
import { canonical } from '../../shared/journal/event.ts'
import { isPatchKind } from '../../shared/journal/patch.ts'
import type { Refusal } from '../../shared/circulation/refusals.ts'
import type { Session } from '../../shared/desk/session.ts'
import { withCommand } from '../../shared/desk/session-once.ts'
import type { Grant } from '../../shared/staff/permissions.ts'
import { parseCommandId, type CommandId, type Random, type StaffCode } from '../../shared/kernel/ids.ts'
import { must } from '../../shared/kernel/assert.ts'
import { instant } from '../../shared/kernel/time.ts'
import { NO_PARTIES, type Beside } from '../journal/beside.ts'
import type { Journal, Occasion } from '../journal/journal.ts'
import { applyPatches, tryPatches } from '../journal/patches.ts'
import type { Store } from '../store/store.ts'
import type { DeskClock } from './desk-clock.ts'
import type { Library } from './library.ts'

export type Desk = {
  readonly store: Store
  readonly journal: Journal
  readonly library: Library
  readonly clock: DeskClock
  readonly random: Random
  /** The session now. Replaced whole; never changed in place. */
  session: Session
  /** A second person's approval, while what it was given for is carried out. */
  approved: Approved | null
  /** Calls a method as the screen would, with the approval in force. Refused: why not. */
  carryOut: (method: string, input: { readonly commandId: CommandId }) => Refusal | null
}

/** What was approved, how far it reaches (cents or days; 0 where the grant has no ceiling), by whom, and why. */
export type Approved = {
  readonly grant: Grant
  readonly reach: number
  readonly approved_by: string
  readonly reason: string
}

/** A command that changes something: its id, and a seal of what it asks. */
export type Command = { readonly command_id: CommandId; readonly request_hash: Uint8Array }

/** A short seal over a PIN or a card could be tried out against all of them: they are no part of it. */
const NOT_SEALED: ReadonlySet<string> = new Set([
  'commandId',
  'pin',
  'new_pin',
  'card_barcode',
  'card_tail',
  'to_whom',
  'to_file',
])

/** @param method and input: what was asked; the id itself is not part of the seal, nor what must stay secret */
export function commandOf(method: string, input: { readonly commandId: string }): Command {
  const command_id = must(parseCommandId(input.commandId), 'the contract checked the commandId')
  const open = Object.entries(input).filter(([name]) => !NOT_SEALED.has(name))
  const asked = canonical({ method, input: Object.fromEntries(open) })
  const request_hash = createHash('sha256').update(asked).digest().subarray(0, 8)
  return { command_id, request_hash }
}

/** Whether this id was carried out before, and what it recorded then. */
export type Seen =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed' }
  /** `events` is empty when it recorded nothing, or when the session shows it already. */
  | { readonly kind: 'same'; readonly events: readonly DeskEvent[] }

export function seenBefore(desk: Desk, command: Command): Seen {
  const shown = desk.session.commands.find((one) => one.startsWith(command.command_id))
  const isShown = shown !== undefined
  const past = desk.journal.past(command.command_id)
  if (!past) {
    if (!isShown) return { kind: 'new' }
    return shown === shownAs(command) ? { kind: 'same', events: [] } : { kind: 'changed' }
  }
  if (Buffer.compare(past.request_hash, command.request_hash) !== 0) return { kind: 'changed' }
  return { kind: 'same', events: isShown ? [] : past.events }
}

/** How the session keeps a command it has carried out: its id and the seal of what was asked. */
function shownAs(command: Command): string {
  return `${command.command_id}:${Buffer.from(command.request_hash).toString('hex')}`
}

export function remember(desk: Desk, command: Command): void {
  desk.session = withCommand(desk.session, shownAs(command))
}

/** What a record may need besides, and who did it when not whoever is signed in; '' is the desk by itself. */
export type RecordOptions = Partial<Beside> & { readonly staff?: StaffCode | '' }

/** Records what one command did, named to whoever is signed in, and lets the clock trust that moment. */
export function record(
  desk: Desk,
  command: Command,
  drafts: readonly EventDraft[],
  { staff, ...beside }: RecordOptions = {},
): readonly DeskEvent[] {
  const occasion: Occasion = {
    ...command,
    at: desk.clock.now(),
    staff: staff ?? desk.session.staff?.staff_code ?? '',
    branch: desk.library.here()?.branch_code ?? '',
  }
  // While data is taken in, the reference file has one writer: what follows from a return waits until that is done.
  const isCarried = drafts.some((draft) => isPatchKind(draft.kind)) && !desk.store.reference.db.inTransaction
  if (isCarried) tryPatches(desk.store, desk.journal.foreseen(occasion, drafts), beside.parties ?? NO_PARTIES)
  const events = desk.journal.record(occasion, drafts, beside)
  desk.clock.trust(instant(events.at(-1)?.head.at_ms ?? occasion.at))
  if (isCarried) applyPatches(desk.store, desk.journal)
  return events
}
