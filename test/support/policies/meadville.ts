/** Meadville Public Library: grace in open days, fines on calendar days, fees for holds and cards. */
import { must } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { Given } from '../given.ts'
import { fineRule } from '../policy-made.ts'
import { done, fee, finesOf, loansOf, mapped, nested, type Mapping } from './reading.ts'

export const MEADVILLE: Mapping = {
  library: 'Meadville PL',
  map: (given) => {
    const first = given.take('loans')
    const grace = must(/"grace":"(\d+) business days"/.exec(JSON.stringify(first)), 'grace in open days')
    const again = new Given({ loans: first })
    const loans = loansOf(again, [['BOOK'], ['VIDEO', 'PLAYAWAYVIEW'], ['TOY']])
    const fine_rules = [
      // What has grace has no fine: the grace is kept for the day a fine is set.
      fineRule({ rule_code: 'ALL', amount_cents: cents(0), grace_count: Number(grace[1]), grace_unit: 'open-days' }),
      ...finesOf(given, [[{ type: 'VIDEO' }], [{ type: 'TOY' }]]),
    ]
    const fees = nested(given, 'fees')
    const fee_rules = [
      fee('hold', 'hold', must(fees.number('hold'), 'a fee')),
      fee('book-drop', 'media in the book drop', must(fees.number('book_drop_media'), 'a fee')),
      fee('replacement-card', 'card', must(fees.number('replacement_card_adult'), 'a fee')),
      {
        ...fee('replacement-card', 'card', must(fees.number('replacement_card_child'), 'a fee'), { category: 'CHILD' }),
        fee_code: 'child card',
      },
    ]
    done(fees)
    return mapped(given, { ...loans, fine_rules, fee_rules })
  },
}
