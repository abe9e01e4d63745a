/**
 * Who waits, in which order, and which hold an item in the clerk's hand fills. Oldest first; of two placed at the same
 * moment the one on this very item, then by name. Pure; must never pass anybody over without saying why.
 */
import type { HoldState } from '../../journal/events/fields.ts'
import type { BranchCode } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { backInQueue, holdState, isAbandoned, isCaptured, isShelfOver, type HoldFacts } from './hold-facts.ts'

/** The order of the queue. */
export function byTurn(one: HoldFacts, other: HoldFacts): number {
  if (one.placed_at !== other.placed_at) return one.placed_at - other.placed_at
  if (one.is_item_hold !== other.is_item_hold) return one.is_item_hold ? -1 : 1
  return one.hold_ref < other.hold_ref ? -1 : one.hold_ref > other.hold_ref ? 1 : 0
}

/** Why a hold is passed over this time; it keeps its place in the queue. */
export type PassedOver =
  'suspended' | 'expired' | 'barred' | 'closed' | 'gone' | 'other-item' | 'not-for-them' | 'just-had-it'

export type Passed = { readonly hold_ref: string; readonly reason: PassedOver }

type CaptureAsk = {
  readonly item_barcode: string
  /**
   * False for what cannot be lent, and while a person turned holds off: it fills no hold, and the one that has it waits
   * on.
   */
  readonly can_fill: boolean
  /** The hold that has this item, and those who wait: all of them, or the first. In any order. */
  readonly holds: readonly HoldFacts[]
  readonly here: BranchCode
  readonly today: LocalDate
  /** The hold of the patron who brings the item back now, if they have one. */
  readonly returner_ref: string | null
  /** The library captures holds at check-in; off, only what was captured before is looked after. */
  readonly is_capturing: boolean
  /** Holds of those whom no rule ever lends this item to: a film, and a child who may have books alone. */
  readonly not_for: ReadonlySet<string>
}

/** An ended or released hold that had this item until now. */
export type LetGo =
  | { readonly hold: HoldFacts; readonly ends: 'not-picked-up' | 'patron-gone' }
  | { readonly hold: HoldFacts; readonly ends: null; readonly after: HoldState }

export type CaptureDecision = {
  /** The hold that gets it; null: none. */
  readonly hold: HoldFacts | null
  /** What happens to that hold: it stays as it is, comes to the shelf here, or goes on its way. */
  readonly turn: 'stays' | 'arrives' | 'captured-here' | 'sent-on' | 'nobody'
  readonly let_go: LetGo | null
  readonly passed: readonly Passed[]
}

/** Why this hold does not get an item now; null when it does. */
export function whyPassedOver(
  hold: HoldFacts,
  ask: Omit<CaptureAsk, 'holds' | 'here' | 'can_fill'>,
): PassedOver | null {
  if (hold.hold_ref === ask.returner_ref) return 'just-had-it'
  if (hold.is_item_hold && hold.item_barcode !== ask.item_barcode) return 'other-item'
  if (hold.patron_status !== 'served') return hold.patron_status
  if (ask.not_for.has(hold.hold_ref)) return 'not-for-them'
  if (hold.expires_on !== null && hold.expires_on < ask.today) return 'expired'
  const { status, suspended_until_on: until } = hold
  // A hold suspended until a day is wanted again from that day on; without a day, when a person says so.
  if (status === 'suspended' && (until === null || until > ask.today)) return 'suspended'
  return null
}

/** What becomes of a hold whose item cannot wait for it any longer; null when it can. */
function letGo(hold: HoldFacts, { can_fill, today }: Pick<CaptureAsk, 'can_fill' | 'today'>): LetGo | null {
  if (isAbandoned(hold)) return { hold, ends: 'patron-gone' }
  if (isShelfOver(hold, today)) return { hold, ends: 'not-picked-up' }
  if (hold.patron_status === 'barred' || !can_fill) return { hold, ends: null, after: backInQueue(hold) }
  return null
}

function turnOf(hold: HoldFacts, here: BranchCode): CaptureDecision['turn'] {
  const isHere = hold.pickup_branch === here
  if (hold.status === 'ready') return isHere ? 'stays' : 'sent-on'
  if (hold.status === 'in-transit') return isHere ? 'arrives' : 'stays'
  return isHere ? 'captured-here' : 'sent-on'
}

/** Which hold this item fills, and what that means for it. */
export function decideCapture(ask: CaptureAsk): CaptureDecision {
  const { item_barcode, holds, here } = ask
  const had = holds.find((hold) => isCaptured(hold) && hold.item_barcode === item_barcode) ?? null
  const let_go = had && letGo(had, ask)
  if (had && !let_go) return { hold: had, turn: turnOf(had, here), let_go: null, passed: [] }
  if (!ask.can_fill || !ask.is_capturing) return { hold: null, turn: 'nobody', let_go, passed: [] }
  const passed: Passed[] = []
  for (const hold of holds.filter((one) => !isCaptured(one)).toSorted(byTurn)) {
    const reason = whyPassedOver(hold, ask)
    if (reason === null) return { hold, turn: turnOf(hold, here), let_go, passed }
    passed.push({ hold_ref: hold.hold_ref, reason })
  }
  return { hold: null, turn: 'nobody', let_go, passed }
}

/** The hold once its item is on the way to its branch. */
export function sentOn(hold: HoldFacts, item_barcode: string): HoldState {
  const off = { suspended_until_on: null, shelf_until_on: null, pickup_code: '' } as const
  return { ...holdState(hold), status: 'in-transit', item_barcode, ...off }
}

/**
 * The hold once it is to be picked up elsewhere while its item is still on this shelf. It keeps date and code, since
 * the slip with the code is in the item: called back before the item is sent, the hold is as before.
 */
export function calledElsewhere(hold: HoldFacts, item_barcode: string): HoldState {
  const { shelf_until_on, pickup_code } = hold
  return { ...sentOn(hold, item_barcode), shelf_until_on, pickup_code }
}

/** The hold once its item is on the hold shelf. */
export function onShelf(hold: HoldFacts, item_barcode: string, shelf_until_on: LocalDate, code: string): HoldState {
  const shelf = { suspended_until_on: null, shelf_until_on, pickup_code: code } as const
  return { ...holdState(hold), status: 'ready', item_barcode, ...shelf }
}

/** "1st", "2nd", "3rd", "11th", "22nd". */
export function ordinal(number: number): string {
  const tens = number % 100
  if (tens >= 11 && tens <= 13) return `${number}th`
  return `${number}${['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`
}
