/** Which card a new patron gets, as the form tells it while it is filled in: none by itself where no rule says it. */
import { describe, expect, test } from 'vitest'
import { fillPreview } from '../../../../shared/desk/read-field.ts'
import { dateOrder } from '../../../../shared/kernel/date-order.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { answer, approve, benAtDesk, WEI } from '../../support/staff.ts'

const ORDER = dateOrder('en', 'en-US')
const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const ONLY_TOWN = [`DELETE FROM residency_rule WHERE rule_code = 'ELSE'`]
const AWAY = { postal_code: '90210', city: 'Beverly Hills' }
const NOWHERE = { postal_code: '', city: '', street: '' }
const { card } = en.outcomes.patron

async function lines(desk: TestDesk, asked: Input<'patron.register'>) {
  const { commandId: _id, another_because: _why, ...input } = asked
  return (await desk.ok('patron.register-preview', input)).lines
}

describe('an address that no rule is about', () => {
  test.each([
    ['elsewhere', AWAY],
    ['nowhere', NOWHERE],
  ])('%s: no card by itself; the one that was chosen', async (_, where) => {
    const desk = await cardDesk(false, ONLY_TOWN)
    const asked = registration(desk, where, { barcode: NEW_CARD })
    expect(await desk.call('patron.register', asked)).toMatchObject({ code: 'card-category-missing' })
    const chosen = registration(desk, where, { barcode: NEW_CARD, category_code: 'GUEST', household_count: 1 })
    const { snapshot } = await desk.ok('patron.register', chosen)
    expect(snapshot.patron?.category).toBe('Non-resident')
  })

  test('whose town the ZIP code does not say, though a rule goes by it: it is asked for first', async () => {
    const riverton = `INSERT INTO residency_rule (rule_code, city, side_kind, standing_kind)
      VALUES ('RIVER', 'Riverton', 'both', 'resident')`
    const desk = await cardDesk(false, [...ONLY_TOWN, riverton])
    const typed = { postal_code: '60546', city: '' }
    const asked = registration(desk, typed, { barcode: NEW_CARD })
    expect(await desk.call('patron.register', asked)).toMatchObject({ code: 'patron-field-wrong', about: 'city' })
    const wrong = registration(desk, { postal_code: '60546', city: 'Elsewhere' }, { barcode: NEW_CARD })
    expect(await desk.call('patron.register', wrong)).toMatchObject({ code: 'card-category-missing' })
    const { snapshot } = await desk.ok(
      'patron.register',
      registration(desk, { postal_code: '60546', city: 'Riverton' }, { barcode: NEW_CARD }),
    )
    expect(snapshot.patron?.category).toBe('Resident adult')
  })

  test('a card for anybody needs no choice where no address is typed', async () => {
    const anybody = await cardDesk(false, [...ONLY_TOWN, `UPDATE card_rule SET standing_kind = 'any'`])
    const away = registration(anybody, AWAY, { barcode: NEW_CARD })
    expect(await anybody.call('patron.register', away)).toMatchObject({ code: 'card-category-missing' })
    const { snapshot } = await anybody.ok('patron.register', registration(anybody, NOWHERE, { barcode: NEW_CARD }))
    expect(snapshot.patron?.category).toBe('Resident adult')
  })

  test('nor does a library that asks for no residents', async () => {
    const plain = await cardDesk(false, ['DELETE FROM residency_rule'])
    const { snapshot } = await plain.ok('patron.register', registration(plain, AWAY, { barcode: NEW_CARD }))
    expect(snapshot.patron?.category).toBe('Resident adult')
  })

  test('is told while it is typed: what is blank first, then that a person chooses', async () => {
    const desk = await cardDesk(false, ONLY_TOWN)
    const said = async (typed: Parameters<typeof registration>[1], category_code = '') =>
      (await lines(desk, registration(desk, typed, { category_code, household_count: 1 }))).map(({ text }) => text)
    expect(await said({ ...NOWHERE, born_on: '' })).toEqual([card.still_open])
    expect(await said({ born_on: '' })).toEqual([card.standing.resident(), card.still_open])
    expect(await said(AWAY)).toEqual([`${card.standing_unknown}. ${card.choose}`])
    expect(await said(AWAY, 'GUEST')).toContain(card.standing_unknown)
  })
})

