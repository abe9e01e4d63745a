/** Links the open patron with family or a guardian, or ends it: asks main/patrons, records, and says what was done. */
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Command } from '../../../library/command.ts'
import { endingFamily, linkingFamily } from '../../../patrons/family-link.ts'
import { endingGuardian, linkingGuardian } from '../../../patrons/guardian.ts'
import type { Desk } from '../../desk.ts'
import { changeRecord } from '../change-record.ts'

export function linkFamily(desk: Desk, command: Command, input: Input<'family.link'>): Refusal | null {
  const asked = { method: 'family.link', input, what: 'family_linked' } as const
  return changeRecord(desk, command, asked, (of) => linkingFamily(desk.library, of, input.barcode))
}

export function endFamily(desk: Desk, command: Command, input: Input<'family.end'>): Refusal | null {
  const asked = { method: 'family.end', input, what: 'family_unlinked' } as const
  return changeRecord(desk, command, asked, (of) => endingFamily(desk.library, of, input.other_patron_id))
}

export function linkGuardian(desk: Desk, command: Command, input: Input<'guardian.link'>): Refusal | null {
  const asked = { method: 'guardian.link', input, what: 'linked' } as const
  return changeRecord(desk, command, asked, (of) => linkingGuardian(desk.library, of, input.barcode))
}

export function endGuardian(desk: Desk, command: Command, input: Input<'guardian.end'>): Refusal | null {
  const asked = { method: 'guardian.end', input, what: 'unlinked' } as const
  const isMeant = input.is_unguarded_meant === true
  return changeRecord(desk, command, asked, (of) => endingGuardian(desk.library, of, isMeant))
}
