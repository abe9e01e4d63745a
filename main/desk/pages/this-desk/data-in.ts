/**
 * Taking the library's data in, after the desk is set up: which folder, how far it is, what was left out and why, and
 * what is odd in the rules of a folder before it is taken. Who may open it is in shared/desk/page-grants.ts.
 */
import { basename } from 'node:path'
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import type { ImportStatus } from '../../../../shared/ipc/contract.ts'
import { findingLead } from '../../../../shared/circulation/policy-check/findings.ts'
import { codeInName } from '../../../../shared/policy/form-rows.ts'
import { newestReport } from '../../../data-in/report.ts'
import { importOf, importWanted, isAsking, reportsFolder } from '../../data-in/import-state.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, callOf, cell, facts, field, figure, figures, page, row, table, text } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const FINDINGS_SHOWN_MAX = 20
const NOTHING_YET = 'Nothing was taken in yet'

export function dataInPage(desk: Desk): PageView | null {
  const status = importOf(desk.library)
  return page(desk.library, {
    ref: { place: 'data-in', about: '' },
    heading: 'Take in the library’s data',
    lead: 'CSV or MARC files in a folder. What this desk has changed since stays as it is.',
    sections: [...(status.running ? [importBar(status)] : []), ...stood(desk, status)],
    acts: status.running
      ? []
      : [
          ...goOnActs(desk.library, status),
          takeInAct(desk.library),
          ...numberActs(desk.library, status),
          ...backActs(desk.library, status),
        ],
    enter: status.running ? null : takeInAct(desk.library),
  })
}

function importBar({ progress }: ImportStatus): Section {
  const says = 'Looking at the folder'
  return { kind: 'progress', section_id: 'bar', heading: '', of: 'import', says, progress }
}

function takeInAct(library: Library): Act {
  const asked = field('folder', 'Folder with the library’s files', 'text', {
    value: importWanted(library).folder,
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

/**
 * Where everything is odd and nothing wrong, a person may say that it is meant, and of each rule that was changed here
 * which of the two holds. What was answered before is answered again with it.
 */
function goOnActs(library: Library, status: ImportStatus): readonly Act[] {
  const { findings, changed_rules } = status
  if (!isAsking(status) || findings.some((one) => one.kind === 'stops')) return []
  const { folder, accepted, answers, take_back } = importWanted(library)
  const accept_findings = [...accepted, ...findings.map((one) => one.name)]
  const keep_rules = [...answers.keep, ...changed_rules.map((one) => one.name)]
  const take_rules = Object.fromEntries(answers.take.map((name) => [codeInName(name), true]))
  const call = callOf('import.start', { folder, accept_findings, keep_rules, take_rules, take_back: [...take_back] })
  const odd = findings.length === 0 ? '' : 'What is listed below goes in with it. '
  if (changed_rules.length === 0) {
    const says = `${folder} is taken in with what is listed below. Rules hold for what is lent from then on.`
    return [act({ key: 'Y', label: 'It is meant: take it in', call, says, is_grave: true })]
  }
  const asks = changed_rules.map(({ name, says }) =>
    field(`take_rules.${codeInName(name)}`, `Take the folder’s: ${says}`, 'tick'),
  )
  const says = `${folder} is taken in. ${odd}A rule without a tick stays as it was changed here.`
  return [act({ key: 'Y', label: 'Take it in, and keep ours', call, says, asks, is_grave: true })]
}

/** Records without a number take it from a place that a person chooses among those that would serve. */
function numberActs(library: Library, { number_offers }: ImportStatus): readonly Act[] {
  const [best] = number_offers
  if (best === undefined) return []
  const { folder, accepted } = importWanted(library)
  const options = number_offers.map(({ place, says, records_count }) => {
    return { value: place, label: `${says}: ${records_count}` }
  })
  const place = field('number_from', 'Their number is in', 'choice', { value: best.place, is_required: true, options })
  const says = `${folder} is taken in again, and the records in it that have no number with it. It is remembered.`
  const call = callOf('import.start', { folder, accept_findings: [...accepted] })
  return [act({ key: 'N', label: 'Number the records that have none', call, asks: [place], says })]
}

/** Whoever was erased comes back only if they ask for it: by their number, which nobody here knows any more. */
function backActs(library: Library, { erased_count }: ImportStatus): readonly Act[] {
  if (erased_count === 0) return []
  const { folder } = importWanted(library)
  const number = field('take_back', 'Their number in the library’s data', 'text', { is_required: true })
  const says = `${folder} is taken in again, and this one patron with it. Only if they ask for it themselves.`
  const call = callOf('import.start', { folder, accept_findings: [] })
  return [act({ key: 'E', label: 'Take an erased patron in again', call, asks: [number], says, is_grave: true })]
}

function stood(desk: Desk, status: ImportStatus): readonly Section[] {
  const { library } = desk
  if (isAsking(status)) return [...asked(desk, status), reportFacts(status.report_file)]
  if (status.files.length === 0) return status.running ? [] : [reportFacts(newestReport(reportsFolder(library)))]
  return [
    ...numberlessSaid(status),
    ...erasedSaid(status),
    reportFacts(status.report_file),
    filesOf(status),
    leftOut(status),
  ]
}

function asked(desk: Desk, { findings, changed_rules }: ImportStatus): readonly Section[] {
  const { leads } = speechOf(desk).words.policy
  // Whoever would work here is told whole: nobody hides behind the twentieth.
  const staff_count = findings.filter((one) => findingLead(one) === 'staff').length
  const shown = findings.slice(0, staff_count + FINDINGS_SHOWN_MAX)
  const more = findings.length - shown.length
  const odd = [
    ...shown.map((one) => `${leads[findingLead(one)]}: ${one.says}`),
    ...(more > 0 ? [`${more} more; the report lists all.`] : []),
    ...(findings.some((one) => findingLead(one) === 'stops') ? ['What is wrong must be corrected in the files.'] : []),
  ]
  const changed = changed_rules.map((one) => one.says)
  return [
    ...(odd.length === 0 ? [] : [text('findings', `${NOTHING_YET}: look at what this folder changes first`, odd)]),
    ...(changed.length === 0
      ? []
      : [text('changed', `${NOTHING_YET}: these were changed at this desk, and the folder says otherwise`, changed)]),
  ]
}

function numberlessSaid({ numberless_count: count, number_offers }: ImportStatus): readonly Section[] {
  if (count === 0) return []
  const heading =
    count === 1
      ? '1 MARC record has no number, and was left out'
      : `${count} MARC records have no number, and were left out`
  const lines = number_offers.map((one) => `${one.records_count} of ${count} have one of their own in ${one.says}.`)
  const none = 'No field of theirs would serve. Give them a 001 at the source; the report has their titles.'
  return [text('numberless', heading, lines.length === 0 ? [none] : lines)]
}

function erasedSaid({ erased_count: count }: ImportStatus): readonly Section[] {
  if (count === 0) return []
  const who = count === 1 ? '1 patron of this folder was' : `${count} patrons of this folder were`
  return [text('erased', '', [`${who} erased here at their own wish, and left out. The report says in which lines.`])]
}

function reportFacts(report_file: string): Section {
  return facts('report', '', [['The last report, for your eyes only', report_file || NOTHING_YET]])
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
