/** The methods for auditors and managers: what drawers and clerks did in a period. None of them changes money. */
import { z } from 'zod'
import { outsideDate } from '../../kernel/outside-date.ts'
import { libraryView, method, NEW_FILE_REFUSALS, path, type MethodSpec } from '../method.ts'

export const EVIDENCE_METHODS = {
  'cash.look': method({
    does:
      'Reads the cash of a period and shows it on the manager’s page: over and short by day, what came in by hour ' +
      'and fund, each clerk beside the median of all, how much of what was charged was waived, bags that are not ' +
      'banked, closes to review. Names no patron.',
    ...libraryView,
    permission: 'see-cash',
    input: z.strictObject({ from_on: outsideDate, to_on: outsideDate }),
    refusals: ['days-swapped', 'not-permitted', 'page-empty'],
    example: { from_on: '2026-11-01', to_on: '2026-11-30' },
  }),
  'cash.export': method({
    does:
      'Saves the cash records of a period to a new zip for an auditor: CSV files and a workbook of receipts, ' +
      'sessions, transfers, counts, openings without a sale, what was waived or voided, deposits, the ' +
      'general-ledger journal, and the share of what was charged that was let off. A session belongs to the day it ' +
      'was opened. Names no patron, card, title or charge. Records that it was saved.',
    permission: 'see-cash',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ to_file: path, from_on: outsideDate, to_on: outsideDate }),
    output: z.strictObject({ file: z.string(), sessions_count: z.int() }),
    refusals: ['days-swapped', ...NEW_FILE_REFUSALS],
    example: { to_file: '/media/usb/cash.zip', from_on: '2026-11-01', to_on: '2026-11-30' },
  }),
} as const satisfies Record<string, MethodSpec>
