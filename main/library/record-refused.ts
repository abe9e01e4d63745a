/**
 * Records an act that was refused. Must never hold a patron, nor what was asked for: the work log shows these.
 */
import type { RefusedAct } from '../../shared/desk/pending.ts'
import type { StaffCode } from '../../shared/kernel/ids.ts'
import type { Actor } from './actor.ts'
import { ownCommand } from './follow.ts'
import type { Library } from './library.ts'
import { record } from './record.ts'

/** `approver`: who would have approved. `staff` if not the signed-in one; '' is nobody, perhaps `initials`. */
export type Refused = RefusedAct & {
  readonly approver?: string
  readonly initials?: string
  readonly staff?: StaffCode | ''
  readonly wrong_count?: number
}

export function recordRefused(
  library: Library,
  actor: Actor,
  { act, codes, approver = '', initials = '', staff, wrong_count = 0 }: Refused,
): void {
  const body = { act, refusals: [...codes], approver, initials, wrong_count }
  const by = staff === undefined ? {} : { staff }
  record(library, actor, ownCommand(library, `refused ${act}`), [{ kind: 'act-refused', body }], by)
}
