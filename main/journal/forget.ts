/**
 * Forgets who borrowed what once it is back: deletes the party mapping of loans that ended before the retention began.
 * The sealed events stay whole; only the answer to "who" is gone. Must never forget the party of an open loan.
 */
import { build, statement } from '../store/sql.ts'
import type { Connection } from '../store/sql.ts'
import { parseEvent } from '../../shared/journal/event.ts'
import { parseEventRef } from '../../shared/journal/event.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { forgetParty, readEvents, readSetting, writeSetting } from '../store/journal-rows.ts'

const PAGE = 500
const FORGOTTEN_TO = 'forgotten_to'

const openLoanRefs = statement<{ loan_ref: string }>()((p) =>
  build.selectFrom('loan_now').select('loan_ref').where('loan_ref', '=', p.loan_ref).limit(1),
)

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
      const loan_ref = endedLoan(event)
      const place = loan_ref ? parseEventRef(loan_ref) : null
      if (!loan_ref || !place || desk.get(openLoanRefs, { loan_ref })) continue
      forgotten += desk.run(forgetParty, { epoch_count: place.epoch, seq_count: place.seq }).changes
    }
    if (last !== from) desk.run(writeSetting, { name: FORGOTTEN_TO, value: `${last.epoch}.${last.seq}` })
  })
  return forgotten
}

function endedLoan(event: ReturnType<typeof parseEvent>): string | null {
  if (event.kind === 'item-checked-in') return event.body.loan?.loan_ref ?? null
  return event.kind === 'check-out-undone' ? event.body.loan_ref : null
}

function placeOf(text: string): { epoch: number; seq: number } {
  const [epoch = 0, seq = 0] = text.split('.').map(Number)
  return { epoch, seq }
}
