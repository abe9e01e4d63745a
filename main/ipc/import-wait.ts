/**
 * Holds back commands during an import, because the reference file has one writer. A method waits when the contract
 * lists 'import-running' among its refusals, also when it runs by approval.
 */
import { CONTRACT, isMethodName } from '../../shared/ipc/contract.ts'
import { no } from './answer.ts'
import type { Handlers } from './router.ts'

type Handler = (input: unknown) => unknown

/** @param isDone whether a command was carried out before: a repeat gets its answer, import or not */
export function waitForImport(
  handlers: Handlers,
  importing: { readonly isRunning: boolean },
  isDone: (commandId: string) => boolean,
): Handlers {
  const isHeld = (input: unknown): boolean =>
    importing.isRunning && !isDone((input as { readonly commandId?: string }).commandId ?? '')
  const waiting = Object.entries(handlers).flatMap(([name, handler]) => {
    if (!isMethodName(name) || !CONTRACT[name].refusals.includes('import-running')) return []
    return [[name, (input: unknown) => (isHeld(input) ? no('import-running') : (handler as Handler)(input))]]
  })
  return { ...handlers, ...(Object.fromEntries(waiting) as Partial<Handlers>) }
}
