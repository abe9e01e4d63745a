/**
 * A changed name asks what was seen for it, by kind: asked at its field, recorded beside the entry, told on the
 * account, given back by undo, gone with an erasure. Of Dana Miller.
 */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { refusedField } from '../../../../shared/refusals/refused-fields.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, expectRebuilt, forgotten, start } from '../../support/reference-files.ts'
import { CARDS } from '../../support/small-library.ts'

const LIBRARYS_OWN = [
  `INSERT INTO proof_kind VALUES ('DECREE', 'Decree of a court', 'name', NULL, 0, 0, 1)`,
  `INSERT INTO proof_kind VALUES ('OLD', 'An old one', 'name', NULL, 0, 1, 0)`,
]
type Typed = Partial<Input<'patron.edit'>['typed']>

async function account(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  expect(pageFaults(page)).toEqual([])
  return page
}

async function form(desk: TestDesk) {
  const page = await account(desk)
  return must(
    page.acts.find(({ call }) => call.method === 'patron.edit'),
    'the form',
  )
}

async function edit(desk: TestDesk, typed: Typed, name_proof = '') {
  const before = (await form(desk)).call.input as Pick<Input<'patron.edit'>, 'typed'>
  const input = { typed: { ...before.typed, ...typed }, category_code: 'ADULT', name_proof }
  return desk.call('patron.edit', { commandId: desk.id(), ...input })
}

async function told(desk: TestDesk): Promise<string> {
  const section = (await account(desk)).sections.find((one) => one.section_id === 'who')
  const facts = section?.kind === 'facts' ? section.facts : []
  return facts.find(({ label }) => label === 'Name changed')?.text ?? ''
}

async function danaAt(also: readonly string[] = []): Promise<TestDesk> {
  const desk = await cardDesk(false, also)
  await desk.scan(CARDS.dana)
  return desk
}

describe('what is asked', () => {
  test('nothing while the name stays; at its field once it does not', async () => {
    const desk = await danaAt()
    expect((await edit(desk, { phone: '847-555-0199' })).kind).toBe('ok')
    const answer = await edit(desk, { surname: 'Park' })
    expect(answer).toMatchObject({ kind: 'refused', code: 'name-proof-missing' })
    expect(refusedField({ code: 'name-proof-missing' }, (await form(desk)).asks)).toBe('name_proof')
    expect(await edit(desk, { given: 'Dan' }, 'DECREE')).toMatchObject({ code: 'name-proof-missing' })
    expect(await told(desk)).toBe('')
  })

  test('the library’s own kinds where it names any, in place of the usual ones', async () => {
    const options = async (desk: TestDesk) =>
      (await form(desk)).asks.find(({ name }) => name === 'name_proof')?.options.map(({ value }) => value)
    expect(await options(await danaAt(LIBRARYS_OWN))).toEqual(['DECREE', 'spelling'])
    expect((await options(await danaAt()))?.length).toBeGreaterThan(3)
  })

  test('is said before it is saved, and no more once it is chosen', async () => {
    const desk = await danaAt()
    const { typed } = (await form(desk)).call.input as Pick<Input<'patron.edit'>, 'typed'>
    const asked = { typed: { ...typed, surname: 'Park' }, category_code: 'ADULT' }
    const first = await desk.ok('patron.edit-preview', { ...asked, name_proof: null })
    expect(first.lines.map(({ tone }) => tone)).toEqual(['warn'])
    expect((await desk.ok('patron.edit-preview', { ...asked, name_proof: 'court-order' })).lines).toEqual([])
  })

  test('a kind for names alone is none of a registration', async () => {
    const desk = await cardDesk(false, LIBRARYS_OWN)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'patron-new', about: '' } })
    expect(snapshot.page?.enter?.asks.some(({ name }) => name === 'proofs.DECREE')).toBe(false)
  })
})

