/**
 * Imports a folder of CSV and MARC files: file by file, referenced files first, all of a file or none of it, each row
 * either in the store or in the report. Gives the event loop its turn after every few rows, so that the desk stays
 * responsive. Must never leave a file half imported, nor a row unaccounted for.
 */
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import { assert } from '../../shared/kernel/assert.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import type { TallyFinding } from '../../shared/catalog/shelf/sign-tally.ts'
import type { DeskEvent } from '../../shared/journal/event.ts'
import type { AuthorityColumn } from '../../shared/import/mapping/authority.ts'
import { withPlaces } from '../../shared/import/marc-mapping.ts'
import type { MappingName } from '../../shared/import/mapping/patron-mapping.ts'
import { NumberSearch } from '../../shared/import/marc-number.ts'
import type { Finding } from '../../shared/policy/policy-finding.ts'
import { ruleName } from '../../shared/import/rules-here.ts'
import { findingName } from '../../shared/circulation/policy-check/findings.ts'
import type { Speech } from '../../shared/words/speech.ts'
import { asOperatingError } from '../store/files/faults.ts'
import { ChangesHere } from '../store/import/import-changes.ts'
import { titleByNumber } from '../store/import/import-material-rows.ts'
import { ImportTransaction } from '../store/import/import-transaction.ts'
import type { Database } from '../store/files/open-edge.ts'
import type { Numbers } from '../store/numbers/numbers.ts'
import { dropErased } from '../store/patrons/erased-patrons.ts'
import { RulesBefore } from '../store/policy/policy-version-rows.ts'
import { rolesIn } from '../store/policy/role-rows.ts'
import { WriteHandle, type ReadHandle } from '../store/sql.ts'
import { readFolder, type FoundFile, type FoundFolder } from './folder.ts'
import { IS_LINK } from './reading/read-file.ts'
import { RulesHere, type AskedRule, type RuleAnswers, type SettledRule } from './judge-rules.ts'
import { StaffHere, type StaffRight, type StaffTaken } from './judge-staff.ts'
import { Progress } from './progress.ts'
import { FileRefused } from './file-refused.ts'
import { readChanges } from './read-changes.ts'
import { Report } from './report.ts'
import { takeFile } from './take-file.ts'
import { findingsOfFolder, openFindings, type RulesCheck } from './try-rules.ts'
import { WriteContext, type PinHasher } from './write-context.ts'

const NO_PIN = { salt: new Uint8Array(16), hash: new Uint8Array(32) }

