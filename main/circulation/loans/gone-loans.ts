/** Loans whose item is gone from the library's data, and the barcode that this desk's entries know. Reads only. */
import { eventRefText } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Library } from '../../library/library.ts'
import { goneLoansOfPatron, type GoneLoanRow } from '../../store/circulation/gone-rows.ts'

export type GoneLoan = GoneLoanRow & {
  /** As this desk's own entries name it; null when none does. */
  readonly barcode: string | null
}

export function goneLoansOf(library: Library, patron_id: PatronId): readonly GoneLoan[] {
  return library.db.all(goneLoansOfPatron, { patron_id }).map((loan) => withBarcode(library, loan))
}

export function withBarcode(library: Library, loan: GoneLoanRow): GoneLoan {
  return { ...loan, barcode: barcodeOf(library, loan) }
}

/** The entry that lent it names it; for a loan from elsewhere, this desk's newest entry about it does. */
function barcodeOf({ journal }: Library, { loan_ref, epoch, seq }: GoneLoanRow): string | null {
  const newest = epoch === null || seq === null ? null : eventRefText({ terminal: journal.terminal, epoch, seq })
  const event = journal.event(loan_ref) ?? (newest === null ? null : journal.event(newest))
  return event && 'item_barcode' in event.body ? event.body.item_barcode : null
}
