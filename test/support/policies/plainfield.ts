/** Plainfield Public Library: when a card and a household are in good standing. */
import { must } from '../../../shared/kernel/assert.ts'
import { category, dollars } from '../policy-made.ts'
import { done, mapped, nested, type Mapping } from './reading.ts'

export const PLAINFIELD: Mapping = {
  library: 'Plainfield PL',
  map: (given) => {
    const standing = nested(given, 'good_standing')
    const owed_cents_max = dollars(must(standing.number('card_below'), 'an amount'))
    const family_owed_cents_max = dollars(must(standing.number('household_below'), 'an amount'))
    done(standing)
    return mapped(
      given,
      { categories: [category({ owed_cents_max, family_owed_cents_max })] },
      {
        note: 'libraries settle among themselves',
      },
    )
  },
}
