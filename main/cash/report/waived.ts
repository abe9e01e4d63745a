/**
 * What was waived at this desk, for a report. Each waiver is on one Z of the desk, the next one after it, whoever has
 * which drawer: two open drawers do not both count it, and it is not lost where no drawer is open. Reads only.
 */
import type { CashReport } from '../../../shared/cash/report-facts.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { wholeEvent } from '../../journal/recorded.ts'
import type { Library } from '../../library/library.ts'
import { waivedBetween } from '../../store/money/evidence-rows.ts'
import type { Span } from './late.ts'

/** What was waived and taken back within the span counts nowhere; what an earlier Z has, and was taken back, apart. */
export function waivedIn({ db }: Library, { after, until }: Span): CashReport['waived'] {
  const waived = new Map<string, number>()
  const back: number[] = []
  const span = { from: after.epoch, from_seq: after.seq, to: until.epoch, to_seq: until.seq }
  for (const one of db.all(waivedBetween, span).map(wholeEvent)) {
    if (one.kind !== 'charge-moved' || one.body.code !== 'waived') continue
    const { of, amount_cents } = one.body
    if (of === null) waived.set(eventRefText(one.head), amount_cents)
    else if (!waived.delete(of)) back.push(amount_cents)
  }
  const sum = (amounts: readonly number[]) => cents(amounts.reduce((all, one) => all + one, 0))
  const amounts = [...waived.values()]
  const taken_back = { back_count: back.length, back_cents: sum(back) }
  return { count: amounts.length, amount_cents: sum(amounts), ...taken_back }
}
