/** Guardians and families come in with the library's data; a link that no desk would make is refused at its row. */
import { expect, test } from 'vitest'
import type { Database } from '../../../main/store/files/open-edge.ts'
import type { LossLine } from '../../../shared/import/mapping/loss-line.ts'
import { all, BASE, emptyReference, folderOf, reasons, takeIn } from './importing.ts'

const HEAD = 'patron_id,surname,category_code,branch_code,born_on,guardian_id,family_id,family_group'
const ADULT = '1980-05-05'
const CHILD = '2019-03-03'

const fileOf = (rows: readonly string[]): string =>
  [HEAD, ...rows.map((row) => row.replace(' ', ',Reyes,ADULT,MAIN,')), ''].join('\n')

/** "child guardian family", by number; nobody: "-". */
function links(db: Database): readonly string[] {
  const found = all(
    db,
    `SELECT p.external_id AS own, coalesce(g.external_id, '-') AS guardian, coalesce(f.external_id, '-') AS family
      FROM patron AS p LEFT JOIN patron AS g ON g.patron_id = p.guardian_patron_id
      LEFT JOIN patron AS f ON f.patron_id = p.family_patron_id
      WHERE g.patron_id IS NOT NULL OR f.patron_id IS NOT NULL ORDER BY 1`,
  ) as readonly Record<'own' | 'guardian' | 'family', string>[]
  return found.map(({ own, guardian, family }) => `${own} ${guardian} ${family}`)
}

const takeRows = (rows: readonly string[], db = emptyReference()) =>
  takeIn(folderOf({ ...BASE, 'patrons.csv': fileOf(rows) }), db)

test('a guardian and one of the family may be further down than who names them', async () => {
  const { db, report } = await takeRows([`c ${CHILD},m,,`, `a ${ADULT},,m,`, `m ${ADULT},,,`])
  expect(links(db)).toEqual(['a - m', 'c m -'])
  expect(reasons(report, 'patrons.csv', 'taken, changed')).toEqual([])
})

test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
  ['nobody of that number', [`c ${CHILD},nobody,,`], ['2 guardian_id: unknown patron; imported as empty'], []],
  ['themselves', [`c ${CHILD},c,,`], ['2 guardian_id: is the patron’s own number; imported as empty'], []],
  [
    'a child',
    [`c ${CHILD},k,,`, `k ${CHILD},,,`],
    ['2 guardian_id: is a child’s, and a guardian is 18 or older; imported as empty'],
    [],
  ],
  [
    'each other',
    [`a ${ADULT},b,,`, `b ${ADULT},a,,`],
    [2, 3].map(
      (line) =>
        `${line} guardian_id: is refused, since the two answer for each other, directly or by others; ` +
        'imported as empty',
    ),
    [],
  ],
  [
    'each other, by a third',
    [`a ${ADULT},b,,`, `b ${ADULT},c,,`, `c ${ADULT},a,,`],
    [2, 3, 4].map(
      (line) =>
        `${line} guardian_id: is refused, since the two answer for each other, directly or by others; ` +
        'imported as empty',
    ),
    [],
  ],
  [
    'a guardian who has a guardian',
    [`b ${ADULT},a,,`, `c ${CHILD},b,,`, `a ${ADULT},,,`],
    ['2 guardian_id: is refused, since this patron is a guardian; imported as empty'],
    ['c b -'],
  ],
  [
    'a child who is another one’s ward',
    [`c ${CHILD},k,,`, `k ${CHILD},m,,`, `m ${ADULT},,,`],
    ['2 guardian_id: is a child’s, and a guardian is 18 or older; imported as empty'],
    ['k m -'],
  ],
  ['no family of that number', [`a ${ADULT},,nobody,`], ['2 family_id: unknown patron; imported as empty'], []],
  ['family of themselves', [`a ${ADULT},,a,`], ['2 family_id: is the patron’s own number; imported as empty'], []],
])('%s: the link is refused at its row, and the patron is in', async (_, rows, told, made) => {
  const { db, report, result } = await takeRows(rows)
  expect(reasons(report, 'patrons.csv', 'taken, changed').toSorted()).toEqual(told.toSorted())
  expect(reasons(report, 'patrons.csv')).toEqual([])
  expect(links(db)).toEqual(made)
  expect(result.status.files.find(({ file }) => file === 'patrons.csv')?.imported_count).toBe(rows.length)
})

