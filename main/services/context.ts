/** What every service of the station is handed: the store, the journal, the clock, and the session at this desk. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CONTRACT, isMethodName } from '../../shared/ipc/contract.ts'
import { unsealedAs, type Unsealed } from '../../shared/ipc/method.ts'
import type { EventDraft, DeskEvent } from '../../shared/journal/event.ts'
import { canonical } from '../../shared/journal/event.ts'
import { isPatchKind } from '../../shared/journal/patch.ts'
import type { Refusal } from '../../shared/refusals/refusals.ts'
import type { Session } from '../../shared/desk/session.ts'
import { withCommand } from '../../shared/desk/session-once.ts'
import type { Grant } from '../../shared/staff/permissions.ts'
import { parseCommandId, type CommandId, type PatronId, type Random, type StaffCode } from '../../shared/kernel/ids.ts'
import { must } from '../../shared/kernel/assert.ts'
import { instant } from '../../shared/kernel/time.ts'
import { NO_PARTIES, type Beside } from '../journal/beside.ts'
import { idBytes, type Journal, type Occasion, type Past } from '../journal/journal.ts'
import { applyPatches, tryPatches } from '../journal/patches.ts'
import type { Store } from '../store/store.ts'
import type { DeskClock } from './desk-clock.ts'
import type { Library } from './library.ts'
import { slowSeal } from './pin.ts'

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

/** A command that changes something: its id, and seals of what it asks. */
export type Command = {
  readonly command_id: CommandId
  /** Of all that may be sealed for good. */
  readonly request_hash: Uint8Array
  /** Of what is about a patron, or a PIN; null where it asks nothing such. */
  readonly personal_hash?: Uint8Array | null
}

/** What the contract says of a field that no lasting seal may hold. */
function unsealedIn(method: string, name: string): Unsealed | null {
  const { input } = isMethodName(method) ? CONTRACT[method] : {}
  const shape: Readonly<Record<string, unknown>> = input instanceof z.ZodObject ? input.shape : {}
  const field = shape[name]
  return field instanceof z.ZodType ? unsealedAs(field) : null
}

/**
 * A short seal over a PIN or a card could be tried out against all of them: they have one of their own, which goes
 * with whoever the events are about. A PIN is sealed as slowly as PINs are kept.
 * @param method and input: what was asked; the id itself is not part of the seals
 */
export function commandOf(method: string, input: { readonly commandId: string }): Command {
  const command_id = must(parseCommandId(input.commandId), 'the contract checked the commandId')
  const asked: Record<string, unknown> = {}
  const personal: Record<string, unknown> = {}
  let hasPin = false
  for (const [name, value] of Object.entries(input)) {
    if (name === 'commandId' || value === undefined) continue
    const unsealed = unsealedIn(method, name)
    ;(unsealed === null ? asked : personal)[name] = value
    hasPin ||= unsealed === 'pin'
  }
  // Their names stay, so that one more or one less is noticed always.
  const names = Object.keys(personal).sort()
  const lasting = canonical({ method, input: asked, ...(names.length > 0 ? { personal: names } : {}) })
  const request_hash = createHash('sha256').update(lasting).digest().subarray(0, 8)
  if (names.length === 0) return { command_id, request_hash, personal_hash: null }
  const said = canonical(personal)
  const seal = hasPin
    ? slowSeal(said, idBytes(command_id))
    : createHash('sha256').update(command_id).update(said).digest()
  return { command_id, request_hash, personal_hash: seal.subarray(0, 16) }
}

/** What this command recorded before; null when it is new, "changed" when the id was another's. */
export function pastOf(desk: Desk, command: Command): readonly DeskEvent[] | 'changed' | null {
  const past = desk.journal.past(command.command_id)
  if (!past) return null
  return isSameAsked(past, command) ? past.events : 'changed'
}

/** Once whoever it was about is forgotten nobody can tell: it was done, once, and is answered so. */
function isSameAsked(past: Past, { request_hash, personal_hash = null }: Command): boolean {
  if (Buffer.compare(past.request_hash, request_hash) !== 0) return false
  if (past.personal_hash === null) return true
  return personal_hash !== null && Buffer.compare(past.personal_hash, personal_hash) === 0
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
  const past = pastOf(desk, command)
  if (past === 'changed') return { kind: 'changed' }
  if (past !== null) return { kind: 'same', events: isShown ? [] : past }
  if (!isShown) return { kind: 'new' }
  return shown === commandText(command) ? { kind: 'same', events: [] } : { kind: 'changed' }
}

/** A command that was carried out, as it is kept outside the journal: its id and the seals of what was asked. */
export function commandText({ command_id, request_hash, personal_hash }: Command): string {
  const seals = Buffer.concat([request_hash, personal_hash ?? new Uint8Array()])
  return `${command_id}:${seals.toString('hex')}`
}

/** Whether a command of this id was carried out, whatever it asked. */
export function isDone(desk: Desk, id: string): boolean {
  const command_id = parseCommandId(id)
  if (command_id === null) return false
  return desk.session.commands.some((one) => one.startsWith(command_id)) || desk.journal.past(command_id) !== null
}

export function remember(desk: Desk, command: Command): void {
  desk.session = withCommand(desk.session, commandText(command))
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
  const { parties = NO_PARTIES } = beside
  const patronOf = (index: number): PatronId | null => parties.get(must(drafts[index], 'its draft')) ?? null
  if (isCarried) tryPatches(desk.store, desk.journal.foreseen(occasion, drafts), patronOf)
  const events = desk.journal.record(occasion, drafts, beside)
  desk.clock.trust(instant(events.at(-1)?.head.at_ms ?? occasion.at))
  if (isCarried) applyPatches(desk.store, desk.journal)
  return events
}
