/** Links the guardian of the open patron, or ends it: asks main/patrons, records, and says what was done. */
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Command } from '../../../library/command.ts'
import { endingGuardian, linkingGuardian } from '../../../patrons/guardian.ts'
import type { Desk } from '../../desk.ts'
import { allowed } from '../card-grants.ts'
import { openPatron } from '../open-patron.ts'
import { saidOfRecord } from '../record-and-say.ts'

export function linkGuardian(desk: Desk, command: Command, input: Input<'guardian.link'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = linkingGuardian(desk.library, open.patron_id, input.barcode)
  return saidOfRecord(desk, command, allowed(desk, made, 'guardian.link', input), 'linked')
}

export function endGuardian(desk: Desk, command: Command, input: Input<'guardian.end'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = endingGuardian(desk.library, open.patron_id, input.is_unguarded_meant === true)
  return saidOfRecord(desk, command, allowed(desk, made, 'guardian.end', input), 'unlinked')
}
