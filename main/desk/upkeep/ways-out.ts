/**
 * The ways out of rescue, and restoring a backup on a working desk. Everything that can be refused is refused before a
 * file is touched. Must never go on over a loss that nobody agreed to, nor log a key.
 */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { readRecoveryKey } from '../../../shared/kernel/recovery-key.ts'
import { isRestorable } from '../../../shared/desk/ways-out.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { guardName } from '../../../shared/staff/pin-guard.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { isRefused, no, ok, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { dropReference, keepAside } from '../../store/files/copy-aside.ts'
import { isBackupFolder, opensAny, restore, type RestorePlan } from '../../store/files/restore.ts'
import { readSignedHead } from '../../store/files/signed-files.ts'
import type { Desk } from '../desk.ts'
import { ownCommand } from '../../library/follow.ts'
import { pastOf } from '../../library/record.ts'
import { commandOf, commandText, type Command } from '../../library/command.ts'
import { mayOwn } from '../../library/grants.ts'
import { isReferenceLost, ManagerCheck } from '../../rescue/manager-check.ts'
import { typedPlace } from '../staff/new-place.ts'
import { mendOwn, readOwn, writeOwn } from '../../journal/own-values.ts'
import { genuine, type Signing } from '../../journal/signing.ts'
import type { Actor } from '../../library/actor.ts'
import { OWN_BRANCH, type Library } from '../../library/library.ts'
import { lastBranch } from '../../library/own-branch.ts'
import { ownPinRefusal } from '../staff/own-pin.ts'
import { signInByPin } from '../staff/staff.ts'
import { actorOf } from '../desk.ts'
import { speechBefore } from '../../library/library-speech.ts'

export type WayOut = 'store.restore' | 'rescue.retry' | 'rescue.unlock' | 'rescue.go-on'

export type Opening = {
  /** A key other than the desk's former one. */
  readonly key?: Uint8Array
  /** Different files than before: a new epoch begins. */
  readonly isRestored?: boolean
  readonly isLossAccepted?: boolean
  /** Begin without the library's data, which is gone: it is imported again. */
  readonly isReferenceAnew?: boolean
}

/** What the ways out need of the station. */
export type StationDoor = {
  readonly folder: string
  readonly now: () => Instant
  readonly key: () => Uint8Array | null
  /** The open desk, or null in rescue. */
  readonly desk: () => Desk | null
  readonly error: () => OperatingError | null
  /** An open desk that nobody has set up: everything is open to whoever is there. */
  readonly isNeverSetUp: () => boolean
  readonly snapshot: () => DeskSnapshot
  readonly stop: () => Promise<void>
  /** Opens the files, into the desk or into rescue. A key that opens them is the desk's from then on. */
  readonly open: (opening: Opening) => void
  /** What this computer signs with; null: nothing. */
  readonly signing: Signing | null
  /** Keeps a key for the next start. */
  readonly keepKey: (key: Uint8Array) => Promise<void>
  readonly log: (line: string) => void
}

type Snapshot = Answer<{ readonly snapshot: DeskSnapshot }>

const RESTORED_BY = 'restored_by'

/** Between two desks: as one is put back from a backup. */
export function notOpen(): never {
  throw new OperatingError('process-down', 'the station is being opened')
}

export function waysOut(door: StationDoor): Pick<Handlers, WayOut> {
  const managers = new ManagerCheck(door)
  return {
    'rescue.retry': () => {
      if (door.error()) door.open({})
      return ok({ snapshot: door.snapshot() })
    },
    'rescue.unlock': ({ recovery_key }) => unlock(door, recovery_key),
    'rescue.go-on': (input) => goOn(door, managers, input),
    'store.restore': (input) => putBack(door, managers, input),
  }
}

function labelOf(door: StationDoor): string {
  return new Date(door.now()).toISOString().replaceAll(/[:.]/g, '-')
}

/** A typed recovery key, or why it is invalid. */
function keyOf(text: string): Answer<Uint8Array> {
  const read = readRecoveryKey(text)
  if (read.kind === 'key') return ok(read.key)
  if (read.kind === 'group') return no('recovery-key-mistyped', { group: read.group_number })
  return no('recovery-key-length', { count: read.letters_count, needed: read.needed_count })
}

async function unlock(door: StationDoor, text: string): Promise<Snapshot> {
  const error = door.error()
  if (!error) return no('rescue-over')
  const key = keyOf(text)
  if (isRefused(key)) return key
  door.open({ key: key.ok })
  if (door.error()?.code === 'wrong-key') {
    // Back to the former trouble: the screen keeps showing that.
    door.open({})
    return no('recovery-key-wrong')
  }
  await keep(door, key.ok)
  return ok({ snapshot: door.snapshot() })
}

/** The desk works with a key that could not be stored; it says so. */
async function keep(door: StationDoor, key: Uint8Array): Promise<void> {
  try {
    await door.keepKey(key)
  } catch (fault) {
    door.log(`the key could not be kept: ${fault instanceof Error ? fault.message : 'unknown'}`)
    const desk = door.desk()
    const { key_not_kept } = speechBefore({ now: door.now }).words.outcomes.records
    if (desk) desk.session = { ...desk.session, recovered: key_not_kept, recovered_outside: key_not_kept }
  }
}

function goOn(door: StationDoor, managers: ManagerCheck, { initials, pin }: Input<'rescue.go-on'>): Snapshot {
  const error = door.error()
  if (!error) return no('rescue-over')
  const isReferenceAnew = isReferenceLost(error)
  const isSettingLost = error.code === 'setting-damaged'
  if (error.code !== 'log-damaged' && !isReferenceAnew && !isSettingLost) return no('not-permitted')
  const label = labelOf(door)
  const refused = managers.refusal(label, initials, pin)
  if (refused) return { refused }
  keepAside(door.folder, label)
  if (isReferenceAnew) {
    dropReference(door.folder)
    door.log(`going on without the library's data; the journal is kept in kept-${label}`)
    door.open({ isReferenceAnew })
    const desk = door.desk()
    // Only they may take the library's data in again, staff included.
    const refusal = desk && signInByPin(desk, ownCommand(desk.library, label), initials, pin)
    return refusal ? { refused: refusal } : ok({ snapshot: door.snapshot() })
  }
  if (isSettingLost) {
    door.log(`going on at the branch of the last entry; the files are kept in kept-${label}`)
    mendOwn(door.folder, door.key(), (db) => ({ [OWN_BRANCH]: lastBranch(db) ?? '' }))
    door.open({})
    return ok({ snapshot: door.snapshot() })
  }
  door.log(`going on without what a damaged log holds; the files are kept in kept-${label}`)
  // Lost entries had numbers that someone may have seen: a new epoch, so that none is given twice.
  door.open({ isLossAccepted: true, isRestored: true })
  return ok({ snapshot: door.snapshot() })
}

/**
 * A backup brings its own staff and roles, perhaps another desk's: so it needs both grants, and no approval replaces
 * them.
 */
export function mayPutBack(library: Library, actor: Actor): boolean {
  return mayOwn(library, actor, 'look-after-desk') && mayOwn(library, actor, 'edit-staff')
}

/** Whether anybody at this desk may ask for a restore at all, before they prove who they are. */
function mayAskRestore(door: StationDoor): boolean {
  const error = door.error()
  if (error) return isRestorable(error.code)
  const desk = door.desk()
  return desk !== null && (door.isNeverSetUp() || mayPutBack(desk.library, actorOf(desk)))
}

/** The folder of the backup, or why it cannot be restored. */
function restorePlace(from_folder: string): Refusal | { readonly path: string } {
  const place = typedPlace(from_folder)
  if ('code' in place || isBackupFolder(place.path)) return place
  return no('folder-unreadable', { folder: place.path }).refused
}

type LetIn = { readonly backup_key: Uint8Array; readonly restored: RestorePlan['restored'] }

/**
 * On what proof a backup is let in, and with which key. A desk that was never set up takes any. Everywhere else the
 * backup must open with this desk's own key: another key would give the desk to whoever brings a folder and a key.
 */
function letIn(door: StationDoor, managers: ManagerCheck, path: string, input: Input<'store.restore'>): Answer<LetIn> {
  const { recovery_key = '', initials = '', pin = '' } = input
  const isTyped = recovery_key.trim() !== ''
  const typed = isTyped ? keyOf(recovery_key) : ok(door.key())
  if (isRefused(typed)) return typed
  const backup_key = typed.ok
  if (!backup_key) return no('recovery-key-needed')
  if (door.isNeverSetUp()) return ok({ backup_key, restored: { by: '', proof: 'never-set-up' } })
  if (isTyped && !isOwnKey(door, backup_key)) return no('backup-of-other-desk')
  const desk = door.desk()
  if (desk) {
    const refused = ownPinRefusal(desk, 'store.restore', input.own_pin)
    const by = desk.session.staff?.initials ?? ''
    return refused ? { refused } : ok({ backup_key, restored: { by, proof: 'person' } })
  }
  if (isTyped) return ok({ backup_key, restored: { by: '', proof: 'recovery-key' } })
  if (initials.trim() === '' || pin === '') return no('restore-needs-proof')
  try {
    const refused = managers.backupRefusal(labelOf(door), path, { initials, pin })
    if (refused) return { refused }
  } catch (fault) {
    if (fault instanceof OperatingError && fault.code === 'wrong-key') return no('backup-of-other-desk')
    throw fault
  }
  return ok({ backup_key, restored: { by: guardName(initials), proof: 'person' } })
}

/** The key that the computer keeps; where that is lost or opens nothing that is here, one that opens a file. */
function isOwnKey(door: StationDoor, key: Uint8Array): boolean {
  const own = door.key()
  if (own && Buffer.compare(own, key) === 0) return true
  if (door.desk() !== null) return false
  const label = labelOf(door)
  return (own === null || !opensAny(door.folder, own, label)) && opensAny(door.folder, key, label)
}

/** The signed head beside a backup, if it is genuine, and whether this computer signed it. */
function signedBeside({ signing }: StationDoor, from_folder: string): RestorePlan['signed'] {
  const signed = genuine(readSignedHead(from_folder) ?? '')
  return signed && { ...signed, is_own: signed.public_key === signing?.public_key }
}

/** Nothing forgets it before the next restore, so it holds no seal of a PIN or of the recovery key. */
function keptText(command: Command): string {
  return commandText({ ...command, personal_hash: null })
}

async function putBack(door: StationDoor, managers: ManagerCheck, input: Input<'store.restore'>): Promise<Snapshot> {
  const before = door.desk()
  const command = commandOf('store.restore', input)
  const restored_by = before ? readOwn(before.library.db, RESTORED_BY) : ''
  if (restored_by === keptText(command)) return ok({ snapshot: door.snapshot() })
  const isUsed =
    restored_by.startsWith(command.command_id) || (before !== null && pastOf(before.library, command) !== null)
  if (isUsed) return no('command-changed')
  if (!mayAskRestore(door)) return no('not-permitted')
  const place = restorePlace(input.from_folder)
  if ('code' in place) return { refused: place }
  const entry = letIn(door, managers, place.path, input)
  if (isRefused(entry)) return entry
  const { backup_key, restored } = entry.ok
  await door.stop()
  const key = door.key()
  try {
    const plan = { folder: door.folder, from_folder: place.path, key, backup_key, label: labelOf(door) }
    restore({ ...plan, restored, signed: signedBeside(door, place.path) })
  } catch (fault) {
    door.open({})
    throw fault
  }
  door.open({ key: backup_key, isRestored: true })
  const now = door.desk()
  if (!now) throw new OperatingError('backup-damaged', 'the backup does not open')
  writeOwn(now.library.journal, { [RESTORED_BY]: keptText(command) })
  // After the files: if interrupted in between, the recovery key opens them.
  if (key === null || Buffer.compare(key, backup_key) !== 0) await keep(door, backup_key)
  return ok({ snapshot: door.snapshot() })
}
