/**
 * A printer of the network, which takes bytes as they come (port 9100). Most let one computer in at a time: they refuse
 * a second one, or let it in and hang up.
 */
import { lookup } from 'node:dns/promises'
import { Socket, type LookupFunction } from 'node:net'
import type { DevicePlace } from '../../../shared/devices/setup.ts'
import { oneAtATime } from './hanging.ts'
import {
  errorCodeOf,
  inPieces,
  notOpen,
  untilEnded,
  within,
  type Line,
  type LineEvents,
  type Open,
  type Seen,
} from './line.ts'

const CONNECT_LIMIT_MS = 4_000
/** One that lets a second computer in and hangs up does so within this. */
const SETTLE_MS = 150
/** A printer hangs up within this after this computer did. */
const LEAVES_MS = 500
/** The system asks whether a silent printer is still there; one that was switched off hangs up on nobody. */
const KEEP_ALIVE_MS = 10_000

/** A printer of the network that was set up is always worth a try. */
export function networkSeen(places: readonly DevicePlace[]): readonly Seen[] {
  return places.flatMap((place): Seen[] =>
    place.via === 'tcp'
      ? [{ place, name: '', looks_like: 'network-printer', path: `${place.host}:${place.port_number}` }]
      : [],
  )
}

/** Where no server of names answers, each search holds a thread for half a minute: longer than the printer is tried. */
const addressesOf = oneAtATime((name) => lookup(name, { all: true }))

/** Settles when the printer has let this computer in and did not hang up at once. */
async function connected(socket: Socket, host: string, port: number): Promise<void> {
  const addresses = await within(CONNECT_LIMIT_MS, `looking for ${host}`, addressesOf(host))
  const [{ address, family } = { address: '', family: 0 }] = addresses
  const known: LookupFunction = (_host, { all: isAll = false }, callback) =>
    isAll ? callback(null, [...addresses]) : callback(null, address, family)
  await new Promise<void>((resolve, reject) => {
    let settling: NodeJS.Timeout | undefined
    const end = (fault: Error): void => {
      clearTimeout(settling)
      clearTimeout(late)
      reject(fault)
    }
    const late = setTimeout(() => end(new Error(`no answer from ${host} in ${CONNECT_LIMIT_MS} ms`)), CONNECT_LIMIT_MS)
    socket.once('error', end)
    socket.once('close', () => end(new Error('the printer is in use: it hung up')))
    socket.once('connect', () => {
      clearTimeout(late)
      settling = setTimeout(resolve, SETTLE_MS)
    })
    socket.setNoDelay(true)
    socket.setKeepAlive(true, KEEP_ALIVE_MS)
    socket.connect({ host, port, lookup: known })
  })
}

function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (fault) => (fault ? reject(fault) : resolve()))
  })
}

/** Settles when the printer hung up as well: until then it would refuse this computer too. What is left is not sent. */
async function leave(socket: Socket): Promise<void> {
  if (socket.destroyed || socket.writableLength > 0) return void socket.destroy()
  const left = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const late = setTimeout(() => socket.destroy(), LEAVES_MS)
  socket.end()
  await left
  clearTimeout(late)
}

function lineOf(socket: Socket, heard: ReturnType<typeof untilEnded>): Line {
  return {
    write: async (bytes, limit_ms, isHeldUp) => {
      const end = await inPieces(bytes, limit_ms, (piece) => written(socket, piece), { isHeldUp })
      // What is left in the socket would reach the printer in the middle of the next job.
      if (end.kind === 'short') setImmediate(() => heard.onLost(end.detail))
      return end
    },
    close: () => {
      heard.end()
      return leave(socket)
    },
  }
}

export const openTcp: Open = async (place, _path, events: LineEvents) => {
  if (place.via !== 'tcp') throw new Error('a printer of the network')
  const heard = untilEnded(events)
  const socket = new Socket()
  socket.on('data', (bytes) => heard.onBytes(bytes))
  try {
    await connected(socket, place.host, place.port_number)
  } catch (fault) {
    heard.end()
    socket.on('error', () => undefined)
    socket.destroy()
    const opening = notOpen(fault)
    if (opening.kind === 'open' || opening.fault === 'busy') return opening
    // It refuses while another computer prints, and as long as nothing of the printer answers this is no such case.
    const isRefused = ['ECONNREFUSED', 'ECONNRESET'].includes(errorCodeOf(fault))
    return { ...opening, fault: isRefused ? 'busy' : 'broken' }
  }
  socket.on('error', (fault) => heard.onLost(fault.message))
  socket.on('close', () => heard.onLost('the printer hung up'))
  if (socket.destroyed) heard.onLost('the printer hung up')
  return { kind: 'open', line: lineOf(socket, heard) }
}
