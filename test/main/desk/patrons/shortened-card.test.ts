/** A renewal ends no card earlier than it ends now; where a cap does, the form says so before. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import { CARDS } from '../../support/small-library.ts'

const NOTHING_TYPED = { household_count: 4, basis_cents: null, home_expires_on: null }
const { shortened, until } = en.outcomes.patron.card

test.each([
  ['the same day', 'ADULT', '2029-11-24', 'renewal-no-later'],
  ['later than the rule gives', 'ADULT', '2031-06-30', 'renewal-no-later'],
  ['no end', 'FOREVER', null, 'renewal-endless'],
])('a renewal that ends the card no later is refused, and charges nothing: %s', async (_what, category, was, code) => {
  const desk = await cardDesk(false, [
    `INSERT INTO patron_category VALUES ('FOREVER', 'Forever', 20, 500, NULL, NULL, 1, NULL, NULL, NULL, NULL)`,
    `UPDATE card_rule SET fee_kind = 'fixed', fee_cents = 12000 WHERE rule_code = 'ADULT'`,
    `UPDATE patron SET expires_on = ${was === null ? 'NULL' : `'${was}'`}, category_code = '${category}'
      WHERE patron_id = 1`,
  ])
  await desk.scan(CARDS.dana)
  const id = { commandId: desk.id(), is_address_checked: true }
  expect(await desk.call('card.renew', { ...id, ...NOTHING_TYPED })).toMatchObject({ kind: 'refused', code })
  expect(await readClosed(desk, (all) => all('SELECT amount_cents FROM charge_now WHERE patron_id = 1'))).toEqual([])
})

test.each([
  [
    'somebody who moved away since',
    'GUEST',
    '2029-06-30',
    '2027-11-24',
    shortened.category(until('Sat, Jun 30, 2029')),
  ],
  ['a resident whose card ends soon', 'ADULT', '2026-12-24', '2029-11-24', ''],
])('%s', async (_what, category, was, on, told) => {
  const desk = await cardDesk(false, [
    `UPDATE patron SET expires_on = '${was}', category_code = '${category}' WHERE patron_id = 1`,
  ])
  await desk.scan(CARDS.dana)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const acts = must(snapshot.page, 'the account').acts
  const { says } = must(
    acts.find(({ label }) => label === en.pages.patrons.card.renew),
    'renewing',
  )
  expect(says).toContain(told)
  expect(says.includes('earlier than now')).toBe(told !== '')
  const id = { commandId: desk.id(), is_address_checked: true }
  await desk.ok('card.renew', { ...id, ...NOTHING_TYPED })
  const [row] = await readClosed(desk, (all) => all('SELECT expires_on FROM patron WHERE patron_id = 1'))
  expect(row).toEqual({ expires_on: on })
})
