/**
 * What is overdue, by age, and who is late longest. The figures come from a report that runs beside the desk; the page
 * draws what is there. No title stands beside a name, and whoever opens an account from here is noted as always.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { AGES, type LatePatron, type OverdueReport } from '../../../../shared/reports/overdue.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import type { Desk } from '../../desk.ts'
import { mayOwn } from '../../../library/grants.ts'
import { here } from '../../../library/here.ts'
import { reportNow, SEES_NAMES, type Report } from '../../reports/now.ts'
import { personName } from '../../../search/search-patrons.ts'
import { act, callOf, cell, figure, figures, page, row, table, text } from '../make.ts'
import type { Actor } from '../../../library/actor.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf } from '../../desk.ts'

export function overduePage(desk: Desk): PageView {
  const report = reportNow(desk.library, actorOf(desk))
  const starts = act({ key: 'R', label: report ? 'Read again' : 'Read it', call: callOf('report.start', {}) })
  const isRunning = report?.status === 'running'
  return page(desk.library, {
    ref: { place: 'overdue', about: '' },
    heading: 'Overdue',
    lead: leadOf(desk.library, report),
    sections: sectionsOf(desk.library, actorOf(desk), report),
    acts: [isRunning ? cancels(report) : starts],
    enter: report ? null : starts,
  })
}

function cancels({ report_ref }: Report): Act {
  return act({ key: 'X', label: 'Cancel', call: callOf('report.cancel', { report_ref }) })
}

function leadOf(library: Library, report: Report | null): string {
  if (report === null) return 'Every loan is read, beside the desk: go on scanning meanwhile.'
  const { branch, today } = here(library)
  if (report.status === 'done') return `As it stood ${sayMoment(report.as_of_ms, branch.zone, today)}.`
  if (report.status === 'running') return 'Go on scanning meanwhile.'
  return report.status === 'cancelled' ? 'Cancelled. R reads again.' : 'It could not be read. R tries again.'
}

function sectionsOf(library: Library, actor: Actor, report: Report | null): Section[] {
  if (report?.status === 'running')
    return [{ kind: 'progress', section_id: 'bar', heading: '', of: 'report', says: 'Reading', progress: 0 }]
  if (!report?.result) return []
  const isNamed = report.is_entered && mayOwn(library, actor, SEES_NAMES)
  return [ages(report.result), who(library, isNamed, report.result)]
}

function ages({ by_age, items_count }: OverdueReport): Section {
  return {
    kind: 'chart',
    section_id: 'ages',
    heading: `Items overdue: ${items_count.toLocaleString('en-US')}`,
    label_heading: 'Late',
    value_heading: 'Items',
    bars: AGES.map(({ label }, at) => ({ label, value: by_age[at] ?? 0 })),
  }
}

function who(library: Library, isNamed: boolean, { latest, patrons_count }: OverdueReport): Section {
  const all = patrons_count === 1 ? '1 patron' : `${patrons_count.toLocaleString('en-US')} patrons`
  const heading = `Late longest, of ${all}`
  if (!isNamed) return text('who', heading, ['Names are read by roles that may see who is late. R reads again.'])
  return table({
    section_id: 'who',
    heading,
    columns: ['Patron', figures('Items'), figures('Days late')],
    rows: latest.flatMap((one) => patronRow(library, one)),
    empty: 'Nobody is late.',
  })
}

/** Whoever is erased or gone since is not named any more. */
function patronRow(library: Library, { patron_id, items_count, late_days_count }: LatePatron) {
  const person = library.db.get(patronById, { patron_id: patron_id as PatronId })
  if (!person) return []
  const opens = act({ label: 'Open the account', call: callOf('desk.open-patron', { patron_id }) })
  const cells = [cell(personName(person)), figure(items_count), figure(late_days_count, 'warn')]
  return [row({ row_id: `patron ${patron_id}`, cells, enter: opens })]
}
