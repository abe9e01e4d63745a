/** Facts about what a return asks of a person, and what they answered. */
import { z } from 'zod'
import {
  foundAnswer,
  foundWhere,
  instantMs,
  itemBarcode,
  loanState,
  receiptShown,
  ref,
  returnQuestion,
  fact,
} from './fields.ts'

export const RETURN_EVENTS = {
  /**
   * The money of a return waits for a person's word; the return itself is recorded before it. `loan` is the one that it
   * ended, `back_at_ms` up to when a fine would run.
   */
  'return-asked': fact(1, {
    item_barcode: itemBarcode,
    loan: loanState,
    back_at_ms: instantMs,
    is_amnesty: z.boolean(),
    about: returnQuestion,
  }),
  /** Answered, and settled by the entries behind it; or gone with the return that asked it. Null: was not asked. */
  'return-answered': fact(1, {
    question_ref: ref,
    reason: z.enum(['answered', 'undone']),
    found: foundWhere.nullable(),
    charge: foundAnswer.nullable(),
    receipt: receiptShown.nullable(),
  }),
  /** The answer was undone: the question waits again, as it was. */
  'return-reopened': fact(1, { question_ref: ref, loan_ref: ref }),
} as const
