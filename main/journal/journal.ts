/**
 * The journal: the only writer of facts. One transaction holds the events, who they are about, what they change and the
 * command that asked; when it has returned, all of it is on the disk. Must never edit or delete an event.
 */
import { assert, must, unreachable } from '../../shared/kernel/assert.ts'
import {
  parsePartyRef,
  type BranchCode,
  type CommandId,
  type ItemId,
  type PatronId,
  type StaffCode,
} from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { instant } from '../../shared/kernel/time.ts'
import {
  eventContent,
  eventRefText,
  parseEvent,
  parseEventRef,
  type DeskEvent,
  type EventDraft,
} from '../../shared/journal/event.ts'
import { fold, type Change } from '../../shared/journal/fold.ts'
import { itemIdByBarcode, loanOfItem } from '../store/item-rows.ts'
import * as rows from '../store/journal-rows.ts'
import { putItem, putLoan } from '../store/overlay-rows.ts'
import type { Connection } from '../store/sql.ts'
import { FIRST_HEAD, seal } from './chain.ts'

/** Who asked, when and where: the head of every event a command records. */
export type Occasion = {
  readonly command_id: CommandId
  /** First 8 bytes of the SHA-256 of what was asked, so that a changed command under an old id is noticed. */
  readonly request_hash: Uint8Array
  readonly at: Instant
  readonly staff: StaffCode | ''
  readonly branch: BranchCode | ''
}

/** Whom the new party references of the drafts stand for. */
export type Parties = ReadonlyMap<string, PatronId>

/** Items by barcode, as the caller has just read them; what is not in it is looked up. */
export type KnownItems = ReadonlyMap<string, ItemId>

export const NO_ITEMS: KnownItems = new Map()

export type Past = { readonly request_hash: Uint8Array; readonly events: readonly DeskEvent[] }

type Position = { epoch: number; seq: number; hash: Uint8Array; at: Instant }

export class Journal {
  readonly terminal: string
  readonly #desk: Connection
  #head: Position

  constructor(desk: Connection, terminal: string, epoch: number) {
    this.#desk = desk
    this.terminal = terminal
    const last = desk.get(rows.readHead, {})
    const at = last ? instant(parseEvent(last.content).head.at_ms) : instant(0)
    const same = last && last.epoch_count === epoch
    assert(!last || last.epoch_count <= epoch, 'the journal is not of a later epoch than the desk')
    this.#head = { epoch, seq: same ? last.seq_count : 0, hash: last ? last.hash : FIRST_HEAD, at }
  }

  /** Where the chain ends now. `hash` seals everything before it. */
  get head(): Readonly<Position> {
    return this.#head
  }

  /** What this command recorded before, or null when it is new. */
  past(command_id: CommandId): Past | null {
    const row = this.#desk.get(rows.readCommand, { command_id: idBytes(command_id) })
    if (!row) return null
    const events: DeskEvent[] = []
    for (let seq = row.first_seq_count; seq < row.first_seq_count + row.events_count; seq += 1) {
      const event = this.#desk.get(rows.readEvent, { epoch_count: row.epoch_count, seq_count: seq })
      events.push(parseEvent(must(event, 'a command’s events are in the journal').content))
    }
    return { request_hash: row.request_hash, events }
  }

