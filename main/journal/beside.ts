/** What is recorded beside the sealed events, or needed to record them. Types and their empty values only. */
import type { JobDraft } from '../../shared/devices/job.ts'
import type { DeskEvent, EventDraft } from '../../shared/journal/event.ts'
import type { ItemId, PatronId } from '../../shared/kernel/ids.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { OwnValues } from './own-values.ts'

/** Whom each draft is about. */
export type Parties = ReadonlyMap<EventDraft, PatronId>

/** Items by barcode, as the caller has just read them; others are looked up. */
export type KnownItems = ReadonlyMap<string, ItemId>

/** The number that comes next in a range, without its check digit. */
export type Reached = { readonly range_code: string; readonly next_number: string }

/**
 * What a record needs besides the drafts: whom they are about, items just read, words that may be erased, and what
 * devices are to do.
 */
export type Beside = {
  readonly parties: Parties
  readonly items: KnownItems
  readonly personal: ReadonlyMap<EventDraft, string>
  /** What devices are asked to do for a draft, in order. */
  readonly jobs: ReadonlyMap<EventDraft, readonly JobDraft[]>
  /** How far the desk is in a range of card numbers, of which a draft gives one. */
  readonly reached: ReadonlyMap<EventDraft, Reached>
  /** What the desk keeps for itself from these entries on. */
  readonly own: OwnValues
}

/** What a change is applied with: whom its event is about, and items just read. */
export type Applying = {
  readonly desk: WriteHandle
  readonly event: DeskEvent
  /** Null: nobody, or the patron of an earlier event. */
  readonly patron_id: PatronId | null
  readonly known: KnownItems
  /** Whom an event recorded earlier at this desk was about; null once forgotten. */
  readonly partyOf: (ref: string) => PatronId | null
  /**
   * The event was recorded before, and is folded once more: without the rows that show it already, and either the lists
   * that are never settled, or all but those.
   */
  readonly again?: { readonly held: ReadonlySet<string>; readonly part: 'lists' | 'rows' }
}

export const NO_ITEMS: KnownItems = new Map()
export const NO_PARTIES: Parties = new Map()
export const NO_WORDS: Beside['personal'] = new Map()
export const NO_JOBS: Beside['jobs'] = new Map()
export const NONE_REACHED: Beside['reached'] = new Map()
