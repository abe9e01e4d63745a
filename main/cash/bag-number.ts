/** The number of a bag for the bank: each bag with money in it has one, and no other that waits has the same. */
import { bagKey } from '../../shared/cash/numbers/written-number.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Library } from '../library/library.ts'
import { unbankedBags } from '../store/money/close-rows.ts'

export function bagRefusal(library: Library, bag_number: string): Refusal | null {
  const own = bagKey(bag_number)
  if (own === '') return refuse('bag-number-missing')
  const isUsed = library.db.all(unbankedBags, {}).some(({ bag_number }) => bagKey(bag_number ?? '') === own)
  return isUsed ? refuse('bag-number-used', { bag: bag_number }) : null
}
