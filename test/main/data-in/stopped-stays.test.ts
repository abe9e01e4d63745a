/** Whatever stops a card, or a patron, stays: in every order of files, in every form, at every desk. */
import { describe, expect, test } from 'vitest'
import { BASE, all, emptyReference, folderOf, one, takeIn, type Taken } from './importing.ts'

const OWN = (status: string): Readonly<Record<string, string>> => ({
  'cards.csv': `patron_id,barcode,status\n1,2901,${status}\n`,
})

function told({ report }: Taken): readonly string[] {
  return report.map(({ column, reason, outcome }) => `${column}: ${reason} (${outcome})`)
}

describe('a card that a file stopped, and another file says something else of', () => {
  test.each([
    ['current', 'lost', 'lost', 0],
    ['former', 'lost', 'lost', 0],
    ['lost', 'current', 'lost', 1],
    ['lost', 'former', 'lost', 1],
    ['lost', '', 'lost', 1],
    ['former', 'current', 'former', 1],
    ['current', 'former', 'former', 0],
    ['lost', 'lost', 'lost', 0],
  ])('first %s, then “%s”: %s, and %i told', async (first, then, expected, told_count) => {
    const db = emptyReference()
    await takeIn(folderOf({ ...BASE, ...OWN(first) }), db)
    const again = await takeIn(folderOf(OWN(then)), db)
    expect(one(db, `SELECT status FROM card WHERE barcode = '2901'`)).toBe(expected)
    expect(again.report.filter(({ column }) => column === 'status')).toHaveLength(told_count)
  })
})

const KOHA = (lost: string): Readonly<Record<string, string>> => ({
  'k.csv': `borrowernumber,cardnumber,surname,branchcode,categorycode,lost\n1,2901,Miller,MAIN,ADULT,${lost}\n`,
})
const EVERGREEN = (active: string): Readonly<Record<string, string>> => ({
  'cards.csv': `id,usr,barcode,active\n1,1,2901,${active}\n`,
})

test('a card lost in our own form stays lost after Koha’s, and one lost in Koha’s after our own', async () => {
  const db = emptyReference()
  await takeIn(folderOf({ ...BASE, ...OWN('lost') }), db)
  await takeIn(folderOf(KOHA('0')), db, { mapping: 'koha' })
  expect(all(db, 'SELECT barcode, status FROM card')).toEqual([{ barcode: '2901', status: 'lost' }])

  const other = emptyReference()
  await takeIn(folderOf({ ...BASE, ...OWN('current') }), other)
  await takeIn(folderOf(KOHA('1')), other, { mapping: 'koha' })
  await takeIn(folderOf(OWN('current')), other)
  expect(all(other, 'SELECT barcode, status FROM card')).toEqual([{ barcode: '2901', status: 'lost' }])
})

test('a lost card that went out in Evergreen’s form as not active lends nowhere', async () => {
  const db = emptyReference()
  await takeIn(folderOf({ ...BASE, ...OWN('current') }), db)
  await takeIn(folderOf(EVERGREEN('f')), db, { mapping: 'evergreen' })
  await takeIn(folderOf(EVERGREEN('t')), db, { mapping: 'evergreen' })
  expect(all(db, 'SELECT barcode, status FROM card')).toEqual([{ barcode: '2901', status: 'former' }])
})

test('somebody who is barred stays barred, and it is told', async () => {
  const db = emptyReference()
  const patrons = (is_barred: string): Readonly<Record<string, string>> => ({
    'patrons.csv': `patron_id,surname,category_code,branch_code,is_barred\n1,Miller,ADULT,MAIN,${is_barred}\n`,
  })
  await takeIn(folderOf({ ...BASE, ...patrons('yes') }), db)
  const again = await takeIn(folderOf(patrons('no')), db)
  expect(one(db, `SELECT is_barred FROM patron WHERE external_id = '1'`)).toBe(1)
  expect(told(again)).toHaveLength(1)
  expect(again.report[0]).toMatchObject({ column: 'is_barred', outcome: 'taken, changed' })
})

test('a bar is lifted by a file that is the authority for it, and it is told', async () => {
  const db = emptyReference()
  const patrons = (is_barred: string): Readonly<Record<string, string>> => ({
    'patrons.csv': `patron_id,surname,category_code,branch_code,is_barred\n1,Miller,ADULT,MAIN,${is_barred}\n`,
  })
  await takeIn(folderOf({ ...BASE, ...patrons('yes') }), db)
  const lifted = await takeIn(folderOf(patrons('no')), db, { authority: ['is_barred'] })
  expect(one(db, `SELECT is_barred FROM patron WHERE external_id = '1'`)).toBe(0)
  expect(lifted.result.status.beside_desk).toEqual([{ column: 'is_barred', kept_count: 0, won_count: 1 }])
})

test('an empty cell says that a card fits again only where the file is the authority for it', async () => {
  const db = emptyReference()
  const patrons = (unfit_on: string): Readonly<Record<string, string>> => ({
    'patrons.csv': `patron_id,surname,category_code,branch_code,unfit_on\n1,Miller,ADULT,MAIN,${unfit_on}\n`,
  })
  const unfit = (): unknown => one(db, `SELECT unfit_on FROM patron WHERE external_id = '1'`)
  await takeIn(folderOf({ ...BASE, ...patrons('2026-03-04') }), db)
  await takeIn(folderOf(patrons('')), db)
  expect(unfit()).toBe('2026-03-04')
  const fits = await takeIn(folderOf(patrons('')), db, { authority: ['unfit_on'] })
  expect(unfit()).toBeNull()
  expect(fits.result.status.beside_desk).toEqual([{ column: 'unfit_on', kept_count: 0, won_count: 1 }])
})

test('a card that anybody of any age would get without a choice is told, and one that is chosen is not', async () => {
  const cards = (rows: readonly string[]): Readonly<Record<string, string>> => ({
    'card_rules.csv': ['rule_code,category_code,standing_kind,age_min,given_kind', ...rows, ''].join('\n'),
  })
  const rows = ['A,ADULT,any,,', 'B,ADULT,any,18,', 'C,ADULT,any,,if-chosen', 'D,ADULT,resident,,']
  const { report } = await takeIn(folderOf({ ...BASE, ...cards(rows) }))
  const odd = report.filter(({ column }) => column === 'given_kind')
  expect(odd.map(({ line, outcome }) => [line, outcome])).toEqual([['2', 'to look at']])
})
