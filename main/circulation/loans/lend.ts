/**
 * Check-out: reads the facts, asks the rules, records the decision in one transaction. Makes no words; acts.ts does.
 * Must never record a check-out that the rules refused.
 */
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import { decideCheckOut, type CheckOutDecision } from '../../../shared/circulation/loans/check-out.ts'
import { NO_MODIFIERS } from '../../../shared/desk/modifiers.ts'
import type { Override } from '../../../shared/desk/pending.ts'
import { eventRefText, type EventDraft, type SealedFields } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { patronFacts, type Account } from '../accounts/account.ts'
import { itemFacts } from '../items/item-facts.ts'
import { chargesAtLending } from '../charges/at-loan.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { approvalOf, approvalSealed, here, known, type Here, type Refused } from '../../library/here.ts'
import { endsHold, holdsOnLending, type HoldsOnLending } from '../holds/lending.ts'
import { takeBack } from './take-back.ts'
import { branchForLending } from '../../library/whose-rule.ts'
import { foundByLending } from '../../../shared/refusals/overrides.ts'
import type { SealedDue } from '../../../shared/circulation/loans/sealed-due.ts'
import { sealing } from '../../../shared/journal/sealing.ts'
import { NO_WORDS } from '../../journal/beside.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

export type Lent = Extract<CheckOutDecision, { kind: 'lend' }> & {
  readonly item: ItemRow
  readonly event: string
  readonly costs: readonly CostStep[]
  /** What it means for holds: the patron's own, and the one that had this item. */
  readonly holds: HoldsOnLending
}

type LendAsk = {
  readonly account: Account
  readonly item: ItemRow
  /** What a person answered or overrode, and who approved it. */
  readonly overrides: readonly Override[]
  /** The item is out to another patron and in the clerk's hand: check it in by the same command. */
  readonly takeBack?: boolean
  /** The longer loan of the rule, on request. */
  readonly is_special?: boolean
  /** What the limits that were answered count. Absent: whatever they count. */
  readonly limits_shown?: readonly string[]
}

/** What a check-out would decide. Records nothing. */
export function previewCheckOut(library: Library, ask: LendAsk, at: Here): CheckOutDecision {
  const { facts, loan } = itemFacts(library, ask.item, ask.account, at.today)
  const branch = branchForLending(library, at.branch.branch_code, ask.item, ask.account.row)
  return decideCheckOut({
    patron: patronFacts(ask.account, at.now),
    item: isTakenBack(ask, loan) ? { ...facts, loan: null } : facts,
    branch: branch.branch_code,
    now: at.now,
    rules: library.rules(),
    policy: library.policy(),
    many: library.many(),
    calendar: library.calendar(branch),
    overridden: ask.overrides.map((one) => one.code),
    is_special: ask.is_special ?? false,
    limits_shown: ask.limits_shown ?? null,
  })
}

/** Asked twice about one book, the second answer finds it lent to them already: it is not checked in from them. */
function isTakenBack({ takeBack: isAsked = false, account }: LendAsk, loan: LoanRow | null): boolean {
  return isAsked && loan !== null && loan.patron_id !== account.row.patron_id
}

export function checkOut(library: Library, actor: Actor, command: Command, ask: LendAsk): Lent | Refused {
  const at = here(library)
  const { account, item } = ask
  const decision = previewCheckOut(library, ask, at)
  if (decision.kind === 'refused') return { ...decision, item }
  const lend = lendDraft(item, decision, ask.overrides)
  // The waiting hold keeps waiting: the item goes straight out again.
  const open = ask.takeBack ? library.db.get(loanOfItem, { item_id: item.item_id }) : null
  const back = isTakenBack(ask, open)
    ? takeBack(library, actor, item, at, { ...NO_MODIFIERS, is_holds_off: true })
    : null
  const returned = (back?.drafts ?? []).filter((draft) => !draft.kind.startsWith('hold-'))
  const holds = holdsOnLending(library, item, account.row.patron_id, ask.overrides.some(endsHold))
  const found = open ? [] : foundDrafts(item)
  const branch = branchForLending(library, at.branch.branch_code, item, account.row)
  const is_telling = decision.sealed !== null
  const lending = { item, patron: account.row, branch, now: at.now, due_at: decision.due_at, is_telling }
  const rental = chargesAtLending(library, lending)
  const events = record(library, actor, command, [...returned, lend, ...found, ...holds.drafts, ...rental.drafts], {
    parties: new Map([...(back?.parties ?? []), ...rental.parties, [lend, account.row.patron_id]]),
    items: known([item]),
    personal: back?.money.personal ?? NO_WORDS,
  })
  const lent = must(events[returned.length], 'the check-out')
  return { ...decision, costs: rental.costs, item, event: eventRefText(lent.head), holds }
}

type Lending = Extract<CheckOutDecision, { kind: 'lend' }>

function lendDraft(item: ItemRow, { due_at, rule, steps, sealed, overrode }: Lending, overrides: LendAsk['overrides']) {
  const approval = approvalOf(overrode, overrides)
  return sealing(
    'item-checked-out',
    {
      item_barcode: item.barcode,
      due_at_ms: due_at,
      rule_code: rule.rule_code,
      item_type_code: item.item_type_code,
      ...approval,
      steps: [...steps],
    },
    { ...approvalSealed(approval), ...dueMade(sealed) },
  )
}

/** What the seal says of a due date in place of the one that was made. */
export function dueMade(
  sealed: SealedDue | null,
): Pick<SealedFields<'item-checked-out'>, 'due_at_ms' | 'rule_code' | 'steps'> {
  return sealed === null ? {} : { due_at_ms: sealed.due_at, rule_code: sealed.rule_code, steps: [...sealed.steps] }
}

/** An item that was missing, in transit or not ready yet is in hand: its record says so from now on. */
function foundDrafts(item: ItemRow): readonly EventDraft[] {
  if (foundByLending(item.status) === null) return []
  const before = { at_branch: item.at_branch_code, status: item.status }
  return [
    {
      kind: 'item-marked',
      body: { item_barcode: item.barcode, before, status: 'available', at_branch: null, reason: 'check-out' },
    },
  ]
}
