/**
 * Stands between the screen and the station: numbers each call and matches its answer. When the station ends before it
 * answers, the next one gets the session of the last answer, and then every call since, once more and in order: a call
 * that was recorded is recognized there by its commandId and done once, and no later call overtakes it. Must never send
 * a call a third time: it may be what crashes the station.
 */
import type { MethodName } from '../../shared/ipc/contract.ts'
import type { Screen } from '../../shared/devices/display/screens.ts'
import type { FromDevicesHost, ToDevicesHost } from '../../shared/devices/wire.ts'
import { requestSchema, type Push, type Request, type Result } from '../../shared/ipc/envelope.ts'
import type { KeyKept } from '../../shared/kernel/key-kept.ts'
import { tongueOfComputer } from '../../shared/kernel/language.ts'
import { FAULTS as EN } from '../../shared/words/en/faults.ts'
import { FAULTS as ES } from '../../shared/words/es/faults.ts'
import { faultText } from '../../shared/words/faults.ts'
import { fromStationSchema, type FromStation, type ToStation } from '../ipc/wire.ts'
import { isNews, KeptChild, type Child, type ChildState } from './child.ts'
import { Health } from './health.ts'
import type { PatronWindow } from './patron-window.ts'
import type { SigningKey } from './signing-key.ts'

const callSchema = requestSchema.omit({ id: true })

/** How often a call is sent: to the station that ended, and to the next. */
const SENDS_MAX = 2
/** Calls kept while the station starts: more than fast hands can make in the longest wait. */
const KEPT_MAX = 200
/** After this many ends in a minute, the session itself is suspect and not handed back: staff sign in again. */
const ENDS_SUSPECT = 3
const RETRY_WAIT_MS = 3_000
const HEALTH_EVERY_MS = 10_000
/** A minute without an answer: longer than anything the station does on its own. */
const UNANSWERED_MAX = 6
/** Calls that can take longer on a large library's files: the caller waits, and the station does not count as hung. */
const LONG_WORK: ReadonlySet<string> = new Set<MethodName>([
  'store.backup',
  'store.restore',
  'journal.verify',
  'journal.export',
  'import.start',
  'rescue.retry',
  'rescue.unlock',
  'rescue.go-on',
])

/** The broker does not know who reads it: the computer’s own language. */
const FAULTS = { en: EN, es: ES }[tongueOfComputer(new Intl.DateTimeFormat().resolvedOptions().locale).language]
const NOT_SENT: Result = { kind: 'failed', code: 'process-down', says: faultText({ faults: FAULTS }, 'process-down') }
/** Sent and not answered: nobody here knows whether it was recorded, so the words do not say. */
const NOT_ANSWERED: Result = {
  kind: 'failed',
  code: 'process-down',
  says: FAULTS.not_answered,
}

type Practice = { readonly sampleFolder: string; readonly copyFolder: string }

export type BrokerPorts = {
  readonly fork: () => Child
  readonly dataFolder: string
  readonly key: Uint8Array | null
  /** Made at this start: only such a key begins a desk. */
  readonly is_key_new: boolean
  readonly key_kept: KeyKept
  readonly version: string
  /** Null: a desk at work. */
  readonly practice: Practice | null
  readonly push: (push: Push) => void
  /** What signs how far the journal goes; null: nothing does. */
  readonly signing: SigningKey | null
  /** Keeps a signed head for the next start. */
  readonly keepHead: (line: string) => void
  /** Seals the new key for the next start. */
  readonly keepKey: (key: Uint8Array) => Promise<void>
  /** For the devices process. */
  readonly askDevices: (asked: ToDevicesHost) => void
  /** The window that faces the patron. */
  readonly patron: () => Pick<PatronWindow, 'show' | 'want' | 'screens'>
  /** Ends the application and starts it again for practice. */
  readonly openPractice: () => void
  /** Kills a process that ignores the request to end. */
  readonly endNow: (pid: number) => void
  readonly monotonic_ms: () => number
  readonly log: (line: string) => void
}

type Call = { readonly request: Request; readonly answer: (result: Result) => void; sends_count: number }

export class Broker {
  readonly #ports: BrokerPorts
  readonly #station: KeptChild<FromStation, ToStation>
  readonly #calls = new Map<number, Call>()
  #lastId = 0
  #session: string | undefined
  /** What the station that is being opened asks of the devices: their answers would be dropped until it is open. */
  #asked: ToDevicesHost[] = []
  #retried_at_ms: number | null = null
  #key: Uint8Array | null
  #signing: SigningKey | null
  readonly #health: Health

