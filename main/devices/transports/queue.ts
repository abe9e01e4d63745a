/**
 * A receipt printer behind a queue of this computer's own printing system, which passes bytes on as they are. It is the
 * way to a USB printer on Windows and macOS. Nothing comes back from the printer; but whether the queue passed a job on
 * is known, and one that it keeps is withdrawn, so that no drawer opens hours later when somebody turns the printer on.
 */
import { execFile } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { DevicePlace } from '../../../shared/devices/setup.ts'
import { inTime, notOpen, untilEnded, type Line, type Open, type Seen, type Written } from './line.ts'

/** `says`: what the printer behind it says of itself, or the name of the queue. */
export type ListedQueue = { readonly name: string; readonly says: string }

/** The system said no: its queue has nothing of the job. Any other failure, as no answer in time, does not tell. */
export class QueueRefused extends Error {}

/** One queue, while it is used. Each call throws what the system says of a failure. */
export type Queue = {
  /** @returns the number of the job @throws QueueRefused where the queue has nothing of it */
  readonly send: (bytes: Uint8Array) => Promise<string>
  /** Whether the queue still has it. */
  readonly isWaiting: (job: string) => Promise<boolean>
  readonly withdraw: (job: string) => Promise<void>
  readonly close: () => void
}

export type QueueSystem = {
  readonly list: () => Promise<readonly ListedQueue[]>
  readonly use: (name: string) => Promise<Queue>
}

const COMMAND_LIMIT_MS = 10_000
const LOOK_AGAIN_MS = 200

/** @param folder where the commands are; left out: where the system has them */
export function cupsQueues(folder = ''): QueueSystem {
  const run = (command: string, args: readonly string[], input?: Uint8Array): Promise<string> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, LC_ALL: 'C' }
      const options = { env, timeout: COMMAND_LIMIT_MS, windowsHide: true }
      const child = execFile(folder + command, args, options, (fault, stdout, stderr) => {
        if (!fault) return resolve(stdout)
        const says = stderr.trim() === '' ? fault.message : stderr.trim()
        reject(fault.killed === true ? new Error(says) : new QueueRefused(says))
      })
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })
  return {
    list: async () => {
      // It fails where there is no queue, and where there is no printing system.
      const listed = await run('lpstat', ['-v']).catch(() => '')
      return [...listed.matchAll(/^device for ([^:\s]+): (\S+)$/gm)].map(([, name = '', uri = '']) => {
        const usb = /^usb:\/\/([^?]+)/.exec(uri)?.[1]
        return { name, says: usb === undefined ? name : decoded(usb).replace('/', ' ') }
      })
    },
    use: (name) =>
      Promise.resolve({
        send: async (bytes) => {
          const said = await run('lp', ['-d', name, '-o', 'raw', '-t', 'Datestamp'], bytes)
          return /request id is (\S+)/.exec(said)?.[1] ?? ''
        },
        isWaiting: async (job) => (await run('lpstat', ['-o', name])).split(/\s+/).includes(job),
        withdraw: async (job) => void (await run('cancel', [job])),
        close: () => undefined,
      }),
  }
}

/** As it stands where it is badly encoded: one such address hides no other queue. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export async function queuesSeen(system: QueueSystem): Promise<readonly Seen[]> {
  return (await system.list()).map(({ name, says }) => seenAs({ via: 'queue', name }, says))
}

export function seenAs(place: Extract<DevicePlace, { via: 'queue' }>, name = ''): Seen {
  return { place, name: name.slice(0, 200), looks_like: 'queue', path: `queue ${place.name}` }
}

async function written(queue: Queue, bytes: Uint8Array, limit_ms: number): Promise<Written> {
  let job: string | null = null
  try {
    const until_ms = performance.now() + limit_ms
    job = await queue.send(bytes)
    while (await queue.isWaiting(job)) {
      if (performance.now() >= until_ms) throw new Error('the queue did not pass it on in time')
      await pause(LOOK_AGAIN_MS)
    }
    return { kind: 'taken' }
  } catch (fault) {
    // One that cannot be withdrawn either may be done later: the clerk is told so, as of any that may be done.
    if (job !== null) await queue.withdraw(job).catch(() => undefined)
    const taken_max_count = job === null && fault instanceof QueueRefused ? 0 : bytes.length
    return { kind: 'short', taken_max_count, detail: fault instanceof Error ? fault.message : String(fault) }
  }
}

const OPEN_LIMIT_MS = 20_000

export function openQueueOf(system: QueueSystem): Open {
  return async (place, _path, events) => {
    if (place.via !== 'queue') throw new Error('a queue')
    try {
      const listed = await inTime(OPEN_LIMIT_MS, system.list())
      if (listed === null) throw new Error('the printing system does not answer')
      if (!listed.result.some(({ name }) => name === place.name))
        return { kind: 'not-open', fault: 'absent', detail: `no queue is called ${place.name}` }
      const queue = await system.use(place.name)
      const heard = untilEnded(events)
      const line: Line = {
        write: async (bytes, limit_ms) => {
          const end = await written(queue, bytes, limit_ms)
          if (end.kind === 'short') setImmediate(() => heard.onLost(end.detail))
          return end
        },
        close: () => {
          heard.end()
          queue.close()
          return Promise.resolve()
        },
      }
      return { kind: 'open', line }
    } catch (fault) {
      return notOpen(fault)
    }
  }
}
