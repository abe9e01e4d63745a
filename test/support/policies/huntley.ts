/** Huntley Area Public Library District: fine-free, seven kinds of loans. */
import { cardRule } from '../cards-made.ts'
import { category } from '../policy-made.ts'
import { done, fineFree, loansOf, mapped, monthsIn, nested, type Mapping } from './reading.ts'

export const HUNTLEY: Mapping = {
  library: 'Huntley Area PLD',
  map: (given) => {
    const loans = loansOf(given, [
      ['BOOK', 'PLAYAWAY', 'MAGAZINE', 'CD', 'AUDIO'],
      ['HOTSPOT', 'SERIES'],
      ['HOTPICK'],
      ['DVD'],
      ['GAME'],
      ['NEWDVD'],
    ])
    const fine_rules = fineFree(given)
    const expiry = nested(given, 'expiry')
    const categories = [category({ card_months_count: monthsIn(expiry.text('resident')) })]
    done(expiry)
    return mapped(given, { ...loans, fine_rules, categories, card_rules: [cardRule('RESIDENT')] })
  },
}
