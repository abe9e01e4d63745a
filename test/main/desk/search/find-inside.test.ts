/**
 * Finding people whom the clerk remembers by half: letters from inside a name, names in one or apart, numbers with
 * blanks, addresses and dates as they are copied from a letter or a card. Who is found by the start of a name comes
 * first, as ever.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import { nameKey } from '../../../../shared/catalog/fold.ts'
import { tailsOf } from '../../../../shared/catalog/name-tails.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'

const PATRON = `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
  surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)
  VALUES (?, ?, 'ADULT', 'MAPLE', ?, ?, '', ?, ?, ?, NULL, ?, ?, '', 'en', 0, 1)`

const MJ = 'María José García Márquez'
const SEAN = 'Sean Patrick O’Brien'
const ANNEKE = 'Anneke van der Berg'
const DAVID = 'David Rosenberg'
const TOM = 'Tom Vandenberg'
const ANA = 'Ana De La Cruz'

/** Surname, given, born, e-mail, phone, street, town, postal code. */
const PEOPLE = [
  [
    'García Márquez',
    'María José',
    '1971-03-06',
    'mj@mail.example',
    '(847) 555-0123',
    '412 N. Maple St, Apt 4B',
    '60601-1234',
  ],
  ['O’Brien', 'Sean Patrick', '1985-12-25', 'sob@web.example', '312-555-4400', '7 Oak Rd', '60613'],
  ['van der Berg', 'Anneke', '1962-07-31', '', '', '1200 North Ave #3', '60613'],
  ['Rosenberg', 'David', '1955-05-05', '', '847-555-7788', '33 W Lake Blvd', '60045'],
  ['Vandenberg', 'Tom', '2001-01-31', '', '', '', ''],
  ['De La Cruz', 'Ana', '1999-09-09', '', '', '88 Main Street', '60601'],
] as const

async function peopledDesk(): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  const db = openFile(join(folder, REFERENCE_FILE), KEY)
  db.exec('DELETE FROM patron_key')
  const address = db.prepare(`INSERT INTO patron_address VALUES (?, 1, 'home', ?, 'Openfields', 'IL', ?, 1)`)
  for (const [at, [surname, given, born, email, phone, street, postal]] of PEOPLE.entries()) {
    const keys = [nameKey(surname), nameKey(given)]
    db.prepare(PATRON).run(11 + at, `x${at}`, surname, given, ...keys, born, email, phone)
    db.prepare(`INSERT INTO card VALUES (?, ?, 'current')`).run(`2123400000${7070 + at}`, 11 + at)
    if (street !== '') address.run(11 + at, street, postal)
  }
  db.close()
  const desk = await openDesk(folder)
  await rosaAt(desk)
  return desk
}

