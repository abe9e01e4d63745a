/**
 * Taking the library's data in, after the desk is set up: which folder, how far it is, what was left out and why, and
 * what is odd in the rules of a folder before it is taken. Who may open it is in shared/desk/page-grants.ts.
 */
import { basename } from 'node:path'
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import type { ImportStatus } from '../../../../shared/ipc/contract.ts'
import { findingLead } from '../../../../shared/circulation/policy-check/findings.ts'
import { AUTHORITY_COLUMNS } from '../../../../shared/import/mapping/authority.ts'
import { PATRON_FORMS } from '../../../../shared/import/files-out/patron-forms.ts'
import { MAPPING_NAMES } from '../../../../shared/import/mapping/patron-mapping.ts'
import { sentences } from '../../../../shared/desk/words/words.ts'
import { codeInName } from '../../../../shared/policy/form-rows.ts'
import { authorityOf } from '../../../data-in/remembered.ts'
import { newestReport } from '../../../data-in/report.ts'
import { importOf, importWanted, isAsking, reportsFolder } from '../../data-in/import-state.ts'
import { isExporting, lossesOut } from '../../data-in/export-state.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { act, callOf, cell, facts, field, figure, figures, ownPinField, page, row, table, text } from '../make.ts'
import { mayOwn } from '../../../library/grants.ts'
import type { Library } from '../../../library/library.ts'
import { lossesOutSaid, lossesSaid } from './losses-said.ts'
import { openingSums } from './opening-sums.ts'

const FINDINGS_SHOWN_MAX = 20

type OwnPin = ReturnType<typeof ownPinField>
type DataWords = Words['pages']['this_desk']['data_in']

export function dataInPage(desk: Desk): PageView | null {
  const speech = speechOf(desk)
  const words = speech.words.pages.this_desk.data_in
  const pin = ownPinField(speech)
  const status = importOf(desk.library)
  return page(desk.library, {
    ref: { place: 'data-in', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      ...(isExporting(desk.library) ? [exportBar(speech)] : []),
      ...(status.running ? [importBar(words, status)] : []),
      ...(isExporting(desk.library) ? [] : lossesOutSaid(speech, lossesOut(desk.library))),
      ...stood(desk, words, status),
    ],
    acts: status.running
      ? []
      : [
          ...goOnActs(desk.library, words, pin, status),
          takeInAct(desk.library, words, pin),
          previewAct(desk.library, words, pin),
          ...numberActs(desk.library, words, pin, status),
          ...backActs(desk.library, words, pin, status),
          ...winActs(desk.library, words, pin, status),
          ...exportActs(desk, pin),
        ],
    enter: status.running ? null : takeInAct(desk.library, words, pin),
  })
}

function importBar({ looking: says }: DataWords, { progress }: ImportStatus): Section {
  return { kind: 'progress', section_id: 'bar', heading: '', of: 'import', says, progress }
}

function exportBar({ words }: Speech): Section {
  const { heading, beginning: says } = words.pages.this_desk.data_out
  return { kind: 'progress', section_id: 'export', heading, of: 'export', says, progress: 0 }
}

/** Only in one's own role: what it makes outlives the page. */
function exportActs(desk: Desk, pin: OwnPin): readonly Act[] {
  if (isExporting(desk.library) || !mayOwn(desk.library, actorOf(desk), 'export-all-patrons')) return []
  const words = speechOf(desk).words.pages.this_desk.data_out
  const options = PATRON_FORMS.map((value) => ({ value, label: words.forms[value] }))
  const asks = [
    field('to_folder', words.into_folder, 'text', { is_required: true, hint: words.into_folder_hint }),
    field('form', words.form, 'choice', { value: 'datestamp', is_required: true, options }),
    field('mapping_from', words.mapping_from, 'folder', { hint: words.mapping_from_hint }),
    pin,
  ]
  const call = callOf('patrons.export', {})
  return [act({ key: 'X', label: words.export, call, asks, says: words.export_says, is_grave: true })]
}

type FolderField = ReturnType<typeof field<'folder' | 'mapping'>>

/** Which folder, and whose form its files have. */
function folderFields(library: Library, words: DataWords): readonly FolderField[] {
  const { folder, mapping } = importWanted(library)
  const hint = '/media/stick/library-export'
  const options = (['', ...MAPPING_NAMES] as const).map((value) => ({ value, label: words.sources[value] }))
  return [
    field('folder', words.folder, 'folder', { value: folder, is_required: true, hint }),
    field('mapping', words.source, 'choice', { value: mapping ?? '', options }),
  ]
}

