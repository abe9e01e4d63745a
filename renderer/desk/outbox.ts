/**
 * Everything that changes the session, on its way to the station: scans, answers, finishing, going. Each goes out at
 * once, in order; none waits for the screen. When the station is starting again, they are kept and sent once more with
 * the same ids, in the same order, so that none is lost, none is recorded twice, and none overtakes another: the books
 * go in before the Enter that finishes them. Must never drop an entry without answering it.
 */
import type { Input, MethodName } from '../../shared/ipc/contract.ts'
import type { CommandId } from '../../shared/kernel/ids.ts'
import type { Silence } from './silence.ts'
import type { Answer, Wire } from './wire.ts'

export type ScanSource = 'scan' | 'typed'
export type ScanEntry = { readonly command_id: CommandId; readonly text: string; readonly source: ScanSource }

/** How long to wait for word that the station is up before trying all the same. */
const RETRY_AFTER_MS = 3_000

/** `send` sends it and is told whether it must be kept: then it comes back here in its place. */
type Entry = { readonly send: () => Promise<'answered' | 'keep'>; readonly place: number }

export type Outbox = {
  /** Answers once: when the station does, or when it was not there twice. */
  readonly call: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Answer<Name>>
  /** The station is up: what was kept goes out. */
  readonly release: () => void
}

export function createOutbox(call: Wire['call'], silence: Silence): Outbox {
  const held: Entry[] = []
  let places_count = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  const send = async (entry: Entry): Promise<void> => {
    if ((await entry.send()) === 'keep') hold(entry)
  }

  const release = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    for (const entry of held.splice(0).sort((a, b) => a.place - b.place)) void send(entry)
  }

  const hold = (entry: Entry): void => {
    held.push(entry)
    timer ??= setTimeout(release, RETRY_AFTER_MS)
  }

  return {
    call: (name, input) =>
      new Promise((resolve) => {
        let sends_count = 0
        const once = async (): Promise<'answered' | 'keep'> => {
          const answered = silence.begin()
          const answer = await call(name, input)
          answered()
          sends_count += 1
          if (answer.kind === 'failed' && answer.code === 'process-down' && sends_count === 1) return 'keep'
          resolve(answer)
          return 'answered'
        }
        // A later one never overtakes one that is kept: the card must arrive before its books.
        const entry = { send: once, place: places_count++ }
        if (held.length > 0) hold(entry)
        else void send(entry)
      }),
    release,
  }
}
