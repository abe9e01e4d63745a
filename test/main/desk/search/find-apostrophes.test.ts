/** People whose name, street or town has an apostrophe, found in each form that it is written in. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import { nameKey } from '../../../../shared/catalog/fold.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'

const PEOPLE = [
  ['O’Brien', 'Kathy', '12 rue de l’Église', 'Coeur d’Alene'],
  ['D´Angelo', 'Rosa', '7 Route de l‘Aigle', 'L’Ancienne-Lorette'],
  ['N’Diaye', 'Marie', '9 St. Mary’s Road', 'D’Iberville'],
] as const

async function deskOf(): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  const db = openFile(join(folder, REFERENCE_FILE), KEY)
  // Keys are made at the start where there are none.
  db.exec('DELETE FROM patron_key')
  for (const [at, [surname, given, street, city]] of PEOPLE.entries()) {
    const id = 21 + at
    db.prepare(
      `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
       surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)
       VALUES (?, ?, 'ADULT', 'MAPLE', ?, ?, '', ?, ?, NULL, NULL, '', '', '', 'en', 0, 1)`,
    ).run(id, `x${id}`, surname, given, nameKey(surname), nameKey(given))
    db.prepare(`INSERT INTO patron_address VALUES (?, 1, 'home', ?, ?, 'ID', '83814', 1)`).run(id, street, city)
  }
  db.close()
  const desk = await openDesk(folder)
  await rosaAt(desk)
  return desk
}

test.each([
  ['Kathy O’Brien', ['obrien', 'o brien', "o'brien", 'o`brien', 'brien kathy', 'kathy o brien']],
  [
    'Kathy O’Brien',
    ['eglise', "l'eglise", 'leglise', 'l eglise', 'rue de l eglise', '12 rue de l’église', 'obrien eglise'],
  ],
  ['Kathy O’Brien', ['alene', 'coeur dalene', "coeur d'alene", 'coeur d alene', 'obrien alene']],
  ['Rosa D´Angelo', ['dangelo', 'd angelo', 'd’angelo', 'angelo', 'angelo rosa', 'aigle', 'l aigle', 'ancienne']],
  ['Marie N’Diaye', ['ndiaye', "n'diaye", 'n diaye', 'diaye', 'marys road', 'mary road', 'iberville', 'd iberville']],
])('%s', async (name, typed) => {
  const desk = await deskOf()
  const missed: string[] = []
  for (const text of typed) {
    const { hits } = await desk.ok('search.patrons', { text, limit: 12 })
    if (!hits.some((hit) => hit.name === name)) missed.push(text)
  }
  expect(missed).toEqual([])
})
