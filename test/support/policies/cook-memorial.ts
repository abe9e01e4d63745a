/** Cook Memorial Public Library District: from which age, with whose signature, and how long cards are valid. */
import { must } from '../../../shared/kernel/assert.ts'
import { categoryCode } from '../../../shared/kernel/ids.ts'
import { cardRule } from '../cards-made.ts'
import { category } from '../policy-made.ts'
import { done, mapped, monthsIn, nested, type Mapping } from './reading.ts'

const JUVENILE = categoryCode('JUVENILE')
const TEEN = categoryCode('TEEN')
const RECIPROCAL = categoryCode('RECIPROCAL')

export const COOK_MEMORIAL: Mapping = {
  library: 'Cook Memorial PLD',
  map: (given) => {
    const expiry = nested(given, 'expiry')
    const card_months_count = monthsIn(expiry.text('resident'))
    const reciprocal = expiry.text('reciprocal') ?? ''
    const guest = category({ category_code: RECIPROCAL, card_months_count: monthsIn(/1 year/.exec(reciprocal)?.[0]) })
    done(expiry)
    const ages = (name: string) => {
      const [from, to] = given.numbers(name)
      return { age_count_min: must(from, 'an age'), age_count_max: must(to, 'an age') }
    }
    const child = ages('child_with_guardian_ages')
    const teen = ages('teen_ages')
    const least = must(given.number('min_age'), 'an age')
    const own = { standing_kind: 'resident' } as const
    return mapped(given, {
      categories: [
        category({ card_months_count }),
        category({ category_code: JUVENILE, card_months_count }),
        category({ category_code: TEEN, card_months_count }),
        guest,
      ],
      card_rules: [
        cardRule('ADULT', { ...own, age_count_min: teen.age_count_max + 1 }),
        cardRule('TEEN', { ...own, ...teen, category_code: TEEN }),
        cardRule('CHILD', {
          ...own,
          ...child,
          age_count_min: least,
          category_code: JUVENILE,
          is_guardian_required: true,
        }),
        cardRule('RECIPROCAL', {
          category_code: RECIPROCAL,
          standing_kind: 'reciprocal',
          is_capped_at_home_card: /follows home/.test(reciprocal),
        }),
      ],
    })
  },
}
