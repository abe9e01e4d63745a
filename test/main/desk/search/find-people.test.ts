/**
 * Finding people by any part of what is known of them, in any order: every word must fit, and the order is the
 * alphabet.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile, type Database } from '../../../../main/store/files/open-edge.ts'
import { ERASE_PATRON } from '../../../../main/store/patrons/erase-rows.ts'
import { loseKeys } from '../../../../main/store/patrons/patron-keys.ts'
import { WriteHandle } from '../../../../main/store/sql.ts'
import { nameKey } from '../../../../shared/catalog/fold.ts'
import { keysOfAddress, keysOfPatron, streetKeys } from '../../../../shared/catalog/patron-keys.ts'
import { readPeople } from '../../../../shared/catalog/read-people.ts'
import { patronId } from '../../../../shared/kernel/ids.ts'
import { dateOrder } from '../../../../shared/kernel/date-order.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'

const PATRON = `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
  surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)
  VALUES (?, ?, 'ADULT', 'MAPLE', ?, ?, ?, ?, ?, ?, NULL, ?, ?, '', 'en', 0, 1)`

type Person = readonly [surname: string, given: string, preferred: string, born: string, phone: string, email: string]

function add(db: Database, id: number, [surname, given, preferred, born, phone, email]: Person): void {
  const keys = [nameKey(surname), nameKey(given)]
  db.prepare(PATRON).run(id, `x${id}`, surname, given, preferred, ...keys, born, email, phone)
}

const MARIA = ['García Márquez', 'María José', '', '1971-03-06', '(847) 555-0123', 'mj.garcia@mail.example'] as const
const WILLIAM = ['Oakes', 'William', 'Bill', '2015-11-25', '+1 312.555.9876 x12', 'Oakes.Family@web.example'] as const
const LIN = ['Lin', 'Dana', '', '1990-01-02', '', ''] as const

/** The small library with three people more, each with a card and an address. */
async function peopledDesk(more: (db: Database) => void = () => {}): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  const db = openFile(join(folder, REFERENCE_FILE), KEY)
  db.exec('DELETE FROM patron_key')
  for (const [at, person] of [MARIA, WILLIAM, LIN].entries()) {
    add(db, 11 + at, person)
    db.prepare(`INSERT INTO card VALUES (?, ?, 'current')`).run(`2123400000${7070 + at}`, 11 + at)
  }
  db.prepare(`INSERT INTO card VALUES ('OLD-4411', 11, 'former')`).run()
  const address = db.prepare(`INSERT INTO patron_address VALUES (?, 1, 'home', ?, 'Openfields', 'IL', ?, 1)`)
  address.run(11, '412 N. Maple St, Apt 4B', '60601-1234')
  address.run(12, '18 Élan Boulevard', '60622')
  address.run(13, '412 Main Street', '60601')
  more(db)
  db.close()
  const desk = await openDesk(folder)
  await rosaAt(desk)
  return desk
}

async function find(desk: TestDesk, text: string, limit = 12): Promise<readonly string[]> {
  return (await desk.ok('search.patrons', { text, limit })).hits.map((hit) => hit.name)
}

const MJ = 'María José García Márquez'
const BILL = 'Bill Oakes'

