/** Evanston Public Library: what a reciprocal patron may not have, and how many a Chicago one may. */
import { must } from '../../../shared/kernel/assert.ts'
import { categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { loanRule } from '../case-calendar.ts'
import { limitRule } from '../policy-made.ts'
import { mapped, type Mapping } from './reading.ts'

export const EVANSTON: Mapping = {
  library: 'Evanston PL',
  map: (given) => {
    const RECIPROCAL = categoryCode('RECIPROCAL')
    // One item type for each kind that is left out, whatever it is called.
    const kinds = given.texts('reciprocal_excluded')
    const excluded = kinds.map((_, at) =>
      loanRule({
        rule_code: `NOT-${at + 1}`,
        category_code: RECIPROCAL,
        item_type_code: itemTypeCode(`KIND${at + 1}`),
        is_for_loan: false,
      }),
    )
    const most = must(given.number('chicago_reciprocal_max_items'), 'a limit')
    return mapped(given, {
      loan_rules: [loanRule({ rule_code: 'ALL' }), ...excluded],
      limit_rules: [
        limitRule({ limit_code: 'CHICAGO', category_code: categoryCode('CHICAGO'), loans_count_max: most }),
      ],
    })
  },
}
