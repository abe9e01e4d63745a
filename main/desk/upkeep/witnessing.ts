/**
 * The witnesses of this desk: written beside the journal from time to time, compared with it at a start, and reported
 * until missing entries are acknowledged. Must never delay a scan, nor stop the desk.
 */
import { whatIsMissing } from '../../../shared/desk/words/words-missing.ts'
import { gravest } from '../../../shared/journal/witness.ts'
import { instant } from '../../../shared/kernel/time.ts'
import type { Journal } from '../../journal/journal.ts'
import { witnessOf, type Loss } from '../../journal/missing.ts'
import { fingerprintOf } from '../../journal/signing.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { readEventHash } from '../../store/journal/journal-rows.ts'
import { readWitness, writeWitness } from '../../store/files/witness-files.ts'
import { changedStaff, staffInitials } from '../../library/staff-known.ts'
import { backupAhead } from './backups-ahead.ts'
import { brokenFrom } from './chain-walk.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import type { Library } from '../../library/library.ts'

type Found = Pick<
  Output<'system.status'>,
  'missing' | 'restored' | 'unproved' | 'broken_from' | 'backup_ahead' | 'changed_staff' | 'signing_key'
>

/** The head that each journal's witness names. */
const kept = new WeakMap<Journal, Uint8Array>()
/** Journals whose folder is not writable: reported once, not every few seconds, until it is writable again. */
const unwritable = new WeakSet<Journal>()

/** Writes down how far the journal has come. For a timer and for closing: never in the way of a scan. */
export function keepWitness({ journal, folder }: Library, log: (line: string) => void): void {
  const { hash } = journal.head
  if (kept.get(journal) === hash) return
  if (writeWitness(folder, 'desk', witnessOf(journal))) {
    kept.set(journal, hash)
    unwritable.delete(journal)
  } else if (!unwritable.has(journal)) {
    unwritable.add(journal)
    log('how far the journal has come could not be noted beside it')
  }
}

/** Up to when the desk's own witness vouches for the journal as it is; empty when it says nothing. */
export function vouchedText(library: Library, { moment }: Speech): string {
  const { journal, folder, db } = library
  const witness = readWitness(folder, 'desk')
  if (!witness || witness.terminal !== journal.terminal || witness.at_ms === null) return ''
  const row = db.get(readEventHash, { epoch: witness.epoch, seq: witness.seq })
  const isThere = row !== null && Buffer.from(row.hash).toString('hex') === witness.hash
  return isThere ? moment(instant(witness.at_ms)) : ''
}

/** Missing entries that nobody has acknowledged, a sentence or two each; newest first. */
export function lossesTold(library: Library, { moment, words }: Speech): readonly string[] {
  const { journal } = library
  const { records } = words.outcomes
  const say = (at_ms: number | null): string => (at_ms === null ? '' : moment(instant(at_ms)))
  const told = journal.losses.flatMap(({ missing, last_at_ms }: Loss) => {
    const most = gravest(missing)
    if (!most) return []
    const moments = { last_text: say(last_at_ms), known_text: say(most.at_ms) }
    const signed = missing.find(({ known_by }) => known_by === 'signed')
    const notAsSigned = signed ? ` ${records.not_as_signed(say(signed.at_ms))}` : ''
    return [`${whatIsMissing(records, most, moments)}${notAsSigned}`]
  })
  const ahead = told.length > 0 ? null : backupAhead(library)
  if (ahead === null) return told
  return [whatIsMissing(records, ahead, { last_text: '', known_text: say(ahead.at_ms) })]
}

/** Changed entries, restored files and keys that nobody has acknowledged, a sentence or two each; newest first. */
export function changesTold(library: Library, { moment, words }: Speech): readonly string[] {
  const { records } = words.outcomes
  const broken = brokenFrom(library)
  const told = library.journal.losses.flatMap(({ at_ms, last_at_ms, restored, unproved }: Loss) => {
    if (unproved) return [unproved === 'other' ? records.other_signer : records.signed_head_gone]
    if (!restored) return []
    const up_to_text = last_at_ms === null ? '' : moment(instant(last_at_ms))
    const says = records.stands_on_restored(moment(instant(at_ms)), up_to_text, restored.by)
    return [`${says} ${records.backup_signed[restored.backup_signed]}`]
  })
  return broken === '' ? told : [records.not_as_sealed(broken), ...told]
}

/** The people whose rows were changed in the files: a new PIN ends it, and nobody acknowledges it away. */
export function staffTold(library: Library, { words }: Speech): readonly string[] {
  const initials = changedStaff(library).map((code) => staffInitials(library, code))
  return initials.length === 0 ? [] : [words.outcomes.records.staff_changed(initials.join(', '))]
}

/** For a script: the same as data. */
export function foundAtOpenings(library: Library): Found {
  const { journal, signing } = library
  const { losses } = journal
  return {
    missing: losses
      .filter(({ missing }) => missing.length > 0)
      .map(({ event, last_at_ms, missing }) => ({ event, last_at_ms, witnesses: [...missing] })),
    restored: losses.flatMap(({ event, at_ms, restored }) => (restored ? [{ event, at_ms, ...restored }] : [])),
    unproved: losses.flatMap(({ event, at_ms, unproved }) => (unproved ? [{ event, at_ms, state: unproved }] : [])),
    broken_from: brokenFrom(library),
    backup_ahead: backupAhead(library),
    changed_staff: [...changedStaff(library)],
    signing_key: signing ? fingerprintOf(signing.public_key) : '',
  }
}

/** What everyone should know about this computer: missing entries, a wrong clock, an open key. Empty: all is well. */
export function troubleOf(library: Library, speech: Speech): string {
  const { records, desk } = speech.words.outcomes
  const clock = library.clock.trouble()
  return [
    ...lossesTold(library, speech).map((says) => `${says} ${records.what_next}`),
    ...changesTold(library, speech).map((says) => `${says} ${records.who_clears}`),
    ...staffTold(library, speech),
    ...(clock === null ? [] : [desk.clock[clock]]),
    ...(library.key_kept === 'no-keyring' ? [desk.no_keyring] : []),
  ].join(' ')
}