/** Where files win over this desk by what was said before: told before anything is imported. */
function winsSaid({ db }: Library, words: DataWords): string {
  return [null, ...MAPPING_NAMES]
    .flatMap((mapping) => {
      const columns = authorityOf(db, mapping, undefined)
      return columns.length === 0 ? [] : [words.wins_in(words.sources[mapping ?? ''], columns.join(', '))]
    })
    .join(' ')
}

function previewAct(library: Library, words: DataWords, pin: OwnPin): Act {
  const asks = [...folderFields(library, words), pin]
  const call = callOf('import.start', { accept_findings: [], is_preview: true })
  return act({
    key: 'P',
    label: words.preview,
    call,
    asks,
    says: sentences(words.preview_says, winsSaid(library, words)),
  })
}

function takeInAct(library: Library, words: DataWords, pin: OwnPin): Act {
  return act({
    key: 'T',
    label: words.take,
    call: callOf('import.start', { accept_findings: [] }),
    says: winsSaid(library, words),
    asks: [...folderFields(library, words), pin],
  })
}

/**
 * Where everything is odd and nothing wrong, a person may say that it is meant, and of each rule that was changed here
 * which of the two holds. What was answered before is answered again with it.
 */
function goOnActs(library: Library, words: DataWords, pin: OwnPin, status: ImportStatus): readonly Act[] {
  const { findings, changed_rules } = status
  if (!isAsking(status) || findings.some((one) => one.kind === 'stops')) return []
  const { folder, accepted, answers, take_back } = importWanted(library)
  const accept_findings = [...(accepted ?? []), ...findings.map((one) => one.name)]
  const keep_rules = [...answers.keep, ...changed_rules.map((one) => one.name)]
  const take_rules = Object.fromEntries(answers.take.map((name) => [codeInName(name), true]))
  const call = callOf('import.start', { folder, accept_findings, keep_rules, take_rules, take_back: [...take_back] })
  if (changed_rules.length === 0) {
    const says = words.anyway_says(folder)
    return [act({ key: 'Y', label: words.anyway, call, says, asks: [pin], is_grave: true })]
  }
  const rules = changed_rules.map(({ name, says }) =>
    field(`take_rules.${codeInName(name)}`, words.take_theirs(says), 'tick'),
  )
  const says = findings.length === 0 ? words.keep_ours_says(folder) : words.keep_ours_odd_says(folder)
  return [act({ key: 'Y', label: words.keep_ours, call, says, asks: [...rules, pin], is_grave: true })]
}

/** Records without a number take it from a place that a person chooses among those that would serve. */
function numberActs(library: Library, words: DataWords, pin: OwnPin, { number_offers }: ImportStatus): readonly Act[] {
  const [best] = number_offers
  if (best === undefined) return []
  const { folder, accepted } = importWanted(library)
  const options = number_offers.map(({ place, says, records_count }) => {
    return { value: place, label: words.number_offer(says, records_count) }
  })
  const place = field('number_from', words.number_in, 'choice', { value: best.place, is_required: true, options })
  const says = words.number_says(folder)
  const call = callOf('import.start', { folder, accept_findings: [...(accepted ?? [])] })
  return [act({ key: 'N', label: words.number, call, asks: [place, pin], says })]
}

/** Whoever was erased comes back only if they ask for it: by their number, which nobody here knows any more. */
function backActs(library: Library, words: DataWords, pin: OwnPin, { erased_count }: ImportStatus): readonly Act[] {
  if (erased_count === 0) return []
  const { folder } = importWanted(library)
  const number = field('take_back', words.erased_number, 'text', { is_required: true })
  const says = words.erased_says(folder)
  const call = callOf('import.start', { folder, accept_findings: [] })
  return [act({ key: 'E', label: words.erased, call, asks: [number, pin], says, is_grave: true })]
}

/**
 * Where this desk had changed patrons of the folder, a person may say in which columns the file wins from now on.
 * Those in which it wins already are marked.
 */
