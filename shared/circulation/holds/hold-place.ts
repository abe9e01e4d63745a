/**
 * May this hold be placed? One pure decision over facts read before: the person first, then what they have already,
 * then the thing. Must never place a second hold where one would do.
 */
import type { LocalDate } from '../../kernel/time.ts'
import { patronEligibility, sortRefusals } from '../decision.ts'
import type { PatronFacts } from '../../policy/facts.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import { refuse, type Refusal, type RefusalCode } from '../../refusals/refusals.ts'

export type HoldAsk = {
  readonly patron: PatronFacts
  readonly today: LocalDate
  readonly settings: Pick<LibrarySettings, 'holds_count_max' | 'is_hold_on_shelf_allowed'>
  /** Open holds of this patron, all of them. */
  readonly holds_count: number
  /** They wait for this already: the title, or this item. */
  readonly is_on_hold: boolean
  /** They have it out: an item of the title, or this item. */
  readonly has_it_out: boolean
  /** Items that could ever fill it: of the title, or the one item. */
  readonly items_count: number
  /** Of these, how many may be lent at all, to this patron. */
  readonly lendable_count: number
  /** Where an item is on the shelf of this branch: "Adult, 304.809 WIL"; null when none is in here. */
  readonly on_shelf_here: string | null
  /** What a person has answered. */
  readonly overridden: readonly RefusalCode[]
}

export type HoldDecision =
  | { readonly kind: 'place'; readonly alerts: readonly Refusal[]; readonly overrode: readonly Refusal[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/** Every "no" about what is asked for. */
function thingRefusals(ask: HoldAsk): Refusal[] {
  const { settings, holds_count, items_count, lendable_count, on_shelf_here } = ask
  const found: Refusal[] = []
  if (ask.is_on_hold) found.push(refuse('hold-twice'))
  if (ask.has_it_out) found.push(refuse('hold-has-it'))
  if (settings.holds_count_max !== null && holds_count >= settings.holds_count_max) {
    found.push(refuse('holds-too-many', { count: holds_count, limit: settings.holds_count_max }))
  }
  if (items_count === 0) found.push(refuse('hold-no-copies'))
  else if (lendable_count === 0) found.push(refuse('hold-not-holdable'))
  if (on_shelf_here !== null && !settings.is_hold_on_shelf_allowed) {
    found.push(refuse('hold-on-shelf', { where: on_shelf_here }))
  }
  return found
}

/** Decides a hold. Refused: every reason that applies, the first to tell first. */
export function decideHold(ask: HoldAsk): HoldDecision {
  const found = [...patronEligibility(ask.patron, ask.today), ...thingRefusals(ask)]
  const { refusals, alerts, overrode } = sortRefusals(found, ask.overridden)
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'place', alerts, overrode }
}
