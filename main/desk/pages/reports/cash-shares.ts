/**
 * How much of what was charged was let off: by month and fund, and each clerk beside the median. How much of what each
 * clerk took came by card, likewise, and which approval codes look invented.
 */
import type { Cell, PageRow, Section } from '../../../../shared/desk/page.ts'
import type { Emptied } from '../../../../shared/cash/drawer/coin-meter.ts'
import type { LetOffShares } from '../../../../shared/cash/evidence/let-off-share.ts'
import type { CardTakings } from '../../../../shared/reports/card-takings.ts'
import { receiptNumber } from '../../../../shared/cash/numbers/receipt-number.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { staffNames } from '../../../library/staff-known.ts'
import type { Desk } from '../../desk.ts'
import { reasonSaid } from '../../money/drawer/reason-said.ts'
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
  return table({
    section_id: 'clerk-shares',
    heading: shares.by_clerk,
    columns: [columns.who, ...[shares.charged, columns.let_off, shares.share].map(figures)],
    rows: withMedian(speech, rows, shares.median, shared.median_percent),
    empty: shares.nothing,
  })
}

function withMedian(
  speech: Speech,
  rows: readonly PageRow[],
  said: string,
  percent: number | null,
): readonly PageRow[] {
  const share = figure(percentOf(percent, speech.words.pages.cash_desk.shares), 'quiet')
  const middle = row({ row_id: 'share median', cells: [cell(said, 'quiet'), cell(''), cell(''), share] })
  return rows.length === 0 ? [] : [...rows, middle]
}

export function cardsByClerk(speech: Speech, cards: CardTakings, nameOf: (staff: string) => string): Section {
  const { shares, cards: words, columns, taken, nothing } = speech.words.pages.cash_desk
  const rows = cards.clerks.map(({ staff, taken_cents, card_cents, percent }) => {
    const sums = [amount(speech, taken_cents), amount(speech, card_cents), figure(percentOf(percent, shares))]
    return row({ row_id: `cards of ${staff}`, cells: [cell(nameOf(staff)), ...sums] })
  })
  return table({
    section_id: 'clerk-cards',
    heading: words.by_clerk,
    columns: [columns.who, ...[taken, words.by_card, shares.share].map(figures)],
    rows: withMedian(speech, rows, words.median, cards.median_percent),
    empty: nothing,
  })
}

/** Nothing where no code is odd. */
export function oddCodes({ library }: Desk, speech: Speech, { odd }: CardTakings): readonly Section[] {
  const { cards: words, columns } = speech.words.pages.cash_desk
  const nameOf = staffNames(library)
  const rows = odd.map(({ reason, cards }) => {
    const staff = [...new Set(cards.map(({ head }) => nameOf(head.staff)))].join(', ')
    const [first, last] = [cards[0]?.authorization ?? '', cards.at(-1)?.authorization ?? '']
    const numbers = cards.map(({ head, receipt_number }) => receiptNumber(head, receipt_number)).join(', ')
    const sum = cents(cards.reduce((all, one) => all + one.amount_cents, 0))
    const said = reason === 'repeated' ? words.repeated(first) : words.in_a_row(first, last)
    return row({
      row_id: `${reason} ${first}`,
      cells: [cell(staff), cell(said, 'warn'), cell(numbers), amount(speech, sum)],
    })
  })
  if (rows.length === 0) return []
  const named = [columns.who, words.code, words.receipts, figures(columns.amount)]
  return [table({ section_id: 'odd-codes', heading: words.odd, columns: named, rows, empty: '' })]
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

/** Each coin box that was emptied by its meter; nothing where none was. */
export function coinBoxes(desk: Desk, speech: Speech, boxes: readonly Emptied[]): readonly Section[] {
  const { boxes: words, columns } = speech.words.pages.cash_desk
  const nameOf = staffNames(desk.library)
  const rows = boxes.map(({ reason_code, staff, counted_cents, expected_cents, less_cents }, at) => {
    const by = cents(counted_cents - expected_cents)
    const sums = [amount(speech, counted_cents), amount(speech, expected_cents)]
    const off = figure(by === 0 ? '' : speech.money(by), by < 0 ? 'warn' : 'plain')
    const typed = figure(less_cents === 0 ? '' : speech.money(less_cents), less_cents > 0 ? 'warn' : 'plain')
    const named = [cell(reasonSaid(desk, 'paid-in', reason_code)), cell(nameOf(staff))]
    return row({ row_id: `box ${at}`, cells: [...named, ...sums, off, typed] })
  })
  if (rows.length === 0) return []
  const named = [
    words.box,
    columns.who,
    ...[words.counted, words.expected, words.difference, words.typed_less].map(figures),
  ]
  return [table({ section_id: 'boxes', heading: words.heading, columns: named, rows, empty: '' })]
}
