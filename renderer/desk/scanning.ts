/**
 * Sends a scan, and keeps the list of those that were not confirmed until they went through. Must never take one off
 * that list that did not: the item would leave unrecorded.
 */
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { ScansDropped } from '../../shared/ipc/envelope.ts'
import { screenWords } from '../screen-words.ts'
import type { Heart } from './heart.ts'
import { noticeOf } from './notices.ts'
import type { Outbox, ScanEntry } from './outbox.ts'
import type { Store } from './state.ts'

type Scanning = { readonly store: Store; readonly heart: Heart; readonly outbox: Outbox }

/** What was in front of the desk when a scan came: a search, help, what was said. */
export function makeRoom(store: Store): void {
  const { panel } = store.now()
  store.change({ notice: null, search: null, search_behind: null, panel: panel === 'help' ? 'none' : panel })
}

/** Sends a scan: a good answer is shown, any other says that the scan was not recorded. */
export async function sendScan({ store, heart, outbox }: Scanning, entry: ScanEntry): Promise<void> {
  const count = (by: 1 | -1): void => store.change({ waiting_count: store.now().waiting_count + by })
  const isAtDesk = store.now().snapshot?.stage === 'desk'
  const { command_id: commandId, text, source, scanner } = entry
  count(1)
  const answer = await outbox.call('desk.scan', { commandId, text, source, ...(scanner && { scanner }) })
  count(-1)
  if (answer.kind !== 'ok') {
    const isRecorded = 'is_recorded' in answer && answer.is_recorded === true
    if (!isRecorded) listUnrecorded(store, entry)
    heart.say(noticeOf(screenWords(store.now()).rescue, answer))
    return
  }
  const { snapshot } = answer.output
  // Scanned at the desk, but nobody is signed in there any more: it was not taken, and no row says so.
  if (isAtDesk && snapshot.stage !== 'desk' && snapshot.band?.outcome === 'stop') listUnrecorded(store, entry)
  else wentThrough(store, [listedAs(entry), ...newBarcodes(store.now().snapshot, snapshot)])
  heart.take(snapshot, 'scan')
}

/** Scans that came while no page listened, and are gone: listed, and said once when the desk is on the screen. */
export function sayDropped(
  { store, heart }: Pick<Scanning, 'store' | 'heart'>,
  { scans_count, texts }: ScansDropped,
): void {
  store.change({ unrecorded: [...store.now().unrecorded, ...texts] })
  const say = (): void => {
    const { heading, sentence } = screenWords(store.now()).rescue.notice.not_taken
    heart.say({ outcome: 'stop', weight: 'full', heading: heading(scans_count), sentence })
  }
  if (store.now().snapshot !== null) return say()
  const stop = store.subscribe(() => {
    if (store.now().snapshot === null) return
    stop()
    say()
  })
}

const listedAs = ({ text }: ScanEntry): string => text.slice(0, 40)

/** Scans to repeat. All are kept, so that the count is true. */
function listUnrecorded(store: Store, entry: ScanEntry): void {
  store.change({ unrecorded: [...store.now().unrecorded, listedAs(entry)] })
}

function wentThrough(store: Store, texts: readonly string[]): void {
  const { unrecorded } = store.now()
  if (unrecorded.length > 0) store.change({ unrecorded: unrecorded.filter((one) => !texts.includes(one)) })
}

/** The number that the desk read in it: a scanner and a person do not enter the same text for it. */
function newBarcodes(before: DeskSnapshot | null, { rows }: DeskSnapshot): readonly string[] {
  const [row] = rows
  return row && row.row_id !== before?.rows[0]?.row_id ? [row.barcode] : []
}
