/** What facts about the rules and about outages change. Of the rules: carried into the reference file (patch.ts). */
import { eventRefText, type Folds } from '../event.ts'
import type { POLICY_EVENTS } from '../events/policy.ts'
import type { RowChange } from './rows.ts'

export const POLICY_FOLDS: Folds<typeof POLICY_EVENTS, RowChange> = {
  'policy-changed': () => [],
  'policy-applied': () => [],
  'outage-declared': ({ head, body: { from_ms, to_ms, reason } }) => {
    const row = { branch_code: head.branch || '*', from_at_ms: from_ms, to_at_ms: to_ms, reason }
    return [{ kind: 'row-put', table: 'outage', key: eventRefText(head), row, links: {} }]
  },
  'outage-withdrawn': ({ body: { outage_ref } }) => [{ kind: 'row-dropped', table: 'outage', key: outage_ref }],
}
