/** Commands of the desk's own making. */
import { createHash } from 'node:crypto'
import { commandId } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import type { Command } from './command.ts'
import type { Library } from './library.ts'

/** A command of the desk's own making: a refused act is kept, a row waits no longer and is carried out. */
export function ownCommand(library: Library, what: string): Command {
  const request_hash = createHash('sha256').update(what).digest().subarray(0, 8)
  return { command_id: commandId(library.clock.now(), library.random), request_hash }
}

/**
 * The command that goes on from another: the same one for the same id, so that a command sent again neither goes on
 * twice nor stops half-way.
 */
export function followingCommand({ command_id, request_hash }: Command): Command {
  const began_at = instant(Number.parseInt(command_id.replace('-', '').slice(0, 12), 16))
  const seal = createHash('sha256').update(`${command_id} goes on`).digest()
  return { command_id: commandId(began_at, { bytes: (count) => seal.subarray(0, count) }), request_hash }
}
