/** A family at the desk: the next of it registered from an open account, its guardian linked, and no longer. */
import { expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, start } from '../../support/reference-files.ts'

const CARDS = [1, 2, 3, 4].map((number) => cardNumber(`212340005000${number}`, 'mod-10'))
const [PARENT_CARD = '', CHILD_CARD = '', SECOND_CARD = '', ADULT_CARD = ''] = CARDS
const CHILD = { given: 'Mia', born_on: '2016-05-04' }

async function idOfOpen(desk: TestDesk): Promise<number> {
  return (await desk.ok('desk.snapshot', {})).snapshot.patron?.patron_id ?? 0
}

async function withParent(desk: TestDesk): Promise<number> {
  await desk.ok('patron.register', registration(desk, {}, { barcode: PARENT_CARD }))
  return idOfOpen(desk)
}

/** The family as the open account shows it: who, and as what. */
async function family(desk: TestDesk): Promise<readonly string[]> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const section = snapshot.page?.sections.find((one) => one.section_id === 'family')
  if (section?.kind !== 'table') return []
  return section.rows.map((row) => `${row.cells[0]?.text ?? ''}: ${row.notes[0] ?? ''}`)
}

async function code(desk: TestDesk, barcode: string): Promise<string> {
  const answer = await desk.call('guardian.link', { commandId: desk.id(), barcode })
  return answer.kind === 'refused' ? answer.code : answer.kind
}

test('a child of the family needs no guardian typed, and is linked to the parent; so is the next one', async () => {
  const desk = await cardDesk()
  const parent = await withParent(desk)
  await desk.ok('patron.register', registration(desk, CHILD, { barcode: CHILD_CARD, family_of: parent }))
  const child = await idOfOpen(desk)
  const tom = { ...CHILD, given: 'Tom' }
  await desk.ok('patron.register', registration(desk, tom, { barcode: SECOND_CARD, family_of: child }))
  expect(await family(desk)).toHaveLength(2)
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT_CARD)
  expect((await family(desk)).map((row) => row.split(':')[0])).toEqual(['Mia Ortíz', 'Tom Ortíz'])
})

test('whom the clerk types answers for the child, as for a foster child; the parent is family', async () => {
  const desk = await cardDesk()
  const parent = await withParent(desk)
  const typed = { ...CHILD, guardian: 'Noor Haddad' }
  await desk.ok('patron.register', registration(desk, typed, { barcode: CHILD_CARD, family_of: parent }))
  const { patron } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(JSON.stringify(patron?.notices)).toContain('Noor Haddad')
  expect((await family(desk)).map((row) => row.split(':')[0])).toEqual(['Leo Ortíz'])
})

test('the form says who answers for a child, and whose family an adult is; of another account nothing', async () => {
  const desk = await cardDesk()
  const parent = await withParent(desk)
  const { guardian, family: ofFamily } = en.outcomes.patron.card
  const lines = async (typed: object): Promise<readonly string[]> => {
    const { commandId: _id, another_because: _why, ...asked } = registration(desk, typed, { family_of: parent })
    return (await desk.ok('patron.register-preview', asked)).lines.map(({ text }) => text)
  }
  expect(await lines(CHILD)).toContain(guardian('Leo Ortíz'))
  expect(await lines({ given: 'Ana' })).toContain(ofFamily('Leo Ortíz'))
  expect((await lines({ given: 'Ana', born_on: '' })).join()).not.toContain('Leo')
  await desk.ok('desk.finish', {})
  expect((await lines(CHILD)).join()).not.toContain('Leo')
})

test('an adult of the family has no guardian, whatever is typed, and is shown with it', async () => {
  const desk = await cardDesk()
  const parent = await withParent(desk)
  const partner = registration(desk, { given: 'Ana', guardian: 'Leo' }, { barcode: ADULT_CARD, family_of: parent })
  await desk.ok('patron.register', partner)
  const linked = en.pages.account.family.relative
  expect(await family(desk)).toEqual([`Leo Ortíz: ${linked}`])
  const ana = await idOfOpen(desk)
  await desk.ok('patron.register', registration(desk, CHILD, { barcode: CHILD_CARD, family_of: ana }))
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT_CARD)
  expect(await family(desk)).toEqual([`Ana Ortíz: ${linked}`, `Mia Ortíz: ${linked}`])
  // Their registrations are undone from the last one on, each of another patron asked about once; the link goes too.
  for (let pressed = 0; pressed < 4; pressed += 1) await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await family(desk)).toEqual([])
})

