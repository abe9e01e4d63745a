/** Notes at the desk that the open patron's address, or their registration, was checked. */
import type { Input } from '../../../shared/ipc/contract.ts'
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { Command } from '../../library/command.ts'
import { checkingRecord } from '../../patrons/check-record.ts'
import type { Desk } from '../desk.ts'
import { changeRecord } from './change-record.ts'

export function checkRecord(desk: Desk, command: Command, input: Input<'patron.check'>): Refusal | null {
  const asked = { method: 'patron.check', input, what: `checked_${input.what}` } as const
  return changeRecord(desk, command, asked, (of) => checkingRecord(desk.library, of, input.what))
}
