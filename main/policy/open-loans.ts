/**
 * Existing loans under a rule that was changed since. They stay as they are unless a person asks: then each loan that
 * the rule would date differently is shown, old date and new, and moved by an entry of its own. A renewed loan keeps
 * its date, and no loan becomes overdue by a rule.
 */
import { localTimeAt } from '../../shared/circulation/calendar/calendar-index.ts'
import { dueDate } from '../../shared/circulation/loans/due-date.ts'
import { sealedDue } from '../../shared/circulation/loans/sealed-due.ts'
import { findRule } from '../../shared/policy/policy.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { EventDraft } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { categoryCode, itemTypeCode } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { rowOf } from '../../shared/policy/form-rows.ts'
import { dueMoved } from '../circulation/loans/due-moved.ts'
import { openLoans } from '../store/circulation/open-loan-rows.ts'
import { record } from '../library/record.ts'
import type { Command } from '../library/command.ts'
import { ownCommand } from '../library/follow.ts'
import { here } from '../library/here.ts'
import { branchRuling } from '../library/whose-rule.ts'
import { policyNow } from './change-rules.ts'
import type { Actor } from '../library/actor.ts'
import type { Library } from '../library/library.ts'

type OpenLoan = NonNullable<(typeof openLoans)['row']>

export type Move = {
  readonly loan: Pick<OpenLoan, 'barcode' | 'title' | 'loan_ref' | 'renewals_count' | 'due_at_ms' | 'sealed_due_at_ms'>
  readonly due_before: Instant
  readonly due_at: Instant
  /** The date that the seal says. */
  readonly sealed_due_at: Instant
}

/** The result of a look-up: kept until the next, because it may read every loan of the library. */
export type Looked = {
  readonly rule_code: string
  readonly is_shortening: boolean
  readonly at: Instant
  readonly moves: readonly Move[]
  /**
   * Loans under this rule that keep their date: renewed since, or overdue right away, or earlier when that was not
   * asked for.
   */
  readonly renewed_count: number
  readonly kept_count: number
  /** A person set their date. */
  readonly by_hand_count: number
  /** Recalled: the patron was told its date. */
  readonly recalled_count: number
}

const LOANS_MAX = 300_000
/** How many loans one record moves, and how many records one command makes. */
const BATCH_MAX = 1000
const BATCHES_MAX = 5

const looks = new WeakMap<Library, Looked>()

export function lookedAt(library: Library): Looked | null {
  return looks.get(library) ?? null
}

type DueByRule = Pick<Move, 'due_at' | 'sealed_due_at'>

/** The date by the present rule as of the loan; null when another rule applies to it. */
function dueByRule(library: Library, loan: OpenLoan, rule_code: string): DueByRule | null {
  // By the patron's present branch, as by their present category.
  const branch = branchRuling(library, loan, loan, loan.patron_branch_code)
  const rules = library.rules()
  const question = {
    branch_code: branch.branch_code,
    category_code: categoryCode(loan.category_code),
    item_type_code: itemTypeCode(loan.item_type_code),
  }
  const found = findRule(rules, question)
  if (found?.rule.rule_code !== rule_code || !found.rule.is_for_loan) return null
  const calendar = library.calendar(branch)
  const lent_on = localTimeAt(calendar, loan.out_at_ms).on
  const card_expires_on = loan.expires_on !== null && loan.expires_on >= lent_on ? loan.expires_on : null
  const asked = { ...found, now: loan.out_at_ms, calendar, card_expires_on, renewal: null }
  const due = dueDate(asked)
  if (isRefusal(due)) return null
  const sealed = sealedDue({ due, asked, rules, question, many: library.many() })
  return { due_at: due.due_at, sealed_due_at: sealed?.due_at ?? due.due_at }
}

/** Looks up the loans, and keeps the result for the page. @returns why not */
export function lookAtLoans(library: Library, rule_code: string, is_shortening: boolean): Refusal | null {
  if (!rowOf(policyNow(library), 'loan_rule', rule_code)) {
    return refuse('policy-row-unknown', { table: 'loan_rule', key: rule_code })
  }
  const { now } = here(library)
  const moves: Move[] = []
  let renewed_count = 0
  let kept_count = 0
  let by_hand_count = 0
  let recalled_count = 0
  for (const loan of library.db.all(openLoans, { limit: LOANS_MAX })) {
    const by_rule = dueByRule(library, loan, rule_code)
    if (by_rule === null || by_rule.due_at === loan.due_at_ms) continue
    const { due_at } = by_rule
    const isKept = due_at <= now || (due_at < loan.due_at_ms && !is_shortening)
    if (loan.recalled_at_ms !== null) recalled_count += 1
    else if (loan.due_staff_code !== '') by_hand_count += 1
    else if (loan.renewals_count > 0) renewed_count += 1
    else if (isKept) kept_count += 1
    else moves.push({ loan, due_before: loan.due_at_ms, ...by_rule })
  }
  looks.set(library, {
    rule_code,
    is_shortening,
    at: now,
    moves,
    renewed_count,
    kept_count,
    by_hand_count,
    recalled_count,
  })
  return null
}

function draftOf({ loan, due_at, sealed_due_at }: Move): EventDraft {
  return dueMoved(loan, 'new-rule', due_at, sealed_due_at)
}

type Span = readonly [Instant, Instant]

function spanOf(dates: readonly Instant[]): Span {
  const order = dates.toSorted((one, other) => one - other)
  return [must(order[0], 'one loan moves'), must(order.at(-1), 'one loan moves')]
}

/** How many loans one command would move, and their first and last due dates before and after; or why it moves none. */
export function datesMoved(
  library: Library,
  rule_code: string,
  is_shortening: boolean,
): Refusal | { readonly count: number; readonly before: Span; readonly after: Span } {
  const refused = lookAtLoans(library, rule_code, is_shortening)
  if (refused) return refused
  const moves = must(lookedAt(library), 'it was just looked').moves.slice(0, BATCH_MAX * BATCHES_MAX)
  if (moves.length === 0) return refuse('policy-no-loans')
  const before = spanOf(moves.map((one) => one.due_before))
  return { count: moves.length, before, after: spanOf(moves.map((one) => one.due_at)) }
}

/** Moves the loans that the rule would date differently, a bounded number. @returns how many, or why not */
export function applyToLoans(
  library: Library,
  actor: Actor,
  command: Command,
  rule_code: string,
  is_shortening: boolean,
): Refusal | { readonly moved_count: number; readonly left_count: number } {
  // Looked up again: some may have come back since.
  const refused = lookAtLoans(library, rule_code, is_shortening)
  if (refused) return refused
  const { moves } = must(lookedAt(library), 'it was just looked')
  if (moves.length === 0) return refuse('policy-no-loans')
  const now = moves.slice(0, BATCH_MAX * BATCHES_MAX)
  for (let from = 0; from < now.length; from += BATCH_MAX) {
    const by = from === 0 ? command : ownCommand(library, `apply ${rule_code} from ${from}`)
    record(library, actor, by, now.slice(from, from + BATCH_MAX).map(draftOf))
  }
  lookAtLoans(library, rule_code, is_shortening)
  return { moved_count: now.length, left_count: moves.length - now.length }
}
