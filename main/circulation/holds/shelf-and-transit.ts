/**
 * The hold shelf and the transit list: what is there, what has expired, what to take off, whose holds nobody may fill.
 * Reads, and clears expired holds when a person says so.
 */
import { holdState, isShelfOver, lastShelfDay, type HoldFacts } from '../../../shared/circulation/holds/hold-facts.ts'
import { shelfDays, type ShelfDays } from '../../../shared/circulation/holds/shelf-days.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { eventRefText, type EventDraft } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { localDate, MS_PER_MINUTE, type LocalDate } from '../../../shared/kernel/time.ts'
import {
  goneWithHolds,
  holdShelfDays,
  holdsOfUnserved,
  holdsOnTheirWay,
  holdWithItem,
  itemsBelongingTo,
  itemsMovedAt,
  itemsMovedOf,
  itemsStandingAt,
  leftOnShelf,
  movedAndLeftOnShelf,
  shelfOver,
  type MovedRow,
  type ShelvedRow,
} from '../../store/circulation/hold-list-rows.ts'
import { loanOfItem, titleById, type ItemRow } from '../../store/circulation/item-rows.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { here, known } from '../../library/here.ts'
import { alongTheShelves } from '../shelves/order.ts'
import { freedFrom } from './freeing.ts'
import { findHold, holdsOf } from './reading.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

/** More in one entry would keep the next scan waiting. */
export const CLEARED_AT_ONCE_MAX = 200
const LISTED_MAX = 1000

export type Cleared = {
  readonly kind: 'cleared'
  readonly count: number
  /** Over as well, and not ended by this. */
  readonly left_count: number
  readonly title: string
  readonly event: string
}

/** What was not picked up in time, in the order of the shelf. */
export function overdueOnShelf(library: Library, limit: number): readonly ShelvedRow[] {
  const { branch, today } = here(library)
  return library.db.all(shelfOver, { branch_code: branch.branch_code, today, limit })
}

/** Ends what was not picked up in time: one hold, or all there are. The items are then to be taken off the shelf. */
export function clearShelf(
  library: Library,
  actor: Actor,
  command: Command,
  hold_ref: string | null,
): Cleared | Refusal {
  const { today } = here(library)
  const one = hold_ref === null ? null : findHold(library, hold_ref)
  const notOver = one && whyNotOver(one.facts, today)
  if (notOver) return notOver
  const rows = hold_ref === null ? overdueOnShelf(library, CLEARED_AT_ONCE_MAX) : []
  const holds = one ? [one] : rows.flatMap((row) => findHold(library, row.hold_ref) ?? [])
  if (holds.length === 0) return refuse('hold-gone')
  const drafts = holds.map(({ facts }): EventDraft => {
    return { kind: 'hold-ended', body: { hold_ref: facts.hold_ref, reason: 'not-picked-up', before: holdState(facts) } }
  })
  const [event] = record(library, actor, command, drafts)
  const { title_id } = must(holds[0], 'a hold that was cleared')
  const title = library.db.get(titleById, { title_id })?.title ?? ''
  const left_count = hold_ref === null ? shelfDaysHere(library).over_count : 0
  return {
    kind: 'cleared',
    count: holds.length,
    left_count,
    title,
    event: eventRefText(must(event, 'what was cleared').head),
  }
}

/** It has days left, or is not on the shelf; null when it has expired. */
function whyNotOver(hold: HoldFacts, today: LocalDate): Refusal | null {
  if (hold.status !== 'ready') return refuse('hold-not-on-shelf')
  if (isShelfOver(hold, today)) return null
  const last = lastShelfDay(hold)
  return refuse('hold-not-over', { until: last })
}

/** How many stand on the shelf here, by the days that they have left. */
export function shelfDaysHere(library: Library): ShelfDays {
  const { branch, today } = here(library)
  const shelved = library.db
    .all(holdShelfDays, { branch_code: branch.branch_code })
    .map(({ until_on, items_count }) => ({ until_on: until_on === null ? null : localDate(until_on), items_count }))
  return shelfDays(shelved, today)
}

/**
 * Items on the hold shelf here that nobody's hold keeps there any more, in the order of the shelves they came from.
 * Each next check-in says where it goes.
 */
export function toTakeOff(library: Library): readonly MovedRow[] {
  const asked = { branch_code: here(library).branch.branch_code, limit: LISTED_MAX }
  const { db } = library
  const left = [...db.all(movedAndLeftOnShelf, asked), ...db.all(leftOnShelf, asked)]
  return alongTheShelves(library, left).flatMap(({ stops }) =>
    stops.map(({ item: { profile: _shelf, ...item } }) => item),
  )
}

