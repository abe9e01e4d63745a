/**
 * Imports, run beside the desk: one at a time, with progress; the journal records what was imported. Must never block
 * the line: the reader yields after each chunk.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { tallyFindings, type TallyFinding } from '../../../shared/catalog/shelf/sign-tally.ts'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import { branchCode, type StaffCode } from '../../../shared/kernel/ids.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { byOwnKinds } from '../../../shared/import/opening-sum.ts'
import type { Finding } from '../../../shared/policy/policy-finding.ts'
import { findingsOf } from '../../../shared/circulation/policy-check/findings.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import { readFolder } from '../../data-in/folder.ts'
import type { ImportResult } from '../../data-in/import-folder.ts'
import { noteAsOf, takeIn } from '../../data-in/take-in.ts'
import type { StaffRight, StaffTaken } from '../../data-in/judge-staff.ts'
import type { RulesCheck } from '../../data-in/try-rules.ts'
import { rebase, swapReference } from '../../journal/rebase.ts'
import { settledEvents } from '../../journal/recorded.ts'
import { layRows } from '../../journal/lay.ts'
import { settleAlone } from '../../journal/settle.ts'
import { locked } from '../../../shared/desk/lock.ts'
import { changed, withoutBand, type Session } from '../../../shared/desk/session/session.ts'
import { allBranches } from '../../store/policy/library-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'
import { withoutReports } from '../reports/running.ts'
import { backupEnded, isBackingUp } from '../upkeep/backing-up.ts'
import type { Desk } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { mayOwn } from '../../library/grants.ts'
import { ownCommand } from '../../library/follow.ts'
import { deskZone } from '../../library/here.ts'
import { exportEnded, isExporting, keepLosses } from './export-state.ts'
import { keepOpenKeyMeant, openKeyFindings } from './real-people.ts'
import { beginImport, importOf, isAsking, keepImport, reportsFolder, stopped, type Wanted } from './import-state.ts'
import { readPolicy } from '../../library/library-policy.ts'
import { typedPlace } from '../staff/new-place.ts'
import { keepAuthority, keepNumberPlaces } from '../../data-in/remembered.ts'
import { hashPin } from '../../library/pin.ts'
import { sayChangedRule } from '../../policy/say-changed-rule.ts'
import { countSigns } from '../shelves/sign-counts.ts'
import { isSetUp } from '../snapshot.ts'
import { staffChanged, staffOfCode } from '../../library/staff-known.ts'
import type { Actor } from '../../library/actor.ts'
import { OWN_SAMPLE, type Library } from '../../library/library.ts'
import { writeOwn } from '../../journal/own-values.ts'
import { actorOf } from '../desk.ts'
import { faultText } from '../../../shared/words/faults.ts'

/** Errors and warnings in the rules as this connection sees them. */
function rulesCheck(library: Library): RulesCheck {
  const today = toLocalDate(library.clock.now(), deskZone(library))
  return (connection) => {
    const branches = connection.all(allBranches, {}).map((row) => branchCode(row.branch_code))
    return findingsOf(readPolicy(connection), branches, today)
  }
}

/** Changing staff needs the grant in one's own role, once there is any staff. */
function staffRight(library: Library, actor: Actor): StaffRight {
  if (!isSetUp(library)) return 'free'
  return mayOwn(library, actor, 'edit-staff') ? 'asked' : 'refused'
}

/** What the signs say about the items, with everything imported. */
async function signsOf(library: Library, connection: ReadHandle): Promise<readonly TallyFinding[]> {
  const policy = readPolicy(connection)
  return tallyFindings(policy.shelf_signs, await countSigns(library, policy, connection))
}

/** The signed-in staff member gets the role that the data says; a former staff member finds the desk locked. */
function withStaffNow(desk: Desk): Session {
  const { session } = desk
  if (session.staff === null) return changed(session)
  const staff = staffOfCode(desk.library, session.staff.staff_code)
  return staff ? changed({ ...session, staff }) : locked(session)
}

function noFolder(
  { code, problem }: Extract<ReturnType<typeof readFolder>, { readonly problem: string }>,
  folder: string,
) {
  return code === 'mapping-wrong' ? no(code, { place: problem }) : no(code, { folder })
}

export class Importing {
  readonly #desk: Desk
  readonly #push: (push: Push) => void
  readonly #log: (line: string) => void
  #work: Promise<void> | null = null
  #isStopped = false

  constructor(desk: Desk, push: (push: Push) => void, log: (line: string) => void) {
    this.#desk = desk
    this.#push = push
    this.#log = log
  }

  get isRunning(): boolean {
    return this.#work !== null
  }

