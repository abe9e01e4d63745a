/**
 * The desk's words about holds: placed, caught, handed over. Pure; never names one patron to another, and of whoever
 * waits says no more than initials, and those only where the copy is in the clerk's hand.
 */
import type { PassedOver } from '../../circulation/holds/hold-queue.ts'
import type { EventBody, EventDraft } from '../../journal/event.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Pending } from '../pending.ts'
import { choicesOf } from '../pending.ts'
import type { RowDraft } from '../session/session.ts'
import { plainBand, type ItemWords, type Said } from './words.ts'

type PlacedSaid = {
  readonly title: string
  readonly author: string
  /** The copy, when the hold is on that one. */
  readonly barcode: string
  readonly at: Instant
  /** "2nd of 5". */
  readonly place: string
  readonly pickup_name: string
  /** "Tue, Dec 15", or empty when it waits for ever. */
  readonly until: string
  readonly alerts: readonly string[]
  readonly event: string
}

export function placedWords(said: PlacedSaid): Said {
  const { title, author, barcode, at, place, pickup_name, until, alerts, event } = said
  const wanted = until === '' ? '' : `Wanted until ${until}`
  const band = plainBand('done', title, 'On hold', `Pick up at ${pickup_name}`, wanted, ...alerts)
  const row: RowDraft = {
    at,
    outcome: 'done',
    title,
    author,
    barcode,
    happened: 'On hold',
    fact: place,
    notes: [`Pick up at ${pickup_name}.`, ...alerts],
    act: 'hold',
    event,
  }
  return { band: { ...band, fact: { label: 'in line', text: place } }, row }
}

/** A change to a hold, by its few words: "Hold cancelled". */
export function changedWords(said: {
  readonly title: string
  readonly at: Instant
  readonly happened: string
  readonly fact: string
  readonly notes: readonly string[]
  readonly event: string
}): Said {
  const { title, at, happened, fact, notes, event } = said
  const band = plainBand('done', title, `${happened} ${fact}`, ...notes)
  const row = { at, outcome: 'done', title, barcode: '', happened, fact, notes, act: 'hold', event } as const
  return { band, row }
}

/** What is added to a check-in by the holds on it. */
export type HeldSaid = {
  readonly turn: 'stays' | 'arrives' | 'captured-here' | 'sent-on' | 'nobody'
  /** Empty while it is on its way. */
  readonly pickup_code: string
  /** "Tue, Dec 1": the last day on the shelf; empty while it is on its way. */
  readonly until: string
  readonly passed: readonly PassedOver[]
  readonly let_go: 'not-fetched' | 'account-closed' | 'patron-gone' | 'released' | null
  /** During an outage, "08:55": when the holds were last known to be true. Empty while they are. */
  readonly holds_as_of: string
}

const LET_GO: Readonly<Record<NonNullable<HeldSaid['let_go']>, string>> = {
  'not-fetched': 'It was not fetched in time: that hold is over',
  'account-closed': 'The account it was kept for is closed: that hold is over',
  'patron-gone': 'Whoever it was kept for is not in the library’s data any more: that hold is over',
  released: 'Whoever it was kept for waits again',
}

const PASSED: Partial<Readonly<Record<PassedOver, string>>> = {
  suspended: 'A suspended hold was passed over',
  'not-for-them': 'A hold of somebody who may not borrow this copy was passed over',
  expired: 'A hold whose time is over was passed over',
  barred: 'A hold of somebody who may not be served was passed over: the hold shelf lists it',
  closed: 'A hold of a closed account was passed over: the hold shelf lists it',
  gone: 'A hold of somebody who is not in the library’s data any more was passed over: the hold shelf lists it',
}

