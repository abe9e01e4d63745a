/**
 * Several of a family renewed in one act: who is chosen at first, who is left out and why, one address and one fee for
 * a household, all or nobody, and one undo. Dana (1) answers for Omar (2), Ed (3) and a fourth (4), who is barred.
 */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../../../shared/kernel/zone.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, expectRebuilt, start } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const [DANA, OMAR, ED, BARRED, OWING] = [1, 2, 3, 4, 5]
/** Today is November 24, 2026; Ed's card ended in the small library already. */
const FAMILY = [
  `UPDATE patron SET guardian_patron_id = 1, guardian = 'Dana Miller' WHERE patron_id IN (2, 3, 4)`,
  `UPDATE patron SET expires_on = '2026-12-04' WHERE patron_id IN (1, 2)`,
  `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
    VALUES (1, 'home', '1 Lake Rd', 'Deerfield', 'IL', '60015'), (2, 'home', '1 Lake Rd', 'Deerfield', 'IL', '60015'),
      (3, 'home', '2 Oak St', 'Deerfield', 'IL', '60015')`,
]
const NOTHING = { members: {}, checked: {}, home: {}, household_count: null, basis_cents: null }
type Asked = Partial<Omit<Input<'card.renew-family'>, 'commandId'>>

const all = (...ids: readonly (number | undefined)[]) => Object.fromEntries(ids.map((id) => [`${id ?? 0}`, true]))

const renew = (desk: TestDesk, asked: Asked) =>
  desk.call('card.renew-family', { commandId: desk.id(), ...NOTHING, ...asked })

async function refused(desk: TestDesk, asked: Asked): Promise<unknown> {
  const answer = await renew(desk, asked)
  return answer.kind === 'refused' ? [answer.code, answer.about ?? ''].join(' ').trim() : answer.kind
}

async function form(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  expect(pageFaults(page)).toEqual([])
  return page.acts.find(({ call }) => call.method === 'card.renew-family') ?? null
}

async function ends(desk: TestDesk): Promise<readonly unknown[]> {
  const found = []
  for (const card_barcode of [CARDS.dana, CARDS.omar, CARDS.expired, CARDS.barred])
    found.push((await desk.ok('patron.get', { card_barcode })).expires_on)
  return found
}

async function dueOn(desk: TestDesk, item_barcode: string): Promise<string> {
  const { due_at_ms } = await desk.ok('item.get', { item_barcode })
  return toLocalDate(instant(due_at_ms ?? 0), 'America/Chicago' as ZoneName)
}

async function opened(card: string = CARDS.dana, also: readonly string[] = []): Promise<TestDesk> {
  const desk = await cardDesk(false, [...FAMILY, ...also])
  await desk.scan(card)
  return desk
}

describe('the form', () => {
  test('has everybody, those who are due chosen, and one question for each address', async () => {
    const desk = await opened()
    const act = must(await form(desk), 'the act')
    expect(act.asks.map(({ name, value }) => `${name} ${value}`.trim())).toEqual([
      `members.${DANA} yes`,
      `members.${OMAR} yes`,
      `members.${ED} yes`,
      `members.${BARRED}`,
      `checked.${DANA}`,
      `checked.${ED}`,
      `checked.${BARRED}`,
    ])
    expect(act.asks[3]?.hint).toBe('blocked')
    expect(act.asks[4]?.hint).toBe('Of Dana Miller, Omar Núñez')
    expect([act.weight, act.key]).toEqual(['main', 'Q'])
  })

  test('is the same from a child, and leaves out who cannot be renewed, with the reason', async () => {
    const desk = await opened(CARDS.omar, ['UPDATE patron SET is_active = 0 WHERE patron_id = 3'])
    const act = must(await form(desk), 'the act')
    expect(act.asks.some(({ name }) => name === `members.${ED}`)).toBe(false)
    expect(act.says).toContain('The account is closed.')
    expect(await refused(desk, { members: all(ED) })).toBe('family-renewal-unfit')
  })

  test('is under More while nobody else is due, and gone where there is no family', async () => {
    const desk = await opened(CARDS.dana, [`UPDATE patron SET expires_on = '2027-08-31' WHERE patron_id <> 1`])
    expect((await form(desk))?.weight).toBe('more')
    await desk.scan(CARDS.owing)
    expect(await form(desk)).toBeNull()
  })

  test('leaves the letter to an e-mail address that has to be corrected', async () => {
    const bounced = [
      `UPDATE patron SET email = 'dana@example.org' WHERE patron_id = 1`,
      `INSERT INTO patron_email_bounce VALUES (1, '2026-11-20')`,
    ]
    const act = must(await form(await opened(CARDS.dana, bounced)), 'the act')
    expect(act.key).toBe('')
  })

  test('says what each would get while they are chosen', async () => {
    const desk = await opened()
    const { lines } = await desk.ok('card.renew-family-preview', {
      ...NOTHING,
      members: all(DANA, ED),
      checked: all(DANA),
    })
    expect(lines.map(({ tone }) => tone)).toEqual(['good', 'warn'])
    expect(lines[0]?.text).toMatch(/^Dana .*, Ed .*2029/)
    expect(lines[1]?.text).toContain('Ed')
  })
})

