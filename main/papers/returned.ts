/**
 * The receipt of a check-in. A cart holds what many people had: only the patron of the open account sees their own
 * titles and fines; with no account open, at most one patron's language and text size. Reads only. Must never put a
 * name on it: the person who takes it may not be the one who had the books.
 */
import { addCents, cents, type Cents } from '../../shared/kernel/money.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import type { Brought } from '../../shared/desk/papers.ts'
import { checkInReceipt } from '../../shared/receipt/check-in-paper.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { outCount, type Account } from '../circulation/accounts/account.ts'
import { chargesOfOneLoan } from '../circulation/charges/charge-reading.ts'
import { findItem } from '../library/here.ts'
import { patronOfEnded } from '../circulation/loans/undo-act.ts'
import { cardOf, factsFor, libraryLanguage, paperFacts, readerOf, type Reader } from './facts-for-paper.ts'
import type { Library } from '../library/library.ts'

/** The loan that a check-in ended. */
type Ended = { readonly patron_id: PatronId; readonly loan_ref: string; readonly at_ms: number }

/** Null for an item that was not checked out, and once its patron is forgotten. */
function endedBy(library: Library, { barcode, event }: Brought): Ended | null {
  const entry = library.journal.event(event)
  const loan = entry?.kind === 'item-checked-in' ? entry.body.loan : null
  if (!entry || !loan) return null
  const patron_id = patronOfEnded(library, findItem(library, barcode)?.item_id ?? null, loan.loan_ref)
  return patron_id === null ? null : { patron_id, loan_ref: loan.loan_ref, at_ms: entry.head.at_ms }
}

/** The overdue fine at this return, less what was waived since. */
function fineOf(library: Library, { patron_id, loan_ref, at_ms }: Ended): Cents {
  const fines = chargesOfOneLoan(library, { patron_id, loan_ref }).filter(
    ({ row }) => row.kind === 'overdue' && row.charged_at_ms >= at_ms,
  )
  return addCents(cents(0), ...fines.map(({ state }) => state.worth_cents))
}

/** The patron who had all of it; null when there was more than one, or not all are known. */
function onlyPatron(ended: readonly (Ended | null)[]): PatronId | null {
  const [first = null, ...others] = ended.map((one) => one?.patron_id ?? null)
  return others.every((one) => one === first) ? first : null
}

/** Of these check-ins, those of this patron. */
export function ofPatron(library: Library, patron_id: PatronId, back: readonly Brought[]): readonly Brought[] {
  return back.filter((one) => endedBy(library, one)?.patron_id === patron_id)
}

/** @param back check-ins that were not undone, oldest first */
export function returned(
  library: Library,
  back: readonly Brought[],
  printed_at: Instant,
  open: { readonly account: Account; readonly reader: Reader } | null,
): readonly ReceiptDocument[] {
  if (back.length === 0) return []
  const ended = back.map((one) => endedBy(library, one))
  const items = back.map(({ title, barcode }, at) => {
    const loan = ended[at] ?? null
    const is_own = loan !== null && loan.patron_id === open?.account.row.patron_id
    return { title, barcode, is_own, fine_cents: is_own ? fineOf(library, loan) : cents(0) }
  })
  if (open) {
    const { account, reader } = open
    const patron = { card_barcode: cardOf(library, account), out_count: outCount(account), owed_cents: account.owed }
    return [checkInReceipt({ ...factsFor(library, reader), printed_at, patron, items }, reader.words)]
  }
  const patron = onlyPatron(ended)
  const reader = patron === null ? null : readerOf(library, patron)
  const facts = reader ? factsFor(library, reader) : paperFacts(library)
  return [
    checkInReceipt({ ...facts, printed_at, patron: null, items }, reader?.words ?? wordsIn(libraryLanguage(library))),
  ]
}