test('it is on the account, under a file of before as well, and nothing of it is sealed', async () => {
  const desk = await danaAt(LIBRARYS_OWN)
  const copy = await copyOf(desk)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  expect((await edit(at, { surname: 'Park' }, 'DECREE')).kind).toBe('ok')
  expect(await told(at)).toContain('Decree of a court')
  expect((await at.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(at)
  exchange(at, copy)
  await start(at)
  const kept = 'SELECT surname, name_proof_code, name_changed_on FROM patron WHERE patron_id = 1'
  expect(await rowsClosed(at, kept)).toEqual([
    { surname: 'Park', name_proof_code: 'DECREE', name_changed_on: '2026-11-24' },
  ])
  expect(await rowsClosed(at, `SELECT 1 FROM event WHERE content LIKE '%DECREE%'`)).toEqual([])
})

test('undo gives the name back with what was seen for the one before', async () => {
  const desk = await danaAt()
  await edit(desk, { surname: 'Park' }, 'spelling')
  desk.clock.pass(1000)
  await edit(desk, { surname: 'Stone' }, 'marriage-certificate')
  expect(await told(desk)).toContain('Marriage certificate')
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await told(desk)).toContain('spelling mistake')
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await told(desk)).toBe('')
})

test('the former name finds the patron as long as it is kept, and no longer', async () => {
  const desk = await danaAt()
  const found = async (text: string) =>
    (await desk.ok('search.patrons', { text, limit: 9 })).hits.map(({ name, former }) => [name, former])
  const typed = { surname: 'Parkhurst', born_on: '1985-06-15', street: '7 Linden St' }
  await edit(desk, typed, 'marriage-certificate')
  expect(await found('dana miller')).toEqual([['Dana Parkhurst', 'Dana Miller']])
  expect(await found('miller')).toContainEqual(['Dana Parkhurst', 'Dana Miller'])
  expect(await found('parkhurst')).toEqual([['Dana Parkhurst', '']])
  // With what else tells them: the birth date, the street; and not with another one's.
  expect(await found('miller 6/15/1985')).toEqual([['Dana Parkhurst', 'Dana Miller']])
  expect(await found('miller 7 linden')).toEqual([['Dana Parkhurst', 'Dana Miller']])
  expect(await found('miller 1901-01-01')).toEqual([])
  expect(await found('dana mull')).toEqual([])
  await forgotten(desk)
  const at = await rosaAt(await desk.reopen())
  expect((await at.ok('search.patrons', { text: 'dana miller', limit: 9 })).hits).toEqual([])
})

test('what was seen goes with the name that is kept of two records, and back with the undoing', async () => {
  const desk = await danaAt()
  await desk.ok('desk.finish', {})
  await desk.scan(CARDS.omar)
  await edit(desk, { surname: 'Stone' }, 'court-order')
  await desk.ok('desk.finish', {})
  await desk.scan(CARDS.dana)
  await edit(desk, { surname: 'Park' }, 'marriage-certificate')
  const merged = async (turned: Input<'patron.merge'>['turned']): Promise<string> => {
    await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
    await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: 2, turned })
    const seen = await told(desk)
    await desk.ok('desk.undo', { commandId: desk.id() })
    return seen
  }
  expect(await merged([])).toContain('Marriage certificate')
  expect(await merged(['surname'])).toContain('Court order')
  expect(await told(desk)).toContain('Marriage certificate')
})

test('erased with the patron, beside the entry too', async () => {
  const desk = await danaAt()
  await edit(desk, { surname: 'Park' }, 'court-order')
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.dana.slice(-4) })
  const left = `SELECT (SELECT count(*) FROM personal WHERE text LIKE '%court-order%') AS beside_count,
    (SELECT count(*) FROM patron WHERE name_proof_code <> '' OR name_changed_on IS NOT NULL) AS record_count`
  expect(await rowsClosed(desk, left)).toEqual([{ beside_count: 0, record_count: 0 }])
})
