/** Eisenhower Public Library District: a processing fee that is kept, refunds within days of the payment. */
import { must } from '../../../shared/kernel/assert.ts'
import { dollars, lostRule } from '../policy-made.ts'
import { done, mapped, nested, type Mapping } from './reading.ts'

export const EISENHOWER: Mapping = {
  library: 'Eisenhower PLD',
  map: (given) => {
    const lost = nested(given, 'lost')
    const rule = lostRule({
      processing_cents: dollars(must(lost.number('processing_fee'), 'a fee')),
      is_processing_refundable: lost.flag('processing_refundable'),
      found_paid_kind: 'refund',
      lost_refund_kind: 'within-window',
      refund_within_count: must(lost.number('refund_within_days_of_payment'), 'days'),
    })
    // A person judges whether an item the patron bought can replace the price, and then waives the charge.
    lost.take('replacement_copy')
    done(lost)
    return mapped(given, { lost_rules: [rule] })
  },
}
