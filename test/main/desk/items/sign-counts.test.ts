/** How many items stand under each sign: told by the check of the rules, on the pages of the signs, by an import. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testFolder } from '../../support/folders.ts'
import { factsOf, FICTION, longShelf, rowsOf, shelfDesk, type ShelfDesk } from '../../support/shelf-desk.ts'
import { PAGES } from '../../../support/said.ts'

type Given = readonly [sign_code: string, location: string, from: string, to: string]

const valuesOf = ([sign_code, location, from_number, to_number]: Given) => {
  return { sign_code, branch_code: 'MAPLE', location, from_number, to_number, words: `Aisle ${sign_code}` }
}

async function put(desk: ShelfDesk, ...signs: readonly Given[]): Promise<void> {
  for (const sign of signs) {
    const change = { table: 'shelf_sign', key: sign[0], after: valuesOf(sign) } as const
    const accept_findings = (await desk.ok('policy.check', { change })).fresh.map((one) => one.name)
    await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings })
  }
}

const names = (findings: readonly { readonly name: string }[]): string[] =>
  findings.map((one) => one.name).filter((name) => name.startsWith('shelf_sign'))

describe('the check of the rules', () => {
  test('counts the items under each sign, and tells those that hold none and places with items left out', async () => {
    const desk = await shelfDesk()
    await put(desk, ['1', 'Fiction', 'F A', 'F M'], ['2', 'Fiction', 'F N', 'F R'], ['3', 'History', 'PN', 'PZ'])
    const { signs, findings, fresh } = await desk.ok('policy.check', { change: null })
    expect(signs).toEqual([
      { sign_code: '1', items_count: 6 },
      { sign_code: '2', items_count: 0 },
      { sign_code: '3', items_count: 0 },
    ])
    expect(names(findings)).toEqual([
      'shelf_sign | sign-empty | 2',
      'shelf_sign | sign-empty | 3',
      'shelf_sign | sign-gap | MAPLE | Fiction',
      'shelf_sign | sign-gap | MAPLE | History',
    ])
    expect(fresh).toEqual([])
  })

  test('counts as it would be with a change, which is saved even so', async () => {
    const desk = await shelfDesk()
    await put(desk, ['1', 'Fiction', 'F A', 'F M'])
    const change = { table: 'shelf_sign', key: '2', after: valuesOf(['2', 'Fiction', 'F T', 'F V']) } as const
    const checked = await desk.ok('policy.check', { change })
    expect(checked.signs).toContainEqual({ sign_code: '2', items_count: 0 })
    expect(names(checked.fresh)).toEqual(['shelf_sign | sign-empty | 2'])
    const wide = { ...change, after: valuesOf(['2', 'Fiction', 'F N', 'F Z']) }
    expect((await desk.ok('policy.check', { change: wide })).signs).toContainEqual({ sign_code: '2', items_count: 2 })
    await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
  })

  test('counts nothing where there are no signs', async () => {
    const desk = await shelfDesk()
    expect((await desk.ok('policy.check', { change: null })).signs).toEqual([])
  })
})

describe('the pages of the signs', () => {
  test('show how many items each holds, as the directions send them', async () => {
    const desk = await shelfDesk()
    await put(desk, ['1', 'Fiction', 'F A', 'F M'], ['2', 'Fiction', 'F MO', 'F MO'], ['3', 'Fiction', 'F N', 'F R'])
    const shown = async (): Promise<(string | undefined)[]> =>
      rowsOf(await desk.go('policy-table', 'shelf_sign'), 'rows').map((cells) => cells[3])
    expect(await shown()).toEqual(['4', '2', '0'])
    expect(factsOf(await desk.go('policy-row', 'shelf_sign/2'))).toMatchObject({ [PAGES.policy.row.items]: '2' })
    expect(factsOf(await desk.go('item', FICTION.morrison.barcode))).toMatchObject({
      [PAGES.items.item.facts.find]: 'Aisle 2',
    })
    await put(desk, ['3', 'Fiction', 'F N', 'F Z'])
    expect(await shown()).toEqual(['4', '2', '2'])
  })

  test('of a long shelf are shown right away, and the counts when they are there', async () => {
    const desk = await shelfDesk(longShelf(4_500))
    await put(desk, ['1', 'Long', '100', '199'], ['2', 'Long', '200', '999'])
    const shown = async (): Promise<(string | undefined)[]> =>
      rowsOf(await desk.page(), 'rows').map((cells) => cells[3])
    await desk.go('policy-table', 'shelf_sign')
    const version = (await desk.snapshot()).version
    await expect.poll(shown, { timeout: 30_000 }).toEqual(['100', '800'])
    expect((await desk.snapshot()).version).toBeGreaterThan(version)
  })
})

test('an import tells the signs that hold no item, and takes them', async () => {
  const desk = await shelfDesk()
  const folder = mkdtempSync(join(testFolder(), 'signs-'))
  const rows = ['1,Fiction,F A,F Z,Aisle 1', '2,Fiction,PN,PZ,Aisle 2', '3,Fiction,500,PZ,Aisle 3']
  writeFileSync(join(folder, 'shelf_signs.csv'), `sign_code,location,from_number,to_number,words\n${rows.join('\n')}\n`)
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  const running = async (): Promise<boolean> => (await desk.ok('import.status', {})).running
  await expect.poll(running, { timeout: 30_000 }).toBe(false)
  const { report, files } = await desk.ok('import.status', {})
  expect(files.map((one) => [one.imported_count, one.rejected_count])).toEqual([[2, 1]])
  expect(report.map(({ file, line, column, outcome }) => [file, line, column, outcome])).toEqual([
    ['shelf_signs.csv', 4, 'to_number', 'row-left-out'],
    ['shelf_signs.csv', 0, 'sign_code', 'to-look-at'],
  ])
})
