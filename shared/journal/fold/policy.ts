/** What facts about the rules and about outages change. */
import { canonical, eventRefText, type Folds } from '../event.ts'
import type { POLICY_EVENTS } from '../events/policy.ts'
import type { RowChange } from './rows.ts'

export const POLICY_FOLDS: Folds<typeof POLICY_EVENTS, RowChange> = {
  'policy-changed': ({ head, body: { table, key, before, after, is_kept_by_loans } }) => {
    const changed: RowChange =
      after === null ? { kind: 'row-dropped', table, key } : { kind: 'row-put', table, key, row: after, links: {} }
    if (!is_kept_by_loans) return [changed]
    const row = { table_name: table, row_key: key, content: before && canonical(before), until_at_ms: head.at_ms }
    return [changed, { kind: 'row-put', table: 'policy_version', key: eventRefText(head), row, links: {} }]
  },
  'policy-applied': ({ body: { version_refs } }) =>
    version_refs.map((key) => ({ kind: 'row-dropped', table: 'policy_version', key })),
  'outage-declared': ({ head, body: { from_ms, to_ms, reason } }) => {
    const row = { branch_code: head.branch || '*', from_at_ms: from_ms, to_at_ms: to_ms, reason }
    return [{ kind: 'row-put', table: 'outage', key: eventRefText(head), row, links: {} }]
  },
  'outage-withdrawn': ({ body: { outage_ref } }) => [{ kind: 'row-dropped', table: 'outage', key: outage_ref }],
}
