/**
 * What the desk sees: the reference file with this desk's own changes on top. Temporary views, since they span two
 * files.
 */
import type { Database } from '../files/open-edge.ts'
import { rowViews } from './row-views.ts'
import type { ReferenceTables } from '../schema.gen.ts'

type LoanNow = Pick<
  ReferenceTables['loan'],
  | 'item_id'
  | 'loan_ref'
  | 'party_ref'
  | 'patron_id'
  | 'branch_code'
  | 'out_at_ms'
  | 'due_at_ms'
  | 'renewals_count'
  | 'loan_status'
  | 'status_since_ms'
  | 'rules_at_ms'
  | 'unseen_renewals_count'
  | 'due_staff_code'
  | 'recalled_at_ms'
>

export type MergedViews = {
  loan_now: LoanNow
  item_now: ReferenceTables['item']
  /** Open holds only. */
  hold_now: Omit<ReferenceTables['hold'], 'hold_id' | 'external_id'> & { hold_ref: string }
  /** Every charge, paid ones too. */
  charge_now: Omit<ReferenceTables['charge'], 'charge_id' | 'external_id'> & { charge_ref: string }
}

/** The columns of hold_now. */
export const HOLD_COLUMNS = [
  'hold_ref',
  'patron_id',
  'party_ref',
  'title_id',
  'item_id',
  'is_item_hold',
  'pickup_branch_code',
  'placed_at_ms',
  'expires_on',
  'status',
  'suspended_until_on',
  'shelf_until_on',
  'pickup_code',
] as const

const LOAN = `item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count, loan_status,
    status_since_ms, rules_at_ms, unseen_renewals_count, due_staff_code, recalled_at_ms`
const HOLD = `patron_id, party_ref, title_id, item_id, is_item_hold, pickup_branch_code, placed_at_ms, expires_on,
    status, suspended_until_on, shelf_until_on, pickup_code`
const CHARGE = `patron_id, party_ref, item_id, loan_ref, kind, charged_at_ms, amount_cents, owed_cents,
    refund_due_cents`

const VIEWS = `
CREATE TEMP VIEW loan_now AS
  SELECT ${LOAN} FROM main.overlay_loan WHERE is_open = 1
  UNION ALL
  SELECT ${LOAN} FROM ref.loan AS loan
    WHERE NOT EXISTS (SELECT 1 FROM main.overlay_loan AS own WHERE own.item_id = loan.item_id);
CREATE TEMP VIEW item_now AS
  SELECT item.item_id, item.barcode, item.title_id, item.item_type_code, item.home_branch_code,
    coalesce(seen.at_branch_code, item.at_branch_code) AS at_branch_code, item.call_number, item.location,
    coalesce(seen.status, item.status) AS status, item.price_cents, item.note
  FROM ref.item AS item LEFT JOIN main.overlay_item AS seen ON seen.item_id = item.item_id;
CREATE TEMP VIEW hold_now AS
  SELECT hold_ref, ${HOLD} FROM main.overlay_hold WHERE is_open = 1
  UNION ALL
  SELECT external_id AS hold_ref, ${HOLD} FROM ref.hold AS hold
    WHERE NOT EXISTS (SELECT 1 FROM main.overlay_hold AS own WHERE own.hold_ref = hold.external_id);
CREATE TEMP VIEW charge_now AS
  SELECT charge_ref, ${CHARGE}, '' AS note FROM main.overlay_charge
  UNION ALL
  SELECT external_id AS charge_ref, ${CHARGE}, note FROM ref.charge AS charge
    WHERE NOT EXISTS (SELECT 1 FROM main.overlay_charge AS own WHERE own.charge_ref = charge.external_id);
`

/**
 * How much of the reference file is kept at hand. Measured with a million patrons and items: what is read again and
 * again, the upper levels of the indexes, fits in; twice as much saved one read in nine of a day of scans, each of a
 * few microseconds, and was no quicker.
 */
const REFERENCE_CACHE_KIB = 24_576

/** The same over a copy of the overlay in a connection's own memory. */
export const VIEWS_OVER_COPY = VIEWS.replaceAll('main.overlay_', 'temp.overlay_')

/** Attaches the reference file to a connection on the journal file, and lays the views over both. */
export function attachReference(journal: Database, referencePath: string): void {
  journal.prepare('ATTACH DATABASE ? AS ref').run(referencePath)
  journal.pragma(`ref.cache_size = -${REFERENCE_CACHE_KIB}`)
  // First: the views below read items and patrons as the desk sees them.
  journal.exec(rowViews(journal))
  journal.exec(VIEWS)
}
