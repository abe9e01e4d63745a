/**
 * The shape of the one door out of the renderer, as desk/ uses it. `renderer/bridge.ts` is the real one over
 * `window.desk`; tests pass a scripted one. There is no second way to the station.
 */
import type { Input, MethodName, Output } from '../../shared/ipc/contract.ts'
import type { Push, Result } from '../../shared/ipc/envelope.ts'

export type NotOk = Exclude<Result, { kind: 'ok' }>
export type Answer<Name extends MethodName> = { readonly kind: 'ok'; readonly output: Output<Name> } | NotOk

export type Wire = {
  readonly call: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Answer<Name>>
  readonly onPush: (listener: (push: Push) => void) => () => void
}

/** The code of an answer that breaks the contract: nobody knows whether something was recorded. */
export const UNREADABLE = 'unreadable-answer'

/** Why something was not done, and what to do instead. */
export function whyNot(answer: NotOk): string {
  return answer.kind === 'refused' ? `${answer.says} ${answer.way_out}` : answer.says
}
