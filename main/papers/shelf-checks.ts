/** The list to walk the shelves with: open claims that are due, with a box for each. Must never say whose they are. */
import { localDate } from '../../shared/kernel/time.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { list } from '../../shared/receipt/list.ts'
import { en } from '../../shared/receipt/words/en.ts'
import type { Speech } from '../../shared/words/speech.ts'
import { shelfChecks } from '../circulation/claims/tasks.ts'
import type { Library } from '../library/library.ts'
import { paperFacts } from './facts-for-paper.ts'

export function shelfCheckPaper(library: Library, speech: Speech): ReceiptDocument {
  const words = speech.words.pages.this_desk.tasks
  const due = shelfChecks(library).filter((check) => check.is_due)
  const groups = [...Map.groupBy(due, (check) => check.location)].map(([location, checks]) => ({
    heading: location,
    rows: checks.map((check) => ({
      cells: [check.call_number, check.title],
      under: [`${check.barcode}  ${words.claim[check.claim](speech.date(localDate(check.claimed_on)))}`],
    })),
  }))
  const columns = [
    { label: en.call_number, width_count: 13 },
    { label: en.title, width_count: 0 },
  ]
  const about = { kind: 'list', title: words.heading, columns, has_boxes: true } as const
  return list({ ...paperFacts(library), ...about, groups }, en)
}
