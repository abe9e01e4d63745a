/**
 * Taking the library's data in, after the desk is set up: which folder, how far it is, what was left out and why, and
 * what is odd in the rules of a folder before it is taken. Builds nothing for whoever is no manager.
 */
import { basename } from 'node:path'
import type { Act, PageView, Section } from '../../../shared/desk/page.ts'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import { newestReport } from '../../import/report.ts'
import { importFolderOf, importOf, reportsFolder } from '../import-state.ts'
import type { Desk } from '../context.ts'
import { act, callOf, cell, facts, field, figure, figures, page, row, table, text } from './make.ts'

const FINDINGS_SHOWN_MAX = 20

export function dataInPage(desk: Desk): PageView | null {
  if (desk.session.staff?.role !== 'manager') return null
  const status = importOf(desk)
  return page(desk, {
    ref: { place: 'data-in', about: '' },
    heading: 'Take in the library’s data',
    lead: 'CSV or MARC files in a folder. What this desk has changed since stays as it is.',
    sections: [
      ...(status.running ? [{ kind: 'import-bar', section_id: 'bar', heading: '' } as const] : []),
      ...stood(desk, status),
    ],
    acts: status.running ? [] : [...acceptActs(desk, status), takeInAct(desk)],
    enter: status.running ? null : takeInAct(desk),
  })
}

function takeInAct(desk: Desk): Act {
  const asked = field('folder', 'Folder with the library’s files', 'text', {
    value: importFolderOf(desk),
    is_required: true,
    hint: '/media/stick/library-export',
  })
  return act({
    key: 'T',
    label: 'Take a folder in',
    call: callOf('import.start', { accept_findings: [] }),
    asks: [asked],
  })
}

/** Where everything is odd and nothing wrong, a person may say that it is meant. */
function acceptActs(desk: Desk, { findings }: ImportStatus): readonly Act[] {
  if (findings.length === 0 || findings.some((one) => one.kind === 'stops')) return []
  const folder = importFolderOf(desk)
  const accept_findings = findings.map((one) => one.name)
  const says = `${folder} is taken in with what is listed as odd below. It holds for what is lent from then on.`
  const call = callOf('import.start', { folder, accept_findings })
  return [act({ key: 'Y', label: 'It is meant: take it in', call, says, is_grave: true })]
}

function stood(desk: Desk, status: ImportStatus): readonly Section[] {
  if (status.findings.length > 0) return [findingsOf(status), reportFacts(status.report_file)]
  if (status.files.length === 0) return status.running ? [] : [reportFacts(newestReport(reportsFolder(desk)))]
  return [reportFacts(status.report_file), filesOf(status), leftOut(status)]
}

function findingsOf({ findings }: ImportStatus): Section {
  const shown = findings.slice(0, FINDINGS_SHOWN_MAX)
  const more = findings.length - shown.length
  return text('findings', 'Nothing was taken in yet: look at the rules in this folder first', [
    ...shown.map(({ kind, says }) => `${kind === 'stops' ? 'Wrong' : 'Odd'}: ${says}`),
    ...(more > 0 ? [`${more} more; the report lists all.`] : []),
    ...(findings.some((one) => one.kind === 'stops') ? ['What is wrong must be corrected in the files.'] : []),
  ])
}

function reportFacts(report_file: string): Section {
  return facts('report', '', [['The last report, for your eyes only', report_file || 'Nothing was taken in yet']])
}

function filesOf({ files }: ImportStatus): Section {
  return table({
    section_id: 'files',
    heading: 'Files',
    columns: ['File', figures('Taken in'), figures('Left out'), 'What became of it'],
    rows: files.map((file, at) =>
      row({
        row_id: `file ${at}`,
        cells: [
          cell(basename(file.file)),
          figure(file.taken_count),
          figure(file.rejected_count, file.rejected_count > 0 ? 'warn' : 'plain'),
          cell(file.message, file.state === 'refused' ? 'stop' : 'quiet'),
        ],
      }),
    ),
    empty: 'No files.',
  })
}

function leftOut({ report }: ImportStatus): Section {
  return table({
    section_id: 'left-out',
    heading: 'What was left out or changed; the report has the values, and what does not fit here',
    columns: ['File', figures('Line'), 'Column', 'Why', 'What became of it'],
    rows: report.map(({ file, line, column, reason, outcome }, at) =>
      row({
        row_id: `line ${at}`,
        cells: [cell(file), figure(line), cell(column), cell(reason), cell(outcome, 'quiet')],
      }),
    ),
    empty: 'Nothing was left out or changed.',
  })
}
