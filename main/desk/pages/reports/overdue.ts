/**
 * What is overdue, by age, and who is late longest. The figures come from a report that runs beside the desk; the page
 * draws what is there. No title stands beside a name, and whoever opens an account from here is noted as always.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { lateFilterOf, lateFilterText } from '../../../../shared/reports/late-filter.ts'
import {
  AGES,
  LATEST_MAX,
  type Age,
  type LateFilter,
  type LatePatron,
  type OverdueReport,
} from '../../../../shared/reports/overdue-sums.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import type { Desk } from '../../desk.ts'
import { may } from '../../../library/grants.ts'
import { filterWords } from '../../reports/late-list.ts'
import { isNaming, lateOf, reportNow, type Report } from '../../reports/now.ts'
import { personName } from '../../../search/search-patrons.ts'
import { act, callOf, cell, field, figure, figures, goTo, page, row, table, text, type CallOf } from '../make.ts'
import { reportBar, reportLead, startsOrCancels, startsReport } from './report-frame.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf } from '../../desk.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { speechOf } from '../../clerk-language.ts'

type OverdueWords = Words['pages']['reports']['overdue']

/** @param about which of them: see late-filter.ts */
export function overduePage(desk: Desk, about: string): PageView {
  const report = reportNow(desk.library, actorOf(desk), 'overdue')
  const speech = speechOf(desk)
  const words = speech.words.pages.reports.overdue
  const filter = lateFilterOf(about)
  const starts = startsReport(words, report, 'overdue', words.run)
  const only = report?.result ? filterWords(desk.library, speech, filter) : ''
  return page(desk.library, {
    ref: { place: 'overdue', about: lateFilterText(filter) },
    heading: words.heading,
    lead: [reportLead(speech, report, { lead: words.lead, done: '' }), only === '' ? '' : words.only(only)]
      .filter((one) => one !== '')
      .join(' '),
    sections: sectionsOf(desk, words, report, filter),
    acts: [...(report?.result ? listActs(desk, words, report, filter) : []), startsOrCancels(words, report, starts)],
    enter: report ? null : starts,
  })
}

function listActs(desk: Desk, words: OverdueWords, report: Report, filter: LateFilter): readonly Act[] {
  const { library } = desk
  const about = lateFilterText(filter)
  const isSaved = isNaming(library, actorOf(desk), report) && may(library, actorOf(desk), 'export-late-patrons')
  return [
    filterAct(library, words, filter),
    ...(about === '' ? [] : [act({ key: 'A', label: words.show_all, call: shows('', '') })]),
    goTo({ place: 'receipt', about: `list late ${about}`.trim() }, words.print, 'P'),
    ...(isSaved ? [saveAct(words, filter)] : []),
  ]
}

function shows(age: Age | '', branch_code: string): CallOf<'report.filter'> {
  return callOf('report.filter', { age, branch_code })
}

function filterAct(library: Library, words: OverdueWords, { age, branch_code }: LateFilter): Act {
  const every = { value: '', label: words.every }
  const branches = library.branches().map((one) => ({ value: one.branch_code, label: one.name }))
  return act({
    key: 'F',
    label: words.filter,
    call: callOf('report.filter', {}),
    asks: [
      field('age', words.age, 'choice', {
        value: age ?? '',
        options: [every, ...AGES.map((one) => ({ value: one.age, label: words.ages[one.age] }))],
      }),
      field('branch_code', words.columns.branch, 'choice', { value: branch_code ?? '', options: [every, ...branches] }),
    ],
    preview: callOf('report.filter-preview', { age: null, branch_code: null }),
  })
}

function saveAct(words: OverdueWords, { age, branch_code }: LateFilter): Act {
  return act({
    key: 'S',
    label: words.save,
    says: words.save_says,
    is_grave: true,
    call: callOf('report.save', { age: age ?? '', branch_code: branch_code ?? '' }),
    asks: [field('to_file', words.to_file, 'text', { is_required: true, hint: '/media/usb/late.csv' })],
  })
}

function sectionsOf(desk: Desk, words: OverdueWords, report: Report | null, filter: LateFilter): Section[] {
  const bar = reportBar(words, report)
  if (bar) return [bar]
  if (!report?.result) return []
  const isNamed = isNaming(desk.library, actorOf(desk), report)
  const late = lateOf(report.result, filter)
  return [ages(words, late), ...branches(desk.library, words, late, filter), who(desk.library, words, isNamed, late)]
}

function ages(words: OverdueWords, { by_age, items_count }: OverdueReport): Section {
  return {
    kind: 'chart',
    section_id: 'ages',
    heading: words.items(items_count),
    says: '',
    shape: 'bars',
    label_heading: words.age,
    series: [words.count],
    unit: 'count',
    bars: AGES.map(({ age }, at) => ({ label: words.ages[age], values: [by_age[at] ?? 0], mark: 'plain' })),
  }
}

/** Where they were lent; nothing where there is one branch. */
function branches(
  library: Library,
  words: OverdueWords,
  { by_branch }: OverdueReport,
  { age }: LateFilter,
): readonly Section[] {
  if (by_branch.length < 2) return []
  const { columns } = words
  return [
    table({
      section_id: 'branches',
      heading: words.by_branch,
      columns: [columns.branch, figures(columns.items), figures(columns.patrons)],
      rows: by_branch.map(({ branch_code, items_count, patrons_count }) =>
        row({
          row_id: `branch ${branch_code}`,
          cells: [cell(library.branch(branch_code)?.name ?? branch_code), figure(items_count), figure(patrons_count)],
          enter: act({ label: words.show_branch, call: shows(age ?? '', branch_code) }),
        }),
      ),
      empty: '',
    }),
  ]
}

function who(
  library: Library,
  words: OverdueWords,
  isNamed: boolean,
  { latest, patrons_count }: OverdueReport,
): Section {
  const { columns } = words
  const heading = words.longest(patrons_count)
  if (!isNamed) return text('who', heading, [words.names_closed])
  return table({
    section_id: 'who',
    heading,
    columns: [columns.patron, figures(columns.items), figures(columns.days_late)],
    rows: latest.slice(0, LATEST_MAX).flatMap((one) => patronRow(library, words, one)),
    empty: words.empty,
  })
}

/** Whoever is erased or gone since is not named any more. */
function patronRow(library: Library, words: OverdueWords, { patron_id, items_count, late_days_count }: LatePatron) {
  const person = library.db.get(patronById, { patron_id: patron_id as PatronId })
  if (!person) return []
  const opens = act({ label: words.open, call: callOf('desk.open-patron', { patron_id }) })
  const cells = [cell(personName(person)), figure(items_count), figure(late_days_count, 'warn')]
  return [row({ row_id: `patron ${patron_id}`, cells, enter: opens })]
}
