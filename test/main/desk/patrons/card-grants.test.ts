/** A role without a grant at the real desk: registers nobody and changes no record or card but with a second person. */
import { describe, expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import { openDesk, type TestDesk } from '../../support/desk.ts'
import { seededRandom } from '../../support/fakes.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, badgeApproves, BEN, benAtDesk, recorded, signInAs, WEI } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const ROSA = { initials: 'RO', pin: '471108' }

/** Ben has a role of the library's own that may do nothing yet. */
async function pageAtDesk(): Promise<TestDesk> {
  const desk = await cardDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  await desk.ok('role.add', { commandId: desk.id(), name: 'Page', copy_of: '' })
  const ben = { staff_code: 'BC-1', name: BEN.name, initials: BEN.initials, badge_barcode: BEN.badge_barcode }
  await desk.ok('staff.edit', { commandId: desk.id(), ...ben, role: 'page' })
  // Where one of the staff has an entry, each who comes after a restart has one.
  await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'WZ-1', new_pin: WEI.pin })
  await signInAs(desk, BEN)
  return desk
}

type Act = readonly [string, (desk: TestDesk) => ReturnType<TestDesk['call']>]

const leo = { surname: 'Vance', given: 'Dana', born_on: '1990-05-05' }
const ACTS: readonly Act[] = [
  ['patron.register', (desk) => desk.call('patron.register', registration(desk, {}, { barcode: NEW_CARD }))],
  [
    'patron.edit',
    (desk) => {
      const { typed } = registration(desk, leo)
      return desk.call('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'spelling' })
    },
  ],
  ['patron.check', (desk) => desk.call('patron.check', { commandId: desk.id(), what: 'address' })],
  ['family.link', (desk) => desk.call('family.link', { commandId: desk.id(), barcode: CARDS.omar })],
  ['pickup.allow', (desk) => desk.call('pickup.allow', { commandId: desk.id(), barcode: CARDS.omar })],
  [
    'card.renew',
    (desk) => {
      const none = { household_count: null, basis_cents: null, home_expires_on: null }
      return desk.call('card.renew', { commandId: desk.id(), is_address_checked: true, ...none })
    },
  ],
  [
    'card.replace',
    (desk) => desk.call('card.replace', { commandId: desk.id(), reason: 'worn', which: '', barcode: NEW_CARD }),
  ],
  ['card.lose', (desk) => desk.call('card.lose', { commandId: desk.id(), which: '' })],
]

const entries = (desk: TestDesk) =>
  readClosed(desk, (all) => all(`SELECT content FROM event WHERE content LIKE '%"staff":"BC-1"%'`)).then(
    (rows) =>
      rows.filter((row) => /"kind":"(patron-|card-|guardian-|family-|pickup-|email-)/.test(String(row['content'])))
        .length,
  )

describe('a role without a grant', () => {
  test.each(ACTS)('%s waits for a second person, and is done once they approve', async (_, call) => {
    const desk = await pageAtDesk()
    await desk.scan(CARDS.dana)
    const asked = await call(desk)
    expect(asked.kind).toBe('ok')
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.rows[0]?.choices.map(({ label }) => label)).toEqual([en.outcomes.answer.ask])
    expect(JSON.stringify(snapshot.rows)).not.toMatch(/Vance|Ort/)
    await answer(desk, '1')
    const { kind } = await approve(desk, WEI)
    expect(kind).toBe('ok')
    expect(await entries(desk)).toBe(1)
  })

  test.each(ACTS)('%s is not recorded while nobody approves it', async (_, call) => {
    const desk = await pageAtDesk()
    await desk.scan(CARDS.dana)
    await call(desk)
    expect(await entries(desk)).toBe(0)
  })

  test('reads above the form of a new patron that a second person approves it', async () => {
    const desk = await pageAtDesk()
    const lead = async (): Promise<string> =>
      (await desk.ok('desk.go', { page: { place: 'patron-new', about: NEW_CARD } })).snapshot.page?.lead ?? ''
    expect(await lead()).toContain(en.pages.patrons.form.second_person)
    await signInAs(desk, ROSA)
    expect(await lead()).not.toContain(en.pages.patrons.form.second_person)
  })

  test('sets no PIN, is shown no way to, and asks to remove one', async () => {
    const desk = await pageAtDesk()
    await signInAs(desk, ROSA)
    await desk.scan(CARDS.dana)
    await desk.ok('patron.set-pin', { commandId: desk.id(), pin: '730518', pin_again: '730518' })
    const methods = async (): Promise<readonly string[]> => {
      const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
      expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
      return snapshot.page?.acts.map(({ call }) => call.method) ?? []
    }
    expect(await methods()).toEqual(expect.arrayContaining(['patron.set-pin', 'patron.clear-pin']))
    await desk.ok('desk.finish', {})
    await signInAs(desk, BEN)
    await desk.scan(CARDS.dana)
    const shown = await methods()
    expect(shown).toContain('patron.clear-pin')
    expect(shown).not.toContain('patron.set-pin')
    const set = await desk.call('patron.set-pin', { commandId: desk.id(), pin: '926154', pin_again: '926154' })
    expect(set.kind === 'refused' && set.code).toBe('not-permitted')
    const { snapshot } = await desk.ok('patron.clear-pin', { commandId: desk.id() })
    expect(snapshot.rows[0]?.choices.length).toBe(1)
    await answer(desk, '1')
    await badgeApproves(desk, WEI)
    expect(await recorded(desk, 'patron-pin-cleared')).toMatchObject([{ staff: 'BC-1' }])
  })

  test('is offered no renewal by one key', async () => {
    const desk = await pageAtDesk()
    await desk.scan(CARDS.expired)
    const refused = await desk.scan(ITEMS.warmth)
    expect(refused.rows[0]?.choices.map(({ label }) => label)).toEqual([en.outcomes.answer.ask])
  })

  test('gives a scanned card once it is approved', async () => {
    const desk = await pageAtDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(NEW_CARD)
    const { rows } = await answer(desk, '3')
    expect(rows[0]?.choices.map(({ label }) => label)).toEqual([en.outcomes.answer.ask])
    expect(rows[1]?.happened).toBe(en.outcomes.answer.waits)
    await answer(desk, '1')
    expect((await approve(desk, WEI)).kind).toBe('ok')
    expect(await recorded(desk, 'card-replaced')).toMatchObject([{ staff: 'BC-1' }])
  })
})

test('staff do all of it alone', async () => {
  const desk = await cardDesk()
  await benAtDesk(desk)
  // The address is checked before another one is told, which counts as checked.
  for (const [, call] of ACTS.slice(1, 4).toReversed()) {
    await desk.scan(CARDS.dana)
    expect((await call(desk)).kind).toBe('ok')
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.rows.flatMap(({ choices }) => choices)).toEqual([])
  }
  expect(await entries(desk)).toBe(3)
})

