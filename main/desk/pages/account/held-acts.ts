/**
 * What can be done with an item that is kept for a patron: it is missing, it is damaged, its slip fell off, whose it
 * is. For the rows of the lists that walk the hold shelf and the crates. Must never name anybody on the row itself.
 */
import type { Act } from '../../../../shared/desk/page.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { act, callOf, field, goTo } from '../make.ts'
import type { Library } from '../../../library/library.ts'

type HeldWords = Words['pages']['account']['held']

/** @param is_held a hold has it */
export function notThere(words: HeldWords, item_barcode: string, label: string, is_held: boolean): Act {
  return act({
    key: 'M',
    label,
    call: callOf('hold.not-found', { item_barcode, status: 'missing' }),
    says: is_held ? words.missing_held : words.missing,
  })
}

/** @param is_held a hold has it */
export function isDamaged(words: HeldWords, item_barcode: string, is_held: boolean): Act {
  return act({
    key: 'D',
    label: words.damaged,
    call: callOf('item.mark', { item_barcode, status: 'damaged' }),
    says: is_held ? words.damaged_held : words.damaged_says,
    asks: [field('note', words.note, 'text', { hint: words.note_hint })],
  })
}

/** None for whoever is gone from the library's data: there is no account to open. */
export function whoseItIs(words: HeldWords, library: Library, patron_id: PatronId): readonly Act[] {
  if (library.db.get(patronById, { patron_id }) === null) return []
  return [act({ key: 'W', label: words.whose, call: callOf('desk.open-patron', { patron_id }) })]
}

export function slipAgain(words: HeldWords, item_barcode: string): Act {
  return goTo({ place: 'receipt', about: `slip ${item_barcode}` }, words.slip, 'S')
}
