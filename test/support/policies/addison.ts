/** Addison Public Library: losses, refunds with a receipt, and fees for parts. */
import { must } from '../../../shared/kernel/assert.ts'
import { dollars, lostRule } from '../policy-made.ts'
import { done, fee, mapped, nested, type Mapping } from './reading.ts'

export const ADDISON: Mapping = {
  library: 'Addison PL',
  map: (given) => {
    const lost = nested(given, 'lost')
    const rule = lostRule({
      lost_after_count: must(lost.number('billed_after_days'), 'days'),
      no_return_after_days_count: must(lost.number('no_return_after_days'), 'days'),
      processing_cents: dollars(must(lost.number('processing_fee'), 'a fee')),
      found_paid_kind: 'refund',
      lost_refund_kind: 'within-window',
      refund_from_kind: 'due',
      refund_within_count: must(lost.number('refund_until_days_past_due'), 'days'),
      is_receipt_required: lost.flag('receipt_required'),
    })
    done(lost)
    const parts = nested(given, 'part_fees')
    const fee_rules = parts.left().map((name) => fee('part', name, must(parts.number(name), 'a fee')))
    done(parts)
    return mapped(given, { lost_rules: [rule], fee_rules })
  },
}
