/** Commands that the desk makes itself. */
import { createHash } from 'node:crypto'
import { commandId } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import type { Command } from './command.ts'
import type { Library } from './library.ts'

/** A command that the desk makes itself: to keep a refused act, or to carry out a row that is no longer waiting. */
export function ownCommand(library: Library, what: string): Command {
  const request_hash = createHash('sha256').update(what).digest().subarray(0, 8)
  return { command_id: commandId(library.clock.now(), library.random), request_hash }
}

/**
 * The command that continues another: the same id gives the same one, so that a repeated command neither continues
 * twice nor stops halfway.
 */
export function followingCommand({ command_id, request_hash }: Command): Command {
  const began_at = instant(Number.parseInt(command_id.replace('-', '').slice(0, 12), 16))
  const seal = createHash('sha256').update(`${command_id} goes on`).digest()
  return { command_id: commandId(began_at, { bytes: (count) => seal.subarray(0, count) }), request_hash }
}
