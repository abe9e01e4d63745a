/** The newest entries of a session and how many there are, without reading the others: a page shows no more of them. */
import { movesMoney, type ClosingCounts } from '../../../shared/cash/session-entries.ts'
import type { CashEvent } from '../../../shared/journal/fold/cash.ts'
import type { Place } from '../../../shared/journal/place.ts'
import {
  countsByKind,
  eventsSince,
  otherEntriesBefore,
  receiptsBefore,
  voidedReceipts,
} from '../../store/money/cash-rows.ts'
import type { Library } from '../../library/library.ts'
import { entryAt, sessionEventsOf } from './session-events.ts'

/** After every entry. */
export const NEWEST: Place = { epoch: Number.MAX_SAFE_INTEGER, seq: 0 }

type Page = { readonly before: Place; readonly most_count: number }

export type Entries = {
  /** Newest first. */
  readonly entries: readonly CashEvent[]
  /** Before which the next ones are; null: there are none. */
  readonly older: Place | null
}

/** Receipts and refunds. */
export function lastReceipts(library: Library, session_ref: string, page: Page): Entries {
  return entriesOf(library, receiptsBefore, session_ref, page)
}

/** What was done beside receipts. */
export function lastOthers(library: Library, session_ref: string, page: Page): Entries {
  return entriesOf(library, otherEntriesBefore, session_ref, page)
}

function entriesOf(
  library: Library,
  statement: typeof receiptsBefore,
  session_ref: string,
  { before: { epoch, seq }, most_count }: Page,
): Entries {
  const asked = { session_ref, epoch, seq, limit: most_count + 1 }
  const places = library.db.all(statement, asked)
  const entries = places.slice(0, most_count).map((place) => entryAt(library, place))
  const last = entries.at(-1)
  return { entries, older: places.length > most_count && last !== undefined ? last.head : null }
}

/** The receipts of a session that were voided, by their entries. */
export function voidedIn(library: Library, session_ref: string): ReadonlySet<string> {
  return new Set(library.db.all(voidedReceipts, { session_ref }).map(({ of_ref }) => of_ref ?? ''))
}

/** How many entries of each kind a session has. */
export function countsOf(library: Library, session_ref: string): (kind: CashEvent['kind']) => number {
  const counts = new Map(library.db.all(countsByKind, { session_ref }).map((one) => [one.kind, one.events_count]))
  return (kind) => counts.get(kind) ?? 0
}

/** The counts that a close goes by (shared/cash/session-entries.ts, `closingCountsIn`). */
export function closingCounts(library: Library, session_ref: string): ClosingCounts {
  const counts = sessionEventsOf(library, session_ref, 'drawer-counted')
  const besides = sessionEventsOf(library, session_ref, 'tenders-counted')
  // Money that moved since the last count of a kind moved since every earlier one, too.
  const kept = <Count extends { readonly head: Place }>(count: Count | undefined): Count | null =>
    count !== undefined && isLastMove(library, session_ref, count.head) ? count : null
  const last = (reason: 'closing' | 'taking-over') => ({
    cash: kept(counts.findLast(({ body }) => body.reason === reason)),
    tenders: kept(besides.findLast(({ body }) => body.reason === reason)),
  })
  const { cash, tenders } = last('taking-over')
  return { ...last('closing'), received: cash && tenders && { cash, tenders } }
}

/** Whether no money has moved since this entry of a session. */
export function isLastMove(library: Library, session_ref: string, { epoch, seq }: Place): boolean {
  const since = library.db.all(eventsSince, { session_ref, epoch, seq })
  return !since.some((place) => movesMoney(entryAt(library, place)))
}
