/** Notes at the desk that the open patron's address, or their registration, was checked. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { isRefusal, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Command } from '../../library/command.ts'
import { checkingRecord } from '../../patrons/check-record.ts'
import type { Desk } from '../desk.ts'
import { openPatron } from './open-patron.ts'
import { saidOfRecord } from './record-and-say.ts'

export function checkRecord(desk: Desk, command: Command, { what }: Input<'patron.check'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  return saidOfRecord(desk, command, checkingRecord(desk.library, open.patron_id, what), `checked_${what}`)
}
