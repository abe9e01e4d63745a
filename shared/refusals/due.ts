/** Every refusal of a due date set by hand, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const DUE_DATE_REFUSALS = {
  'due-date-stands': STOP,
  'due-date-not-theirs': STOP,
  'due-date-past': { ...STOP, facts: { on: 'date' } },
  'due-date-same': { ...STOP, facts: { on: 'date' } },
  'due-date-after-expiry': { ...STOP, facts: { on: 'date' } },
  'due-date-too-far': { ...STOP, facts: { limit: 'date' } },
  'due-date-closed': { ...STOP, facts: { on: 'date', when: ['once', 'weekly'], reason: 'text', open: 'maybe-date' } },
} as const satisfies Readonly<Record<string, RefusalEntry>>
