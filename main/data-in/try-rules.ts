/**
 * The rules of the folder, tried out before anything of it is taken: with them in place of what they replace, what
 * would be wrong or odd that was not so before. Must leave nothing behind.
 */
import type { Finding } from '../../shared/policy/policy-finding.ts'
import { FORMAT_NAMES } from '../../shared/import/formats.ts'
import { findingName, newFindings } from '../../shared/circulation/policy-check/findings.ts'
import type { ImportTransaction } from '../store/import/import-transaction.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { FoundFile, FoundFolder } from './folder.ts'
import type { RulesHere } from './judge-rules.ts'
import type { StaffHere } from './judge-staff.ts'
import { Progress } from './progress.ts'
import { FileRefused } from './file-refused.ts'
import { takeFile } from './take-file.ts'
import type { WriteContext } from './write-context.ts'

/** What the check of the rules says of the reference file as this connection sees it. */
export type RulesCheck = (connection: ReadHandle) => readonly Finding[]

type Trial = {
  readonly found: FoundFolder
  readonly connection: ReadHandle
  readonly transaction: ImportTransaction
  readonly check: RulesCheck
  readonly contextOf: (file: FoundFile) => WriteContext
  readonly rules: RulesHere
  readonly staff: StaffHere
  readonly ports: ConstructorParameters<typeof Progress>[2]
}

/** The files that say how the library works, and who works there, come before the first that names a patron. */
const FIRST_AFTER_RULES = FORMAT_NAMES.indexOf('titles.csv')

function isRules({ kind }: FoundFile): boolean {
  const at = FORMAT_NAMES.findIndex((name) => name === kind)
  return at >= 0 && at < FIRST_AFTER_RULES
}

/** The findings that the folder would bring with it, what stops first. `rules` and `staff` then know what to ask. */
export async function findingsOfFolder(trial: Trial): Promise<readonly Finding[]> {
  const { transaction, connection, check } = trial
  const files = trial.found.files.filter(isRules)
  if (files.length === 0) return []
  const before = check(connection)
  const progress = new Progress(files, { path: '', shown: [] }, { ...trial.ports, onProgress: () => {} })
  transaction.begin()
  try {
    for (const file of files) await tryFile(trial, file, progress)
    return newFindings(before, check(connection))
  } finally {
    transaction.rollback()
  }
}

/** A file that will be left out whole changes no rule. */
async function tryFile(trial: Trial, file: FoundFile, progress: Progress): Promise<void> {
  const { transaction, found, rules, staff } = trial
  progress.begin(file)
  transaction.mark()
  const { lists } = rules
  const { changes } = staff
  try {
    await takeFile(file, found, trial.contextOf(file), { add: () => {}, addLeftOut: () => {} }, progress)
  } catch (fault) {
    if (!(fault instanceof FileRefused)) throw fault
    transaction.backToMark()
    rules.backTo(lists)
    staff.backTo(changes)
  }
}

/** What nobody has said yes to by name, or to all with null; a contradiction can be accepted by nobody. */
export function openFindings(fresh: readonly Finding[], accepted: readonly string[] | null): readonly Finding[] {
  const isMeant = (one: Finding): boolean => accepted === null || accepted.includes(findingName(one))
  return fresh.filter((one) => one.kind === 'stops' || !isMeant(one))
}