  /** Appends the drafts in one durable transaction and returns them as recorded. */
  record(
    occasion: Occasion,
    drafts: readonly EventDraft[],
    parties: Parties,
    known: KnownItems = NO_ITEMS,
  ): readonly DeskEvent[] {
    assert(drafts.length > 0, 'something to record')
    const start = this.#head
    let head = start
    try {
      const events = this.#desk.transact(() => {
        const recorded = drafts.map((draft) => {
          const event = this.#event(occasion, head, draft)
          head = this.#append(event, head)
          this.#rememberParty(event, parties)
          for (const change of fold(event)) this.#apply(change, event, parties, known)
          return event
        })
        this.#desk.run(rows.insertCommand, {
          command_id: idBytes(occasion.command_id),
          request_hash: occasion.request_hash,
          epoch_count: start.epoch,
          first_seq_count: start.seq + 1,
          events_count: drafts.length,
        })
        return recorded
      })
      this.#head = head
      return events
    } catch (fault) {
      this.#head = start
      throw fault
    }
  }

  #event(occasion: Occasion, head: Position, draft: EventDraft): DeskEvent {
    const { at, staff, branch } = occasion
    const where = { terminal: this.terminal, epoch: head.epoch, seq: head.seq + 1, v: 1 as const }
    return { ...draft, head: { ...where, at_ms: at, offset_ms: null, staff, branch } }
  }

  #append(event: DeskEvent, head: Position): Position {
    const content = eventContent(event)
    const { epoch, seq } = event.head
    const hash = seal(head.hash, content)
    const done = this.#desk.run(rows.insertEvent, { epoch_count: epoch, seq_count: seq, content, hash })
    assert(done.changes === 1, 'one event, one row')
    return { epoch, seq, hash, at: instant(event.head.at_ms) }
  }

  /** A check-out makes a new party; its row lies at the event's own place, so that the loan's reference finds it. */
  #rememberParty(event: DeskEvent, parties: Parties): void {
    if (event.kind !== 'item-checked-out') return
    const patron_id = must(parties.get(event.body.party), 'a party stands for a patron')
    const { epoch, seq } = event.head
    const party_ref = Buffer.from(event.body.party, 'hex')
    this.#desk.run(rows.insertParty, { epoch_count: epoch, seq_count: seq, party_ref, patron_id })
  }

  #itemId(barcode: string, known: KnownItems): ItemId {
    const item_id = known.get(barcode) ?? this.#desk.get(itemIdByBarcode, { barcode })?.item_id
    return must(item_id, 'the item of an event is known')
  }

  #apply(change: Change, event: DeskEvent, parties: Parties, known: KnownItems): void {
    const item_id = this.#itemId(change.item_barcode, known)
    const { epoch: epoch_count, seq: seq_count } = event.head
    const at = { item_id, epoch_count, seq_count }
    switch (change.kind) {
      case 'loan-opened': {
        const { loan_ref, party, loan_branch, renewals_count } = change
        const patron_id = must(parties.get(party) ?? this.partyOf(loan_ref), 'the patron of a loan is known')
        const times = { out_at_ms: instant(change.out_at_ms), due_at_ms: instant(change.due_at_ms) }
        const loan = { loan_ref, party_ref: party, branch_code: loan_branch, renewals_count }
        this.#desk.run(putLoan, { ...at, is_open: 1, patron_id, ...loan, ...times })
        return
      }
      case 'loan-moved': {
        const loan = must(this.#desk.get(loanOfItem, { item_id }), 'a loan to move')
        assert(loan.loan_ref === change.loan_ref, 'the loan that is moved is the one that is open')
        const { due_at_ms, renewals_count } = change
        this.#desk.run(putLoan, { ...at, is_open: 1, ...loan, due_at_ms: instant(due_at_ms), renewals_count })
        return
      }
      case 'loan-closed': {
        const loan = must(this.#desk.get(loanOfItem, { item_id }), 'a loan to close')
        assert(loan.loan_ref === change.loan_ref, 'the loan that is closed is the one that is open')
        this.#desk.run(putLoan, { ...at, is_open: 0, ...loan, patron_id: null })
        return
      }
      case 'item-placed': {
        const { at_branch, status, seen_at_ms } = change
        this.#desk.run(putItem, { ...at, at_branch_code: at_branch, status, seen_at_ms: instant(seen_at_ms) })
        return
      }
      default:
        unreachable(change)
    }
  }

  /** The patron behind a loan made at this desk, until that has been forgotten. */
  partyOf(loan_ref: string): PatronId | null {
    const place = parseEventRef(loan_ref)
    if (!place || place.terminal !== this.terminal) return null
    const row = this.#desk.get(rows.readParty, { epoch_count: place.epoch, seq_count: place.seq })
    assert(!row || parsePartyRef(Buffer.from(row.party_ref).toString('hex')) !== null, 'a party reference is 16 bytes')
    return row?.patron_id ?? null
  }

  /** One event by its reference; null when it is not of this journal. */
  event(ref: string): DeskEvent | null {
    const place = parseEventRef(ref)
    if (!place || place.terminal !== this.terminal) return null
    const row = this.#desk.get(rows.readEvent, { epoch_count: place.epoch, seq_count: place.seq })
    return row ? parseEvent(row.content) : null
  }

  newest(limit: number): readonly DeskEvent[] {
    return this.#desk.all(rows.readNewestEvents, { limit }).map((row) => parseEvent(row.content))
  }
}

export function headText(head: Readonly<Position>, terminal: string): string {
  const place = eventRefText({ terminal, epoch: head.epoch, seq: head.seq })
  return `${place}:${Buffer.from(head.hash).toString('hex')}`
}

function idBytes(command_id: CommandId): Uint8Array {
  return Buffer.from(command_id.replaceAll('-', ''), 'hex')
}
