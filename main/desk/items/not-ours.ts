/**
 * A number that no record has and that does not begin like this library's own: another library's book, left in the book
 * drop or brought to the wrong desk. It goes to the courier. Says nothing where the library has not set how its own
 * numbers begin, or where the scan may be a misread.
 */
import type { Scanned } from '../../../shared/catalog/barcode.ts'
import { prefixOfOther } from '../../../shared/catalog/own-barcode.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { speechOf } from '../clerk-language.ts'
import { notOursWords } from '../../../shared/desk/words/words-in.ts'
import { say } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { keepSlip } from '../papers/keeping.ts'
import { courierSlip } from '../../papers/slips.ts'
import { isOfferable } from './offer.ts'

/** Says so, and shows the courier's slip beside the work. False: it may be this library's own. */
export function saidNotOurs(desk: Desk, reading: Scanned): boolean {
  const { mode, patron_id } = desk.session
  // The open patron may be borrowing it: that is an interlibrary loan to be recorded.
  if (mode !== 'in' && patron_id !== null) return false
  const prefix = prefixOfOther(reading, desk.library.policy().settings.own_item_prefixes)
  if (prefix === null) return false
  const { barcode } = reading
  const pending: Pending | null = isOfferable(desk) ? { ask: 'make-item', barcode } : null
  const speech = speechOf(desk)
  const choices = pending ? choicesOf(speech.words.outcomes, pending) : []
  say(desk, notOursWords(speech, { at: desk.library.clock.now(), barcode, prefix, pending, choices }))
  keepSlip(desk, courierSlip(desk.library, barcode, prefix))
  return true
}
