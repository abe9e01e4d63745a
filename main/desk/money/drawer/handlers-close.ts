/** The methods about closing a drawer and its reports. Those that only look record nothing; who looked is kept. */
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import type { DRAWER_CLOSE_METHODS } from '../../../../shared/ipc/cash/methods-drawer-close.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { lookAtClose, mayKnow } from '../../../cash/closing/look.ts'
import { leavingOf } from '../../../cash/closing/leaving.ts'
import { keepSeen } from '../../../cash/closing/seen.ts'
import { placeSeen } from '../../../cash/places.ts'
import { readReport } from '../../../cash/report/read-report.ts'
import { closingCounts } from '../../../cash/report/last-entries.ts'
import { isSessionProven } from '../../../cash/report/session-events.ts'
import { anySessionFor, isSession, mayKnowLeft } from '../../../cash/sessions.ts'
import { no, ok, type Answer } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import { may } from '../../../library/grants.ts'
import { staffInitials } from '../../../library/staff-known.ts'
import { openSessions, sessionByRef, type SessionRow } from '../../../store/money/cash-rows.ts'
import { closedSessions } from '../../../store/money/close-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { closeIt, reviewIt } from './close.ts'
import { closingHandlers, type ClosingMethod } from './handlers-closing.ts'
import { cashRecording } from './recording.ts'

export type DrawerCloseMethod = keyof typeof DRAWER_CLOSE_METHODS | ClosingMethod

export function drawerCloseHandlers(desk: Desk): Pick<Handlers, DrawerCloseMethod> {
  const recording = cashRecording(desk)
  return {
    ...closingHandlers(desk),
    'drawer.list': (input) => ok(listOf(desk, input)),
    'drawer.x': (input) => xReport(desk, input),
    'drawer.z': (input) => zReport(desk, input),
    'drawer.close-preview': (input) => preview(desk, input),
    'drawer.close': recording('drawer.close', closeIt),
    'close.review': recording('close.review', reviewIt),
  }
}

function listOf(desk: Desk, { limit }: Input<'drawer.list'>): Output<'drawer.list'> {
  const { library } = desk
  const { words } = speechOf(desk)
  const rows = [...library.db.all(openSessions, {}), ...library.db.all(closedSessions, { limit })]
  const sessions = rows.slice(0, limit).map((row) => {
    const { session_ref, drawer_code, opened_at_ms, closed_at_ms, z_number } = row
    const isSeen = mayKnowLeft(library, actorOf(desk), row)
    return {
      session_ref,
      drawer_code,
      drawer_name: drawerCalled(library, words, drawer_code),
      custodian_initials: staffInitials(library, row.custodian_code),
      status: statusOf(row.status),
      opened_at_ms,
      closed_at_ms,
      z_number,
      left_cents: isSeen ? row.left_cents : null,
      left_checks_cents: isSeen ? row.left_checks_cents : null,
      is_review_needed: row.is_review_needed === 1,
    }
  })
  return { sessions }
}

type Status = Output<'drawer.list'>['sessions'][number]['status']

function statusOf(status: string): Status {
  return status === 'open' || status === 'suspended' ? status : 'closed'
}

/** Whoever may see cash, or has the drawer: its own figures are no secret once it is counted. */
function mayNotSee(desk: Desk, { session_ref, custodian_code, status }: SessionRow): Refusal | null {
  const { library } = desk
  const actor = actorOf(desk)
  if (may(library, actor, 'see-cash')) return null
  if (actor.staff?.staff_code !== custodian_code) return refuse('not-permitted')
  if (status === 'closed') return null
  const { cash, tenders } = closingCounts(library, session_ref)
  return cash === null || tenders === null ? refuse('count-first') : null
}

function xReport(desk: Desk, { drawer_code }: Input<'drawer.x'>): Answer<Output<'drawer.x'>> {
  const { library } = desk
  const session = anySessionFor(library, drawer_code)
  if (!isSession(session)) return { refused: session }
  const refused = mayNotSee(desk, session)
  if (refused) return { refused }
  keepSeen(library, actorOf(desk), session)
  const { session_ref } = session
  const is_proven = isSessionProven(library, session_ref)
  return ok({ report: readReport(library, speechOf(desk).words, session_ref), is_proven })
}

function zReport(desk: Desk, { session_ref }: Input<'drawer.z'>): Answer<Output<'drawer.z'>> {
  const { library } = desk
  const session = library.db.get(sessionByRef, { session_ref })
  if (session === null) return no('session-unknown')
  if (session.status !== 'closed') return no('session-open')
  const refused = mayNotSee(desk, session)
  return refused ? { refused } : ok({ report: readReport(library, speechOf(desk).words, session_ref) })
}

function preview(
  desk: Desk,
  { drawer_code, leave_cents }: Input<'drawer.close-preview'>,
): Answer<Output<'drawer.close-preview'>> {
  const { library } = desk
  const looked = lookAtClose(library, drawer_code)
  if (isRefusal(looked)) return { refused: looked }
  if (!mayKnow(library, actorOf(desk), looked)) return no('count-own')
  const { session, counted, tenders, by, need } = looked
  keepSeen(library, actorOf(desk), session)
  return ok({
    session_ref: session.session_ref,
    counted_cents: counted.cash_cents,
    cash_by_cents: by.cash,
    checks_by_cents: by.check,
    card_by_cents: tenders.body.card_cents === null ? null : by.card,
    needs: need,
    ...leavingOf(library, looked, leave_cents),
    safe_cents: placeSeen(library, actorOf(desk), 'safe'),
  })
}
