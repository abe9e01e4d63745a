/** The papers of a close: the Z report, and the deposit slip of its bag. Made from the entries; they only read. */
import { z } from 'zod'
import { depositOf } from '../../shared/cash/deposit.ts'
import type { CashReport } from '../../shared/cash/report-facts.ts'
import { piecesOf, standingReceipts } from '../../shared/cash/session-entries.ts'
import { cashTransfers } from '../../shared/journal/fold/cash.ts'
import type { EventOf } from '../../shared/journal/event.ts'
import { cents } from '../../shared/kernel/money.ts'
import { cashNamesOf } from '../../shared/receipt/cash/cash-names.ts'
import type { CashPaperFacts } from '../../shared/receipt/cash/cash-facts.ts'
import { depositSlip, type DepositFacts } from '../../shared/receipt/cash/deposit-slip.ts'
import { reportPaper } from '../../shared/receipt/cash/report-paper.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { wordsOf } from '../../shared/words/speech.ts'
import { cashRules } from '../cash/cash-rules.ts'
import { sessionEvents } from '../cash/report/session-events.ts'
import type { Library } from '../library/library.ts'
import { readPersonal } from '../store/journal/journal-rows.ts'
import { paperFacts, slipWordsIn } from './facts-for-paper.ts'

function cashFacts(library: Library): CashPaperFacts {
  const words = slipWordsIn(library)
  const names = cashNamesOf(cashRules(library), wordsOf(words.language))
  return { ...paperFacts(library), names, is_practice: false, copy_number: 0 }
}

/** The X report of a session that is open, or its Z once it is closed. */
export function reportOf(library: Library, report: CashReport): ReceiptDocument {
  return reportPaper({ ...cashFacts(library), report }, slipWordsIn(library))
}

export function closePapers(library: Library, session_ref: string, report: CashReport): readonly ReceiptDocument[] {
  const events = sessionEvents(library, session_ref)
  const closed = events.find((one) => one.kind === 'drawer-closed')
  return [reportOf(library, report), ...(closed === undefined ? [] : slipOf(library, closed, report))]
}

/** The slip of what goes into the bag from the drawer; none where the bag is empty, or where only a total is known. */
function slipOf(library: Library, closed: EventOf<'drawer-closed'>, report: CashReport): readonly ReceiptDocument[] {
  const { bag, session_ref, z_count } = closed.body
  if (bag.pieces === null || bag.drawer_cents + bag.checks_cents === 0) return []
  const transfers = sessionEvents(library, session_ref).flatMap(cashTransfers)
  const facts = {
    ...cashFacts(library),
    bag_number: bag.bag_number,
    prepared_by_initials: report.closing?.closed_by_initials ?? '',
    z_counts: [z_count],
    deposit: depositOf(transfers),
    pieces: piecesOf(bag.pieces),
    checks: checksOf(library, session_ref),
  }
  return [depositSlip(facts, slipWordsIn(library))]
}

const numbersSchema = z.array(z.object({ check_number: z.string().default('') }))

/** The checks that receipts of this session took, less those that were voided, with their numbers as far as kept. */
function checksOf(library: Library, session_ref: string): DepositFacts['checks'] {
  return standingReceipts(sessionEvents(library, session_ref)).flatMap(({ head, body }) => {
    const text = library.db.get(readPersonal, { epoch_count: head.epoch, seq_count: head.seq })?.text ?? '[]'
    const numbers = numbersSchema.parse(JSON.parse(text))
    return body.receipt.others.flatMap(({ tender, amount_cents }, at) =>
      tender === 'check' ? [{ check_number: numbers[at]?.check_number ?? '', amount_cents: cents(amount_cents) }] : [],
    )
  })
}
