/**
 * A shift with money, holds and rare acts to kill a desk in: a late return with its fine and the hold it is
 * caught for, a waive, a note, a changed rule, a record made for a book in the hand, a hold that is fetched and undone.
 */
import type { TestDesk } from '../main/support/desk.ts'
import { TUESDAY } from '../main/support/fakes.ts'
import { moneyFiles, pageOf } from '../main/support/money-desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, type Shift } from './killed.ts'

const DAY = 86_400_000
const MADE = '31234000000107'
const { command, ask, scan, signIn } = commandsOf(43)

/** Dana's book is ten days late, and Omar waits for it. */
const files = (): string =>
  moneyFiles({
    also: [
      `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
        VALUES (1, 'import:w', '${'ab'.repeat(16)}', 1, 'MAPLE', ${TUESDAY - 31 * DAY}, ${TUESDAY - 10 * DAY}, 0)`,
      `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
        VALUES ('h1', 2, 1, 'MAPLE', ${TUESDAY - 5 * DAY}, 'waiting')`,
    ],
  })

const commands = [
  signIn(),
  // A start has its turn in the plain shift.
  ask('test.count'),
  command('loan.check-in', { item_barcode: ITEMS.warmth }),
  scan(CARDS.owing),
  command('charge.waive', { charge_ref: 'c1', amount_cents: 500, reason: 'first-time' }),
  command('charge.waive', { charge_ref: 'c1', amount_cents: 100, reason: 'hardship' }),
  command('desk.undo'),
  command('note.write', { kind: 'note', text: 'Asked for large print', until_on: null }),
  command('policy.change', {
    table: 'library_setting',
    key: 'loan_history_days_count',
    after: { value: 3 },
    accept_findings: [],
  }),
  scan(CARDS.omar),
  command('item.make', {
    item_barcode: MADE,
    title_id: null,
    title: 'Made by hand',
    author: 'Nobody',
    isbn: '',
    item_type_code: 'BOOK',
    call_number: 'F NOB',
    location: 'Adult',
    price_cents: null,
  }),
  scan(ITEMS.warmth),
  command('desk.undo'),
  command('loan.check-out', { card_barcode: CARDS.omar, item_barcode: ITEMS.warmth }),
]

async function state(desk: TestDesk): Promise<unknown> {
  const people = []
  for (const card_barcode of [CARDS.dana, CARDS.omar, CARDS.owing]) {
    const { loans, owed_cents } = await desk.ok('patron.get', { card_barcode })
    const { holds } = await desk.ok('hold.of-patron', { card_barcode })
    people.push({ owed_cents, out: loans.map((loan) => loan.barcode), holds: holds.map((hold) => hold.status) })
  }
  const items = []
  for (const item_barcode of [ITEMS.warmth, MADE]) {
    const { is_out, status, title } = await desk.ok('item.get', { item_barcode })
    items.push({ is_out, status, title })
  }
  const { rows } = await desk.ok('policy.get', { table: 'library_setting' })
  await desk.scan(CARDS.owing)
  const notes = (await pageOf(desk, 'account', 'notes')).sections.map((section) =>
    section.kind === 'table' ? section.rows.map((row) => row.cells.map((cell) => cell.text)) : [],
  )
  return { people, items, notes, history: rows.find((row) => row.key === 'loan_history_days_count') }
}

const kinds = [
  'item-checked-in',
  'item-checked-out',
  'check-out-undone',
  'hold-changed',
  'hold-ended',
  'hold-reopened',
  'charge-made',
  'charge-moved',
  'note-written',
  'policy-changed',
  'item-made',
]

export const MONEY_SHIFT: Shift = { files, commands, state, kinds }
