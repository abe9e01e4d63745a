/** Indian Prairie Public Library: a vacation loan, three rates of fines. */
import { must } from '../../../shared/kernel/assert.ts'
import { done, fee, finesOf, loansOf, mapped, nested, type Mapping } from './reading.ts'

export const INDIAN_PRAIRIE: Mapping = {
  library: 'Indian Prairie PL',
  map: (given) => {
    const loans = loansOf(given, [
      ['BOOK', 'KIDSDVD', 'CD', 'AUDIO'],
      ['NEWBOOK', 'NONFEATURE', 'KIT', 'MAGAZINE', 'GAME', 'TECH', 'TRENDING'],
      ['FEATURE', 'NEWKIDSDVD', 'HOTBOOK'],
      ['HOTMOVIE'],
    ])
    const dear = ['FEATURE', 'HOTBOOK', 'HOTMOVIE', 'GAME', 'KIT'].map((type) => ({ type }))
    const fine_rules = finesOf(given, [[{}], dear, [{ type: 'TECH' }]])
    const fees = nested(given, 'fees')
    const fee_rules = [
      fee('replacement-card', 'card', must(fees.number('replacement_card'), 'a fee')),
      fee('returned-check', 'check', must(fees.number('returned_check'), 'a fee')),
    ]
    done(fees)
    return mapped(given, { ...loans, fine_rules, fee_rules })
  },
}
