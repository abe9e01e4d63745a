/** Writers of open circulation: loans and holds. Clock times are on the clock of their branch. */
import { isLoanOvertaken } from '../../../shared/import/changed-here.ts'
import type { HoldRow, LoanRow } from '../../../shared/import/formats-material.ts'
import { NEW_LOAN } from '../../../shared/journal/fold/loans.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import * as rows from '../../store/import/import-material-rows.ts'
import { putReferenceLoan } from '../../store/overlay/overlay-tables.ts'
import { changedHere, unknownItem, type WriteContext, type Writer } from '../write-context.ts'

export function writeLoans(context: WriteContext): Writer<LoanRow> {
  return (row, line) => {
    const item = context.connection.get(rows.itemByBarcode, { barcode: row.item_barcode })
    if (!item) return unknownItem(row.item_barcode)
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return context.noPatron(row.patron_id)
    const zone = context.zoneOf(row.branch_code)
    if (zone === null) return context.unknownBranch(row.branch_code)
    const out_at_ms = context.instantOf(row.out_at, zone, 'start')
    if (context.isToCome(toLocalDate(out_at_ms, zone), zone)) {
      return { column: 'out_at', value: new Date(out_at_ms).toISOString(), reason: { code: 'loan-in-future' } }
    }
    const due_at_ms = context.instantOf(row.due_at, zone, 'end')
    if (due_at_ms <= out_at_ms) {
      return { column: 'due_at', value: new Date(due_at_ms).toISOString(), reason: { code: 'due-before-out' } }
    }
    const again = context.again('loan', row.item_barcode, 'item_barcode', line)
    if (again) return again
    const loan_ref = `import:${row.item_barcode}@${out_at_ms}`
    const { changes } = context
    if (isLoanOvertaken(changes.has('loan', loan_ref), changes.item(row.item_barcode), out_at_ms)) {
      return changedHere('item_barcode', row.item_barcode)
    }
    // The same loan taken in again keeps its references: the journal may speak of it by now.
    const known = context.connection.get(rows.loanOfItem, { item_id: item.item_id })
    const isSame = known !== null && known.patron_id === patron_id && known.out_at_ms === out_at_ms
    context.connection.run(putReferenceLoan, {
      ...(isSame ? known : NEW_LOAN),
      item_id: item.item_id,
      loan_ref: isSame ? known.loan_ref : loan_ref,
      party_ref: isSame ? known.loan_ref : loan_ref,
      patron_id,
      branch_code: row.branch_code,
      out_at_ms,
      due_at_ms,
      renewals_count: row.renewals_count,
      loan_status: 'out',
      status_since_ms: null,
      sealed_due_at_ms: isSame && known.due_at_ms === due_at_ms ? known.sealed_due_at_ms : null,
    })
    return null
  }
}

export function writeHolds(context: WriteContext): Writer<HoldRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return context.noPatron(row.patron_id)
    const title = context.connection.get(rows.titleByNumber, { external_id: row.title_id })
    if (!title) return { column: 'title_id', value: row.title_id, reason: { code: 'no-title' } }
    const zone = context.zoneOf(row.pickup_branch_code)
    if (zone === null) return context.unknownBranch(row.pickup_branch_code, 'pickup_branch_code')
    const barcode = row.item_barcode
    const item = barcode === null ? null : context.connection.get(rows.itemByBarcode, { barcode })
    if (barcode !== null && !item) return unknownItem(barcode)
    if (item && item.title_id !== title.title_id) {
      return {
        column: 'item_barcode',
        value: barcode ?? '',
        reason: { code: 'item-of-other-title', title_id: row.title_id },
      }
    }
    const again = context.again('hold', row.hold_id, 'hold_id', line)
    if (again) return again
    if (context.changes.has('hold', row.hold_id)) return changedHere('hold_id', row.hold_id)
    context.connection.run(rows.putHold, {
      external_id: row.hold_id,
      patron_id,
      title_id: title.title_id,
      item_id: item?.item_id ?? null,
      is_item_hold: item !== null && row.status !== 'ready' ? 1 : 0,
      pickup_branch_code: row.pickup_branch_code,
      placed_at_ms: context.instantOf(row.placed_at, zone, 'start'),
      expires_on: row.expires_on,
      status: row.status,
    })
    return null
  }
}
