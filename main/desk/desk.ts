/** What every service of the station is handed: the store, the journal, the clock, and the session at this desk. */
import type { DeskEvent } from '../../shared/journal/event.ts'
import type { Refusal } from '../../shared/refusals/refusals.ts'
import type { Session } from '../../shared/desk/session/session.ts'
import { withCommand } from '../../shared/desk/session/session-once.ts'
import { parseCommandId, type CommandId } from '../../shared/kernel/ids.ts'
import type { Library } from '../library/library.ts'
import type { Actor, Approved } from '../library/actor.ts'
import { type Command, commandText } from '../library/command.ts'
import { pastOf } from '../library/record.ts'

/** The desk: the library, and the session at its screen. */
export type Desk = {
  readonly library: Library
  /** The session now. Replaced whole; never changed in place. */
  session: Session
  /** A second person's approval, while what it was given for is carried out. */
  approved: Approved | null
  /** Calls a method as the screen would, with the approval in force. Refused: why not. */
  carryOut: (method: string, input: { readonly commandId: CommandId }) => Refusal | null
}

/** On whose word the desk acts now. */
export function actorOf({ session, approved }: Desk): Actor {
  return { staff: session.staff, approved, amnesty_by: session.amnesty_by }
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
  const past = pastOf(desk.library, command)
  if (past === 'changed') return { kind: 'changed' }
  if (past !== null) return { kind: 'same', events: isShown ? [] : past }
  if (!isShown) return { kind: 'new' }
  return shown === commandText(command) ? { kind: 'same', events: [] } : { kind: 'changed' }
}

/** Whether a command of this id was carried out, whatever it asked. */
export function isDone(desk: Desk, id: string): boolean {
  const command_id = parseCommandId(id)
  if (command_id === null) return false
  return (
    desk.session.commands.some((one) => one.startsWith(command_id)) || desk.library.journal.past(command_id) !== null
  )
}

export function remember(desk: Desk, command: Command): void {
  desk.session = withCommand(desk.session, commandText(command))
}
