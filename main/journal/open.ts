/**
 * Opens the journal of a store: makes the terminal's identity at the first start, and a new epoch when the files were
 * put back from a backup or end before what a witness knows, so that two histories can never share an event's number.
 * A key that signs for the first time begins an epoch too, which names it.
 */
import type { EventBody } from '../../shared/journal/event.ts'
import type { Restored, SignerFound } from '../../shared/journal/restored.ts'
import type { Missing } from '../../shared/journal/witness.ts'
import { must } from '../../shared/kernel/assert.ts'
import { commandId, hex, type Random } from '../../shared/kernel/ids.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { noteEpoch, notedEpoch } from '../store/files/file-names.ts'
import { dropRestoredNote, notedRestored } from '../store/files/signed-files.ts'
import { insertTerminal, readTerminal, setEpoch } from '../store/journal/journal-rows.ts'
import { doubtReached } from '../store/numbers/card-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import { refuseOtherLibrary } from './fold-again.ts'
import { forgetAgain } from './forget-ended.ts'
import { headText, Journal } from './journal.ts'
import { layRows } from './lay.ts'
import { missingFrom, openLosses, reachedByReference, signerNamed } from './missing.ts'
import { followReference, type TellRebuild } from './rebase.ts'
import type { Proof } from './signing.ts'

/** Letters and digits that are not mistaken for one another when read aloud. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Still four digits on a receipt after the first one. */
const LEAP_MAX = 9_000

