/** A plain shift to kill a desk in: lending, renewing, taking back, undoing. */
import type { TestDesk } from '../main/support/desk.ts'
import { TUESDAY } from '../main/support/fakes.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, type Shift } from './killed.ts'

const DAY = 86_400_000
const { command, scan, signIn } = commandsOf(42)

const commands = [
  signIn(),
  scan(CARDS.dana),
  scan(ITEMS.warmth),
  scan(ITEMS.educated),
  command('desk.undo'),
  command('desk.renew-all'),
  scan(CARDS.omar),
  command('loan.check-out', { card_barcode: CARDS.omar, item_barcode: ITEMS.becoming }),
  command('loan.check-in', { item_barcode: ITEMS.warmth }),
  command('loan.check-in', { item_barcode: ITEMS.becoming }),
]

/**
 * Dana has had a book for ten days, so that renewing it gains something. Omar's is due when his card expires, which no
 * seal says.
 */
const files = (): string =>
  moneyFiles({
    also: [
      `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
        VALUES (7, 'import:n', '${'cd'.repeat(16)}', 1, 'MAPLE', ${TUESDAY - 10 * DAY}, ${TUESDAY + 11 * DAY}, 0)`,
      `UPDATE patron SET expires_on = '2026-12-08' WHERE patron_id = 2`,
    ],
  })

async function state(desk: TestDesk): Promise<unknown> {
  const people = []
  for (const card of [CARDS.dana, CARDS.omar]) {
    const { loans } = await desk.ok('patron.get', { card_barcode: card })
    people.push(loans.map(({ barcode, due_text, renewals }) => ({ barcode, due_text, renewals })))
  }
  const items = []
  for (const barcode of [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]) {
    const { is_out, status } = await desk.ok('item.get', { item_barcode: barcode })
    items.push({ barcode, is_out, status })
  }
  return { people, items }
}

const kinds = ['item-checked-out', 'item-checked-in', 'loan-renewed', 'check-out-undone']

export const PLAIN_SHIFT: Shift = { files, commands, state, kinds }
