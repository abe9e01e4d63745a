/** redlibrary.org: fine-free, anything overdue stops borrowing, films limited by household. */
import { assert, must } from '../../../shared/kernel/assert.ts'
import { category, dollars, lostRule } from '../policy-made.ts'
import { done, fineFree, loansOf, mapped, nested, type Mapping } from './reading.ts'

export const RED: Mapping = {
  library: 'redlibrary.org',
  map: (given) => {
    const loans = loansOf(given, [['BOOK', 'PERIODICAL'], ['DVD']])
    const fine_rules = fineFree(given)
    assert(given.text('block')?.startsWith('any overdue'), 'anything overdue blocks')
    const lost = nested(given, 'lost')
    const rule = lostRule({ processing_cents: dollars(must(lost.number('admin_fee'), 'a fee')) })
    done(lost)
    return mapped(given, { ...loans, fine_rules, categories: [category({ overdue_count_max: 1 })], lost_rules: [rule] })
  },
}