describe('a category that the rules do not give', () => {
  const PEORIA = { postal_code: '61602', city: 'Peoria' }
  const ORG = [
    `INSERT INTO patron_category VALUES ('ORG', 'Organization', 50, 1000, NULL, 12, 0, NULL, NULL, NULL, NULL)`,
    `INSERT INTO library_setting VALUES ('organization_category_codes', '["ORG"]')`,
    `INSERT INTO card_rule (rule_code, category_code, standing_kind, is_guardian_required, is_capped_at_home_card,
       renewal_from, check_kind, identity_proofs_count, address_proofs_count, fee_kind, order_number)
     VALUES ('ORG', 'ORG', 'any', 0, 0, 'today', 'never', 0, 0, 'none', 9)`,
  ]
  const CHILD = { born_on: '2017-05-05', guardian: 'Mia Park', given: 'Ada', surname: 'Park' }

  test('is told while it is typed, and waits for a second person', async () => {
    const desk = await cardDesk()
    await benAtDesk(desk)
    const asked = registration(desk, PEORIA, { barcode: NEW_CARD, category_code: 'ADULT' })
    const told = await lines(desk, asked)
    expect(told.filter(({ tone }) => tone === 'good')).toEqual([])
    expect(told.map(({ text }) => text).join()).toContain(card.against['other-standing'])
    const { snapshot } = await desk.ok('patron.register', asked)
    expect([snapshot.patron, snapshot.rows[0]?.choices.length]).toEqual([null, 1])
    await answer(desk, '1')
    await approve(desk, WEI)
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.category).toBe('Resident adult')
  })

  test('an edit to it waits likewise; one that the address gives does not', async () => {
    const desk = await cardDesk()
    await benAtDesk(desk)
    const asked = registration(desk, PEORIA, { barcode: NEW_CARD, household_count: 1 })
    await desk.ok('patron.register', asked)
    const edit = (typed: object, category_code: string) =>
      desk.ok('patron.edit', {
        commandId: desk.id(),
        typed: { ...asked.typed, ...typed },
        category_code,
        name_proof: '',
      })
    const waits = (await edit({}, 'ADULT')).snapshot
    expect([waits.patron?.category, waits.rows[0]?.choices.length]).toEqual(['Non-resident', 1])
    const home = { postal_code: '60015', city: 'Deerfield' }
    expect((await edit(home, 'ADULT')).snapshot.patron?.category).toBe('Resident adult')
  })

  test('only if chosen: never by itself, and at once where a clerk chooses it', async () => {
    const desk = await cardDesk(false, [`UPDATE card_rule SET given_kind = 'if-chosen' WHERE rule_code = 'GUEST'`])
    await benAtDesk(desk)
    const asked = { barcode: NEW_CARD, household_count: 1 }
    expect(await desk.call('patron.register', registration(desk, PEORIA, asked))).toMatchObject({
      code: 'card-category-missing',
    })
    const chosen = registration(desk, PEORIA, { ...asked, category_code: 'GUEST' })
    expect((await desk.ok('patron.register', chosen)).snapshot.patron?.category).toBe('Non-resident')
  })

  test.each([
    ['a child from elsewhere', {}, 'card-category-missing', undefined],
    ['a child whose birth year is to come', { born_on: '2106-05-05' }, 'patron-field-wrong', 'born_on'],
    ['a child whose birth year is long ago', { born_on: '1880-05-05' }, 'patron-field-wrong', 'born_on'],
    ['nobody who was born', { born_on: '' }, 'card-category-missing', undefined],
  ])('%s is no organization by itself', async (_, typed, code, about) => {
    const desk = await cardDesk(false, [...ORG, ...ONLY_TOWN])
    const asked = registration(desk, { ...CHILD, ...PEORIA, ...typed }, { barcode: NEW_CARD })
    expect(await desk.call('patron.register', asked)).toMatchObject({ code, ...(about && { about }) })
  })

  test('nor is a child where a clerk chooses it', async () => {
    const desk = await cardDesk(false, ORG)
    const asked = registration(desk, CHILD, { barcode: NEW_CARD, category_code: 'ORG' })
    expect(await desk.call('patron.register', asked)).toMatchObject({ code: 'patron-field-wrong', about: 'born_on' })
  })
})

