/** A move out of the district: the other card, its renewal and its fee are offered at once, and listed until then. */
import { expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import type { TestDesk } from '../../support/desk.ts'
import { CARDS } from '../../support/small-library.ts'

const AWAY = { postal_code: '60069', city: 'Lincolnshire', street: '1 Oak Ct' }

async function moved(category_code: string, also: readonly string[] = []): Promise<TestDesk> {
  const desk = await cardDesk(false, also)
  const asked = registration(desk, {}, { barcode: cardNumber('2123400050001', 'mod-10') })
  await desk.ok('patron.register', asked)
  const typed = { ...asked.typed, ...AWAY }
  await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code, name_proof: '' })
  return desk
}

/** What the letter I does on the account. */
async function offered(desk: TestDesk) {
  const { page } = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot
  return must(page, 'the account').acts.find(({ key }) => key === 'I')?.call
}

async function listed(desk: TestDesk): Promise<number> {
  const { page } = (await desk.ok('desk.go', { page: { place: 'card-lists', about: 'unfit' } })).snapshot
  const [cards] = must(page, 'the list').sections
  return cards?.kind === 'table' ? cards.rows.length : -1
}

const renew = (desk: TestDesk) =>
  desk.ok('card.renew', {
    commandId: desk.id(),
    is_address_checked: true,
    household_count: 2,
    basis_cents: null,
    home_expires_on: null,
  })

test('the address alone is changed: the category, then the renewal with its fee; then it is off the list', async () => {
  const desk = await moved('ADULT')
  expect(await listed(desk)).toBe(1)
  const change = must(await offered(desk), 'the other category')
  expect([change.method, change.input['category_code']]).toEqual(['patron.edit', 'GUEST'])
  await desk.ok('patron.edit', { ...(change.input as Input<'patron.edit'>), commandId: desk.id() })
  expect((await offered(desk))?.method).toBe('card.renew')
  expect(await listed(desk)).toBe(1)
  await renew(desk)
  expect(await listed(desk)).toBe(0)
  const charges = await readClosed(desk, (all) => all('SELECT amount_cents FROM charge_now'))
  expect(charges).toContainEqual({ amount_cents: 5000 })
})

test('the category is changed with it: the card of a resident still does not stay', async () => {
  const desk = await moved('GUEST')
  expect([(await offered(desk))?.method, await listed(desk)]).toEqual(['card.renew', 1])
})

test('of a patron who owes, the other card is the third in sight, and the address just told is not asked', async () => {
  const desk = await moved('GUEST')
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 700, note: '' })
  const { page } = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot
  const sight = must(page, 'the account').acts.filter(({ weight }) => weight === 'main')
  expect(sight.slice(0, 3).map(({ key, call }) => [key, call.method])).toEqual([
    ['', 'desk.go'],
    ['', 'desk.go'],
    ['I', 'card.renew'],
  ])
  const input = { is_address_checked: false, household_count: 2, basis_cents: null, home_expires_on: null }
  expect(await desk.call('card.renew', { commandId: desk.id(), ...input })).toMatchObject({ kind: 'ok' })
  expect(await desk.call('card.renew', { commandId: desk.id(), ...input })).toMatchObject({ code: 'renewal-no-later' })
})

test('the card of a move is renewed and charged, also where that of the library at home cuts it off', async () => {
  const capped = `UPDATE card_rule SET is_capped_at_home_card = 1 WHERE rule_code = 'GUEST'`
  const desk = await moved('GUEST', [capped])
  const asks = { is_address_checked: true, household_count: 2, basis_cents: null, home_expires_on: '2027-03-01' }
  const { page } = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot
  const act = must(page, 'the account').acts.find(({ call }) => call.method === 'card.renew')
  expect(act?.says).not.toBe('')
  expect(await desk.call('card.renew', { commandId: desk.id(), ...asks })).toMatchObject({ kind: 'ok' })
  expect(await listed(desk)).toBe(0)
  expect(await desk.call('card.renew', { commandId: desk.id(), ...asks })).toMatchObject({ code: 'renewal-no-later' })
})

test('a card that fits and ends later than a paid renewal is not renewed: nothing is charged', async () => {
  const later = `UPDATE patron SET born_on = '1980-01-01', expires_on = '2031-01-01' WHERE patron_id = 1`
  const paid = `UPDATE card_rule SET fee_kind = 'fixed', fee_cents = 6000, ends_at_age_count = 50`
  const desk = await cardDesk(false, [later, `${paid} WHERE rule_code = 'ADULT'`])
  await desk.scan(CARDS.dana)
  const input = { is_address_checked: true, household_count: 2, basis_cents: null, home_expires_on: null }
  expect(await desk.call('card.renew', { commandId: desk.id(), ...input })).toMatchObject({ code: 'renewal-no-later' })
  const charges = await readClosed(desk, (all) => all(`SELECT kind FROM charge_now WHERE kind = 'card'`))
  expect(charges).toEqual([])
})

test('moved back, or undone, the card fits again', async () => {
  const back = await moved('ADULT')
  const { typed } = registration(back)
  await back.ok('patron.edit', { commandId: back.id(), typed, category_code: 'ADULT', name_proof: '' })
  expect(await listed(back)).toBe(0)
  const undone = await moved('ADULT')
  await undone.ok('desk.undo', { commandId: undone.id() })
  expect(await listed(undone)).toBe(0)
})

test('the library that the address belongs to goes with the address', async () => {
  const glenview = `INSERT INTO residency_rule VALUES ('GLEN', '60025', NULL, NULL, NULL, NULL, 'both', 'reciprocal',
    'Glenview')`
  const desk = await cardDesk(false, [glenview])
  const asked = registration(desk, {}, { barcode: cardNumber('2123400050001', 'mod-10') })
  await desk.ok('patron.register', asked)
  const edit = (typed: object) =>
    desk.ok('patron.edit', {
      commandId: desk.id(),
      typed: { ...asked.typed, ...typed },
      category_code: 'ADULT',
      name_proof: '',
    })
  await edit({ postal_code: '60025', city: 'Glenview' })
  await edit({ phone: '847-555-0199', postal_code: '60025', city: 'Glenview' })
  const homes = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row['home_library_name'])
  const read = `SELECT home_library_name FROM patron WHERE surname = 'Ortíz'`
  expect(homes(await readClosed(desk, (all) => all(read)))).toEqual(['Glenview'])
})
