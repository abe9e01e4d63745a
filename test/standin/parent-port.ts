/**
 * Loaded first in each child: gives it the `process.parentPort` of Electron's utility processes, over Node's own. As
 * there, what comes before anybody listens is kept until somebody does.
 */
import { EventEmitter } from 'node:events'

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => {
    if (process.connected) process.send?.(message)
  },
})

type Message = { readonly data: unknown; readonly ports: readonly never[] }
let early: Message[] = []

function hand(): void {
  const messages = early
  early = []
  for (const message of messages) port.emit('message', message)
}

process.on('message', (data) => {
  early.push({ data, ports: [] })
  if (port.listenerCount('message') > 0) hand()
})
port.on('newListener', (event) => {
  // It listens once this is over.
  if (event === 'message') process.nextTick(hand)
})
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: port })