export type Transit = MovedRow & {
  readonly to_branch: string
  readonly is_for_hold: boolean
  /** Who will fetch it here; null of what goes to others. */
  readonly patron_id: PatronId | null
}

/** On its way home to this branch, or here to be fetched. */
export function comingHere(library: Library): readonly Transit[] {
  const { branch_code } = here(library).branch
  const { db } = library
  const asked = { status: 'in-transit', branch_code, limit: LISTED_MAX }
  const home = [...db.all(itemsMovedOf, asked), ...db.all(itemsBelongingTo, asked)]
    .filter((item) => db.get(holdWithItem, item) === null && item.at_branch_code !== branch_code)
    .map((item): Transit => ({ ...item, to_branch: branch_code, is_for_hold: false, patron_id: null }))
  const held = db
    .all(holdsOnTheirWay, { branch_code, limit: LISTED_MAX })
    .map((item): Transit => ({ ...item, to_branch: branch_code, is_for_hold: true }))
  return [...held, ...home]
}

/** Sent from here and not heard of since. */
export function sentFromHere(library: Library): readonly Transit[] {
  const asked = { status: 'in-transit', branch_code: here(library).branch.branch_code, limit: LISTED_MAX }
  const items = [...library.db.all(itemsMovedAt, asked), ...library.db.all(itemsStandingAt, asked)]
  return items.map((item): Transit => {
    const hold = library.db.get(holdWithItem, item)
    return {
      ...item,
      to_branch: hold?.pickup_branch_code ?? item.home_branch_code,
      is_for_hold: hold !== null,
      patron_id: null,
    }
  })
}

export type Unserved = Pick<
  NonNullable<(typeof holdsOfUnserved)['row']>,
  'hold_ref' | 'pickup_branch_code' | 'title'
> & {
  readonly patron_status: 'barred' | 'closed' | 'gone'
}

type KeptUnserved = { readonly read_at: number; readonly holds: readonly Unserved[] }
/** A library has tens of thousands of closed accounts, and few of them wait for anything: looked for now and then. */
const UNSERVED = new WeakMap<Library, KeptUnserved>()
const UNSERVED_KEPT_MS = 5 * MS_PER_MINUTE

/** Holds of a closed account or a barred patron: passed over until a person decides. */
export function unservedHolds(library: Library): readonly Unserved[] {
  const { now } = here(library)
  const kept = UNSERVED.get(library)
  const isFresh = kept !== undefined && now >= kept.read_at && now - kept.read_at < UNSERVED_KEPT_MS
  const holds = isFresh ? kept.holds : readUnserved(library)
  if (!isFresh) UNSERVED.set(library, { read_at: now, holds })
  return holds.filter((hold) => findHold(library, hold.hold_ref) !== null)
}

function readUnserved(library: Library): readonly Unserved[] {
  const asked = { limit: LISTED_MAX }
  const gone = library.db.all(goneWithHolds, asked).flatMap(({ patron_id }) =>
    holdsOf(library, patron_id).map(({ facts, title_id }): Unserved => {
      const { hold_ref, pickup_branch: pickup_branch_code } = facts
      const title = library.db.get(titleById, { title_id })?.title ?? ''
      return { hold_ref, pickup_branch_code, title, patron_status: 'gone' }
    }),
  )
  const others = library.db.all(holdsOfUnserved, asked).map(({ is_active, ...hold }): Unserved => {
    return { ...hold, patron_status: is_active === 0 ? 'closed' : 'barred' }
  })
  return [...gone, ...others].slice(0, LISTED_MAX)
}

export type NotFound = { readonly kind: 'marked'; readonly event: string; readonly is_freed: boolean }

/** It is not where the records say: marked so, and the hold that had it waits again. */
export function notFound(
  library: Library,
  actor: Actor,
  command: Command,
  item: ItemRow,
  status: 'missing' | 'trace',
): NotFound | Refusal {
  const isOut = library.db.get(loanOfItem, { item_id: item.item_id }) !== null
  if (isOut || item.status === status) return refuse('item-not-in')
  const before = { at_branch: item.at_branch_code, status: item.status }
  const body = { item_barcode: item.barcode, before, status, at_branch: null, reason: 'hold' } as const
  const freed = freedFrom(library, item)
  const [event] = record(library, actor, command, [{ kind: 'item-marked', body }, ...freed], { items: known([item]) })
  return { kind: 'marked', event: eventRefText(must(event, 'the mark').head), is_freed: freed.length > 0 }
}
