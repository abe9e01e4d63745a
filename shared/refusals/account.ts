/**
 * Every refusal from the totals of an account and its household. In the order of loan.ts, after money owed and overdue
 * items.
 */
import { STOP, type RefusalEntry } from './entry.ts'

const DEBT = { ...STOP, grant: 'override-debt', level: 'patron' } as const

export const ACCOUNT_REFUSALS = {
  'overdue-too-long': { ...DEBT, facts: { days: 'count', limit: 'count' } },
  'lost-too-many': { ...DEBT, facts: { count: 'count', limit: 'count' } },
  'claims-too-many': { ...DEBT, facts: { count: 'count', limit: 'count' } },
  'family-owes-too-much': { ...DEBT, facts: { owed: 'money', limit: 'money' } },
  'guarantees-owe-too-much': { ...DEBT, facts: { owed: 'money', limit: 'money' } },
  suspended: {
    ...DEBT,
    grant: 'override-block',
    facts: { until: 'date', cause: ['late-return', 'block'], note: 'text' },
  },
} as const satisfies Readonly<Record<string, RefusalEntry>>
