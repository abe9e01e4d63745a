/** Deerfield Public Library: cards, and what printing costs; its loan periods were not seen. */
import { must } from '../../../shared/kernel/assert.ts'
import { categoryCode } from '../../../shared/kernel/ids.ts'
import { category } from '../policy-made.ts'
import { done, fee, mapped, monthsIn, nested, READS_ELSEWHERE, type Mapping } from './reading.ts'

export const DEERFIELD: Mapping = {
  library: 'Deerfield Public Library',
  map: (given) => {
    const expiry = nested(given, 'expiry')
    expiry.take('resident_adult')
    const reciprocal = monthsIn(expiry.text('reciprocal'))
    const non_resident = expiry.has('non_resident') && /yearly/.test(expiry.text('non_resident') ?? '') ? 12 : null
    done(expiry)
    const printing = nested(given, 'printing_3d')
    const per_gram = must(printing.number('per_gram_over'), 'a price')
    printing.take('free_grams')
    done(printing)
    return mapped(
      given,
      {
        categories: [
          category(),
          category({ category_code: categoryCode('RECIPROCAL'), name: 'Reciprocal', card_months_count: reciprocal }),
          category({
            category_code: categoryCode('NONRESIDENT'),
            name: 'Non-resident',
            card_months_count: non_resident,
          }),
        ],
        fee_rules: [fee('other', '3D printing, a gram', per_gram)],
      },
      {
        registration: READS_ELSEWHERE,
        hold_shelf: 'the order of a shelf is not a rule of lending',
        study_room: 'rooms are booked, not lent',
        unattended_child_max_age: 'a rule of conduct',
        note: 'says what was not seen',
      },
    )
  },
}
