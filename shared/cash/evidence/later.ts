/**
 * What is entered about a session once it is over, perhaps weeks after it: what the bank and the processor of cards
 * took in, and a count of its float that did not agree. Each is of the day of its own entry, so that an exported day
 * never changes. Pure.
 */
import type { EventOf } from '../../journal/event.ts'
import { instant, type LocalDate } from '../../kernel/time.ts'
import type { ZoneName } from '../../kernel/zone.ts'
import { countsIn } from '../counts-in.ts'
import { amount, momentText, type SheetCell } from './sheet.ts'

export const LATER_KINDS = ['deposit-banked', 'card-settled', 'float-counted'] as const

export type LaterEntry = {
  readonly session_ref: string
  /** The day of the entry. */
  readonly business_on: LocalDate
  readonly event: EventOf<(typeof LATER_KINDS)[number]>
  /** The entry that filled the bag; null: it is of no bag. */
  readonly bag_ref: string | null
}

export type Later = { readonly later: readonly LaterEntry[]; readonly zone: ZoneName }

type Row = readonly SheetCell[]

/** Every row begins as those of a session do. */
export function laterRows({ later, zone }: Later, rowsOf: (one: LaterEntry) => readonly Row[]): readonly Row[] {
  return later.flatMap((one) => {
    const { head } = one.event
    const place = [one.business_on, one.session_ref, momentText(instant(head.at_ms), zone), head.staff]
    return rowsOf(one).map((row) => [...place, ...row])
  })
}

/** A float that was counted and not opened with, of the session that left it. */
export function floatRows(evidence: Later): readonly Row[] {
  return laterRows(evidence, ({ event }) => {
    if (event.kind !== 'float-counted') return []
    return countsIn(event).map(({ reason, tender, counted, expected }) => {
      return [reason, tender, amount(counted), amount(expected), amount(counted - expected)]
    })
  })
}
