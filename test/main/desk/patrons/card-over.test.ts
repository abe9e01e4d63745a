/** No card is given or renewed that would have expired already: an expired card from home, a child who is of age. */
import { expect, test } from 'vitest'
import { localDate } from '../../../../shared/kernel/time.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { says } from '../../../support/said.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const CAPPED = [`UPDATE card_rule SET is_capped_at_home_card = 1, fee_kind = 'none' WHERE rule_code = 'GUEST'`]
const AWAY = { postal_code: '60069' }
const RENEWED = { is_address_checked: true, household_count: null, basis_cents: null }

const renew = (desk: TestDesk, home_expires_on: string | null) =>
  desk.call('card.renew', { commandId: desk.id(), ...RENEWED, home_expires_on })

async function entries(desk: TestDesk): Promise<number> {
  return (await desk.ok('journal.verify', {})).events_count
}

test('a card of the library at home that has expired gives none here, nor a renewal', async () => {
  const desk = await cardDesk(false, CAPPED)
  const asked = (home_expires_on: string) => registration(desk, AWAY, { barcode: NEW_CARD, home_expires_on })
  expect(await desk.call('patron.register', asked('2026-11-23'))).toMatchObject({ code: 'card-over' })
  await desk.ok('patron.register', asked('2027-03-01'))
  const before = await entries(desk)
  expect(await renew(desk, '2020-01-01')).toMatchObject({ kind: 'refused', code: 'card-over' })
  expect(await entries(desk)).toBe(before)
  expect((await renew(desk, '2026-11-24')).kind).toBe('ok')
})

test('the form says so before it is saved: never “until” a day that is over', async () => {
  const desk = await cardDesk(false, CAPPED)
  const told = async (home_expires_on: string) => {
    const asked = previewOf(registration(desk, AWAY, { barcode: NEW_CARD, home_expires_on }))
    return (await desk.ok('patron.register-preview', asked)).lines.map(({ tone, text }) => [tone, text].join(': '))
  }
  expect(await told('2026-02-20')).toContain(`stop: ${says('card-over', { on: localDate('2026-02-20') })}`)
  expect((await told('2026-02-20')).some((line) => line.startsWith('good'))).toBe(false)
  expect((await told('2026-11-24')).some((line) => line.startsWith('good'))).toBe(true)
})

test('the form asks for the date of the card at home where the rule ends with it, and nowhere else', async () => {
  const asksHome = async (desk: TestDesk): Promise<boolean> => {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    const found = snapshot.page?.acts.find(({ label }) => label === en.pages.patrons.card.renew)
    return found?.asks.some(({ name }) => name === 'home_expires_on') ?? false
  }
  const capped = await cardDesk(false, CAPPED)
  const told = await capped.ok('patron.register-preview', previewOf(registration(capped, AWAY)))
  expect(told.lines.map(({ text }) => text)).toContain(en.outcomes.patron.card.home_asks)
  await capped.ok('patron.register', registration(capped, AWAY, { barcode: NEW_CARD, is_undated_meant: true }))
  expect(await asksHome(capped)).toBe(true)
  const plain = await cardDesk()
  await plain.ok('patron.register', registration(plain, {}, { barcode: NEW_CARD }))
  expect(await asksHome(plain)).toBe(false)
})

function previewOf({ commandId: _id, another_because: _why, ...asked }: ReturnType<typeof registration>) {
  return asked
}

test('the card of a child who is of age is not renewed as a child’s', async () => {
  const desk = await cardDesk()
  const child = { born_on: '2008-12-01', guardian: 'Ana Ortíz' }
  await desk.ok('patron.register', registration(desk, child, { barcode: NEW_CARD }))
  desk.clock.pass(40 * 86_400_000)
  const later = await rosaAt(await desk.reopen())
  await later.scan(NEW_CARD)
  expect(await renew(later, null)).toMatchObject({ code: 'card-over' })
})

test('a card that ends with the one at home asks for that day once; sent again, there is none', async () => {
  const desk = await cardDesk(false, CAPPED)
  const asked = registration(desk, AWAY, { barcode: NEW_CARD })
  expect(await desk.call('patron.register', asked)).toMatchObject({ code: 'home-card-undated' })
  await desk.ok('patron.register', { ...asked, commandId: desk.id(), is_undated_meant: true })
  expect(await renew(desk, null)).toMatchObject({ code: 'home-card-undated' })
})
