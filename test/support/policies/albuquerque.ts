/** Albuquerque: refunds only from a minimum amount, and by check. */
import { assert, must } from '../../../shared/kernel/assert.ts'
import { dollars, lostRule } from '../policy-made.ts'
import { done, mapped, nested, type Mapping } from './reading.ts'

export const ALBUQUERQUE: Mapping = {
  library: 'Albuquerque',
  map: (given) => {
    const lost = nested(given, 'lost')
    assert(/cheque/.test(lost.text('refund') ?? ''), 'by check')
    const rule = lostRule({
      found_paid_kind: 'refund',
      lost_refund_kind: 'within-window',
      refund_within_count: must(lost.number('refund_within_days'), 'days'),
      refund_cents_min: dollars(must(lost.number('refund_min'), 'an amount')),
      refund_paid_kind: 'office-check',
    })
    done(lost)
    return mapped(given, { lost_rules: [rule] })
  },
}
