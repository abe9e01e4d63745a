/** What is known of the import of a desk, for whoever shows it: how far it is, which folder. Kept in memory alone. */
import { join } from 'node:path'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import type { RuleAnswers } from '../../data-in/judge-rules.ts'
import type { Library } from '../../library/library.ts'

const NOTHING_YET: ImportStatus = {
  running: false,
  progress: 0,
  files: [],
  report_file: '',
  report: [],
  findings: [],
  changed_rules: [],
  erased_count: 0,
  numberless_count: 0,
  number_offers: [],
}

const NOT_READ = 'Not read: the import had stopped.'

/** What is asked for. */
export type Wanted = {
  readonly folder: string
  /** What is odd in its rules and meant. */
  readonly accepted: readonly string[]
  /** Which of the desk's own rules stay. */
  readonly answers: RuleAnswers
  /** Where MARC records have their number that have none where the library says. */
  readonly number_from: readonly string[]
  /** Numbers of patrons who were erased and ask to be patrons again. */
  readonly take_back: readonly string[]
}

const NOTHING_WANTED: Wanted = {
  folder: '',
  accepted: [],
  answers: { keep: [], take: [] },
  number_from: [],
  take_back: [],
}

type Known = { readonly wanted: Wanted; readonly status: ImportStatus }
const known = new WeakMap<Library, Known>()

/** An import begins. */
export function beginImport(library: Library, wanted: Wanted): void {
  known.set(library, { wanted, status: { ...NOTHING_YET, running: true } })
}

export function keepImport(library: Library, status: ImportStatus): void {
  known.set(library, { wanted: importWanted(library), status })
}

export function importOf(library: Library): ImportStatus {
  return known.get(library)?.status ?? NOTHING_YET
}

/** How an import stands that had to stop: the file in hand says why, those behind it that they were not read. */
export function stopped(status: ImportStatus, message: string): ImportStatus {
  const isInHand = status.files.some((one) => one.state === 'reading')
  const files = status.files.map((one) => {
    if (one.state === 'reading') return { ...one, taken_count: 0, state: 'refused' as const, message }
    return one.state === 'waiting' ? { ...one, state: 'refused' as const, message: NOT_READ } : one
  })
  const why = { file: '', rows_count: 0, taken_count: 0, rejected_count: 0, state: 'refused' as const, message }
  return { ...status, running: false, files: isInHand ? files : [...files, why] }
}

/** What was asked for last; nothing since the desk started. */
export function importWanted(library: Library): Wanted {
  return known.get(library)?.wanted ?? NOTHING_WANTED
}

/** Whether nothing was taken in yet, since a person is asked about the rules first. */
export function isAsking({ findings, changed_rules }: ImportStatus): boolean {
  return findings.length > 0 || changed_rules.length > 0
}

/** Where reports lie: with the data, since they hold patrons' data too. */
export function reportsFolder(library: Library): string {
  return join(library.folder, 'reports')
}
