/**
 * The driver of a receipt printer. Nothing is sent before the printer said that it can print, and nothing is done
 * before it said that it is: a transport that took the bytes proves nothing. A pulse of the drawer is a job of its own.
 * A printer that answers nothing is asked nothing, and nobody can tell how its jobs end.
 */
import { JOB_NUMBERS_COUNT } from '../../../shared/devices/printer/acknowledgement.ts'
import { healthAfter, heldUpBy, NOTHING_SAID } from '../../../shared/devices/printer/health.ts'
import { unpacked } from '../../../shared/devices/printer/logo.ts'
import { dotsOf, type PrinterProfile } from '../../../shared/devices/printer/profile.ts'
import { DEFAULT_PROFILE_CODE, profileOf } from '../../../shared/devices/printer/profiles.ts'
import type { PrinterEvent } from '../../../shared/devices/printer/status/status-events.ts'
import {
  asking,
  automaticStatusBytes,
  expecting,
  isHeard,
  openStream,
  questionBytes,
  questionsNow,
  readStatus,
  roundOver,
} from '../../../shared/devices/printer/status/status-stream.ts'
import { isMute } from '../../../shared/devices/setup-printer.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { DeviceWork, PrinterNow, WorkEnd } from '../../../shared/devices/wire.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { Driver } from '../driver.ts'
import { inTime, type Line } from '../transports/line.ts'

export type Printer = Extract<DeviceSetup, { role: 'printer' }>

/** How long each thing may take. */
export type Patience = {
  /** For the answer to a question. */
  readonly answer_ms: number
  /** For a job, beside what its bytes take. */
  readonly job_ms: number
  /** Between two looks at a printer that has nothing to do, or that keeps a job waiting. */
  readonly look_ms: number
}
const PATIENCE: Patience = { answer_ms: 3_000, job_ms: 10_000, look_ms: 3_000 }

/** Late answers of a printer that goes on after a stall come one right after the other. */
const QUIET_MS = 1_000

/** The slowest printer of text takes about this many bytes in a second. */
const BYTES_A_SECOND = 1_000
/** Start and stop bit, and every printer pauses its line now and then. */
const BITS_A_BYTE = 20
/** A drawer that was opened says so once its pulse is over and it has moved. */
const DRAWER_MOVES_MS = 500

export type PrinterPorts = {
  readonly monotonic_ms: () => number
  /** How it is, whenever that changes. */
  readonly now: (printer: PrinterNow) => void
  /** It sent what is no status of its model; told once while it is open. */
  readonly nonsense: () => void
  readonly log: (line: string) => void
  readonly patience?: Patience
}

/** How long a job of so many bytes may take, without the time in which only a person can help. */
export function jobLimitMs(bytes_count: number, { place }: Pick<Printer, 'place'>, patience: Patience): number {
  const line_ms = place.via === 'serial' ? (bytes_count * BITS_A_BYTE * 1_000) / place.line.baud_count : 0
  return Math.ceil(patience.job_ms + line_ms + (bytes_count * 1_000) / BYTES_A_SECOND)
}

/** The model with the connector of this desk's drawer. */
function profileAt({ profile_code, drawer }: Printer): PrinterProfile {
  const profile = must(profileOf(profile_code) ?? profileOf(DEFAULT_PROFILE_CODE), 'a model')
  return drawer === null ? profile : { ...profile, kick: { ...profile.kick, connector: drawer.connector } }
}

/**
 * Loaded when a printer is first opened: what draws lines waits for its own file while it loads, and a process that
 * waits before it listens to main never hears that it should open.
 */
const loadEncoder = () => import('./encode/encode-receipt.ts')

const ended = (end: WorkEnd['end'], detail: WorkEnd['detail'] = ''): WorkEnd => ({ end, detail })

/** Questions that were sent: every answer is heard; it is known how the printer is, or it did not answer. */
type Round = { readonly heard: PromiseWithResolvers<boolean>; readonly over: PromiseWithResolvers<boolean> }

type Job = { readonly number: number; readonly printed: PromiseWithResolvers<'printed' | 'lost'> }

