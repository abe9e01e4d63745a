/**
 * Keeps a desk that is enrolled in step with its central server: what was recorded goes up, what it changed comes back.
 * Nobody at the desk ever waits for it. After a trouble it tries again by itself, later each time, and at once when a
 * clerk works on; what needs a person it says and waits.
 */
import type { Instant } from '../../shared/kernel/time.ts'
import { isAfter, type Place } from '../../shared/journal/place.ts'
import { enrollText, sessionText } from '../../shared/protocol/central.ts'
import type { ChainEnd, EnrollAsked, FeedPage, SessionSaid } from '../../shared/protocol/central.ts'
import { assert } from '../../shared/kernel/assert.ts'
import { hex } from '../../shared/kernel/ids.ts'
import { FIRST_HEAD } from '../journal/chain.ts'
import type { Journal } from '../journal/journal.ts'
import type { Signing } from '../journal/signing.ts'
import { settledInto } from '../journal/settled-to.ts'
import { dropFoundingCopy } from '../journal/sync/founding-copy.ts'
import type { OwnCentral } from '../journal/sync/own-central.ts'
import { readEventHash } from '../store/journal/journal-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { beginSession, enroll, NoCentral, type Session } from './call-central.ts'
import { found } from './founding.ts'
import { goDown, goUp } from './both-ways.ts'
import { Held, heldBy, isOver, type SyncState } from './sync-state.ts'
import { Bell } from './waiting.ts'

const AGAIN_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000] as const
/** A clerk who works on may have the network back: it is tried at once, but not at each scan. */
const SOONEST_MS = 10_000
const JITTER = 0.25

export type SyncPorts = {
  readonly journal: Journal
  readonly read: ReadHandle
  readonly central: OwnCentral
  readonly signing: Signing | null
  /** By the clock of this computer. */
  readonly now: () => Instant
  readonly log: (line: string) => void
  /** The files are being copied or taken in: pages wait. */
  readonly isBusy: () => boolean
  /** The state changed. */
  readonly onState: () => void
  /** Rows came: of this desk's own events, or of others'. */
  readonly onRows: (page: FeedPage) => void
  /** Between 0 and 1. */
  readonly jitter: () => number
}

/** The three words of done: where the journal ends, up to where central has it, up to where it has come back. */
export type SyncPlaces = { readonly recorded: Place; readonly acknowledged: Place; readonly included: Place }

export class Sync {
  readonly #ports: SyncPorts
  readonly #bell = new Bell()
  #state: SyncState
  #abort: AbortController | null = null
  #work: Promise<void> = Promise.resolve()
  #tried_at_ms = 0

  constructor(ports: SyncPorts) {
    this.#ports = ports
    this.#state = ports.central.is_alone ? { kind: 'alone' } : { kind: 'connecting' }
  }

  get state(): SyncState {
    return this.#state
  }

  /** Null: the desk is alone. */
  places(): SyncPlaces | null {
    const { journal, central, read } = this.#ports
    if (central.is_alone) return null
    return { recorded: journal.head, acknowledged: central.acknowledged, included: settledInto(read) }
  }

  /**
   * Enrolls this desk with a code of central, and begins.
   *
   * @throws CentralRefused, NoCentral; the desk stays alone then
   */
  async enroll(url: string, code: string, names: Pick<EnrollAsked, 'desk_name' | 'branch_code'>): Promise<void> {
    const { central, journal, signing } = this.#ports
    assert(signing !== null && central.is_alone, 'a desk that may be enrolled, and is not')
    const { terminal } = journal
    const { public_key } = signing
    const signature = signing.signText(enrollText({ terminal, public_key, code }))
    const { library_id } = await enroll(url, { code, terminal, public_key, signature, ...names })
    central.join({ url, library_id })
    this.#say({ kind: 'connecting' })
    this.start()
  }

