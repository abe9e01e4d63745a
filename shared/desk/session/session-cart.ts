/** What a finished cart leaves: the scans that recorded nothing stay in sight until they are dealt with or cleared. */
import { tallyOf } from '../tally.ts'
import { AS_USUAL, changed, cleared, type Session, type SessionRow } from './session.ts'

/** Scans that recorded nothing, newest first, each barcode once; without what was recorded or undone by another row. */
export function unrecordedRows({ rows }: Session): readonly SessionRow[] {
  const dealt = new Set(rows.filter(({ act, row }) => act !== 'none' || row.is_undone).map(({ row }) => row.barcode))
  return rows.filter(({ act, row }) => {
    if (act !== 'none' || row.outcome === 'done' || row.barcode === '' || dealt.has(row.barcode)) return false
    dealt.add(row.barcode)
    return true
  })
}

/** Items of these that the desk does not know: nobody was told to keep them here, as with one that is refused. */
export function notFoundRows(session: Session): readonly SessionRow[] {
  return unrecordedRows(session).filter(({ row }) => row.kind === 'unknown')
}

/**
 * The cart is done: its rows are gone, except those that recorded nothing. The band that each of these would put back
 * tells about an item that is gone with the cart: nobody may put the item in hand where that one went.
 */
export function cartFinished(session: Session): Session {
  const rows = unrecordedRows(session).map((row) => ({ ...row, band_before: null }))
  return { ...cleared(session), rows, tally: tallyOf(rows) }
}

/** A new day, another mode or another person begins without modifiers. */
export function unmodified(session: Session): Session {
  return session.modified_on === '' ? session : changed({ ...session, ...AS_USUAL })
}
