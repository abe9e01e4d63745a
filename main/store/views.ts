/**
 * What the desk sees: the reference file with this desk's own changes on top. Temporary views, since they span two
 * files.
 */
import type { Instant } from '../../shared/kernel/time.ts'
import type { ItemId, PatronId, TitleId } from '../../shared/kernel/ids.ts'
import type { Cents } from '../../shared/kernel/money.ts'
import type { Database } from './open-edge.ts'

export type MergedViews = {
  loan_now: {
    item_id: ItemId
    loan_ref: string
    party_ref: string
    patron_id: PatronId
    branch_code: string
    out_at_ms: Instant
    due_at_ms: Instant
    renewals_count: number
  }
  item_now: {
    item_id: ItemId
    barcode: string
    title_id: TitleId
    item_type_code: string
    home_branch_code: string
    at_branch_code: string
    call_number: string
    location: string
    status: string
    price_cents: Cents | null
    note: string
  }
}

const VIEWS = `
CREATE TEMP VIEW loan_now AS
  SELECT item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count
    FROM main.overlay_loan WHERE is_open = 1
  UNION ALL
  SELECT item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count
    FROM ref.loan AS loan WHERE NOT EXISTS (SELECT 1 FROM main.overlay_loan AS own WHERE own.item_id = loan.item_id);
CREATE TEMP VIEW item_now AS
  SELECT item.item_id, item.barcode, item.title_id, item.item_type_code, item.home_branch_code,
    coalesce(seen.at_branch_code, item.at_branch_code) AS at_branch_code, item.call_number, item.location,
    coalesce(seen.status, item.status) AS status, item.price_cents, item.note
  FROM ref.item AS item LEFT JOIN main.overlay_item AS seen ON seen.item_id = item.item_id;
`

/** Attaches the reference file to a connection on the journal file, and lays the views over both. */
export function attachReference(journal: Database, referencePath: string): void {
  journal.prepare('ATTACH DATABASE ? AS ref').run(referencePath)
  journal.pragma('ref.cache_size = -49152')
  journal.exec(VIEWS)
}