  /** The desk is alone again, and settles by itself. What central has stays there. */
  async leave(): Promise<void> {
    await this.stop()
    this.#ports.central.leave()
    dropFoundingCopy(this.#ports.journal)
    this.#say({ kind: 'alone' })
  }

  /** Begins, where the desk is enrolled; asked again it changes nothing. */
  start(): void {
    if (this.#abort || this.#ports.central.is_alone || this.#ports.signing === null) return
    const abort = new AbortController()
    this.#abort = abort
    this.#work = this.#run(abort.signal)
  }

  async stop(): Promise<void> {
    this.#abort?.abort()
    this.#abort = null
    await this.#work
  }

  /** Something was recorded, or the network is another. */
  wake(): void {
    this.#bell.ring()
  }

  #say(state: SyncState): void {
    this.#state = state
    this.#ports.onState()
  }

  async #run(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      try {
        this.#tried_at_ms = this.#ports.now()
        const session = await this.#begin(signal)
        failures = 0
        this.#say({ kind: 'current' })
        await this.#both(session, signal)
      } catch (fault) {
        if (signal.aborted) return
        if (isOver(fault)) continue
        this.#fail(fault)
        await this.#pause(AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? SOONEST_MS, signal)
        failures += 1
      }
    }
  }

  #fail(fault: unknown): void {
    const held = heldBy(fault)
    if (held) {
      if (this.#state.kind !== 'held' || this.#state.reason !== held) this.#ports.log(`sync: held: ${held}`)
      return this.#say({ kind: 'held', reason: held })
    }
    if (!(fault instanceof NoCentral)) {
      this.#ports.log(`sync: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
    }
    if (this.#state.kind !== 'away') this.#say({ kind: 'away', since_ms: this.#ports.now() })
  }

  /** Up to so long; a clerk who works on ends it, but not right after the last try. */
  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    const until = AbortSignal.any([signal, AbortSignal.timeout(Math.round(ms * (1 + JITTER * this.#ports.jitter())))])
    while (!until.aborted) {
      this.#bell.listen()
      await this.#bell.heard(until)
      if (this.#ports.now() - this.#tried_at_ms >= SOONEST_MS) return
    }
  }

  async #begin(signal: AbortSignal): Promise<Session> {
    const { central, journal, signing, now } = this.#ports
    const { enrolled } = central
    if (!enrolled || !signing) throw new Held('not-enrolled')
    const { url } = enrolled
    const { terminal } = journal
    const asked_ms = now()
    const signOf = (nonce: string): string => signing.signText(sessionText({ terminal, nonce }))
    const said = await beginSession({ url, signal }, terminal, signOf)
    central.noteOffset(said.server_ms - (asked_ms + now()) / 2)
    const session = { url, token: said.token, signal }
    const known = said.next_piece === null ? said.known : await this.#found(session, said, signal)
    this.#acknowledge(known)
    return session
  }

  async #found(session: Session, { next_piece }: SessionSaid, signal: AbortSignal): Promise<ChainEnd> {
    this.#say({ kind: 'founding', progress: 0 })
    let told = 0
    const onProgress = (progress: number): void => {
      if (signal.aborted) throw new NoCentral('stopped')
      if (progress - told < 0.01) return
      told = progress
      this.#say({ kind: 'founding', progress })
    }
    const end = await found(this.#ports.journal, { ...session, next_piece: next_piece ?? 0, onProgress })
    dropFoundingCopy(this.#ports.journal)
    return end
  }

  /** Central has it up to there: also what the desk never heard of. What it lacks again, or has otherwise, is told. */
  readonly #acknowledge = (known: ChainEnd): void => {
    const { journal, central, read } = this.#ports
    const place = { epoch: known.epoch, seq: known.seq }
    if (isAfter(central.acknowledged, place) || isAfter(place, journal.head)) throw new Held('behind')
    const own = read.get(readEventHash, place)?.hash ?? FIRST_HEAD
    if (hex(own) !== known.hash) throw new Held('fork')
    if (isAfter(place, central.acknowledged)) central.acknowledge(place)
  }

  /** Both ways at once, until one of them fails. */
  async #both(session: Session, signal: AbortSignal): Promise<void> {
    const end = new AbortController()
    const way = { ...this.#ports, session: { ...session, signal: AbortSignal.any([signal, end.signal]) } }
    const bell = this.#bell
    const onKnown = this.#acknowledge
    try {
      await Promise.all(
        [goUp({ ...way, bell, onKnown }), goDown(way)].map((one) =>
          one.catch((fault: unknown) => {
            end.abort()
            throw fault
          }),
        ),
      )
    } finally {
      end.abort()
    }
  }
}
