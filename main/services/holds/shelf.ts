/**
 * The hold shelf and what is on its way: what stands there, what is over, what is to be taken off, whose holds nobody
 * may fill. Reads, and clears what is over when a person says so.
 */
import { backInQueue, holdState, isCaught, isShelfOver } from '../../../shared/circulation/hold-facts.ts'
import { refuse, type Refusal } from '../../../shared/circulation/refusals.ts'
import { eventRefText, type EventDraft } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { MS_PER_MINUTE } from '../../../shared/kernel/time.ts'
import {
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
} from '../../store/hold-list-rows.ts'
import { loanOfItem, type ItemRow } from '../../store/item-rows.ts'
import { record, type Command, type Desk } from '../context.ts'
import { here, known } from '../here.ts'
import { findHold, lineOfTitle } from './reading.ts'

const CLEARED_AT_ONCE_MAX = 200
const LISTED_MAX = 1000

export type Cleared = {
  readonly kind: 'cleared'
  readonly count: number
  readonly title: string
  readonly event: string
}

/** What was not fetched in time, in the order of the shelf. */
export function overdueOnShelf(desk: Desk, limit: number): readonly ShelvedRow[] {
  const { branch, today } = here(desk)
  return desk.store.desk.all(shelfOver, { branch_code: branch.branch_code, today, limit })
}

/** Ends what was not fetched in time: one hold, or all there are. The copies are then to be taken off the shelf. */
export function clearShelf(desk: Desk, command: Command, hold_ref: string | null): Cleared | Refusal {
  const { today } = here(desk)
  const rows = overdueOnShelf(desk, CLEARED_AT_ONCE_MAX)
  const asked = hold_ref === null ? rows.map((row) => row.hold_ref) : [hold_ref]
  const holds = asked.flatMap((ref) => findHold(desk, ref) ?? []).filter(({ facts }) => isShelfOver(facts, today))
  if (holds.length === 0) return refuse('hold-gone')
  const drafts = holds.map(({ facts }): EventDraft => {
    return { kind: 'hold-ended', body: { hold_ref: facts.hold_ref, why: 'not-fetched', before: holdState(facts) } }
  })
  const [event] = record(desk, command, drafts)
  const title = rows.find((row) => row.hold_ref === holds[0]?.facts.hold_ref)?.title ?? ''
  return { kind: 'cleared', count: holds.length, title, event: eventRefText(must(event, 'what was cleared').head) }
}

/** Copies on the hold shelf here that nobody's hold keeps there any more. Each next check-in says where it goes. */
export function toTakeOff(desk: Desk, limit: number): readonly MovedRow[] {
  const asked = { branch_code: here(desk).branch.branch_code, limit }
  const { desk: store } = desk.store
  return [...store.all(movedAndLeftOnShelf, asked), ...store.all(leftOnShelf, asked)].slice(0, limit)
}

export type Transit = MovedRow & { readonly to_branch: string; readonly is_for_hold: boolean }

/** On its way home to this branch, or here to be fetched. */
export function comingHere(desk: Desk): readonly Transit[] {
  const { branch_code } = here(desk).branch
  const { desk: store } = desk.store
  const asked = { status: 'in-transit', branch_code, limit: LISTED_MAX }
  const home = [...store.all(itemsMovedOf, asked), ...store.all(itemsBelongingTo, asked)]
    .filter((item) => store.get(holdWithItem, item) === null && item.at_branch_code !== branch_code)
    .map((item): Transit => ({ ...item, to_branch: branch_code, is_for_hold: false }))
  const held = store
    .all(holdsOnTheirWay, { branch_code, limit: LISTED_MAX })
    .map((item): Transit => ({ ...item, to_branch: branch_code, is_for_hold: true }))
  return [...held, ...home]
}

/** Sent from here and not heard of since. */
export function sentFromHere(desk: Desk): readonly Transit[] {
  const asked = { status: 'in-transit', branch_code: here(desk).branch.branch_code, limit: LISTED_MAX }
  const items = [...desk.store.desk.all(itemsMovedAt, asked), ...desk.store.desk.all(itemsStandingAt, asked)]
  return items.map((item): Transit => {
    const hold = desk.store.desk.get(holdWithItem, item)
    return { ...item, to_branch: hold?.pickup_branch_code ?? item.home_branch_code, is_for_hold: hold !== null }
  })
}

export type Unserved = NonNullable<(typeof holdsOfUnserved)['row']>

type KeptUnserved = { readonly read_at: number; readonly holds: readonly Unserved[] }
/** A library has tens of thousands of closed accounts, and few of them wait for anything: looked for now and then. */
const UNSERVED = new WeakMap<Desk, KeptUnserved>()
const UNSERVED_KEPT_MS = 5 * MS_PER_MINUTE

/** Holds of a closed account, or of somebody who may not be served: passed over until a person decides. */
export function unservedHolds(desk: Desk, limit: number): readonly Unserved[] {
  const { now } = here(desk)
  const kept = UNSERVED.get(desk)
  const isFresh = kept !== undefined && now >= kept.read_at && now - kept.read_at < UNSERVED_KEPT_MS
  const holds = isFresh ? kept.holds : desk.store.desk.all(holdsOfUnserved, { limit })
  if (!isFresh) UNSERVED.set(desk, { read_at: now, holds })
  return holds.filter((hold) => findHold(desk, hold.hold_ref) !== null)
}

/** It is not where the records say: marked so, and whoever's hold had it waits again. */
export function notFound(desk: Desk, command: Command, item: ItemRow, status: 'missing' | 'trace'): string | Refusal {
  const isOut = desk.store.desk.get(loanOfItem, { item_id: item.item_id }) !== null
  if (isOut || item.status === status) return refuse('item-not-in')
  const before = { at_branch: item.at_branch_code, status: item.status }
  const body = { item_barcode: item.barcode, before, status, why: 'hold' } as const
  const line = lineOfTitle(desk, item.title_id, item.item_id)
  const freed = line
    .map((hold) => hold.facts)
    .filter((hold) => hold.item_barcode === item.barcode && isCaught(hold))
    .map((hold): EventDraft => {
      const { hold_ref } = hold
      return {
        kind: 'hold-changed',
        body: { hold_ref, why: 'released', before: holdState(hold), after: backInQueue(hold) },
      }
    })
  const [event] = record(desk, command, [{ kind: 'item-marked', body }, ...freed], { items: known([item]) })
  return eventRefText(must(event, 'the mark').head)
}
