/**
 * Records refused acts: what a method answered, and what stopped a row once nobody will answer it. An act that is
 * answered or approved after all was not refused. Must never hold a patron, nor what was asked for: the work log shows
 * these.
 */
import type { RefusalCode } from '../../../shared/refusals/refusals.ts'
import { refusedBetween } from '../../../shared/desk/refused-rows.ts'
import type { Session } from '../../../shared/desk/session/session.ts'
import { keptRefused, refusalKey } from '../../../shared/desk/session/session-once.ts'
import { isRefusalKept } from '../../../shared/refusals/overrides.ts'
import type { Desk } from '../desk.ts'
import { recordRefused, type Refused } from '../../library/record-refused.ts'
import { actorOf } from '../desk.ts'

/** Once per patron session, however often it is tried. */
export function keepRefused(desk: Desk, refused: Refused): void {
  const { kept_refusals } = desk.session
  const key = refusalKey(refused, refused.approver)
  if (kept_refusals.includes(key)) return
  recordRefused(desk.library, actorOf(desk), refused)
  desk.session = keptRefused(desk.session, key)
}

/** A method refused. A refused slip of the hand that is asked again is not kept. */
export function keepRefusedAnswer(desk: Desk, method: string, code: RefusalCode): void {
  if (isRefusalKept(code)) keepRefused(desk, { act: method, codes: [code] })
}

/** Rows that were refused, or left, since `before`; under the name of the person who asked. */
export function keepRefusedRows(desk: Desk, before: Session): void {
  const { left, over } = refusedBetween(before, desk.session)
  // Rows that left with their patron are compared with that session, not with the next.
  const seen = new Set(before.kept_refusals)
  for (const act of left) {
    if (!seen.has(refusalKey(act)))
      recordRefused(desk.library, actorOf(desk), { ...act, staff: before.staff?.staff_code ?? '' })
    seen.add(refusalKey(act))
  }
  for (const act of over) keepRefused(desk, act)
}
