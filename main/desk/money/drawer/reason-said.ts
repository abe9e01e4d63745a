/** A reason of the library's list, as the clerk reads it. */
import type { ReasonUse } from '../../../../shared/policy/cash-facts.ts'
import { reasonName } from '../../../../shared/words/cash-names.ts'
import { cashReason } from '../../../cash/cash-rules.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

export function reasonSaid(desk: Desk, used_for: ReasonUse, reason_code: string): string {
  const known = cashReason(desk.library, used_for, reason_code)
  return known === null ? reason_code : reasonName(speechOf(desk).words, known)
}
