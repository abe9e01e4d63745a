/**
 * Receipts of payments and refunds that nobody was given yet: Enter finishes and prints them, as it does the receipt of
 * a check-out. Prints nothing itself.
 */
import type { KeptPaper } from '../../../shared/desk/papers.ts'
import type { DocumentKind, ReceiptDocument } from '../../../shared/receipt/document.ts'
import { wasPaperQueued } from '../../journal/queue-jobs.ts'
import type { Desk } from '../desk.ts'
import { printerHere } from './queueing.ts'

export const OF_MONEY: ReadonlySet<DocumentKind> = new Set(['payment', 'refund', 'refund-due'])

/**
 * Newest first. With no patron open they are shown beside the work already, so that only a printer is left for them.
 */
export function moneyLeft(desk: Desk): readonly KeptPaper[] {
  const { papers, patron_id, mode } = desk.session
  if (patron_id === null && (mode !== 'out' || printerHere(desk) === null)) return []
  const isLeft = (one: KeptPaper): boolean => {
    const [event = ''] = one.tells
    const isSeen = one.is_finished || (patron_id !== null && one.is_given)
    const isToPrint = ({ kind }: ReceiptDocument): boolean =>
      OF_MONEY.has(kind) && !wasPaperQueued(desk.library.db, event, kind)
    return !isSeen && one.documents.some(isToPrint)
  }
  return papers.kept.filter(isLeft)
}
