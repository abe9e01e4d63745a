/** What the open patron has out, soonest due first, each with what can be done about it. */
import type { Cell, PageRow, Section } from '../../../../shared/desk/page.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { accruedFines } from '../../../circulation/charges/loan-fine.ts'
import { outCount } from '../../../circulation/accounts/account.ts'
import { countsOf } from '../../money/claim-making.ts'
import { goneLoansOf } from '../../../circulation/loans/gone-loans.ts'
import type { AccountNow } from './account-now.ts'
import { loanActs, type Claims } from './account-money.ts'
import { dueActs } from './due-act.ts'
import { undoActs } from './undo-row.ts'

import { act, callOf, cell, figure, figures, goTo, row, table } from '../make.ts'

export function accountLoans(now: AccountNow): readonly Section[] {
  const words = now.speech.words.pages.account.loans
  const { title, barcode, due, renewed } = words.columns
  const fines = accruedFines(now.desk.library, now.account, now.now)
  const claims = countsOf(now.desk.library, now.account.row.patron_id)
  return [
    table({
      section_id: 'loans',
      heading: headingOf(now),
      columns: [title, due, figures(renewed), barcode],
      rows: now.account.loans.map((loan) => loanRow(now, loan, fines, claims)),
      empty: words.empty,
    }),
  ]
}

/** "Checked out, 4 of 50". */
function headingOf({ speech, account }: AccountNow): string {
  const { loans, who } = speech.words.pages.account
  const out_count = outCount(account)
  const { loans_count_max } = account.row
  if (out_count === 0) return loans.heading
  return `${loans.heading}, ${loans_count_max === null ? out_count : who.out_of(out_count, loans_count_max)}`
}

/** Still checked out, though the library’s data has no record of it. It can only be checked in. */
export function goneLoans({ desk, speech, account }: AccountNow): readonly Section[] {
  const loans = goneLoansOf(desk.library, account.row.patron_id)
  if (loans.length === 0) return []
  const words = speech.words.pages.account.loans.gone
  const { gone } = speech.words.outcomes.return
  const { item, due, next } = words.columns
  return [
    table({
      section_id: 'loans-gone',
      heading: words.heading,
      columns: [item, due, next],
      rows: loans.map((loan) =>
        row({
          row_id: `gone ${loan.loan_ref}`,
          cells: [
            cell(loan.barcode === null ? gone.heading : gone.item(loan.barcode)),
            cell(speech.moment(loan.due_at_ms)),
            cell(loan.barcode === null ? words.ask : words.scan),
          ],
        }),
      ),
      empty: '',
    }),
  ]
}

type Loan = AccountNow['account']['loans'][number]

/** When it is due, or its status; the fine so far. */
function dueCell({ speech, now }: AccountNow, loan: Loan, fines: ReadonlyMap<string, Cents>): Cell {
  const words = speech.words.pages.account.loans
  const { loan_status, due_at_ms } = loan
  if (loan_status === 'lost') return cell(words.billed, 'stop')
  const due = speech.moment(due_at_ms)
  const isOverdue = due_at_ms < now
  const fine = fines.get(loan.loan_ref) ?? 0
  const accruing = fine > 0 ? [words.accruing(speech.money(cents(fine)))] : []
  const said = (parts: readonly string[]): string => [...parts, ...accruing].join(', ')
  if (loan_status !== 'out') {
    // The date alone would read as the day of the claim.
    const claimed = loan_status === 'claimed-returned' ? words.claimed_returned : words.claimed_never_had
    return cell(said([claimed, words.due(due)]), 'warn')
  }
  if (loan.recalled_at_ms !== null) {
    return cell(said([speech.words.panel.recalled(due), ...(isOverdue ? [words.overdue] : [])]), 'warn')
  }
  return cell(said([isOverdue ? words.overdue_since(due) : due]), isOverdue ? 'warn' : 'plain')
}

function loanRow(now: AccountNow, loan: Loan, fines: ReadonlyMap<string, Cents>, claims: Claims): PageRow {
  const item_barcode = loan.barcode
  const words = now.speech.words.pages.account
  return row({
    row_id: `loan ${item_barcode}`,
    cells: [
      cell(loan.title),
      dueCell(now, loan, fines),
      figure(loan.renewals_count === 0 ? '' : `${loan.renewals_count}×`),
      figure(item_barcode, 'quiet'),
    ],
    acts: [
      ...(loan.loan_status === 'out'
        ? [act({ key: 'R', label: words.renew, call: callOf('desk.renew', { item_barcode }) })]
        : []),
      ...dueActs(now.speech, now.desk.library, item_barcode, loan),
      ...loanActs(now, loan, claims),
      ...undoActs(now, loan.loan_ref),
      goTo({ place: 'item', about: item_barcode }, words.item_details, 'I'),
      goTo({ place: 'explain', about: item_barcode }, words.explain, 'X'),
    ],
  })
}
