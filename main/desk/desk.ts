/** The desk object that every service is given: the library, and the session at this desk. */
import type { DeskEvent } from '../../shared/journal/event.ts'
import type { Refusal } from '../../shared/refusals/refusals.ts'
import type { Session } from '../../shared/desk/session/session.ts'
import { commandShown, withCommand } from '../../shared/desk/session/session-once.ts'
import { parseCommandId, type CommandId } from '../../shared/kernel/ids.ts'
import type { DeviceBoard } from './upkeep/devices/board.ts'
import type { Library } from '../library/library.ts'
import type { Sync } from '../sync/sync.ts'
import type { Actor, Approved } from '../library/actor.ts'
import { type Command, textWithoutPin } from '../library/command.ts'
import { pastOf } from '../library/record.ts'

export type Desk = {
  readonly library: Library
  readonly devices: DeviceBoard
  /** The current session. Replaced as a whole; never changed in place. */
  session: Session
  /** A second person's approval, while the approved act is carried out. */
  approved: Approved | null
  /** Calls a method as the screen would, with the approval in force. Returns a refusal: why not. */
  carryOut: (method: string, input: { readonly commandId: CommandId }) => Refusal | null
  /** Keeps the desk in step with a central server; a desk in tests and in benchmarks may have none. */
  sync?: Sync
}

/** Who acts at the desk now. */
export function actorOf({ session, approved }: Desk): Actor {
  return { staff: session.staff, approved, allowed: session.allowed }
}

/** Whether this id was carried out before, and what it recorded then. */
export type Seen =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed' }
  /** `events` is empty when it recorded nothing, or when the session shows it already. */
  | { readonly kind: 'same'; readonly events: readonly DeskEvent[] }

export function seenBefore(desk: Desk, command: Command): Seen {
  const shown = commandShown(desk.session, command.command_id)
  const isShown = shown !== null
  const past = pastOf(desk.library, command)
  if (past === 'changed') return { kind: 'changed' }
  if (past !== null) return { kind: 'same', events: isShown ? [] : past }
  if (!isShown) return { kind: 'new' }
  return shown === textWithoutPin(command) ? { kind: 'same', events: [] } : { kind: 'changed' }
}

/** Whether a command with this id was carried out, whatever it asked. */
export function isDone(desk: Desk, id: string): boolean {
  const command_id = parseCommandId(id)
  if (command_id === null) return false
  return commandShown(desk.session, command_id) !== null || desk.library.journal.past(command_id) !== null
}

export function remember(desk: Desk, command: Command): void {
  desk.session = withCommand(desk.session, command.command_id, textWithoutPin(command))
}
