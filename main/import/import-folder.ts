/**
 * Takes in a folder of CSV and MARC files: file by file in the order of what refers to what, all of a file or nothing
 * of it, each row either in the store or in the report. Gives the event loop its turn after every few rows, so that the
 * desk stays alive. Must never leave a file half taken, nor a row unaccounted for.
 */
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import { assert } from '../../shared/kernel/assert.ts'
import type { Random } from '../../shared/kernel/ids.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import type { DeskEvent } from '../../shared/journal/event.ts'
import { findingName } from '../../shared/policy/findings.ts'
import { asOperatingError } from '../store/faults.ts'
import { ChangesHere } from '../store/import-changes.ts'
import { ImportTransaction } from '../store/import-transaction.ts'
import type { Database } from '../store/open-edge.ts'
import { RulesBefore } from '../store/policy-version-rows.ts'
import { Connection } from '../store/sql.ts'
import { readFolder, type FoundFile, type FoundFolder } from './folder.ts'
import { Progress } from './progress.ts'
import { FileRefused } from './refused.ts'
import { Report } from './report.ts'
import { takeFile } from './take-file.ts'
import { findingsOfFolder, openFindings, type RulesCheck } from './try-rules.ts'
import { WriteContext, type PinHasher } from './write-context.ts'

const EVENTS_A_TURN = 200

export type ImportPorts = {
  /** A connection of its own, that writes the reference file. Nobody else may write that file meanwhile. */
  readonly db: Database
  readonly clock: Clock
  readonly random: Random
  readonly hashPin: PinHasher
  readonly onProgress: (status: ImportStatus) => void
  /** Where the report is written. Lies in the data folder: a report holds patrons' data. */
  readonly reportFolder: string
  /** Everything this desk recorded, oldest first. */
  readonly events: () => Iterable<DeskEvent>
  readonly check: RulesCheck
  /** By name, what is odd in the folder's rules and meant. */
  readonly accepted: readonly string[]
  /** Lets the event loop turn once. */
  readonly pause: () => Promise<void>
}

export type ImportedFile = {
  readonly name: string
  /** Of the bytes that were read; empty when the file was refused before. */
  readonly sha256: string
  readonly taken: number
  readonly rejected: number
}

export type ImportResult = { readonly status: ImportStatus; readonly files: readonly ImportedFile[] }

type Run = {
  readonly found: FoundFolder
  readonly ports: ImportPorts
  readonly connection: Connection
  readonly transaction: ImportTransaction
  readonly changes: ChangesHere
  readonly report: Report
  readonly progress: Progress
}

/**
 * @throws OperatingError import-failed when the folder cannot be read (ask `readFolder` first), and what the disk says
 */
export async function importFolder(folder: string, ports: ImportPorts): Promise<ImportResult> {
  const found = readFolder(folder)
  if ('problem' in found) throw new OperatingError('import-failed', `${folder}: ${found.problem}`)
  const report = new Report(ports.reportFolder, ports.clock.now())
  const transaction = new ImportTransaction(ports.db)
  const progress = new Progress(found.files, report, ports)
  const changes = new ChangesHere(ports.db)
  const run: Run = { found, ports, connection: new Connection(ports.db), transaction, changes, report, progress }
  try {
    transaction.open()
    await readChanges(run)
    const files: ImportedFile[] = []
    const isMeant = await areRulesMeant(run)
    if (isMeant) for (const file of found.files) files.push(await importFile(run, file))
    transaction.close()
    changes.close()
    report.close(progress.summary())
    return { status: progress.finished(), files }
  } catch (fault) {
    afterFault(() => transaction.rollback())
    afterFault(() => transaction.close())
    afterFault(() => changes.close())
    afterFault(() => report.close(progress.summary()))
    throw asOperatingError(fault)
  }
}

/** Tidies up after a fault. What fails now fails for the same reason, and the first fault is the one to tell. */
function afterFault(tidy: () => void): void {
  try {
    tidy()
  } catch (fault) {
    if (!(fault instanceof OperatingError)) throw fault
  }
}

/** What this desk changed by itself, before anything is taken. A long journal is read piece by piece. */
async function readChanges({ ports, transaction, changes }: Run): Promise<void> {
  transaction.begin()
  changes.open()
  let events_count = 0
  for (const event of ports.events()) {
    changes.add(event)
    events_count += 1
    if (events_count % EVENTS_A_TURN === 0) await ports.pause()
  }
  transaction.commit()
}

/** Tries the folder's rules out. What is odd in them and not accepted is told, and nothing is taken in. */
async function areRulesMeant(run: Run): Promise<boolean> {
  const { found, ports, connection, transaction, report, progress } = run
  const { check } = ports
  const contextOf = (file: FoundFile): WriteContext => contextFor(run, file)
  const fresh = await findingsOfFolder({ found, connection, transaction, check, contextOf, ports })
  const open = new Set(openFindings(fresh, ports.accepted))
  for (const one of fresh) {
    const named = { column: '', value: findingName(one), reason: one.says }
    report.add('the rules', 0, named, open.has(one) ? 'asked first' : 'accepted')
  }
  if (open.size === 0) return true
  progress.ask(fresh.map((one) => ({ name: findingName(one), kind: one.kind, says: one.says })))
  return false
}

function contextFor(run: Run, file: FoundFile): WriteContext {
  const { ports, connection, transaction, changes } = run
  return new WriteContext(file.name, { ...ports, connection, transaction, changes })
}

async function importFile(run: Run, file: FoundFile): Promise<ImportedFile> {
  const { transaction, report, progress } = run
  progress.begin(file)
  transaction.begin()
  try {
    if (file.kind === 'unknown') throw new FileRefused(1, 'no file of this name is known; see docs/import.md')
    const before = new RulesBefore(run.connection)
    const taken = await takeFile(file, run.found.marc, contextFor(run, file), report, progress)
    before.keep(run.ports.clock.now(), false)
    assert(taken.rows_count === taken.taken_count + taken.rejected_count, 'every row is taken or in the report')
    // The report first: a row must never be missing from both.
    report.flush()
    transaction.commit()
    progress.taken(taken.messages)
    return { name: file.name, sha256: taken.sha256, taken: taken.taken_count, rejected: taken.rejected_count }
  } catch (fault) {
    transaction.rollback()
    if (!(fault instanceof FileRefused)) throw fault
    report.add(file.name, fault.line, { column: '', value: '', reason: fault.reason }, 'file left out')
    report.flush()
    const { rows_count } = progress.refused(fault)
    return { name: file.name, sha256: '', taken: 0, rejected: rows_count }
  }
}
