/** A fee for the household is charged once, also where its members are registered one after another. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { rosaComes, type TestDesk } from '../../support/desk.ts'

const FAR = { street: '9 Far Rd', city: 'Elsewhere', postal_code: '99999', email: '', phone: '' }
const card = (number: number): string => cardNumber(`212340005000${number}`, 'mod-10')
const { card: words } = en.outcomes.patron

const owed = (desk: TestDesk) =>
  rowsClosed(
    desk,
    `SELECT given, expires_on, sum(coalesce(owed_cents, 0)) AS owed_cents FROM patron
      LEFT JOIN charge_now USING (patron_id) WHERE surname = 'Ortíz' GROUP BY patron_id ORDER BY patron_id`,
  )

/** The next of the family whose account is open. */
function next(desk: TestDesk, given: string, at: number, typed = {}, family_of: number | null = null) {
  return registration(desk, { ...FAR, given, born_on: `198${at}-03-06`, ...typed }, { barcode: card(at), family_of })
}

async function openId(desk: TestDesk): Promise<number> {
  return must((await desk.ok('desk.snapshot', {})).snapshot.patron, 'an account').patron_id
}

async function parentHere(): Promise<TestDesk> {
  const desk = await cardDesk()
  await desk.ok('patron.register', { ...next(desk, 'Ana', 1), household_count: 3 })
  return desk
}

test('the next of the family pays no second fee, and the form says so', async () => {
  const desk = await parentHere()
  const ben = next(desk, 'Ben', 2, { street: '9 FAR ROAD' }, await openId(desk))
  const { commandId: _id, another_because: _why, ...form } = ben
  const { lines } = await desk.ok('patron.register-preview', form)
  expect(lines.map(({ text }) => text)).toContain(words.household_paid)
  await desk.ok('patron.register', ben)
  expect(await owed(desk)).toEqual([
    { given: 'Ana', expires_on: '2027-11-24', owed_cents: 7_500 },
    { given: 'Ben', expires_on: '2027-11-24', owed_cents: 0 },
  ])
})

test('months later their card ends with that of the household', async () => {
  const desk = await parentHere()
  desk.clock.pass(100 * 86_400_000)
  await desk.ok('patron.register', next(desk, 'Ben', 2, {}, await openId(desk)))
  const [, ben] = await owed(desk)
  expect(ben).toEqual({ given: 'Ben', expires_on: '2027-11-24', owed_cents: 0 })
})

test.each([
  ['lives elsewhere', { street: '10 Far Rd' }, true],
  ['is registered as nobody’s family', {}, false],
])('who %s pays', async (_, typed, isFamily) => {
  const desk = await parentHere()
  const ben = next(desk, 'Ben', 2, typed, isFamily ? await openId(desk) : null)
  expect(await desk.call('patron.register', ben)).toMatchObject({ code: 'fee-unknown' })
})

const RENEWED = { is_address_checked: true, household_count: null, basis_cents: null, home_expires_on: null }

test('renewed alone, the second of a household pays no second fee; the first of a new year does', async () => {
  const desk = await parentHere()
  await desk.ok('patron.register', next(desk, 'Ben', 2, {}, await openId(desk)))
  desk.clock.pass(350 * 86_400_000)
  await rosaComes(desk)
  await desk.scan(card(1))
  const renew = () => desk.call('card.renew', { commandId: desk.id(), ...RENEWED })
  expect(await renew()).toMatchObject({ code: 'fee-unknown' })
  await desk.ok('card.renew', { commandId: desk.id(), ...RENEWED, household_count: 2 })
  await desk.ok('desk.finish', {})
  await desk.scan(card(2))
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const act = snapshot.page?.acts.find(({ call }) => call.method === 'card.renew')
  expect(act?.says).toContain(words.household_paid)
  expect((await renew()).kind).toBe('ok')
  expect(await owed(desk)).toEqual([
    { given: 'Ana', expires_on: '2028-11-09', owed_cents: 12_500 },
    { given: 'Ben', expires_on: '2028-11-09', owed_cents: 0 },
  ])
})
