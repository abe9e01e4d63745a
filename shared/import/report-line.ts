/** A line of the report of an import as a page and a script get it: codes, and the reason in words. */
import { z } from 'zod'

/** What became of a row, a file or a finding. */
const IMPORT_OUTCOMES = [
  'row-left-out',
  'taken-changed',
  'file-left-out',
  'asked-first',
  'accepted',
  'to-look-at',
] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** Without the value, which is a patron's data: that is only in the file. */
export const reportLineSchema = z.strictObject({
  file: z.string(),
  line: z.int(),
  column: z.string(),
  code: z.string(),
  /** The same in words, in the language of the person who imported. */
  reason: z.string(),
  outcome: z.enum(IMPORT_OUTCOMES),
})
