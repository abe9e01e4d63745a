/** The account statement of the open patron: for that patron alone. Reads only. */
import { cents } from '../../../shared/kernel/money.ts'
import { instant, localDate, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { isChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import {
  statement,
  type StatementCharge,
  type StatementHold,
  type StatementLoan,
} from '../../../shared/receipt/account/statement.ts'
import { lineFor } from '../../store/circulation/hold-queue-rows.ts'
import { holdsOfPatron } from '../../store/circulation/hold-rows.ts'
import { titleOfItem } from '../../store/circulation/item-rows.ts'
import type { Account } from '../../circulation/accounts/account.ts'
import { noteOf, openCharges, type ReadCharge } from '../../circulation/charges/charge-reading.ts'
import { accruedFines } from '../../circulation/charges/loan-fine.ts'
import { lastShelfDay } from '../../../shared/circulation/holds/hold-facts.ts'
import { here } from '../../library/here.ts'
import { branchName } from '../../circulation/holds/said.ts'
import { personName } from '../../search/search-patrons.ts'
import { cardOf, factsFor, readerOf } from '../../papers/facts-for-paper.ts'
import { renewalsLeft } from './receipts.ts'
import type { Library } from '../../library/library.ts'

function loansOf(library: Library, account: Account): readonly StatementLoan[] {
  const { now } = here(library)
  const fines = accruedFines(library, account, now)
  return account.loans.map((loan) => ({
    title: loan.title,
    barcode: loan.barcode,
    due_at: instant(loan.due_at_ms),
    renewals_left_count: renewalsLeft(library, account, loan),
    fine_so_far_cents: fines.get(loan.loan_ref) ?? cents(0),
    is_recalled: loan.recalled_at_ms !== null,
  }))
}

/** The title it was for, kept until nothing is owed for it; then the note on the charge. */
function aboutOf(library: Library, row: ReadCharge['row']): string {
  const title = row.item_id === null ? '' : (library.db.get(titleOfItem, { item_id: row.item_id })?.title ?? '')
  const note = noteOf(library, row.charge_ref) || (row.note ?? '')
  return [title, note].filter((part) => part !== '').join(', ')
}

function chargesOf(library: Library, account: Account): readonly StatementCharge[] {
  const { zone } = here(library).branch
  return openCharges(library, account.row.patron_id)
    .filter(({ state }) => state.owed_cents > 0)
    .map(({ row, state }) => ({
      kind: isChargeKind(row.kind) ? row.kind : 'other',
      about: aboutOf(library, row),
      charged_on: toLocalDate(instant(row.charged_at_ms), zone),
      amount_cents: state.amount_cents,
      owed_cents: state.owed_cents,
    }))
}

type HoldRow = NonNullable<(typeof holdsOfPatron)['row']>

function stateOf(library: Library, hold: HoldRow): StatementHold['state'] {
  const { title_id, placed_at_ms, is_item_hold, hold_ref, pickup_code } = hold
  switch (hold.status) {
    case 'ready': {
      const until = lastShelfDay(hold)
      const until_on = until === null ? null : localDate(until)
      if (until_on !== null && until_on < here(library).today) return { kind: 'over', until_on }
      return { kind: 'ready', until_on, pick_up_code: pickup_code }
    }
    case 'in-transit':
      return { kind: 'on-its-way' }
    case 'suspended':
      return { kind: 'suspended', until_on: hold.suspended_until_on && localDate(hold.suspended_until_on) }
    default: {
      const line = library.db.get(lineFor, { title_id, placed_at_ms, is_item_hold, hold_ref })
      return { kind: 'waiting', place: line?.place_count || null }
    }
  }
}

function holdsOf(library: Library, account: Account): readonly StatementHold[] {
  return library.db.all(holdsOfPatron, { patron_id: account.row.patron_id }).map((hold) => ({
    title: hold.title,
    pick_up_branch_name: branchName(library, hold.pickup_branch_code),
    state: stateOf(library, hold),
  }))
}

export function statementOf(library: Library, account: Account, printed_at: Instant): ReceiptDocument {
  const { row, owed } = account
  const reader = readerOf(library, row.patron_id)
  const facts = {
    ...factsFor(library, reader),
    printed_at,
    patron_name: personName(row),
    card_barcode: cardOf(library, account),
    card_expires_on: row.expires_on === null ? null : localDate(row.expires_on),
    loans: loansOf(library, account),
    charges: chargesOf(library, account),
    holds: holdsOf(library, account),
    owed_cents: owed,
  }
  return statement(facts, reader.words)
}
