/** What a search tries in turn (search-patrons.ts). Holds no code. */
import type { PatronHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { MoreAsked } from './fitting.ts'

/** One way of finding people. */
export type Way = {
  /** Whatever it returns matches everything asked; otherwise the rest is checked row by row. */
  readonly isAll: boolean
  /** Tried only if nobody was found before. */
  readonly isIfNone?: boolean
  /** Adds people found by letters from inside a name. */
  readonly isInside?: boolean
  /** The most rows to read, where that is fewer than usual. */
  readonly read_max?: number
  /** What its rows must match, where that is not everything typed. */
  readonly asked?: MoreAsked
  readonly find: (db: ReadHandle, limit: number) => readonly PatronHitRow[]
}
