/** Nippersink Public Library District: what a patron and a household may owe. */
import { must } from '../../../shared/kernel/assert.ts'
import { category, dollars } from '../policy-made.ts'
import { mapped, READS_ELSEWHERE, type Mapping } from './reading.ts'

export const NIPPERSINK: Mapping = {
  library: 'Nippersink PLD',
  map: (given) => {
    const owed_cents_max = dollars(must(given.number('block_at'), 'an amount'))
    const family_owed_cents_max = dollars(must(given.number('family_block_at'), 'an amount'))
    return mapped(
      given,
      { categories: [category({ owed_cents_max, family_owed_cents_max })] },
      { min_age: READS_ELSEWHERE },
    )
  },
}
