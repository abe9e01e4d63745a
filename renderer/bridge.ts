/**
 * The typed client over `window.desk`: parses every answer with the contract before a screen sees it. Never throws;
 * decides and keeps nothing.
 */
import { CONTRACT, type Input, type MethodName } from '../shared/ipc/contract.ts'
import { pushSchema, replySchema } from '../shared/ipc/envelope.ts'
import { UNREADABLE, type Answer, type NotOk, type Wire } from './desk/wire.ts'
import { wordsBefore } from './screen-words.ts'

/** What the preload exposes: unknown, because anything may come back. */
type DeskDoor = {
  readonly call: (method: string, input: unknown) => Promise<unknown>
  readonly onPush: (listener: (push: unknown) => void) => () => void
}

declare global {
  interface Window {
    readonly desk: DeskDoor
  }
}

const resultSchema = replySchema.shape.result

/** Not a `fault`, because those say "NOT recorded". Notices have words of their own for it, in the clerk's language. */
function unreadable(): NotOk {
  const { heading, sentence } = wordsBefore().screen.rescue.notice.unreadable
  return { kind: 'failed', code: UNREADABLE, says: `${heading} ${sentence}` }
}

export function connectBridge(door: DeskDoor = window.desk): Wire {
  return {
    call: (name, input) => call(door, name, input),
    onPush: (listener) =>
      door.onPush((message) => {
        const push = pushSchema.safeParse(message)
        if (push.success) listener(push.data)
      }),
  }
}

async function call<Name extends MethodName>(door: DeskDoor, name: Name, input: Input<Name>): Promise<Answer<Name>> {
  const result = resultSchema.safeParse(await door.call(name, input).catch(() => null))
  if (!result.success) return unreadable()
  if (result.data.kind !== 'ok') return result.data
  const output = CONTRACT[name].output.safeParse(result.data.output)
  // The schema of this method parsed it; TypeScript cannot follow that through the generic name.
  return output.success ? ({ kind: 'ok', output: output.data } as Answer<Name>) : unreadable()
}
