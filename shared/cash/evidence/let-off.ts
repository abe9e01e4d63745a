/** What was let off at this desk, by kind; below zero: it was taken back. Pure. */
import type { LetOffEvent } from '../../journal/logged.ts'
import { instant } from '../../kernel/time.ts'
import type { ZoneName } from '../../kernel/zone.ts'
import { amount, momentText, type SheetCell } from './sheet.ts'

export const LET_OFF = ['moment', 'staff', 'kind', 'fund', 'amount', 'reason', 'approved_by']

export function letOffRow(zone: ZoneName, { head, body }: LetOffEvent): readonly SheetCell[] {
  const sign = body.of === null ? 1 : -1
  const moment = momentText(instant(head.at_ms), zone)
  return [moment, head.staff, body.code, body.fund, amount(sign * body.amount_cents), body.reason, body.approved_by]
}
