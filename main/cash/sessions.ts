/** The sessions of drawers as they are now, and what each should hold. Reads only. */
import { cents, type Cents } from '../../shared/kernel/money.ts'
import type { ByTender } from '../../shared/journal/events/cash.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { lastSession, openSessions, sessionBalance, type SessionRow } from '../store/money/cash-rows.ts'
import type { Actor } from '../library/actor.ts'
import { mayOwn } from '../library/grants.ts'
import type { Library } from '../library/library.ts'
import { drawerFact } from './cash-rules.ts'

/** Where a drawer's money was left: its last session, once that is closed. */
export function lastSessionOf(library: Library, drawer_code: string): SessionRow | null {
  return library.db.get(lastSession, { drawer_code })
}

/**
 * Whether this person may know what a closed session left: it is what the next float is counted against. Who had the
 * drawer left it there; a role that may see cash sees it; and all do once the drawer was opened again.
 */
export function mayKnowLeft(library: Library, actor: Actor, session: SessionRow): boolean {
  const { session_ref, drawer_code, custodian_code } = session
  if (session.status !== 'closed' || actor.staff?.staff_code === custodian_code) return true
  return mayOwn(library, actor, 'see-cash') || lastSessionOf(library, drawer_code)?.session_ref !== session_ref
}

/** The session that an act is in: of this drawer, or of the only one that is open when none is named. */
export function sessionFor(library: Library, drawer_code: string): SessionRow | Refusal {
  const session = anySessionFor(library, drawer_code)
  if (!isSession(session) || session.status !== 'suspended') return session
  return refuse('drawer-suspended', drawerFact(library, session.drawer_code))
}

/** The same, also of a drawer that is suspended. */
export function anySessionFor(library: Library, drawer_code: string): SessionRow | Refusal {
  const open = library.db.all(openSessions, {})
  const named = open.filter((one) => drawer_code === '' || one.drawer_code === drawer_code)
  const [only] = named
  if (only === undefined) return refuse('drawer-not-open')
  return named.length > 1 ? refuse('drawer-which', { count: named.length }) : only
}

export function isSession(found: SessionRow | Refusal): found is SessionRow {
  return 'session_ref' in found
}

/** What the entries of a session come to, by tender. */
export function expectedOf(library: Library, session_ref: string): ByTender {
  const at = (account: string, of_ref: string): Cents =>
    cents(library.db.get(sessionBalance, { session_ref, account, of_ref })?.balance_cents ?? 0)
  return {
    cash_cents: at('cash', session_ref),
    checks_cents: at('checks', session_ref),
    card_cents: at('card-clearing', ''),
  }
}
