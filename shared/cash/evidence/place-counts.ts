/**
 * The table of counts of the safe and the change fund of an export: each count with what was expected then, and what
 * was settled of it. Of no session. Pure.
 */
import type { EventOf } from '../../journal/event.ts'
import { eventRefText } from '../../journal/event.ts'
import { instant } from '../../kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../kernel/zone.ts'
import { placeBy, placeOff } from '../drawer/place-count.ts'
import { amount, momentText, type Sheet, type SheetCell } from './sheet.ts'

type CountEvent = EventOf<'place-counted' | 'place-settled'>
/** What is entered of a place by itself; what moved is in the tables of transfers, deposits and the ledger. */
export type PlaceEvent = CountEvent | EventOf<'place-moved'>

const COLUMNS = [
  'date',
  'moment',
  'staff',
  'kind',
  'place',
  'count_entry',
  'counted',
  'expected',
  'difference',
  'is_first',
  'is_blind',
  'reason',
  'approved_by',
  'over',
  'short',
]

export function placeSheet(events: readonly PlaceEvent[], zone: ZoneName): Sheet {
  return {
    name: 'place-counts',
    columns: COLUMNS,
    rows: events.flatMap((one) => (one.kind === 'place-moved' ? [] : [rowOf(one, zone)])),
  }
}

function rowOf(event: CountEvent, zone: ZoneName): readonly SheetCell[] {
  const { head, kind, body } = event
  const at = instant(head.at_ms)
  const sums = [body.counted_cents, body.expected_cents, placeBy(body)].map(amount)
  const first = body.is_first ? 1 : 0
  const begin = [toLocalDate(at, zone), momentText(at, zone), head.staff]
  if (kind === 'place-counted')
    return [
      ...begin,
      'counted',
      body.place,
      eventRefText(head),
      ...sums,
      first,
      body.is_blind ? 1 : 0,
      null,
      null,
      null,
      null,
    ]
  const off = placeOff(body)
  const offs = [amount(Math.max(off, 0)), amount(Math.max(-off, 0))]
  return [
    ...begin,
    'settled',
    body.place,
    body.count_ref,
    ...sums,
    first,
    null,
    body.reason_code,
    body.approved_by,
    ...offs,
  ]
}

/** What was settled of each place over and short, never set off. */
export function placesOff(
  events: readonly PlaceEvent[],
): readonly { readonly at_ms: number; readonly by_cents: number }[] {
  return events.flatMap(({ kind, head, body }) => {
    return kind === 'place-settled' ? [{ at_ms: head.at_ms, place: body.place, by_cents: placeOff(body) }] : []
  })
}
