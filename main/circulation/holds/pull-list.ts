/**
 * The pull list of this branch: items on its shelves with holds, in shelf order. Made on request and kept as made,
 * because staff walk with it; what was dealt with since drops off by itself. Kept in memory only, without names.
 */
import { pairPulls } from '../../../shared/circulation/holds/hold-pull.ts'
import { branchCode, type TitleId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import {
  itemsToPull,
  lastTitleWaitedFor,
  titlesToPull,
  titlesWaitedForHere,
} from '../../store/circulation/hold-list-rows.ts'
import { loanOfItem } from '../../store/circulation/item-rows.ts'
import { findItem, here, type Here } from '../../library/here.ts'
import { alongTheShelves } from '../shelves/order.ts'
import { notForThem } from './may-have.ts'
import { lineOfTitle } from './reading.ts'
import type { Library } from '../../library/library.ts'

/** More than anybody pulls in one walk; the rest comes with the next list. */
const ENTRIES_MAX = 2000
const TITLES_AT_ONCE = 1000

export type PullEntry = {
  readonly barcode: string
  readonly title: string
  readonly author: string
  readonly call_number: string
  readonly location: string
  /** Where it will be fetched. */
  readonly to_branch: string
}

export type PullList = { readonly made_at: Instant; readonly entries: readonly PullEntry[]; readonly is_cut: boolean }

type Kept = PullList & { readonly skipped: ReadonlySet<string> }

const KEPT = new WeakMap<Library, Kept>()

/** The list as it was made last; made now if there is none, or none of today. */
export function pullList(library: Library): PullList {
  const kept = KEPT.get(library)
  if (!kept || isOfAnotherDay(library, kept)) return makePullList(library)
  return kept
}

function isOfAnotherDay(library: Library, { made_at }: Kept): boolean {
  const { branch, today } = here(library)
  return toLocalDate(made_at, branch.zone) !== today
}

/** Makes the list again. What was skipped is on it again. */
export function makePullList(library: Library): PullList {
  const at = here(library)
  const found: PullEntry[] = []
  let is_cut = false
  for (const title_id of titlesToLookAt(library, at)) {
    if (found.length >= ENTRIES_MAX) {
      is_cut = true
      break
    }
    found.push(...pullsOfTitle(library, title_id, at))
  }
  const made = { made_at: at.now, entries: inOrder(library, found), is_cut, skipped: new Set<string>() }
  KEPT.set(library, made)
  return made
}

/** Every title with holds that may have an item in here, each once. */
function* titlesToLookAt(library: Library, { branch }: Here): Generator<TitleId> {
  const { db } = library
  const own = new Set(db.all(titlesWaitedForHere, { limit: 100_000 }).map((row) => row.title_id))
  yield* own
  let after: number | null = 0
  while (after !== null) {
    const asked: { readonly after: number; readonly limit: number } = { after, limit: TITLES_AT_ONCE }
    for (const { title_id } of db.all(titlesToPull, { ...asked, branch_code: branch.branch_code })) {
      if (!own.has(title_id)) yield title_id
    }
    after = db.get(lastTitleWaitedFor, asked)?.last_id ?? null
  }
}

function pullsOfTitle(library: Library, title_id: TitleId, at: Here): readonly PullEntry[] {
  const items = library.db.all(itemsToPull, { title_id })
  const own = at.branch.branch_code
  if (!items.some((item) => item.at_branch_code === own)) return []
  const line = lineOfTitle(library, title_id)
  const offered = items.map((item) => {
    const not_for = notForThem(library, line, item)
    return { item_barcode: item.barcode, at_branch: branchCode(item.at_branch_code), not_for }
  })
  const waiting = line.map((hold) => hold.facts)
  return pairPulls(waiting, offered, at.today).flatMap((pull) => {
    const item = items.find((one) => one.barcode === pull.item_barcode)
    if (item?.at_branch_code !== own) return []
    const { barcode, title, author, call_number, location } = item
    return [{ barcode, title, author, call_number, location, to_branch: pull.to_branch }]
  })
}

/** Location by location, each in the order of its shelf. */
function inOrder(library: Library, entries: readonly PullEntry[]): readonly PullEntry[] {
  return alongTheShelves(library, entries).flatMap(({ stops }) =>
    stops.map(({ item: { profile: _shelf, ...entry } }) => entry),
  )
}

/** Left for another walk: off this list, and nothing is recorded. */
export function skipPull(library: Library, barcode: string): void {
  const kept = KEPT.get(library)
  if (kept) KEPT.set(library, { ...kept, skipped: new Set([...kept.skipped, barcode]) })
}

/** Those that are still on the shelf by the records, and were not skipped. */
export function stillToPull(library: Library, entries: readonly PullEntry[]): readonly PullEntry[] {
  const skipped = KEPT.get(library)?.skipped ?? new Set<string>()
  return entries.filter(({ barcode }) => {
    if (skipped.has(barcode)) return false
    const item = findItem(library, barcode)
    return item?.status === 'available' && !library.db.get(loanOfItem, { item_id: item.item_id })
  })
}
