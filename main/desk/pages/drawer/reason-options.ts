/** The reasons of the library for one use, as a field offers them. */
import { reasonsFor } from '../../../../shared/cash/rules.ts'
import type { Field } from '../../../../shared/desk/page.ts'
import type { ReasonUse } from '../../../../shared/policy/cash-facts.ts'
import { reasonName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

export function reasonOptions(desk: Desk, used_for: ReasonUse): Field['options'] {
  const { words } = speechOf(desk)
  return reasonsFor(cashRules(desk.library), used_for).map((one) => {
    return { value: one.reason_code, label: reasonName(words, one) }
  })
}