  status(): ImportStatus {
    return importOf(this.#desk.library)
  }

  /** Starts, and answers right away; `status` and the pushes report progress. */
  start(command: Command, wanted: Wanted): Answer<ImportStatus> {
    if (this.#desk.library.journal.past(command.command_id)) return ok(this.status())
    if (!this.#desk.library.central.is_alone) return no('import-at-central')
    if (this.#work) return no('import-running')
    if (isBackingUp(this.#desk.library)) return no('backup-running')
    if (isExporting(this.#desk.library)) return no('export-running')
    const place = typedPlace(wanted.folder)
    if ('code' in place) return { refused: place }
    const folder = place.path
    const found = readFolder(folder, wanted.mapping)
    if ('problem' in found) return noFolder(found, folder)
    beginImport(this.#desk.library, { ...wanted, folder })
    // What an export left on the page and in the band is not of this import.
    keepLosses(this.#desk.library, 'datestamp', [])
    this.#desk.session = withoutBand(this.#desk.session)
    this.#push({ topic: 'desk-changed', version: this.#desk.session.version })
    this.#tell(this.status())
    const key_open = openKeyFindings(this.#desk.library, found)
    this.#work = this.#run(
      command,
      { ...wanted, folder },
      key_open,
      staffRight(this.#desk.library, actorOf(this.#desk)),
    ).finally(() => {
      this.#work = null
    })
    return ok(this.status())
  }

  async #run(
    command: Command,
    { folder, is_sample, ...wanted }: Wanted,
    key_open: readonly Finding[],
    staff_right: StaffRight,
  ): Promise<void> {
    const desk = this.#desk
    const staff = desk.session.staff?.staff_code
    const speech = speechOf(desk)
    try {
      // Earlier changes of this desk go into the reference first, so that the import cannot overtake them.
      settleAlone(desk.library)
      if (!wanted.is_preview) {
        keepNumberPlaces(desk.library.journal, wanted.number_from)
        keepAuthority(desk.library.journal, wanted.mapping, wanted.authority)
      }
      const result = await takeIn(desk.library.journal, folder, {
        clock: desk.library.clock,
        hashPin: (pin) => hashPin(pin, desk.library.random, desk.library.pinCost()),
        onProgress: (status) => this.#tell(status),
        reportFolder: reportsFolder(desk.library),
        check: rulesCheck(desk.library),
        signFindings: (connection) => signsOf(desk.library, connection),
        ...wanted,
        staff_right,
        to_confirm: key_open,
        onStaff: (changes) => this.#keepStaff(changes, staff),
        speech,
        sayRule: (asked) => sayChangedRule(desk.library, speech, asked),
        events: () => settledEvents(desk.library.db),
        pause: () => nextTurn(),
      })
      const isIn = !isAsking(result.status) && !wanted.is_preview
      if (isIn) this.#keep(command, result, wanted.authority, staff)
      if (isIn && is_sample) writeOwn(desk.library.journal, { [OWN_SAMPLE]: String(desk.library.clock.now()) })
      if (isIn && key_open.length > 0) keepOpenKeyMeant(desk.library, staff ?? '')
      this.#goOnWithIt(isIn)
      // What stopped to ask begins again from nothing.
      this.#tell({ ...result.status, running: false, progress: isIn || wanted.is_preview ? 1 : 0 })
    } catch (fault) {
      // No answer waits for an import: a fault is reported in its status and in the log.
      this.#logFault(fault)
      const { words } = speechOf(desk)
      const reason =
        fault instanceof OperatingError ? faultText(words, fault.code, 'file') : words.faults.import_mistake
      this.#tell(stopped(this.status(), reason, words.faults.import_not_read))
      desk.session = changed(desk.session)
      try {
        this.#goOnWithIt(false)
      } catch (later) {
        this.#logFault(later)
      }
    }
    this.#push({ topic: 'desk-changed', version: desk.session.version })
  }

  /** The desk goes by what is in from now on: every file that was taken, whether the import came to its end or not. */
  #goOnWithIt(isDataIn: boolean): void {
    const desk = this.#desk
    rebase(desk.library.journal, { isDataIn })
    layRows(desk.library.journal)
    desk.library.reload()
    desk.session = withStaffNow(desk)
  }

  #logFault(fault: unknown): void {
    this.#log(`import: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  }

  /** The journal records what was imported, and the strip how new the data is. */
  #keep(command: Command, result: ImportResult, authority: Wanted['authority'], staff: StaffCode | undefined): void {
    const desk = this.#desk
    noteAsOf(desk.library.journal, desk.library.clock.now())
    const files = result.files.map(({ name, sha256, taken, rejected }) => {
      return { name, sha256, imported_count: taken, rejected_count: rejected }
    })
    const rules = result.rules.map((one) => ({ ...one }))
    const opening = byOwnKinds(result.status.opening.map(({ file: _file, ...sum }) => sum))
    const body = { files, rules, back_count: result.back_count, authority: [...authority], opening: [...opening] }
    record(
      desk.library,
      actorOf(desk),
      command,
      [{ kind: 'data-imported', body }],
      staff === undefined ? {} : { staff },
    )
  }

  /** An entry for each person, before it takes effect: whatever happens to later files, no staff is added unseen. */
  #keepStaff(changes: readonly StaffTaken[], staff: StaffCode | undefined): void {
    const { key } = this.#desk.library
    const drafts = changes.map(({ what, row }) => staffChanged(key, row, what, true))
    const by = staff === undefined ? {} : { staff }
    record(this.#desk.library, actorOf(this.#desk), ownCommand(this.#desk.library, 'staff taken in'), drafts, by)
  }

  #tell(status: ImportStatus): void {
    keepImport(this.#desk.library, status)
    const file = status.files.find((one) => one.state === 'reading')?.file ?? ''
    const { looking, importing } = speechOf(this.#desk).words.outcomes.records
    const says = file === '' ? looking : importing(file)
    this.#push({ topic: 'progress', of: 'import', progress: status.progress, says })
  }

  /**
   * Goes on with a newer reference file of the library, which is moved into place, while people are served: whoever is
   * open stays open, what was scanned stays scanned, and a report that ran begins again.
   *
   * @throws OperatingError file-busy while data goes in or out, or once the desk was closed;
   *   what `swapReference` throws
   */
  async goOnWith(path: string): Promise<void> {
    const desk = this.#desk
    await backupEnded(desk.library)
    await withoutReports(desk, { push: this.#push, log: this.#log }, () => {
      if (this.#isStopped || this.#work || isExporting(desk.library)) throw new OperatingError('file-busy', path)
      swapReference(desk.library.journal, path)
      desk.library.reload()
      desk.session = withStaffNow(desk)
    })
    this.#push({ topic: 'desk-changed', version: desk.session.version })
  }

  /** Waits for a running import or export to end. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#work
    await exportEnded(this.#desk.library)
  }
}
