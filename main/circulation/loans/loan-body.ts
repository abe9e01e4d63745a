/** A loan whole, as the entry that ends it keeps it, so that undoing can restore it. Reads and records nothing. */
import type { LoanStatus, LoanState } from '../../../shared/journal/events/fields.ts'
import type { LoanRow } from '../../store/circulation/item-rows.ts'

export function loanBody(loan: LoanRow): LoanState {
  const { loan_ref, out_at_ms, due_at_ms, renewals_count, unseen_renewals_count, due_staff_code } = loan
  const { loan_status, status_since_ms, rules_at_ms, recalled_at_ms } = loan
  const whose = { loan_ref, loan_branch: loan.branch_code }
  const stands = {
    loan_status: loan_status as LoanStatus,
    status_since_ms,
    rules_at_ms,
    due_staff_code,
    recalled_at_ms,
  }
  return { ...whose, out_at_ms, due_at_ms, renewals_count, unseen_renewals_count, ...stands }
}
