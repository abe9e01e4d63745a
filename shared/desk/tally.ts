/**
 * Running totals of all rows of a session for the screen, so that a cart of ten thousand is not recounted for every
 * scan. Pure; each change of a row adjusts the totals. They always equal a recount of the rows.
 */
import { isOffer, type Pending } from './pending.ts'

/** What a row did; `in-again`: a return of what this cart has already; `none` recorded nothing. */
export type Act = 'out' | 'in' | 'in-again' | 'renew' | 'account' | 'used' | 'seen' | 'hold' | 'none'

/** What is counted about a row. */
type Counted = { readonly act: Act; readonly pending: Pending | null; readonly due_at_ms: number | null }
type OfItem = Counted & { readonly row: { readonly barcode: string } }

export type Tally = {
  /** Rows by what they did. */
  readonly acts: Readonly<Record<Act, number>>
  /** Rows that wait for anything, including offers. */
  readonly waiting_count: number
  /** Rows that hold back whatever would close this patron. */
  readonly undecided_count: number
  /** Rows with a due date. */
  readonly dated_count: number
}

export const NO_ROWS: Tally = {
  acts: { out: 0, in: 0, 'in-again': 0, renew: 0, account: 0, used: 0, seen: 0, hold: 0, none: 0 },
  waiting_count: 0,
  undecided_count: 0,
  dated_count: 0,
}

/** An offer holds nothing back. */
function isUndecided({ pending }: Counted): boolean {
  return pending !== null && !isOffer(pending)
}

/** A row that did nothing, or was undone, has no due date. */
function isDated(row: Counted): boolean {
  return row.due_at_ms !== null && row.act !== 'none'
}

function counted(tally: Tally, row: Counted, by: 1 | -1): Tally {
  return {
    acts: { ...tally.acts, [row.act]: tally.acts[row.act] + by },
    waiting_count: tally.waiting_count + (row.pending === null ? 0 : by),
    undecided_count: tally.undecided_count + (isUndecided(row) ? by : 0),
    dated_count: tally.dated_count + (isDated(row) ? by : 0),
  }
}

export function withCounted(tally: Tally, row: Counted): Tally {
  return counted(tally, row, 1)
}

/** Replaces a row in the totals. */
export function recounted(tally: Tally, before: Counted, after: Counted): Tally {
  return counted(counted(tally, before, -1), after, 1)
}

/** Counts the rows themselves, when they come from elsewhere. */
export function tallyOf(rows: readonly Counted[]): Tally {
  return rows.reduce(withCounted, NO_ROWS)
}

/** Rows that hold back whatever would close this patron. Offers do not. */
export function undecidedCount({ tally }: { readonly tally: Tally }): number {
  return tally.undecided_count
}

/** How many rows recorded something that was not undone. */
export function actsCount({ acts }: Tally): number {
  return Object.values(acts).reduce((sum, count) => sum + count, 0) - acts.none
}

type Rows<One> = { readonly rows: readonly One[]; readonly tally: Tally }

/**
 * What was checked out or renewed in these rows and is out now: of each item the newest row with a date, so that a
 * renewal or a date set by hand replaces the first one. Returned items are left out.
 */
export function lentNow<One extends OfItem>({ rows, tally }: Rows<One>): readonly One[] {
  if (tally.dated_count === 0) return []
  const told = new Set<string>()
  return rows.filter((one) => {
    const { act, row } = one
    if ((!isDated(one) && act !== 'in') || told.has(row.barcode)) return false
    told.add(row.barcode)
    return act !== 'in'
  })
}

/** The due dates of what is out now. */
export function duesNow(session: Rows<OfItem>): readonly number[] {
  return lentNow(session).flatMap(({ due_at_ms }) => due_at_ms ?? [])
}

/**
 * Whether it was checked in by one of these rows, not undone since. A scanner reads an item twice that is held too
 * long: nothing is odd about the second time.
 */
export function wasTakenBack({ rows }: { readonly rows: readonly OfItem[] }, barcode: string): boolean {
  return rows.some(({ act, row }) => act === 'in' && row.barcode === barcode)
}