test('each part finds the person it belongs to, alone and with others, in any order', async () => {
  const desk = await peopledDesk()
  const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
    // Names, from the middle of a name too.
    ['marquez', [MJ]],
    ['marquez maria', [MJ]],
    ['maria garcia marquez', [MJ]],
    ['garcia marquez maria', [MJ]],
    ['jose gar', [MJ]],
    ['bill', [BILL]],
    ['bill oak', [BILL]],
    ['william', [BILL]],
    // Telephone in any form, whole or its end.
    ['(847) 555-0123', [MJ]],
    ['847.555.0123', [MJ]],
    ['8475550123', [MJ]],
    ['+1 847 555 0123', [MJ]],
    ['555-0123', [MJ]],
    ['0123', [MJ]],
    ['3125559876', [BILL]],
    // Cards: the start, the end, a former one.
    ['21234000007070', [MJ]],
    ['7071', [BILL]],
    ['4411', [MJ]],
    ['OLD-4411', [MJ]],
    // E-mail, from its start; case makes no difference.
    ['mj.garcia@mail', [MJ]],
    ['oakes.family@WEB.example', [BILL]],
    // … and from each part of it.
    ['mj.garcia', [MJ]],
    ['garcia@', [MJ]],
    ['@mail', [MJ]],
    ['web.example', [BILL]],
    ['mail.example lin', []],
    // The front of a telephone number.
    ['847555', [MJ]],
    ['(847) 555', [MJ]],
    // A card as it is printed, in groups.
    ['2 1234 00000 7070', [MJ]],
    ['21234 0000 07071', [BILL]],
    // Towns, alone and with a name.
    ['openf', [BILL, MJ, 'Dana Lin']],
    ['lin openfields', ['Dana Lin']],
    ['openfields oakes', [BILL]],
    ['oakes elsewhere', []],
    // Streets, with or without number and points of the compass; accents and case make none.
    ['maple', [MJ]],
    ['maple st', [MJ]],
    ['412 maple', [MJ]],
    ['maple 412', [MJ]],
    ['412 n maple', [MJ]],
    ['412 main', ['Dana Lin']],
    ['elan boul', [BILL]],
    ['boulevard', [BILL]],
    ['n maple', [MJ]],
    ['n oakes', []],
    ['maple 4b', [MJ]],
    // Postal codes, alone and with a name.
    ['60601', [MJ, 'Dana Lin']],
    ['60601-1234', [MJ]],
    ['60601 lin', ['Dana Lin']],
    ['dana 60601', ['Dana Lin']],
    ['60622 garcia', []],
    // Birth dates in both forms, and with others.
    ['3/6/1971', [MJ]],
    ['1971-03-06', [MJ]],
    ['marquez 3/6/71', [MJ]],
    ['3/6/71 maple', [MJ]],
    ['lin 3/6/71', []],
    ['6 mar 1971', [MJ]],
    ['March 6, 1971', [MJ]],
    ['garcia 6 Mar 1971', [MJ]],
    ['19710306', [MJ]],
    ['1971', [MJ]],
    ['2015 oakes', [BILL]],
    ['3/6', [MJ]],
    ['11/25 bill', [BILL]],
    ['11/25 garcia', []],
    ['13/45', []],
    // All of it must fit.
    ['garcia 0123 maple', [MJ]],
    ['garcia 9876', []],
    ['555-0123 oakes', []],
    // A number that many have, with a word that is told apart by whatever else is known of a person.
    ['7070 jose', [MJ]],
    ['7070 oakes', []],
    ['7071 bill', [BILL]],
    ['0123 example', [MJ]],
    ['0123 ample', []],
    ['1971 maple', [MJ]],
    ['1971 main', []],
    ['3/6 openfields', [MJ]],
    ['11/25 maple', []],
    ['21234 elan', [BILL]],
    ['21234 openfields', [BILL, MJ, 'Dana Lin']],
    ['dana main', ['Dana Lin']],
    ['marquez openfields', [MJ]],
    ['mj.garcia@mail maple', [MJ]],
    ['mj.garcia@mail main', []],
  ]
  const found = await Promise.all(cases.map(async ([text]) => [text, (await find(desk, text)).toSorted()] as const))
  expect(found).toEqual(cases.map(([text, names]) => [text, names.toSorted()]))
})

test('a hit says enough to tell two people apart: card, birth date, age, street', async () => {
  const desk = await peopledDesk()
  const { hits } = await desk.ok('search.patrons', { text: 'oakes', limit: 5 })
  expect(hits[0]).toMatchObject({
    card_tail: '7071',
    born_on: 'November 25, 2015',
    age: 10,
    street: '18 Élan Boulevard',
    category: 'Resident adult',
  })
})

test('two words led by a given name come in the order of the alphabet, whatever is asked for', async () => {
  const surnames = ['Sabo', 'Sachs', 'Sadler', 'Sager', 'Salas', 'Salter', 'Sands', 'Santos', 'Sato', 'Sawyer']
  const desk = await peopledDesk((db) => {
    // The earlier the surname, the later the given name: led by given names, the first found are the last in order.
    const givens = ['Roberta', 'Robertina', 'Robertine', 'Roberto']
    let id = 100
    for (const [at, surname] of surnames.entries()) {
      const given = givens[Math.max(0, givens.length - 1 - at)] ?? 'Roberta'
      add(db, (id += 1), [surname, given, '', '1980-01-01', '', ''])
    }
  })
  for (const text of ['sa robert', 'robert sa']) {
    for (const limit of [1, 3, 5, 9]) {
      const names = await find(desk, text, limit)
      expect(names.map((name) => name.split(' ').at(-1))).toEqual(surnames.slice(0, limit))
    }
  }
})

test('so many that they are not all looked at still come in order', async () => {
  const desk = await peopledDesk((db) => {
    db.exec('BEGIN')
    for (let n = 0; n < 600; n += 1) {
      const surname = `S${String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26))}`
      add(db, 1000 + n, [surname, n < 20 ? 'Robertz' : 'Roberta', '', '1980-01-01', '', ''])
    }
    db.exec('COMMIT')
  })
  const names = await find(desk, 's robert', 3)
  expect(names).toEqual(['Robertz Saa', 'Robertz Sab', 'Robertz Sac'])
})

test('so many are born in a year that those with the name are looked at first', async () => {
  const desk = await peopledDesk((db) => {
    db.exec('BEGIN')
    for (let n = 0; n < 300; n += 1) add(db, 1000 + n, [`S${n}`, 'Roberta', '', '1971-01-01', '', ''])
    add(db, 2000, ['Zabel', 'Ada', '', '1971-12-31', '', ''])
    add(db, 2001, ['Zabel', 'Ida', '', '1972-01-01', '', ''])
    db.exec('COMMIT')
  })
  expect(await find(desk, '1971 zabel')).toEqual(['Ada Zabel'])
})

