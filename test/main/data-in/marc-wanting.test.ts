/** What a MARC record wants is told as what it is, with what tells the record; and nothing is lost that need not be. */
import { expect, test } from 'vitest'
import { BASE, folderOf, one, reasons, takeIn } from './importing.ts'
import { iso2709, type Field } from './made-marc.ts'

const EMMA: Field = ['245', '10$aEmma']

const out: readonly (readonly [what: string, fields: readonly Field[], reason: string])[] = [
  ['a number of blanks', [['001', '  '], EMMA], '001: is empty; the title is “Emma”'],
  ['neither number nor title', [['100', '1 $aNobody']], '001: is absent'],
  [
    'a title of blanks',
    [
      ['001', 'b9'],
      ['245', '10$a $cNobody'],
    ],
    '245: is empty; the number is “b9”',
  ],
  ['a title that could open a drawer', [['245', '10$aEm\u001bma']], '001: is absent; the title is “Emma”'],
]
test.each(out)('%s is told as what it is', async (_what, fields, reason) => {
  const { report } = await takeIn(folderOf({ 'a.mrc': iso2709(fields) }))
  expect(reasons(report, 'a.mrc')).toEqual([`1 ${reason}`])
})

test('a number with blanks around it and marks inside is the number without them', async () => {
  const { db, report } = await takeIn(folderOf({ 'a.mrc': iso2709([['001', ' b\u00017 '], EMMA]) }))
  expect(one(db, 'SELECT external_id FROM title')).toBe('b7')
  expect(reasons(report, 'a.mrc', 'taken, changed')).toEqual(['1 001: control characters were removed'])
})

const elsewhere: readonly (readonly [tag: string, fields: readonly Field[]])[] = [
  [
    '246',
    [
      ['240', '10$aOpera'],
      ['246', '30$aEmma /'],
    ],
  ],
  [
    '240',
    [
      ['130', ' 0$aOpera'],
      ['240', '10$aEmma.'],
    ],
  ],
  ['130', [['130', ' 0$aEmma']]],
]
test.each(elsewhere)('a record without a 245 has the title of %s, and that is told', async (tag, fields) => {
  const { db, report } = await takeIn(folderOf({ 'a.mrc': iso2709([['001', 'b7'], ...fields]) }))
  expect(one(db, 'SELECT title FROM title')).toBe('Emma')
  expect(reasons(report, 'a.mrc', 'taken, changed')).toEqual([`1 245: is absent; the title is of ${tag}`])
})

test('an item without a barcode, and the items of a record that was left out, are told as such', async () => {
  const records = [
    iso2709([['001', 'x'], EMMA, ['952', '  $aMAIN$yBOOK'], ['952', '  $aMAIN$p $yBOOK']]),
    iso2709([EMMA, ['952', '  $aMAIN$p31234000000031$yBOOK']]),
    iso2709([
      ['001', 'y'],
      ['952', '  $aMAIN$p31234000000049$yBOOK'],
    ]),
  ]
  const columns = { barcode: 'p', item_type_code: 'y', home_branch_code: 'a' }
  const json = JSON.stringify({ items: { tag: '952', columns } })
  const { report } = await takeIn(folderOf({ ...BASE, 'a.mrc': Buffer.concat(records), 'marc.json': json }))
  expect(reasons(report, 'a.mrc')).toEqual([
    '1 952$p: is absent',
    '1 952$p: is empty',
    '2 001: is absent; the title is “Emma”',
    '2 title_id: belongs to a record that was left out',
    '3 245: is absent; the number is “y”',
    '3 title_id: belongs to a record that was left out',
  ])
})
