/**
 * Asks the person at the desk for their own PIN, in place, before what takes the highest grants: the recovery key, data
 * in, a restore, staff and roles. A manager's desk that was left open for a minute gives nothing away. Each act asks
 * again. The PIN is checked here and kept nowhere; wrong ones count as they do everywhere.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { isRefused } from '../../ipc/answer.ts'
import { actorOf, type Desk } from '../desk.ts'
import { staffOfPin, type PinAct } from './pin-check.ts'

/**
 * Who signs off a difference alone says it with their own PIN, at a desk that somebody else may have found open.
 * @param signed_by empty: nobody has to sign
 */
export function ownSignOffRefusal(
  desk: Desk,
  act: PinAct,
  signed_by: string | null,
  own_pin: string | undefined,
): Refusal | null {
  const { staff, approved } = actorOf(desk)
  // A second person has just given their own PIN for this act.
  return approved === null && signed_by === staff?.staff_code ? ownPinRefusal(desk, act, own_pin) : null
}

/** @param own_pin as typed; missing or empty: it is asked for. @returns why not, or null */
export function ownPinRefusal(desk: Desk, act: PinAct, own_pin: string | undefined): Refusal | null {
  const { staff } = desk.session
  if (staff === null) return refuse('not-signed-in')
  if (own_pin === undefined || own_pin === '') return refuse('own-pin-needed')
  const found = staffOfPin(desk.library, actorOf(desk), { act, initials: staff.initials, pin: own_pin })
  if (isRefused(found)) return found.refused
  return found.ok.staff_code === staff.staff_code ? null : refuse('sign-in-failed')
}
