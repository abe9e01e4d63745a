/** Where a refusal at the checkout that speaks of the card leads, and that the checkout goes on from there. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const { outcomes, pages, panel } = en
const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const MAIL_BACK = `INSERT INTO patron_block
  VALUES ('b1', 1, 'address unverified', '2026-11-02', NULL, 'Mail came back')`
const LIVES = `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code, is_in_city_limits)
  VALUES (1, 'home', '12 Elm St', 'Deerfield', 'IL', '60015', 1)`

async function account(desk: TestDesk) {
  return must((await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page, 'the account')
}

test('mail came back: the account says so, F is in sight, and after it the item goes out', async () => {
  const desk = await cardDesk(false, [LIVES, MAIL_BACK])
  const { band } = await desk.scan(CARDS.dana)
  expect(band?.sentence).toContain('Correct the address under More. If it is the same: F')
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
    `INSERT INTO patron_block VALUES ('b1', 1, 'address unverified', '2026-11-25', NULL, 'Mail came back again')`,
    `INSERT INTO patron_block VALUES ('b2', 1, 'manual', '2026-11-02', NULL, 'Owes us a key')`,
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

test('after mail came back no key of the row renews the card; the account does, and asks for the address', async () => {
  const desk = await cardDesk(false, [
    LIVES,
    MAIL_BACK,
    `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`,
  ])
  await desk.scan(CARDS.dana)
  const row = must((await desk.scan(ITEMS.warmth)).rows[0], 'a row')
  expect(row.choices.map(({ key }) => key)).toEqual(['1'])
  const input = { commandId: desk.id(), row_id: row.row_id, key: '2' }
  expect(await desk.call('desk.answer', input)).toMatchObject({ code: 'choice-unknown' })
  // Checked on the account with the renewal, it is in the way of nothing.
  const typed = { is_address_checked: true, household_count: null, basis_cents: null, home_expires_on: null }
  await desk.ok('card.renew', { commandId: desk.id(), ...typed })
  const snapshot = await desk.scan(ITEMS.educated)
  expect(snapshot.rows[0]?.happened).toBe(outcomes.loan.out)
  expect(snapshot.patron?.expires_text).toContain('2029')
})

test.each([
  ['never asks', 'never', MAIL_BACK, null],
  [
    'asked this year',
    'yearly',
    `UPDATE patron SET address_checked_on = '2026-08-03' WHERE patron_id = 1`,
    '2026-08-03',
  ],
])('a library that %s for the address: the renewal, sent as its form opens, notes no check', async (...row) => {
  const [, kind, also, checked_on] = row
  const rule = `UPDATE card_rule SET check_kind = '${kind}'`
  const desk = await cardDesk(false, [LIVES, rule, also])
  await desk.scan(CARDS.dana)
  const renewal = (await account(desk)).acts.find(({ label }) => label === pages.patrons.card.renew)
  const box = must(renewal, 'the renewal').asks.find(({ name }) => name === 'is_address_checked')
  const typed = { household_count: null, basis_cents: null, home_expires_on: null }
  await desk.ok('card.renew', { commandId: desk.id(), is_address_checked: box?.value === 'yes', ...typed })
  const { patron } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(patron?.expires_text).toContain('2029')
  // What mail came back for is still to be asked.
  expect(patron?.notices.some(({ detail }) => detail === 'Mail came back')).toBe(kind === 'never')
  const known = await rowsClosed(desk, 'SELECT address_checked_on FROM patron WHERE patron_id = 1')
  expect(known).toEqual([{ address_checked_on: checked_on }])
})

const EXPIRED = [LIVES, `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`]
const CARD_RULES = [
  ['nothing more to ask', '', outcomes.answer.renew_card],
  ['a fee', `fee_kind = 'fixed', fee_cents = 6000`, outcomes.answer.renew_card_for('$60.00')],
  ['a fee by the household', `fee_kind = 'household', fee_cents = 1000`, null],
  ['the card of the library at home', 'is_capped_at_home_card = 1', null],
] as const

test.each(CARD_RULES)(
  'an expired card with %s: the row says what one key does, or leaves it',
  async (_, rule, label) => {
    const desk = await cardDesk(false, [...EXPIRED, ...(rule === '' ? [] : [`UPDATE card_rule SET ${rule}`])])
    const { band } = await desk.scan(CARDS.dana)
    expect(band?.sentence).toContain(en.refusals['patron-expired'].way_out)
    const row = must((await desk.scan(ITEMS.warmth)).rows[0], 'a row')
    expect(row.choices.find(({ key }) => key === '2')?.label ?? null).toBe(label)
    expect((await account(desk)).acts.some(({ key }) => key === 'I')).toBe(true)
  },
)

/** The row of the refused item, and the keys that it offers. */
const offered = (rows: readonly { barcode: string; choices: readonly { label: string }[]; happened: string }[]) =>
  rows.filter(({ barcode }) => barcode === ITEMS.warmth).map((row) => row.choices.map(({ label }) => label))
