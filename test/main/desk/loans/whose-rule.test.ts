/**
 * Whose rules and calendar hold: by the setting the desk's, the item's home or holder, or the patron's. North lends for
 * 5 days and is closed on the 29th and 30th; Maple Street lends for 21 days. At lending, renewing and taking back.
 */
import { describe, expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { days, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const NORTH_RULE = `INSERT INTO loan_rule SELECT 'AT-NORTH', 'NORTH', '*', 'BOOK', 1, 5, 'days', days_mode,
  past_closing, hard_due_on, hard_due_kind, is_capped_at_expiry, renewals_count_max, renewal_period_count, renewal_from,
  loans_count_max, special_period_count, schedule_code, outside_kind FROM loan_rule WHERE rule_code = 'REGULAR'`
const NORTH_CLOSED = `INSERT INTO closed_day VALUES ('NORTH', '2026-11-29', '2026-11-30', 0, 0, 'Moving')`
/** Omar belongs to North; Dana and the book to Maple Street, "Goodnight Moon" to North, and lies at Maple Street. */
const OMAR_AT_NORTH = `UPDATE patron SET branch_code = 'NORTH' WHERE patron_id = 2`
const SHELVED_AT_NORTH = `UPDATE item SET at_branch_code = 'NORTH' WHERE barcode = '${ITEMS.becoming}'`

function desk(rule_branch_from: string): Promise<TestDesk> {
  const also = [NORTH_RULE, NORTH_CLOSED, OMAR_AT_NORTH, SHELVED_AT_NORTH]
  return moneyDesk({ settings: { rule_branch_from }, also })
}

const lend = (at: TestDesk, card_barcode: string, item_barcode: string): ReturnType<TestDesk['call']> =>
  at.call('loan.check-out', { commandId: at.id(), card_barcode, item_barcode })

describe('lending', () => {
  test.each([
    ['desk', 'omar', 'north', 'REGULAR', 'Tue, Dec 15'],
    ['item-home', 'dana', 'warmth', 'REGULAR', 'Tue, Dec 15'],
    ['item-home', 'dana', 'north', 'AT-NORTH', 'Tue, Dec 1'],
    ['item-holding', 'dana', 'warmth', 'REGULAR', 'Tue, Dec 15'],
    ['item-holding', 'dana', 'becoming', 'AT-NORTH', 'Tue, Dec 1'],
    ['patron', 'dana', 'north', 'REGULAR', 'Tue, Dec 15'],
    ['patron', 'omar', 'warmth', 'AT-NORTH', 'Tue, Dec 1'],
  ] as const)('%s: %s has %s by %s, due %s', async (from, card, item, rule_code, due_text) => {
    const at = await desk(from)
    expect(await lend(at, CARDS[card], ITEMS[item])).toMatchObject({ kind: 'ok', output: { rule_code, due_text } })
  })
})

describe('afterwards', () => {
  test('a renewal goes by the same branch', async () => {
    const at = await desk('patron')
    await lend(at, CARDS.omar, ITEMS.warmth)
    days(at, 3)
    const renewed = await at.ok('loan.renew', { commandId: at.id(), item_barcode: ITEMS.warmth })
    expect(renewed).toMatchObject({ rule_code: 'AT-NORTH', due_text: 'Wed, Dec 2' })
  })

  test.each([
    ['desk', 'Sun, Nov 29 and Mon, Nov 30 count at Maple Street but for the Sunday', '$2.25'],
    ['patron', 'both days are closed at North', '$0.75'],
  ] as const)('lateness goes by %s: %s', async (from, _why, fine) => {
    const at = await desk(from)
    await lend(at, CARDS.omar, ITEMS.spirited)
    days(at, from === 'desk' ? 17 : 10)
    await at.ok('desk.mode', { mode: 'in' })
    const { snapshot } = await at.ok('desk.scan', { commandId: at.id(), text: ITEMS.spirited, source: 'scan' })
    expect(snapshot.rows[0]?.notes.join(' ')).toContain(fine)
  })

  test('a rule’s own limit counts what is out under it, wherever the desk stands', async () => {
    const at = await desk('patron')
    await at.ok('policy.change', {
      commandId: at.id(),
      table: 'loan_rule',
      key: 'AT-NORTH',
      after: {
        ...(await at.ok('policy.get', { table: 'loan_rule' })).rows.find((row) => row.key === 'AT-NORTH')?.values,
        loans_count_max: 1,
      },
      accept_findings: [],
    })
    await lend(at, CARDS.omar, ITEMS.warmth)
    expect(await lend(at, CARDS.omar, ITEMS.educated)).toMatchObject({ code: 'limit-reached' })
    expect(await lend(at, CARDS.dana, ITEMS.educated)).toMatchObject({ kind: 'ok' })
  })
})
