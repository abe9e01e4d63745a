/**
 * What the system's dialog prints once more of a receipt, a refund or a Z: it takes the screen as it is, so the screen
 * says which copy comes next, and each is an entry. With a printer of the desk, its jobs number them.
 */
import type { KeptPaper } from '../../../shared/desk/papers.ts'
import { receiptNumber } from '../../../shared/cash/numbers/receipt-number.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { asCopyNumber } from '../../../shared/receipt/marks.ts'
import { nextCopy } from '../../cash/report/copies.ts'
import { sessionEventsOf } from '../../cash/report/session-events.ts'
import { wasPaperQueued } from '../../journal/queue-jobs.ts'
import type { Library } from '../../library/library.ts'
import type { Desk } from '../desk.ts'
import { OF_MONEY } from './money-left.ts'
import { printerHere } from './queueing.ts'

/** A copy that is to be an entry. */
type Copy = { readonly session_ref: string; readonly of_ref: string }

/**
 * The entry of money among those that the paper tells of whose receipt this is; null: it is none. A refund also names
 * the receipt that it is of, and the number of one receipt may begin that of another.
 */
function entryOf({ journal }: Library, { tells }: KeptPaper, { kind, blocks }: ReceiptDocument): Copy | null {
  if (!OF_MONEY.has(kind)) return null
  const text = JSON.stringify(blocks)
  for (const of_ref of tells) {
    const event = journal.event(of_ref)
    if (event?.kind !== (kind === 'payment' ? 'receipt-made' : 'refund-paid')) continue
    const { session_ref, receipt_number } = event.body
    if (new RegExp(`${receiptNumber(event.head, receipt_number)}(?!\\d)`).test(text)) return { session_ref, of_ref }
  }
  return null
}

/** The entries that a kept paper, shown as a copy, is a copy of. */
export function copiesIn(desk: Desk, paper: KeptPaper): readonly Copy[] {
  return paper.documents.flatMap((one) => (one.is_copy ? (entryOf(desk.library, paper, one) ?? []) : []))
}

/** The kept paper with the number of its copy, where that is an entry. */
export function numbered(desk: Desk, paper: KeptPaper): KeptPaper {
  if (printerHere(desk) !== null) return paper
  const documents = paper.documents.map((one) => {
    const of = one.is_copy ? entryOf(desk.library, paper, one) : null
    return of === null ? one : asCopyNumber(one, nextCopy(desk.library, of.session_ref, of.of_ref))
  })
  return { ...paper, documents }
}

/**
 * The copy of a Z that the dialog would print next. Null: the Z itself, for the person who has just closed the drawer
 * and has not printed it. From anywhere else a first print cannot be told from a second one, and is a copy.
 */
export function zCopy({ library, session: { closing } }: Desk, session_ref: string): Copy | null {
  const [closed] = sessionEventsOf(library, session_ref, 'drawer-closed')
  const of_ref = closed ? eventRefText(closed.head) : session_ref
  const isNew = closing?.session_ref === session_ref && closing.is_z_handed !== true
  const isCopied = nextCopy(library, session_ref, of_ref) > 1 || wasPaperQueued(library.db, of_ref, 'drawer-report')
  return isNew && !isCopied ? null : { session_ref, of_ref }
}

/** The papers of a Z as the screen shows them. */
export function zShown(
  desk: Desk,
  session_ref: string,
  documents: readonly ReceiptDocument[],
): readonly ReceiptDocument[] {
  const copy = printerHere(desk) === null ? zCopy(desk, session_ref) : null
  if (copy === null) return documents
  const number = nextCopy(desk.library, session_ref, copy.of_ref)
  return documents.map((one) => asCopyNumber(one, number))
}