export type ImportPorts = {
  /** A connection of its own, that writes the reference file. Nobody else may write that file meanwhile. */
  readonly db: Database
  /** What a new record is numbered by; it knows of the numbers before the file that they stand in is in. */
  readonly numbers: Pick<Numbers, 'of' | 'keep'>
  /** The journal file, which knows who was erased here. */
  readonly journal_db: WriteHandle
  readonly clock: Clock
  readonly hashPin: PinHasher
  readonly onProgress: (status: ImportStatus) => void
  /** Where to write the report: in the data folder, because it contains patrons' data. */
  readonly reportFolder: string
  /** Everything this desk recorded, oldest first. */
  readonly events: () => Iterable<DeskEvent>
  readonly check: RulesCheck
  /** Signs that hold no item, and items under no sign, when all is in. */
  readonly signFindings: (connection: ReadHandle) => Promise<readonly TallyFinding[]>
  /** What to confirm besides the folder's rules and staff. */
  readonly to_confirm: readonly Finding[]
  /** Names of confirmed findings about the folder's rules; null: all are meant. */
  readonly accepted: readonly string[] | null
  /** What a person said of rules that were changed at this desk. */
  readonly answers: RuleAnswers
  readonly staff_right: StaffRight
  /** Called with the people that a file adds or changes, just before that takes effect. */
  readonly onStaff: (changes: readonly StaffTaken[]) => void
  /** Where MARC records have their number that have none where the library says. */
  readonly number_from: readonly string[]
  /** Numbers of patrons who were erased here and asked to be patrons again. */
  readonly take_back: readonly string[]
  /** Columns in which the files win over what this desk changed of patrons. */
  readonly authority: readonly AuthorityColumn[]
  /** The saved mapping by which files of another system are taken; null: they are in our form. */
  readonly mapping: MappingName | null
  /** Nothing of it stays: what would be taken, left out and lost is told. */
  readonly is_preview: boolean
  /** For the person who imports. */
  readonly speech: Speech
  /** Such a rule in words, for the person who decides. */
  readonly sayRule: (asked: AskedRule) => string
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

export type ImportResult = {
  readonly status: ImportStatus
  readonly files: readonly ImportedFile[]
  /** What a person said of the desk's own rules, and what the folder said of them. */
  readonly rules: readonly SettledRule[]
  /** How many who had been erased were taken in again. */
  readonly back_count: number
}

type Run = {
  readonly found: FoundFolder
  readonly ports: ImportPorts
  readonly connection: WriteHandle
  readonly transaction: ImportTransaction
  readonly changes: ChangesHere
  readonly rules: RulesHere
  readonly staff: StaffHere
  readonly report: Report
  readonly progress: Progress
  readonly take_back: ReadonlySet<string>
  /** MARC records of the files taken in that have no number. */
  readonly numberless: NumberSearch
}

/**
 * @throws OperatingError import-failed when the folder cannot be read (ask `readFolder` first), and what the disk says
 */
export async function importFolder(folder: string, ports: ImportPorts): Promise<ImportResult> {
  const read = readFolder(folder, ports.mapping)
  if ('problem' in read) throw new OperatingError('import-failed', `${folder}: ${read.problem}`)
  const { marc } = read
  const found = 'problem' in marc ? read : { ...read, marc: { mapping: withPlaces(marc.mapping, ports.number_from) } }
  const report = new Report(ports.reportFolder, ports.clock.now(), ports.speech)
  const transaction = new ImportTransaction(ports.db, ports.is_preview)
  const progress = new Progress(found.files, report, ports)
  const changes = new ChangesHere(ports.db, ports.authority)
  const rules = new RulesHere(changes, ports.answers)
  const staff = new StaffHere(ports.staff_right, ports.accepted)
  const take_back = new Set(ports.take_back)
  const connection = new WriteHandle(ports.db)
  const numberless = new NumberSearch()
  const sources = { found, ports, connection, transaction, changes, rules, staff }
  const run: Run = { ...sources, report, progress, take_back, numberless }
  try {
    transaction.open()
    await readChanges(ports, transaction, changes)
    const files: TakenIn[] = []
    const isMeant = await areRulesMeant(run)
    if (isMeant) for (const file of found.files) files.push(await importFile(run, file))
    await lookAtSigns(run, files)
    offerNumbers(run)
    transaction.endPreview()
    transaction.close()
    changes.close()
    report.writeLosses(progress.losses)
    report.close(progress.summary())
    const back_count = files.reduce((sum, file) => sum + file.back_count, 0)
    return {
      status: progress.finished(),
      files: files.map((one) => one.file),
      rules: rules.lists.settled,
      back_count,
    }
  } catch (fault) {
    afterFault(() => transaction.rollback())
    afterFault(() => transaction.endPreview())
    afterFault(() => transaction.close())
    afterFault(() => changes.close())
    afterFault(() => report.close(progress.summary()))
    throw asOperatingError(fault)
  }
}

/** Where records without a number could take one from, for the person who chooses. */
function offerNumbers({ found, connection, numberless, progress }: Run): void {
  if ('problem' in found.marc || numberless.wanting_count === 0) return
  const { title_id_prefix } = found.marc.mapping
  const isTaken = (number: string): boolean =>
    connection.get(titleByNumber, { external_id: `${title_id_prefix}${number}` }) !== null
  progress.offerNumbers(numberless.wanting_count, numberless.offers(isTaken))
}

/** Tidies up after a fault. What fails now fails for the same reason, and the first fault is the one to tell. */
function afterFault(tidy: () => void): void {
  try {
    tidy()
  } catch (fault) {
    if (!(fault instanceof OperatingError)) throw fault
  }
}

/** Tries the folder's rules. Unconfirmed warnings and rules changed here are asked about; nothing is imported. */
async function areRulesMeant(run: Run): Promise<boolean> {
  const { found, ports, connection, transaction, changes, report, progress } = run
  const { check } = ports
  const rules = new RulesHere(changes, ports.answers)
  const staff = new StaffHere(ports.staff_right, null)
  // The trial is not kept: hashing PINs for it would waste time.
  const trial: Run = { ...run, rules, staff, ports: { ...ports, hashPin: () => NO_PIN } }
  const contextOf = (file: FoundFile): WriteContext => contextFor(trial, file)
  const odd = await findingsOfFolder({ found, connection, transaction, check, contextOf, rules, staff, ports })
  const names = new Map(rolesIn(connection).map((role) => [role.role_code, role.name]))
  const fresh = [...ports.to_confirm, ...staff.findings((code) => names.get(code) ?? code), ...odd]
  const open = new Set(openFindings(fresh, ports.accepted))
  for (const one of fresh) {
    const reason = { code: 'finding', fact: one.fact } as const
    const named = { column: '', value: findingName(one), reason }
    report.add(FILE_OF[one.table] ?? null, 0, named, open.has(one) ? 'asked-first' : 'accepted')
  }
  const changed = rules.lists.asked.map((one) => ({ name: ruleName(one.table, one.key), says: ports.sayRule(one) }))
  for (const { name, says } of changed) {
    report.add(null, 0, { column: '', value: name, reason: { code: 'rule-differs', says } }, 'asked-first')
  }
  if (open.size === 0 && changed.length === 0) return true
  progress.ask(
    fresh.map((one) => ({ name: findingName(one), kind: one.kind, says: ports.speech.finding(one.fact) })),
    changed,
  )
  return false
}

/** The file that a finding is about, where it is no rule. */
const FILE_OF: Partial<Record<Finding['table'], string>> = { staff: 'staff.csv', patron: 'patrons.csv' }

const SIGN_FILES = ['shelf_signs.csv', 'items.csv']

/** Nothing is left out because of signs: a person reads the report and looks at them. */
async function lookAtSigns({ ports, connection, report }: Run, files: readonly TakenIn[]): Promise<void> {
  if (!files.some(({ file }) => file.taken > 0 && SIGN_FILES.includes(file.name))) return
  for (const { codes, flaw } of await ports.signFindings(connection)) {
    const column = flaw.code === 'sign-empty' ? 'sign_code' : 'location'
    const reason = { code: 'finding', fact: flaw } as const
    report.add('shelf_signs.csv', 0, { column, value: codes.join(' '), reason }, 'to-look-at')
  }
}

function contextFor(run: Run, file: FoundFile): WriteContext {
  const { ports, connection, transaction, changes, rules, staff, take_back } = run
  return new WriteContext(file.name, {
    ...ports,
    now: ports.clock.now(),
    connection,
    transaction,
    changes,
    rules,
    staff,
    take_back,
  })
}

/** What is kept outside the reference file, or before the file is in. */
function keepBeside({ ports }: Run, context: WriteContext, staff: readonly StaffTaken[]): void {
  ports.numbers.keep()
  for (const number of context.taken_back) dropErased(ports.journal_db, number)
  if (staff.length > 0) ports.onStaff(staff)
}

type TakenIn = { readonly file: ImportedFile; readonly back_count: number }

async function importFile(run: Run, file: FoundFile): Promise<TakenIn> {
  const { transaction, report, progress, rules, staff } = run
  progress.begin(file)
  transaction.begin()
  const { lists } = rules
  const { changes } = staff
  try {
    if (file.kind === 'link') throw new FileRefused(1, IS_LINK)
    if (file.kind === 'unknown') throw new FileRefused(1, { code: 'file-unknown' })
    const before = new RulesBefore(run.connection)
    const context = contextFor(run, file)
    const taken = await takeFile(file, run.found, context, report, progress)
    const opening = context.checkedOpening()
    before.keep(run.ports.clock.now())
    assert(taken.rows_count === taken.imported_count + taken.rejected_count, 'every row is taken or in the report')
    // The report first: a row must never be missing from both.
    report.flush()
    if (!run.ports.is_preview) keepBeside(run, context, staff.changes.slice(changes.length))
    transaction.commit()
    run.numberless.join(context.numberless)
    progress.taken(taken.notes, context.erased_count, opening)
    progress.lost(taken.losses)
    const { sha256, imported_count, rejected_count } = taken
    const told = { name: file.name, sha256, taken: imported_count, rejected: rejected_count }
    return { file: told, back_count: context.taken_back.length }
  } catch (fault) {
    transaction.rollback()
    rules.backTo(lists)
    staff.backTo(changes)
    if (!(fault instanceof FileRefused)) throw fault
    report.add(file.name, fault.line, { column: '', value: '', reason: fault.reason }, 'file-left-out')
    report.flush()
    const { rows_count } = progress.refused(fault)
    return { file: { name: file.name, sha256: '', taken: 0, rejected: rows_count }, back_count: 0 }
  }
}