const AGAIN = [[outcomes.answer.again]]

test('once the address was checked, the refused item goes out by one key', async () => {
  const desk = await cardDesk(false, [LIVES, MAIL_BACK])
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  const { snapshot } = await desk.ok('patron.check', { commandId: desk.id(), what: 'address' })
  expect(offered(snapshot.rows)).toEqual(AGAIN)
  expect(snapshot.band?.sentence).toContain(outcomes.answer.how.again)
  const row = must(
    snapshot.rows.find(({ barcode }) => barcode === ITEMS.warmth),
    'the refused row',
  )
  const { snapshot: after } = await desk.ok('desk.answer', { commandId: desk.id(), row_id: row.row_id, key: '1' })
  expect(after.rows[0]).toMatchObject({ barcode: ITEMS.warmth, happened: outcomes.loan.out })
  // Nothing of it is kept as refused.
  expect((await desk.ok('work-log.list', { limit: 50 })).entries.filter(({ kind }) => kind === 'act-refused')).toEqual(
    [],
  )
})

test('left before, it is offered too; declined, it is not offered again, and nothing waits for it', async () => {
  const desk = await cardDesk(false, [LIVES, MAIL_BACK])
  await desk.scan(CARDS.dana)
  const { rows } = await desk.scan(ITEMS.warmth)
  const { row_id } = must(rows[0], 'a row')
  await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '0' })
  const { snapshot } = await desk.ok('patron.check', { commandId: desk.id(), what: 'address' })
  expect(offered(snapshot.rows)).toEqual(AGAIN)
  expect(snapshot.band?.sentence).toContain(outcomes.answer.how.again)
  await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '0' })
  const { snapshot: later } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  expect(offered(later.rows)).toEqual([[]])
  expect(later.band?.sentence).not.toContain(outcomes.answer.how.again)
  await desk.ok('desk.finish', {})
})

test('scanned again instead, only the newer row counts; undone, the offer is gone', async () => {
  const desk = await cardDesk(false, [LIVES, MAIL_BACK])
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('patron.check', { commandId: desk.id(), what: 'address' })
  const { snapshot } = await desk.ok('desk.undo', { commandId: desk.id() })
  expect(offered(snapshot.rows)).toEqual([[]])
  await desk.ok('patron.check', { commandId: desk.id(), what: 'address' })
  expect(offered((await desk.scan(ITEMS.warmth)).rows)).toEqual([[], []])
})

const FEE = { household_count: null, basis_cents: null, home_expires_on: null }
const WAYS_OUT: readonly (readonly [string, string, string, (desk: TestDesk) => Promise<unknown>])[] = [
  [
    'a new card in place of the lost one',
    CARDS.dana,
    `UPDATE card SET status = 'lost' WHERE patron_id = 1`,
    (desk) => desk.ok('card.replace', { commandId: desk.id(), reason: 'lost', which: '', barcode: NEW_CARD }),
  ],
  [
    'a card that was renewed',
    CARDS.dana,
    `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`,
    (desk) => desk.ok('card.renew', { commandId: desk.id(), is_address_checked: true, ...FEE }),
  ],
  [
    'a debt that was waived',
    CARDS.owing,
    LIVES,
    (desk) =>
      desk.ok('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents: null, reason: 'first-time' }),
  ],
]

test.each(WAYS_OUT)('%s: the refused item is offered again', async (_, card, sql, leave) => {
  const desk = await cardDesk(false, sql === LIVES ? [LIVES] : [LIVES, sql])
  await desk.scan(card)
  expect(offered((await desk.scan(ITEMS.warmth)).rows)).not.toEqual(AGAIN)
  await leave(desk)
  expect(offered((await desk.ok('desk.snapshot', {})).snapshot.rows)).toEqual(AGAIN)
})
