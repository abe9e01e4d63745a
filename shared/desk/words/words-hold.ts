/**
 * How holds are shown: placed, captured, picked up. Pure; never names one patron to another, and of a patron who waits
 * says no more than initials, and those only where the item is in the clerk's hand.
 */
import type { PassedOver } from '../../circulation/holds/hold-queue.ts'
import type { EventBody, EventDraft } from '../../journal/event.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { Speech } from '../../words/speech.ts'
import type { Pending } from '../pending.ts'
import { choicesOf } from '../pending.ts'
import type { RowDraft } from '../session/drafts.ts'
import { itemRow, plainBand, sentences, type ItemWords, type Said } from './words.ts'

type PlacedSaid = {
  readonly title: string
  readonly author: string
  /** The item, when the hold is on that one. */
  readonly barcode: string
  readonly at: Instant
  /** "2nd of 5". */
  readonly place: string
  readonly pickup_name: string
  /** Null when it waits forever. */
  readonly until: LocalDate | null
  readonly alerts: readonly string[]
  readonly event: string
}

export function placedWords({ date, words }: Speech, said: PlacedSaid): Said {
  const { title, author, barcode, at, place, pickup_name, until, alerts, event } = said
  const { happened, label, ...placed } = words.outcomes.hold.placed
  const pickup = placed.pickup(pickup_name)
  const wanted = until === null ? '' : placed.until(date(until))
  const band = plainBand('done', title, happened, pickup, wanted, ...alerts)
  const row: RowDraft = {
    at,
    outcome: 'done',
    title,
    author,
    barcode,
    happened,
    fact: place,
    notes: [sentences(pickup), ...alerts],
    act: 'hold',
    event,
  }
  return { band: { ...band, fact: { label, text: place } }, row }
}

/** A change to a hold, by its few words: "Hold canceled". */
export function changedWords(said: {
  readonly title: string
  readonly at: Instant
  readonly happened: string
  readonly fact: string
  readonly notes: readonly string[]
  readonly event: string
}): Said {
  const { title, at, happened, fact, event } = said
  const notes = said.notes.map((note) => sentences(note))
  const band = plainBand('done', title, `${happened} ${fact}`, ...notes)
  const row = { at, outcome: 'done', title, barcode: '', happened, fact, notes, act: 'hold', event } as const
  return { band, row }
}

/** What is added to a check-in by the holds on it. */
export type HeldSaid = {
  readonly turn: 'stays' | 'arrives' | 'captured-here' | 'sent-on' | 'nobody'
  /** Empty while it is on its way. */
  readonly pickup_code: string
  /** The last day on the shelf; null while it is on its way. */
  readonly until: LocalDate | null
  readonly passed: readonly PassedOver[]
  readonly let_go: 'not-picked-up' | 'account-closed' | 'patron-gone' | 'released' | null
  /** During an outage: when the holds were last known to be true. Null while they are. */
  readonly holds_as_of: Instant | null
}

/** The notes of a check-in that come from holds, as sentences. */
export function heldNotes({ date, moment, words }: Speech, held: HeldSaid): readonly string[] {
  const { turn, pickup_code, until, passed, let_go, holds_as_of } = held
  const { at_check_in } = words.outcomes.hold
  const why_passed: Partial<Record<PassedOver, string>> = at_check_in.passed
  const code = pickup_code === '' ? '' : at_check_in.code(pickup_code, until === null ? '' : date(until))
  const again = turn === 'stays' && code !== '' ? at_check_in.again : ''
  const old = holds_as_of === null ? '' : at_check_in.as_of(moment(holds_as_of))
  const over = let_go === null ? '' : at_check_in.let_go[let_go]
  const others = passed.map((reason) => why_passed[reason] ?? '')
  return [again, code, old, over, ...others].filter((note) => note !== '').map((note) => sentences(note))
}

