/** What the open patron has out, soonest due first, each with what can be done about it. */
import { recalledWords } from '../../../../shared/circulation/loans/recall.ts'
import type { Cell, PageRow, Section } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { accruedFines } from '../../../circulation/charges/loan-fine.ts'
import { accruingWords } from '../../../circulation/charges/words.ts'
import { countsOf } from '../../charges/claim-making.ts'
import { goneLoansOf } from '../../items/gone-items.ts'
import { speechOf } from '../../clerk-language.ts'
import type { AccountNow } from './account-now.ts'
import { loanActs, type Claims } from './account-money.ts'
import { dueActs } from './due-act.ts'

import { act, callOf, cell, figure, figures, goTo, row, table } from '../make.ts'

export function accountLoans(now: AccountNow): Section {
  const fines = accruedFines(now.desk.library, now.account, now.now)
  const claims = countsOf(now.desk.library, now.account.row.patron_id)
  return table({
    section_id: 'loans',
    heading: 'Out now',
    columns: ['Title', figures('Barcode'), 'Due', figures('Renewed')],
    rows: now.account.loans.map((loan) => loanRow(now, loan, fines, claims)),
    empty: 'Nothing is out.',
  })
}

/** Out all the same, though nothing tells any more what it is. Nothing can be done but take it back. */
export function goneLoans({ desk, account, branch, today }: AccountNow): readonly Section[] {
  const loans = goneLoansOf(desk.library, account.row.patron_id)
  if (loans.length === 0) return []
  const { gone } = speechOf(desk).words.outcomes.return
  return [
    table({
      section_id: 'loans-gone',
      heading: 'Out, and not in the library’s data any more',
      columns: ['Item', 'Due', 'What to do'],
      rows: loans.map((loan) =>
        row({
          row_id: `gone ${loan.loan_ref}`,
          cells: [
            cell(loan.barcode === null ? gone.heading : gone.item(loan.barcode)),
            cell(sayMoment(loan.due_at_ms, branch.zone, today)),
            cell(loan.barcode === null ? 'Ask whoever keeps the library’s data' : 'F2 and scan it when it comes back'),
          ],
        }),
      ),
      empty: '',
    }),
  ]
}

type Loan = AccountNow['account']['loans'][number]

/** When it is due, or how it stands instead; what its lateness comes to by now. */
function dueCell({ now, today, branch }: AccountNow, loan: Loan, fines: ReadonlyMap<string, Cents>): Cell {
  const due = sayMoment(loan.due_at_ms, branch.zone, today)
  if (loan.loan_status === 'lost') return cell('billed as lost', 'stop')
  const accruing = accruingWords(fines.get(loan.loan_ref) ?? cents(0))
  const stands = loan.loan_status === 'out' ? '' : (LOAN_STATUS_WORDS[loan.loan_status] ?? '')
  if (stands === '' && loan.recalled_at_ms !== null) {
    const words = [recalledWords(loan.due_at_ms, branch.zone, today), loan.due_at_ms < now ? 'late' : '', accruing]
    return cell(words.filter((part) => part !== '').join(', '), 'warn')
  }
  // Of a claim the date alone would read as the day of the claim.
  const late = stands === '' ? (loan.due_at_ms < now ? `late, ${due}` : due) : `due ${due}`
  const words = [stands, late, accruing].filter((part) => part !== '').join(', ')
  return cell(words, loan.due_at_ms < now || stands !== '' ? 'warn' : 'plain')
}

const LOAN_STATUS_WORDS: Readonly<Record<string, string>> = {
  'claimed-returned': 'claimed returned',
  'claimed-never-had': 'claimed never had',
}

function loanRow(now: AccountNow, loan: Loan, fines: ReadonlyMap<string, Cents>, claims: Claims): PageRow {
  const item_barcode = loan.barcode
  return row({
    row_id: `loan ${item_barcode}`,
    cells: [
      cell(loan.title),
      figure(item_barcode, 'quiet'),
      dueCell(now, loan, fines),
      figure(loan.renewals_count === 0 ? '' : `${loan.renewals_count}×`),
    ],
    acts: [
      ...(loan.loan_status === 'out'
        ? [act({ key: 'R', label: 'Renew', call: callOf('desk.renew', { item_barcode }) })]
        : []),
      ...dueActs(now.speech, now.desk.library, item_barcode, loan),
      ...loanActs(now, loan, claims),
      goTo({ place: 'item', about: item_barcode }, 'Look at it', 'I'),
      goTo({ place: 'explain', about: item_barcode }, 'Explain it', 'X'),
    ],
  })
}
