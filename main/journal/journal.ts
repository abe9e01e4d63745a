/**
 * The journal: the only writer of facts. One transaction holds the events, who they are about, what they change and the
 * command that asked; when it has returned, all of it is on the disk. Must never edit or delete an event.
 */
import { assert, must } from '../../shared/kernel/assert.ts'
import type { BranchCode, CommandId, PatronId, StaffCode } from '../../shared/kernel/ids.ts'
import type { Instant, LocalDate } from '../../shared/kernel/time.ts'
import { instant, localDate } from '../../shared/kernel/time.ts'
import {
  eventContent,
  eventRefText,
  EVENTS,
  parseEvent,
  parseEventRef,
  type DeskEvent,
  type EventDraft,
  type EventKind,
  type EventOf,
} from '../../shared/journal/event.ts'
import { isCashKind } from '../../shared/journal/events/cash.ts'
import { fold } from '../../shared/journal/fold/fold.ts'
import { resolveRefs } from '../../shared/journal/local-ref.ts'
import type { Place } from '../../shared/journal/place.ts'
import { unsealedText } from '../../shared/journal/sealing.ts'
import * as rows from '../store/journal/journal-rows.ts'
import { putLooked } from '../store/money/place-rows.ts'
import { putReached } from '../store/numbers/card-rows.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import { applyChange } from './apply/apply.ts'
import { NO_ITEMS, NO_JOBS, NO_PARTIES, NO_WORDS, NONE_REACHED, type Applying, type Beside } from './beside.ts'
import { appendEvent, keepBeside, type Position } from './append.ts'
import { FIRST_HEAD } from './chain.ts'
import { queueJobs } from './queue-jobs.ts'
import { openLosses, type Loss } from './missing.ts'
import { newPatron } from './numbered.ts'
import { putOwn } from './own-values.ts'
import { wholeEvent } from './recorded.ts'

/** Who asked, when and where: the head of every event a command records. */
export type Occasion = {
  readonly command_id: CommandId
  /** First 8 bytes of the SHA-256 of what was asked, so that a changed command under an old id is noticed. */
  readonly request_hash: Uint8Array
  /** 16 bytes over what of it may not be sealed for good; it goes with whoever the events are about. */
  readonly personal_hash?: Uint8Array | null
  readonly at: Instant
  /** How far the clock of the central server is ahead; null, or nothing: not known. */
  readonly offset_ms?: number | null
  readonly staff: StaffCode | ''
  readonly branch: BranchCode | ''
}

/** `personal_hash` is null when there was nothing to seal so, or once it is forgotten. */
export type Past = {
  readonly request_hash: Uint8Array
  readonly personal_hash: Uint8Array | null
  readonly events: readonly DeskEvent[]
}

const CHANGES_LOSSES: ReadonlySet<EventKind> = new Set<EventKind>(['epoch-opened', 'missing-acknowledged'])

/** A journal, of which the files alone are needed. */
export type Writing = Pick<Journal, 'writes'>

export class Journal {
  readonly terminal: string
  /** The data files as they are written: for the journal and for data in alone. */
  readonly writes: Store
  /** Every entry after this place matches its seal: this run sealed it, or checked it. */
  proven_after: Place
  /** The drawer sessions whose entries from before that have been checked, too. */
  readonly proven_sessions = new Set<string>()
  /** How many commands of this run recorded something of a drawer: what is kept of drawers goes by it. */
  drawers_changed_count = 0
  readonly #desk: WriteHandle
  #head: Position
  #losses: readonly Loss[]
  #last_recorded: readonly DeskEvent[] = []

