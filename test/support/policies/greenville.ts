/** Greenville County: half a year to bring it back, refunded by check less what is owed. */
import { assert, must } from '../../../shared/kernel/assert.ts'
import { lostRule } from '../policy-made.ts'
import { done, mapped, nested, type Mapping } from './reading.ts'

export const GREENVILLE: Mapping = {
  library: 'Greenville County',
  map: (given) => {
    const lost = nested(given, 'lost')
    const refund_within_count = must(lost.number('refund_within_months'), 'months')
    const words = must(lost.text('refund'), 'what is refunded')
    assert(/less/.test(words) && /cheque/.test(words), 'by check, less what is owed')
    done(lost)
    const rule = lostRule({
      found_paid_kind: 'refund',
      lost_refund_kind: 'within-window',
      refund_within_count,
      refund_within_unit: 'months',
      is_refund_less_owed: true,
      refund_paid_kind: 'office-check',
    })
    return mapped(given, { lost_rules: [rule] })
  },
}
