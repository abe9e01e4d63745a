/**
 * The station's process: opens the station with what main passes, answers requests in order, and closes by handshake.
 * Holds no rule. Must never answer out of order, nor continue after a message it cannot parse: it would lose a scan.
 */
import { measuredPinCost } from './library/pin.ts'
import { openStation } from './app.ts'
import { preparePractice } from './practice-start.ts'
import type { Station } from './station-ports.ts'
import type { Request } from '../shared/ipc/envelope.ts'
import { assert } from '../shared/kernel/assert.ts'
import { machineClock, machineMonotonic_ms, machineRandom } from './ipc/machine-edge.ts'
import { connectToMain } from './ipc/parent.ts'
import { keepHeapSmall } from './ipc/small-heap.ts'
import { fromStationSchema, toStationSchema, type ToStation } from './ipc/wire.ts'

keepHeapSmall()
const send = connectToMain(toStationSchema, fromStationSchema, receive)

/** One thing after another: each message waits for the one before. A failure ends the process; main restarts it. */
let work: Promise<void> = Promise.resolve()
let station: Station | null = null
let keeping: PromiseWithResolvers<void> | null = null

function receive(message: ToStation): void {
  // Neither waits for earlier work: the first asks whether there is any, and some work waits for the second.
  if (message.kind === 'health') return send({ kind: 'health', number: message.number })
  if (message.kind === 'key-kept') return keyKept(message.is_kept)
  work = work.then(() => act(message)).catch(stop)
}

type Work = Exclude<ToStation, { kind: 'health' | 'key-kept' }>

/** Main seals the key; until it confirms, nobody knows whether the next start will have it. */
function keepKey(key: Uint8Array): Promise<void> {
  keeping = Promise.withResolvers()
  send({ kind: 'keep-key', key })
  return keeping.promise
}

function keyKept(is_kept: boolean): void {
  if (is_kept) keeping?.resolve()
  else keeping?.reject(new Error('main could not seal it'))
}

async function act(message: Work): Promise<void> {
  if (message.kind === 'open') await open(message)
  else if (message.kind === 'request') await answer(message.request)
  else if (message.kind === 'devices-said') station?.devicesSaid(message.said)
  else if (message.kind === 'screens') station?.screensAre(message.screens)
  else await close()
}

async function open(message: Extract<ToStation, { kind: 'open' }>): Promise<void> {
  assert(station === null, 'the station is opened once')
  const { dataFolder, key, is_key_new, key_kept, version, signing, resume, practice } = message
  station = await openStation({
    dataFolder,
    key,
    is_key_new,
    key_kept,
    version,
    clock: machineClock,
    monotonic_ms: machineMonotonic_ms,
    random: machineRandom,
    measurePinCost: () => measuredPinCost(machineMonotonic_ms),
    log: (line) => send({ kind: 'log', line }),
    push: (push) => send({ kind: 'push', push }),
    keepKey,
    signing: signing && { ...signing, keep: (line) => send({ kind: 'head-signed', line }) },
    is_practice: practice !== null,
    askDevices: (asked) => send({ kind: 'ask-devices', asked }),
    showPatron: (view) => send({ kind: 'patron-view', view }),
    wantPatronWindow: (wish) => send({ kind: 'patron-window', wish }),
    openPractice: () => send({ kind: 'practice-asked' }),
    ...(resume === undefined ? {} : { resume }),
  })
  if (practice) await preparePractice(station, { ...practice, clock: machineClock, random: machineRandom })
  send({ kind: 'opened', session: station.sessionState() })
}

async function answer(request: Request): Promise<void> {
  assert(station !== null, 'the station is open before it is asked')
  const reply = await station.handle(request)
  send({ kind: 'reply', reply, session: station.sessionState() })
}

async function close(): Promise<void> {
  await station?.close()
  station = null
  send({ kind: 'closed' })
}

/** Logs why, then ends. Half a turn later, so that the line is sent before the process is gone. */
function stop(fault: unknown): void {
  send({ kind: 'log', line: `station stopped: ${fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown'}` })
  setTimeout(() => process.exit(1), 20)
}
