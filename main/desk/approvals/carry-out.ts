/** Calls a method again after its approval: the same handlers, the id that was made when it was asked. */
import { CONTRACT, isMethodName } from '../../../shared/ipc/contract.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import { isRefused, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'

export function carryOutBy(handlers: Handlers): Desk['carryOut'] {
  return (method, { commandId, ...rest }) => {
    assert(isMethodName(method), `a method of the contract: ${method}`)
    // Only a method that can record has an id.
    const { changes, input } = CONTRACT[method]
    const parsed = input.parse(changes ? { ...rest, commandId } : rest)
    const handler = handlers[method] as (one: unknown) => Answer<unknown> | Promise<Answer<unknown>>
    const answer = handler(parsed)
    assert(!(answer instanceof Promise), `${method} is done when it returns`)
    return isRefused(answer) ? answer.refused : null
  }
}
