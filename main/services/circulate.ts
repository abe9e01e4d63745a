/**
 * Check-out, check-in and renewal: read the facts, ask the rules, record what was decided in one transaction.
 * Says nothing in words; scan.ts does. Must never record a thing the rules refused.
 */
import type { Refusal, RefusalCode } from '../../shared/circulation/refusals.ts'
import { refuse } from '../../shared/circulation/refusals.ts'
import { decideCheckIn, type CheckInDecision } from '../../shared/circulation/check-in.ts'
import { decideCheckOut, type CheckOutDecision } from '../../shared/circulation/check-out.ts'
import { decideRenewal, type RenewalDecision } from '../../shared/circulation/renew.ts'
import type { EventDraft } from '../../shared/journal/event.ts'
import { eventRefText } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { partyRef, type PatronId } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { toLocalDate } from '../../shared/kernel/zone.ts'
import { itemByBarcode, type ItemRow, type LoanRow } from '../store/item-rows.ts'
import { itemFacts, patronFacts, readAccount, type Account } from './account.ts'
import { record, type Command, type Desk } from './context.ts'
import type { KnownItems } from '../journal/journal.ts'
import type { Branch } from './library.ts'

export type Refused = { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly item: ItemRow | null }
export type Lent = Extract<CheckOutDecision, { kind: 'lend' }> & { readonly item: ItemRow; readonly event: string }
export type Renewed = Extract<RenewalDecision, { kind: 'renew' }> & { readonly item: ItemRow; readonly event: string }
export type TakenBack = CheckInDecision & { readonly kind: 'in'; readonly item: ItemRow; readonly event: string }

type Here = { readonly branch: Branch; readonly now: Instant; readonly today: ReturnType<typeof toLocalDate> }

export function here(desk: Desk): Here {
  const branch = must(desk.library.here(), 'the desk stands in a branch')
  const now = desk.clock.now()
  return { branch, now, today: toLocalDate(now, branch.zone) }
}

export function findItem(desk: Desk, barcode: string): ItemRow | null {
  return desk.store.desk.get(itemByBarcode, { barcode })
}

/** Items just read, for the journal. */
function known(items: readonly ItemRow[]): KnownItems {
  return new Map(items.map((item) => [item.barcode, item.item_id]))
}

type LendAsk = {
  readonly account: Account
  readonly item: ItemRow
  readonly overridden: readonly RefusalCode[]
  /** The item is out to somebody else and in the clerk's hand: check it in by the same command. */
  readonly takeBack?: boolean
}

/** What a check-out would decide. Records nothing. */
export function previewCheckOut(desk: Desk, ask: LendAsk, at: Here): CheckOutDecision {
  const { facts } = itemFacts(desk, ask.item, ask.account, at.today)
  return decideCheckOut({
    patron: patronFacts(ask.account, at.now),
    item: ask.takeBack ? { ...facts, loan: null } : facts,
    branch: at.branch.branch_code,
    now: at.now,
    rules: desk.library.rules(),
    calendar: desk.library.calendar(at.branch),
    overridden: ask.overridden,
  })
}

export function checkOut(desk: Desk, command: Command, ask: LendAsk): Lent | Refused {
  const at = here(desk)
  const { account, item } = ask
  const decision = previewCheckOut(desk, ask, at)
  if (decision.kind === 'refused') return { ...decision, item }
  const party = partyRef(desk.random)
  const lend: EventDraft = {
    kind: 'item-checked-out',
    body: {
      item_barcode: item.barcode,
      party,
      due_at_ms: decision.due_at,
      rule_code: decision.rule.rule_code,
      category_code: account.row.category_code,
      item_type_code: item.item_type_code,
      overridden: decision.overrode.map((refusal) => refusal.code),
      steps: [...decision.steps],
    },
  }
  const back = ask.takeBack ? [checkInDraft(desk, item, at).draft] : []
  const events = record(desk, command, [...back, lend], {
    parties: new Map([[party, account.row.patron_id]]),
    items: known([item]),
  })
  return { ...decision, item, event: eventRefText(must(events.at(-1), 'the check-out').head) }
}

export function checkIn(desk: Desk, command: Command, item: ItemRow): TakenBack {
  const at = here(desk)
  const { draft, decision } = checkInDraft(desk, item, at)
  const [event] = record(desk, command, [draft], { items: known([item]) })
  return { ...decision, kind: 'in', item, event: eventRefText(must(event, 'the check-in').head) }
}

