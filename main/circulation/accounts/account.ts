/**
 * Reads an account and an item from the store into the facts a decision needs. Reads only; decides nothing.
 */
import type { ItemFacts, LoanFacts, PatronFacts } from '../../../shared/policy/facts.ts'
import { findRule } from '../../../shared/policy/policy.ts'
import { branchCode, categoryCode, itemTypeCode, type PatronId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { localDate, type Instant, type LocalDate } from '../../../shared/kernel/time.ts'
import { owedByPatron } from '../../store/money/charge-rows.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { blockingNotes } from '../../store/patrons/note-rows.ts'
import * as rows from '../../store/patrons/patron-rows.ts'
import { readEligibility, type Eligibility } from './eligibility.ts'
import { firstWaiting } from '../holds/may-have.ts'
import { branchOfLoan } from '../../library/whose-rule.ts'
import type { Library } from '../../library/library.ts'

/** One patron as the desk knows them now: the row, what is out, what is owed. */
export type Account = {
  readonly row: rows.PatronRow
  readonly card_status: PatronFacts['card_status']
  readonly loans: readonly NonNullable<(typeof rows.loansOfPatron)['row']>[]
  readonly owed: Cents
  readonly blocks: readonly NonNullable<(typeof rows.blocksOfPatron)['row']>[]
  /** What it adds up to with its household, for the limits. */
  readonly eligibility: Eligibility
}

/** How much is out: also what has no record in the library's data any more, which `loans` cannot name. */
export function outCount({ eligibility }: Account): number {
  return eligibility.out.filter((one) => !one.is_family).length
}

export function readAccount(
  library: Library,
  patron_id: PatronId,
  today: LocalDate,
  card_status: PatronFacts['card_status'] = null,
): Account | null {
  const { db } = library
  const row = db.get(rows.patronById, { patron_id })
  if (!row) return null
  const loans = db.all(rows.loansOfPatron, { patron_id })
  const owed = cents(db.get(owedByPatron, { patron_id })?.owed_cents ?? 0)
  const blocks = [...db.all(rows.blocksOfPatron, { patron_id, today }), ...db.all(blockingNotes, { patron_id, today })]
  return { row, card_status, loans, owed, blocks, eligibility: readEligibility(library, { row, loans, owed }, today) }
}

/** Fine days are told as such, by the day on which borrowing opens again. */
export const SUSPENDED = 'suspended'

export function patronFacts(account: Account, now: Instant): PatronFacts {
  const { row, loans, blocks } = account
  return {
    category_code: categoryCode(row.category_code),
    category_name: row.category_name,
    card_status: account.card_status,
    is_barred: row.is_barred === 1,
    is_active: row.is_active === 1,
    expires_on: row.expires_on === null ? null : localDate(row.expires_on),
    owed: account.owed,
    owed_max: row.owed_cents_max === null ? null : cents(row.owed_cents_max),
    out_count: outCount(account),
    loans_count_max: row.loans_count_max,
    // What was billed, or is claimed to be back, is late no longer.
    overdue_count: loans.filter((loan) => loan.due_at_ms < now && loan.loan_status === 'out').length,
    overdue_count_max: row.overdue_count_max,
    blocks: blocks
      .filter((block) => block.kind !== SUSPENDED)
      .map(({ kind, until_on, note }) => ({ kind, until_on, note })),
    eligibility: account.eligibility.facts,
    out: account.eligibility.out,
  }
}

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
  const returned = loan && { ...loanFacts(loan), is_same_patron: false }
  return { ...factsAlone(item), loan: returned, hold: null, out_count_by_rule: {} }
}

function loanFacts(loan: LoanRow): LoanFacts {
  const { due_at_ms: due_at, out_at_ms: out_at, sealed_due_at_ms: sealed_due_at } = loan
  const { renewals_count, unseen_renewals_count } = loan
  const is_recalled = loan.recalled_at_ms !== null
  return { due_at, sealed_due_at, out_at, renewals_count, unseen_renewals_count, is_recalled }
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
  return asking !== patron_id && library.db.get(rows.patronById, { patron_id }) === null
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