test('those of one group are one family; a file without the columns takes no link back', async () => {
  const rows = [`a ${ADULT},,,g1`, `b ${ADULT},,,g1`, `c ${CHILD},a,,g1`, `d ${ADULT},,,g2`]
  const { db } = await takeRows(rows)
  expect(links(db)).toEqual(['b - a', 'c a a'])
  const plain = 'patron_id,surname,category_code,branch_code\nb,Reyes,ADULT,MAIN\nc,Reyes,ADULT,MAIN\n'
  await takeIn(folderOf({ 'patrons.csv': plain }), db)
  expect(links(db)).toEqual(['b - a', 'c a a'])
  await takeRows([`c ${CHILD},,,`], db)
  expect(links(db)).toEqual(['b - a', 'c - a'])
})

const lossOf = (losses: readonly LossLine[], column: string): readonly number[] => {
  const line = losses.find((one) => one.column === column)
  return line
    ? [line.filled_count, line.carried_count, line.changed_count, line.dropped_count, line.left_out_count]
    : []
}

async function mapped(mapping: 'koha' | 'evergreen', files: Readonly<Record<string, string>>, db = emptyReference()) {
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(folderOf(base), db)
  return takeIn(folderOf(files), db, { mapping })
}

test('a guarantor of Koha goes by borrowernumber, also where the card is here under another number', async () => {
  const head =
    'borrowernumber,cardnumber,surname,branchcode,categorycode,dateofbirth,guarantor_id,guarantor_relationship'
  const who = (number: string, card: string, born: string, guarantor: string): string =>
    `${number},${card},Luna,MAIN,ADULT,${born},${guarantor},${guarantor === '' ? '' : 'mother'}`
  const db = emptyReference()
  const own = {
    'patrons.csv': `${HEAD}\nown-1,Luna,ADULT,MAIN,${ADULT},,,\n`,
    'cards.csv': 'patron_id,barcode\nown-1,2902\n',
  }
  await takeIn(folderOf({ ...BASE, ...own }), db)
  const rows = [
    who('51', '2901', CHILD, '52'),
    who('52', '2902', ADULT, ''),
    who('53', '2903', CHILD, '99'),
    who('54', '2904', CHILD, '51'),
    `55,2905,Ragged,NOWHERE,ADULT,${CHILD},52,mother`,
  ]
  const { result, report } = await mapped('koha', { 'borrowers.csv': [head, ...rows, ''].join('\n') }, db)
  expect(links(db)).toEqual(['51 own-1 -'])
  expect(reasons(report, 'borrowers.csv', 'taken, changed')).toEqual([
    '4 guarantor_id: unknown patron; imported as empty',
    '5 guarantor_id: is a child’s, and a guardian is 18 or older; imported as empty',
  ])
  expect(lossOf(result.status.losses, 'guarantor_id')).toEqual([4, 1, 0, 2, 1])
  expect(lossOf(result.status.losses, 'guarantor_relationship')).toEqual([4, 0, 0, 3, 1])
})

test('a group of Evergreen is a family, and one of one patron says nothing', async () => {
  const head = 'id,family_name,profile,home_ou,usrgroup,master_account'
  const rows = ['1,Sato,ADULT,MAIN,901,1', '2,Sato,ADULT,MAIN,901,0', '3,Luna,ADULT,MAIN,903,1', '4,X,ADULT,NO,901,0']
  const { db, result } = await mapped('evergreen', { 'patrons.csv': [head, ...rows, ''].join('\n') })
  expect(links(db)).toEqual(['2 - 1'])
  expect(lossOf(result.status.losses, 'usrgroup')).toEqual([4, 2, 0, 1, 1])
})
