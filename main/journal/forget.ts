/**
 * Forgets who borrowed what once it is back: deletes the party mapping of loans that ended before the retention began.
 * The sealed events stay whole; only the answer to "who" is gone. Must never forget the party of an open loan.
 */
import { itemByBarcode, loanOfItem } from '../store/item-rows.ts'
import type { Connection } from '../store/sql.ts'
import { parseEvent, parseEventRef, type DeskEvent } from '../../shared/journal/event.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { forgetParty, readEvents, readSetting, writeSetting } from '../store/journal-rows.ts'

const PAGE = 500
const FORGOTTEN_TO = 'forgotten_to'

/** Walks the events since the last time, up to `before`, and forgets the parties of the loans they ended. */
export function forgetReturned(desk: Connection, before: Instant): number {
  const from = placeOf(desk.get(readSetting, { name: FORGOTTEN_TO })?.value ?? '0.0')
  const page = desk.all(readEvents, { epoch_count: from.epoch, seq_count: from.seq, limit: PAGE })
  let forgotten = 0
  let last = from
  desk.transact(() => {
    for (const row of page) {
      const event = parseEvent(row.content)
      if (event.head.at_ms >= before) break
      last = { epoch: row.epoch_count, seq: row.seq_count }
      const ended = endedLoan(event)
      const place = ended && parseEventRef(ended.loan_ref)
      if (!ended || !place || isOpen(desk, ended)) continue
      forgotten += desk.run(forgetParty, { epoch_count: place.epoch, seq_count: place.seq }).changes
    }
    if (last !== from) desk.run(writeSetting, { name: FORGOTTEN_TO, value: `${last.epoch}.${last.seq}` })
  })
  return forgotten
}

type Ended = { readonly item_barcode: string; readonly loan_ref: string }

function endedLoan(event: DeskEvent): Ended | null {
  const { kind, body } = event
  if (kind === 'item-checked-in') return body.loan && { item_barcode: body.item_barcode, loan_ref: body.loan.loan_ref }
  return kind === 'check-out-undone' ? body : null
}

/** A return that was undone has its loan open again. */
function isOpen(desk: Connection, { item_barcode, loan_ref }: Ended): boolean {
  const item = desk.get(itemByBarcode, { barcode: item_barcode })
  return item !== null && desk.get(loanOfItem, { item_id: item.item_id })?.loan_ref === loan_ref
}

function placeOf(text: string): { epoch: number; seq: number } {
  const [epoch = 0, seq = 0] = text.split('.').map(Number)
  return { epoch, seq }
}
