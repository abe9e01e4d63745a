/**
 * The manager's page about cash: what a period was over and short, what came in, what each clerk did beside the others,
 * what is not banked, and what somebody still has to look at. Names staff and no patron; who may open it is in
 * shared/desk/page-grants.ts. A period is read when it is asked for (`cash.look`), and the page draws what was read.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { addDays } from '../../../../shared/kernel/time.ts'
import type { CashExceptions } from '../../../../shared/reports/cash-exceptions.ts'
import type { SessionLevels } from '../../../../shared/reports/drawer-level.ts'
import type { Takings } from '../../../../shared/reports/cash-takings.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { here } from '../../../library/here.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { fundName } from '../fund-name.ts'
import { throughDay } from '../drawer-through-day.ts'
import { surprisesWaiting } from '../surprises-due.ts'
import { lookedAt, type Shown } from '../../money/evidence/looked.ts'
import { drawersPastDay } from '../drawers-past-day.ts'
import { placesTable } from '../drawer/places.ts'
import { closesTable } from '../closes-to-review.ts'
import { cardsByClerk, coinBoxes, oddCodes, sharesByClerk, sharesByMonth } from './cash-shares.ts'
import { act, amount, callOf, cell, field, figure, figures, page, row, table, text } from '../make.ts'

const DAYS_SHOWN = 30

export function cashDeskPage(desk: Desk, about: string): PageView | null {
  if (about !== '') return null
  const speech = speechOf(desk)
  const words = speech.words.pages.cash_desk
  const looked = lookedAt(desk)
  const { today } = here(desk.library)
  const days = looked ?? { from_on: addDays(today, 1 - DAYS_SHOWN), to_on: today }
  const lead = looked ? words.of(speech.date(looked.from_on), speech.date(looked.to_on)) : words.lead
  return page(desk.library, {
    ref: { place: 'cash-desk', about: '' },
    heading: words.heading,
    lead,
    sections: [
      ...surprisesWaiting(desk),
      ...(looked ? sectionsOf(desk, speech, looked) : []),
      placesTable(desk, speech.words.pages.places.heading),
      closesTable(desk),
    ],
    acts: actsOf(speech, days),
  })
}

function actsOf({ words }: Speech, { from_on, to_on }: { readonly from_on: string; readonly to_on: string }): Act[] {
  const said = words.pages.cash_desk
  const days = [
    field('from_on', said.from, 'date', { value: from_on, is_required: true }),
    field('to_on', said.to, 'date', { value: to_on, is_required: true, is_beside: true }),
  ] as const
  const file = field('to_file', said.to_file, 'text', { is_required: true, hint: said.to_file_hint })
  return [
    act({ key: 'D', label: said.look, call: callOf('cash.look', {}), asks: days }),
    act({ key: 'S', label: said.save, call: callOf('cash.export', {}), asks: [file, ...days], says: said.save_says }),
  ]
}

function sectionsOf(
  desk: Desk,
  speech: Speech,
  { exceptions, takings, shares, cards, boxes, levels }: Shown,
): readonly Section[] {
  return [
    ...offByDay(speech, takings),
    ...byHour(speech, takings),
    ...byFund(desk, speech, takings),
    ...levels.map((one) => through(desk, speech, one)),
    clerks(desk, speech, exceptions),
    letOffBy(desk, speech, exceptions),
    sharesByMonth(desk, speech, shares),
    sharesByClerk(speech, shares, staffNames(desk.library)),
    cardsByClerk(speech, cards, staffNames(desk.library)),
    ...oddCodes(desk, speech, cards),
    ...coinBoxes(desk, speech, boxes),
    ...drawersPastDay(desk),
    bags(speech, exceptions),
    drawers(desk, speech, exceptions),
  ]
}

function through({ library }: Desk, speech: Speech, one: SessionLevels): Section {
  const { of_drawer } = speech.words.pages.cash_desk.through
  const called = drawerCalled(library, speech.words, one.drawer_code)
  return throughDay(speech, one, {
    section_id: `through ${one.drawer_code}`,
    heading: of_drawer(called, speech.date(one.business_on)),
    zone: here(library).branch.zone,
    to: one.to,
  })
}

function offByDay(speech: Speech, { by_day }: Takings): readonly Section[] {
  const words = speech.words.pages.cash_desk
  if (by_day.length === 0) return [text('off', words.off, [words.nothing])]
  const sum = (of: 'over_cents' | 'short_cents'): string =>
    speech.money(cents(by_day.reduce((total, one) => total + one[of], 0)))
  return [
    {
      kind: 'chart',
      section_id: 'off',
      heading: words.off,
      says: words.off_says(sum('over_cents'), sum('short_cents')),
      shape: 'bars',
      label_heading: words.day,
      series: [words.over, words.short],
      unit: 'cents',
      bars: by_day.map(({ on, over_cents, short_cents }) => {
        return { label: speech.date(on), values: [over_cents, short_cents], mark: 'plain' as const }
      }),
    },
  ]
}

function byHour(speech: Speech, { by_hour }: Takings): readonly Section[] {
  const words = speech.words.pages.cash_desk
  if (by_hour.length === 0) return []
  const bars = by_hour.map((one) => ({ label: speech.hourOfDay(one.hour), amount_cents: one.amount_cents }))
  return [takingsChart(speech, { section_id: 'hours', heading: words.hours, label_heading: words.hour, bars })]
}

function byFund(desk: Desk, speech: Speech, { by_fund }: Takings): readonly Section[] {
  const words = speech.words.pages.cash_desk
  if (by_fund.length === 0) return []
  const bars = by_fund.map((one) => ({ label: fundName(desk, one.fund), amount_cents: one.amount_cents }))
  return [takingsChart(speech, { section_id: 'funds', heading: words.funds, label_heading: words.fund, bars })]
}

type TakingsDraft = {
  readonly section_id: string
  readonly heading: string
  readonly label_heading: string
  readonly bars: readonly { readonly label: string; readonly amount_cents: number }[]
}

function takingsChart(speech: Speech, { bars, ...drawn }: TakingsDraft): Section {
  const { taken } = speech.words.pages.cash_desk
  const sum = speech.money(cents(bars.reduce((total, one) => total + one.amount_cents, 0)))
  return {
    kind: 'chart',
    ...drawn,
    says: `${taken} ${sum}`,
    shape: 'bars',
    series: [taken],
    unit: 'cents',
    bars: bars.map(({ label, amount_cents }) => ({ label, values: [amount_cents], mark: 'plain' })),
  }
}

function clerks({ library }: Desk, speech: Speech, { clerks: all, median }: CashExceptions): Section {
  const words = speech.words.pages.cash_desk
  const { columns } = words
  const nameOf = staffNames(library)
  const money = (value: number): string => speech.money(cents(value))
  const cellsOf = (one: typeof median) => [
    figure(one.no_sales_count),
    figure(one.voids_count),
    figure(one.refunds_count),
    figure(words.let_off(one.let_off_count, money(one.let_off_cents))),
    figure(money(one.in_kind_cents)),
    figure(money(one.over_cents)),
    figure(money(one.short_cents)),
    figure(money(one.dropped_alone_cents)),
  ]
  const rows = all.map((one) =>
    row({
      row_id: `clerk ${one.staff}`,
      cells: [
        cell(nameOf(one.staff)),
        ...cellsOf(one),
        figure(one.flagged_count, one.flagged_count > 0 ? 'warn' : 'plain'),
      ],
    }),
  )
  const middle = row({ row_id: 'median', cells: [cell(words.median, 'quiet'), ...cellsOf(median), cell('')] })
  const { who, no_sales, voids, refunds, let_off, in_kind, flagged } = columns
  const off = [words.over, words.short, columns.dropped_alone]
  const sums = [no_sales, voids, refunds, let_off, in_kind, ...off, flagged].map(figures)
  return table({
    section_id: 'clerks',
    heading: words.clerks,
    columns: [who, ...sums],
    rows: all.length === 0 ? [] : [...rows, middle],
    empty: words.nothing,
  })
}

/** What was let off, by whom and on whose approval. */
function letOffBy({ library }: Desk, speech: Speech, { let_off }: CashExceptions): Section {
  const { columns, let_off_by: words, let_off: said } = speech.words.pages.cash_desk
  const nameOf = staffNames(library)
  return table({
    section_id: 'let-off',
    heading: words.heading,
    columns: [columns.who, columns.kind, columns.approved_by, figures(columns.let_off)],
    rows: let_off.map((one) =>
      row({
        row_id: `let-off ${one.code} ${one.staff} ${one.approved_by}`,
        cells: [
          cell(nameOf(one.staff)),
          cell(words[one.code]),
          cell(one.approved_by === '' ? words.own : nameOf(one.approved_by), 'quiet'),
          figure(said(one.count, speech.money(one.amount_cents))),
        ],
      }),
    ),
    empty: words.nothing,
  })
}

