/** What was counted of each way of paying beside what was expected, once all of it is counted. */
import type { Section } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { Looked } from '../../../cash/closing/look.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { amount, cell, figures, row, table } from '../make.ts'

/** Each way of paying: what should be there, what is, and by how much that differs. */
function byTender({ expected, counted, by }: Looked) {
  return [
    { of: 'cash', should: cents(expected.cash_cents), is: cents(counted.cash_cents), off: by.cash },
    { of: 'check', should: cents(expected.checks_cents), is: cents(counted.checks_cents), off: by.check },
    { of: 'card', should: cents(expected.card_cents), is: cents(counted.card_cents), off: by.card },
  ] as const
}

export function differences(desk: Desk, looked: Looked): Section {
  const speech = speechOf(desk)
  const { close, columns, tender } = speech.words.pages.drawer
  return table({
    section_id: 'differences',
    heading: close.compared,
    columns: [columns.tender, figures(close.expected), figures(close.counted), figures(close.difference)],
    rows: byTender(looked).map(({ of, should, is, off }) =>
      row({
        row_id: `tender ${of}`,
        cells: [
          cell(tender[of]),
          amount(speech, should),
          amount(speech, is),
          amount(speech, off, off === 0 ? 'plain' : 'warn'),
        ],
      }),
    ),
    empty: '',
  })
}

/** "Cash: $104.48 expected, $104.23 counted, $0.25 short." for each that differs. */
export function differencesSaid(desk: Desk, looked: Looked): readonly string[] {
  const { words, money } = speechOf(desk)
  const { close, tender } = words.pages.drawer
  return byTender(looked)
    .filter(({ off }) => off !== 0)
    .map(({ of, should, is, off }) =>
      close.off(tender[of], money(should), money(is), money(cents(Math.abs(off))), off > 0),
    )
}
