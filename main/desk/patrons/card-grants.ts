/**
 * Whether the act on a patron's record or card may be done now; if not, a row asks a second person. Must never ask with
 * a PIN in what was asked: the row keeps it until the approval.
 */
import { CARD_GRANTS, type AskedCardAct } from '../../../shared/staff/card-grants.ts'
import { isRefusal, type Refusal } from '../../../shared/refusals/refusals.ts'
import { may } from '../../library/grants.ts'
import { mayOrAsks } from '../approvals/asking.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'

/** What the method was called with; its own id is not part of what is approved. */
type Asked = Readonly<Record<string, unknown>>

export function mayOnCard(desk: Desk, method: AskedCardAct, asked: Asked): boolean {
  const input = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'commandId'))
  const { wish } = speechOf(desk).words.outcomes.patron
  return mayOrAsks(desk, { method, input, grant: CARD_GRANTS[method], reach: 0 }, wish[method])
}

/** What was made, where it may be recorded now; its refusal, or null while a second person is asked. */
export function allowed<Made extends object>(
  desk: Desk,
  made: Made | Refusal,
  method: AskedCardAct,
  asked: Asked,
): Made | Refusal | null {
  return isRefusal(made) || mayOnCard(desk, method, asked) ? made : null
}

/** Whether the signed-in staff member renews cards without asking: a row offers it to nobody else. */
export function mayRenew(desk: Desk): boolean {
  return may(desk.library, actorOf(desk), 'renew-card')
}
