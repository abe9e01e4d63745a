/** What the plain case of a decision is asked with: nothing recalled, claimed, let off or borrowed elsewhere. */
import type { FineAsk } from '../../shared/circulation/fines/fine.ts'

export const PLAIN_FINE = {
  is_recalled: false,
  claimed_at: null,
  is_amnesty: false,
  outages: null,
  stood_on: null,
} as const satisfies Partial<FineAsk>
