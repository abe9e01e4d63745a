/**
 * A second person's approval, in place: by badge, or initials and PIN. They must differ from the person who asked, and
 * hold every grant needed. The PIN is checked here and kept nowhere; rejections are recorded.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { approvalRow } from '../../../shared/desk/approvals.ts'
import { rowById, withBand, type SessionRow, type SessionStaff } from '../../../shared/desk/session/session.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import { isRefused } from '../../ipc/answer.ts'
import { goOn } from '../answer-rows.ts'
import { grantsOf } from './asking.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { mayAll } from '../../library/grants.ts'
import { staffOfPin } from '../staff/pin-check.ts'
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
  if (row?.pending?.ask !== 'approval') return refuse('approval-over')
  const found = staffOfPin(desk.library, actorOf(desk), {
    act: 'approval.give',
    initials: asked.initials,
    pin: asked.pin,
  })
  return isRefused(found) ? found.refused : approve(desk, command, row, found.ok)
}

/** A badge scanned while a row waits for approval: it approves that row. */
export function approveByBadge(desk: Desk, command: Command, badge: SessionStaff): void {
  const row = approvalRow(desk.session)
  if (!row) return
  const refused = approve(desk, command, row, badge)
  if (!refused) return
  const { says, way_out } = speechOf(desk).refusal(refused)
  desk.session = withBand(desk.session, plainBand('stop', says, way_out))
}

function approve(desk: Desk, command: Command, row: SessionRow, approver: SessionStaff): Refusal | null {
  const { pending } = row
  if (pending?.ask !== 'approval') return refuse('approval-over')
  const act = pending.wish.act === 'call' ? pending.wish.method : pending.wish.act
  const turnedAway = { act, approver: approver.staff_code }
  if (approver.staff_code === desk.session.staff?.staff_code) {
    keepRefused(desk, { ...turnedAway, codes: ['approver-same'] })
    return refuse('approver-same')
  }
  const { grants, reach } = grantsOf(pending)
  if (!mayAll(desk.library, approver, grants, reach)) {
    keepRefused(desk, { ...turnedAway, codes: pending.codes })
    return refuse('approver-not-permitted', { initials: approver.initials })
  }
  return goOn(desk, command, row, pending, approver.staff_code)
}
