/**
 * What is overdue, by age, and who is late longest. The figures come from a report that runs beside the desk; the page
 * draws what is there. No title stands beside a name, and whoever opens an account from here is noted as always.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { AGES, type LatePatron, type OverdueReport } from '../../../../shared/reports/overdue-sums.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import type { Desk } from '../../desk.ts'
import { mayOwn } from '../../../library/grants.ts'
import { reportNow, SEES_NAMES, type Report } from '../../reports/now.ts'
import { personName } from '../../../search/search-patrons.ts'
import { act, callOf, cell, figure, figures, page, row, table, text } from '../make.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf } from '../../desk.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { speechOf } from '../../clerk-language.ts'

type OverdueWords = Words['pages']['reports']['overdue']

export function overduePage(desk: Desk): PageView {
  const report = reportNow(desk.library, actorOf(desk))
  const speech = speechOf(desk)
  const words = speech.words.pages.reports.overdue
  const starts = act({ key: 'R', label: report ? words.run_again : words.run, call: callOf('report.start', {}) })
  const isRunning = report?.status === 'running'
  return page(desk.library, {
    ref: { place: 'overdue', about: '' },
    heading: words.heading,
    lead: leadOf(speech, report),
    sections: sectionsOf(desk, words, report),
    acts: [isRunning ? cancels(words, report) : starts],
    enter: report ? null : starts,
  })
}

function cancels({ cancel }: OverdueWords, { report_ref }: Report): Act {
  return act({ key: 'X', label: cancel, call: callOf('report.cancel', { report_ref }) })
}

function leadOf({ words, moment }: Speech, report: Report | null): string {
  const { lead, done, running, canceled, failed } = words.pages.reports.overdue
  if (report === null) return lead
  if (report.status === 'done') return done(moment(report.as_of_ms))
  if (report.status === 'running') return running
  return report.status === 'canceled' ? canceled : failed
}

function sectionsOf(desk: Desk, words: OverdueWords, report: Report | null): Section[] {
  if (report?.status === 'running')
    return [{ kind: 'progress', section_id: 'bar', heading: '', of: 'report', says: words.reading, progress: 0 }]
  if (!report?.result) return []
  const isNamed = report.is_entered && mayOwn(desk.library, actorOf(desk), SEES_NAMES)
  return [
    ages(words, report.result),
    ...branches(desk.library, words, report.result),
    who(desk.library, words, isNamed, report.result),
  ]
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
function branches(library: Library, words: OverdueWords, { by_branch }: OverdueReport): readonly Section[] {
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
    rows: latest.flatMap((one) => patronRow(library, words, one)),
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
