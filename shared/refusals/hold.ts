/** Every refusal about a hold, in precedence order: what they have already, how many, then the requested item. */
import { QUESTION, STOP, type RefusalEntry } from './entry.ts'

export const HOLD_REFUSALS = {
  'hold-gone': STOP,
  'hold-of-nobody': STOP,
  'hold-not-over': { ...STOP, facts: { until: 'maybe-date' } },
  'hold-not-on-shelf': STOP,
  'hold-copy-unnamed': STOP,
  'hold-twice': STOP,
  'hold-has-it': QUESTION,
  'holds-too-many': { ...STOP, grant: 'override-limit', facts: { count: 'count', limit: 'count' } },
  'hold-no-copies': STOP,
  'hold-not-holdable': { ...STOP, grant: 'lend-not-for-loan' },
  'hold-on-shelf': { ...QUESTION, facts: { where: 'text' } },
  'hold-captured': STOP,
  'hold-not-suspended': STOP,
  'hold-date-past': { ...STOP, facts: { on: 'date' } },
  'hold-date-too-far': { ...STOP, facts: { limit: 'date' } },
  'item-not-in': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
