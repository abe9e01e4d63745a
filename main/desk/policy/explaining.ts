/**
 * Everything that "explain this result" needs about one item: the loan as recorded, what the same functions would
 * decide now, and what lateness costs. Reads only; looks up who has the item only if that account is open.
 */
import { localTimeAt } from '../../../shared/circulation/calendar/calendar-index.ts'
import { explainLoan, type Explanation } from '../../../shared/circulation/loans/explain.ts'
import { fineRuleFor, type Fine } from '../../../shared/circulation/fines/fine.ts'
import type { LostStep } from '../../../shared/circulation/lost/lost-steps.ts'
import { lostCharges, lostRuleFor, lostStep } from '../../../shared/circulation/lost/lost.ts'
import type { PreparedPolicy } from '../../../shared/policy/policy-index.ts'
import type { RenewalDecision } from '../../../shared/circulation/loans/renew.ts'
import type { ScopeQuestion } from '../../../shared/policy/scoped.ts'
import type { SessionRow } from '../../../shared/desk/session/session.ts'
import { isUnseen } from '../../../shared/desk/session/session-card.ts'
import { canonical, type DeskEvent } from '../../../shared/journal/event.ts'
import { parseCommandId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type LocalDate } from '../../../shared/kernel/time.ts'
import type { Step } from '../../../shared/words/steps.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'
import { patronFacts, readAccount, type Account } from '../../circulation/accounts/account.ts'
import { itemFacts } from '../../circulation/items/item-facts.ts'
import { basisSteps } from '../../circulation/charges/basis-steps.ts'
import { chargedForLateness } from '../../circulation/charges/charge-reading.ts'
import { askedOf, fineOf } from '../../circulation/charges/loan-fine.ts'
import type { Desk } from '../desk.ts'
import { findItem, here } from '../../library/here.ts'
import { previewRenewal } from '../../circulation/loans/renewing.ts'
import { branchForLending, branchOfLoan, policyOfLoan, rulesMoment } from '../../library/whose-rule.ts'
import { ruleHeld } from '../../library/rule-held.ts'
import type { Library } from '../../library/library.ts'

/** What a row of this session recorded: why this date, why this fine. */
export type Recorded = { readonly steps: readonly Step[]; readonly fines: readonly (readonly Step[])[] }

export type RunningLoan = {
  readonly loan: LoanRow
  /** Lent to the open patron: only then is anything about the account said. */
  readonly is_own: boolean
  /** As decided when it was lent; empty when it was lent elsewhere. */
  readonly steps: readonly Step[]
  /** Since when its rules have been as they are, if they changed later; otherwise null. */
  readonly stood_on: LocalDate | null
  readonly fine: Fine
  /** The part of that fine already charged: a return adds the rest. Only for the open patron's own loans. */
  readonly charged_cents: Cents
  /** Null without a rule. */
  readonly lost: LostStep | null
  readonly renewal: RenewalDecision | null
}

export type Explained = {
  readonly item: ItemRow
  /** Null: no account is open, so no rule can be named. */
  readonly explanation: Explanation | null
  readonly running: RunningLoan | null
}

/** The newest row of this session about an item this desk knows, or that placed a hold. */
export function lastResult(desk: Desk): SessionRow | null {
  const { library, session } = desk
  const isHold = (event: string): boolean => event !== '' && library.journal.event(event)?.kind === 'hold-placed'
  const isItem = (barcode: string): boolean => barcode !== '' && findItem(library, barcode) !== null
  return session.rows.find(({ row, event }) => isItem(row.barcode) || isHold(event)) ?? null
}

export function recordedBy(desk: Desk, { event, command_id }: SessionRow): Recorded {
  const { library } = desk
  const own = event === '' ? null : library.journal.event(event)
  const asked = parseCommandId(command_id)
  const events: readonly DeskEvent[] = (asked && library.journal.past(asked)?.events) ?? []
  const fines = events.flatMap((one) => (one.kind === 'charge-made' ? [basisSteps(library, one)] : []))
  return { steps: own ? stepsOf(library, own) : [], fines }
}

/** Why a loan is due when it is: the rule that held, and each step. Empty for an event that made no due date. */
function stepsOf(library: Library, event: DeskEvent): readonly Step[] {
  if (event.kind === 'loan-recalled') return event.body.steps
  if (event.kind !== 'item-checked-out' && event.kind !== 'loan-renewed') return []
  const { rule_code, steps } = event.body
  return [ruleHeld(library, 'loan', rule_code, instant(event.head.at_ms)), ...steps]
}

/** The account that the rules apply to: the open one. */
function openAccount(desk: Desk): Account | null {
  const { patron_id, card_status } = desk.session
  return patron_id === null ? null : readAccount(desk.library, patron_id, here(desk.library).today, card_status)
}

export function explainItem(desk: Desk, barcode: string): Explained | null {
  const item = findItem(desk.library, barcode)
  if (!item) return null
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  const patron = loan && desk.library.db.get(patronById, { patron_id: loan.patron_id })
  const account = openAccount(desk)
  const running = loan && patron ? runningLoan(desk, item, loan, patron) : null
  return { item, running, explanation: account && explanationFor(desk, item, account, running) }
}

/** What lending it to the open patron would mean now; for a loan of theirs, the rules it is under. */
function explanationFor(desk: Desk, item: ItemRow, account: Account, running: RunningLoan | null): Explanation {
  const at = here(desk.library)
  const { facts } = itemFacts(desk.library, item, account, at.today)
  const branch = running?.is_own
    ? branchOfLoan(desk.library, running.loan, item, account.row)
    : branchForLending(desk.library, at.branch.branch_code, item, account.row)
  return explainLoan({
    patron: patronFacts(account, at.now),
    item: facts,
    branch: branch.branch_code,
    now: at.now,
    calendar: desk.library.calendar(branch),
    overridden: desk.session.overrides.map((one) => one.code),
    policy: running?.is_own ? policyOfLoan(desk.library, running.loan) : desk.library.policy(),
    price_cents: item.price_cents,
    is_special: false,
    limits_shown: null,
    many: desk.library.many(),
  })
}

function runningLoan(desk: Desk, item: ItemRow, loan: LoanRow, patron: PatronRow): RunningLoan {
  const { now } = here(desk.library)
  const { asked, calendar, policy } = askedOf(desk.library, loan, item, patron)
  const lost = lostCharges(policy, asked, item.price_cents)
  const lent = desk.library.journal.event(loan.loan_ref)
  const is_own = loan.patron_id === desk.session.patron_id
  return {
    loan,
    is_own,
    stood_on: isSameNow(desk.library, asked, policy) ? null : localTimeAt(calendar, rulesMoment(loan)).on,
    steps: lent ? stepsOf(desk.library, lent) : [],
    fine: fineOf(desk.library, { loan, item, patron }, { until_at: now }),
    charged_cents: is_own ? chargedForLateness(desk.library, loan, item.item_id) : cents(0),
    lost: lost && lostStep(lost.rule, calendar, loan.due_at_ms),
    renewal: is_own ? previewRenewal(desk.library, item, isUnseen(desk.session)) : null,
  }
}

/** Whether lateness and loss would cost the same for a loan made now. */
function isSameNow(library: Library, asked: ScopeQuestion, policy: PreparedPolicy): boolean {
  const now = library.policy()
  const rules = (one: PreparedPolicy): string => canonical([fineRuleFor(one, asked), lostRuleFor(one, asked)])
  return policy === now || rules(policy) === rules(now)
}
