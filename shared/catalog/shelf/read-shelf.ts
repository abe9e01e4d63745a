/**
 * Read my shelf: the items scanned along a shelf, and the fewest moves that put them in order. Items that do not belong
 * there come first and are taken off; the moves are for those that stay. Changes no record: an item found lost or
 * missing here is checked in at the desk.
 */
import { isCallNumber } from '../call-number/call-number.ts'
import { guessShelf } from '../call-number/guess.ts'
import { NO_OPTIONS, type ShelfOptions, type ShelfProfile, type Ties } from '../call-number/profile.ts'
import { compareKeys } from '../fold.ts'
import { longestRising } from './longest-rising.ts'
import { eachOnce, keyed, type KeyedItem, type ShelfItem } from './shelf-item.ts'

/** What the records say about an item scanned on the shelf. */
export type ShelvedItem = ShelfItem & {
  /** False when no record has this barcode; then nothing else about it is known. */
  readonly is_known: boolean
  /** The branch where it belongs: its home, or where a floating item is now. */
  readonly branch_code: string
  /** As in the records: available, reference, lost, missing, in-transit, hold-shelf, … */
  readonly status: string
  readonly is_out: boolean
  /** A hold is waiting for this very item, or it is to be held for a patron. */
  readonly is_on_hold: boolean
}

/** The shelf being read. */
export type Shelf = {
  readonly branch_code: string
  /** Null: any location belongs here. */
  readonly location: string | null
}

/** Why an item is taken off the shelf. More than one reason can apply; the first is the one to act on. */
export type StrayReason =
  | 'no-record'
  | 'checked-out'
  | 'lost'
  | 'missing'
  | 'looked-for'
  | 'on-hold'
  | 'in-transit'
  | 'withdrawn'
  | 'damaged'
  | 'not-ready'
  | 'other-branch'
  | 'other-location'
  | 'no-call-number'
  | 'number-unreadable'

export type Stray<Item extends ShelvedItem> = {
  readonly item: Item
  /** Its position on the shelf as scanned, from 1. */
  readonly stood_number: number
  readonly reasons: readonly [StrayReason, ...StrayReason[]]
}

/** "Take this one, put it right after that one", or at the start of the shelf. To be done in the order given. */
export type Move<Item extends ShelvedItem> = {
  readonly item: Item
  /** Its position on the shelf as scanned, from 1. */
  readonly stood_number: number
  /** Null: at the start. */
  readonly after: Item | null
}

export type ShelfReading<Item extends ShelvedItem> = {
  readonly strays: readonly Stray<Item>[]
  /** As few as possible: the items that stay, less the longest run already in order. */
  readonly moves: readonly Move<Item>[]
  /** The shelf when all is done. */
  readonly order: readonly Item[]
  /** Barcodes that were scanned more than once: the first place counts. */
  readonly scanned_again: readonly string[]
}

/** What a status means for an item on the shelf; an item with any other status belongs there. */
const STATUS_REASONS: Readonly<Record<string, StrayReason>> = {
  lost: 'lost',
  missing: 'missing',
  trace: 'looked-for',
  'hold-shelf': 'on-hold',
  'in-transit': 'in-transit',
  withdrawn: 'withdrawn',
  damaged: 'damaged',
  'on-order': 'not-ready',
  'in-process': 'not-ready',
}

/** The profile of the shelf: what most of the items that belong to it look like. */
function profileOf(items: readonly ShelvedItem[], shelf: Shelf): ShelfProfile {
  const own = items.filter((item) => shelf.location === null || item.location === shelf.location)
  return guessShelf(own.map(({ call_number }) => call_number).filter((number) => number.trim() !== ''))
}

/** Why an item belongs on no shelf of this branch, regardless of its call number; empty when it can be shelved. */
export function asideReasons(item: ShelvedItem, branch_code: string): readonly StrayReason[] {
  const isOfNumber = (reason: StrayReason): boolean => reason === 'no-call-number' || reason === 'number-unreadable'
  return reasonsOf(item, { branch_code, location: null }, 'title').filter((reason) => !isOfNumber(reason))
}

function reasonsOf(item: ShelvedItem, shelf: Shelf, profile: ShelfProfile): StrayReason[] {
  if (!item.is_known) return ['no-record']
  const reasons: StrayReason[] = []
  if (item.is_out) reasons.push('checked-out')
  const byStatus = STATUS_REASONS[item.status]
  if (byStatus) reasons.push(byStatus)
  if (item.is_on_hold && byStatus !== 'on-hold') reasons.push('on-hold')
  if (item.branch_code !== shelf.branch_code) reasons.push('other-branch')
  else if (shelf.location !== null && item.location !== shelf.location) reasons.push('other-location')
  if (item.call_number.trim() === '') reasons.push('no-call-number')
  else if (reasons.length === 0 && !isCallNumber(item.call_number, profile)) reasons.push('number-unreadable')
  return reasons
}

/**
 * Among equal numbers, author and title decide only where the shelf has no other order. On a shelf of Dewey or LC
 * numbers, equal numbers may stand in any order, unless the library says otherwise.
 */
const tiesOnShelf = (profile: ShelfProfile): Ties =>
  profile === 'fiction' || profile === 'title' ? 'author-and-title' : 'any-order'

/** The moves in shelf order, so that the item that each is put after is already in place. */
function movesOf<Item extends ShelvedItem>(
  standing: readonly KeyedItem<Item>[],
  order: readonly KeyedItem<Item>[],
): Move<Item>[] {
  const places = new Map(order.map((one, place) => [one, place] as const))
  const kept = new Set(longestRising(standing.map((one) => places.get(one) ?? 0)).map((at) => standing[at]))
  return order.flatMap((one, place) =>
    kept.has(one)
      ? []
      : [{ item: one.item, stood_number: one.scanned_index + 1, after: order[place - 1]?.item ?? null }],
  )
}

/**
 * Reads a shelf. Items with equal keys may stand in any order among themselves and are never moved for it: the target
 * order is the stable one, and a longest run in it is as long as a longest run of keys that never fall.
 */
export function readShelf<Item extends ShelvedItem>(
  scanned: readonly Item[],
  shelf: Shelf,
  options: ShelfOptions = NO_OPTIONS,
): ShelfReading<Item> {
  const { first, again } = eachOnce(scanned)
  const guessed = profileOf(scanned, shelf)
  const strays: Stray<Item>[] = []
  const staying: { readonly item: Item; readonly scanned_index: number }[] = []
  for (const one of first) {
    const [reason, ...others] = reasonsOf(one.item, shelf, one.item.profile ?? guessed)
    if (reason === undefined) staying.push(one)
    else strays.push({ item: one.item, stood_number: one.scanned_index + 1, reasons: [reason, ...others] })
  }
  const standing = keyed(staying, guessed, options, tiesOnShelf)
  const order = standing.toSorted((one, other) => compareKeys(one.key, other.key))
  return { strays, moves: movesOf(standing, order), order: order.map(({ item }) => item), scanned_again: again }
}
