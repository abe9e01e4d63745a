/**
 * Counts the safe and the change fund, and settles what a count differs by. What a place should hold is told to a role
 * that may see cash, and to who counted it once the count is kept; who was told is kept, too.
 */
import { readCount, type CountGiven } from '../../shared/cash/counted.ts'
import { placeBy, placeNeed, placeOff } from '../../shared/cash/drawer/place-count.ts'
import { varianceNeed, type DifferenceSaid } from '../../shared/cash/rules.ts'
import { eventRefText, type DeskEvent, type EventDraft, type EventOf } from '../../shared/journal/event.ts'
import type { CountedPlace } from '../../shared/journal/events/cash-places.ts'
import { isAfter, type Place } from '../../shared/journal/place.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import type { VarianceNeed } from '../../shared/policy/cash-facts.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import { mayOwn } from '../library/grants.ts'
import type { Library } from '../library/library.ts'
import { record } from '../library/record.ts'
import { eventsSince } from '../store/money/cash-rows.ts'
import {
  changeFundBalance,
  changeFundLastMove,
  lookedAfter,
  safeBalance,
  safeLastMove,
} from '../store/money/place-rows.ts'
import { cashRules } from './cash-rules.ts'
import { entryAt, lastEventOf, sessionEventsOf } from './report/session-events.ts'
import { saidIssue, signOffBy } from './sign-off.ts'

const BALANCES = { safe: safeBalance, 'change-fund': changeFundBalance } as const
const LAST_MOVES = { safe: safeLastMove, 'change-fund': changeFundLastMove } as const

/** What should be in a place, as far as this desk knows; null: nothing ever went in or out of it. */
export function placeBalance(library: Library, place: CountedPlace): Cents | null {
  const balance = library.db.get(BALANCES[place], {})?.balance_cents ?? null
  return balance === null ? null : cents(balance)
}

/** The same for a person who may see it, who has seen it then; null: this person may not. */
export function placeSeen(library: Library, actor: Actor, place: CountedPlace): Cents | null {
  if (!mayOwn(library, actor, 'see-cash')) return null
  const own = actor.staff?.staff_code ?? ''
  if (!hasSeenPlace(library, place, own)) library.journal.keepLooked(place, own)
  return placeBalance(library, place) ?? cents(0)
}

/**
 * Whether this person was told what it should hold, and it has not moved since: who looked, who counted it, who settled
 * a count.
 */
function hasSeenPlace(library: Library, of_ref: CountedPlace, staff_code: string): boolean {
  const looked = library.db.get(lookedAfter, { of_ref, staff_code })
  const moved = library.db.get(LAST_MOVES[of_ref], {})
  const last: Place = { epoch: moved?.epoch ?? 0, seq: moved?.seq ?? 0 }
  if (looked !== null && !isAfter(last, { epoch: looked.epoch, seq: looked.seq })) return true
  const since = library.db.all(eventsSince, { session_ref: of_ref, epoch: last.epoch, seq: last.seq })
  return since.some((place) => {
    const { kind, head } = entryAt(library, place)
    return (kind === 'place-counted' || kind === 'place-settled') && head.staff === staff_code
  })
}

export type PlaceState = {
  /** Null: it was never counted. */
  readonly last: EventOf<'place-counted'> | null
  /** Of the last count: what it differs by, and what that takes. */
  readonly by_cents: Cents
  readonly need: VarianceNeed | null
  /** It differs, and nobody settled it yet. */
  readonly is_open: boolean
  /** Money went in or out since. */
  readonly is_moved: boolean
}

export function placeState(library: Library, place: CountedPlace): PlaceState {
  const last = lastEventOf(library, place, 'place-counted')
  if (last === null) return { last, by_cents: cents(0), need: null, is_open: false, is_moved: false }
  const by_cents = placeBy(last.body)
  const newest = lastEventOf(library, place, 'place-settled')
  const settled = newest?.body.count_ref === eventRefText(last.head) ? newest : null
  const stood = settled === null ? last.body.expected_cents : last.body.counted_cents
  return {
    last,
    by_cents,
    need: placeNeed(cashRules(library), last.body),
    is_open: by_cents !== 0 && settled === null,
    is_moved: (placeBalance(library, place) ?? 0) !== stood,
  }
}

