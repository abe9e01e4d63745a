/** Notes at the desk that the open patron's address, or their registration, was checked. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { isRefusal, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Command } from '../../library/command.ts'
import { checkingRecord } from '../../patrons/check-record.ts'
import type { Desk } from '../desk.ts'
import { allowed } from './card-grants.ts'
import { openPatron } from './open-patron.ts'
import { saidOfRecord } from './record-and-say.ts'

export function checkRecord(desk: Desk, command: Command, input: Input<'patron.check'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = checkingRecord(desk.library, open.patron_id, input.what)
  return saidOfRecord(desk, command, allowed(desk, made, 'patron.check', input), `checked_${input.what}`)
}
