/**
 * A desk without a central server is its own authority: it writes its old changes into the reference file, then drops
 * them from the overlay. Safe to stop anywhere: until the second step the overlay says the same as the reference.
 */
import { must } from '../../shared/kernel/assert.ts'
import { writeMeta } from '../store/library-rows.ts'
import { putReferenceCharge, readOverlayCharges } from '../store/charge-rows.ts'
import { dropReferenceHold, putReferenceHold, readOverlayHolds } from '../store/hold-rows.ts'
import { DROP_SETTLED, readOverlayItems, readOverlayLoans } from '../store/overlay-rows.ts'
import { dropReferenceLoan, placeReferenceItem, putReferenceLoan } from '../store/settle-rows.ts'
import type { Store } from '../store/store.ts'
import type { Journal } from './journal.ts'

/** Settles everything up to the journal's head. Returns how many overlay rows it moved. */
export function settle(store: Store, journal: Journal): number {
  const { epoch, seq } = journal.head
  const loans = store.desk.all(readOverlayLoans, {})
  const items = store.desk.all(readOverlayItems, {})
  const holds = store.desk.all(readOverlayHolds, {})
  const charges = store.desk.all(readOverlayCharges, {})
  const rows_count = loans.length + items.length + holds.length + charges.length
  if (rows_count === 0) return 0
  store.reference.transact(() => {
    for (const loan of loans) {
      if (!loan.is_open) store.reference.run(dropReferenceLoan, { item_id: loan.item_id })
      else {
        const patron_id = must(loan.patron_id, 'an open loan has a patron')
        store.reference.run(putReferenceLoan, { ...loan, patron_id })
      }
    }
    for (const item of items) store.reference.run(placeReferenceItem, item)
    for (const hold of holds) {
      if (hold.is_open) store.reference.run(putReferenceHold, { ...hold, external_id: hold.hold_ref })
      else store.reference.run(dropReferenceHold, { hold_ref: hold.hold_ref })
    }
    for (const charge of charges) store.reference.run(putReferenceCharge, { ...charge, external_id: charge.charge_ref })
    store.reference.run(writeMeta, { name: 'settled_to', value: `${epoch}.${seq}` })
  })
  store.desk.transact(() => {
    const to = { epoch_count: epoch, seq_count: seq }
    for (const drop of DROP_SETTLED) store.desk.run(drop, to)
  })
  return rows_count
}
