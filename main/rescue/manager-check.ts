/**
 * What can be learned about files that do not open, from a copy: what may be missing, and whether a manager asks. Must
 * never open the files themselves: SQLite would repair them and drop what is still readable.
 */
import { basename } from 'node:path'
import type { Refusal } from '../../shared/refusals/refusals.ts'
import { whatIsMissing } from '../../shared/desk/words/words-missing.ts'
import { lossWords } from '../../shared/desk/words/words-rescue.ts'
import { parseEvent } from '../../shared/journal/event.ts'
import { gravest } from '../../shared/journal/witness.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import { mayRole, type Grant } from '../../shared/staff/permissions.ts'
import { afterRight, afterWrong, guardFrom, guardName, pausedUntil, type Guard } from '../../shared/staff/pin-guard.ts'
import { no } from '../ipc/answer.ts'
import { openCopy } from '../journal/rebase.ts'
import { missingFrom } from '../journal/missing.ts'
import { REFERENCE_FILE } from '../store/files/file-names.ts'
import { dropReference, onCopy } from '../store/files/copy-aside.ts'
import { readRescueGuesses, writeRescueGuesses } from '../store/files/rescue-guesses.ts'
import { readNewestEvents } from '../store/journal/journal-rows.ts'
import { allBranches, staffByInitials } from '../store/policy/library-rows.ts'
import { damagedLogs } from '../store/files/log-check.ts'
import { roleGrantsIn } from '../store/policy/role-rows.ts'
import type { ReadStore } from '../store/store.ts'
import { ownPinCost, ownZone } from '../library/library.ts'
import { lastBranch } from '../library/own-branch.ts'
import { PIN_COST_LOG2_MIN, whoHasPin } from '../library/pin.ts'
import { speechBefore } from '../library/library-speech.ts'

type Files = { readonly folder: string; readonly now: () => Instant; readonly key: () => Uint8Array | null }
type LoggedFiles = Files & { readonly log: (line: string) => void }

/**
 * Opens a copy of the files, or of a backup, without what lies behind the damage.
 * @throws OperatingError when that does not open
 */
function onReadable<T>(
  files: Files,
  label: string,
  work: (store: ReadStore) => T,
  from = files.folder,
  prepare: (copy: string) => void = () => {},
): T {
  const onOpened = (copy: string): T => {
    prepare(copy)
    const store = openCopy(copy, files.key())
    try {
      return work(store)
    } finally {
      store.close()
    }
  }
  return onCopy(from, label, onOpened, files.folder)
}

/** The same without the library's data where that is damaged. */
function onWhatIsLeft<T>(files: Files, label: string, work: (store: ReadStore) => T, from?: string): T {
  try {
    return onReadable(files, label, work, from)
  } catch (fault) {
    if (from !== undefined || !(fault instanceof OperatingError) || !isReferenceLost(fault)) throw fault
    return onReadable(files, label, work, from, dropReference)
  }
}

/** The library's data is gone or damaged and the journal is not: whoever was added at this desk is found in it. */
export function isReferenceLost({ code, detail }: OperatingError): boolean {
  return (code === 'file-missing' || code === 'file-damaged') && basename(detail) === REFERENCE_FILE
}

/** A page that could not be read while the desk worked: of which file it is, is known when a copy is opened. */
function damagedFile(error: OperatingError, files: LoggedFiles, label: string): OperatingError {
  if (error.code !== 'file-damaged') return error
  try {
    onReadable(files, label, () => null)
    return error
  } catch (fault) {
    return fault instanceof OperatingError && isReferenceLost(fault) ? fault : error
  }
}

type Trouble = { readonly error: OperatingError; readonly go_on: string }

