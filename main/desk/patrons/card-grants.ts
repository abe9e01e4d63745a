/**
 * Whether the act on a patron's record or card may be done now: by the role, and by what the library asks to be paid or
 * returned first. If not, a row asks. Must never ask with a PIN in what was asked: the row keeps it until the approval.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { ChosenFault } from '../../../shared/patron/cards.ts'
import type { CardGiven } from '../../../shared/patron/settle-first.ts'
import { CARD_GRANTS, type AskedCardAct } from '../../../shared/staff/card-grants.ts'
import type { Grant } from '../../../shared/staff/permissions.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { canonical } from '../../../shared/journal/event.ts'
import { may, mayOwn } from '../../library/grants.ts'
import { typedOf } from '../../patrons/edit-patron.ts'
import { unsettled } from '../../patrons/unsettled.ts'
import { askApproval, mayOrAsks } from '../approvals/asking.ts'
import { isAccountUnseen, type AccountPart } from '../approvals/account-unseen.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'

/** What the method was called with; its own id is not part of what is approved. */
type Asked = Readonly<Record<string, unknown>>

function inputOf(asked: Asked): Asked {
  return Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'commandId'))
}

/** @param against why the chosen category takes a grant of its own: whoever approves that approves the act */
export function mayOnCard(desk: Desk, method: AskedCardAct, asked: Asked, against: ChosenFault | null = null): boolean {
  const { wish } = speechOf(desk).words.outcomes.patron
  const isChoosing = against !== null && !mayOwn(desk.library, actorOf(desk), 'choose-category')
  const grant: Grant = isChoosing ? 'choose-category' : CARD_GRANTS[method]
  const asks = { method, input: inputOf(asked), grant, reach: 0 }
  // An edit has the whole record: approved later, it would take back what was changed since.
  const call = method === 'patron.edit' ? { ...asks, as_of: recordNow(desk) } : asks
  const part = partOf(desk, method, asked)
  const { patron_id } = desk.session
  if (part !== null && patron_id !== null && isAccountUnseen(desk, patron_id, { part, grant })) {
    askApproval(desk, call, wish[method], { refusal: refuse('account-unseen') })
    return false
  }
  return mayOrAsks(desk, call, wish[method])
}

/** What it changes of that by which a patron is known and told. */
function partOf({ library, session }: Desk, method: AskedCardAct, { typed }: Asked): AccountPart | null {
  if (method === 'card.replace') return 'card'
  if (method === 'patron.clear-pin') return 'pin'
  if (method !== 'patron.edit' || session.patron_id === null) return null
  const before = typedOf(library, session.patron_id)?.typed
  const now = typed as Partial<NonNullable<typeof before>>
  return before && (['phone', 'email'] as const).some((name) => (now[name] ?? '').trim() !== before[name])
    ? 'contact'
    : null
}

/** The open patron's record as the form shows it, as a text to compare. */
export function recordNow({ library, session }: Desk): string {
  return session.patron_id === null ? '' : canonical(typedOf(library, session.patron_id))
}

/** What was made, where it may be recorded now; its refusal, or null while a second person is asked. */
export function allowed<Made extends object>(
  desk: Desk,
  made: Made | Refusal,
  method: AskedCardAct,
  asked: Asked,
  against: ChosenFault | null = null,
): Made | Refusal | null {
  return isRefusal(made) || mayOnCard(desk, method, asked, against) ? made : null
}

/** Whether the signed-in staff member renews cards without asking: a row offers it to nobody else. */
export function mayRenew(desk: Desk): boolean {
  return may(desk.library, actorOf(desk), 'renew-card')
}

const GIVEN = { 'card.renew': 'renewals', 'card.replace': 'new-cards' } as const satisfies Readonly<
  Record<string, CardGiven>
>
const GRANT = 'override-debt'
const OTHER_CARD = { part: 'card', grant: CARD_GRANTS['card.replace'] } as const

/**
 * Whether the card may be renewed or given as far as debts and items go. An override is not offered to a role without
 * the card's own grant, nor where a second person has to approve the card: each approval would forget the other.
 * @returns null: it may; `asked`: a row asks for the override; or why not
 */
export function settledOrAsks(
  desk: Desk,
  patron_id: PatronId,
  method: keyof typeof GIVEN,
  asked: Asked,
): Refusal | 'asked' | null {
  const refusal = unsettled(desk.library, patron_id, GIVEN[method])
  const actor = actorOf(desk)
  if (refusal === null) return null
  const isUnseen = partOf(desk, method, asked) === 'card' && isAccountUnseen(desk, patron_id, OTHER_CARD)
  if (isUnseen || !mayOwn(desk.library, actor, CARD_GRANTS[method])) return refusal
  if (actor.approved?.grant === GRANT) return null
  const wish = { method, input: inputOf(asked), grant: GRANT, reach: 0, reason: 'overridden' } as const
  const title = speechOf(desk).words.outcomes.patron.wish[method]
  askApproval(desk, wish, title, { refusal, is_override: true, is_own: may(desk.library, actor, GRANT) })
  return 'asked'
}
