/** Winnetka-Northfield Public Library District: how long a card is valid. */
import { category } from '../policy-made.ts'
import { done, mapped, monthsIn, nested, READS_ELSEWHERE, type Mapping } from './reading.ts'

export const WINNETKA: Mapping = {
  library: 'Winnetka-Northfield PLD',
  map: (given) => {
    const expiry = nested(given, 'expiry')
    const card_months_count = monthsIn(expiry.text('resident'))
    done(expiry)
    return mapped(
      given,
      { categories: [category({ card_months_count })] },
      {
        teen_self_register_ages: READS_ELSEWHERE,
        child_max_age: READS_ELSEWHERE,
        proof_max_age_days: READS_ELSEWHERE,
        other_cards: READS_ELSEWHERE,
      },
    )
  },
}
