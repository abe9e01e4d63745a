/** A shift to kill a desk in: cards of a family renewed in one act, with a due date put right and a fee, and undone. */
import type { TestDesk } from '../main/support/desk.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, type Shift } from './killed.ts'

const { command, ask, scan, signIn } = commandsOf(45)

const files = (): string =>
  moneyFiles({
    also: [
      `UPDATE patron SET guardian_patron_id = 1, guardian = 'Dana Miller' WHERE patron_id IN (2, 3)`,
      `UPDATE patron SET expires_on = '2026-12-04' WHERE patron_id IN (1, 2)`,
      `INSERT INTO card_rule (rule_code, category_code, standing_kind, is_guardian_required, is_capped_at_home_card,
        renewal_from, check_kind, identity_proofs_count, address_proofs_count, fee_kind, fee_cents, order_number)
        VALUES ('ADULT', 'ADULT', 'any', 0, 0, 'today', 'never', 0, 0, 'fixed', 500, 0)`,
    ],
  })

const nothing = { checked: {}, home: {}, household_count: null, basis_cents: null }
const asked = { ...nothing, members: { 1: true, 2: true, 3: true } }
const commands = [
  signIn(),
  // A start has its turn in the plain shift.
  ask('test.count'),
  scan(CARDS.omar),
  scan(ITEMS.warmth),
  // A scan that was answered opens nothing again after a kill.
  ask('desk.open-patron', { patron_id: 1 }),
  command('card.renew-family', asked),
  command('desk.undo'),
  command('card.renew-family', { ...asked, members: { 2: true, 3: true } }),
]

async function state(desk: TestDesk): Promise<unknown> {
  const people = []
  for (const card_barcode of [CARDS.dana, CARDS.omar, CARDS.expired]) {
    const { loans, owed_cents, expires_on } = await desk.ok('patron.get', { card_barcode })
    people.push({ owed_cents, expires_on, due: loans.map((loan) => loan.due_text) })
  }
  return people
}

const kinds = ['card-renewed', 'due-date-set', 'charge-made', 'patron-change-undone', 'act-undone']

export const FAMILY_SHIFT: Shift = { files, commands, state, kinds }
