/**
 * Places a hold: its target, whether it is allowed, and the entry. Makes no words. Never places one that the rules
 * refused.
 */
import { holdExpires } from '../../../shared/circulation/holds/hold-shelf.ts'
import { decideHold, type HoldAsk, type HoldDecision } from '../../../shared/circulation/holds/hold-place.ts'
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import { feeStep, ownFees, type OwnFee } from '../../../shared/circulation/fines/fees.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Override } from '../../../shared/desk/pending.ts'
import { isOfFew } from '../../../shared/circulation/loans/sealed-due.ts'
import { eventRefText, type EventDraft } from '../../../shared/journal/event.ts'
import { sealing } from '../../../shared/journal/sealing.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { branchCode, categoryCode, itemTypeCode, type TitleId } from '../../../shared/kernel/ids.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { itemsToHold, titleToHold, type TitleItemRow } from '../../store/circulation/hold-queue-rows.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import { patronFacts, type Account } from '../accounts/account.ts'
import { Gathering } from '../charges/gathering.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { approvalOf, approvalSealed, here, known, type Here } from '../../library/here.ts'
import { canFill } from './capture.ts'
import { isLentTo } from './may-have.ts'
import { holdsOf } from './reading.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

type Title = NonNullable<(typeof titleToHold)['row']>

/** What a hold is asked on: a title, or one item of it. */
export type Target = { readonly title: Title; readonly item: ItemRow | null; readonly items: readonly TitleItemRow[] }

/** A hold on any item of this title; null when there is no such title. */
export function titleTarget(library: Library, title_id: TitleId): Target | null {
  const title = library.db.get(titleToHold, { title_id })
  return title && { title, item: null, items: library.db.all(itemsToHold, { title_id }) }
}

/**
 * What this item asks for: this very item, or any item of its title.
 * @param is_item_hold what a person said of it; left out: as the library has it
 */
export function itemTarget(library: Library, item: ItemRow, is_item_hold?: boolean): Target {
  const target = must(titleTarget(library, item.title_id), 'the title of an item is known')
  if (!(is_item_hold ?? !library.policy().settings.is_title_hold)) return target
  return { ...target, item, items: target.items.filter((one) => one.barcode === item.barcode) }
}

export type HoldWish = {
  readonly account: Account
  readonly target: Target
  readonly pickup_branch: string
  /** Null: for ever. Left out: as the library has it. */
  readonly expires_on?: LocalDate | null
  readonly overrides: readonly Override[]
}

export type Placed = {
  readonly kind: 'placed'
  readonly event: string
  readonly alerts: readonly Refusal[]
  readonly costs: readonly CostStep[]
}
export type NotPlaced = { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/** Where they will fetch it unless they say otherwise: their own branch, or here. */
export function usualPickup(library: Library, account: Account): string {
  const own = account.row.branch_code
  return library.branch(own) ? own : here(library).branch.branch_code
}

/** What placing it would decide. Records nothing. */
export function previewHold(library: Library, wish: HoldWish, at: Here): HoldDecision {
  return decideHold(holdAsk(library, wish, at))
}

/**
 * The facts that decide a hold.
 * @param without a hold that is left out: as it was before that one was placed
 */
export function holdAsk(library: Library, wish: HoldWish, at: Here, without = ''): HoldAsk {
  const { account, target } = wish
  const { title, item, items } = target
  const own = holdsOf(library, account.row.patron_id).filter(({ facts }) => facts.hold_ref !== without)
  const same = own.filter(({ facts, title_id }) => {
    if (title_id !== title.title_id) return false
    return item === null || !facts.is_item_hold || facts.item_barcode === item.barcode
  })
  return {
    patron: patronFacts(account, at.now),
    today: at.today,
    settings: library.policy().settings,
    holds_count: own.length,
    is_on_hold: same.length > 0,
    has_it_out: items.some((one) => one.out_to === account.row.patron_id),
    items_count: items.filter((one) => one.status !== 'withdrawn').length,
    lendable_count: items.filter((one) => mayEverHave(library, wish, one)).length,
    on_shelf_here: onShelfHere(items, at),
    overridden: wish.overrides.map((one) => one.code),
  }
}

/** Whether this item could ever be lent to this patron; that it is lost or missing today does not count. */
function mayEverHave(library: Library, { account, pickup_branch }: HoldWish, item: TitleItemRow): boolean {
  const mended = { ...item, status: item.status === 'damaged' ? 'available' : item.status }
  return canFill(mended) && isLentTo(library, account.row, item, branchCode(pickup_branch))
}

function onShelfHere(items: readonly TitleItemRow[], at: Here): string | null {
  const item = items.find(
    (one) => one.at_branch_code === at.branch.branch_code && one.status === 'available' && one.out_to === null,
  )
  return item ? [item.location, item.call_number].filter((part) => part !== '').join(', ') || item.barcode : null
}

export function placeHold(library: Library, actor: Actor, command: Command, wish: HoldWish): Placed | NotPlaced {
  const at = here(library)
  const settings = library.policy().settings
  const expires_on = wish.expires_on === undefined ? holdExpires(at.today, settings) : wish.expires_on
  const wrong = wrongWish(library, wish, expires_on, at)
  if (wrong) return { kind: 'refused', refusals: [wrong] }
  const decision = previewHold(library, wish, at)
  if (decision.kind === 'refused') return decision
  const { title, item } = wish.target
  const approval = approvalOf(decision.overrode, wish.overrides)
  const pickup_branch = branchCode(wish.pickup_branch)
  const asked = { title_ref: title.title_ref, item_barcode: item?.barcode ?? null, pickup_branch, expires_on }
  const draft: EventDraft = sealing('hold-placed', { ...asked, ...approval }, approvalSealed(approval))
  const parties = new Map([[draft, wish.account.row.patron_id]])
  const fees = holdFees(library, wish.account, wish.target)
  const to = new Gathering()
  for (const fee of fees) {
    const { amount_cents, fee_code } = fee
    const basis = { by: 'fee', fee_code, listed_cents: amount_cents } as const
    const is_telling = isOfFew(fee, library.many())
    to.charge({ patron_id: wish.account.row.patron_id, kind: 'other', amount_cents, basis, is_telling })
  }
  const [event] = record(library, actor, command, [draft, ...to.drafts], {
    parties: new Map([...parties, ...to.parties]),
    items: known(item ? [item] : []),
  })
  const placed = eventRefText(must(event, 'the hold').head)
  return { kind: 'placed', event: placed, alerts: decision.alerts, costs: fees.map(feeStep) }
}

/** What the library charges for placing it: by the kind of the item that is asked for, else of the title's first. */
export function holdFees(library: Library, { row }: Account, { item, items }: Target): readonly OwnFee[] {
  const type = item?.item_type_code ?? items[0]?.item_type_code
  if (type === undefined) return []
  return ownFees(library.policy(), 'hold', {
    branch_code: here(library).branch.branch_code,
    category_code: categoryCode(row.category_code),
    item_type_code: itemTypeCode(type),
  })
}

/** What cannot be meant: a branch that is none, a day that has passed. */
function wrongWish(library: Library, wish: HoldWish, expires_on: LocalDate | null, at: Here): Refusal | null {
  const { pickup_branch } = wish
  if (!library.branch(pickup_branch)) return refuse('branch-unknown', { branch: pickup_branch })
  return expires_on === null ? null : pastDay(expires_on, at.today)
}

/** "Mon, Nov 23 has passed", or null. */
export function pastDay(on: string, today: LocalDate): Refusal | null {
  return on < today ? refuse('hold-date-past', { on: localDate(on) }) : null
}
