/** The notice to the patron who has a recalled item, in their language and text size. Reads only. */
import { addressLines } from '../../shared/patron/address-text.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { recallNotice } from '../../shared/receipt/recall-notice.ts'
import type { ItemRow } from '../store/circulation/item-rows.ts'
import { addressesOf } from '../store/patrons/patron-key-rows.ts'
import type { PatronRow } from '../store/patrons/patron-rows.ts'
import { personName } from '../search/search-patrons.ts'
import { factsFor, readerOf } from './facts-for-paper.ts'
import type { Library } from '../library/library.ts'

export function recallNoticeFor(
  library: Library,
  {
    item,
    patron,
    ...dates
  }: {
    readonly item: ItemRow
    readonly patron: PatronRow
    /** Null: no longer known. */
    readonly due_before: Instant | null
    readonly due_at: Instant
    readonly printed_at: Instant
  },
): ReceiptDocument {
  const reader = readerOf(library, patron.patron_id)
  const facts = {
    ...factsFor(library, reader),
    patron_name: personName(patron),
    address_lines: letterLines(library, patron),
    item,
    ...dates,
  }
  return recallNotice(facts, reader.words)
}

/** The first address that a letter can be sent to. */
function letterLines(library: Library, { patron_id }: PatronRow): readonly string[] {
  const address = library.db.all(addressesOf, { patron_id }).find((one) => one.street !== '')
  return address ? addressLines(address) : []
}