const CASES: readonly (readonly [text: string, names: readonly string[]])[] = [
  // Letters from inside a name: alone, with another name, with whatever else is known.
  ['arquez', [MJ]],
  ['ÁRQUEZ', [MJ]],
  ['arquez maria', [MJ]],
  ['maria arquez', [MJ]],
  ['garcia arquez', [MJ]],
  ['arquez, m', [MJ]],
  ['osenb', [DAVID]],
  // Seven letters of two words may be the starts of names that are still being typed.
  ['osen dav', []],
  ['osen davi', [DAVID]],
  ['arquez david', []],
  ['arquez 3/6/71', [MJ]],
  ['arquez 3/6', [MJ]],
  ['arquez 3/7/71', []],
  ['arquez 0123', [MJ]],
  ['arquez 555-0123', [MJ]],
  ['arquez mj@mail', [MJ]],
  ['arquez 4400', []],
  ['arquez maple', [MJ]],
  ['arquez main', []],
  // Names that end so stand first, those in which it goes on behind.
  ['enberg', [DAVID, TOM]],
  ['vid', [DAVID]],
  // Two letters stand inside too many names.
  ['ez', []],
  // Beside another name they count only where nobody is found otherwise.
  ['berg', [ANNEKE, DAVID, TOM]],
  ['berg a', [ANNEKE]],
  ['berg david', [DAVID]],
  // Written in one or apart, with or without an apostrophe.
  ['obrien', [SEAN]],
  ["o'brien", [SEAN]],
  ['O BRIEN', [SEAN]],
  ['sean o brien', [SEAN]],
  ['brien', [SEAN]],
  ['vanderberg', [ANNEKE]],
  ['vanderberg anneke', [ANNEKE]],
  ['van den berg', [TOM]],
  ['tom van den berg', [TOM]],
  ['delacruz', [ANA]],
  ['dela cruz', [ANA]],
  ['dela cruz ana', [ANA]],
  ['delacruz 9/9/99', [ANA]],
  // Numbers with blanks in them.
  ['555 0123', [MJ]],
  ['555 0123 garcia', [MJ]],
  ['847 555', [MJ, DAVID]],
  ['01 23', [MJ]],
  ['0000 7070', [MJ]],
  // A postal code with the street, and what is copied from a letter whole.
  ['60601 main', [ANA]],
  ['main 60601', [ANA]],
  ['60601 maple', [MJ]],
  ['60601 garcia', [MJ]],
  ['60601-1234 maria', [MJ]],
  ['60601-9999 maria', []],
  ['60613 main', []],
  ['412 N Maple St, Openfields, IL 60601', [MJ]],
  ['412 N Maple St, Openfields, IL 60613', []],
  ['maple openfields', [MJ]],
  // A street by its short word or its whole one.
  ['maple str', [MJ]],
  ['412 maple street', [MJ]],
  ['maple st apt', [MJ]],
  ['oak road', [SEAN]],
  ['7 oak rd', [SEAN]],
  ['lake boulevard', [DAVID]],
  ['33 west lake blvd', [DAVID]],
  ['1200 north', [ANNEKE]],
  ['1200 north ave', [ANNEKE]],
  // Birth dates as papers have them.
  ['03061971', [MJ]],
  ['25121985', [SEAN]],
  ['25.12.1985', [SEAN]],
  ['06MAR1971', [MJ]],
  ['March 6th, 1971', [MJ]],
]

test('what is remembered by half finds the person it belongs to, and nobody else', async () => {
  const desk = await peopledDesk()
  const find = async (text: string): Promise<readonly string[]> =>
    (await desk.ok('search.patrons', { text, limit: 12 })).hits.map((hit) => hit.name)
  const found = await Promise.all(CASES.map(async ([text]) => [text, (await find(text)).toSorted()] as const))
  expect(found).toEqual(CASES.map(([text, names]) => [text, names.toSorted()]))
})

test('whose name begins so stands first, and is told from those who have it inside', async () => {
  const desk = await peopledDesk()
  const { hits } = await desk.ok('search.patrons', { text: 'berg', limit: 12 })
  expect(hits.map(({ name, is_inside }) => [name, is_inside])).toEqual([
    [ANNEKE, false],
    [DAVID, true],
    [TOM, true],
  ])
  const alone = await desk.ok('search.patrons', { text: 'osenberg', limit: 12 })
  expect(alone.hits.map(({ name, is_inside }) => [name, is_inside])).toEqual([[DAVID, false]])
})

test('a list that is full of one person’s keys says that there may be more', async () => {
  const desk = await peopledDesk()
  // The first three keys of this postal code are of two people, of four who live there.
  const { hits, has_more } = await desk.ok('search.patrons', { text: '6061', limit: 2 })
  expect({ count: hits.length, has_more }).toEqual({ count: 2, has_more: true })
})

test.each([
  ['marquez', ['arquez', 'rquez', 'quez', 'uez']],
  ['lin', []],
  ['', []],
  ['x'.repeat(41), []],
])('the tails of %s', (name, tails) => {
  expect(tailsOf(name)).toEqual(tails)
})
