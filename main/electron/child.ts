/**
 * Keeps one child process alive: starts it, opens it, restarts it with growing waits, closes it by handshake. Must
 * never send a message twice: one in flight when a process ended may have been recorded.
 */
import type { z } from 'zod'
import { afterEnd, type Ends } from './backoff.ts'

const CLOSE_WAIT_MS = 3_000
/** How long a process may take to end when asked. */
const END_WAIT_MS = 3_000

/** The part of Electron's UtilityProcess used here. */
export type Child = {
  postMessage(message: unknown): void
  kill(): boolean
  on(event: 'spawn', listener: () => void): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  readonly pid: number | undefined
}

export type ChildState = 'starting' | 'up' | 'restarting' | 'down'

/** Whether to tell the screen: a first start that goes well is no news. */
export function isNews(state: ChildState, before: ChildState): state is Exclude<ChildState, 'starting'> {
  return state !== 'starting' && !(state === 'up' && before === 'starting')
}

export type ChildPlan<In extends { kind: string }, Out> = {
  readonly name: 'station' | 'devices'
  readonly fork: () => Child
  readonly incoming: z.ZodType<In>
  /** Built for each start. `ends_count`: how often the process ended in the last minute. */
  readonly open: (ends_count: number) => Out
  readonly close: Out
  /** `is_late`: the process that sent it has ended meanwhile. */
  readonly onMessage: (message: In, is_late: boolean) => void
  /** Called once for each change. With `restarting` and `down`, everything sent before is lost without an answer. */
  readonly onState: (state: ChildState, before: ChildState) => void
  /** Kills a process that ignores the request to end because it is stopped or hangs. */
  readonly endNow: (pid: number) => void
  readonly monotonic_ms: () => number
  readonly log: (line: string) => void
}

export class KeptChild<In extends { kind: string }, Out> {
  readonly #plan: ChildPlan<In, Out>
  #child: Child | null = null
  #state: ChildState = 'starting'
  #ends: Ends = []
  #timer: NodeJS.Timeout | undefined
  #deaf: NodeJS.Timeout | undefined
  #closed: PromiseWithResolvers<void> | null = null

  constructor(plan: ChildPlan<In, Out>) {
    this.#plan = plan
    this.#start()
  }

  get state(): ChildState {
    return this.#state
  }

  /** True once it was asked to close. */
  get isClosing(): boolean {
    return this.#closed !== null
  }

  /**
   * Sends, when the process is up. A message to a dead process is dropped here, and `onState` reports its end. So is a
   * message after the request to close, which would reach a process with nothing open.
   */
  send(message: Out): void {
    if (this.#state === 'up' && !this.isClosing) this.#child?.postMessage(message)
  }

  /** One more attempt after giving up; does nothing in any other state. */
  retry(): void {
    if (this.#state !== 'down' || this.#closed) return
    this.#turn('restarting')
    this.#start()
  }

  /** Ends a process that no longer answers; it is then restarted like any that ended. */
  kill(reason: string): void {
    this.#plan.log(`${this.#plan.name} is ended: ${reason}`)
    this.#child?.kill()
    clearTimeout(this.#deaf)
    this.#deaf = setTimeout(() => this.#endNow(), END_WAIT_MS)
  }

  #endNow(): void {
    const pid = this.#child?.pid
    if (pid === undefined) return
    this.#plan.log(`${this.#plan.name} did not end when asked, and is ended at once`)
    this.#plan.endNow(pid)
  }

  /** Asks the process to close and waits for its reply, at most three seconds; then kills it. */
  async close(): Promise<void> {
    const closed = (this.#closed ??= Promise.withResolvers<void>())
    clearTimeout(this.#timer)
    clearTimeout(this.#deaf)
    if (!this.#child) return
    this.#child.postMessage(this.#plan.close)
    const late = setTimeout(() => {
      this.#plan.log(`${this.#plan.name} did not close in ${CLOSE_WAIT_MS} ms`)
      this.#endNow()
      closed.resolve()
    }, CLOSE_WAIT_MS)
    await closed.promise
    clearTimeout(late)
    this.#child?.kill()
  }

  #start(): void {
    const child = this.#plan.fork()
    this.#child = child
    child.on('spawn', () => this.#plan.log(`${this.#plan.name} started as process ${child.pid}`))
    child.on('message', (message) => this.#receive(message, child !== this.#child))
    child.on('exit', (code) => this.#ended(code))
    child.postMessage(this.#plan.open(this.#ends.length))
  }

  #receive(message: unknown, is_late: boolean): void {
    const parsed = this.#plan.incoming.safeParse(message)
    if (!parsed.success) return this.kill('it sent a message that is not in the contract')
    if (parsed.data.kind === 'closed') return this.#closed?.resolve()
    this.#plan.onMessage(parsed.data, is_late)
    if (parsed.data.kind === 'opened' && !is_late) this.#turn('up')
  }

  #ended(code: number): void {
    this.#child = null
    clearTimeout(this.#deaf)
    if (this.#closed) return this.#closed.resolve()
    const next = afterEnd(this.#ends, this.#plan.monotonic_ms())
    this.#ends = next.ends
    this.#plan.log(`${this.#plan.name} ended with code ${code}, ${next.ends.length} in the last minute`)
    if (next.kind === 'give-up') return this.#turn('down')
    this.#turn('restarting')
    this.#timer = setTimeout(() => this.#start(), next.wait_ms)
  }

  #turn(state: ChildState): void {
    if (state === this.#state) return
    const before = this.#state
    this.#state = state
    this.#plan.onState(state, before)
  }
}
