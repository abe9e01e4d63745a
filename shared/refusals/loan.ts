/**
 * Every refusal about a patron, an item or a loan, in precedence order: the patron first, then the item, then the rule.
 */
import { ACCOUNT_REFUSALS } from './account.ts'
import { NOTHING_TO_DO, ALERT, QUESTION, STOP, type RefusalEntry } from './entry.ts'

/** What ends a block: a check of the address, or what its note asks for. */
export const BLOCK_ENDS = ['address', 'note'] as const

const BLOCK = { ...STOP, grant: 'override-block', level: 'patron' } as const
const DEBT = { ...STOP, grant: 'override-debt', level: 'patron', has_own_notice: true } as const

const FETCHED = { is_never_asked: true, calls_supervisor: true } as const

export const LOAN_REFUSALS = {
  'nobody-open': NOTHING_TO_DO,
  'patron-barred': { ...BLOCK, facts: { note: 'text' }, has_own_notice: true, ...FETCHED },
  'patron-inactive': { ...BLOCK, has_own_notice: true, ...FETCHED },
  'card-replaced': { ...ALERT, level: 'patron' },
  'card-lost': { ...BLOCK, is_never_asked: true },
  'patron-expired': { ...BLOCK, grant: 'answer-at-desk', facts: { on: 'date' }, has_own_notice: true },
  'patron-blocked': { ...BLOCK, facts: { note: 'text', ends_by: BLOCK_ENDS }, has_own_notice: true },
  'owes-too-much': { ...DEBT, facts: { owed: 'money', limit: 'money' } },
  'overdue-too-many': { ...DEBT, facts: { count: 'count', limit: 'count' } },
  ...ACCOUNT_REFUSALS,
  'item-not-for-loan': { ...STOP, grant: 'lend-not-for-loan' },
  'item-withdrawn': { ...STOP, grant: 'lend-not-for-loan' },
  'item-lost': QUESTION,
  'item-damaged': QUESTION,
  'item-arrived': { ...ALERT, found_statuses: ['in-transit'] },
  'item-found': { ...ALERT, found_statuses: ['missing', 'trace'] },
  'item-not-ready': { ...ALERT, found_statuses: ['on-order', 'in-process'] },
  'no-rule': { ...STOP, facts: { category: 'text', item_type: 'text' } },
  'period-invalid': { ...STOP, facts: { rule: 'text' } },
  'due-too-far': { ...STOP, facts: { rule: 'text', limit: 'date' } },
  'outside-schedule': { ...STOP, facts: { schedule: 'text', on: 'date' } },
  'calendar-all-closed': STOP,
  'limit-reached': {
    ...STOP,
    grant: 'override-limit',
    facts: {
      count: 'count',
      limit: 'count',
      of: ['everything', 'rule', 'item-type', 'group'],
      name: 'text',
      at: ['anywhere', 'here'],
      whose: ['patron', 'household'],
    },
  },
  'out-to-other': { ...QUESTION, facts: { whom: ['other', 'gone'], due: 'moment' } },
  'out-to-same': { ...QUESTION, facts: { due: 'moment' } },
  'lender-waits': { ...QUESTION, facts: { lender: 'text', due: 'date' } },
  'hold-waits': QUESTION,
  'not-out': STOP,
  'renewal-withdrawn': { ...STOP, facts: { due: 'moment' } },
  'renewals-used': { ...STOP, grant: 'renew-over-limit', facts: { count: 'count', limit: 'count', due: 'moment' } },
  'unseen-renewals-used': {
    ...STOP,
    grant: 'renew-over-limit',
    facts: { count: 'count', limit: 'count', due: 'moment' },
  },
  'renewal-recalled': { ...STOP, grant: 'renew-over-limit', facts: { due: 'moment' } },
  'renewal-hold-waits': { ...STOP, grant: 'renew-over-limit', facts: { due: 'moment' } },
  'renewal-no-gain': { ...STOP, facts: { due: 'moment' } },
  'claims-used': {
    ...STOP,
    grant: 'claim-over-limit',
    facts: { count: 'count', span: ['year', 'open'], limit: 'count' },
  },
  'claim-too-late': { ...STOP, grant: 'claim-over-limit', facts: { days: 'count', limit: 'count' } },
} as const satisfies Readonly<Record<string, RefusalEntry>>
