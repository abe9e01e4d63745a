/**
 * What can be done with a copy that is kept for somebody: it is not there, it is damaged, its slip fell off, whose is
 * it. For the rows of the lists that walk the hold shelf and the crates. Must never name anybody on the row itself.
 */
import type { Act } from '../../../../shared/desk/page.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { act, callOf, field, goTo } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const WAITS_AGAIN = 'Whoever waits for it waits again, at their place in the line.'

/** @param is_held a hold has it */
export function notThere(item_barcode: string, label: string, is_held: boolean): Act {
  return act({
    key: 'M',
    label,
    call: callOf('hold.not-found', { item_barcode, status: 'missing' }),
    says: is_held ? `It is marked missing. ${WAITS_AGAIN}` : 'It is marked missing.',
  })
}

/** @param is_held a hold has it */
export function isDamaged(item_barcode: string, is_held: boolean): Act {
  return act({
    key: 'D',
    label: 'Damaged',
    call: callOf('item.mark', { item_barcode, status: 'damaged' }),
    says: is_held ? `It is marked damaged: set it aside. ${WAITS_AGAIN}` : 'It is marked damaged: set it aside.',
    asks: [field('note', 'Note', 'text', { hint: 'What is spoiled, which part is missing' })],
  })
}

/** None for whoever is gone from the library's data: there is no account to open. */
export function whoseItIs(library: Library, patron_id: PatronId): readonly Act[] {
  if (library.db.get(patronById, { patron_id }) === null) return []
  return [act({ key: 'W', label: 'Whose it is: open the account', call: callOf('desk.open-patron', { patron_id }) })]
}

export function slipAgain(item_barcode: string): Act {
  return goTo({ place: 'receipt', about: `slip ${item_barcode}` }, 'Slip again', 'S')
}
