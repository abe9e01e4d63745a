/** Colfax-Perry Township Public Library: a day of grace, a default price for each kind of material. */
import { must } from '../../../shared/kernel/assert.ts'
import { itemType, lostRule } from '../policy-made.ts'
import { done, finesOf, loansOf, mapped, nested, type Mapping } from './reading.ts'

export const COLFAX: Mapping = {
  library: 'Colfax-Perry Township PL',
  map: (given) => {
    const loans = loansOf(given, [['BOOK', 'AUDIO'], ['NEWVIDEO'], ['VIDEO'], ['REFERENCE'], ['MAGAZINE']])
    const fine_rules = finesOf(given, [[{}]])
    const prices = nested(given, 'replacement_defaults')
    const item_types = prices.left().map((name) => itemType(name.toUpperCase(), must(prices.number(name), 'a price')))
    done(prices)
    const lost = nested(given, 'lost')
    const rule = lostRule({ lost_after_count: must(lost.number('after_months'), 'months'), lost_after_unit: 'months' })
    done(lost)
    return mapped(given, { ...loans, fine_rules, item_types, lost_rules: [rule] })
  },
}
