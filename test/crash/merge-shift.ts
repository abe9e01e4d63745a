/**
 * A shift to kill a desk in: two records of one person become one, with a loan, a debt, a note and two holds on one
 * title, something is lent to the one that is left, and they are two again.
 */
import type { TestDesk } from '../main/support/desk.ts'
import { TUESDAY } from '../main/support/fakes.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, type Shift } from './killed.ts'

const DAY = 86_400_000
const OMAR = 2
const { command, ask, scan, signIn } = commandsOf(44)

const files = (): string =>
  moneyFiles({
    also: [
      `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
        VALUES ('h1', 1, 4, 'MAPLE', ${TUESDAY - 2 * DAY}, 'waiting'),
          ('h2', 2, 4, 'MAPLE', ${TUESDAY - 5 * DAY}, 'waiting')`,
      `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents, note)
        VALUES ('c7', 2, NULL, 'overdue', 0, 300, 300, '')`,
    ],
  })

const commands = [
  signIn(),
  // A start has its turn in the plain shift.
  ask('test.count'),
  command('loan.check-out', { card_barcode: CARDS.omar, item_barcode: ITEMS.educated }),
  // Asked again after a kill, the former number opens the one that is left.
  ask('desk.open-patron', { patron_id: OMAR }),
  scan(CARDS.dana),
  command('patron.merge', { other_patron_id: OMAR, turned: ['surname', 'card'] }),
  command('desk.undo'),
  ask('desk.open-patron', { patron_id: OMAR }),
  scan(CARDS.dana),
  command('patron.merge', { other_patron_id: OMAR, turned: ['phone'] }),
  scan(ITEMS.warmth),
]

async function state(desk: TestDesk): Promise<unknown> {
  const people = []
  for (const card_barcode of [CARDS.dana, CARDS.omar]) {
    const { loans, owed_cents } = await desk.ok('patron.get', { card_barcode })
    const { holds } = await desk.ok('hold.of-patron', { card_barcode })
    people.push({ owed_cents, out: loans.map((loan) => loan.barcode), holds: holds.map((hold) => hold.status) })
  }
  return people
}

const kinds = ['item-checked-out', 'patrons-merged', 'merge-undone', 'hold-ended', 'hold-reopened', 'act-undone']

export const MERGE_SHIFT: Shift = { files, commands, state, kinds }
