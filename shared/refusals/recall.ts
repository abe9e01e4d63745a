/** Every refusal of a recall, in precedence order; that a billed loan keeps its date is told as for any due date. */
import { STOP, type RefusalEntry } from './entry.ts'

export const RECALL_REFUSALS = {
  'recall-not-out': STOP,
  'recall-twice': { ...STOP, facts: { due: 'moment' } },
  'recall-nobody-waits': STOP,
  'recall-no-gain': { ...STOP, facts: { due: 'moment' } },
  'recall-none': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
