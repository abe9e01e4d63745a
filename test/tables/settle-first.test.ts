/**
 * What is paid or returned before a card is renewed or given. Of the libraries in us_public_libraries.json only
 * Meadville is known to ask it, before a replacement (read on its own page: fines paid and items returned); Plainfield
 * and Nippersink say from which amount an account is not in good standing, and nothing of cards.
 */
import { expect, test } from 'vitest'
import { cents } from '../../shared/kernel/money.ts'
import { settleFirst, type CardGiven, type SettleFirst } from '../../shared/patron/settle-first.ts'

const NONE: SettleFirst = { card_owed_cents_max: null, card_items_first: 'none', card_settled_for: 'both' }
const MEADVILLE: SettleFirst = {
  card_owed_cents_max: cents(1),
  card_items_first: 'all',
  card_settled_for: 'new-cards',
}
const PLAINFIELD: SettleFirst = { ...NONE, card_owed_cents_max: cents(1000) }
const LATE: SettleFirst = { ...NONE, card_items_first: 'overdue', card_settled_for: 'renewals' }

type Line = readonly [string, SettleFirst, CardGiven, owed: number, out: number, overdue: number, first: string | null]

const TABLE: readonly Line[] = [
  ['a library that says nothing', NONE, 'renewals', 9000, 12, 12, null],
  ['a library that says nothing', NONE, 'new-cards', 9000, 12, 12, null],
  ['Meadville: a fine of a cent', MEADVILLE, 'new-cards', 1, 0, 0, 'money'],
  ['Meadville: one book that is not due yet', MEADVILLE, 'new-cards', 0, 1, 0, 'out'],
  ['Meadville: both', MEADVILLE, 'new-cards', 250, 3, 1, 'money-and-out'],
  ['Meadville: neither', MEADVILLE, 'new-cards', 0, 0, 0, null],
  ['Meadville: a renewal', MEADVILLE, 'renewals', 250, 3, 1, null],
  ['Plainfield: below 10.00', PLAINFIELD, 'renewals', 999, 4, 4, null],
  ['Plainfield: 10.00', PLAINFIELD, 'renewals', 1000, 4, 4, 'money'],
  ['Plainfield: 10.00, another card', PLAINFIELD, 'new-cards', 1000, 0, 0, 'money'],
  ['overdue items alone', LATE, 'renewals', 5000, 4, 2, 'overdue'],
  ['overdue items alone: none', LATE, 'renewals', 5000, 4, 0, null],
  ['overdue items alone: another card', LATE, 'new-cards', 5000, 4, 2, null],
  ['overdue items and debts', { ...LATE, card_owed_cents_max: cents(1) }, 'renewals', 50, 4, 2, 'money-and-overdue'],
]

test.each(TABLE)('%s (%o, %s): %i cents owed, %i out, %i overdue: %s', (_, rule, given, owed, out, overdue, first) => {
  const found = settleFirst(rule, { owed: cents(owed), out_count: out, overdue_count: overdue }, given)
  expect(found?.facts['first'] ?? null).toBe(first)
})
