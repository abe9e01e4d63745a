/** Somebody who is erased is named beside nobody else's entries: no guardian of a child, no other person of a pair. */
import { expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { copyOf, exchange, expectRebuilt, start } from '../../support/reference-files.ts'

const CARDS = [1, 2, 3, 4, 5].map((number) => cardNumber(`212340005000${number}`, 'mod-10'))
const [GUARDIAN = '', CHILD = '', LATER = '', FREE = '', LIKE = ''] = CARDS
const NAMES = { surname: 'Quagmire', given: 'Zebulon' }

async function openCard(desk: TestDesk, barcode: string): Promise<number> {
  await desk.ok('desk.finish', {})
  return (await desk.scan(barcode)).patron?.patron_id ?? 0
}

const child = (desk: TestDesk, given: string, barcode: string, family_of: number | null) =>
  desk.ok(
    'patron.register',
    // A guardian who is typed stays: of the family it is left to the account.
    registration(
      desk,
      { given, born_on: '2016-05-04', guardian: family_of === null ? 'A friend' : '' },
      { barcode, family_of },
    ),
  )

/** One child by the family, one linked later, one linked and free again, and somebody who is told apart from them. */
async function family(desk: TestDesk): Promise<number> {
  await desk.ok('patron.register', registration(desk, { ...NAMES, born_on: '1950-01-01' }, { barcode: GUARDIAN }))
  const guardian = await openCard(desk, GUARDIAN)
  await child(desk, 'Mia', CHILD, guardian)
  await desk.ok('desk.finish', {})
  for (const [given, barcode] of [
    ['Leo', LATER],
    ['Ida', FREE],
  ] as const) {
    await child(desk, given, barcode, null)
    await desk.ok('guardian.link', { commandId: desk.id(), barcode: GUARDIAN })
  }
  await desk.ok('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })
  await desk.ok('desk.finish', {})
  const like = registration(desk, { surname: 'Other', phone: '', email: '' }, { barcode: LIKE })
  await desk.ok('patron.register', { ...like, another_because: 'checked' })
  await desk.ok('patron.compare', { patron_id: null, barcode: GUARDIAN })
  await desk.ok('patron.tell-apart', { commandId: desk.id(), other_patron_id: guardian })
  return guardian
}

/** Erases the guardian, of whom these are no children any more. */
async function erase(desk: TestDesk, children: readonly string[]): Promise<void> {
  for (const barcode of children) {
    await openCard(desk, barcode)
    await desk.ok('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })
  }
  await openCard(desk, GUARDIAN)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: GUARDIAN.slice(-4) })
}

test('as long as they answer for a child they are not erased, and nothing is recorded', async () => {
  const desk = await cardDesk()
  await family(desk)
  await openCard(desk, GUARDIAN)
  const before = (await desk.ok('journal.verify', {})).events_count
  const answer = await desk.call('privacy.erase', { commandId: desk.id(), card_tail: GUARDIAN.slice(-4) })
  expect(answer).toMatchObject({ code: 'erase-is-guardian' })
  expect((await desk.ok('journal.verify', {})).events_count).toBe(before)
})

/** Every row of both files in which these words stand. */
function rowsSaying(desk: TestDesk, words: RegExp): Promise<readonly string[]> {
  return readClosed(desk, (all) => {
    const tables = ['main', 'ref'].flatMap((file) =>
      all(`SELECT name FROM ${file}.sqlite_master WHERE type = 'table'`).map((row) => `${file}.${String(row['name'])}`),
    )
    const rows = tables.flatMap((table) =>
      all(`SELECT * FROM ${table}`).map((row) => `${table} ${JSON.stringify(row)}`),
    )
    return rows.filter((row) => words.test(row))
  })
}

test('nothing of both files names them, and under a reference file of before no child has them back', async () => {
  const fresh = await cardDesk()
  const before = await copyOf(fresh)
  const desk = await rosaAt(await fresh.reopen())
  const guardian = await family(desk)
  await erase(desk, [CHILD, LATER])
  const named = new RegExp(
    `Quagmire|Zebulon|distinct_patron_id\\W+${guardian}\\b|guardian_patron_id\\W+${guardian}\\b`,
    'i',
  )
  expect(await rowsSaying(desk, named)).toEqual([])
  await expectRebuilt(desk)
  exchange(desk, before)
  await start(desk)
  expect(await rowsSaying(desk, named)).toEqual([])
})

test('the undoing of a child’s merge gives no erased guardian back', async () => {
  const desk = await cardDesk()
  const guardian = await family(desk)
  const former = await openCard(desk, LATER)
  await openCard(desk, CHILD)
  await desk.ok('patron.compare', { patron_id: null, barcode: LATER })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: former, turned: [] })
  const merge = (await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.row_id
  expect(merge).toBeDefined()
  await erase(desk, [CHILD])
  expect(await rowsSaying(desk, new RegExp(`Quagmire|Zebulon|guardian_patron_id\\W+${guardian}\\b`, 'i'))).toEqual([])
})

test('nor does the form of a child who was linked to them later, where their name was typed', async () => {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, { ...NAMES, born_on: '1950-01-01' }, { barcode: GUARDIAN }))
  await desk.ok('desk.finish', {})
  const typed = { given: 'Mia', born_on: '2016-05-04', guardian: 'zebulon  QUAGMIRE' }
  await desk.ok('patron.register', registration(desk, typed, { barcode: CHILD }))
  await desk.ok('desk.finish', {})
  await desk.ok('patron.register', registration(desk, { ...typed, given: 'Leo' }, { barcode: LATER }))
  await desk.ok('guardian.link', { commandId: desk.id(), barcode: GUARDIAN })
  await openCard(desk, CHILD)
  await desk.ok('guardian.link', { commandId: desk.id(), barcode: GUARDIAN })
  await openCard(desk, GUARDIAN)
  const renamed = { ...registration(desk, { ...NAMES, given: 'Zeb', born_on: '1950-01-01' }).typed }
  await desk.ok('patron.edit', { commandId: desk.id(), typed: renamed, category_code: 'ADULT', name_proof: 'spelling' })
  await erase(desk, [CHILD, LATER])
  expect(await rowsSaying(desk, /Quagmire|Zebulon/i)).toEqual([])
  await expectRebuilt(desk)
})

test('a namesake whose number begins as the guardian’s is erased, and the child keeps its guardian', async () => {
  const maria = (id: number, barcode: string): readonly string[] => [
    `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
      surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)
      VALUES (${id}, 'o${id}', 'ADULT', 'MAPLE', 'Vega', 'Maria', '', 'vega', 'maria', '1980-05-05', '2027-01-01', '',
      '', '', '', 0, 1)`,
    `INSERT INTO card VALUES ('${barcode}', ${id}, 'current')`,
  ]
  const desk = await cardDesk(false, [...maria(80, LIKE), ...maria(801, GUARDIAN)])
  await desk.scan(GUARDIAN)
  await child(desk, 'Mia', CHILD, 801)
  await openCard(desk, LIKE)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: LIKE.slice(-4) })
  expect(
    await rowsSaying(desk, /guardian_patron_id\W+801\b.*Maria Vega|Maria Vega.*guardian_patron_id\W+801\b/),
  ).toEqual(expect.arrayContaining([expect.stringMatching(/^main\.personal /)]))
})
