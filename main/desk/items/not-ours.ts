/**
 * A number that no record has and that does not begin as this library's own do: another library's book, left in the
 * book drop or brought to the wrong desk. It goes to the courier. Must never say so where the library has not told how
 * its own numbers begin, nor of a number that may have been misread.
 */
import type { Scanned } from '../../../shared/catalog/barcode.ts'
import { prefixOfOther } from '../../../shared/catalog/own-barcode.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { notOursWords } from '../../../shared/desk/words/words-in.ts'
import { say } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { keepSlip } from '../papers/keeping.ts'
import { courierSlip } from '../../papers/slips.ts'
import { isOfferable } from './offer.ts'

/** Says so, and lays the courier's slip beside the work. False: nothing tells that it is another library's. */
export function saidNotOurs(desk: Desk, reading: Scanned): boolean {
  const { mode, patron_id } = desk.session
  // Whoever is open may be lent it: that is an interlibrary loan to be recorded.
  if (mode !== 'in' && patron_id !== null) return false
  const prefix = prefixOfOther(reading, desk.library.policy().settings.own_item_prefixes)
  if (prefix === null) return false
  const { barcode } = reading
  const pending: Pending | null = isOfferable(desk) ? { ask: 'make-item', barcode } : null
  const choices = pending ? choicesOf(pending) : []
  say(desk, notOursWords({ at: desk.library.clock.now(), barcode, prefix, pending, choices }))
  keepSlip(desk, courierSlip(desk.library, barcode, prefix))
  return true
}
