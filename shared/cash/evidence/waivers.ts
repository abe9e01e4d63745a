/** What was waived at this desk; below zero: a waiver that was taken back. Pure. */
import type { EventOf } from '../../journal/event.ts'
import { instant } from '../../kernel/time.ts'
import type { ZoneName } from '../../kernel/zone.ts'
import { amount, momentText, type SheetCell } from './sheet.ts'

export const WAIVERS = ['moment', 'staff', 'fund', 'amount', 'reason', 'approved_by']

export function waiverRow(zone: ZoneName, { head, body }: EventOf<'charge-moved'>): readonly SheetCell[] {
  const sign = body.of === null ? 1 : -1
  const moment = momentText(instant(head.at_ms), zone)
  return [moment, head.staff, body.fund, amount(sign * body.amount_cents), body.reason, body.approved_by]
}
