/**
 * Renewal: reads the facts, asks the rules, records the decision in one transaction, for the patron who has the item.
 * Makes no words; acts.ts does. Must never record a renewal that the rules refused.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import { decideRenewal, type RenewalDecision } from '../../../shared/circulation/loans/renew.ts'
import type { Override } from '../../../shared/desk/pending.ts'
import { eventRefText, type EventDraft } from '../../../shared/journal/event.ts'
import type { DueStep } from '../../../shared/journal/events/due-steps.ts'
import { dueSealed, sealing } from '../../../shared/journal/sealing.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { patronFacts, readAccount, type Account } from '../accounts/account.ts'
import { itemFacts } from '../items/item-facts.ts'
import { chargesAtRenewal, type AtLoan } from '../charges/at-loan.ts'
import { dueMade } from './lend.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { approvalOf, approvalSealed, findItem, here, known, type Refused } from '../../library/here.ts'
import { branchForRenewal } from '../../library/whose-rule.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

export type Renewed = Extract<RenewalDecision, { kind: 'renew' }> & {
  readonly item: ItemRow
  readonly event: string
  readonly costs: readonly CostStep[]
}

export type RenewOptions = { readonly overrides?: readonly Override[]; readonly is_unseen?: boolean }

/** Renews for the patron who has the item, whoever is at the desk. */
export function renew(
  library: Library,
  actor: Actor,
  command: Command,
  item: ItemRow,
  options: RenewOptions = {},
): Renewed | Refused {
  const decided = decideRenewalOf(library, item, options)
  if (decided.kind === 'refused') return { ...decided, item }
  const { decision, draft, money } = decided
  const [event] = record(library, actor, command, [draft, ...money.drafts], {
    items: known([item]),
    parties: money.parties,
  })
  return { ...decision, costs: money.costs, item, event: eventRefText(must(event, 'the renewal').head) }
}

type RenewalDraft =
  | {
      readonly kind: 'draft'
      readonly draft: EventDraft
      readonly decision: Extract<RenewalDecision, { kind: 'renew' }>
      /** What it costs: recorded right behind it. */
      readonly money: AtLoan
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/** What a renewal would decide for the patron who has the item. Records nothing. */
export function previewRenewal(library: Library, item: ItemRow, is_unseen: boolean): RenewalDecision {
  const decided = decideRenewalOf(library, item, { is_unseen })
  return decided.kind === 'refused' ? decided : decided.decision
}

function decideRenewalOf(
  library: Library,
  item: ItemRow,
  { overrides = [], is_unseen = false }: RenewOptions,
): RenewalDraft {
  const at = here(library)
  const holder = holderOf(library, item)
  if (!holder) return { kind: 'refused', refusals: [refuse('not-out')] }
  const account = readAccount(library, holder, at.today)
  if (!account) return { kind: 'refused', refusals: [refuse('patron-gone')] }
  const { facts, loan } = itemFacts(library, item, account, at.today)
  const open = must(loan, 'the loan that was just read')
  const branch = branchForRenewal(library, at.branch.branch_code, open, item, account.row)
  const decision = decideRenewal({
    patron: patronFacts(account, at.now),
    item: facts,
    branch: branch.branch_code,
    now: at.now,
    rules: library.rules(),
    policy: library.policy(),
    many: library.many(),
    calendar: library.calendar(branch),
    overridden: overrides.map((one) => one.code),
    is_unseen,
  })
  if (decision.kind === 'refused') return decision
  const draft = renewalDraft(item, open, decision, overrides)
  const is_telling = decision.sealed !== null || open.sealed_due_at_ms !== null
  const asked = { item, patron: account.row, branch, now: at.now, due_at: decision.due_at, is_telling }
  return { kind: 'draft', draft, decision, money: chargesAtRenewal(library, open, asked) }
}

type Renewing = Extract<RenewalDecision, { kind: 'renew' }>

function renewalDraft(item: ItemRow, open: LoanRow, decision: Renewing, overrides: readonly Override[]) {
  const approval = approvalOf(decision.overrode, overrides)
  return sealing(
    'loan-renewed',
    {
      item_barcode: item.barcode,
      loan_ref: open.loan_ref,
      due_before_ms: open.due_at_ms,
      due_at_ms: decision.due_at,
      renewals_count: decision.renewals_count,
      rules_before_ms: open.rules_at_ms,
      unseen_renewals_count: decision.unseen_renewals_count,
      unseen_before_count: open.unseen_renewals_count,
      recalled_before_ms: open.recalled_at_ms,
      set_by_before: open.due_staff_code,
      rule_code: decision.rule.rule_code,
      ...approval,
      steps: [...decision.steps],
    },
    { due_before_ms: dueSealed(open), ...approvalSealed(approval), ...dueMade(decision.sealed) },
  )
}

function holderOf(library: Library, item: ItemRow): PatronId | null {
  return library.db.get(loanOfItem, { item_id: item.item_id })?.patron_id ?? null
}

export type RenewedOne =
  | {
      readonly kind: 'renewed'
      readonly item: ItemRow
      readonly due_at: Instant
      readonly steps: readonly DueStep[]
      readonly costs: readonly CostStep[]
      readonly event: string
    }
  | Refused

/** Renews all of a patron's loans that may be, in one transaction; each that may not comes back with its reason. */
export function renewAll(
  library: Library,
  actor: Actor,
  command: Command,
  account: Account,
  options: RenewOptions,
): readonly RenewedOne[] {
  const decided = account.loans.map((loan) => {
    const item = must(findItem(library, loan.barcode), 'the item of a loan is known')
    return { item, decided: decideRenewalOf(library, item, options) }
  })
  const made = decided.flatMap((one) => (one.decided.kind === 'draft' ? [one.decided] : []))
  const drafts = made.flatMap(({ draft, money }) => [draft, ...money.drafts])
  const parties = new Map(made.flatMap(({ money }) => [...money.parties]))
  const items = known(decided.map((one) => one.item))
  const recorded = drafts.length > 0 ? record(library, actor, command, drafts, { items, parties }) : []
  const events = recorded.filter((event) => event.kind === 'loan-renewed')
  return decided.map(({ item, decided: one }): RenewedOne => {
    if (one.kind === 'refused') return { ...one, item }
    const event = eventRefText(must(events.shift(), 'one event for each renewal').head)
    return {
      kind: 'renewed',
      item,
      due_at: one.decision.due_at,
      steps: one.decision.steps,
      costs: one.money.costs,
      event,
    }
  })
}