function bags(speech: Speech, { open_bags }: CashExceptions): Section {
  const words = speech.words.pages.cash_desk
  const { columns } = words
  return table({
    section_id: 'bags',
    heading: words.bags,
    columns: [columns.z, columns.bag, figures(columns.amount), figures(columns.days)],
    rows: open_bags.map((one) =>
      row({
        row_id: `bag ${one.bag_ref}`,
        cells: [
          cell(one.full_z_number),
          cell(one.bag_number ?? words.cards.batch),
          amount(speech, one.amount_cents),
          figure(one.days_count),
        ],
      }),
    ),
    empty: words.no_bags,
  })
}

function drawers({ library }: Desk, speech: Speech, { drawers: all }: CashExceptions): Section {
  const words = speech.words.pages.cash_desk
  const { columns } = words
  const sums = [words.over, words.short, words.surprise.drawn, columns.by_key, columns.surprise]
  return table({
    section_id: 'drawers',
    heading: words.drawers,
    columns: [columns.drawer, ...sums.map(figures)],
    rows: all.map((one) =>
      row({
        row_id: one.drawer_code,
        cells: [
          cell(drawerCalled(library, speech.words, one.drawer_code)),
          amount(speech, one.over_cents),
          amount(speech, one.short_cents),
          figure(words.surprise.made(one.drawn_made_count, one.drawn_count)),
          figure(one.key_openings_count, one.key_openings_count > 0 ? 'warn' : 'plain'),
          one.surprise_days_count === null ? cell(words.never, 'warn') : figure(one.surprise_days_count),
        ],
      }),
    ),
    empty: words.nothing,
  })
}
