/** A loan as facts name it, and as the store does: the same columns, but for the branch that lent it. */
import { loanState, type LoanState } from '../../../shared/journal/events/fields.ts'
import type { LoanFields } from '../../../shared/journal/fold/loans.ts'
import type { LoanRow } from './item-rows.ts'

type Columns = Omit<LoanRow, 'item_id' | 'patron_id' | 'party_ref'>

const NAMES = Object.keys(loanState.shape) as (keyof LoanState)[]

/** What of a loan facts name, as columns. Moments were read as such with the event. */
export function loanColumns(state: LoanFields): Columns
export function loanColumns(state: Partial<LoanFields>): Partial<Columns>
export function loanColumns({ loan_branch, ...same }: Partial<LoanFields>): Partial<Columns> {
  return (loan_branch === undefined ? same : { ...same, branch_code: loan_branch }) as Partial<Columns>
}

/** A loan whole, as the entry that ends it keeps it, so that undoing can restore it. */
export function loanBody(loan: Columns): LoanState {
  const pairs = NAMES.map((name) => [name, name === 'loan_branch' ? loan.branch_code : loan[name]])
  return Object.fromEntries(pairs) as LoanState
}