test('of two edits that wait, the one approved later does not take back the other', async () => {
  const desk = await pageAtDesk()
  await desk.scan(CARDS.dana)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const edit = snapshot.page?.acts.find(({ call, asks }) => call.method === 'patron.edit' && asks.length > 1)
  const typed = edit?.call.input['typed'] as Parameters<typeof desk.ok<'patron.edit'>>[1]['typed']
  for (const change of [{ phone: '847-555-0199' }, { street: '14 Oak St' }]) {
    const asked = { typed: { ...typed, ...change }, category_code: 'ADULT', name_proof: '' }
    await desk.ok('patron.edit', { commandId: desk.id(), ...asked })
  }
  await answer(desk, '1')
  expect((await approve(desk, WEI)).kind).toBe('ok')
  await answer(desk, '1')
  expect(await approve(desk, WEI)).toMatchObject({ code: 'approval-over' })
  const { rows } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(rows.flatMap(({ choices }) => choices)).toEqual([])
  expect(await entries(desk)).toBe(1)
  const found = await readClosed(desk, (all) => all('SELECT street FROM patron_address WHERE patron_id = 1'))
  expect(found).toEqual([{ street: '14 Oak St' }])
})

test('an edit approved again after the desk died is done once, and said as done', async () => {
  const desk = await pageAtDesk()
  await desk.scan(CARDS.dana)
  const { typed } = registration(desk, leo)
  await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'spelling' })
  await answer(desk, '1')
  const resume = desk.station.sessionState()
  expect((await approve(desk, WEI)).kind).toBe('ok')
  await desk.station.close()
  const again = await openDesk(desk.folder, { resume, random: seededRandom(77) }, desk.clock)
  expect((await approve(again, WEI)).kind).toBe('ok')
  expect(await entries(again)).toBe(1)
})
