/**
 * A desk without a central server is its own authority: it writes its old changes into the reference file, then drops
 * them from the overlay. Safe to stop anywhere: until the second step the overlay says the same as the reference. Must
 * never drop a row that it did not write: what names an item, a patron, a title or a branch that is gone from the
 * reference file stays in the overlay, where the desk goes on seeing it.
 */
import { must } from '../../shared/kernel/assert.ts'
import { writeMeta } from '../store/policy/library-rows.ts'
import { putReferenceCharge, readOverlayCharges } from '../store/money/charge-rows.ts'
import { dropReferenceHold, putReferenceHold, readOverlayHolds } from '../store/circulation/hold-rows.ts'
import * as overlay from '../store/overlay/overlay-rows.ts'
import { dropReferenceLoan, placeReferenceItem, putReferenceLoan } from '../store/overlay/settle-rows.ts'
import { dropOverlayRow, layRow, readOverlayRows } from '../store/overlay/overlaid.ts'
import type { Store } from '../store/store.ts'
import type { Journal } from './journal.ts'

/** Settles all that can be, up to the journal's head. Returns how many overlay rows it moved. */
export function settle(store: Store, journal: Journal): number {
  const rows = readSettling(store)
  let rows_count = rows.loans.length + rows.items.length + rows.holds.length + rows.charges.length
  if (rows_count + rows.whole.length === 0) return 0
  const { epoch, seq } = journal.head
  const taken = store.reference.transact(() => {
    layInto(store, rows)
    store.reference.run(writeMeta, { name: 'settled_to', value: `${epoch}.${seq}` })
    return rows.whole.filter((row) => store.reference.attempt(() => layRow(store.reference, row)))
  })
  store.db.transact(() => {
    for (const loan of rows.loans) store.db.run(overlay.dropOverlayLoan, loan)
    for (const item of rows.items) store.db.run(overlay.dropOverlayItem, item)
    for (const hold of rows.holds) store.db.run(overlay.dropOverlayHold, hold)
    for (const charge of rows.charges) store.db.run(overlay.dropOverlayCharge, charge)
    for (const row of taken) store.db.run(dropOverlayRow, row)
  })
  rows_count += taken.length
  return rows_count
}

type Settling = ReturnType<typeof readSettling>

function readSettling({ db: desk }: Store) {
  return {
    loans: desk.all(overlay.readOverlayLoans, {}).filter(isAtHome),
    items: desk.all(overlay.readOverlayItems, {}).filter(isAtHome),
    holds: desk.all(readOverlayHolds, {}).filter(isAtHome),
    charges: desk.all(readOverlayCharges, {}).filter(isAtHome),
    // Whether the reference file takes one of these, it says itself.
    whole: desk.all(readOverlayRows, {}),
  }
}

function isAtHome(row: { readonly is_at_home: number }): boolean {
  return row.is_at_home === 1
}

function layInto({ reference }: Store, { loans, items, holds, charges }: Settling): void {
  for (const loan of loans) {
    if (!loan.is_open) reference.run(dropReferenceLoan, { item_id: loan.item_id })
    else reference.run(putReferenceLoan, { ...loan, patron_id: must(loan.patron_id, 'an open loan has a patron') })
  }
  for (const item of items) reference.run(placeReferenceItem, item)
  for (const hold of holds) {
    if (hold.is_open) reference.run(putReferenceHold, { ...hold, external_id: hold.hold_ref })
    else reference.run(dropReferenceHold, { hold_ref: hold.hold_ref })
  }
  for (const charge of charges) reference.run(putReferenceCharge, { ...charge, external_id: charge.charge_ref })
}
