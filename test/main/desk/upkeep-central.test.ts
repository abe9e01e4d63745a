/** What a desk leaves to the central server of its library, and does by itself where there is none. */
import { expect, test } from 'vitest'
import { Importing } from '../../../main/desk/data-in/importing.ts'
import { actorOf, type Desk } from '../../../main/desk/desk.ts'
import { keepUp } from '../../../main/desk/upkeep/upkeep.ts'
import { suspendHold } from '../../../main/circulation/holds/change-hold.ts'
import { ALONE, settleAlone, type Central } from '../../../main/journal/settle.ts'
import { ownCommand } from '../../../main/library/follow.ts'
import { countOverlay } from '../../../main/store/overlay/overlay-rows.ts'
import { localDate, MS_PER_DAY } from '../../../shared/kernel/time.ts'
import { bareDesk } from '../support/bare-desk.ts'
import { FakeClock } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { moneyFiles } from '../support/money-desk.ts'

const SERVED: Central = { is_alone: false, offset_ms: () => 3000 }
const LATE_LOAN = `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms,
  renewals_count) VALUES (1, 'import:1', '${'0'.repeat(32)}', 1, 'MAPLE', 1000000, ${Date.UTC(2026, 9, 1)}, 0)`
const HOLD = `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, expires_on, status)
  VALUES ('h1', 1, 2, 'MAPLE', 1, '2026-11-27', 'waiting'), ('h2', 2, 2, 'MAPLE', 2, NULL, 'waiting')`

/** A desk with a hold that is over, a loan that is long overdue, and a hold that was put off here. */
function desk(central: Central): { readonly desk: Desk; readonly clock: FakeClock } {
  const clock = new FakeClock()
  const lost = { lost_after_count: 28, lost_after_unit: 'days' }
  const made = bareDesk(moneyFiles({ lost, also: [LATE_LOAN, HOLD] }), clock, central)
  suspendHold(made.library, actorOf(made), ownCommand(made.library, 'put off'), 'h2', localDate('2027-02-01'))
  clock.pass(5 * MS_PER_DAY)
  return { desk: made, clock }
}

function kindsAfter({ library: { journal } }: Desk, seq: number): readonly string[] {
  return journal.newest(9).flatMap(({ kind, head }) => (head.seq > seq ? [kind] : []))
}

test.each([
  ['alone', ALONE, ['loan-status-set', 'charge-made', 'charge-made', 'charge-made', 'hold-ended'], 0],
  ['with a server', SERVED, [], 1],
] as const)('what became due, %s', (_, central, due, left_count) => {
  const { desk: made } = desk(central)
  const { seq } = made.library.journal.head
  keepUp(made)
  expect(kindsAfter(made, seq)).toEqual(due)
  settleAlone(made.library)
  expect(made.library.db.get(countOverlay, {})?.rows_count).toBe(left_count)
})

test.each([
  [ALONE, null],
  [SERVED, 3000],
] as const)('an entry says how far the clock of the server is ahead, where it is known', (central, offset_ms) => {
  const { desk: made } = desk(central)
  expect(made.library.journal.newest(1)[0]?.head.offset_ms).toBe(offset_ms)
})

test.each([
  [ALONE, 'folder-without-data'],
  [SERVED, 'import-at-central'],
] as const)('data is taken in where the library is kept', (central, code) => {
  const { desk: made } = desk(central)
  const importing = new Importing(
    made,
    () => {},
    () => {},
  )
  const wanted = { folder: testFolder(), accept_findings: [], is_sample: false, is_preview: false } as never
  expect(importing.start(ownCommand(made.library, 'import'), wanted)).toMatchObject({ refused: { code } })
})
