/** A reason of the library's list, as the clerk reads it. */
import { reasonsFor } from '../../../../shared/cash/rules.ts'
import type { ReasonUse } from '../../../../shared/policy/cash-facts.ts'
import { reasonName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

export function reasonSaid(desk: Desk, used_for: ReasonUse, reason_code: string): string {
  const known = reasonsFor(cashRules(desk.library), used_for).find((one) => one.reason_code === reason_code)
  return known === undefined ? reason_code : reasonName(speechOf(desk).words, known)
}
