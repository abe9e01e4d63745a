/**
 * Sends every byte through a printer queue of this computer, as the desk does, and reads it back at the port that the
 * queue prints to: `node try-queue.ts NAME PORT`. Run where such a queue was set up (`.github/workflows/gate.yml`).
 */
import { createServer } from 'node:net'
import { OWN_QUEUES } from '../../../main/devices/transports/own-queues.ts'
import { openQueueOf, queuesSeen } from '../../../main/devices/transports/queue.ts'

const openQueue = openQueueOf(OWN_QUEUES)

const [name = '', port = ''] = process.argv.slice(2)
const sent = Uint8Array.from({ length: 4_096 }, (_, at) => at % 256)
const came: Buffer[] = []
const all = Promise.withResolvers<void>()
const server = createServer((socket) =>
  socket.on('data', (bytes) => {
    came.push(bytes)
    if (came.reduce((sum, one) => sum + one.length, 0) >= sent.length) all.resolve()
  }),
).listen(Number(port), '127.0.0.1')

console.log('queues:', (await queuesSeen(OWN_QUEUES)).map((seen) => `${seen.path} (${seen.name})`).join(', '))
const place = { via: 'queue', name } as const
const opening = await openQueue(place, '', {
  onBytes: () => undefined,
  onLost: (detail) => console.log('lost:', detail),
})
if (opening.kind !== 'open') throw new Error(`not open: ${opening.fault}, ${opening.detail}`)
const written = await opening.line.write(sent, 60_000)
if (written.kind !== 'taken') throw new Error(`not taken: ${written.detail}`)
await all.promise
if (Buffer.compare(Buffer.concat(came), sent) !== 0) throw new Error('other bytes came out of the queue')
const gone = await openQueue({ via: 'queue', name: 'no such queue' }, '', {
  onBytes: () => undefined,
  onLost: () => undefined,
})
if (gone.kind === 'open') throw new Error('a queue that is not there was opened')
await opening.line.close()
server.close()
console.log('every byte came as it was sent')
