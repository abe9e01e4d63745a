/** Which of a patron's cards in use an act is about. Must never stop an extra card that nobody named. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { ALL_CARDS } from '../../shared/patron/card-numbers.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Library } from '../library/library.ts'
import { cardsOfPatron } from '../store/privacy/page-rows.ts'

/** The numbers of the cards that a patron can borrow with. */
export function cardsInUse({ db }: Library, patron_id: PatronId): readonly string[] {
  return db
    .all(cardsOfPatron, { patron_id })
    .filter((card) => card.status === 'current')
    .map(({ barcode }) => barcode)
}

/**
 * The cards that stop working, of those in use.
 * @param which the number of one, or all of them; empty: the only one
 */
export function cardsNamed(inUse: readonly string[], which: string): readonly string[] | Refusal {
  if (inUse.length === 0 || which === ALL_CARDS) return inUse
  const named = which === '' ? inUse : inUse.filter((barcode) => barcode === which)
  return named.length === 1 ? named : refuse('card-unclear')
}