/** The notes of a check-in that come from holds, as sentences. */
export function heldNotes(held: HeldSaid): readonly string[] {
  const { turn, pickup_code, until, passed, let_go, holds_as_of } = held
  const kept = until === '' ? '' : `, kept until ${until}`
  const code = pickup_code === '' ? '' : `Pick-up code ${pickup_code}${kept}`
  const again = turn === 'stays' && code !== '' ? 'It waits here already' : ''
  const old = holds_as_of === '' ? '' : `Holds as of ${holds_as_of}`
  const over = let_go === null ? '' : LET_GO[let_go]
  const others = passed.map((why) => PASSED[why] ?? '')
  return [again, code, old, over, ...others].filter((note) => note !== '').map((note) => `${note}.`)
}

/** A check-in with what holds add to it. The code is the thing to say of a copy for the shelf here. */
export function withHeld(said: Said, held: HeldSaid): Said {
  const notes = heldNotes(held)
  if (notes.length === 0) return said
  const { band, row } = said
  const isForShelf = held.pickup_code !== ''
  const fact = isForShelf ? { label: 'hold shelf', text: held.pickup_code } : band.fact
  const sentence = [band.sentence, ...notes].join(' ')
  const spoken = [band.spoken, ...notes].join(' ').trim()
  return {
    band: { ...band, sentence, fact, spoken },
    row: { ...row, fact: isForShelf ? held.pickup_code : (row.fact ?? ''), notes: [...notes, ...(row.notes ?? [])] },
  }
}

/** A check-out with what it meant for holds. */
export function withFilled(
  said: Said,
  holds: { readonly filled: unknown; readonly other_item: string | null; readonly drafts: readonly EventDraft[] },
): Said {
  const ends = (why: EventBody<'hold-ended'>['why']): boolean =>
    holds.drafts.some((draft) => draft.kind === 'hold-ended' && draft.body.why === why)
  const notes = [
    holds.filled === null ? '' : 'Their hold is filled.',
    holds.other_item === null ? '' : `Item ${holds.other_item} waits for them on the hold shelf: take it off.`,
    holds.drafts.some((draft) => draft.kind === 'hold-changed') ? 'Whoever it was kept for waits again.' : '',
    ends('cancelled') ? 'The hold it was kept for is cancelled.' : '',
    ends('patron-gone') ? `${LET_GO['patron-gone']}.` : '',
  ].filter((note) => note !== '')
  if (notes.length === 0) return said
  const { band, row } = said
  const sentence = [band.sentence, ...notes].join(' ')
  return { band: { ...band, sentence }, row: { ...row, notes: [...(row.notes ?? []), ...notes] } }
}

type HandOverSaid = {
  readonly item: ItemWords
  readonly at: Instant
  readonly pending: Extract<Pending, { ask: 'hand-over' }>
  /** "K. M.": no more before somebody has shown who they are. */
  readonly initials: string
  /** "Apr 12": the day and month, to check an answer by; empty when nobody knows it. */
  readonly born: string
  readonly pickup_code: string
  /** It stands there longer than it was kept for. */
  readonly over_since: string
}

/** Scanned on the hold shelf with nobody open: whose it is said to be, and the three ways to show it. */
export function handOverWords(said: HandOverSaid): Said {
  const { item, at, pending, initials, born, pickup_code, over_since } = said
  const { title, author, barcode, call_number } = item
  const happened = `Hold shelf, for ${initials}`
  const known = [
    born === '' ? '' : `Born on ${born}.`,
    pickup_code === '' ? '' : `Pick-up code ${pickup_code}.`,
    over_since === '' ? '' : `It was kept until ${over_since}.`,
  ].filter((note) => note !== '')
  const choices = choicesOf(pending)
  const shown = choices.map(({ key, label }) => `${key} ${label.charAt(0).toLowerCase()}${label.slice(1)}`)
  const how = `${shown.join('; ')}. Esc leaves it`
  const band = plainBand('decide', title, happened, 'Nothing recorded', how)
  const row: RowDraft = {
    at,
    outcome: 'decide',
    title,
    author,
    barcode,
    call_number,
    happened,
    notes: known,
    choices,
    pending,
  }
  return { band: { ...band, fact: { label: 'for', text: initials } }, row }
}
