/**
 * The witnesses of this desk: written beside the journal from time to time, compared with it at a start, and reported
 * until missing entries are acknowledged. Must never delay a scan, nor stop the desk.
 */
import { sayMoment } from '../../../shared/kernel/say-date.ts'
import { missingWords } from '../../../shared/desk/words/words-missing.ts'
import { gravest, type Missing } from '../../../shared/journal/witness.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import type { Journal } from '../../journal/journal.ts'
import { witnessOf, type Loss } from '../../journal/missing.ts'
import { readEventHash } from '../../store/journal/journal-rows.ts'
import { readWitness, writeWitness } from '../../store/files/witness-files.ts'
import { deskZone } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'

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
export function vouchedText(library: Library): string {
  const { journal, folder, db } = library
  const witness = readWitness(folder, 'desk')
  if (!witness || witness.terminal !== journal.terminal || witness.at_ms === null) return ''
  const row = db.get(readEventHash, { epoch_count: witness.epoch, seq_count: witness.seq })
  const isThere = row !== null && Buffer.from(row.hash).toString('hex') === witness.hash
  return isThere ? sayOf(library)(witness.at_ms) : ''
}

function sayOf(library: Library): (at_ms: number | null) => string {
  const zone = deskZone(library)
  const today = toLocalDate(library.clock.now(), zone)
  return (at_ms) => (at_ms === null ? '' : sayMoment(instant(at_ms), zone, today))
}

type Told = { readonly most: Missing; readonly moments: { readonly last_text: string; readonly known_text: string } }

/** Missing entries that nobody has acknowledged, each with its moments in words; newest first. */
export function lossesTold(library: Library): readonly Told[] {
  const { losses } = library.journal
  if (losses.length === 0) return []
  const say = sayOf(library)
  return losses.flatMap(({ missing, last_at_ms }: Loss) => {
    const most = gravest(missing)
    return most ? [{ most, moments: { last_text: say(last_at_ms), known_text: say(most.at_ms) } }] : []
  })
}

/** What everyone should know about this computer: missing entries, a wrong clock. Empty when all is well. */
export function troubleOf(library: Library): string {
  const missing = lossesTold(library).map(({ most, moments }) => missingWords(most, moments))
  return [...missing, library.clock.trouble()].filter((words) => words !== '').join(' ')
}
