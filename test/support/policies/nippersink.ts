/** Nippersink Public Library District: from which age there is a card, what a patron and a household may owe. */
import { must } from '../../../shared/kernel/assert.ts'
import { cardRule } from '../cards-made.ts'
import { category, dollars } from '../policy-made.ts'
import { mapped, type Mapping } from './reading.ts'

export const NIPPERSINK: Mapping = {
  library: 'Nippersink PLD',
  map: (given) => {
    const owed_cents_max = dollars(must(given.number('block_at'), 'an amount'))
    const family_owed_cents_max = dollars(must(given.number('family_block_at'), 'an amount'))
    const age_count_min = must(given.number('min_age'), 'an age')
    return mapped(given, {
      categories: [category({ owed_cents_max, family_owed_cents_max })],
      card_rules: [cardRule('CARD', { age_count_min })],
    })
  },
}