export class PrinterDriver implements Driver {
  readonly #setup: Printer
  readonly #profile: PrinterProfile
  readonly #ports: PrinterPorts
  readonly #patience: Patience
  #line: Line | null = null
  #stream
  #now = NOTHING_SAID
  #said = ''
  #round: Round | null = null
  #job: Job | null = null
  #number: number
  #isBusy = false
  #isCanceled = false
  #timer: NodeJS.Timeout | undefined

  constructor(setup: Printer, ports: PrinterPorts) {
    this.#setup = setup
    this.#profile = profileAt(setup)
    this.#ports = ports
    this.#patience = ports.patience ?? PATIENCE
    this.#stream = openStream(this.#profile)
    // The number of a job before the last start, whose answer may be late, is another one.
    this.#number = Math.floor(ports.monotonic_ms()) % JOB_NUMBERS_COUNT
  }

  opened(line: Line): void {
    this.#line = line
    this.#stream = openStream(this.#profile)
    this.#now = NOTHING_SAID
    this.#said = ''
    if (isMute(this.#setup)) this.#tell()
    else void this.#look(automaticStatusBytes(this.#profile))
    // So that the first paper does not wait for fonts; if that fails, the first paper says so.
    void import('./encode/warm-up.ts').then(({ warmUp }) => warmUp(this.#profile)).catch(() => undefined)
  }

  take(bytes: Uint8Array): void {
    const { stream, events } = readStatus(this.#stream, bytes)
    this.#stream = stream
    for (const event of events) this.#heard(event)
    const isStar = this.#profile.language === 'star'
    const isAll = isStar ? events.some(({ event }) => event === 'online') : isHeard(stream)
    if (isAll) this.#round?.heard.resolve(true)
    if (this.#round === null) this.#tell()
  }

  async do(work: DeviceWork): Promise<WorkEnd> {
    if (work.kind !== 'print' && work.kind !== 'pulse') return ended('not-done', 'wrong-work')
    if (work.kind === 'pulse' && this.#setup.drawer === null) return ended('not-done', 'wrong-work')
    this.#isBusy = true
    this.#isCanceled = false
    clearTimeout(this.#timer)
    try {
      return await this.#begin(work)
    } finally {
      this.#isBusy = false
      this.#job = null
      this.#lookIn(work.kind === 'pulse' ? DRAWER_MOVES_MS : this.#patience.look_ms)
    }
  }

  cancel(): void {
    this.#isCanceled = true
  }

  tellAgain(): void {
    const wasSaid = this.#said !== ''
    this.#said = ''
    if (wasSaid) this.#tell()
  }

  end(): void {
    this.#line = null
    clearTimeout(this.#timer)
    this.#round?.heard.resolve(false)
    this.#round?.over.resolve(false)
    this.#round = null
    this.#job?.printed.resolve('lost')
  }

  async #begin(work: Extract<DeviceWork, { kind: 'print' | 'pulse' }>): Promise<WorkEnd> {
    this.#number = (this.#number + 1) % JOB_NUMBERS_COUNT
    const isAnswering = !isMute(this.#setup)
    const bytes = await this.#encoded(work, isAnswering ? this.#number : null)
    if (bytes === null) return ended('not-done', 'broken')
    if (isAnswering && !(await this.#ask())) return ended('not-done', this.#line ? 'no-answer' : 'lost')
    const reason = heldUpBy(this.#now)
    if (reason !== null) return ended('not-done', reason)
    if (this.#isCanceled) return ended('not-done', 'canceled')
    const line = this.#line
    if (line === null) return ended('not-done', 'lost')
    const job: Job = { number: this.#number, printed: Promise.withResolvers() }
    this.#job = job
    this.#stream = expecting(this.#stream, job.number)
    const limit_ms = jobLimitMs(bytes.length, this.#setup, this.#patience)
    const written = await line.write(bytes, limit_ms, () => heldUpBy(this.#now) !== null)
    if (written.kind === 'short')
      return ended(written.taken_max_count === 0 ? 'not-done' : 'may-be-done', this.#line ? 'not-taken' : 'lost')
    return isAnswering ? this.#printed(job, limit_ms) : ended('may-be-done', 'cannot-tell')
  }

  /** Null: it cannot be made, which is certain. */
  async #encoded(
    work: Extract<DeviceWork, { kind: 'print' | 'pulse' }>,
    job: number | null,
  ): Promise<Uint8Array | null> {
    try {
      const { encodePulse, encodeReceipt } = await loadEncoder()
      if (work.kind === 'pulse') return encodePulse(this.#profile, job)
      const { document, is_practice } = work
      // Dots that do not fit are left out: the paper is worth more.
      const drawn = work.logo === null ? null : unpacked(work.logo)
      const logo = drawn !== null && drawn.width_dots <= dotsOf(this.#profile) ? drawn : null
      return encodeReceipt(document, this.#profile, { job, is_practice, logo, is_status_wanted: job !== null })
    } catch (fault) {
      this.#ports.log(`a paper cannot be made: ${fault instanceof Error ? fault.message : 'unknown'}`)
      return null
    }
  }

  /** Everything was sent. Without paper, or with its cover open, the printer may take as long as a person does. */
  async #printed(job: Job, limit_ms: number): Promise<WorkEnd> {
    for (let left_ms = limit_ms; ; left_ms -= this.#patience.look_ms) {
      const wait_ms = Math.max(1, Math.min(left_ms, this.#patience.look_ms))
      const said = (await inTime(wait_ms, job.printed.promise))?.result
      if (said === 'printed') return ended('done')
      if (said === 'lost') return ended('may-be-done', 'lost')
      const isHeldUp = heldUpBy(this.#now) !== null
      const isLate = left_ms <= this.#patience.look_ms
      if (!isHeldUp && !isLate) continue
      const isThere = await this.#ask()
      if (heldUpBy(this.#now) !== null && isThere) left_ms = limit_ms + this.#patience.look_ms
      else if (isLate) return ended('may-be-done', 'no-answer')
    }
  }

  #heard(event: PrinterEvent): void {
    this.#now = healthAfter(this.#now, event)
    if (event.event === 'nonsense') this.#ports.nonsense()
    if (event.event === 'acknowledged' && event.job === this.#job?.number) this.#job.printed.resolve('printed')
  }

  /** While nothing is printed: how it is, again and again, since not every printer says it by itself. */
  async #look(first: readonly number[] = []): Promise<void> {
    await this.#ask(first)
    if (!this.#isBusy) this.#lookIn(this.#patience.look_ms)
  }

  #lookIn(wait_ms: number): void {
    clearTimeout(this.#timer)
    if (this.#line && !isMute(this.#setup)) this.#timer = setTimeout(() => void this.#look(), wait_ms)
  }

  /** Asks how it is. @returns whether it answered */
  async #ask(first: readonly number[] = []): Promise<boolean> {
    if (this.#round) return this.#round.over.promise
    const line = this.#line
    if (line === null) return false
    const round: Round = { heard: Promise.withResolvers(), over: Promise.withResolvers() }
    this.#round = round
    const isAllHeard = await this.#isAllHeard(line, round, first)
    if (this.#line !== line) return false
    this.#round = null
    const { stream, events, isAnswered, mayAskAgain } = roundOver(this.#stream)
    this.#stream = stream
    for (const event of events) this.#heard(event)
    // Late answers were among them, and are fewer now.
    const isKnown = isAllHeard && (isAnswered || (mayAskAgain && (await this.#ask())))
    round.over.resolve(isKnown)
    if (!isKnown) this.#now = { ...this.#now, is_online: false }
    this.#tell()
    return isKnown
  }

  /** Sends the questions. @returns whether each is answered; where late answers may be among them, once no more come */
  async #isAllHeard(line: Line, { heard, over }: Round, first: readonly number[]): Promise<boolean> {
    const { language } = this.#profile
    const questions = questionsNow(this.#stream)
    if (language !== 'star') for (const question of questions) this.#stream = asking(this.#stream, question)
    const bytes = [...first, ...questions.flatMap((question) => questionBytes(language, question))]
    const { answer_ms } = this.#patience
    const written = await line.write(Uint8Array.from(bytes), answer_ms)
    const isAllHeard = written.kind === 'taken' && (await inTime(answer_ms, heard.promise))?.result === true
    if (isAllHeard && this.#line === line && this.#stream.is_unsure)
      await inTime(Math.min(QUIET_MS, answer_ms), over.promise)
    return isAllHeard
  }

  #tell(): void {
    const said = JSON.stringify(this.#now)
    if (said === this.#said || this.#line === null) return
    this.#said = said
    this.#ports.now(this.#now)
  }
}