  constructor(writes: Store, terminal: string, epoch: number) {
    const { db: desk } = writes
    this.writes = writes
    this.#desk = desk
    this.terminal = terminal
    const last = desk.get(rows.readHead, {})
    const at = last ? instant(parseEvent(last.content).head.at_ms) : instant(0)
    const same = last && last.epoch === epoch
    assert(!last || last.epoch <= epoch, 'the journal is not of a later epoch than the desk')
    this.#head = { epoch, seq: same ? last.seq : 0, hash: last ? last.hash : FIRST_HEAD, at }
    this.proven_after = { epoch, seq: this.#head.seq }
    this.#losses = openLosses(desk)
  }

  /** Where the chain ends now. `hash` seals everything before it. */
  get head(): Readonly<Position> {
    return this.#head
  }

  /** What the last command recorded since the start, oldest first; empty before the first. The chain ends with it. */
  get lastRecorded(): readonly DeskEvent[] {
    return this.#last_recorded
  }

  /** What was found missing and nobody has acknowledged yet. Held ready: it is asked for with every snapshot. */
  get losses(): readonly Loss[] {
    return this.#losses
  }

  /** What this command recorded before, or null when it is new. */
  past(command_id: CommandId): Past | null {
    const row = this.#desk.get(rows.readCommand, { command_id: idBytes(command_id) })
    if (!row) return null
    const events = this.#eventsFrom(row.epoch, row.first_seq, row.events_count)
    const beside = this.#desk.get(rows.readCommandSeal, {
      epoch: row.epoch,
      seq: row.first_seq,
    })
    return { request_hash: row.request_hash, personal_hash: beside?.personal_hash ?? null, events }
  }

  /** Appends the drafts in one durable transaction and returns them as recorded. */
  record(occasion: Occasion, drafts: readonly EventDraft[], beside: Partial<Beside> = {}): readonly DeskEvent[] {
    assert(drafts.length > 0, 'something to record')
    const { parties = NO_PARTIES, items = NO_ITEMS } = beside
    const start = this.#head
    let head = start
    // What else the command records of a patron whom it registers is about them.
    let newcomer: PatronId | null = null
    try {
      const events = this.#desk.transact(() => {
        const recorded = this.#eventsOf(occasion, drafts).map((event, index) => {
          const draft = must(drafts[index], 'its draft')
          head = appendEvent(this.#desk, event, eventContent(event), head)
          if (event.kind === 'patron-registered') newcomer = newPatron(this.writes, event)
          const patron_id = parties.get(draft) ?? newcomer
          this.#keepBeside(event, draft, patron_id, beside)
          const partyOf = (ref: string): PatronId | null => this.partyOf(ref)
          const to: Applying = { desk: this.#desk, event, patron_id, known: items, partyOf }
          for (const change of fold(event)) applyChange(change, to)
          return event
        })
        putOwn(this.#desk, beside.own ?? {})
        this.#keepCommand(occasion, start, drafts.length)
        return recorded
      })
      this.#head = head
      this.#last_recorded = events
      if (drafts.some(({ kind }) => isCashKind(kind))) this.drawers_changed_count += 1
      if (drafts.some(({ kind }) => CHANGES_LOSSES.has(kind))) this.#losses = openLosses(this.#desk)
      return events
    } catch (fault) {
      this.#head = start
      throw fault
    }
  }

  /** Moves the end of a twin's journal, in one transaction. @param append returns where the chain ends then */
  follow(append: (end: Position) => Position): void {
    const end = this.#desk.transact(() => append(this.#head))
    this.#head = end
  }

  #keepCommand(occasion: Occasion, { epoch, seq }: Position, events_count: number): void {
    const { command_id, request_hash, personal_hash = null } = occasion
    const first_seq = seq + 1
    const asked = { command_id: idBytes(command_id), request_hash }
    this.#desk.run(rows.insertCommand, { ...asked, epoch, first_seq, events_count })
    if (personal_hash === null) return
    this.#desk.run(rows.insertCommandSeal, { epoch, seq: first_seq, events_count, personal_hash })
  }

  /** The drafts as the events they become at the journal's end. */
  #eventsOf(occasion: Occasion, drafts: readonly EventDraft[]): readonly DeskEvent[] {
    const { at, offset_ms = null, staff, branch } = occasion
    const { epoch, seq } = this.#head
    const placeOf = (index: number) => ({ terminal: this.terminal, epoch, seq: seq + 1 + index })
    const bodies = resolveRefs(drafts, (index) => eventRefText(placeOf(index)))
    return drafts.map(({ kind, sealed }, index) => {
      const head = { ...placeOf(index), v: EVENTS[kind].v, at_ms: at, offset_ms, staff, branch }
      return { kind, body: bodies[index], head, ...(sealed && { sealed }) } as DeskEvent
    })
  }

  #keepBeside(
    event: DeskEvent,
    draft: EventDraft,
    whose: PatronId | null,
    { personal = NO_WORDS, jobs = NO_JOBS, reached = NONE_REACHED }: Partial<Beside>,
  ): void {
    keepBeside(this.writes, event, { whose, words: personal.get(draft) ?? null, unsealed: unsealedText(event) })
    if (event.kind === 'record-viewed') this.#countView(event, whose)
    queueJobs(this.#desk, event, jobs.get(draft) ?? [])
    const next = reached.get(draft)
    if (next) this.#desk.run(putReached, { range_code: next.range_code, next_barcode: next.next_number })
  }

  #countView({ head, body }: EventOf<'record-viewed'>, whose: PatronId | null): void {
    const patron_id = must(whose, 'a viewed record is somebody’s')
    const { place, reason } = body
    this.#desk.run(rows.countView, {
      patron_id,
      viewed_on: localDate(body.viewed_on),
      staff_code: head.staff,
      place_kind: place,
      reason,
    })
  }

  /** One more list of people was read. No entry: a sealed one for each would tell the minutes of somebody's work. */
  countList(staff_code: string, looked_on: LocalDate): void {
    this.#desk.run(rows.countList, { staff_code, looked_on })
  }

  /** A person saw what cash is expected. No entry: nothing was done, and the next look writes over the row. */
  keepLooked(of_ref: string, staff_code: string): void {
    const { epoch, seq } = this.head
    this.#desk.run(putLooked, { of_ref, staff_code, epoch, seq })
  }

  /** The patron behind an ended loan, or another event that named one, until that has been forgotten. */
  partyOf(loan_ref: string): PatronId | null {
    const place = parseEventRef(loan_ref)
    if (!place || place.terminal !== this.terminal) return null
    const row = this.#desk.get(rows.readParty, { epoch: place.epoch, seq: place.seq })
    return row?.patron_id ?? null
  }

  /** One event by its reference; null when it is not of this journal. */
  event(ref: string): DeskEvent | null {
    const place = parseEventRef(ref)
    if (!place || place.terminal !== this.terminal) return null
    const row = this.#desk.get(rows.readEvent, { epoch: place.epoch, seq: place.seq })
    return row ? wholeEvent(row) : null
  }

  /** All that was recorded by the same command as this event, with it; none when it is not of this journal. */
  together(ref: string): readonly DeskEvent[] {
    const place = parseEventRef(ref)
    if (!place || place.terminal !== this.terminal) return []
    const { epoch, seq } = place
    const row = this.#desk.get(rows.readCommandOfMany, { epoch, seq })
    const isPart = row !== null && seq < row.first_seq + row.events_count
    if (isPart) return this.#eventsFrom(epoch, row.first_seq, row.events_count)
    const one = this.event(ref)
    return one ? [one] : []
  }

  #eventsFrom(epoch: number, first_seq: number, events_count: number): readonly DeskEvent[] {
    return Array.from({ length: events_count }, (_, index) => {
      const event = this.#desk.get(rows.readEvent, { epoch, seq: first_seq + index })
      return wholeEvent(must(event, 'a command’s events are in the journal'))
    })
  }

  /** The events before a place, newest first. */
  before({ epoch, seq }: Place, limit: number): readonly DeskEvent[] {
    return this.#desk.all(rows.readEventsBefore, { epoch, seq, limit }).map(wholeEvent)
  }

  /** The events after a place, oldest first. */
  after({ epoch, seq }: Place, limit: number): readonly DeskEvent[] {
    return this.#desk.all(rows.readEvents, { epoch, seq, limit }).map(wholeEvent)
  }

  newest(limit: number): readonly DeskEvent[] {
    return this.#desk.all(rows.readNewestEvents, { limit }).map(wholeEvent)
  }
}

export function headText(head: Readonly<Position>, terminal: string): string {
  const place = eventRefText({ terminal, epoch: head.epoch, seq: head.seq })
  return `${place}:${Buffer.from(head.hash).toString('hex')}`
}

/** A commandId as its 16 bytes. */
export function idBytes(command_id: CommandId): Uint8Array {
  return Buffer.from(command_id.replaceAll('-', ''), 'hex')
}
