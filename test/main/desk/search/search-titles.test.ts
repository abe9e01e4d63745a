/** Titles with an apostrophe or initials, taken in and looked for at a desk; and every such title of real files. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRows, writeRows } from '../../../support/mappings/csv-files.ts'
import { describeWithSharedData } from '../../../support/shared-data.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'

const MADE = {
  item_barcode: '31234000099993',
  title_id: null,
  title: 'D’un château l’autre',
  author: '',
  isbn: '',
  item_type_code: 'BOOK',
  call_number: 'F CEL',
  location: 'Adult',
  price_cents: null,
}

async function takeIn(desk: TestDesk, folder: string): Promise<void> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  expect((await desk.ok('import.status', {})).files.map((file) => file.rejected_count)).toEqual([0])
}

async function deskWith(titles: string): Promise<TestDesk> {
  const desk = await workingDesk()
  const folder = testFolder()
  writeFileSync(join(folder, 'titles.csv'), `title_id,title,author,language\n${titles}`)
  await takeIn(desk, folder)
  return desk
}

const titlesFor = async (desk: TestDesk, text: string, limit = 12): Promise<readonly string[]> =>
  (await desk.ok('search.titles', { text, limit })).hits.map((hit) => hit.title)

test('words behind an apostrophe are found, and whole words of the title come before starts of words', async () => {
  const desk = await deskWith(
    [
      'e1,"L’histoire de Napoléon","Durand, A.",fre',
      'e2,"Napoléon : historiettes","Durand, B.",fre',
      'e3,"Commedia dell\'arte",,ita',
      'e4,"The Engle file","O\'Brien, Tim",eng',
      'e5,"A wrinkle in time","L\'Engle, Madeleine",eng',
      'e6,"The hobbit","Tolkien, J. R. R.",eng',
    ].join('\n'),
  )
  expect(await titlesFor(desk, 'histoire napoleon')).toEqual(['L’histoire de Napoléon'])
  expect(await titlesFor(desk, 'hist napol')).toEqual(['L’histoire de Napoléon', 'Napoléon : historiettes'])
  expect(await titlesFor(desk, 'napoleon l´histoire')).toEqual(['L’histoire de Napoléon'])
  expect(await titlesFor(desk, 'arte')).toEqual(["Commedia dell'arte"])
  for (const typed of ['obrien', 'o brien', 'o’brien', 'brien']) {
    expect(await titlesFor(desk, typed)).toEqual(['The Engle file'])
  }
  expect(await titlesFor(desk, 'engle')).toEqual(['The Engle file', 'A wrinkle in time'])
  expect(await titlesFor(desk, 'jrr tolkien')).toEqual(['The hobbit'])
})

test('one letter before an apostrophe finds no more than it did', async () => {
  const desk = await deskWith('f1,"L\'or",,fre\nf2,"Oregon lakes",,eng\nf3,"Dogs of Oregon",,eng\n')
  expect(await titlesFor(desk, "l'or")).toEqual(["L'or"])
  expect(await titlesFor(desk, "d'or")).toEqual([])
})

test('a title made at the desk is found by the words behind its apostrophe too', async () => {
  const desk = await workingDesk()
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(MADE.item_barcode)
  await desk.ok('item.make', { commandId: desk.id(), ...MADE })
  expect(await titlesFor(desk, 'un chateau autre')).toEqual(['D’un château l’autre'])
})

describeWithSharedData('every word behind an apostrophe finds its title', (data) => {
  test('in three real catalogs', async () => {
    const rows = ['evergreen/bibs.csv', 'koha-misc4dev/bibs.csv', 'goodbooks/books.csv'].flatMap((file) =>
      readRows(data, file),
    )
    const behind = /(?<=\p{L}['’ʼ‘ʻ])\p{L}{2,}/gu
    const titles = rows
      .map((row, at) => ({ title_id: `x${at}`, title: row['title'] ?? '', language: row['language'] ?? '' }))
      .filter(({ title }) => title.search(behind) >= 0)
    const desk = await workingDesk()
    const folder = testFolder()
    writeRows(folder, 'titles.csv', titles)
    await takeIn(desk, folder)
    let missed = 0
    for (const { title } of titles) {
      const other = (title.match(/(?<![\p{L}'’])\p{L}{4,}(?!['’\p{L}])/gu) ?? []).slice(0, 2)
      for (const [word] of title.matchAll(behind)) {
        if (!(await titlesFor(desk, [word, ...other].join(' '), 50)).includes(title)) missed += 1
      }
    }
    expect([titles.length > 0, missed]).toEqual([true, 0])
  })
})