test('one act renews all of them, puts due dates right, and one undo gives everything back', async () => {
  const desk = await opened(CARDS.omar)
  await desk.scan(ITEMS.warmth)
  desk.clock.pass(1000)
  expect(await dueOn(desk, ITEMS.warmth)).toBe('2026-12-04')
  const copy = await copyOf(desk)
  const again = await rosaAt(await desk.reopen())
  const before = await ends(again)
  await again.scan(CARDS.dana)
  const asked = { members: all(DANA, OMAR, ED), checked: all(OMAR, ED) }
  const done = await again.ok('card.renew-family', { commandId: again.id(), ...NOTHING, ...asked })
  expect(done.snapshot.rows.some(({ happened }) => happened === '3 cards renewed')).toBe(true)
  expect(await dueOn(again, ITEMS.warmth)).toBe('2026-12-15')
  await again.ok('desk.undo', { commandId: again.id() })
  expect(await dueOn(again, ITEMS.warmth)).toBe('2026-12-04')
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
  expect(await ends(again)).toEqual(before)
  await expectRebuilt(again)
  exchange(again, copy)
  await start(again)
  const people = await rowsClosed(again, 'SELECT expires_on FROM patron WHERE patron_id < 5 ORDER BY patron_id')
  expect(people.map((row) => row['expires_on'])).toEqual(before)
})

test('the open one need not be among them, and one press still undoes it', async () => {
  const desk = await opened()
  expect((await renew(desk, { members: all(ED), checked: all(ED) })).kind).toBe('ok')
  const { snapshot } = await desk.ok('desk.undo', { commandId: desk.id() })
  expect(snapshot.rows.some((row) => row.is_undone)).toBe(true)
  expect(await ends(desk)).toEqual(['2026-12-04', '2026-12-04', '2026-11-01', '2027-08-31'])
})

describe('all or nobody', () => {
  test.each([
    ['nobody chosen', { members: { [DANA]: false } }, 'family-renewal-unfit'],
    ['somebody of another family', { members: all(DANA, OWING), checked: all(DANA) }, 'family-renewal-unfit'],
    [
      'one address not asked',
      { members: all(DANA, OMAR, ED), checked: all(DANA) },
      'family-address-unchecked checked.3',
    ],
  ])('%s', async (_, asked, code) => {
    const desk = await opened()
    const before = await ends(desk)
    expect(await refused(desk, asked)).toBe(code)
    expect(await ends(desk)).toEqual(before)
  })

  test('without an open account', async () => {
    const desk = await cardDesk(false, FAMILY)
    expect(await refused(desk, { members: all(DANA) })).toBe('nobody-open')
    expect(await desk.ok('card.renew-family-preview', { ...NOTHING, members: all(DANA) })).toEqual({ lines: [] })
  })
})

