/**
 * Who has a drawer now: its custodian, or the person who covers a break. Suspends it, takes it back. Nobody is given a
 * drawer: who is named for a break takes it, by a count of their own.
 */
import type { DeskEvent, EventBody } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import { may } from '../library/grants.ts'
import type { Library } from '../library/library.ts'
import { record } from '../library/record.ts'
import { staffOfCode } from '../library/staff-known.ts'
import type { SessionRow } from '../store/money/cash-rows.ts'
import { isLastMove } from './report/last-entries.ts'
import { sessionEventsOf } from './report/session-events.ts'
import { anySessionFor, expectedOf, isSession, sessionFor } from './sessions.ts'
import { drawerFact } from './cash-rules.ts'

type Custody = {
  /** Whose drawer it is, also during a break. */
  readonly owner_code: string
  /** Who has it during a break, empty: nobody; null: there is no break. */
  readonly cover_code: string | null
  /** Who may take it meanwhile; empty: nobody. */
  readonly named_code: string
}

export function custodyOf(library: Library, { session_ref, custodian_code }: SessionRow): Custody {
  const opened = library.journal.event(session_ref)
  let owner_code = opened?.kind === 'drawer-opened' ? opened.body.custodian_code : custodian_code
  let [cover_code, named_code]: [string | null, string] = [null, '']
  for (const { body } of sessionEventsOf(library, session_ref, 'custody-changed')) {
    const { reason, custodian_code: code } = body
    if (reason === 'break') [cover_code, named_code] = [code === owner_code ? '' : code, body.named_code]
    if (reason === 'cover') [cover_code, named_code] = [code, '']
    if (reason === 'back') [owner_code, cover_code, named_code] = [code, null, '']
  }
  return { owner_code, cover_code, named_code }
}

/** Whether the drawer is this person's, or in their hands for a break. */
export function isInHandsOf(library: Library, session: SessionRow, { staff }: Actor): boolean {
  const { owner_code, cover_code } = custodyOf(library, session)
  return staff !== null && [owner_code, cover_code, session.custodian_code].includes(staff.staff_code)
}

/** The session that this person uses; during a break only the person who covers it does. */
export function usedSession(library: Library, actor: Actor, drawer_code: string): SessionRow | Refusal {
  const session = sessionFor(library, drawer_code)
  return isSession(session) ? (breakRefusal(library, actor, session) ?? session) : session
}

/** Why this person does not use the drawer: it is on break and they do not cover it. */
export function breakRefusal(library: Library, actor: Actor, session: SessionRow): Refusal | null {
  const { cover_code } = custodyOf(library, session)
  if (cover_code === null || (cover_code !== '' && cover_code === actor.staff?.staff_code)) return null
  return refuse('drawer-on-break', drawerFact(library, session.drawer_code))
}

export type CustodyWish =
  | { readonly reason: 'suspend' | 'resume' }
  | { readonly reason: 'break'; readonly cover_code: string; readonly counted_cents: number | null }
  | { readonly reason: 'cover'; readonly counted_cents: number }
  | { readonly reason: 'back'; readonly counted_cents: number | null }

/** A change that can be made. */
type Changing = { readonly body: EventBody<'custody-changed'>; readonly session: SessionRow; readonly is_own: boolean }

/** The change, and whether this person is the one to make it without asking; or why it cannot be made. */
export function custodyChange(
  library: Library,
  actor: Actor,
  drawer_code: string,
  wish: CustodyWish,
): Changing | Refusal {
  const session = anySessionFor(library, drawer_code)
  if (!isSession(session)) return session
  const custody = custodyOf(library, session)
  const staff_code = must(actor.staff, 'somebody is signed in').staff_code
  const wrong =
    stateRefusal(library, session, custody, wish) ?? handsRefusal(library, actor, { session, custody, wish })
  if (wrong) return wrong
  const { session_ref } = session
  const { reason } = wish
  const custodian_code = reason === 'cover' ? staff_code : custodianAfter(session, custody, wish)
  const owns = [custody.owner_code, ...(reason === 'suspend' ? [custody.cover_code] : [])]
  const named_code = reason === 'break' ? wish.cover_code : ''
  const counted_cents = 'counted_cents' in wish ? wish.counted_cents : null
  const expected_cents = counted_cents === null ? null : expectedOf(library, session_ref).cash_cents
  const body = { session_ref, reason, custodian_code, named_code, counted_cents, expected_cents }
  return { session, is_own: reason === 'cover' || owns.includes(staff_code), body }
}

type Changes = { readonly session: SessionRow; readonly custody: Custody; readonly wish: CustodyWish }

/** Money changes hands counted by both: who gives it, and who takes it. */
function handsRefusal(library: Library, actor: Actor, { session, custody, wish }: Changes): Refusal | null {
  const staff_code = actor.staff?.staff_code ?? ''
  if (wish.reason === 'break' && wish.cover_code !== '') {
    if (staffOfCode(library, wish.cover_code) === null) return refuse('staff-unknown', { staff: wish.cover_code })
    return wish.counted_cents === null ? refuse('break-count-needed') : null
  }
  if (wish.reason === 'cover') {
    if (custody.cover_code === staff_code) return refuse('cover-same')
    return custody.cover_code === '' && custody.named_code === staff_code ? null : refuse('cover-other')
  }
  const { cover_code } = custody
  if (wish.reason !== 'back' || cover_code === null || cover_code === '') return null
  if (wish.counted_cents === null) return refuse('break-count-needed')
  // The cover may be gone: then who may close another's drawer ends the break, and answers for the count.
  const isAway = may(library, actor, 'close-others-drawer')
  return isAway || hasCounted(library, session, cover_code) ? null : refuse('cover-counts-first')
}

/** Whether the cover has counted the drawer as it is now. */
function hasCounted(library: Library, { session_ref }: SessionRow, cover_code: string): boolean {
  const counts = sessionEventsOf(library, session_ref, 'drawer-counted')
  const taken = sessionEventsOf(library, session_ref, 'custody-changed').filter(({ body }) => body.reason === 'cover')
  const own = [taken.at(-1), counts.findLast(({ head }) => head.staff === cover_code)]
  return own.some((one) => one !== undefined && isLastMove(library, session_ref, one.head))
}

function stateRefusal(
  library: Library,
  { status, drawer_code }: SessionRow,
  custody: Custody,
  wish: CustodyWish,
): Refusal | null {
  const isOnBreak = custody.cover_code !== null
  const fact = drawerFact(library, drawer_code)
  if (wish.reason === 'resume') return status === 'suspended' ? null : refuse('drawer-not-suspended', fact)
  if (status === 'suspended') return refuse('drawer-suspended', fact)
  if (wish.reason === 'break') {
    if (isOnBreak) return refuse('drawer-on-break', fact)
    return wish.cover_code === custody.owner_code ? refuse('cover-same') : null
  }
  return !isOnBreak && (wish.reason === 'back' || wish.reason === 'cover') ? refuse('drawer-not-on-break', fact) : null
}

function custodianAfter({ custodian_code }: SessionRow, { owner_code }: Custody, { reason }: CustodyWish): string {
  return reason === 'break' || reason === 'back' ? owner_code : custodian_code
}

export function changeCustody(
  library: Library,
  actor: Actor,
  command: Command,
  drawer_code: string,
  wish: CustodyWish,
): readonly DeskEvent[] | Refusal {
  const change = custodyChange(library, actor, drawer_code, wish)
  if (isRefusal(change)) return change
  return record(library, actor, command, [{ kind: 'custody-changed', body: change.body }])
}
