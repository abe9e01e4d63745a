/**
 * What this desk recorded, as it goes up to the central server: whole commands in order, each event as it was sealed,
 * with what lies beside it. Reads only.
 */
import { parseEventRef, type DeskEvent } from '../../../shared/journal/event.ts'
import { isNaming } from '../../../shared/journal/event-kinds.ts'
import { fold } from '../../../shared/journal/fold/fold.ts'
import { placeText, type Place } from '../../../shared/journal/place.ts'
import { assert, must } from '../../../shared/kernel/assert.ts'
import type { Command, Sent } from '../../../shared/protocol/batch.ts'
import { erasingAt } from '../../store/journal/acknowledged-rows.ts'
import { loanOfItem } from '../../store/circulation/item-rows.ts'
import { readEventHash, readEvents, readParty, readPersonal } from '../../store/journal/journal-rows.ts'
import { commandsOfManyAfter, seenAt } from '../../store/journal/outgoing-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'
import { beforeMerges, type BeforeMerges } from './before-merge.ts'
import { FIRST_HEAD } from '../chain.ts'
import { itemIdOf, titleIdOf } from '../numbered.ts'
import { wholeEvent } from '../recorded.ts'

/** `head`: of the chain, before the first command. */
export type Outgoing = { readonly commands: readonly Command[]; readonly head: Uint8Array }

/** A command of more events than asked for still goes as a whole; no command has more than this. */
const COMMAND_EVENTS_MAX = 10_000

/** @param events_max and no more, unless the first command alone has more; null: there is nothing */
export function outgoing(desk: ReadHandle, after: Place, events_max: number): Outgoing | null {
  const few = desk.all(readEvents, { epoch: after.epoch, seq: after.seq, limit: events_max + 1 })
  const first = few[0]
  if (!first) return null
  const many = desk.all(commandsOfManyAfter, { epoch: after.epoch, seq: after.seq, limit: events_max })
  const countAt = new Map(many.map((one) => [placeText({ epoch: one.epoch, seq: one.first_seq }), one.events_count]))
  const first_count = countAt.get(placeText(first)) ?? 1
  const isLong = first_count > events_max
  const rows = isLong
    ? desk.all(readEvents, { epoch: after.epoch, seq: after.seq, limit: COMMAND_EVENTS_MAX })
    : few.slice(0, events_max)
  const before = beforeMerges(desk, after)
  const commands: Command[] = []
  let end = 0
  while (end < rows.length) {
    const { epoch, seq } = must(rows[end], 'the first event of a command')
    const events_count = countAt.get(placeText({ epoch, seq })) ?? 1
    if (end + events_count > rows.length || (isLong && end > 0)) break
    const events = rows.slice(end, end + events_count).map((row) => sentOf(desk, row, before))
    commands.push({ seen: desk.get(seenAt, { epoch, seq })?.feed_number ?? 0, events })
    end += events_count
  }
  assert(end > 0, 'a first command that fits')
  return { commands, head: desk.get(readEventHash, after)?.hash ?? FIRST_HEAD }
}

type EventRow = { readonly content: string; readonly unsealed: string | null }

function sentOf(desk: ReadHandle, row: EventRow, before: BeforeMerges): Sent {
  const event = wholeEvent(row)
  const { epoch, seq } = event.head
  return {
    content: row.content,
    patron_id: partyOf(desk, event, before),
    words: desk.get(readPersonal, { epoch, seq })?.text ?? before.words.get(placeText({ epoch, seq })) ?? null,
    unsealed: row.unsealed,
    made: madeBy(desk, event),
  }
}

/**
 * Whom an event is about. A check-out keeps nobody at its place: its loan knows, while it is open, and the place once
 * it has ended. So does whatever opens the loan again.
 */
function partyOf(desk: ReadHandle, event: DeskEvent, { whose }: BeforeMerges): Sent['patron_id'] {
  const place = { epoch: event.head.epoch, seq: event.head.seq }
  const own = whose.get(placeText(place)) ?? desk.get(readParty, place)?.patron_id
  if (own !== undefined) return own
  if (isNaming(event.kind)) return desk.get(erasingAt, place)?.patron_id ?? 'forgotten'
  for (const change of fold(event)) {
    if (change.kind !== 'loan-opened') continue
    return whose.get(change.loan_ref) ?? lentTo(desk, change.item_barcode, change.loan_ref, event.head.terminal)
  }
  return null
}

function lentTo(desk: ReadHandle, barcode: string, loan_ref: string, terminal: string): Sent['patron_id'] {
  const item_id = itemIdOf(desk, barcode)
  const open = item_id === null ? null : desk.get(loanOfItem, { item_id })
  if (open?.loan_ref === loan_ref && open.patron_id !== null) return open.patron_id
  const loan = parseEventRef(loan_ref)
  const ended = loan?.terminal === terminal ? desk.get(readParty, { epoch: loan.epoch, seq: loan.seq }) : null
  return ended?.patron_id ?? 'forgotten'
}

function madeBy(desk: ReadHandle, event: DeskEvent): readonly number[] {
  if (event.kind !== 'item-made') return []
  return fold(event).flatMap((change) => {
    if (change.kind !== 'row-put') return []
    const id = change.table === 'title_made' ? titleIdOf(desk, change.key) : itemIdOf(desk, change.key)
    return id ?? []
  })
}
