/**
 * An item came in: finds the hold it fills, and what that changes. Reads the queue, asks the rules, and returns the
 * entries to be recorded with the check-in. Records nothing itself, and never says who is waiting.
 */
import type { ItemFacts } from '../../../shared/policy/facts.ts'
import { holdState, isShelfOver, lastShelfDay } from '../../../shared/circulation/holds/hold-facts.ts'
import {
  decideCapture,
  onShelf,
  sentOn,
  type CaptureDecision,
  type LetGo,
  type PassedOver,
} from '../../../shared/circulation/holds/hold-queue.ts'
import { drawPickupCode, shelfUntil } from '../../../shared/circulation/holds/hold-shelf.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import type { HoldState } from '../../../shared/journal/events/fields.ts'
import type { BranchCode, PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant, LocalDate } from '../../../shared/kernel/time.ts'
import { codeOnShelf, namesOfPatron } from '../../store/circulation/hold-queue-rows.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import { cardsOfPatron } from '../../store/privacy/page-rows.ts'
import type { Here } from '../../library/here.ts'
import { notForThem } from './may-have.ts'
import { frontOfLine, holdWith, LINE_READ_COUNTS, type Hold } from './reading.ts'
import type { Library } from '../../library/library.ts'

/** What was found out about holds on the item in hand; `hold` is the input of decideCheckIn. */
export type Capture = {
  /** Go behind the check-in, in the same record. */
  readonly drafts: readonly EventDraft[]
  readonly captured: Captured | null
  readonly hold: ItemFacts['hold']
  /** Why nobody, or not the first, got it: each reason once. */
  readonly passed: readonly PassedOver[]
  /** The hold that had this item is over. */
  readonly let_go: 'not-picked-up' | 'account-closed' | 'patron-gone' | 'released' | null
}

export type Captured = {
  readonly hold_ref: string
  readonly patron_id: PatronId
  readonly turn: Exclude<CaptureDecision['turn'], 'nobody'>
  readonly pickup_branch: BranchCode
  /** Empty while it is on its way. */
  readonly pickup_code: string
  readonly shelf_until_on: LocalDate | null
  /** See holdDataAsOf. */
  readonly hold_data_as_of: Instant | null
}

export type CaptureOptions = {
  /** It goes to the shelf here regardless of holds: a hold that had it keeps waiting. */
  readonly is_holds_off?: boolean
}

/** What holds do with an item that came in. `loan` is the one it ends. */
export function captureAtCheckIn(
  library: Library,
  item: ItemRow,
  loan: LoanRow | null,
  at: Here,
  { is_holds_off = false }: CaptureOptions = {},
): Capture {
  const { line, decision } = captureFor(library, item, at, { loan, is_holds_off })
  const freed = decision.let_go ? [letGoDraft(decision.let_go)] : []
  const kept = keptFor(library, item, line, decision, at)
  const passed = [...new Set(decision.passed.map((one) => one.reason))]
  const let_go = decision.let_go && whyLetGo(decision.let_go)
  return { drafts: [...freed, ...kept.drafts], captured: kept.captured, hold: kept.hold, passed, let_go }
}

function whyLetGo({ hold, ends }: LetGo): NonNullable<Capture['let_go']> {
  if (ends === null) return 'released'
  return ends === 'patron-gone' && hold.patron_status === 'closed' ? 'account-closed' : ends
}

type Asked = { readonly loan: LoanRow | null; readonly is_holds_off: boolean }

function captureFor(
  library: Library,
  item: ItemRow,
  at: Here,
  asked: Asked,
): { readonly line: readonly Hold[]; readonly decision: CaptureDecision } {
  const had = holdWith(library, item)
  const kept = had ? [had] : []
  const decided = { line: kept, decision: decide(library, item, kept, at, asked) }
  if (decided.decision.hold !== null || !isFilling(library, item, asked)) return decided
  for (const limit of LINE_READ_COUNTS) {
    const front = frontOfLine(library, item.title_id, limit)
    decided.line = [...kept, ...front]
    decided.decision = decide(library, item, decided.line, at, asked)
    if (decided.decision.hold !== null || front.length < limit) break
  }
  return decided
}

/** Whether it can fill any hold: otherwise the queue is not read. */
function isFilling(library: Library, item: ItemRow, { is_holds_off }: Asked): boolean {
  return canFill(item) && !is_holds_off && library.policy().settings.is_hold_captured_at_check_in
}

function decide(
  library: Library,
  item: ItemRow,
  line: readonly Hold[],
  at: Here,
  { loan, is_holds_off }: Asked,
): CaptureDecision {
  return decideCapture({
    item_barcode: item.barcode,
    can_fill: canFill(item) && !is_holds_off,
    holds: line.map((one) => one.facts),
    here: at.branch.branch_code,
    today: at.today,
    returner_ref: line.find((one) => one.patron_id === loan?.patron_id)?.facts.hold_ref ?? null,
    is_capturing: library.policy().settings.is_hold_captured_at_check_in,
    not_for: notForThem(library, line, item),
  })
}

