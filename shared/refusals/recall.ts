/** Every "no" about a recall, in precedence order; that what is billed keeps its date is told as of any due date. */
import { STOP, type RefusalEntry } from './entry.ts'

export const RECALL_REFUSALS = {
  'recall-not-out': STOP,
  'recall-twice': { ...STOP, facts: { due: 'moment' } },
  'recall-nobody-waits': STOP,
  'recall-no-gain': { ...STOP, facts: { due: 'moment' } },
  'recall-none': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
