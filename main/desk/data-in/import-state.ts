/** The state of a desk's import, for showing it: how far it is, which folder. Kept in memory only. */
import { join } from 'node:path'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import type { AuthorityColumn } from '../../../shared/import/mapping/authority.ts'
import type { MappingName } from '../../../shared/import/mapping/patron-mapping.ts'
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
  opening: [],
  numberless_count: 0,
  number_offers: [],
  is_preview: false,
  losses: [],
  beside_desk: [],
}

/** What was requested. */
export type Wanted = {
  readonly folder: string
  /** The sample library that comes with the program. */
  readonly is_sample: boolean
  /** Warnings about its rules that were confirmed. */
  readonly accepted: readonly string[] | null
  /** Which of the desk's own rules stay. */
  readonly answers: RuleAnswers
  /** Where MARC records have their number if they have none where the library says. */
  readonly number_from: readonly string[]
  /** Numbers of patrons who were erased and ask to be patrons again. */
  readonly take_back: readonly string[]
  /** Columns in which the files win over what this desk changed of patrons. */
  readonly authority: readonly AuthorityColumn[]
  /** Of another system's files; null: they are in our form. */
  readonly mapping: MappingName | null
  readonly is_preview: boolean
}

const NOTHING_WANTED: Wanted = {
  folder: '',
  is_sample: false,
  accepted: [],
  answers: { keep: [], take: [] },
  number_from: [],
  take_back: [],
  authority: [],
  mapping: null,
  is_preview: false,
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

/** The status of an import that had to stop: the current file says why, later ones that they were not read. */
export function stopped(status: ImportStatus, message: string, not_read: string): ImportStatus {
  const isInHand = status.files.some((one) => one.state === 'reading')
  const files = status.files.map((one) => {
    if (one.state === 'reading') return { ...one, imported_count: 0, state: 'refused' as const, message }
    return one.state === 'waiting' ? { ...one, state: 'refused' as const, message: not_read } : one
  })
  const reason = { file: '', rows_count: 0, imported_count: 0, rejected_count: 0, state: 'refused' as const, message }
  return { ...status, running: false, files: isInHand ? files : [...files, reason] }
}

/** The last request; empty since the desk started. */
export function importWanted(library: Library): Wanted {
  return known.get(library)?.wanted ?? NOTHING_WANTED
}

/** Whether nothing was imported yet because a person is asked about the rules first. */
export function isAsking({ findings, changed_rules }: ImportStatus): boolean {
  return findings.length > 0 || changed_rules.length > 0
}

/** Where reports go: with the data, because they contain patrons' data too. */
export function reportsFolder(library: Library): string {
  return join(library.folder, 'reports')
}
