/** The number of a bag for the bank: each bag with money in it has one, and no other that waits has the same. */
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Library } from '../library/library.ts'
import { unbankedBags } from '../store/money/close-rows.ts'

/** As it is compared: however it is typed, it is the number on one bag. */
const key = (number: string): string =>
  number
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()

export function bagRefusal(library: Library, bag_number: string): Refusal | null {
  const own = key(bag_number)
  if (own === '') return refuse('bag-number-missing')
  const isUsed = library.db.all(unbankedBags, {}).some(({ bag_ref }) => key(bag_ref ?? '') === own)
  return isUsed ? refuse('bag-number-used', { bag: bag_number }) : null
}
