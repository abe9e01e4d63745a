/** Cook Memorial Public Library District: how long cards are valid. */
import { categoryCode } from '../../../shared/kernel/ids.ts'
import { category } from '../policy-made.ts'
import { done, mapped, monthsIn, nested, READS_ELSEWHERE, type Mapping } from './reading.ts'

export const COOK_MEMORIAL: Mapping = {
  library: 'Cook Memorial PLD',
  map: (given) => {
    const expiry = nested(given, 'expiry')
    const own = category({ card_months_count: monthsIn(expiry.text('resident')) })
    const code = categoryCode('RECIPROCAL')
    const guest = category({ category_code: code, card_months_count: monthsIn(expiry.text('reciprocal')) })
    done(expiry)
    return mapped(
      given,
      { categories: [own, guest] },
      {
        min_age: READS_ELSEWHERE,
        child_with_guardian_ages: READS_ELSEWHERE,
        teen_ages: READS_ELSEWHERE,
      },
    )
  },
}
