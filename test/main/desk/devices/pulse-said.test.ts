/** What the list of print jobs says of a drawer that was opened, and of one that nothing can open any more. */
import { expect, test } from 'vitest'
import type { PageRow } from '../../../../shared/desk/page.ts'
import { ENGLISH } from '../../../support/said.ts'
import { withDevices } from '../../support/drawer-desk.ts'
import { wired } from '../../support/printer-desk.ts'
import { printerAt } from '../../support/printers.ts'

const { jobs } = ENGLISH.words.pages

test('a drawer that was opened says no more, and one that nothing opens any more says so', async () => {
  const { desk, asked } = await withDevices([printerAt('PRINTER-1', 9100, 'DRAWER-1')])
  const wire = wired(desk, asked)
  wire.ready()
  const notes = async (section_id: string): Promise<readonly string[]> => {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'jobs', about: '' } })
    const section = snapshot.page?.sections.find((one) => one.section_id === section_id)
    const rows: readonly PageRow[] = section?.kind === 'table' ? section.rows : []
    return rows.flatMap((row) => row.notes)
  }
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  const [opening] = await wire.begun()
  wire.ends(opening, 'done')
  expect([await notes('open'), await notes('over')]).toEqual([[], []])
  wire.say({ kind: 'host', state: 'restarting' })
  const what = { purpose: 'no-sale', reason: 'LEFT-OUT' } as const
  await desk.ok('drawer.unlock', { commandId: desk.id(), drawer_code: '', what })
  await desk.ok('device.remove', { commandId: desk.id(), device_code: 'PRINTER-1' })
  expect(await notes('open')).toEqual([jobs.no_opener])
})
