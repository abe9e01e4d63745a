/** A charge as a clerk tells it to its patron: what for, and the title where an item is known. */
import type { Speech } from '../../../shared/words/speech.ts'
import { titleOfItem } from '../../store/circulation/item-rows.ts'
import type { ChargeRow } from '../../store/money/charge-rows.ts'
import type { Library } from '../../library/library.ts'
import { chargeWords } from './charge-words.ts'

/** The title that a charge is for; empty for one that is for no item. */
export function chargeTitle({ db }: Library, { item_id }: Pick<ChargeRow, 'item_id'>): string {
  return item_id === null ? '' : (db.get(titleOfItem, { item_id })?.title ?? '')
}

/** "Lost item, The Overstory"; "Fine" alone where no item is known. */
export function chargeLabel(library: Library, speech: Speech, charge: Pick<ChargeRow, 'item_id' | 'kind'>): string {
  return [chargeWords(speech, charge.kind), chargeTitle(library, charge)].filter((part) => part !== '').join(', ')
}
