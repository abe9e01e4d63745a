/** Where a refusal at the checkout that speaks of the card leads, and that the checkout goes on from there. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const { outcomes, pages, panel } = en
const MAIL_BACK = `INSERT INTO patron_block VALUES (1, 1, 'address unverified', '2026-11-02', NULL, 'Mail came back')`
const LIVES = `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code, is_in_city_limits)
  VALUES (1, 'home', '12 Elm St', 'Deerfield', 'IL', '60015', 1)`

async function account(desk: TestDesk) {
  return must((await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page, 'the account')
}

test('mail came back: the account says so, F is in sight, and after it the item goes out', async () => {
  const desk = await cardDesk(false, [LIVES, MAIL_BACK])
  const { band } = await desk.scan(CARDS.dana)
  expect(band?.sentence).toContain('Correct the address under More, then F')
  const blocked = (await desk.scan(ITEMS.warmth)).rows[0]
  expect(blocked?.happened).toBe(en.refusals['patron-blocked'].short)
  const page = await account(desk)
  const notes = page.sections.find(({ section_id }) => section_id === 'notes')
  expect(notes?.kind === 'table' && notes.rows.map(({ cells }) => cells[0]?.text)).toContain('Mail came back')
  expect(page.acts.filter(({ key }) => key === 'F').map(({ weight }) => weight)).toEqual(['main'])
  await desk.ok('patron.check', { commandId: desk.id(), what: 'address' })
  await desk.ok('desk.answer', { commandId: desk.id(), row_id: must(blocked, 'a row').row_id, key: '0' })
  expect((await desk.scan(ITEMS.warmth)).rows[0]?.happened).toBe(outcomes.loan.out)
})

test('a block that came after the check, or is about something else, stays', async () => {
  const blocks = [
    `INSERT INTO patron_block VALUES (1, 1, 'address unverified', '2026-11-25', NULL, 'Mail came back again')`,
    `INSERT INTO patron_block VALUES (2, 1, 'manual', '2026-11-02', NULL, 'Owes us a key')`,
  ]
  for (const block of blocks) {
    const desk = await cardDesk(false, [LIVES, block, `UPDATE patron SET address_checked_on = '2026-11-24'`])
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.warmth)).rows[0]?.happened).toBe(en.refusals['patron-blocked'].short)
  }
})

test.each([
  ['expired', '2026-11-01', panel.card_expired_detail],
  ['expires in a month', '2026-12-24', panel.card_expires_detail],
  ['expires later', '2027-03-01', null],
])('a card that %s: its renewal is on the account with a letter of its own', async (_, on, detail) => {
  const desk = await cardDesk(false, [`UPDATE patron SET expires_on = '${on}' WHERE patron_id = 1`])
  const { patron } = await desk.scan(CARDS.dana)
  expect(patron?.notices.some((notice) => notice.detail === detail)).toBe(detail !== null)
  const renewals = (await account(desk)).acts.filter(({ label }) => label === pages.patrons.card.renew)
  expect(renewals.map(({ key, weight }) => [key, weight])).toEqual([detail === null ? ['', 'more'] : ['I', 'main']])
})

test('renewed in its row, the item asks for what else is in its way, and nothing else is overridden', async () => {
  const desk = await cardDesk(false, [
    LIVES,
    MAIL_BACK,
    `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`,
  ])
  await desk.scan(CARDS.dana)
  const row = must((await desk.scan(ITEMS.warmth)).rows[0], 'a row')
  const renewal = must(
    row.choices.find(({ label }) => label === outcomes.answer.renew_card),
    'the renewal',
  )
  const { snapshot } = await desk.ok('desk.answer', { commandId: desk.id(), row_id: row.row_id, key: renewal.key })
  // The address was checked with the renewal: nothing is left in the way.
  expect(snapshot.rows[0]?.happened).toBe(outcomes.loan.out)
  expect(snapshot.patron?.expires_text).toContain('2029')
})