/** What going on would lose, where a log is damaged and the rest opens; otherwise going on is not offered. */
export function withLoss(found: OperatingError, files: LoggedFiles, label: string): Trouble {
  const { lost } = speechBefore({ now: files.now }).words.outcomes.records
  const error = damagedFile(found, files, label)
  if (isReferenceLost(error))
    return { error, go_on: error.code === 'file-missing' ? lost.without_library : lost.library_damaged }
  if (error.code !== 'log-damaged' && error.code !== 'setting-damaged') return { error, go_on: '' }
  try {
    return { error, go_on: error.code === 'log-damaged' ? lossOf(files, label) : branchOf(files, label) }
  } catch (fault) {
    if (!(fault instanceof OperatingError)) throw fault
    files.log(`what is left does not open either: ${fault.code}: ${fault.detail}`)
    return { error: fault.code === 'wrong-key' ? fault : error, go_on: '' }
  }
}

function lossOf(files: Files, label: string): string {
  const lost = damagedLogs(files.folder)
  const count = (file: string): number => lost.find((one) => one.file === file)?.lost_count ?? 0
  return onReadable(files, label, (store) => {
    const zone = ownZone(store.db)
    const speech = speechBefore({ now: files.now }, zone ?? undefined)
    const say = (at_ms: number): string => (zone ? speech.moment(instant(at_ms)) : '')
    const words = speech.words.outcomes.records
    const last = store.db.get(readNewestEvents, { limit: 1 })
    const last_text = last ? say(parseEvent(last.content).head.at_ms) : ''
    // Witnesses are read from the folder itself: the copy has only the data files.
    const most = gravest(missingFrom(store.db, files.folder))
    const known_text = most?.at_ms ? say(most.at_ms) : ''
    const witnessed = most ? whatIsMissing(words, most, { last_text, known_text }) : ''
    const counts = { journal_count: count('journal.db'), reference_count: count('reference.db') }
    return lossWords(words, { ...counts, last_text, witnessed })
  })
}

/** Where the desk goes on; empty where the branch of the last entry is gone too. */
function branchOf(files: Files, label: string): string {
  return onReadable(files, label, ({ db }) => {
    const last = lastBranch(db)
    const branch = db.all(allBranches, {}).find(({ branch_code }) => branch_code === last)
    return branch ? speechBefore({ now: files.now }).words.outcomes.records.lost.without_setting(branch.name) : ''
  })
}

type Typed = { readonly initials: string; readonly pin: string }

/**
 * Slows down wrong PINs here too, over a restart as well: they are counted in a file of their own, and told once the
 * desk is open.
 */
export class ManagerCheck {
  readonly #files: Files

  constructor(files: Files) {
    this.#files = files
  }

  /** Why this person may not look after the desk, as far as the files can be read; or null. */
  refusal(label: string, initials: string, pin: string): Refusal | null {
    return this.#refusal({ initials, pin }, ['look-after-desk'], label)
  }

  /**
   * Why this person may not put a backup in place, by what it says itself: it brings its own staff and roles.
   * @throws OperatingError wrong-key when the desk's key does not open it
   */
  backupRefusal(label: string, from_folder: string, who: Typed): Refusal | null {
    return this.#refusal(who, ['look-after-desk', 'edit-staff'], label, from_folder)
  }

  #refusal({ initials, pin }: Typed, needed: readonly Grant[], label: string, from?: string): Refusal | null {
    const now = this.#files.now()
    const guard = guardFrom(readRescueGuesses(this.#files.folder))
    if (pausedUntil(guard, initials, now) !== null) {
      return no('sign-in-paused', { until: null }).refused
    }
    const read = ({ db }: ReadStore) => ({
      cost_log2: ownPinCost(db) ?? PIN_COST_LOG2_MIN,
      people: db.all(staffByInitials, { initials: guardName(initials) }),
      grants: roleGrantsIn(db),
    })
    const { people, grants, cost_log2 } = onWhatIsLeft(this.#files, label, read, from)
    // Counted before it is checked: whoever ends the program meanwhile, or fills the disk, gains no guess.
    this.#keep(afterWrong(guard, initials, now))
    const found = whoHasPin(people, pin, cost_log2)
    if (!found) return no('sign-in-failed').refused
    this.#keep(afterRight(guard, initials))
    return needed.every((grant) => mayRole(grants, found.role, grant)) ? null : no('not-permitted').refused
  }

  #keep(guard: Guard): void {
    writeRescueGuesses(this.#files.folder, guard.length === 0 ? '' : JSON.stringify(guard))
  }
}
