/**
 * Scans on their way to the station. Each goes out at once, in order, with an id of its own; none waits for the screen.
 * When the station is starting again, they are kept and sent once more with the same id, in the same order, so that
 * none is lost and none is recorded twice. Must never drop an entry without saying so.
 */
import type { CommandId } from '../../shared/kernel/ids.ts'
import type { Answer } from './wire.ts'

export type ScanSource = 'scan' | 'typed'
export type ScanEntry = { readonly command_id: CommandId; readonly text: string; readonly source: ScanSource }

/** How long to wait for word that the station is up before trying all the same. */
const RETRY_AFTER_MS = 3_000

type Held = { readonly entry: ScanEntry; readonly place: number; readonly sends_count: number }

export type ScanQueue = {
  readonly add: (entry: ScanEntry) => void
  /** The station is up: what was kept goes out. */
  readonly release: () => void
}

export function createScanQueue(parts: {
  readonly send: (entry: ScanEntry) => Promise<Answer<'desk.scan'>>
  readonly onAnswer: (answer: Answer<'desk.scan'>, entry: ScanEntry) => void
  readonly onCount: (waiting_count: number) => void
}): ScanQueue {
  const held: Held[] = []
  let sent_count = 0
  let places_count = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = (): void => parts.onCount(sent_count + held.length)

  const send = async (one: Held): Promise<void> => {
    sent_count += 1
    const answer = await parts.send(one.entry)
    sent_count -= 1
    const isStationGone = answer.kind === 'failed' && answer.code === 'process-down'
    if (isStationGone && one.sends_count === 0) hold({ ...one, sends_count: 1 })
    else parts.onAnswer(answer, one.entry)
    tell()
  }

  const release = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const inOrder = held.splice(0).sort((a, b) => a.place - b.place)
    for (const one of inOrder) void send(one)
    tell()
  }

  const hold = (one: Held): void => {
    held.push(one)
    timer ??= setTimeout(release, RETRY_AFTER_MS)
  }

  return {
    add: (entry) => {
      // A later scan never overtakes one that is kept: the card must arrive before its books.
      const one = { entry, place: places_count++, sends_count: 0 }
      if (held.length > 0) hold(one)
      else void send(one)
      tell()
    },
    release,
  }
}
