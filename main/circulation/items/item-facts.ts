/**
 * Reads an item from the store into the facts a decision needs: its loan, who waits for it. Reads only; decides
 * nothing.
 */
import { branchCode, categoryCode, itemTypeCode, type PatronId } from '../../../shared/kernel/ids.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import type { ItemFacts, LoanFacts } from '../../../shared/policy/facts.ts'
import { findRule } from '../../../shared/policy/policy.ts'
import type { Library } from '../../library/library.ts'
import { branchOfLoan } from '../../library/whose-rule.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import type { Account } from '../accounts/account.ts'
import { firstWaiting } from '../holds/may-have.ts'

/** The facts of an item, and its open loan as stored, for the patron who wants it. */
export function itemFacts(
  library: Library,
  item: ItemRow,
  account: Account,
  today: LocalDate,
): { readonly facts: ItemFacts; readonly loan: LoanRow | null } {
  const loan = library.db.get(loanOfItem, { item_id: item.item_id })
  const waiting = firstWaiting(library, item, today)
  // A hold of the patron who has the item is why they came: it does not send the item back to the shelf for them.
  const hold = waiting && waiting.patron_id === loan?.patron_id ? null : waiting
  const { patron_id } = account.row
  const facts: ItemFacts = {
    ...factsAlone(item),
    loan: loan && {
      ...loanFacts(loan),
      is_same_patron: loan.patron_id === patron_id,
      is_patron_gone: isPatronGone(library, loan, patron_id),
    },
    hold: hold && {
      is_same_patron: hold.patron_id === patron_id,
      pickup_branch: hold.facts.pickup_branch,
      is_ready: hold.facts.status === 'ready',
    },
    out_count_by_rule: countByRule(library, account),
  }
  return { facts, loan }
}

/** The facts of an item that nobody asks for: it came back. Who waits for it is left to the capture to say. */
export function returnedFacts(item: ItemRow, loan: LoanRow | null): ItemFacts {
  const returned = loan && { ...loanFacts(loan), is_same_patron: false, is_patron_gone: false }
  return { ...factsAlone(item), loan: returned, hold: null, out_count_by_rule: {} }
}

function loanFacts(loan: LoanRow): LoanFacts {
  const { due_at_ms: due_at, out_at_ms: out_at, sealed_due_at_ms: sealed_due_at } = loan
  const { renewals_count, unseen_renewals_count, loan_status } = loan
  const is_recalled = loan.recalled_at_ms !== null
  return { due_at, sealed_due_at, out_at, renewals_count, unseen_renewals_count, is_recalled, loan_status }
}

function factsAlone(item: ItemRow): Omit<ItemFacts, 'loan' | 'hold' | 'out_count_by_rule'> {
  return {
    item_type_code: itemTypeCode(item.item_type_code),
    item_type_name: item.item_type_name,
    is_for_loan: item.is_for_loan === 1,
    home_branch: branchCode(item.home_branch_code),
    at_branch: branchCode(item.at_branch_code),
    status: item.status,
    lender: lenderOf(item),
  }
}

/** Asked only where it is shown: when the item is out to a patron other than the one asking. */
function isPatronGone(library: Library, { patron_id }: LoanRow, asking: PatronId): boolean {
  return asking !== patron_id && library.db.get(patronById, { patron_id }) === null
}

/** Each loan counts under the rule that applies to it, where it was lent. */
function countByRule(library: Library, account: Account): Record<string, number> {
  const category_code = categoryCode(account.row.category_code)
  const counts: Record<string, number> = {}
  for (const loan of account.loans) {
    const found = findRule(library.rules(), {
      branch_code: branchOfLoan(library, loan, loan, account.row).branch_code,
      category_code,
      item_type_code: itemTypeCode(loan.item_type_code),
    })
    if (found) counts[found.rule.rule_code] = (counts[found.rule.rule_code] ?? 0) + 1
  }
  return counts
}

/** Whose an item is when it was borrowed from another library. */
export function lenderOf({ lender_name, lender_due_on }: ItemRow): NonNullable<ItemFacts['lender']> | null {
  if (lender_name === null) return null
  return { lender_name, due_back_on: lender_due_on === null ? null : localDate(lender_due_on) }
}
