/**
 * A card that soon ends, at check-out: the row of the loan offers its renewal in one key, the due dates that its end
 * cut back get the days of their rule, and undo gives both back.
 */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { instant, MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../../../shared/kernel/zone.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const { outcomes } = en
const NONE = { household_count: null, basis_cents: null, home_expires_on: null }

/** Today is November 24, 2026; a loan has 21 days. */
const endsOn = (on: string): string => `UPDATE patron SET expires_on = '${on}' WHERE patron_id = 1`

async function dueOn(desk: TestDesk, item_barcode: string): Promise<string> {
  const { due_at_ms } = await desk.ok('item.get', { item_barcode })
  return toLocalDate(instant(due_at_ms ?? 0), 'America/Chicago' as ZoneName)
}

async function scanned(desk: TestDesk, barcode: string) {
  const snapshot = await desk.scan(barcode)
  desk.clock.pass(1000)
  return { snapshot, row: must(snapshot.rows[0], 'a row') }
}

async function answer(desk: TestDesk, row_id: string, key: string) {
  return (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key })).snapshot
}

const RENEWAL = [{ key: '1', label: outcomes.answer.renew_card }]

test('a loan cut back: 1 renews the card, its rows say the new dates, and undo gives both back', async () => {
  const desk = await cardDesk(false, [endsOn('2026-12-04')])
  await desk.scan(CARDS.dana)
  const { row, snapshot } = await scanned(desk, ITEMS.warmth)
  expect([row.outcome, row.happened, row.choices]).toEqual(['done', outcomes.loan.out, RENEWAL])
  expect(snapshot.band?.outcome).toBe('done')
  expect(row.notes.join(' ')).toContain('The card expires Fri, Dec 4')
  expect(snapshot.totals.undecided_count).toBe(0)
  // Asked once: the next row leaves the key to the first one.
  expect((await scanned(desk, ITEMS.educated)).row.choices).toEqual([])
  const cut = row.fact

  const after = await answer(desk, row.row_id, '1')
  expect(after.patron?.expires_text).toContain('2029')
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2026-12-15')
  expect(await dueOn(desk, ITEMS.educated)).toBe('2026-12-15')
  const [first, second, card, , before] = after.rows
  expect(new Set([first?.barcode, second?.barcode])).toEqual(new Set([ITEMS.educated, ITEMS.warmth]))
  expect([first?.fact, second?.fact]).toEqual(['Tue, Dec 15', 'Tue, Dec 15'])
  expect(card?.title).toBe(outcomes.patron.card.title)
  expect(before).toMatchObject({ happened: outcomes.loan.out, choices: [], fact: cut })

  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2026-12-04')
  const { snapshot: undone } = await desk.ok('desk.snapshot', {})
  expect(undone.patron?.expires_text).not.toContain('2029')
  expect(undone.rows.map((one) => one.is_undone)).toEqual([true, true, true, false, false])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

test('the first row of a patron whose card ends within 30 days offers it, though no date is cut back', async () => {
  const desk = await cardDesk(false, [endsOn('2026-12-20')])
  await desk.scan(CARDS.dana)
  const { row } = await scanned(desk, ITEMS.warmth)
  expect([row.choices, await dueOn(desk, ITEMS.warmth)]).toEqual([RENEWAL, '2026-12-15'])
  const skipped = await answer(desk, row.row_id, '0')
  expect(skipped.rows[0]).toMatchObject({ happened: outcomes.loan.out, choices: [] })
  expect(skipped.rows[0]?.notes.join(' ')).not.toContain('The card expires')
  expect((await scanned(desk, ITEMS.educated)).row.choices).toEqual([])
  await desk.ok('desk.finish', {})
  await desk.scan(CARDS.dana)
  expect((await scanned(desk, ITEMS.becoming)).row.choices).toEqual(RENEWAL)
})

test('renewed on the account instead, the row offers it no more', async () => {
  const desk = await cardDesk(false, [endsOn('2026-12-04')])
  await desk.scan(CARDS.dana)
  await scanned(desk, ITEMS.warmth)
  await desk.ok('card.renew', { commandId: desk.id(), is_address_checked: true, ...NONE })
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.rows.flatMap(({ choices }) => choices)).toEqual([])
})

test('a renewed loan that the card cuts back offers it as well', async () => {
  const desk = await cardDesk(false, [endsOn('2026-12-26')])
  await desk.scan(CARDS.dana)
  expect((await scanned(desk, ITEMS.warmth)).row.choices).toEqual([])
  await desk.ok('desk.finish', {})
  desk.clock.pass(12 * MS_PER_DAY)
  await rosaAt(desk)
  await desk.scan(CARDS.dana)
  const renewed = await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  expect(renewed.snapshot.rows[0]).toMatchObject({ happened: outcomes.loan.renewed, choices: RENEWAL })
})

test.each([
  ['ends later', [endsOn('2027-03-01')]],
  ['takes a fee by household', [endsOn('2026-12-04'), `UPDATE card_rule SET fee_kind = 'household', fee_cents = 2500`]],
  ['ends with the card at home', [endsOn('2026-12-04'), `UPDATE card_rule SET is_capped_at_home_card = 1`]],
  ['ends no later once renewed', [endsOn('2026-12-04'), `UPDATE card_rule SET ends_at_age_count = 18`]],
])('nothing is offered where the card %s', async (_, sql) => {
  const desk = await cardDesk(false, [...sql, `UPDATE patron SET born_on = '2008-12-04' WHERE patron_id = 1`])
  await desk.scan(CARDS.dana)
  expect((await scanned(desk, ITEMS.warmth)).row.choices).toEqual([])
})

test('nothing is offered to a patron whose mail came back, and who is lent to by an override', async () => {
  const block = `INSERT INTO patron_block (block_ref, patron_id, kind, from_on, until_on, note)
      VALUES ('b1', 1, 'address', '2026-11-01', NULL, 'Mail came back')`
  const desk = await cardDesk(false, [endsOn('2026-12-04'), block])
  await desk.scan(CARDS.dana)
  const { row } = await scanned(desk, ITEMS.warmth)
  const lent = await answer(desk, row.row_id, row.choices[0]?.key ?? '')
  const reason = lent.rows[0]?.choices[0]?.key
  const after = reason === undefined ? lent : await answer(desk, lent.rows[0]?.row_id ?? '', reason)
  expect(after.rows[0]).toMatchObject({ happened: outcomes.loan.out, choices: [] })
})

test('an expired card of somebody whose mail came back is not renewed by one key, and the block stays', async () => {
  const block = `INSERT INTO patron_block (block_ref, patron_id, kind, from_on, until_on, note)
      VALUES ('b1', 1, 'address', '2026-11-01', NULL, 'Mail came back')`
  const desk = await cardDesk(false, [endsOn('2026-11-20'), block])
  await desk.scan(CARDS.dana)
  const { row } = await scanned(desk, ITEMS.warmth)
  expect(row.choices.map(({ key }) => key)).toEqual(['1'])
  const refused = await desk.call('desk.answer', { commandId: desk.id(), row_id: row.row_id, key: '2' })
  expect(refused.kind === 'refused' && refused.code).toBe('choice-unknown')
  await desk.ok('card.renew', { commandId: desk.id(), is_address_checked: true, ...NONE })
  expect((await scanned(desk, ITEMS.educated)).row.happened).toBe(outcomes.loan.out)
})
