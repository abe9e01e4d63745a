/** Links of a guardian and of family, under a reference file from before the other person was in it. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { copyOf, exchange, expectRebuilt, settled, start } from '../../support/reference-files.ts'

const MARIA_CARD = cardNumber('2123400050001', 'mod-10')

const person = (id: number, given: string, born_on: string): string =>
  `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
    surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)
    VALUES (${id}, 'o${id}', 'ADULT', 'MAPLE', 'Vega', '${given}', '', 'vega', '${given.toLowerCase()}',
    '${born_on}', '2027-01-01', '', '', '', '', 0, 1)`
const MARIA = person(801, 'Maria', '1980-05-05')
const MARIAS_CARD = `INSERT INTO card VALUES ('${MARIA_CARD}', 801, 'current')`
const LEO = 802

const withBoth = (born_on: string) => cardDesk(false, [MARIA, MARIAS_CARD, person(LEO, 'Leo', born_on)])

function inFile(path: string, ...lines: readonly string[]): void {
  const db = openFile(path, KEY)
  for (const sql of lines) db.exec(sql)
  db.close()
}

/** The desk works, what it did is settled, and the file is one without Maria; then the library's data has her again. */
async function throughOlderFile(
  desk: TestDesk,
  work: (at: TestDesk) => Promise<unknown>,
  without: (at: TestDesk) => Promise<unknown> = () => Promise.resolve(),
): Promise<TestDesk> {
  const before = await copyOf(desk)
  inFile(before, `DELETE FROM card WHERE patron_id = 801`, 'DELETE FROM patron WHERE patron_id = 801')
  const at = await rosaAt(await desk.reopen())
  await at.ok('desk.open-patron', { patron_id: LEO })
  await work(at)
  await settled(at)
  exchange(at, before)
  await start(at)
  await settled(at)
  const open = await rosaAt(await at.reopen())
  await open.ok('desk.open-patron', { patron_id: LEO })
  await without(open)
  await settled(open)
  inFile(join(open.folder, REFERENCE_FILE), MARIA, MARIAS_CARD)
  await start(open)
  await settled(open)
  return open
}

async function leo(desk: TestDesk): Promise<unknown> {
  const people = (await start(desk))['people'] ?? []
  return people.map((row) => JSON.parse(row) as Record<string, unknown>).find(({ patron_id }) => patron_id === LEO)
}

const guardian = (at: TestDesk) => at.ok('guardian.link', { commandId: at.id(), barcode: MARIA_CARD })
const family = (at: TestDesk) => at.ok('family.link', { commandId: at.id(), barcode: MARIA_CARD })
const renamed = (at: TestDesk, surname: string, named = 'Maria Vega') => {
  const { typed } = registration(at, { surname, given: 'Leo', born_on: '2015-03-06', guardian: named })
  const edit = { commandId: at.id(), typed, category_code: 'ADULT', name_proof: 'spelling' }
  return at.ok('patron.edit', edit)
}

describe('once the other person is in the file again', () => {
  test('a guardian answers for the child', async () => {
    const desk = await throughOlderFile(await withBoth('2015-03-06'), guardian)
    expect(await leo(desk)).toMatchObject({ guardian_patron_id: 801 })
    await expectRebuilt(desk)
  })

  test('two who were linked are family', async () => {
    const desk = await throughOlderFile(await withBoth('1990-03-06'), family)
    expect(await leo(desk)).toMatchObject({ family_patron_id: 801 })
    await expectRebuilt(desk)
  })

  test('a guardianship that was ended meanwhile stays ended', async () => {
    const desk = await throughOlderFile(await withBoth('2015-03-06'), async (at) => {
      await guardian(at)
      await at.ok('guardian.end', { commandId: at.id() })
    })
    expect(await leo(desk)).toMatchObject({ guardian_patron_id: null })
    await expectRebuilt(desk)
  })

  test('what was changed after the link stays changed', async () => {
    const work = async (at: TestDesk) => {
      await renamed(at, 'Vega-Lopez', '')
      await guardian(at)
      await renamed(at, 'Lopez')
    }
    const desk = await throughOlderFile(await withBoth('2015-03-06'), work, (at) => renamed(at, 'Lopez-Ruiz'))
    expect(await leo(desk)).toMatchObject({ guardian_patron_id: 801, surname: 'Lopez-Ruiz' })
    await expectRebuilt(desk)
  })
})
