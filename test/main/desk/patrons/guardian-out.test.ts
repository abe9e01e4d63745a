/** What leaves the desk of a guardian: by their name of now in files for another system, and in no child's own data. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'

type Row = Readonly<Record<string, string>>

const [PARENT = '', CHILD = '', OTHER = ''] = [1, 2, 3].map((n) => cardNumber(`212340005000${n}`, 'mod-10'))
const MIA = { given: 'Mia', surname: 'Luna', born_on: '2016-05-04' }

/** A child whose guardian was linked and has another name since, and one whose guardian was typed. */
async function familyDesk(): Promise<TestDesk> {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, {}, { barcode: PARENT }))
  const family_of = must((await desk.ok('desk.snapshot', {})).snapshot.patron, 'the parent').patron_id
  await desk.ok('patron.register', registration(desk, MIA, { barcode: CHILD, family_of }))
  await desk.ok('desk.finish', {})
  const typed = { ...MIA, given: 'Noa', guardian: 'Greta Wunderlich' }
  await desk.ok('patron.register', registration(desk, typed, { barcode: OTHER }))
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT)
  const renamed = registration(desk, { given: 'Lea', surname: 'Silva' })
  const edit = { typed: renamed.typed, category_code: 'ADULT', name_proof: 'court-order' }
  await desk.ok('patron.edit', { commandId: desk.id(), ...edit })
  await desk.ok('desk.finish', {})
  return desk
}

test.each([
  ['datestamp', 'patrons.csv', 'given', 'guardian'],
  ['koha', 'koha-patrons.csv', 'firstname', 'contactname'],
  ['evergreen', 'patrons.csv', 'first_given_name', 'guardian'],
] as const)('in files for %s the guardian is called as now', async (form, file, given, guardian) => {
  const desk = await familyDesk()
  const { folder } = await desk.ok('patrons.export', { to_folder: join(testFolder(), 'out'), form })
  const rows = parse<Row>(readFileSync(join(folder, file)), { columns: true, bom: true })
  const of = (name: string): string | undefined => rows.find((row) => row[given] === name)?.[guardian]
  expect([of('Mia'), of('Noa')]).toEqual(['Lea Silva', 'Greta Wunderlich'])
})

test.each([
  ['linked', CHILD],
  ['typed', OTHER],
])('a child’s own data says that a guardian is %s, and not who', async (_, card) => {
  const desk = await familyDesk()
  await desk.scan(card)
  const to_file = join(testFolder(), 'own.json')
  await desk.ok('privacy.export', { commandId: desk.id(), to_file })
  const text = readFileSync(to_file, 'utf8') + readFileSync(`${to_file}.txt`, 'utf8')
  for (const word of ['Leo', 'Lea', 'Silva', 'Greta', 'Wunderlich']) expect(text).not.toContain(word)
  const held = JSON.parse(readFileSync(to_file, 'utf8')) as Row
  expect(held['who_you_are']).toMatchObject({ is_guardian_named: true, is_linked_to_a_guardian: card === CHILD })
})
