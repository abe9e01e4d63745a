/**
 * A desk at which there is much to undo: most acts cost money, ask something, or change more than one record, and some
 * things are out, late or waited for already.
 */
import { TUESDAY } from './fakes.ts'
import type { Policy } from './money-desk.ts'

const DAY = 86_400_000

function lent(item_id: number, patron_id: number, due_in_days: number): string {
  const [out, due] = [TUESDAY - 30 * DAY, TUESDAY + due_in_days * DAY]
  return `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
    VALUES (${item_id}, 'import:${item_id}', '${`a${item_id}`.repeat(16)}', ${patron_id}, 'MAPLE', ${out}, ${due}, 0)`
}

export const POLICY: Policy = {
  lost: { found_unpaid_kind: 'ask', is_overdue_kept: 0 },
  settings: { undo_within_minutes_count: '1440' },
  also: [
    `INSERT INTO fine_rule VALUES ('FILMS', '*', '*', 'DVD', 100, 1, 'days', 0, 0, 0, 'days',
      'whole-period-once-exceeded', 500, 0, 200, 1000, 1, 1, 30)`,
    `INSERT INTO rental_rule VALUES ('RENT', '*', '*', 'DVD', 150, 'loan', 0, 1)`,
    lent(2, 1, -10),
    lent(4, 2, -3),
    lent(7, 1, 9),
    `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
      VALUES ('h1', 2, 2, 'MAPLE', ${TUESDAY - 5 * DAY}, 'waiting')`,
    `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
      note) VALUES ('c2', 1, NULL, 'other', 0, 700, 700, '')`,
  ],
}