  constructor(ports: BrokerPorts) {
    this.#ports = ports
    this.#key = ports.key
    this.#signing = ports.signing
    this.#station = new KeptChild<FromStation, ToStation>({
      name: 'station',
      fork: ports.fork,
      incoming: fromStationSchema,
      open: (ends_count) => this.#open(ends_count),
      close: { kind: 'close' },
      onMessage: (message, is_late) => this.#receive(message, is_late),
      onState: (state, before) => this.#turned(state, before),
      endNow: ports.endNow,
      monotonic_ms: ports.monotonic_ms,
      log: ports.log,
    })
    this.#health = new Health({
      every_ms: HEALTH_EVERY_MS,
      unanswered_max: UNANSWERED_MAX,
      isAsked: () => this.#station.state === 'up' && !this.#isAtLongWork(),
      ask: (number) => this.#station.send({ kind: 'health', number }),
      onHang: () => this.#station.kill('it did not answer for a minute'),
    })
  }

  /** `call` is `{ method, input }` from the screen. Always answers, never throws. */
  async call(call: unknown): Promise<Result> {
    const parsed = callSchema.safeParse(call)
    if (!parsed.success) return { kind: 'bad-input', says: 'A call is a method and an input.' }
    this.#retry()
    const waits = this.#station.state !== 'up'
    if (this.#station.isClosing || this.#station.state === 'down' || (waits && this.#calls.size >= KEPT_MAX))
      return NOT_SENT
    return new Promise((answer) => {
      const request = { id: ++this.#lastId, method: parsed.data.method, input: parsed.data.input }
      const made: Call = { request, answer, sends_count: 0 }
      this.#calls.set(request.id, made)
      if (!waits) this.#send(made)
    })
  }

  /** From the devices process. A station that is down asks again when it is back. */
  devicesSaid(said: FromDevicesHost): void {
    this.#station.send({ kind: 'devices-said', said })
  }

  /** A screen was plugged in or out. */
  screensAre(screens: readonly Screen[]): void {
    this.#station.send({ kind: 'screens', screens: [...screens] })
  }

  close(): Promise<void> {
    this.#health.close()
    return this.#station.close()
  }

  #open(ends_count: number): ToStation {
    const { dataFolder, is_key_new, key_kept, version, practice } = this.#ports
    const key = this.#key
    const resume = ends_count < ENDS_SUSPECT ? this.#session : undefined
    const kept = { key, is_key_new, key_kept, signing: this.#signing }
    const opening = { kind: 'open', dataFolder, ...kept, version, practice } as const
    return { ...opening, ...(resume === undefined ? {} : { resume }) }
  }

  #send(call: Call): void {
    call.sends_count += 1
    this.#station.send({ kind: 'request', request: call.request })
  }

  #receive(message: FromStation, is_late: boolean): void {
    if (message.kind === 'opened') this.#session = message.session
    if (message.kind === 'patron-view') this.#ports.patron().show(message.view)
    if (message.kind === 'patron-window') {
      this.#ports.patron().want(message.wish)
      // Also said when the desk's files were opened again after a restore: it knows no screens then.
      this.screensAre(this.#ports.patron().screens())
    }
    if (message.kind === 'push') this.#ports.push(message.push)
    if (message.kind === 'log') this.#ports.log(message.line)
    if (message.kind === 'health') this.#health.answered(message.number)
    if (message.kind === 'keep-key') void this.#keepKey(message.key)
    if (message.kind === 'practice-asked') this.#ports.openPractice()
    // The next station gives what was asked last and not done to a person or to a device itself: a drawer opens once.
    if (message.kind === 'ask-devices' && !is_late) this.#askDevices(message.asked)
    if (message.kind === 'head-signed') this.#keepHead(message.line)
    if (message.kind !== 'reply') return
    this.#session = message.session
    this.#settle(message.reply.id, message.reply.result)
  }

  /** A device says how it is once for each time that it is asked, so the one who asks has to be able to hear it. */
  #askDevices(asked: ToDevicesHost): void {
    if (this.#station.state === 'up') this.#ports.askDevices(asked)
    else this.#asked.push(asked)
  }

  #isAtLongWork(): boolean {
    return [...this.#calls.values()].some(
      ({ sends_count, request }) => sends_count > 0 && LONG_WORK.has(request.method),
    )
  }

  /** A station that restarts is given what the last one signed, even if the disk did not take it. */
  #keepHead(line: string): void {
    this.#signing &&= { ...this.#signing, kept: line }
    this.#ports.keepHead(line)
  }

  /** Even if sealing fails, a station that restarts meanwhile gets the key that opens the files. */
  async #keepKey(key: Uint8Array): Promise<void> {
    this.#key = key
    const is_kept = await this.#ports.keepKey(key).then(
      () => true,
      (fault: unknown) => {
        this.#ports.log(`the key could not be sealed: ${fault instanceof Error ? fault.message : 'unknown'}`)
        return false
      },
    )
    this.#station.send({ kind: 'key-kept', is_kept })
  }

  #turned(state: ChildState, before: ChildState): void {
    this.#health.forgive()
    if (state === 'down') this.#ports.patron().show(null)
    if (state === 'up') {
      this.screensAre(this.#ports.patron().screens())
      for (const asked of this.#asked) this.#ports.askDevices(asked)
    }
    // What a station asked that ended before it was open, the next one asks itself.
    this.#asked = []
    for (const [id, call] of this.#calls) {
      if (state === 'up') this.#send(call)
      else if (call.sends_count > 0 && (state === 'down' || call.sends_count >= SENDS_MAX)) {
        this.#settle(id, NOT_ANSWERED)
      } else if (state === 'down') this.#settle(id, NOT_SENT)
    }
    if (isNews(state, before)) this.#ports.push({ topic: 'process-state', process: 'station', state })
  }

  #settle(id: number, result: Result): void {
    this.#calls.get(id)?.answer(result)
    this.#calls.delete(id)
  }

  /** After giving up, the next call is the retry: the clerk needs no other key for it. */
  #retry(): void {
    if (this.#station.state !== 'down') return
    const now_ms = this.#ports.monotonic_ms()
    if (this.#retried_at_ms !== null && now_ms - this.#retried_at_ms < RETRY_WAIT_MS) return
    this.#retried_at_ms = now_ms
    this.#station.retry()
  }
}