/** Where this item would go if it were checked in here now. Records nothing. */
export function wouldGoTo(
  library: Library,
  item: ItemRow,
  at: Here,
): { readonly kind: 'hold' | 'transit' | 'shelf'; readonly branch: string } {
  const { hold } = captureFor(library, item, at, { loan: null, is_holds_off: false }).decision
  const own = at.branch.branch_code
  if (hold) return { kind: hold.pickup_branch === own ? 'hold' : 'transit', branch: hold.pickup_branch }
  return { kind: item.home_branch_code === own ? 'shelf' : 'transit', branch: item.home_branch_code }
}

/** An item that is withdrawn, damaged or not for loan fills no hold. */
export function canFill(item: Pick<ItemRow, 'status' | 'is_for_loan'>): boolean {
  return item.is_for_loan === 1 && !['withdrawn', 'damaged', 'reference'].includes(item.status)
}

function letGoDraft(let_go: LetGo): EventDraft {
  const { hold_ref } = let_go.hold
  const before = holdState(let_go.hold)
  if (let_go.ends !== null) return { kind: 'hold-ended', body: { hold_ref, reason: let_go.ends, before } }
  return { kind: 'hold-changed', body: { hold_ref, reason: 'released', before, after: let_go.after } }
}

type Kept = Pick<Capture, 'drafts' | 'captured' | 'hold'>

function keptFor(
  library: Library,
  item: ItemRow,
  line: readonly Hold[],
  { hold: facts, turn }: CaptureDecision,
  at: Here,
): Kept {
  const hold = facts && line.find((one) => one.facts.hold_ref === facts.hold_ref)
  if (!hold || turn === 'nobody') return { drafts: [], captured: null, hold: null }
  const before = holdState(hold.facts)
  const after = stateAfter(library, item, hold, turn, at)
  // An item that was called elsewhere keeps its code until it is sent.
  const isOnShelf = after.status === 'ready'
  const reason = turn === 'arrives' ? 'arrived' : 'captured'
  const { hold_ref, pickup_branch } = hold.facts
  const draft: EventDraft = { kind: 'hold-changed', body: { hold_ref, reason, before, after } }
  const captured: Captured = {
    hold_ref,
    patron_id: hold.patron_id,
    turn,
    pickup_branch,
    pickup_code: isOnShelf ? after.pickup_code : '',
    shelf_until_on: isOnShelf ? (lastShelfDay(after) as LocalDate | null) : null,
    hold_data_as_of: holdDataAsOf(library),
  }
  const asked = { is_same_patron: false, pickup_branch, is_ready: turn === 'stays' && before.status === 'ready' }
  return { drafts: turn === 'stays' ? [] : [draft], captured, hold: asked }
}

/** When holds from another system were last known to be current; null at a desk that keeps its own. */
export function holdDataAsOf(library: Library): Instant | null {
  const { settings } = library.policy()
  return settings.is_hold_data_from_elsewhere ? library.asOf : null
}

function stateAfter(library: Library, item: ItemRow, hold: Hold, turn: CaptureDecision['turn'], at: Here): HoldState {
  if (turn === 'stays') return holdState(hold.facts)
  if (turn === 'sent-on') return sentOn(hold.facts, item.barcode)
  const until = shelfUntil(library.calendar(at.branch), at.today, library.policy().settings)
  return onShelf(hold.facts, item.barcode, until, drawCode(library, hold))
}

/** A code for a hold on the shelf of its branch, unlike those that stand there. */
export function drawCode(library: Library, { facts, patron_id }: Hold): string {
  const { db } = library
  const who = db.get(namesOfPatron, { patron_id })
  const names = who ? [who.surname, who.given, who.preferred_given] : []
  const cards = db.all(cardsOfPatron, { patron_id }).map((card) => card.barcode)
  const isTaken = (pickup_code: string): boolean =>
    db.get(codeOnShelf, { pickup_branch_code: facts.pickup_branch, pickup_code }) !== null
  return drawPickupCode(library.random, isTaken, { names, cards })
}

/**
 * The hold that an item on the shelf here waits for, when it may be handed over; null when it waits for nobody here.
 */
export function readyHere(library: Library, item: ItemRow, at: Here): { hold: Hold; is_over: boolean } | null {
  const hold = holdWith(library, item)
  if (hold?.facts.status !== 'ready' || hold.facts.pickup_branch !== at.branch.branch_code) return null
  return { hold, is_over: isShelfOver(hold.facts, at.today) }
}
