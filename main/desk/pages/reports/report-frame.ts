/** What the pages of all reports have alike: how far a report is, how it is begun or ended, and the bar meanwhile. */
import type { Act, Section } from '../../../../shared/desk/page.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Report, ReportOf } from '../../reports/now.ts'
import { act, callOf } from '../make.ts'

type ReportWords = Words['pages']['reports']['overdue']
type Any = Report<ReportOf>

/** @param own what this report is for, before it is run, and after its moment once it is done; may be empty */
export function reportLead({ words, moment }: Speech, report: Any | null, own: { lead: string; done: string }): string {
  const { done, running, canceled, failed } = words.pages.reports.overdue
  if (report === null) return own.lead
  if (report.status === 'done') return [done(moment(report.as_of_ms)), own.done].filter((one) => one !== '').join(' ')
  if (report.status === 'running') return running
  return report.status === 'canceled' ? canceled : failed
}

/** Starts it, or starts it again. @param run what it is called the first time */
export function startsReport(words: ReportWords, report: Any | null, of: ReportOf, run: string): Act {
  return act({ key: 'R', label: report ? words.run_again : run, call: callOf('report.start', { of }) })
}

/** Ends it while it runs; else starts it. */
export function startsOrCancels({ cancel }: ReportWords, report: Any | null, starts: Act): Act {
  if (report?.status !== 'running') return starts
  return act({ key: 'X', label: cancel, call: callOf('report.cancel', { report_ref: report.report_ref }) })
}

/** Null: it is not running. */
export function reportBar({ reading }: ReportWords, report: Any | null): Section | null {
  if (report?.status !== 'running') return null
  return { kind: 'progress', section_id: 'bar', heading: '', of: 'report', says: reading, progress: 0 }
}
