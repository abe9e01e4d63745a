/** MARC records without a number: which field would serve is offered, chosen in one step, and remembered. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeWithSharedData } from '../../support/shared-data.ts'
import type { Act, PageView } from '../../../shared/desk/page.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { rosaAt, type TestDesk, workingDesk } from '../support/desk.ts'
import { pageFaults } from '../support/page-acts.ts'
import { BASE, counts, folderOf, one, reasons, takeIn } from './importing.ts'
import { iso2709, type Field } from './made-marc.ts'

const record = (...fields: readonly Field[]): Buffer => iso2709(fields)
const titled = (title: string): Field => ['245', `10$a${title}`]

const NUMBERED = record(['001', 'b1'], ['003', 'ABC'], titled('Dune'))
const EMMA = record(['020', '  $a0-14-143958-0 (pbk.)'], ['035', '  $a(OCoLC)1'], titled('Emma'))
const KIM = record(['010', '  $a   42000123 '], ['035', '  $a(OCoLC)2'], titled('Kim'))
const BARE = record(titled('Bare'))
const MIXED = Buffer.concat([NUMBERED, EMMA, KIM, BARE])

const titlesOf = (db: Parameters<typeof one>[0]): unknown =>
  one(db, "SELECT group_concat(external_id || ' ' || title, ', ') FROM (SELECT * FROM title ORDER BY title)")

test('what has none is told with its title, and the places that would serve are counted', async () => {
  const { db, report, result, summary } = await takeIn(folderOf({ 'a.mrc': MIXED }))
  expect(counts(result)).toEqual({ 'a.mrc': '4 = 1 + 3' })
  expect(result.status.numberless_count).toBe(3)
  expect(result.status.number_offers.map(({ place, records_count }) => [place, records_count])).toEqual([
    ['035a', 2],
    ['010a', 1],
    ['020a', 1],
  ])
  expect(reasons(report, 'a.mrc')).toEqual([
    '2 001: is absent; the title is “Emma”',
    '3 001: is absent; the title is “Kim”',
    '4 001: is absent; the title is “Bare”',
  ])
  expect(summary).toContain('035$a')
  expect(titlesOf(db)).toBe('b1 Dune')
})

test('with a place chosen they are taken, the rest is told, and taken in again nothing is there twice', async () => {
  const folder = folderOf({ 'a.mrc': MIXED })
  const { db, result } = await takeIn(folder, undefined, { number_from: ['035a'] })
  expect(titlesOf(db)).toBe('b1 Dune, (OCoLC)1 Emma, (OCoLC)2 Kim')
  expect(result.status).toMatchObject({ numberless_count: 1, number_offers: [] })
  const again = await takeIn(folder, db, { number_from: ['035a'] })
  expect(counts(again.result)).toEqual({ 'a.mrc': '4 = 3 + 1' })
  expect(one(db, 'SELECT count(*) FROM title')).toBe(3)
  expect(reasons(again.report, 'a.mrc')).toEqual(['4 001 or 035$a: is absent; the title is “Bare”'])
})

test('an ISBN is a number without its hyphens, one of the Library of Congress without its blanks', async () => {
  const { db } = await takeIn(folderOf({ 'a.mrc': MIXED }), undefined, { number_from: ['020a', '010a'] })
  expect(titlesOf(db)).toBe('b1 Dune, 9780141439587 Emma, 42000123 Kim')
})

const served: readonly (readonly [what: string, records: readonly Buffer[], offers: readonly unknown[]])[] = [
  [
    'a number that two records share is one title',
    [EMMA, record(['035', '  $a(OCoLC)1'], titled('Emma too')), KIM],
    [
      ['035a', 2],
      ['010a', 1],
      ['020a', 1],
    ],
  ],
  [
    'a number that a title has already would put one title in the place of another',
    [NUMBERED, record(['035', '  $ab1'], titled('Other'))],
    [],
  ],
  [
    'the barcode of an item tells its record',
    [record(['952', '  $p31234000000015'], titled('A')), record(['952', '  $p31234000000023'], titled('B'))],
    [['952p', 2]],
  ],
  [
    'a local field where no known one serves all',
    [record(['035', '  $a1'], ['996', '  $z x7'], titled('A')), record(['996', '  $zx8'], titled('B'))],
    [
      ['996z', 2],
      ['035a', 1],
    ],
  ],
  [
    'no local field where a known one does',
    [
      record(['035', '  $a1'], ['996', '  $zx7'], titled('A')),
      record(['035', '  $a2'], ['996', '  $zx8'], titled('B')),
    ],
    [['035a', 2]],
  ],
  [
    'every known field that numbers all of them, however many',
    ['1', '2'].map((nth) =>
      record(
        ['035', `  $a${nth}`],
        ['901', `  $c1${nth}`],
        ['907', `  $a.b${nth}`],
        ['991', `  $a2${nth}`],
        ['999', `  $c3${nth}`],
        titled(nth),
      ),
    ),
    [
      ['035a', 2],
      ['901c', 2],
      ['999c', 2],
      ['907a', 2],
      ['991a', 2],
    ],
  ],
  ['an authority record wants no number', [iso2709([['035', '  $a1'], titled('X')], 'a', 'z ')], []],
]
test.each(served)('%s', async (_what, records, offers) => {
  const { result } = await takeIn(folderOf({ 'a.mrc': Buffer.concat(records) }))
  expect(result.status.number_offers.map(({ place, records_count }) => [place, records_count])).toEqual(offers)
})

test('a file that is left out whole offers nothing', async () => {
  const cut = Buffer.concat([EMMA, KIM]).subarray(0, EMMA.length + 40)
  const { result } = await takeIn(folderOf({ 'a.mrc': cut }))
  expect(result.status).toMatchObject({ numberless_count: 0, number_offers: [] })
})

test('numbers of several agencies are told apart by 003 with 001', async () => {
  const other = record(['001', 'b1'], ['003', 'XYZ'], titled('Kim'))
  const files = { 'a.mrc': Buffer.concat([NUMBERED, other]), 'marc.json': '{"title_id":["003+001"]}' }
  const { db } = await takeIn(folderOf(files))
  expect(titlesOf(db)).toBe('ABC b1 Dune, XYZ b1 Kim')
})

type Status = Output<'import.status'>

async function ended(desk: TestDesk): Promise<Status> {
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk.ok('import.status', {})
}

async function page(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  const view = must(snapshot.page, 'the page of data')
  expect(pageFaults(view)).toEqual([])
  return view
}

const numbering = (view: PageView): Act | undefined => view.acts.find((act) => act.key === 'N')

const FILES = {
  'a.mrc': Buffer.concat([EMMA, KIM]),
  'items.csv': 'barcode,title_id,item_type_code,home_branch_code\n31234000090018,(OCoLC)2,BOOK,MAPLE\n',
}

test('at the desk: chosen in one step on the page, and its items come with it', async () => {
  const desk = await workingDesk()
  const folder = folderOf(FILES)
  const start = async (more: object = {}): Promise<Status> => {
    await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [], ...more })
    return ended(desk)
  }
  expect((await start()).files.map((file) => file.imported_count)).toEqual([0, 0])
  const act = must(numbering(await page(desk)), 'the act that numbers them')
  const [place] = act.asks
  expect([place?.name, place?.value, place?.options.map((option) => option.value)]).toEqual([
    'number_from',
    '035a',
    ['035a', '010a', '020a'],
  ])
  const status = await start({ ...act.call.input, number_from: place?.value })
  expect(status.files.map((file) => [file.imported_count, file.rejected_count])).toEqual([
    [2, 0],
    [1, 0],
  ])
  expect(numbering(await page(desk))).toBeUndefined()
})

test('what was chosen is remembered over a restart, added to, and forgotten by an empty list', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'a.mrc': Buffer.concat([EMMA, record(['024', '  $a7'], titled('Map'))]) })
  const taken = async (at: TestDesk, more: object): Promise<unknown> => {
    await at.ok('import.start', { commandId: at.id(), folder, accept_findings: [], ...more })
    return (await ended(at)).files.map((file) => file.imported_count)
  }
  expect(await taken(desk, { number_from: '035a' })).toEqual([1])
  const next = await desk.reopen()
  await rosaAt(next)
  expect(await taken(next, {})).toEqual([1])
  expect(await taken(next, { number_from: '024a' })).toEqual([2])
  expect(await taken(next, {})).toEqual([2])
  expect(await taken(next, { number_from: [] })).toEqual([0])
  const { hits } = await next.ok('search.titles', { text: 'emma', limit: 5 })
  expect(hits.map((hit) => hit.title)).toEqual(['Emma'])
})

test.each(['35a', '035$a', '', 'x'.repeat(50)])('no place of a record: %j', async (number_from) => {
  const desk = await workingDesk()
  const input = { commandId: desk.id(), folder: folderOf(BASE), accept_findings: [], number_from }
  expect((await desk.station.handle({ id: 1, method: 'import.start', input })).result.kind).toBe('bad-input')
})

describeWithSharedData('MARC files with records that have no number', (data) => {
  test.each([
    ['oss.marc', 42, 28, 14],
    ['jazz_1k.mrc', 1000, 999, 1],
  ])(
    '%s: every record that an offer counts is taken with it, and no title is there twice',
    async (name, all, numbered, wanting) => {
      const folder = folderOf({})
      copyFileSync(join(data, 'marc', name), join(folder, name))
      const first = await takeIn(folder)
      expect(counts(first.result)).toEqual({ [name]: `${all} = ${numbered} + ${wanting}` })
      const { number_offers } = first.result.status
      for (const { place, records_count } of number_offers) {
        const { result, db } = await takeIn(folder, undefined, { number_from: [place] })
        expect(counts(result)).toEqual({ [name]: `${all} = ${numbered + records_count} + ${wanting - records_count}` })
        await takeIn(folder, db, { number_from: [place] })
        expect(one(db, 'SELECT count(*) FROM title')).toBe(numbered + records_count)
      }
    },
  )
})
