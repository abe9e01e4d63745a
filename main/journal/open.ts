/**
 * Opens the journal of a store: makes the terminal's identity at the first start, and a new epoch when the files were
 * put back from a backup, so that two histories can never share an event's number.
 */
import { must } from '../../shared/kernel/assert.ts'
import { commandId, hex, type Random } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { noteEpoch, notedEpoch } from '../store/files.ts'
import { insertTerminal, readTerminal, setEpoch } from '../store/journal-rows.ts'
import { readMeta } from '../store/library-rows.ts'
import type { Store } from '../store/store.ts'
import { headText, Journal } from './journal.ts'
import { PATCHED_TO } from './patches.ts'

/** Letters and digits that are not mistaken for one another when read aloud. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

function newTerminalId(random: Random): string {
  return Array.from(random.bytes(6), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** @param isRestored true right after a backup was put in place */
export function openJournal(store: Store, now: Instant, random: Random, isRestored: boolean): Journal {
  const known = store.desk.get(readTerminal, {})
  const note = notedEpoch(store.folder)
  const noted = note ?? 0
  if (!known) {
    const row = { terminal_id: newTerminalId(random), epoch_count: noted + 1, created_at_ms: now }
    store.desk.transact(() => store.desk.run(insertTerminal, row))
  }
  const terminal = must(store.desk.get(readTerminal, {}), 'the terminal row was made')
  const previous = new Journal(store.desk, terminal.terminal_id, terminal.epoch_count)
  const reached = reachedByReference(store)
  // A note that cannot be read may have said more than the journal does: a new epoch is sure to be new.
  const isBehind = note === null || noted > terminal.epoch_count || isAfter(reached, previous.head)
  if (known && !isRestored && !isBehind) {
    if (noted !== terminal.epoch_count) noteEpoch(store.folder, terminal.epoch_count)
    return previous.head.seq > 0 ? previous : firstEvent(previous, now, random, 'new', previous)
  }
  const epoch = known ? Math.max(noted, terminal.epoch_count, reached.epoch) + 1 : terminal.epoch_count
  // Noted before it is used: a crash in between skips a number, and never uses one twice.
  noteEpoch(store.folder, epoch)
  if (known) store.desk.transact(() => store.desk.run(setEpoch, { epoch_count: epoch }))
  const journal = new Journal(store.desk, terminal.terminal_id, epoch)
  return firstEvent(journal, now, random, known ? 'restored' : 'new', previous)
}

type Place = { readonly epoch: number; readonly seq: number }

function isAfter(one: Place, other: Place): boolean {
  return one.epoch === other.epoch ? one.seq > other.seq : one.epoch > other.epoch
}

/**
 * How far the reference file says it has followed the journal. Further than the journal goes: an older journal was laid
 * beside it, whose next numbers the reference file would take for what it has already.
 */
function reachedByReference(store: Store): Place {
  const places = [PATCHED_TO, 'settled_to'].map((name): Place => {
    const [epoch = 0, seq = 0] = (store.desk.get(readMeta, { name })?.value ?? '0.0').split('.').map(Number)
    return { epoch, seq }
  })
  return places.reduce((furthest, place) => (isAfter(place, furthest) ? place : furthest))
}

function firstEvent(
  journal: Journal,
  now: Instant,
  random: Random,
  reason: 'new' | 'restored',
  previous: Journal,
): Journal {
  const hasPast = previous.head.seq > 0
  const body = {
    reason,
    previous_epoch_count: hasPast ? previous.head.epoch : 0,
    previous_head: hasPast ? headText(previous.head, previous.terminal) : hex(previous.head.hash),
  }
  const occasion = { command_id: commandId(now, random), request_hash: new Uint8Array(8), at: now }
  journal.record({ ...occasion, staff: '', branch: '' }, [{ kind: 'epoch-opened', body }])
  return journal
}
