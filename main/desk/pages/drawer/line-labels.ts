/** What the lines of a receipt were for, without a title or a person: "Overdue fine", "12 × Copies". */
import type { SealedLine } from '../../../../shared/journal/events/cash.ts'
import type { EventHead } from '../../../../shared/journal/event.ts'
import { instant, type Instant } from '../../../../shared/kernel/time.ts'
import { cashRulesNamedAt } from '../../../cash/cash-rules.ts'
import { readCharge } from '../../../circulation/charges/charge-reading.ts'
import { chargeWords } from '../../../circulation/charges/charge-words.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { fundName } from '../fund-name.ts'

/** @param at when it was paid: what was sold is called as it was then */
export function lineLabel(desk: Desk, line: SealedLine, at: Instant): string {
  if (line.of === 'charge') {
    const charge = readCharge(desk.library, line.charge_ref)
    return charge === null ? fundName(desk, line.fund) : chargeWords(speechOf(desk), charge.row.kind)
  }
  if (line.of === 'credit') return chargeWords(speechOf(desk), line.of)
  const { products, past_products } = cashRulesNamedAt(desk.library, at)
  const known = [...products, ...past_products].find((one) => one.product_code === line.product_code)
  return known?.name ?? line.product_code
}

/** So many different things are named; of more, how many. */
const NAMED_MAX = 3

/** All that a receipt was for, the same things together: "Lost, Processing fee", "12 × Copies". */
export function whatFor(desk: Desk, lines: readonly SealedLine[], { at_ms }: EventHead): string {
  const { pages } = speechOf(desk).words
  const counts = new Map<string, number>()
  for (const line of lines) {
    const label = lineLabel(desk, line, instant(at_ms))
    const count = line.of === 'sale' ? line.quantity_count : 1
    counts.set(label, (counts.get(label) ?? 0) + count)
  }
  const all = [...counts].map(([label, count]) => pages.pay.counted(label, count))
  const more = all.length - NAMED_MAX
  if (more <= 0) return all.join(', ')
  return [...all.slice(0, NAMED_MAX), pages.drawer.and_more(more)].join(', ')
}
