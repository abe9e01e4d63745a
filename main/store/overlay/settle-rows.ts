/** Statements that write the desk's own changes into the reference file, when the desk is its own authority. */
import type { ItemId } from '../../../shared/kernel/ids.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

export const putReferenceLoan = statement<ReferenceTables['loan']>()((p) =>
  build.replaceInto('loan').values({
    item_id: p.item_id,
    loan_ref: p.loan_ref,
    party_ref: p.party_ref,
    patron_id: p.patron_id,
    branch_code: p.branch_code,
    out_at_ms: p.out_at_ms,
    due_at_ms: p.due_at_ms,
    renewals_count: p.renewals_count,
    loan_status: p.loan_status,
    status_since_ms: p.status_since_ms,
    rules_at_ms: p.rules_at_ms,
    unseen_renewals_count: p.unseen_renewals_count,
    due_staff_code: p.due_staff_code,
    recalled_at_ms: p.recalled_at_ms,
  }),
)

export const dropReferenceLoan = statement<{ item_id: ItemId }>()((p) =>
  build.deleteFrom('loan').where('item_id', '=', p.item_id),
)

export const placeReferenceItem = statement<{ item_id: ItemId; at_branch_code: string; status: string }>()((p) =>
  build
    .updateTable('item')
    .set({ at_branch_code: p.at_branch_code, status: p.status })
    .where('item_id', '=', p.item_id),
)

/** The loan as the reference file has it, whatever this desk has done since. */
export const referenceLoan = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('loan').select(['loan_ref', 'patron_id']).where('item_id', '=', p.item_id),
)
