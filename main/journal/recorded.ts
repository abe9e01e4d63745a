/** What this desk recorded, event by event, oldest first. Keeps one page in memory; reads only. */
import { parseEvent, readProven, type DeskEvent } from '../../shared/journal/event.ts'
import { readEvents } from '../store/journal/journal-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { isAfter, type Place } from '../../shared/journal/place.ts'
import { sealHex } from './chain.ts'
import { isDataAwaited, settledInto } from './settled-to.ts'

const PAGE = 1000

/** An event whole: as it is sealed, with what is kept beside its seal. */
export function wholeEvent({ content, unsealed }: { readonly content: string; readonly unsealed: string | null }) {
  return parseEvent(content, unsealed)
}

export type SealedRow = {
  readonly content: string
  readonly unsealed: string | null
  /** The seal before it and its own, in hex; null: it was checked before. */
  readonly seals_hex: string | null
}

/** Whether the seal of an entry matches, or matched before. */
export function isSealed({ content, seals_hex }: SealedRow): boolean {
  if (seals_hex === null) return true
  return sealHex(seals_hex.slice(0, SEAL_DIGITS), content) === seals_hex.slice(SEAL_DIGITS)
}

const SEAL_DIGITS = 64

/** An event whole whose seal matches: its shape is looked at only where it was sealed as another version. */
export function sealedEvent({ content, unsealed }: Pick<SealedRow, 'content' | 'unsealed'>): DeskEvent {
  return (unsealed === null ? readProven(content) : null) ?? parseEvent(content, unsealed)
}

/** @param after from which place on; all of it when none is given */
export function* recordedEvents(desk: ReadHandle, after: Place = { epoch: 0, seq: 0 }): Generator<DeskEvent> {
  let place = { epoch: after.epoch, seq: after.seq }
  for (;;) {
    const page = desk.all(readEvents, { ...place, limit: PAGE })
    const last = page.at(-1)
    if (!last) return
    for (const row of page) yield wholeEvent(row)
    place = { epoch: last.epoch, seq: last.seq }
  }
}

/**
 * What of it the reference file holds. While that waits for the library's data, everything after lies in the overlay
 * or is folded into it then, and the data is taken as it says.
 */
export function* settledEvents(desk: ReadHandle): Generator<DeskEvent> {
  const isAll = !isDataAwaited(desk)
  const settled = settledInto(desk)
  for (const event of recordedEvents(desk)) {
    if (!isAll && isAfter(event.head, settled)) return
    yield event
  }
}
