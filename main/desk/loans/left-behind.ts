/** Names what was scanned and is in no record when a patron or a cart makes way for the next one. */
import { notFoundRows, unrecordedRows } from '../../../shared/desk/session/session-cart.ts'
import type { SessionRow } from '../../../shared/desk/session/session.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** Barcodes that the band names; the rows have all. */
const NAMED_MAX = 5

/** "2 not recorded: 31234…, 31234…"; empty: none. */
export function notRecorded(desk: Desk, rows: readonly SessionRow[]): string {
  if (rows.length === 0) return ''
  const barcodes = rows.slice(0, NAMED_MAX).map(({ row }) => row.barcode)
  return speechOf(desk).words.outcomes.loan.finished.not_recorded(rows.length, barcodes.join(', '))
}

/** Of the rows that go now: of a patron, the items that were not found; of a cart, all that recorded nothing. */
export function leftBehind(desk: Desk): string {
  const { session } = desk
  return notRecorded(desk, session.mode === 'out' ? notFoundRows(session) : unrecordedRows(session))
}
