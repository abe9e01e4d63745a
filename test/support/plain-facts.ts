/** What the plain case of a decision is asked with: nothing recalled, claimed, let off or borrowed elsewhere. */
import type { FineAsk } from '../../shared/circulation/fines/fine.ts'
import type { CheckOutAsk } from '../../shared/circulation/loans/check-out.ts'
import type { ItemFacts } from '../../shared/policy/facts.ts'
import { MAPLE } from './policy-made.ts'

export const PLAIN_FINE = {
  is_recalled: false,
  claimed_at: null,
  is_amnesty: false,
  outages: null,
  stood_on: null,
} as const satisfies Partial<FineAsk>

export const PLAIN_LOAN = {
  sealed_due_at: null,
  renewals_count: 0,
  unseen_renewals_count: 0,
  is_recalled: false,
  loan_status: 'out',
  is_patron_gone: false,
} as const satisfies Partial<ItemFacts['loan']>

/** On the shelf of the branch it belongs to, and nobody waits for it. */
export const PLAIN_ITEM = {
  is_for_loan: true,
  home_branch: MAPLE,
  at_branch: MAPLE,
  status: 'available',
  loan: null,
  lender: null,
  hold: null,
  out_count_by_rule: {},
} as const satisfies Partial<ItemFacts>

export const PLAIN_ASK = {
  overridden: [],
  is_special: false,
  limits_shown: null,
  many: null,
} as const satisfies Partial<CheckOutAsk>
