/** The message when the desk starts again: what was recorded last, and up to when that is known to be complete. */
import type { Session } from '../../../shared/desk/session/session.ts'
import { stoppedWords } from '../../../shared/desk/words/words-missing.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { findItem } from '../../library/here.ts'
import { speechFor } from '../../library/library-speech.ts'
import { vouchedText } from './witnessing.ts'
import type { Library } from '../../library/library.ts'

const LOOKED_AT = 50
/** Which words tell of it. */
const SAID_OF = {
  'item-checked-out': 'item-checked-out',
  'item-checked-in': 'item-checked-in',
  'loan-renewed': 'loan-renewed',
  'loan-recalled': 'loan-recalled',
  'check-out-undone': 'undone',
  'check-in-undone': 'undone',
  'renewal-undone': 'undone',
  'recall-undone': 'undone',
} as const
type Told = keyof typeof SAID_OF

type Recovered = Pick<Session, 'recovered' | 'recovered_outside'>
const NOTHING: Recovered = { recovered: '', recovered_outside: '' }

/**
 * Empty when the desk was signed out properly, or has recorded nothing yet. Anybody can read the screen before sign-in,
 * so what stands there names no title, act or minute.
 */
export function recoveredText(library: Library): Recovered {
  const events = library.journal.newest(LOOKED_AT)
  const [newest] = events
  if (!newest || newest.kind === 'staff-signed-out' || newest.kind === 'epoch-opened') return NOTHING
  const last = events.find((event) => event.kind in SAID_OF)
  if (!last || !('item_barcode' in last.body) || last.body.item_barcode === null) return NOTHING
  const speech = speechFor(library, null)
  const { records } = speech.words.outcomes
  const title = findItem(library, last.body.item_barcode)?.title ?? last.body.item_barcode
  const says = records.last[SAID_OF[last.kind as Told]](title, speech.moment(instant(last.head.at_ms)))
  const recovered = stoppedWords(records, says, vouchedText(library, speech))
  return { recovered, recovered_outside: records.stopped_outside }
}
