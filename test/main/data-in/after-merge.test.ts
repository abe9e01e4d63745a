/** The library's data taken in again after two of its records became one at this desk. */
import { expect, test } from 'vitest'
import { rowsClosed } from '../support/closed-files.ts'
import { openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { moneyFiles } from '../support/money-desk.ts'
import { folderOf } from './importing.ts'

const PATRONS = `patron_id,surname,given,category_code,branch_code
q1,Ng,Mei,ADULT,MAPLE
q2,Ng,Mei L,ADULT,MAPLE
q3,Owen,Hal,ADULT,MAPLE
`
const [KEPT, FORMER] = ['21234000990014', '21234000990022']
const CARDS = `patron_id,barcode,status\nq1,${KEPT},current\nq2,${FORMER},current\n`

async function takeIn(desk: TestDesk, folder: string) {
  await desk.ok('desk.clear', {})
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const { files } = await desk.ok('import.status', {})
  return files.map(({ state, rows_count, imported_count }) => `${state}: ${imported_count} of ${rows_count}`)
}

test.each([
  ['notes.csv', 'patron_id,written_on,initials,text\nq2,2026-11-01,RO,Prefers the window\n', 'patron_note'],
  ['blocks.csv', 'patron_id,kind,from_on,until_on,note\nq2,manual,2026-11-01,,Owes a key\n', 'patron_block'],
  ['pickups.csv', 'patron_id,by_patron_id,allowed_on,initials\nq2,q3,2026-11-01,RO\n', 'patron_pickup'],
])('%s of a record that became another is taken in again, once, as that one’s', async (file, rows, table) => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  const folder = folderOf({ 'patrons.csv': PATRONS, 'cards.csv': CARDS, [file]: rows })
  const first = await takeIn(desk, folder)
  const { patron } = await desk.scan(FORMER)
  await desk.ok('desk.finish', {})
  await desk.scan(KEPT)
  await desk.call('patron.compare', { patron_id: null, barcode: FORMER })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: patron?.patron_id ?? 0, turned: [] })
  expect(await takeIn(desk, folder)).toEqual(first)
  expect(await takeIn(desk, folder)).toEqual(first)
  expect(await rowsClosed(desk, `SELECT external_id FROM ${table} JOIN patron USING (patron_id)`)).toEqual([
    { external_id: 'q1' },
  ])
})
