/**
 * Whose rules and calendar apply, by the library's setting: those of the desk, the item's home or holder, or the
 * patron's branch. One answer for lending, renewing, checking in, fines and limits. Reads only.
 */
import type { PreparedPolicy } from '../../shared/policy/policy-index.ts'
import { ruleBranch } from '../../shared/policy/policy.ts'
import { must } from '../../shared/kernel/assert.ts'
import { branchCode, categoryCode, type BranchCode, type CategoryCode, type PatronId } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import type { ItemRow } from '../store/circulation/item-rows.ts'
import { ruledAt } from '../store/patrons/before-rows.ts'
import { patronById, type PatronRow } from '../store/patrons/patron-rows.ts'
import type { Branch, Library } from './library.ts'

/** The branches that can matter. `holding`: where the item is now; if it is out, the branch that lent it. */
type Places = { readonly desk: BranchCode; readonly home: string; readonly holding: string; readonly patron: string }

function branchOf(library: Library, places: Places, policy: PreparedPolicy = library.policy()): Branch {
  const code = ruleBranch(policy.settings.rule_branch_from, {
    desk: places.desk,
    item_home: branchCode(places.home),
    item_holding: branchCode(places.holding),
    patron: branchCode(places.patron),
  })
  return must(library.branch(code) ?? library.here(), 'a branch whose rules hold')
}

/** For lending now. */
export function branchForLending(
  library: Library,
  here: BranchCode,
  item: Pick<ItemRow, 'home_branch_code' | 'at_branch_code'>,
  patron: Pick<PatronRow, 'branch_code'>,
): Branch {
  const { home_branch_code: home, at_branch_code: holding } = item
  return branchOf(library, { desk: here, home, holding, patron: patron.branch_code })
}

type Loan = { readonly branch_code: string }

/** What determines the rules for a loan: when it was made or last renewed, and where. */
export type RuledLoan = Loan & { readonly out_at_ms: Instant; readonly rules_at_ms: Instant | null }

export function rulesMoment({ out_at_ms, rules_at_ms }: RuledLoan): Instant {
  return rules_at_ms ?? out_at_ms
}

/** The rules that apply to the loan for as long as it runs, and after. */
export function policyOfLoan(library: Library, loan: RuledLoan): PreparedPolicy {
  return library.policyAt(rulesMoment(loan))
}

/** What rules went by for the patron when it was lent or renewed; null: what they go by now. */
function ruledThen(
  library: Library,
  loan: RuledLoan,
  { patron_id, is_ruled_anew }: Pick<PatronRow, 'patron_id' | 'is_ruled_anew'>,
): (typeof ruledAt)['row'] | null {
  return is_ruled_anew ? library.db.get(ruledAt, { patron_id, at_ms: rulesMoment(loan) }) : null
}

/** The category that the patron had when it was lent or renewed: what it costs does not change with theirs. */
export function categoryOfLoan(
  library: Library,
  loan: RuledLoan,
  patron: Pick<PatronRow, 'patron_id' | 'category_code' | 'is_ruled_anew'>,
): CategoryCode {
  return categoryCode(ruledThen(library, loan, patron)?.category_code ?? patron.category_code)
}

/** For a running loan: the desk that lent it counts, wherever it comes back, and the branch of the patron then. */
export function branchOfLoan(
  library: Library,
  loan: RuledLoan,
  item: Pick<ItemRow, 'home_branch_code'>,
  patron: Pick<PatronRow, 'patron_id' | 'branch_code' | 'is_ruled_anew'>,
): Branch {
  const then = isByPatron(library, loan) ? ruledThen(library, loan, patron) : null
  return branchRuling(library, loan, item, then?.branch_code ?? patron.branch_code)
}

/** The same for a given branch of the patron. */
export function branchRuling(
  library: Library,
  loan: RuledLoan,
  item: Pick<ItemRow, 'home_branch_code'>,
  patron: string,
): Branch {
  const { branch_code: holding } = loan
  const places = { desk: branchCode(holding), home: item.home_branch_code, holding, patron }
  return branchOf(library, places, policyOfLoan(library, loan))
}

function isByPatron(library: Library, loan: RuledLoan): boolean {
  return policyOfLoan(library, loan).settings.rule_branch_from === 'patron'
}

/** For renewing it now, here. */
export function branchForRenewal(
  library: Library,
  here: BranchCode,
  loan: Loan,
  item: Pick<ItemRow, 'home_branch_code'>,
  patron: Pick<PatronRow, 'branch_code'>,
): Branch {
  const { home_branch_code: home } = item
  return branchOf(library, { desk: here, home, holding: loan.branch_code, patron: patron.branch_code })
}

/** For a return; the patron is looked up only if the library goes by the patron's branch. */
export function branchAtReturn(
  library: Library,
  loan: RuledLoan & { readonly patron_id: PatronId },
  item: Pick<ItemRow, 'home_branch_code'>,
): Branch {
  const patron = isByPatron(library, loan) ? library.db.get(patronById, { patron_id: loan.patron_id }) : null
  return patron ? branchOfLoan(library, loan, item, patron) : branchRuling(library, loan, item, loan.branch_code)
}