test.each([
  ['1 LAKE RD.', 'deerfield', '60069', true],
  ['1 Lake Road', 'Deerfield', '60069-1234', true],
  ['1 Lake Rd', '', '60069', true],
  ['1 Lake Rd, Apt 2', 'Deerfield', '60069', false],
  ['1 N Lake Rd', 'Deerfield', '60069', false],
])(
  'an address that was typed in another way, %s in %s %s, is the same house: %s',
  async (street, city, zip, isSame) => {
    const desk = await opened(CARDS.dana, [
      `UPDATE patron SET category_code = 'GUEST' WHERE patron_id IN (1, 2)`,
      `UPDATE patron_address SET postal_code = '60069'`,
      `UPDATE patron_address SET street = '${street}', city = '${city}', postal_code = '${zip}' WHERE patron_id = 2`,
    ])
    const asks = must(await form(desk), 'the form').asks.map(({ name }) => name)
    const both = [`checked.${DANA}`, `checked.${OMAR}`]
    expect(asks.filter((name) => both.includes(name))).toEqual(isSame ? both.slice(0, 1) : both)
    const checked = isSame ? all(DANA) : all(DANA, OMAR)
    const asked = { members: all(DANA, OMAR), checked, household_count: 2 }
    expect((await renew(desk, asked)).kind).toBe('ok')
    const fees = 'SELECT patron_id, owed_cents FROM charge_now WHERE owed_cents > 0 AND patron_id < 5'
    const [dana, omar] = [DANA, OMAR].map((patron_id) => ({ patron_id, owed_cents: 5_000 }))
    expect(await rowsClosed(desk, fees)).toEqual(isSame ? [dana] : [dana, omar])
  },
)

test.each([
  ['1 Lake Rd Apt 3', '1 Lake Road #3'],
  ['1 Lake Rd, Unit 3', '1 LAKE RD. APT. 3'],
])('two ways to write an apartment are one household: %s and %s', async (one, other) => {
  const desk = await opened(CARDS.dana, [
    `UPDATE patron_address SET street = '${one}' WHERE patron_id = 1`,
    `UPDATE patron_address SET street = '${other}' WHERE patron_id = 2`,
  ])
  const asks = must(await form(desk), 'the form').asks.map(({ name }) => name)
  const asked = [`checked.${DANA}`, `checked.${OMAR}`]
  expect(asks.filter((name) => asked.includes(name))).toEqual(asked.slice(0, 1))
})

test('who pays no fee beside the payer of the household is renewed, also where the card is cut off', async () => {
  const desk = await opened(CARDS.dana, [
    `UPDATE patron SET category_code = 'GUEST', expires_on = '2026-12-04' WHERE patron_id IN (1, 2)`,
    `UPDATE patron_address SET postal_code = '60069'`,
    `UPDATE card_rule SET is_capped_at_home_card = 1 WHERE rule_code = 'GUEST'`,
  ])
  const together = {
    members: all(DANA, OMAR),
    checked: all(DANA),
    household_count: 2,
    home: { [`${OMAR}`]: '2026-11-30' },
  }
  expect(await refused(desk, { ...together, members: all(OMAR), checked: all(OMAR) })).toBe('renewal-no-later')
  expect(await refused(desk, together)).toBe('ok')
})

test('a fee for the household is asked for, and charged once for who live together', async () => {
  const guests = [
    `UPDATE patron SET category_code = 'GUEST' WHERE patron_id IN (1, 2)`,
    `UPDATE patron_address SET postal_code = '60069'`,
  ]
  const desk = await opened(CARDS.dana, guests)
  const asked = { members: all(DANA, OMAR), checked: all(DANA) }
  expect(await refused(desk, asked)).toBe('fee-unknown household')
  expect(must(await form(desk), 'the form').asks.at(-1)?.name).toBe('household_count')
  expect((await renew(desk, { ...asked, household_count: 4 })).kind).toBe('ok')
  const owed = 'SELECT patron_id, owed_cents FROM charge_now WHERE owed_cents > 0 AND patron_id < 5'
  expect(await rowsClosed(desk, owed)).toEqual([{ patron_id: DANA, owed_cents: 10_000 }])
})
