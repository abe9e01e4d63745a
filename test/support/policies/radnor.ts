/** Radnor Memorial Library: fines by kind of material. Automatic renewal is not expressed. */
import { must } from '../../../shared/kernel/assert.ts'
import { done, fee, finesOf, loansOf, mapped, nested, type Mapping } from './reading.ts'

export const RADNOR: Mapping = {
  library: 'Radnor Memorial',
  map: (given) => {
    const loans = loansOf(given, [['BOOK', 'CHILDBOOK'], ['NEWVIDEO'], ['VIDEO']])
    const fine_rules = finesOf(given, [
      [{ type: 'CHILDBOOK' }],
      [{ type: 'BOOK' }],
      [{ type: 'VIDEO' }, { type: 'NEWVIDEO' }],
    ])
    const fees = nested(given, 'fees')
    const fee_rules = [fee('replacement-card', 'card', must(fees.number('replacement_card'), 'a fee'))]
    done(fees)
    return mapped(given, { ...loans, fine_rules, fee_rules })
  },
}
