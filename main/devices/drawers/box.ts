/**
 * A cash drawer at a box of its own (`shared/devices/drawer/triggers.ts`): opens it once when it is told to, asks it
 * whether it is open where it answers, and tells each change.
 */
import { answerOfSilence, NO_ANSWER, readAnswers } from '../../../shared/devices/drawer/trigger-answers.ts'
import { triggerCalled, type Trigger } from '../../../shared/devices/drawer/triggers.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { WorkEnd } from '../../../shared/devices/wire.ts'
import { DOES_NOTHING, type Driver } from '../driver.ts'
import type { Line } from '../transports/line.ts'

/** A box that is asked so often says within half a second of a pulse that its drawer is open. */
const ASK_EVERY_MS = 100
const WRITE_LIMIT_MS = 1_000

export type DrawerPorts = {
  /** Each change; null: it does not say. */
  readonly told: (is_open: boolean | null) => void
}

type DrawerSetup = Extract<DeviceSetup, { role: 'drawer' }>

export function drawerDriver({ trigger_code }: DrawerSetup, ports: DrawerPorts): Driver {
  const trigger = triggerCalled(trigger_code)
  return trigger === null ? { ...DOES_NOTHING, take: () => undefined, end: () => undefined } : new Box(trigger, ports)
}

class Box implements Driver {
  readonly #trigger: Trigger
  readonly #ports: DrawerPorts
  #line: Line | null = null
  #answers = NO_ANSWER
  #said: boolean | null = null
  #asking: NodeJS.Timeout | undefined
  #silence: NodeJS.Timeout | undefined
  /** A line takes one piece after another. */
  #writing: Promise<unknown> = Promise.resolve()
  #isWriting = false
  #lost: (() => void) | null = null

  constructor(trigger: Trigger, ports: DrawerPorts) {
    this.#trigger = trigger
    this.#ports = ports
  }

  readonly opened = (line: Line): void => {
    this.#line = line
    this.#answers = NO_ANSWER
    this.#heard()
    const { ask } = this.#trigger
    if (ask === null) return
    this.#asking = setInterval(() => {
      // A box that takes nothing is not asked on and on, and a pulse does not wait behind questions.
      if (!this.#isWriting) void this.#write(ask)
    }, ASK_EVERY_MS)
  }

  readonly take = (bytes: Uint8Array): void => {
    const [state, answers] = readAnswers(this.#trigger, this.#answers, bytes)
    this.#answers = state
    for (const { is_open } of answers) this.#tell(is_open)
    if (answers.length > 0) this.#heard()
  }

  readonly do: Driver['do'] = async ({ kind }) => {
    if (kind !== 'pulse') return { end: 'not-done', detail: 'wrong-work' }
    const lost = Promise.withResolvers<WorkEnd>()
    this.#lost = () => lost.resolve({ end: 'may-be-done', detail: 'lost' })
    const end = await Promise.race([this.#write(this.#trigger.open), lost.promise])
    this.#lost = null
    return end
  }

  /** A pulse is sent at once, or not at all. */
  readonly cancel = (): void => undefined

  readonly tellAgain = (): void => {
    if (this.#said !== null) this.#ports.told(this.#said)
  }

  readonly end = (): void => {
    this.#line = null
    clearInterval(this.#asking)
    clearTimeout(this.#silence)
    this.#lost?.()
    this.#tell(null)
  }

  #write(bytes: readonly number[]): Promise<WorkEnd> {
    const line = this.#line
    const written = this.#writing.then(async (): Promise<WorkEnd> => {
      // It was lost while this waited.
      if (line === null || line !== this.#line) return { end: 'not-done', detail: 'lost' }
      this.#isWriting = true
      const done = await line.write(Uint8Array.from(bytes), WRITE_LIMIT_MS)
      this.#isWriting = false
      if (done.kind === 'taken') return { end: 'done', detail: '' }
      return { end: done.taken_max_count === 0 ? 'not-done' : 'may-be-done', detail: 'not-taken' }
    })
    this.#writing = written
    return written
  }

  /** It said something, or was just opened: what its silence means begins again. */
  #heard(): void {
    const { tells } = this.#trigger
    clearTimeout(this.#silence)
    if (tells === null) return
    this.#silence = setTimeout(() => this.#tell(answerOfSilence(this.#trigger)), tells.silence_ms)
  }

  #tell(is_open: boolean | null): void {
    if (is_open === this.#said) return
    this.#said = is_open
    this.#ports.told(is_open)
  }
}
