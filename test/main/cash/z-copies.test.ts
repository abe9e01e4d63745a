/** A Z on the desk's own printer: the first print is the Z, every other says which copy it is and is an entry. */
import { expect, test } from 'vitest'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { asCopyNumber } from '../../../shared/receipt/marks.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import { withDevices } from '../support/drawer-desk.ts'
import { printerAt } from '../support/printers.ts'
import { wired } from '../support/printer-desk.ts'
import { recorded } from '../support/staff.ts'

test('a Z says COPY 1, COPY 2 from its second print on, an X never', async () => {
  const { desk, asked } = await withDevices([printerAt('PRINTER-1', 9100, 'DRAWER-1')])
  const wire = wired(desk, asked)
  wire.ready()
  const done = async (): Promise<readonly ReceiptDocument[]> => {
    const papers: ReceiptDocument[] = []
    for (let ended_count = 0; ; ended_count += 1) {
      const work = (await wire.begun())[ended_count]
      if (!work) return papers
      if (work.work.kind === 'print') papers.push(work.work.document)
      wire.ends(work, 'done')
    }
  }
  const print = () => desk.ok('paper.print', { commandId: desk.id() })
  const go = (about: string) => desk.ok('desk.go', { page: { place: 'drawer', about } })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await go('x DRAWER-1')
  await print()
  await print()
  await countAll(desk, 10_000)
  await desk.ok('drawer.close', closing(desk))
  // The pulse that opened the drawer for the session follows the entry that is its name.
  const [opening] = await wire.begun()
  await go(`z ${opening?.work_ref.slice(0, opening.work_ref.lastIndexOf('.'))}`)
  for (const _ of [1, 2, 3]) await print()
  const [x, again, z, first, second] = await done()
  expect(again).toEqual(x)
  if (z === undefined) throw new Error('no Z')
  expect([z.kind, z.is_copy]).toEqual(['drawer-report', false])
  expect([first, second]).toEqual([asCopyNumber(z, 1), asCopyNumber(z, 2)])
  expect(await recorded(desk, 'copy-printed')).toMatchObject([{ copy_number: 2 }, { copy_number: 1 }])
})
