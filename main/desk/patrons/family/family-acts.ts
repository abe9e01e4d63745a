/** Links the open patron and another one as family, or ends it: asks main/patrons, records, and says what was done. */
import type { Input } from '../../../../shared/ipc/contract.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Command } from '../../../library/command.ts'
import { endingFamily, linkingFamily } from '../../../patrons/family-link.ts'
import type { Desk } from '../../desk.ts'
import { allowed } from '../card-grants.ts'
import { openPatron } from '../open-patron.ts'
import { saidOfRecord } from '../record-and-say.ts'

export function linkFamily(desk: Desk, command: Command, input: Input<'family.link'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = linkingFamily(desk.library, open.patron_id, input.barcode)
  return saidOfRecord(desk, command, allowed(desk, made, 'family.link', input), 'family_linked')
}

export function endFamily(desk: Desk, command: Command, input: Input<'family.end'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = endingFamily(desk.library, open.patron_id, input.other_patron_id)
  return saidOfRecord(desk, command, allowed(desk, made, 'family.end', input), 'family_unlinked')
}
