/**
 * Everything that changes the session, on its way to the station: scans, answers, finishing, navigation. Each goes out
 * right away, in order, without waiting for the screen. When the station restarts, entries are kept and resent with the
 * same ids, in the same order, so that none is lost, none is recorded twice, and none overtakes another: the books go
 * in before the Enter that finishes them. Must never drop an entry without answering it: a scan would be lost silently.
 */
import type { Input, MethodName } from '../../shared/ipc/contract.ts'
import type { DeviceCode } from '../../shared/devices/setup.ts'
import type { ScanSource } from '../../shared/desk/wedge.ts'
import type { CommandId } from '../../shared/kernel/ids.ts'
import type { Silence } from './under-way.ts'
import type { Answer, Wire } from './wire.ts'

export type ScanEntry = {
  readonly command_id: CommandId
  readonly text: string
  readonly source: ScanSource
  /** The device that read it; undefined: a keyboard. */
  readonly scanner: DeviceCode | undefined
}

/** How long to wait for the station to report that it is up before trying anyway. */
const RETRY_AFTER_MS = 3_000

/** `send` sends it and says whether it must be kept: then it returns to its place here. */
type Entry = { readonly send: () => Promise<'answered' | 'keep'>; readonly place: number }

export type Outbox = {
  /** Resolves once: when the station answers, or was unavailable twice. */
  readonly call: <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Answer<Name>>
  /** The station is up: kept entries go out. */
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
        // A later entry never overtakes a kept one: the card must arrive before its books.
        const entry = { send: once, place: places_count++ }
        if (held.length > 0) hold(entry)
        else void send(entry)
      }),
    release,
  }
}
