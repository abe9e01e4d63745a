/** A fee that stops borrowing: what was done is said as done, and the payment as the next step. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const LIMIT = 'UPDATE patron_category SET owed_cents_max = 1000'
const FEE = `UPDATE card_rule SET fee_kind = 'fixed', fee_cents = 6000, check_kind = 'never'`
const EXPIRED = `UPDATE patron SET expires_on = '2026-11-20' WHERE patron_id = 1`
const FAR = { street: '9 Far Rd', city: 'Elsewhere', postal_code: '99999' }
const { card } = en.outcomes.patron
const TYPED = { is_address_checked: false, household_count: null, basis_cents: null, home_expires_on: null }

const bandOf = async (desk: TestDesk) => must((await desk.ok('desk.snapshot', {})).snapshot.band, 'a band')

test.each([
  ['as much as stops a checkout', LIMIT, card.fee_stops],
  ['less', 'UPDATE patron_category SET owed_cents_max = NULL', card.fee_next],
])('a registration with a fee of %s', async (_, limit, next) => {
  const desk = await cardDesk(true, [limit])
  await desk.ok('patron.register', registration(desk, FAR, { category_code: 'GUEST', household_count: 2 }))
  const { outcome, weight, sentence } = await bandOf(desk)
  expect([outcome, weight]).toEqual(['done', 'full'])
  expect(sentence).toContain(card.registered)
  expect(sentence).toContain(card.fee('$50.00'))
  expect(sentence.endsWith(`${next}.`)).toBe(true)
})

test('after a registration the next steps are the page, by letter, and an item that is scanned goes out', async () => {
  const desk = await cardDesk(true)
  await desk.ok('patron.register', registration(desk, FAR, { category_code: 'GUEST', household_count: 2 }))
  const { page } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(pageFaults(must(page, 'the page'))).toEqual([])
  const [steps] = must(page, 'the page').sections
  const acts = steps?.kind === 'choices' ? steps.choices.map(({ act }) => `${act.key} ${act.call.method}`) : []
  expect(acts).toEqual(['P desk.go', 'W paper.make', 'K desk.go', 'S patron.set-pin'])
  const after = await desk.scan(ITEMS.warmth)
  expect([after.page, after.rows.length]).toEqual([null, 1])
})

test('a renewal on the account', async () => {
  const desk = await cardDesk(false, [LIMIT, FEE, EXPIRED])
  await desk.scan(CARDS.dana)
  await desk.ok('card.renew', { commandId: desk.id(), ...TYPED })
  const { outcome, sentence } = await bandOf(desk)
  expect(outcome).toBe('done')
  expect(sentence.endsWith(`${card.fee_stops}.`)).toBe(true)
  const [row] = (await desk.ok('desk.snapshot', {})).snapshot.rows
  expect(row?.notes.join(' ')).not.toContain(card.fee_stops)
})

test('a renewal in the row of an item that the fee then stops: the band says both', async () => {
  const desk = await cardDesk(false, [LIMIT, FEE, EXPIRED])
  await desk.scan(CARDS.dana)
  const row = must((await desk.scan(ITEMS.warmth)).rows[0], 'a row')
  await desk.ok('desk.answer', { commandId: desk.id(), row_id: row.row_id, key: '2' })
  const { outcome, sentence } = await bandOf(desk)
  expect(outcome).toBe('decide')
  expect(sentence.startsWith(card.renewed)).toBe(true)
  expect(sentence).not.toContain(en.outcomes.loan.nothing_recorded)
  expect(sentence).not.toContain(card.fee_stops)
})

test('a renewal of a child of the family, whose own checkout the fee stops', async () => {
  const desk = await cardDesk(false, [LIMIT, FEE, 'UPDATE patron SET guardian_patron_id = 1 WHERE patron_id = 2'])
  await desk.scan(CARDS.dana)
  const asked = { members: { 2: true }, checked: {}, home: {}, household_count: null, basis_cents: null }
  await desk.ok('card.renew-family', { commandId: desk.id(), ...asked })
  const { outcome, sentence } = await bandOf(desk)
  expect(outcome).toBe('done')
  expect(sentence.endsWith(`${card.fee_stops}.`)).toBe(true)
})
