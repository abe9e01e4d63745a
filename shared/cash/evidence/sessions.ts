/** The table of sessions of an export: how each was opened and closed, and the journal's end before its Z. Pure. */
import type { CashEvent } from '../../journal/fold/cash.ts'
import { instant } from '../../kernel/time.ts'
import type { ZoneName } from '../../kernel/zone.ts'
import { zNumber } from '../numbers/z-number.ts'
import { amount, momentText, type SheetCell } from './sheet.ts'

export const SESSIONS = [
  'drawer',
  'custodian',
  'opened',
  'opening_left',
  'opening_counted',
  'opening_difference',
  'opening_reason',
  'opening_approved_by',
  'z',
  'z_number',
  'cash_expected',
  'cash_counted',
  'cash_difference',
  'checks_expected',
  'checks_counted',
  'checks_difference',
  'card_expected',
  'card_counted',
  'card_difference',
  'is_card_counted',
  'reason',
  'approved_by',
  'left',
  'float',
  'bag_number',
  'bag_from_drawer',
  'bag_from_safe',
  'bag_checks',
  'handed_to',
  'is_review_needed',
  'grand_total',
  'journal_entries',
  'journal_hash',
]

/** One row of a session, at its close; at its opening while it is open. */
export function sessionRow(
  event: CashEvent,
  {
    evidence: { zone },
    session,
  }: {
    readonly evidence: { readonly zone: ZoneName }
    readonly session: { readonly events: readonly CashEvent[] }
  },
): readonly (readonly SheetCell[])[] {
  // Asked of every entry: only its two ends look at the whole session.
  if (event.kind !== 'drawer-opened' && event.kind !== 'drawer-closed') return []
  const [first] = session.events
  if (first?.kind !== 'drawer-opened') return []
  const { drawer_code, custodian_code, left_cents, counted_cents } = first.body
  const isClosed = session.events.some(({ kind }) => kind === 'drawer-closed')
  const opened = momentText(instant(first.head.at_ms), zone)
  const said_at_opening = [first.body.reason_code, first.body.approved_by]
  const opening = [amount(left_cents), amount(counted_cents), amount(counted_cents - left_cents), ...said_at_opening]
  const cells = [drawer_code, custodian_code, opened, ...opening]
  if (event.kind === 'drawer-opened' && !isClosed) return [[...cells, ...SESSIONS.slice(cells.length).map(() => null)]]
  if (event.kind !== 'drawer-closed') return []
  const { body } = event
  const { expected, counted, bag, head } = body
  const tenders = (['cash_cents', 'checks_cents', 'card_cents'] as const).flatMap((tender) => {
    // Nobody read it: no figure says that it agreed.
    if (tender === 'card_cents' && !body.is_card_counted) return [amount(expected[tender]), null, null]
    return [expected[tender], counted[tender], counted[tender] - expected[tender]].map(amount)
  })
  const card = body.is_card_counted ? 1 : 0
  const float = body.float_cents === null ? null : amount(body.float_cents)
  const bagged = [bag.bag_number, amount(bag.drawer_cents), amount(bag.safe_cents), amount(bag.checks_cents)]
  const whole = [body.handed_to, body.is_review_needed ? 1 : 0, amount(body.grand_total_cents)]
  const said = [card, body.reason_code, body.approved_by, amount(body.left_cents), float, ...bagged, ...whole]
  return [
    [...cells, body.z_number, zNumber(event.head, body.z_number), ...tenders, ...said, head.events_count, head.hash],
  ]
}
