/** Sets the PIN of the open patron, or takes it away: asks main/patrons, records, and says that it was done. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Command } from '../../library/command.ts'
import { clearingPin, settingPin } from '../../patrons/patron-pin.ts'
import { isOnlyPerson } from '../../cash/sign-off.ts'
import { ownPinRefusal } from '../staff/own-pin.ts'
import { isAccountUnseen } from '../approvals/account-unseen.ts'
import type { Desk } from '../desk.ts'
import { changeRecord } from './change-record.ts'
import { openPatron } from './open-patron.ts'
import { saidOfRecord } from './record-and-say.ts'

export function setPatronPin(desk: Desk, command: Command, input: Input<'patron.set-pin'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = settingPin(desk.library, open.patron_id, input)
  if (!isRefusal(made) && isAccountUnseen(desk, open.patron_id, { part: 'pin', grant: 'set-patron-pin' })) {
    const refused = isOnlyPerson(desk.library)
      ? ownPinRefusal(desk, 'patron.set-pin', input.own_pin)
      : refuse('account-unseen')
    if (refused) return refused
  }
  return saidOfRecord(desk, command, made, 'pin_set')
}

export function clearPatronPin(desk: Desk, command: Command): Refusal | null {
  const asked = { method: 'patron.clear-pin', input: {}, what: 'pin_cleared' } as const
  return changeRecord(desk, command, asked, (of) => clearingPin(desk.library, of))
}