/** A check-in with what holds add to it. The code is the thing to say of an item for the shelf here. */
export function withHeld(speech: Speech, said: Said, held: HeldSaid): Said {
  const notes = heldNotes(speech, held)
  if (notes.length === 0) return said
  const { band, row } = said
  const isForShelf = held.pickup_code !== ''
  const fact = isForShelf ? { label: speech.words.outcomes.hold.shelf, text: held.pickup_code } : band.fact
  const sentence = [band.sentence, ...notes].join(' ')
  const spoken = [band.spoken, ...notes].join(' ').trim()
  return {
    band: { ...band, sentence, fact, spoken },
    row: { ...row, fact: isForShelf ? held.pickup_code : (row.fact ?? ''), notes: [...notes, ...(row.notes ?? [])] },
  }
}

/** A check-out with what it meant for holds. */
export function withFilled(
  { words }: Speech,
  said: Said,
  holds: { readonly filled: unknown; readonly other_item: string | null; readonly drafts: readonly EventDraft[] },
): Said {
  const { at_check_out, at_check_in, waits_again } = words.outcomes.hold
  const ends = (reason: EventBody<'hold-ended'>['reason']): boolean =>
    holds.drafts.some((draft) => draft.kind === 'hold-ended' && draft.body.reason === reason)
  const notes = [
    holds.filled === null ? '' : at_check_out.filled,
    holds.other_item === null ? '' : at_check_out.other_item(holds.other_item),
    holds.drafts.some((draft) => draft.kind === 'hold-changed') ? waits_again : '',
    ends('canceled') ? at_check_out.canceled : '',
    ends('patron-gone') ? at_check_in.let_go['patron-gone'] : '',
  ].flatMap((note) => (note === '' ? [] : [sentences(note)]))
  if (notes.length === 0) return said
  const { band, row } = said
  const sentence = [band.sentence, ...notes].join(' ')
  return { band: { ...band, sentence }, row: { ...row, notes: [...(row.notes ?? []), ...notes] } }
}

type HandOverSaid = {
  readonly item: ItemWords
  readonly at: Instant
  readonly pending: Extract<Pending, { ask: 'hand-over' }>
  /** "K. M.": no more before the patron has shown who they are. */
  readonly initials: string
  /** Null when nobody knows it. The day and month alone are shown, to check an answer by. */
  readonly born_on: LocalDate | null
  readonly pickup_code: string
  /** Who else may pick it up. */
  readonly pickers: readonly { readonly initials: string; readonly born_on: LocalDate | null }[]
  /** The account that is open may pick it up. */
  readonly is_picker_open: boolean
  /** It is there longer than it was kept for. */
  readonly over_since: LocalDate | null
}

/**
 * Scanned on the hold shelf with nobody open, or with somebody who may pick it up: whose it is said to be, who else may
 * take it, and the three ways to show it.
 */
export function handOverWords({ date, dayOfYear, words }: Speech, said: HandOverSaid): Said {
  const { item, at, pending, initials, born_on, pickup_code, pickers, is_picker_open, over_since } = said
  const { pick_up } = words.outcomes.hold
  const happened = pick_up.happened(initials)
  const notes = [
    born_on === null ? '' : pick_up.born(dayOfYear(born_on)),
    pickup_code === '' ? '' : pick_up.code(pickup_code),
    is_picker_open ? pick_up.picker_open : '',
    ...pickers.map((one) => pick_up.picker(one.initials, one.born_on === null ? '' : dayOfYear(one.born_on))),
    over_since === null ? '' : pick_up.over(date(over_since)),
  ].flatMap((note) => (note === '' ? [] : [sentences(note)]))
  const choices = choicesOf(words.outcomes, pending)
  const how = [...choices.map(({ key, label }) => `${key} = ${label}`), pick_up.esc].join('; ')
  const band = plainBand('decide', item.title, happened, pick_up.nothing, how)
  const row: RowDraft = { ...itemRow(item, at), outcome: 'decide', happened, notes, choices, pending }
  return { band: { ...band, fact: { label: pick_up.label, text: initials } }, row }
}