function checkInDraft(desk: Desk, item: ItemRow, at: Here): { draft: EventDraft; decision: CheckInDecision } {
  const { facts, loan } = itemFacts(desk, item, null, at.today)
  const calendar = desk.library.calendar(at.branch)
  const decision = decideCheckIn({ item: facts, branch: at.branch.branch_code, now: at.now, calendar })
  const draft: EventDraft = {
    kind: 'item-checked-in',
    body: {
      item_barcode: item.barcode,
      loan: loan && loanBody(loan),
      days_overdue_count: decision.late.days_overdue,
      place: decision.place.kind,
      to_branch: decision.place.kind === 'transit' ? decision.place.to_branch : at.branch.branch_code,
      status: decision.status_after,
      before: { at_branch: item.at_branch_code, status: item.status },
    },
  }
  return { draft, decision }
}

function loanBody(loan: LoanRow): NonNullable<Extract<EventDraft, { kind: 'item-checked-in' }>['body']['loan']> {
  const { loan_ref, out_at_ms, due_at_ms, renewals_count } = loan
  return { loan_ref, party: loan.party_ref, loan_branch: loan.branch_code, out_at_ms, due_at_ms, renewals_count }
}

/** Renews for whoever has the item, whoever stands at the desk. */
export function renew(
  desk: Desk,
  command: Command,
  item: ItemRow,
  overridden: readonly RefusalCode[] = [],
): Renewed | Refused {
  const decided = decideRenewalOf(desk, item, overridden)
  if (decided.kind === 'refused') return { ...decided, item }
  const [event] = record(desk, command, [decided.draft], { items: known([item]) })
  return { ...decided.decision, item, event: eventRefText(must(event, 'the renewal').head) }
}

type RenewalDraft =
  | {
      readonly kind: 'draft'
      readonly draft: EventDraft
      readonly decision: Extract<RenewalDecision, { kind: 'renew' }>
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

function decideRenewalOf(desk: Desk, item: ItemRow, overridden: readonly RefusalCode[]): RenewalDraft {
  const at = here(desk)
  const holder = holderOf(desk, item)
  if (!holder) return { kind: 'refused', refusals: [refuse('not-out')] }
  const account = must(readAccount(desk, holder, at.today), 'whoever has an item out is a patron')
  const { facts, loan } = itemFacts(desk, item, account, at.today)
  const open = must(loan, 'the loan that was just read')
  const decision = decideRenewal({
    patron: patronFacts(account, at.now),
    item: facts,
    branch: at.branch.branch_code,
    now: at.now,
    rules: desk.library.rules(),
    calendar: desk.library.calendar(at.branch),
    overridden,
  })
  if (decision.kind === 'refused') return decision
  const draft: EventDraft = {
    kind: 'loan-renewed',
    body: {
      item_barcode: item.barcode,
      loan_ref: open.loan_ref,
      due_before_ms: open.due_at_ms,
      due_at_ms: decision.due_at,
      renewals_count: decision.renewals_count,
      rule_code: decision.rule.rule_code,
      steps: [...decision.steps],
    },
  }
  return { kind: 'draft', draft, decision }
}

function holderOf(desk: Desk, item: ItemRow): PatronId | null {
  return itemFacts(desk, item, null, here(desk).today).loan?.patron_id ?? null
}

export type RenewedOne =
  | {
      readonly kind: 'renewed'
      readonly item: ItemRow
      readonly due_at: Instant
      readonly steps: readonly string[]
      readonly event: string
    }
  | Refused

/** Renews all of a patron's loans that may be, in one transaction; each that may not comes back with its reason. */
export function renewAll(desk: Desk, command: Command, account: Account): readonly RenewedOne[] {
  const decided = account.loans.map((loan) => {
    const item = must(findItem(desk, loan.barcode), 'the item of a loan is known')
    return { item, decided: decideRenewalOf(desk, item, []) }
  })
  const drafts = decided.flatMap((one) => (one.decided.kind === 'draft' ? [one.decided.draft] : []))
  const items = known(decided.map((one) => one.item))
  const events = drafts.length > 0 ? [...record(desk, command, drafts, { items })] : []
  return decided.map(({ item, decided: one }): RenewedOne => {
    if (one.kind === 'refused') return { ...one, item }
    const event = eventRefText(must(events.shift(), 'one event for each renewal').head)
    return { kind: 'renewed', item, due_at: one.decision.due_at, steps: one.decision.steps, event }
  })
}