/** Whether no count of the place agreed or was settled so far. */
function isFirstCount(library: Library, place: CountedPlace): boolean {
  if (lastEventOf(library, place, 'place-settled') !== null) return false
  return sessionEventsOf(library, place, 'place-counted').every(({ body }) => placeBy(body) !== 0)
}

/** Nothing goes into a place or out of it before its first count stands: nobody knows what is in it. */
export function uncountedRefusal(library: Library, place: CountedPlace): Refusal | null {
  return isFirstCount(library, place) ? refuse('place-uncounted') : null
}

export type CountingPlace = CountGiven & { readonly place: CountedPlace }

/** The entry of a count. Reads only. */
export function placeCountDraft(
  library: Library,
  actor: Actor,
  { place, ...given }: CountingPlace,
): Extract<EventDraft, { kind: 'place-counted' }> | Refusal {
  const count = readCount(given)
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const expected_cents = placeBalance(library, place) ?? 0
  const is_first = isFirstCount(library, place)
  const is_blind = !hasSeenPlace(library, place, actor.staff?.staff_code ?? '')
  return { kind: 'place-counted', body: { place, ...count, expected_cents, is_first, is_blind } }
}

export function countPlace(
  library: Library,
  actor: Actor,
  command: Command,
  counting: CountingPlace,
): readonly DeskEvent[] | Refusal {
  const draft = placeCountDraft(library, actor, counting)
  if (isRefusal(draft)) return draft
  return record(library, actor, command, [draft])
}

export type SettlingPlace = DifferenceSaid & { readonly place: CountedPlace }
export type OpenCount = PlaceState & { readonly last: EventOf<'place-counted'> }

/** Whether this person may know what the last count came to. */
export function mayKnowPlace(library: Library, actor: Actor, { last }: PlaceState): boolean {
  return last?.head.staff === actor.staff?.staff_code || mayOwn(library, actor, 'see-cash')
}

/** The count that would be settled, or why it is not. Reads only. */
export function settleable(library: Library, actor: Actor, { place, ...said }: SettlingPlace): OpenCount | Refusal {
  const state = placeState(library, place)
  const { last, is_open, by_cents } = state
  if (last === null || !is_open) return refuse('place-agrees')
  if (!mayKnowPlace(library, actor, state)) return refuse('place-count-own')
  if (state.is_moved) return refuse('place-moved')
  // What was there before the first count is a difference of nobody's.
  const need = placeOff(last.body) === 0 ? null : varianceNeed(cashRules(library), by_cents)
  return saidIssue(library, { need, off_cents: Math.abs(by_cents) }, said) ?? { ...state, last }
}

/** Who signs it off; empty: nobody has to; null: a second person is missing. */
export function placeSignedOffBy(library: Library, actor: Actor, { need, by_cents, last }: OpenCount): string | null {
  const own = must(actor.staff, 'somebody is signed in').staff_code
  return signOffBy(library, actor, { need, off_cents: Math.abs(by_cents), is_other: last.head.staff !== own })
}

/** What it differs by goes into the accounts of that place, over and short apart. */
export function settlePlace(
  library: Library,
  actor: Actor,
  command: Command,
  settling: SettlingPlace,
): readonly DeskEvent[] | Refusal {
  const found = settleable(library, actor, settling)
  if (isRefusal(found)) return found
  const { place, counted_cents, expected_cents, is_first } = found.last.body
  const isSaid = placeOff(found.last.body) !== 0
  const draft: EventDraft = {
    kind: 'place-settled',
    body: {
      place,
      counted_cents,
      expected_cents,
      is_first,
      count_ref: eventRefText(found.last.head),
      reason_code: isSaid ? settling.reason : '',
      approved_by: placeSignedOffBy(library, actor, found) ?? '',
    },
  }
  const note = isSaid ? settling.note.trim() : ''
  return record(library, actor, command, [draft], { personal: new Map(note === '' ? [] : [[draft, note]]) })
}
