/**
 * The two scripts that Chromium runs in each new page before the page's own: the bridge's end in the page's world, and
 * the preload with its `require('electron')` in a world of its own. Functions here are sent as source, so each uses
 * only its arguments.
 */
import { makeCodec, type AnyFunction, type Codec } from './codec.ts'
import { makeLink } from './world-link.ts'

export const PRELOAD_WORLD = 'Electron Isolated Context'
/** What the preload's world calls to reach main, and what main calls to reach it. Neither is in the page's world. */
export const BINDING = '__standinIpc'
export const DELIVER = '__standinDeliver'

export type FromPreload =
  { t: 'invoke'; id: number; channel: string; args: unknown[] } | { t: 'send'; channel: string; args: unknown[] }
export type ToPreload =
  | { t: 'reply'; id: number; channel: string; value?: unknown; error?: string }
  | { t: 'event'; channel: string; args: unknown[] }

type MakeLink = typeof makeLink

function pageWorld(codec: Codec, link: MakeLink): void {
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    Object.values(value).forEach(freeze)
    return Object.freeze(value)
  }
  link(codec, 'standin-up', 'standin-down', (name, api) => {
    Object.defineProperty(globalThis, name, { value: freeze(api), enumerable: true })
  })
}

function preloadWorld(codec: Codec, link: MakeLink, names: { binding: string; deliver: string; platform: string }) {
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const post = world[names.binding] as (text: string) => void
  delete world[names.binding]
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, Set<AnyFunction>>()
  let last = 0
  world[names.deliver] = (text) => {
    const message = codec.decode(text) as ToPreload
    if (message.t === 'event') {
      for (const listener of listeners.get(message.channel) ?? []) listener({ ports: [] }, ...message.args)
      return
    }
    const promised = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) promised?.resolve(message.value)
    else promised?.reject(new Error(`Error invoking remote method '${message.channel}': ${message.error}`))
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => {
      const promised = Promise.withResolvers<unknown>()
      post(codec.encode({ t: 'invoke', id: ++last, channel, args }))
      waiting.set(last, promised)
      return promised.promise
    },
    send: (channel: string, ...args: unknown[]) => post(codec.encode({ t: 'send', channel, args })),
    on: (channel: string, listener: AnyFunction) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    removeListener: (channel: string, listener: AnyFunction) => {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const bridge = link(codec, 'standin-down', 'standin-up', () => {})
  const contextBridge = { exposeInMainWorld: (name: string, api: unknown) => bridge.expose(name, api) }
  return {
    require: (name: string): unknown => {
      if (name === 'electron') return { contextBridge, ipcRenderer }
      throw new Error(`module not found: ${name}`)
    },
    process: Object.freeze({ contextIsolated: true, sandboxed: true, type: 'renderer', platform: names.platform }),
  }
}

/** The first two arguments of both, as source. */
const SHARED = `(${String(makeCodec)})(), ${String(makeLink)}`

/** Top frame only: Electron gives sub-frames no preload either, unless asked to. */
export const PAGE_SCRIPT = `if (top === window) (${String(pageWorld)})(${SHARED})`

export function preloadScript(preload: string): string {
  const names = JSON.stringify({ binding: BINDING, deliver: DELIVER, platform: process.platform })
  return `if (top === window) {
    const { require, process } = (${String(preloadWorld)})(${SHARED}, ${names})
    const module = { exports: {} };
    (function (exports) {
${preload}
    })(module.exports)
  }`
}
