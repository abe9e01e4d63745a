/** The staff manual at ottlibstaff: capped fines, a block by money and one by how long something is overdue. */
import { must } from '../../../shared/kernel/assert.ts'
import { category, dollars } from '../policy-made.ts'
import { done, fee, finesOf, mapped, nested, type Mapping } from './reading.ts'

export const OTT: Mapping = {
  library: 'ottlibstaff.wordpress.com staff manual',
  map: (given) => {
    const fine_rules = finesOf(given, [[{}], [{ type: 'MOVIE' }]])
    const block = nested(given, 'block')
    const owed_cents_max = dollars(must(block.number('fines'), 'an amount'))
    const overdue_days_count_max = must(block.number('item_overdue_days'), 'days')
    done(block)
    const fees = nested(given, 'fees')
    const fee_rules = [fee('replacement-card', 'card', must(fees.number('replacement_card'), 'a fee'))]
    done(fees)
    return mapped(given, { fine_rules, categories: [category({ owed_cents_max, overdue_days_count_max })], fee_rules })
  },
}
