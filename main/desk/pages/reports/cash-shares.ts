/** How much of what was charged was let off: by month and fund, and each clerk beside the median. */
import type { Cell, Section } from '../../../../shared/desk/page.ts'
import type { LetOffShares } from '../../../../shared/cash/evidence/let-off-share.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Desk } from '../../desk.ts'
import { fundName } from '../fund-name.ts'
import { amount, cell, figure, figures, row, table } from '../make.ts'

type Share = Pick<LetOffShares['months'][number], 'levied_cents' | 'let_off_cents' | 'percent'>

export function sharesByMonth(desk: Desk, speech: Speech, { months }: LetOffShares): Section {
  const words = speech.words.pages.cash_desk
  const { shares } = words
  return table({
    section_id: 'shares',
    heading: shares.by_month,
    columns: [shares.month, words.fund, ...[shares.charged, words.columns.let_off, shares.share].map(figures)],
    rows: months.map((one) =>
      row({
        row_id: `share ${one.month_on} ${one.fund ?? ''}`,
        cells: [
          cell(speech.month(one.month_on)),
          cell(one.fund === null ? shares.all_funds : fundName(desk, one.fund)),
          ...sumCells(speech, one),
        ],
      }),
    ),
    empty: shares.nothing,
  })
}

export function sharesByClerk(speech: Speech, shared: LetOffShares, nameOf: (staff: string) => string): Section {
  const words = speech.words.pages.cash_desk
  const { shares, columns } = words
  const rows = shared.clerks.map((one) =>
    row({ row_id: `share of ${one.staff}`, cells: [cell(nameOf(one.staff)), ...sumCells(speech, one)] }),
  )
  const { median_percent } = shared
  const middle = row({
    row_id: 'share median',
    cells: [cell(shares.median, 'quiet'), cell(''), cell(''), figure(percentOf(median_percent, words.shares), 'quiet')],
  })
  return table({
    section_id: 'clerk-shares',
    heading: shares.by_clerk,
    columns: [columns.who, ...[shares.charged, columns.let_off, shares.share].map(figures)],
    rows: rows.length === 0 ? [] : [...rows, middle],
    empty: shares.nothing,
  })
}

function sumCells(speech: Speech, { levied_cents, let_off_cents, percent }: Share): readonly Cell[] {
  const { shares } = speech.words.pages.cash_desk
  // Let off without anything charged: no share says how much that is.
  const tone = percent === null && let_off_cents > 0 ? 'warn' : 'plain'
  return [amount(speech, levied_cents), amount(speech, let_off_cents), figure(percentOf(percent, shares), tone)]
}

function percentOf(percent: number | null, words: Speech['words']['pages']['cash_desk']['shares']): string {
  return percent === null ? words.no_share : words.percent(percent)
}
