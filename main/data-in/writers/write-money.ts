/**
 * Writers of open debts and credits: each row is counted and marked, so that the sums of the file are held against what
 * stands in the reference file before it is kept.
 */
import type { ChargeRow, CreditRow } from '../../../shared/import/formats-material.ts'
import type { RowFault } from '../../../shared/import/reason.ts'
import { CREDIT_KINDS } from '../../../shared/ledger/charge-kinds.ts'
import { REFUND_METHODS } from '../../../shared/ledger/accounts.ts'
import { cents } from '../../../shared/kernel/money.ts'
import * as rows from '../../store/import/import-material-rows.ts'
import { OPENING_SCOPE, OpeningTally } from './opening-tally.ts'
import { changedHere, unknownItem, type WriteContext, type Writer } from '../write-context.ts'

/** Begins what a credit is called here: charges and credits are numbered apart at the source. */
const CREDIT = 'credit:'

export function writeCharges(context: WriteContext): Writer<ChargeRow> {
  const tally = context.tallyOpening(new OpeningTally('debt'))
  return (row, line) => {
    const fault = writeCharge(context, row, line)
    tally.add(row.kind, row.owed ?? row.amount, fault === null)
    return fault
  }
}

function writeCharge(context: WriteContext, row: ChargeRow, line: number): RowFault | null {
  if (row.charge_id.startsWith(CREDIT)) {
    return { column: 'charge_id', value: row.charge_id, reason: { code: 'number-of-credit' } }
  }
  const patron_id = context.patron(row.patron_id)
  if (patron_id === null) return context.noPatron(row.patron_id)
  const barcode = row.item_barcode
  const item = barcode === null ? null : context.connection.get(rows.itemByBarcode, { barcode })
  if (barcode !== null && !item) return unknownItem(barcode)
  const charged_at_ms = context.libraryInstantOf(row.charged_at)
  if (charged_at_ms === null) return { column: 'charged_at', value: '', reason: { code: 'charge-zone-missing' } }
  const again = context.again('charge', row.charge_id, 'charge_id', line)
  if (again) return again
  if (context.changes.has('charge', row.charge_id)) return changedHere('charge_id', row.charge_id)
  context.connection.run(rows.putCharge, {
    external_id: row.charge_id,
    patron_id,
    item_id: item?.item_id ?? null,
    kind: row.kind,
    charged_at_ms,
    amount_cents: row.amount,
    owed_cents: row.owed ?? row.amount,
    note: row.note,
  })
  context.isFirst(OPENING_SCOPE.debt, row.charge_id, line)
  return null
}

/** The method of a credit, by the kind that it has here. */
function methodOf(kind: string): string {
  return REFUND_METHODS.find((method) => CREDIT_KINDS[method] === kind) ?? kind
}

export function writeCredits(context: WriteContext): Writer<CreditRow> {
  const tally = context.tallyOpening(new OpeningTally('credit', methodOf))
  return (row, line) => {
    const fault = writeCredit(context, row, line)
    tally.add(row.method, row.amount, fault === null)
    return fault
  }
}

function writeCredit(context: WriteContext, row: CreditRow, line: number): RowFault | null {
  const patron_id = context.patron(row.patron_id)
  if (patron_id === null) return context.noPatron(row.patron_id)
  const charged_at_ms = context.libraryInstantOf(row.credited_at)
  if (charged_at_ms === null) return { column: 'credited_at', value: '', reason: { code: 'charge-zone-missing' } }
  const again = context.again('credit', row.credit_id, 'credit_id', line)
  if (again) return again
  const external_id = `${CREDIT}${row.credit_id}`
  if (context.changes.has('charge', external_id)) return changedHere('credit_id', row.credit_id)
  context.connection.run(rows.putCredit, {
    external_id,
    patron_id,
    item_id: null,
    kind: CREDIT_KINDS[row.method],
    charged_at_ms,
    amount_cents: row.amount,
    owed_cents: cents(0),
    refund_due_cents: row.amount,
    note: row.note,
  })
  context.isFirst(OPENING_SCOPE.credit, external_id, line)
  return null
}