function winActs(library: Library, words: DataWords, pin: OwnPin, { beside_desk }: ImportStatus): readonly Act[] {
  const { folder, mapping, accepted, take_back, authority } = importWanted(library)
  const columns = AUTHORITY_COLUMNS.flatMap((column) => {
    const { kept_count = 0, won_count = 0 } = beside_desk.find((one) => one.column === column) ?? {}
    const isWinning = authority.includes(column)
    if (kept_count + won_count === 0 && !isWinning) return []
    const label = words.win_in(column, kept_count + won_count)
    return [field(`authority.${column}`, label, 'tick', { value: isWinning ? 'yes' : '' })]
  })
  if (columns.length === 0) return []
  const call = callOf('import.start', {
    folder,
    mapping: mapping ?? '',
    accept_findings: [...(accepted ?? [])],
    take_back: [...take_back],
    authority: {},
  })
  return [
    act({ key: 'W', label: words.win, call, says: words.win_says(folder), asks: [...columns, pin], is_grave: true }),
  ]
}

function besideSaid(words: DataWords, { beside_desk }: ImportStatus): readonly Section[] {
  if (beside_desk.length === 0) return []
  const lines = beside_desk.map(({ column, kept_count, won_count }) => words.beside_desk(column, kept_count, won_count))
  return [text('beside', words.beside, lines)]
}

function stood(desk: Desk, words: DataWords, status: ImportStatus): readonly Section[] {
  const { library } = desk
  if (isAsking(status)) return [...asked(desk, words, status), reportFacts(words, status.report_file)]
  if (status.files.length === 0) return status.running ? [] : [reportFacts(words, newestReport(reportsFolder(library)))]
  return [
    ...(status.is_preview ? [text('previewed', '', [words.previewed])] : []),
    filesOf(words, status),
    reportFacts(words, status.report_file),
    ...numberlessSaid(words, status),
    ...erasedSaid(words, status),
    ...besideSaid(words, status),
    ...openingSums(speechOf(desk), status),
    leftOut(desk, words, status),
    // Last: it has a row for each column, and why rows were left out is asked first.
    ...lossesSaid(words, status),
  ]
}

function asked(desk: Desk, words: DataWords, { findings, changed_rules }: ImportStatus): readonly Section[] {
  const { leads } = speechOf(desk).words.policy
  // Whoever would work here is told whole: nobody hides behind the twentieth.
  const staff_count = findings.filter((one) => findingLead(one) === 'staff').length
  const shown = findings.slice(0, staff_count + FINDINGS_SHOWN_MAX)
  const more = findings.length - shown.length
  const odd = [
    ...shown.map((one) => words.finding(leads[findingLead(one)], one.says)),
    ...(more > 0 ? [words.more(more)] : []),
    ...(findings.some((one) => findingLead(one) === 'stops') ? [words.correct] : []),
  ]
  const changed = changed_rules.map((one) => one.says)
  return [
    ...(odd.length === 0 ? [] : [text('findings', words.review, odd)]),
    ...(changed.length === 0 ? [] : [text('changed', words.changed, changed)]),
  ]
}

function numberlessSaid(
  words: DataWords,
  { numberless_count: count, number_offers }: ImportStatus,
): readonly Section[] {
  if (count === 0) return []
  const lines = number_offers.map((one) => words.numberless_offer(one.records_count, count, one.says))
  return [text('numberless', words.numberless(count), lines.length === 0 ? [words.no_offer] : lines)]
}

function erasedSaid(words: DataWords, { erased_count: count }: ImportStatus): readonly Section[] {
  if (count === 0) return []
  return [text('erased', '', [words.erased_left_out(count)])]
}

function reportFacts(words: DataWords, report_file: string): Section {
  return facts('report', '', [[words.report, report_file || words.nothing_yet]])
}

function filesOf(words: DataWords, { files }: ImportStatus): Section {
  return table({
    section_id: 'files',
    heading: words.files,
    columns: [words.file, figures(words.taken), figures(words.left_out), words.result],
    rows: files.map((file, at) =>
      row({
        row_id: `file ${at}`,
        cells: [
          cell(basename(file.file)),
          figure(file.imported_count),
          figure(file.rejected_count, file.rejected_count > 0 ? 'warn' : 'plain'),
          cell(file.message, file.state === 'refused' ? 'stop' : 'quiet'),
        ],
      }),
    ),
    empty: words.no_files,
  })
}

function leftOut(desk: Desk, words: DataWords, { report }: ImportStatus): Section {
  const { outcomes } = speechOf(desk).words.screen.import.report_lines
  return table({
    section_id: 'left-out',
    heading: words.lines,
    columns: [words.file, figures(words.line), words.column, words.reason, words.result],
    rows: report.map(({ file, line, column, reason, outcome }, at) =>
      row({
        row_id: `line ${at}`,
        cells: [cell(file), figure(line), cell(column), cell(reason), cell(outcomes[outcome], 'quiet')],
      }),
    ),
    empty: words.no_lines,
  })
}
