/** Durham Public Library: caps by kind of material, one museum pass a family, refunds for half a year. */
import { assert, must } from '../../../shared/kernel/assert.ts'
import { lostRule } from '../policy-made.ts'
import { done, finesOf, loansOf, mapped, nested, type Mapping } from './reading.ts'

export const DURHAM: Mapping = {
  library: 'Durham Public Library',
  map: (given) => {
    const loans = loansOf(given, [
      ['BOOK', 'CHILDBOOK', 'BOOKCD'],
      ['DVD'],
      ['EXPRESS'],
      ['NONFICTIONDVD'],
      ['PERIODICAL'],
      ['PASS'],
    ])
    const fine_rules = finesOf(given, [
      [{}],
      [{ type: 'CHILDBOOK' }],
      [{ type: 'DVD' }],
      [{ type: 'EXPRESS' }],
      [{ type: 'PASS' }],
    ])
    const lost = nested(given, 'lost')
    const words = must(lost.text('refund'), 'what is refunded')
    assert(/less/.test(words) && /receipt/.test(words), 'less what is owed, with the receipt')
    const rule = lostRule({
      lost_after_count: must(lost.number('after_days_past_due'), 'days'),
      found_paid_kind: 'refund',
      lost_refund_kind: 'within-window',
      refund_within_count: must(lost.number('refund_within_days'), 'days'),
      is_refund_less_owed: true,
      is_receipt_required: true,
    })
    done(lost)
    return mapped(given, { ...loans, fine_rules, lost_rules: [rule] })
  },
}
