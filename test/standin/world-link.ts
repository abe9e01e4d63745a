/**
 * How the preload's world and the page's world call each other: what Electron's contextBridge does. Values are copied,
 * functions become functions that call across, promises settle across. Sent to the page as source, so it uses nothing
 * from outside itself.
 */
import type { AnyFunction, Codec } from './codec.ts'

type Message =
  | { t: 'expose'; name: string; api: unknown }
  | { t: 'call'; id: number; fn: number; args: unknown[] }
  | { t: 'done'; id: number; value?: unknown; isPromise?: boolean; error?: string }
  | { t: 'settled'; id: number; value?: unknown; error?: string }

/** `out` and `into` are the names of the DOM events of each direction. Events are dispatched synchronously. */
export function makeLink(codec: Codec, out: string, into: string, onExpose: (name: string, api: unknown) => void) {
  const mine = new Map<number, AnyFunction>()
  const done = new Map<number, Extract<Message, { t: 'done' }>>()
  const settling = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  const nameOf = (fn: AnyFunction): number => {
    mine.set(++last, fn)
    return last
  }
  const functionOf =
    (fn: number): AnyFunction =>
    (...args) =>
      callAcross(fn, args)
  const send = (message: Message): void => {
    dispatchEvent(new CustomEvent(out, { detail: codec.encode(message, nameOf) }))
  }
  const words = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

  function callAcross(fn: number, args: unknown[]): unknown {
    const id = ++last
    const promised = Promise.withResolvers<unknown>()
    settling.set(id, promised)
    send({ t: 'call', id, fn, args })
    const answer = done.get(id)
    done.delete(id)
    if (answer?.isPromise) return promised.promise
    settling.delete(id)
    if (answer?.error !== undefined) throw new Error(answer.error)
    return answer?.value
  }

  function answerCall(id: number, fn: number, args: unknown[]): void {
    try {
      const value = mine.get(fn)?.(...args)
      if (!(value instanceof Promise)) return send({ t: 'done', id, value })
      send({ t: 'done', id, isPromise: true })
      value.then(
        (settled: unknown) => send({ t: 'settled', id, value: settled }),
        (fault: unknown) => send({ t: 'settled', id, error: words(fault) }),
      )
    } catch (fault) {
      send({ t: 'done', id, error: words(fault) })
    }
  }

  addEventListener(into, (event) => {
    const message = codec.decode((event as CustomEvent<string>).detail, functionOf) as Message
    if (message.t === 'expose') onExpose(message.name, message.api)
    else if (message.t === 'call') answerCall(message.id, message.fn, message.args)
    else if (message.t === 'done') done.set(message.id, message)
    else if (message.error !== undefined) settling.get(message.id)?.reject(new Error(message.error))
    else settling.get(message.id)?.resolve(message.value)
  })
  return { expose: (name: string, api: unknown) => send({ t: 'expose', name, api }) }
}
