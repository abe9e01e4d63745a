/** Pasadena: billed after four weeks, no processing fee, refunds with the receipt. */
import { must } from '../../../shared/kernel/assert.ts'
import { dollars, lostRule } from '../policy-made.ts'
import { done, mapped, nested, type Mapping } from './reading.ts'

export const PASADENA: Mapping = {
  library: 'Pasadena',
  map: (given) => {
    const lost = nested(given, 'lost')
    const rule = lostRule({
      lost_after_count: must(lost.number('billed_after_days'), 'days'),
      processing_cents: dollars(must(lost.number('processing_fee'), 'a fee')),
      found_paid_kind: 'refund',
      lost_refund_kind: 'within-window',
      refund_within_count: must(lost.number('refund_within_days'), 'days'),
      is_receipt_required: lost.flag('receipt_required'),
    })
    done(lost)
    return mapped(given, { lost_rules: [rule] })
  },
}
