/** The table of the openings of drawers without a sale, for an auditor. Pure. */
import type { CashEvent } from '../../journal/fold/cash.ts'
import { instant } from '../../kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../kernel/zone.ts'
import type { LooseOpening } from '../drawer/openings.ts'
import { amount, momentText, type SheetCell } from './sheet.ts'

type Row = readonly SheetCell[]

export const NO_SALES = ['purpose', 'reason', 'changed', 'times']

/**
 * `key` and `unseen`: its sensor tells that it opened, and nobody had asked the desk; so many `times`, where openings
 * in a row were counted.
 */
export function noSaleRow(event: CashEvent): readonly Row[] {
  if (event.kind === 'drawer-pulsed') return [[event.body.reason, null, amount(0), 1]]
  if (event.kind === 'drawer-key-opened') return [[event.body.reason, null, amount(0), event.body.openings_count]]
  if (event.kind !== 'drawer-unlocked') return []
  return [[event.body.purpose, event.body.reason_code, amount(event.body.amount_cents), 1]]
}

/** Those without a session: each belongs to its own day. */
export function looseRows({
  openings,
  zone,
}: {
  readonly openings: readonly LooseOpening[]
  readonly zone: ZoneName
}): readonly Row[] {
  return openings.flatMap((event) => {
    const at = instant(event.head.at_ms)
    const place = [toLocalDate(at, zone), null, momentText(at, zone), event.head.staff]
    return noSaleRow(event).map((row) => [...place, ...row])
  })
}
