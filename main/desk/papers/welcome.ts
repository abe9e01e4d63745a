/** The welcome slip of the open patron, in their language: for that patron alone. Reads only. */
import { localDate, type Instant } from '../../../shared/kernel/time.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { welcomeSlip } from '../../../shared/receipt/account/welcome.ts'
import type { Account } from '../../circulation/accounts/account.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { factsFor, readerOf } from '../../papers/facts-for-paper.ts'
import { isNonResidentSaid } from '../../patrons/card-choice.ts'
import { personName } from '../../search/search-patrons.ts'
import { pinSetOn } from '../../store/patrons/record-rows.ts'

/**
 * None for somebody without a card.
 * @param card_barcode the card at the head of the account
 */
export function welcomeOf(
  library: Library,
  account: Account,
  card_barcode: string,
  printed_at: Instant,
): ReceiptDocument[] {
  const { row } = account
  if (card_barcode === '') return []
  const reader = readerOf(library, row.patron_id)
  const facts = {
    ...factsFor(library, reader),
    printed_at,
    patron_name: personName(row),
    card_barcode,
    card_expires_on: row.expires_on === null ? null : localDate(row.expires_on),
    is_non_resident: isNonResidentSaid(library, row.patron_id),
    has_pin: library.db.get(pinSetOn, { patron_id: row.patron_id }) !== null,
    week: library.hoursWeek(here(library).branch),
  }
  return [welcomeSlip(facts, reader.words)]
}