function newTerminalId(random: Random): string {
  return Array.from(random.bytes(6), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

export type OpeningOf = {
  /** A person agreed to go on without what cannot be read: entered, and not told again. */
  readonly isLossAccepted?: boolean
  /** False: the key of the files is older than this start, and begins no journal. */
  readonly is_key_new?: boolean | undefined
  /** What this computer signs with; null: it signs nothing. */
  readonly proof?: Proof | null
  /** How far a rebuild of the overlay is. */
  readonly tell?: TellRebuild
}

/**
 * @param isRestored true right after other files were put in place
 * @throws OperatingError other-library; wrong-key for a journal that would begin with the key of another folder
 */
export function openJournal(
  store: Store,
  now: Instant,
  random: Random,
  isRestored: boolean,
  { isLossAccepted = false, is_key_new = true, proof = null, tell }: OpeningOf = {},
): Journal {
  refuseOtherLibrary(store.db)
  // Set-up would show that key to whoever emptied the folder.
  if (!is_key_new && store.db.get(readTerminal, {}) === null) throw new OperatingError('wrong-key', store.folder)
  const journal = beginJournal(store, { now, random, isRestored, isLossAccepted, proof })
  forgetAgain(store)
  followReference({ writes: store }, tell)
  layRows({ writes: store })
  return journal
}

type Beginning = {
  readonly now: Instant
  readonly random: Random
  readonly isRestored: boolean
  readonly isLossAccepted: boolean
  readonly proof: Proof | null
}

function beginJournal(store: Store, { now, random, isRestored, isLossAccepted, proof }: Beginning): Journal {
  // A backup ends before what was signed here. Only this process knows that a person put it in place.
  const isExchanged = isRestored && !isLossAccepted
  const missing = missingFrom(store.db, store.folder, isExchanged ? null : (proof?.head ?? null))
  const known = store.db.get(readTerminal, {})
  const signer = proof && signerNow(store.db, proof, known === null)
  const note = notedEpoch(store.folder)
  const noted = note ?? 0
  if (!known) {
    const row = { one: 1, terminal_id: newTerminalId(random), epoch: noted + 1, created_at_ms: now }
    store.db.transact(() => store.db.run(insertTerminal, row))
  }
  const terminal = must(store.db.get(readTerminal, {}), 'the terminal row was made')
  const previous = new Journal(store, terminal.terminal_id, terminal.epoch)
  const restored = restoredHere(store.folder, isRestored)
  const first = { previous, now, random, missing, is_accepted: isLossAccepted, restored, signer }
  // A note that cannot be read may have said more than the journal does: a new epoch is sure to be new.
  const isBehind = note === null || noted > terminal.epoch || missing.length > 0
  if (known && !isRestored && !isBehind && !isOtherSigner(store.db, signer)) {
    if (noted !== terminal.epoch) noteEpoch(store.folder, terminal.epoch)
    dropRestoredNote(store.folder)
    return previous.head.seq > 0 ? previous : firstEvent(previous, { ...first, reason: 'new' })
  }
  const signed = proof?.head?.terminal === terminal.terminal_id ? proof.head.epoch : 0
  const witnessed = Math.max(reachedByReference(store.db).epoch, signed, ...missing.map((one) => one.epoch))
  const next = Math.max(noted, terminal.epoch, witnessed) + 1 + leapOf(signer, random)
  const epoch = known ? next : terminal.epoch
  // Noted before it is used: a crash in between skips a number, and never uses one twice.
  noteEpoch(store.folder, epoch)
  const isGoneOn = isRestored || isBehind || signer?.state === 'other'
  if (known) store.db.transact(() => goOnIn(store, { epoch, isGoneOn, random }))
  const again = missing.length > 0 && !isRestored ? 'behind' : isRestored || isBehind ? 'restored' : 'signer'
  const journal = firstEvent(new Journal(store, terminal.terminal_id, epoch), {
    ...first,
    reason: known ? again : 'new',
  })
  dropRestoredNote(store.folder)
  return journal
}

type GoingOn = { readonly epoch: number; readonly isGoneOn: boolean; readonly random: Random }

/** @param isGoneOn the desk may have given cards and numbers after what its files say, here or at another computer */
function goOnIn({ db, numbers }: Store, { epoch, isGoneOn, random }: GoingOn): void {
  db.run(setEpoch, { epoch })
  if (!isGoneOn) return
  const { terminal_id } = must(db.get(readTerminal, {}), 'a terminal that is known')
  db.run(doubtReached, { terminal_code: terminal_id })
  numbers.leaveAll(random)
}

/**
 * A computer that did not sign this journal before knows nothing of the epochs in which other computers went on from
 * the same backup: the first one that was free would be the same for all of them, and so would the numbers of their
 * receipts. @returns by how many epochs it goes on beyond the next one
 */
function leapOf(signer: SignerFound | null, random: Random): number {
  if (!signer || signer.state === 'same') return 0
  const [high = 0, low = 0] = random.bytes(2)
  return 1 + ((high * 256 + low) % LEAP_MAX)
}

/** Anybody who writes in the folder can write the note: who did it is believed of this process alone. */
function restoredHere(folder: string, isRestored: boolean): Restored | null {
  const note = notedRestored(folder)
  return note && (isRestored ? note : { ...note, by: '' })
}

/** @param isFresh the journal was made just now: that nothing was kept of what was signed says nothing */
function signerNow(db: ReadHandle, { public_key, is_new, head }: Proof, isFresh: boolean): SignerFound {
  const named = signerNamed(db)
  if (named && named.public_key !== public_key) return { public_key, state: 'other' }
  if (head) return { public_key, state: named ? 'same' : 'first' }
  return { public_key, state: is_new || isFresh ? 'first' : 'head-gone' }
}

/** Whether the journal does not say so yet. The signed head can be taken away again after that was acknowledged. */
function isOtherSigner(db: ReadHandle, signer: SignerFound | null): boolean {
  if (!signer || signer.state === 'same') return false
  if (signer.state === 'head-gone') return !openLosses(db).some(({ unproved }) => unproved === 'head-gone')
  const named = signerNamed(db)
  return named?.public_key !== signer.public_key || named.state !== signer.state
}

type First = {
  readonly previous: Journal
  readonly now: Instant
  readonly random: Random
  readonly reason: EventBody<'epoch-opened'>['reason']
  readonly missing: readonly Missing[]
  readonly is_accepted: boolean
  readonly restored: Restored | null
  readonly signer: SignerFound | null
}

function firstEvent(
  journal: Journal,
  { previous, now, random, reason, missing, is_accepted, restored, signer }: First,
): Journal {
  const { head, terminal } = previous
  const hasPast = head.seq > 0
  const body = {
    reason,
    previous_epoch: hasPast ? head.epoch : 0,
    previous_head: hasPast ? headText(head, terminal) : hex(head.hash),
    last_at_ms: head.at > 0 ? head.at : null,
    missing: [...missing],
    is_accepted,
    restored,
    signer,
  }
  const occasion = { command_id: commandId(now, random), request_hash: new Uint8Array(8), at: now }
  journal.record({ ...occasion, staff: '', branch: '' }, [{ kind: 'epoch-opened', body }])
  return journal
}
