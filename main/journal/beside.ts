/** What is recorded beside the sealed events, or needed to record them. Types and their empty values only. */
import type { DeskEvent, EventDraft } from '../../shared/journal/event.ts'
import type { ItemId, PatronId } from '../../shared/kernel/ids.ts'
import type { Connection } from '../store/sql.ts'

/** Whom the new party references of the drafts stand for. */
export type Parties = ReadonlyMap<string, PatronId>

/** Items by barcode, as the caller has just read them; what is not in it is looked up. */
export type KnownItems = ReadonlyMap<string, ItemId>

/**
 * What a record needs besides the drafts: whom new parties stand for, items just read, and words that may be erased.
 */
export type Beside = {
  readonly parties: Parties
  readonly items: KnownItems
  readonly personal: ReadonlyMap<EventDraft, string>
}

/** What a change is applied with: whom new parties stand for, and items just read. */
export type Applying = {
  readonly desk: Connection
  readonly event: DeskEvent
  readonly parties: Parties
  readonly known: KnownItems
  /** Whom a party recorded earlier at this desk stands for; null once forgotten. */
  readonly partyOf: (ref: string) => PatronId | null
}

export const NO_ITEMS: KnownItems = new Map()
export const NO_PARTIES: Parties = new Map()
export const NO_WORDS: Beside['personal'] = new Map()
