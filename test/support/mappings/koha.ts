/** From Koha's sample data (items by branch and type, titles as MARCXML with the number in 999$c) to our format. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRows, writeRows } from './csv-files.ts'

export function writeKohaFolder(data: string, folder: string, titles: 'csv' | 'marcxml'): void {
  const items = readRows(data, 'koha-misc4dev/items.csv')
  writeRows(folder, 'library.csv', [{ name: 'Koha sample', zone: 'America/New_York' }])
  const branches = [
    ...new Set(items.flatMap((row) => [row['homebranch'] ?? '', row['holdingbranch'] ?? ''])),
  ].toSorted()
  writeRows(
    folder,
    'branches.csv',
    branches.map((branch_code) => ({ branch_code, name: branch_code })),
  )
  const types = [...new Set(items.map((row) => row['itype'] ?? ''))].toSorted()
  writeRows(
    folder,
    'item_types.csv',
    types.map((item_type_code) => ({ item_type_code, name: item_type_code })),
  )
  if (titles === 'marcxml') {
    copyFileSync(join(data, 'koha-misc4dev/bibs.marcxml'), join(folder, 'bibs.marcxml'))
    writeFileSync(join(folder, 'marc.json'), JSON.stringify({ title_id: ['999c'] }))
  } else {
    const kohaTitles = readRows(data, 'koha-misc4dev/bibs.csv').map((row) => ({
      title_id: row['biblionumber'] ?? '',
      title: row['title'] ?? '',
      author: row['author'] ?? '',
      isbn: row['isbn'] ?? '',
      publisher: row['publisher'] ?? '',
      year: row['pubdate'] ?? '',
    }))
    writeRows(folder, 'titles.csv', kohaTitles)
  }
  const kohaTitles = new Map(readRows(data, 'koha-misc4dev/bibs.csv').map((row) => [row['biblionumber'] ?? '', row]))
  const rows = items.map((row) => ({
    barcode: row['barcode'] ?? '',
    title_id: row['biblionumber'] ?? '',
    item_type_code: row['itype'] ?? '',
    home_branch_code: row['homebranch'] ?? '',
    at_branch_code: row['holdingbranch'] ?? '',
    // Most items have no call number of their own; the record's Dewey number, with prime marks, takes its place.
    call_number: row['itemcallnumber'] || (kohaTitles.get(row['biblionumber'] ?? '')?.['ddc'] ?? ''),
    location: row['location'] ?? '',
    price: row['replacementprice'] ?? '',
    note: row['itemnotes'] ?? '',
  }))
  writeRows(folder, 'items.csv', rows)
}
