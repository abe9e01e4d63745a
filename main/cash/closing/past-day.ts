/** Drawers whose business day is over and that nobody closed: what is in them is neither counted nor at the bank. */
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type LocalDate } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import type { Actor } from '../../library/actor.ts'
import { mayOwn } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import { openSessions, type SessionRow } from '../../store/money/cash-rows.ts'
import { keepSeen } from './seen.ts'
import { expectedOf } from '../sessions.ts'

export type PastDay = { readonly session: SessionRow; readonly opened_on: LocalDate }

/** Each snapshot asks: they are read again when something of a drawer was recorded, and when the day turned. */
const read = new WeakMap<Library, { readonly as_of: string; readonly past: readonly PastDay[] }>()

/** The oldest first; none where no branch is chosen yet. A session is of the day on which it was opened. */
export function sessionsPastDay(library: Library): readonly PastDay[] {
  const branch = library.here()
  if (branch === null) return []
  const today = toLocalDate(library.clock.now(), branch.zone)
  const as_of = `${library.journal.drawers_changed_count} ${today} ${branch.zone}`
  const before = read.get(library)
  if (before?.as_of === as_of) return before.past
  const past = library.db.all(openSessions, {}).flatMap((session) => {
    const opened_on = toLocalDate(instant(session.opened_at_ms), branch.zone)
    return opened_on < today ? [{ session, opened_on }] : []
  })
  read.set(library, { as_of, past })
  return past
}

/** What cash and checks should be in them, for a role that may see cash, who has seen it then; nothing for others. */
export function cashPastDay(library: Library, actor: Actor): Cents {
  if (!mayOwn(library, actor, 'see-cash')) return cents(0)
  return cents(
    sessionsPastDay(library).reduce((sum, { session }) => {
      keepSeen(library, actor, session)
      const { cash_cents, checks_cents } = expectedOf(library, session.session_ref)
      return sum + cash_cents + checks_cents
    }, 0),
  )
}
