/** The message when the desk starts again: what was recorded last, and up to when that is known to be complete. */
import { sayMoment } from '../../../shared/kernel/say-date.ts'
import { stoppedWords } from '../../../shared/desk/words/words-missing.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { deskZone, findItem } from '../../library/here.ts'
import { vouchedText } from './witnessing.ts'
import type { Library } from '../../library/library.ts'

const LOOKED_AT = 50
const SAID_OF: Readonly<Record<string, string>> = {
  'item-checked-out': 'checked out',
  'item-checked-in': 'checked in',
  'loan-renewed': 'renewed',
  'loan-recalled': 'recalled',
  'check-out-undone': 'undone',
  'check-in-undone': 'undone',
  'renewal-undone': 'undone',
  'recall-undone': 'undone',
}

/** Empty when the desk was signed out properly, or has recorded nothing yet. */
export function recoveredText(library: Library): string {
  const events = library.journal.newest(LOOKED_AT)
  const [newest] = events
  if (!newest || newest.kind === 'staff-signed-out' || newest.kind === 'epoch-opened') return ''
  const last = events.find((event) => event.kind in SAID_OF)
  if (!last || !('item_barcode' in last.body) || last.body.item_barcode === null) return ''
  const zone = deskZone(library)
  const at = sayMoment(instant(last.head.at_ms), zone, toLocalDate(library.clock.now(), zone))
  const title = findItem(library, last.body.item_barcode)?.title ?? last.body.item_barcode
  const what = `“${title}”, ${SAID_OF[last.kind] ?? ''}, ${at}`
  return stoppedWords(what, vouchedText(library))
}