test('a guardian is linked by card and ended, and each wrong one is refused before anything is recorded', async () => {
  const desk = await cardDesk()
  await withParent(desk)
  expect(await code(desk, PARENT_CARD)).toBe('guardian-unfit')
  await desk.ok('patron.register', registration(desk, { ...CHILD, guardian: 'Leo' }, { barcode: CHILD_CARD }))
  expect([await code(desk, CHILD_CARD), await code(desk, 'nobody')]).toEqual(['guardian-unfit', 'guardian-unfit'])
  expect(await family(desk)).toEqual([])
  expect(await code(desk, PARENT_CARD)).toBe('ok')
  expect((await family(desk)).map((row) => row.split(':')[0])).toEqual(['Leo Ortíz'])
  // The card of a child asks for one: ended once it is sent again.
  const { events_count: before } = await desk.ok('journal.verify', {})
  const asked = await desk.call('guardian.end', { commandId: desk.id() })
  expect(asked.kind === 'refused' && asked.code).toBe('guardian-needed')
  expect((await desk.ok('journal.verify', {})).events_count).toBe(before)
  expect(await family(desk)).toHaveLength(1)
  await desk.ok('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })
  expect(await family(desk)).toEqual([])
  const again = await desk.call('guardian.end', { commandId: desk.id() })
  expect(again.kind === 'refused' && again.code).toBe('guardian-none')
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('the link is there again under a reference file of before', async () => {
  const desk = await cardDesk()
  const before = await copyOf(desk)
  const at = await rosaAt(await desk.reopen())
  const parent = await withParent(at)
  await at.ok('patron.register', registration(at, CHILD, { barcode: CHILD_CARD, family_of: parent }))
  const shown = await start(at)
  exchange(at, before)
  expect((await start(at))['people']).toEqual(shown['people'])
})

test('the form of the next one has the address and no name but the surname', async () => {
  const desk = await cardDesk()
  const parent = await withParent(desk)
  const page = { place: 'patron-new', about: `family ${parent} ${CHILD_CARD}` } as const
  const { snapshot } = await desk.ok('desk.go', { page })
  const values = Object.fromEntries((snapshot.page?.enter?.asks ?? []).map((one) => [one.name, one.value]))
  expect(values).toMatchObject({
    'typed.surname': 'Ortíz',
    'typed.given': '',
    'typed.born_on': '',
    'typed.street': '12 Elm St',
    'typed.phone': '847-555-0134',
    'typed.guardian': '',
  })
  expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
})

test('a guardian whose name is longer than the field is linked all the same', async () => {
  const desk = await cardDesk()
  const long = { given: 'G'.repeat(100), surname: 'S'.repeat(100) }
  await desk.ok('patron.register', registration(desk, long, { barcode: PARENT_CARD }))
  const parent = await idOfOpen(desk)
  await desk.ok('patron.register', registration(desk, CHILD, { barcode: CHILD_CARD, family_of: parent }))
  await desk.ok('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })
  expect(await code(desk, PARENT_CARD)).toBe('ok')
})

test('nobody both has a guardian and is one: by a link, by an edited birth date', async () => {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, { given: 'Ada', born_on: '1950-01-01' }, { barcode: ADULT_CARD }))
  await desk.ok('desk.finish', {})
  const adult = registration(desk, { born_on: '' }, { barcode: PARENT_CARD, category_code: 'ADULT' })
  await desk.ok('patron.register', adult)
  const parent = await idOfOpen(desk)
  await desk.ok('patron.register', registration(desk, CHILD, { barcode: CHILD_CARD, family_of: parent }))
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT_CARD)
  expect(await code(desk, ADULT_CARD)).toBe('guardian-unfit')
  const younger = {
    commandId: desk.id(),
    typed: { ...adult.typed, born_on: '2019-01-01' },
    category_code: 'ADULT',
    name_proof: '',
  }
  expect(await desk.call('patron.edit', younger)).toMatchObject({ code: 'patron-field-wrong', about: 'born_on' })
  const older = { ...younger, commandId: desk.id(), typed: { ...adult.typed, born_on: '1980-01-01' } }
  expect((await desk.call('patron.edit', older)).kind).toBe('ok')
})

test('a guardian who is linked by card is not renamed in the form of the child', async () => {
  const desk = await cardDesk()
  const parent = await withParent(desk)
  const child = registration(desk, CHILD, { barcode: CHILD_CARD, family_of: parent })
  await desk.ok('patron.register', child)
  const edit = (guardian: string, street = '12 Elm St') =>
    desk.call('patron.edit', {
      commandId: desk.id(),
      typed: { ...child.typed, guardian, street },
      category_code: 'CHILD',
      name_proof: '',
    })
  expect(await edit('Somebody Else')).toMatchObject({ code: 'patron-field-wrong', about: 'guardian' })
  expect((await edit('Leo Ortíz', '14 Elm St')).kind).toBe('ok')
  await desk.ok('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })
  expect((await edit('Somebody Else', '14 Elm St')).kind).toBe('ok')
})

const { guardian_sees } = en.panel
test.each([
  ['the library names no age', '2016-05-01', null, guardian_sees.sums],
  ['a child below the age of the library', '2016-05-01', 13, guardian_sees.titles],
  ['a teenager', '2012-05-01', 13, guardian_sees.sums],
] as const)('%s: what a parent may be told is beside the child on both accounts', async (_, born_on, below, told) => {
  const age = `INSERT INTO library_setting VALUES ('guardian_told_below_age_count', '${below}')`
  const desk = await cardDesk(false, below === null ? [] : [age])
  const family_of = await withParent(desk)
  await desk.ok('patron.register', registration(desk, { ...CHILD, born_on }, { barcode: CHILD_CARD, family_of }))
  const { patron } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(patron?.notices.find(({ heading }) => heading === en.panel.guardian)?.detail).toContain(told)
  const account = async () =>
    JSON.stringify((await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page)
  expect(await account()).toContain(told)
  await desk.scan(PARENT_CARD)
  expect(await account()).toContain(told)
})
