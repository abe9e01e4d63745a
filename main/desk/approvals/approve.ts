/**
 * A second person's approval, in place: by badge, or initials and PIN. They must differ from the person who asked, and
 * hold every grant needed. The PIN is checked here and kept nowhere; rejections are recorded.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { approvalRow } from '../../../shared/desk/approvals.ts'
import { withoutBadge } from '../../../shared/desk/session/session-badge.ts'
import { rowById, withBand, type SessionStaff } from '../../../shared/desk/session/session.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import { isRefused } from '../../ipc/answer.ts'
import { goOn } from '../answer-rows.ts'
import { grantsOf } from './asking.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { isOnlyPerson } from '../../cash/sign-off.ts'
import { ceilingBelow, mayAll } from '../../library/grants.ts'
import { staffOfPin } from '../staff/pin-check.ts'
import { askPin, badgeOfPin, needsPin } from '../staff/scanned-badge.ts'
import { keepRefused } from './refused-acts.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf } from '../desk.ts'

/** By initials and PIN, for one row. @returns why not, or null */
export function approveByPin(
  desk: Desk,
  command: Command,
  asked: { readonly row_id: string; readonly initials: string; readonly pin: string },
): Refusal | null {
  const row = rowById(desk.session, asked.row_id)
  const pending = row?.pending
  if (!row || pending?.ask !== 'approval') return refuse('approval-over')
  const badge = badgeOfPin(desk, asked.initials, 'approval', asked.row_id)
  if ('code' in badge) return badge
  const { initials, pin } = asked
  const typed = { act: 'approval.give', initials, pin, badge: badge.owner } as const
  const found = staffOfPin(desk.library, actorOf(desk), typed)
  if (isRefused(found)) return found.refused
  desk.session = withoutBadge(desk.session)
  return (
    turnedAway(desk, pending, found.ok, isOnlyPerson(desk.library)) ??
    goOn(desk, command, row, pending, found.ok.staff_code)
  )
}

/** A badge scanned while a row waits for approval: it approves that row, or its owner types the PIN next. */
export function approveByBadge(desk: Desk, command: Command, badge: SessionStaff): void {
  const row = approvalRow(desk.session)
  if (!row) return
  const away = turnedAway(desk, row.pending, badge)
  if (away === null && needsPin(desk, badge, 'approval')) return askPin(desk, badge, 'approval', row.row)
  const refused = away ?? goOn(desk, command, row, row.pending, badge.staff_code)
  if (!refused) return
  const { says, way_out } = speechOf(desk).refusal(refused)
  desk.session = withBand(desk.session, plainBand('stop', says, way_out))
}

type Approval = Parameters<typeof grantsOf>[0]

/**
 * Why this person may not approve it; null when they may. Who was turned away is recorded.
 * @param isAlone nobody else works at the library: their own PIN, typed for this act, is all there can be
 */
function turnedAway(desk: Desk, pending: Approval, approver: SessionStaff, isAlone = false): Refusal | null {
  const act = pending.wish.act === 'call' ? pending.wish.method : pending.wish.act
  const tried = { act, approver: approver.staff_code }
  if (approver.staff_code === desk.session.staff?.staff_code && !isAlone) {
    keepRefused(desk, { ...tried, codes: ['approver-same'] })
    return refuse('approver-same')
  }
  const needed = grantsOf(pending)
  if (!needed.every(({ grant, reach }) => mayAll(desk.library, approver, [grant], reach))) {
    keepRefused(desk, { ...tried, codes: pending.codes })
    const [below] = needed.flatMap(({ grant, reach }) => ceilingBelow(desk.library, approver, grant, reach) ?? [])
    const { initials } = approver
    return below
      ? refuse('approver-above-ceiling', { initials, ...below })
      : refuse('approver-not-permitted', { initials })
  }
  return null
}
