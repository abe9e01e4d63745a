/**
 * Looks for printers of the local network, when a person does: each network of this computer is asked once in each
 * language, and answers are collected for a moment. No address is tried that did not answer.
 */
import { createSocket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import { LAN_QUESTIONS, type LanQuestion, type LanReply } from '../../../shared/devices/printer/lan-replies.ts'
import type { Seen } from './line.ts'

const LISTEN_MS = 1_500
const FOUND_MAX = 50

/** A network of this computer: its own address there, and the one that everybody there hears. */
type Network = { readonly own: string; readonly everybody: string }

const partsOf = (address: string): readonly number[] => address.split('.').map(Number)

function networksHere(): readonly Network[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address, netmask }) => {
      const mask = partsOf(netmask)
      const everybody = partsOf(address).map((part, at) => part | (~(mask[at] ?? 0) & 0xff))
      return { own: address, everybody: everybody.join('.') }
    })
}

/** Asks one network in one language. Where it cannot be asked, nothing answers. */
function asked({ own, everybody }: Network, question: LanQuestion, listen_ms: number): Promise<readonly LanReply[]> {
  const { multicast, port_number, bytes, read } = question
  const replies: LanReply[] = []
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const end = (): void => {
      clearTimeout(late)
      // Closed twice it throws, and with nobody to hear an error, too.
      socket.off('error', end).on('error', () => undefined)
      socket.removeAllListeners('message').close(() => resolve(replies))
    }
    const late = setTimeout(end, listen_ms)
    socket.once('error', end)
    socket.on('message', (message, { address }) => {
      if (replies.length < FOUND_MAX) replies.push(...read(message, address))
    })
    socket.bind({ address: own }, () => {
      try {
        if (multicast === undefined) socket.setBroadcast(true)
        else socket.setMulticastInterface(own)
        socket.send(bytes, port_number, multicast ?? everybody, () => undefined)
      } catch {
        // A network that went away meanwhile.
      }
    })
  })
}

/** Each printer once, by the first language in which it answered. */
export async function lanPrintersSeen(
  networks = networksHere(),
  questions: readonly LanQuestion[] = Object.values(LAN_QUESTIONS),
  listen_ms = LISTEN_MS,
): Promise<readonly Seen[]> {
  const replies = await Promise.all(
    questions.flatMap((question) => networks.map((network) => asked(network, question, listen_ms))),
  )
  const found = new Map<string, Seen>()
  for (const { host, port_number, name } of replies.flat()) {
    const path = `${host}:${port_number}`
    if (found.has(path)) continue
    found.set(path, { place: { via: 'tcp', host, port_number }, name, looks_like: 'network-printer', path })
  }
  return [...found.values()].slice(0, FOUND_MAX)
}
