/** The check of the journal knows who everybody is: what the reference file says otherwise of them is found out. */
import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { openStore } from '../../../main/store/store.ts'
import { cardNumber } from '../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../support/card-desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS } from '../support/small-library.ts'

const CARD = cardNumber('2123400050001', 'mod-10')
const NEW = `patron_id = (SELECT max(patron_id) FROM patron)`

/** Somebody new, and Dana with another e-mail address: of her only that is told. */
const OTHERWISE: readonly (readonly [what: string, sql: string])[] = [
  ['surname', `UPDATE patron SET surname = 'Lane' WHERE ${NEW}`],
  ['category_code', `UPDATE patron SET category_code = 'GUEST' WHERE ${NEW}`],
  ['expires_on', `UPDATE patron SET expires_on = '2040-01-01' WHERE ${NEW}`],
  ['unfit_on', `UPDATE patron SET unfit_on = '2028-01-01' WHERE ${NEW}`],
  ['address', `UPDATE patron_address SET street = '1 Other Street' WHERE ${NEW}`],
  ['address', `DELETE FROM patron_address WHERE ${NEW}`],
  ['cards', `UPDATE card SET status = 'lost' WHERE ${NEW}`],
  ['cards', `DELETE FROM card WHERE ${NEW}`],
  ['cards', `INSERT INTO card SELECT '21234000999999', patron_id, 'current' FROM patron WHERE ${NEW}`],
  ['email_bounced_on', `INSERT INTO patron_email_bounce SELECT patron_id, '2028-01-01' FROM patron WHERE ${NEW}`],
  ['pin', `INSERT INTO patron_pin SELECT patron_id, '01', '02', '2028-01-01' FROM patron WHERE ${NEW}`],
  ['email', `UPDATE patron SET email = 'other@lib.example' WHERE patron_id = 1`],
]

/** What the check says of a copy of the desk's files, changed behind its back. */
function problemsAfter(folder: string, sql: string, file: 'reference' | 'db' = 'reference'): readonly string[] {
  const copy = testFolder()
  cpSync(folder, copy, { recursive: true })
  const store = openStore(copy, KEY)
  try {
    store[file].db.exec(sql)
    return verifyJournal(store.db).problems.map((one) => one.says)
  } finally {
    store.close()
  }
}

test('what the file says otherwise of somebody registered or changed here is found out', async () => {
  const desk = await cardDesk()
  await desk.scan(CARDS.dana)
  const { typed } = registration(desk, { email: 'dana@lib.example' })
  const edited = { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'court-order' }
  await desk.ok('patron.edit', edited)
  await desk.ok('patron.register', registration(desk, {}, { barcode: CARD, another_because: 'relative' }))
  await desk.station.close()
  expect(problemsAfter(desk.folder, '')).toEqual([])
  for (const [what, sql] of OTHERWISE) {
    expect(problemsAfter(desk.folder, sql), sql).toEqual([
      expect.stringMatching(new RegExp(`patron \\d+ .*: ${what}$`)),
    ])
  }
})

test.each(['{', '{}', '{"v":1,"fields":{}}'])(
  'words that cannot be read are told, and the walk goes on: %s',
  async (text) => {
    const desk = await cardDesk()
    await desk.ok('patron.register', registration(desk, {}, { barcode: CARD }))
    await desk.station.close()
    const found = problemsAfter(desk.folder, `UPDATE personal SET text = '${text}'`, 'db')
    expect(found).toEqual(['the words beside this event cannot be read'])
  },
)
