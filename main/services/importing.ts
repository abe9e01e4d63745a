/**
 * Data in, run beside the desk: one import at a time, progress told, the journal keeps what was taken.
 * Must never block the line: the reader yields after each chunk.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import type { StaffCode } from '../../shared/kernel/ids.ts'
import type { Push } from '../../shared/ipc/envelope.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { no, ok, type Answer } from '../ipc/answer.ts'
import { importFolder } from '../import/import-folder.ts'
import { recordedEvents } from '../journal/recorded.ts'
import { applyPatches } from '../journal/patches.ts'
import { settle } from '../journal/settle.ts'
import { locked } from '../../shared/desk/lock.ts'
import { changed, type Session } from '../../shared/desk/session.ts'
import { writeMeta } from '../store/library-rows.ts'
import { record, type Command, type Desk } from './context.ts'
import { hashPin } from './pin.ts'
import { staffOfCode } from './staff-known.ts'

const NOT_TAKEN = 'Datestamp made a mistake while reading. Files shown as taken are in; the others are not.'
const NOTHING_YET: ImportStatus = { running: false, progress: 0, files: [], report_file: '' }

/** Whoever is signed in has the role that the data says; who works here no longer finds the desk locked. */
function withStaffNow(desk: Desk): Session {
  const { session } = desk
  if (session.staff === null) return changed(session)
  const staff = staffOfCode(desk, session.staff.staff_code)
  return staff ? changed({ ...session, staff }) : locked(session)
}

export class Importing {
  readonly #desk: Desk
  readonly #push: (push: Push) => void
  readonly #log: (line: string) => void
  #status: ImportStatus = NOTHING_YET
  #work: Promise<void> | null = null

  constructor(desk: Desk, push: (push: Push) => void, log: (line: string) => void) {
    this.#desk = desk
    this.#push = push
    this.#log = log
  }

  get isRunning(): boolean {
    return this.#work !== null
  }

  status(): ImportStatus {
    return this.#status
  }

  /** Begins, and answers at once; `status` and the pushes say how far it is. */
  start(command: Command, folder: string): Answer<ImportStatus> {
    if (this.#desk.journal.past(command.command_id)) return ok(this.#status)
    if (this.#work) return no('import-running')
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return no('folder-unreadable', { folder })
    this.#status = { ...NOTHING_YET, running: true }
    this.#work = this.#run(command, folder, this.#desk.session.staff?.staff_code).finally(() => {
      this.#work = null
    })
    return ok(this.#status)
  }

  async #run(command: Command, folder: string, staff: StaffCode | undefined): Promise<void> {
    const desk = this.#desk
    try {
      // Older changes of this desk go into the reference first, so that the import cannot overtake them.
      settle(desk.store, desk.journal)
      const result = await importFolder(folder, {
        db: desk.store.reference.db,
        clock: desk.clock,
        random: desk.random,
        hashPin: (pin) => hashPin(pin, desk.random),
        onProgress: (status) => this.#tell(status),
        reportFolder: join(desk.store.folder, 'reports'),
        events: () => recordedEvents(desk.store.desk),
        pause: () => nextTurn(),
      })
      desk.store.reference.transact(() =>
        desk.store.reference.run(writeMeta, { name: 'as_of_ms', value: String(desk.clock.now()) }),
      )
      const files = result.files.map(({ name, sha256, taken, rejected }) => {
        return { name, sha256, taken_count: taken, rejected_count: rejected }
      })
      record(desk, command, [{ kind: 'data-imported', body: { files } }], staff === undefined ? {} : { staff })
      applyPatches(desk.store, desk.journal)
      desk.library.reload()
      desk.session = withStaffNow(desk)
      this.#tell({ ...result.status, running: false, progress: 1 })
    } catch (fault) {
      // An import ends by itself, not by an answer: what went wrong is told in its status and kept in the log.
      const message = fault instanceof OperatingError ? fault.message : NOT_TAKEN
      this.#log(`import: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
      const stopped = { file: '', rows_count: 0, taken_count: 0, rejected_count: 0, state: 'refused' as const, message }
      this.#tell({ ...this.#status, running: false, files: [...this.#status.files, stopped] })
    }
  }

  #tell(status: ImportStatus): void {
    this.#status = status
    const file = status.files.find((one) => one.state === 'reading')?.file ?? ''
    this.#push({ topic: 'import-progress', progress: status.progress, file })
  }

  /** Waits for a running import to end. */
  async stop(): Promise<void> {
    await this.#work
  }
}
