/** One of each paper of money, by name, made in a language. */
import { reportPaper } from '../../../../shared/receipt/cash/report-paper.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import type { Words } from '../../../../shared/receipt/words/en.ts'
import { cashFacts, X_REPORT, Z_REPORT } from './w1.ts'

export const CASH_PAPERS: Readonly<Record<string, (words: Words) => ReceiptDocument>> = {
  'x-report': (words) => reportPaper({ ...cashFacts(words.language), report: X_REPORT }, words),
  'z-report': (words) => reportPaper({ ...cashFacts(words.language), report: Z_REPORT }, words),
  'z-report-copy': (words) => {
    return reportPaper({ ...cashFacts(words.language), is_practice: true, copy_number: 2, report: Z_REPORT }, words)
  },
}
