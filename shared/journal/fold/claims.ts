/** What facts about claims change. */
import { eventRefText, type Folds } from '../event.ts'
import type { CLAIM_EVENTS } from '../events/claims.ts'
import type { RowChange } from './rows.ts'

export const CLAIM_FOLDS: Folds<typeof CLAIM_EVENTS, RowChange> = {
  'claim-made': ({ head, body: { claim, item_barcode, loan_ref, claimed_on } }) => {
    const made = { loan_ref, claim, claimed_on, made_at_ms: head.at_ms }
    const row = { ...made, status: 'open', ended_at_ms: null, checks_count: 0, checked_on: null }
    const links = { has_patron: true, item_barcode } as const
    return [{ kind: 'row-put', table: 'patron_claim', key: eventRefText(head), row, links }]
  },
  'claim-checked': ({ body: { claim_ref, checks_count, checked_on } }) => [
    { kind: 'row-changed', table: 'patron_claim', key: claim_ref, row: { checks_count, checked_on } },
  ],
  'claim-ended': ({ head, body: { claim_ref, reason } }) => [
    { kind: 'row-changed', table: 'patron_claim', key: claim_ref, row: { status: reason, ended_at_ms: head.at_ms } },
  ],
}