test('a proof that is ticked is known to the preview of the form', async () => {
  const desk = await cardDesk()
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'patron-new', about: NEW_CARD } })
  const { page } = snapshot
  if (!page?.enter) throw new Error('no form')
  const texts = { 'typed.surname': 'Ortíz', 'typed.born_on': '3/6/1988', 'typed.postal_code': '60015' }
  const told = async (ticked: string): Promise<readonly string[]> => {
    if (!page.enter) throw new Error('no form')
    const call = fillPreview(
      page.enter,
      { ...texts, 'proofs.LICENSE': ticked },
      { today: localDate(page.today), order: ORDER },
    )
    const input = call?.input as Input<'patron.register-preview'>
    return (await desk.ok('patron.register-preview', input)).lines.map(({ text }) => text)
  }
  expect(await told('')).toContain(card.missing(1, 1))
  expect(await told('yes')).not.toContain(card.missing(1, 1))
})

test('the band says that somebody was registered, until when, and what was charged', async () => {
  const desk = await cardDesk()
  const asked = registration(desk, { postal_code: '60069' }, { barcode: NEW_CARD, household_count: 4 })
  const { snapshot } = await desk.ok('patron.register', asked)
  expect(snapshot.band?.sentence).toContain(card.registered)
  expect(snapshot.band?.sentence).toContain('Non-resident, until')
  expect(snapshot.band?.sentence).toContain(card.fee('$100.00'))
  expect(snapshot.band?.sentence).not.toContain(en.outcomes.loan.open.switched)
})

describe('a town that was filled in by its ZIP code', () => {
  const VILLAGE = [
    `UPDATE residency_rule SET city = 'Deerfield' WHERE rule_code = 'TOWN'`,
    `INSERT INTO residency_rule VALUES ('REST', '60015', NULL, NULL, NULL, NULL, 'both', 'non-resident', NULL)`,
  ]
  const filled = card.place_shared('Deerfield')
  const told = async (desk: TestDesk, typed: Parameters<typeof registration>[1]) =>
    (await lines(desk, registration(desk, { city: '', ...typed }))).filter(({ text }) => text.includes('Deerfield'))

  test('is to be checked where another town of it has another card', async () => {
    const desk = await cardDesk(false, VILLAGE)
    expect(await told(desk, {})).toEqual([{ text: filled, tone: 'warn' }])
    expect(await told(desk, { city: 'Deerfield' })).toEqual([])
    const street = `INSERT INTO residency_rule
      VALUES ('ALL', '60015', NULL, 'Elm St', NULL, NULL, 'both', 'resident', NULL)`
    expect(await told(await cardDesk(false, [...VILLAGE, street]), {})).toEqual([{ text: 'Deerfield', tone: 'plain' }])
  })

  test('is asked for where the card depends on it, unless a clerk chose the category', async () => {
    const desk = await cardDesk(false, VILLAGE)
    const asked = registration(desk, { city: '' }, { barcode: NEW_CARD })
    expect(await desk.call('patron.register', asked)).toMatchObject({ code: 'patron-field-wrong', about: 'city' })
    expect((await desk.call('patron.register', registration(desk, {}, { barcode: NEW_CARD }))).kind).toBe('ok')
  })

  test('says no more than its name where every town of it has the same', async () => {
    const desk = await cardDesk(false, VILLAGE.slice(0, 1))
    expect(await told(desk, {})).toEqual([{ text: 'Deerfield', tone: 'plain' }])
  })
})

test('an edit fills in the town of a new ZIP code where the town is left blank', async () => {
  const desk = await cardDesk(false, [
    `INSERT INTO residency_rule
       VALUES ('AWAY', '60069', 'Lincolnshire', NULL, NULL, NULL, 'both', 'non-resident', NULL)`,
  ])
  const asked = registration(desk, {}, { barcode: NEW_CARD })
  await desk.ok('patron.register', asked)
  const typed = { ...asked.typed, postal_code: '60069', city: '' }
  await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'spelling' })
  const { page } = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot
  expect(JSON.stringify(page?.sections)).toContain('Lincolnshire')
})
