/**
 * Cards by month, category and branch: given, renewed, expired, in use. A report that runs beside the desk reads them;
 * the page draws what is there. Names nobody, and tells nothing of fewer than five people but of the whole library.
 */
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { CARD_FIGURES, type CardFigure, type CardReport } from '../../../../shared/reports/card-sums.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Library } from '../../../library/library.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { cardTables, crossRows, type CardTable } from '../../reports/card-tables.ts'
import { reportNow, type Report } from '../../reports/now.ts'
import { act, callOf, cell, field, figure, figures, goTo, page, row, table } from '../make.ts'
import { reportBar, reportLead, startsOrCancels, startsReport } from '../reports/report-frame.ts'

type ReportWords = Words['pages']['card_lists']['report']
const BY_MONTH = ['given', 'renewed', 'expired'] as const satisfies readonly CardFigure[]

export function cardReportPage(desk: Desk, about: string): PageView {
  const speech = speechOf(desk)
  const { card_lists, reports } = speech.words.pages
  const words = card_lists.report
  const report = reportNow(desk.library, actorOf(desk), 'cards')
  const starts = startsReport(reports.overdue, report, 'cards', words.run)
  return page(desk.library, {
    ref: { place: 'card-lists', about },
    heading: words.heading,
    lead: reportLead(speech, report, words),
    sections: sectionsOf(desk.library, speech, report),
    acts: [
      ...(report?.result ? takesAlong(reports.overdue, words) : []),
      startsOrCancels(reports.overdue, report, starts),
      goTo({ place: 'card-lists', about: '' }, card_lists.all, 'A'),
    ],
    enter: report ? null : starts,
  })
}

function takesAlong({ print, save, to_file }: Words['pages']['reports']['overdue'], { save_says }: ReportWords) {
  return [
    goTo({ place: 'receipt', about: 'list cards' }, print, 'P'),
    act({
      key: 'S',
      label: save,
      says: save_says,
      call: callOf('report.save-cards', {}),
      asks: [field('to_file', to_file, 'text', { is_required: true, hint: '/media/usb/cards.csv' })],
    }),
  ]
}

function sectionsOf(library: Library, speech: Speech, report: Report<'cards'> | null): readonly Section[] {
  const bar = reportBar(speech.words.pages.reports.overdue, report)
  if (bar) return [bar]
  if (!report?.result) return []
  return [
    months(speech, report.result),
    ...cardTables(library, speech, report.result).map((one) => groupsTable(speech.words.pages.card_lists.report, one)),
    crossTable(library, speech, report.result),
  ]
}

function months(speech: Speech, { months: all }: CardReport): Section {
  const words = speech.words.pages.card_lists.report
  const total = (of: (typeof BY_MONTH)[number]): number => all.reduce((sum, month) => sum + month[of], 0)
  return {
    kind: 'chart',
    section_id: 'months',
    heading: words.by_month,
    says: words.says(total('given'), total('renewed'), total('expired')),
    shape: 'columns',
    label_heading: words.month,
    series: BY_MONTH.map((of) => words.figures[of]),
    unit: 'count',
    bars: all.map((month) => ({
      label: speech.month(localDate(`${month.month}-01`)),
      values: BY_MONTH.map((of) => month[of]),
      mark: 'plain',
    })),
  }
}

function crossTable(library: Library, speech: Speech, report: CardReport): Section {
  const words = speech.words.pages.card_lists.report
  const { heading, rows } = crossRows(library, speech, report)
  return table({
    section_id: 'cross',
    heading,
    columns: [words.line, ...CARD_FIGURES.map((of) => figures(words.figures[of]))],
    rows: rows.map(({ name, figures: all }) =>
      row({ row_id: `cross ${name}`, cells: [cell(name), ...all.map((one) => figure(one))] }),
    ),
    empty: words.none,
  })
}

function groupsTable(words: ReportWords, { by, lines }: CardTable): Section {
  const said = words.groups[by]
  return table({
    section_id: by,
    heading: said.heading,
    columns: [said.column, ...CARD_FIGURES.map((of) => figures(words.figures[of]))],
    rows: lines.map(({ code, name, figures: of }) =>
      row({
        row_id: `${by} ${code ?? ''}`,
        cells: [cell(name, code === null ? 'quiet' : 'plain'), ...CARD_FIGURES.map((one) => figure(of[one]))],
      }),
    ),
    empty: words.none,
  })
}
