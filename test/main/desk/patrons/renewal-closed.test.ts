/** A closed account is not renewed alone, as it is not with its family: it would be charged and stay closed. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'

const CLOSED = 'UPDATE patron SET is_active = 0 WHERE patron_id = 1'
const EXPIRED = `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`
const TYPED = { is_address_checked: true, household_count: null, basis_cents: null, home_expires_on: null }

const renew = (desk: TestDesk) => desk.call('card.renew', { commandId: desk.id(), ...TYPED })

test.each([
  ['expired', EXPIRED],
  ['valid', `UPDATE patron SET expires_on = '2027-11-01' WHERE patron_id = 1`],
])('its card is %s: refused, and the form says so before it is sent', async (_, expiry) => {
  const desk = await cardDesk(false, [CLOSED, expiry])
  await desk.scan(CARDS.dana)
  const before = (await desk.ok('journal.verify', {})).events_count
  expect(await renew(desk)).toMatchObject({ kind: 'refused', code: 'renewal-closed' })
  expect((await desk.ok('journal.verify', {})).events_count).toBe(before)
  const page = must((await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page, 'it')
  expect(pageFaults(page)).toEqual([])
  const act = page.acts.find(({ label }) => label === en.pages.patrons.card.renew)
  expect(act).toMatchObject({ key: '', weight: 'more', asks: [] })
  expect(act?.says).toContain(says('renewal-closed'))
})

test('it does not say that it is open, and the panel says how to open it', async () => {
  const desk = await cardDesk(false, [CLOSED])
  const { band, patron } = await desk.scan(CARDS.dana)
  const { open } = en.outcomes.loan
  expect([band?.outcome, band?.sentence.includes(open.now)]).toEqual(['stop', false])
  expect(patron?.notices).toContainEqual(expect.objectContaining({ detail: en.panel.closed_detail }))
})

test('no row of it offers the renewal', async () => {
  const desk = await cardDesk(false, [CLOSED, EXPIRED])
  await desk.scan(CARDS.dana)
  const row = must((await desk.scan(ITEMS.warmth)).rows[0], 'a row')
  expect(row.choices.some(({ label }) => label.includes('renew'))).toBe(false)
})

const SAME = `UPDATE patron SET born_on = '1988-03-06', phone = '847-555-0134', email = 'leo@example.org'
  WHERE patron_id = 1`
const DANA = { surname: 'Miller', given: 'Dana' }

test.each([['open', []] as const, ['closed', [CLOSED]] as const])(
  'registered again with the same name, birth date and phone while the account is %s: it asks why',
  async (_, sql) => {
    const desk = await cardDesk(true, [SAME, ...sql])
    expect(await desk.call('patron.register', registration(desk, DANA))).toMatchObject({ code: 'patron-likely-known' })
  },
)

const isOpen = (desk: TestDesk) => readClosed(desk, (all) => all('SELECT is_active FROM patron WHERE patron_id = 1'))
const check = (desk: TestDesk, what: 'opened' | 'closed') => desk.call('patron.check', { commandId: desk.id(), what })

test('its way out leads there: the account is opened by its letter, and renewed', async () => {
  const desk = await cardDesk(true, [CLOSED, EXPIRED])
  await desk.scan(CARDS.dana)
  const page = must((await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page, 'it')
  const open = must(
    page.acts.find(({ key }) => key === 'I'),
    'the act',
  )
  expect(open.call.input).toMatchObject({ what: 'opened' })
  expect(await check(desk, 'opened')).toMatchObject({ kind: 'ok' })
  expect(await check(desk, 'opened')).toMatchObject({ code: 'patron-unchanged' })
  expect(await renew(desk)).toMatchObject({ kind: 'ok' })
  expect(await isOpen(desk)).toEqual([{ is_active: 1 }])
})

test('closed at the desk nothing is lent to it, and the undo opens it', async () => {
  const desk = await cardDesk()
  await desk.scan(CARDS.dana)
  expect(await check(desk, 'closed')).toMatchObject({ kind: 'ok' })
  expect(await check(desk, 'closed')).toMatchObject({ code: 'patron-unchanged' })
  expect((await desk.scan(ITEMS.warmth)).rows[0]).toMatchObject({ outcome: 'decide', notes: [says('patron-inactive')] })
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await isOpen(desk)).toEqual([{ is_active: 1 }])
})