test('nobody who was erased is found by anything, and no key of theirs is left', async () => {
  const folder = testFolder()
  makeFiles(folder)
  await (await openDesk(folder)).station.close()
  const db = openFile(join(folder, REFERENCE_FILE), KEY)
  const keys = (): unknown => db.prepare('SELECT count(*) AS n FROM patron_key WHERE patron_id = 1').get()
  expect(keys()).not.toEqual({ n: 0 })
  const reference = new WriteHandle(db)
  loseKeys(reference, patronId(1), () => {
    for (const statement of ERASE_PATRON) reference.run(statement, { patron_id: patronId(1) })
  })
  expect(keys()).toEqual({ n: 0 })
  db.close()
})

describe('what is kept', () => {
  test.each([
    ['412 N. Maple Street', ['maple street', 'street', '412 maple street']],
    // A short word for street is kept whole.
    ['412 N. Maple St', ['maple street', 'street', '412 maple street']],
    ['412 Maple Blvd N', ['maple boulevard', 'boulevard', '412 maple boulevard']],
    ['412 N. Maple St, Apt 4B', ['maple street apt 4b', 'street apt 4b', 'apt 4b', '412 maple street 4b']],
    // … but a saint and a doctor are none.
    ['88 St. Charles Rd', ['st charles road', 'charles road', 'road', '88 st charles road']],
    ['N Dr King Dr', ['dr king drive', 'king drive', 'drive']],
    ['12 E Court St', ['court street', 'street', '12 court street']],
    ['North Avenue', ['north avenue', 'avenue']],
    ['1200 North Ave #3', ['north avenue 3', 'avenue 3', '1200 north avenue 3']],
    ['18½ 5th Avenue', ['18 1⁄2 5th avenue']],
    ['P.O. Box 12', ['p o box', 'o box', 'box', '12 p o box']],
    ['', []],
  ])('of the street %s', (street, keys) => {
    const kept = streetKeys(street)
    if (street.startsWith('18½')) expect(kept.some((key) => key.includes('5th avenue'))).toBe(true)
    else expect(kept).toEqual(keys)
  })

  test('nothing of what is empty', () => {
    const nobody = { surname_key: 'lin', given_key: '', preferred_given: '', phone: '', email: '' }
    expect(keysOfPatron(nobody)).toEqual([])
    expect(keysOfAddress({ street: '', city: '', region: '', postal_code: '' }, nobody)).toEqual([])
  })
})

test.each([
  ['12 N Oak', { words: ['oak'], compass: ['n'], short_numbers: ['12'] }],
  ['1200 north', { words: ['north'], compass: [], numbers: ['1200'] }],
  ['mar 6th, 1971 smith', { words: ['smith'], born_on: '1971-03-06' }],
  ['6 marquez 1971', { words: ['marquez'], born_on: null, numbers: ['1971'] }],
  ['25/12/1985', { born_on: '1985-12-25' }],
  ['6-Mar-1971', { born_on: '1971-03-06' }],
  ['sept. 6, 1971', { born_on: '1971-09-06' }],
  ['oak rd', { words: ['oak', 'road'] }],
  ['<Ana@Mail.example>', { email: 'ana@mail.example', words: [] }],
  ['mailto:ana@mail.example', { email: 'ana@mail.example', words: [] }],
  ['312.555.9876 x12', { phone: '3125559876', words: [], numbers: [] }],
  ['4/12/80 smith', { words: ['smith'], born_on: '1980-04-12' }],
  ['(847) 555-0123 smith', { words: ['smith'], phone: '8475550123' }],
  ['smith 60601 4821', { words: ['smith'], numbers: ['60601', '4821'], phone: '' }],
  ['5th avenue 12', { words: ['5th', 'avenue'], short_numbers: ['12'] }],
  ['+44 20 7946 0958', { phone: '442079460958', words: [] }],
])('%s is read', (text, expected) => {
  expect(readPeople(text, { today: localDate('2026-11-24'), order: dateOrder('en', 'en-US') })).toMatchObject(expected)
})

test.each([
  ['15/6/1985', { born_on: '1985-06-15' }],
  ['3/6/85 smith', { words: ['smith'], born_on: '1985-06-03' }],
  ['6/15/1985', { born_on: '1985-06-15' }],
  ['3/6', { birthday: '06-03' }],
  ['6 de marzo de 1971', { born_on: '1971-03-06', words: [] }],
  ['6 ago 1971', { born_on: '1971-08-06' }],
])('%s is read in Spanish, the day first', (text, expected) => {
  expect(readPeople(text, { today: localDate('2026-11-24'), order: dateOrder('es', 'en-US') })).toMatchObject(expected)
})
