/** A burst of scans, asked before the first is answered: ten thousand in the long run, a thousand in the quick one. */
import { expect, test } from 'vitest'
import { ofMany } from '../../support/of-many.ts'
import { workingDesk } from '../support/desk.ts'
import { ITEMS } from '../support/small-library.ts'

test('scans in a burst are all answered in order, and all land', async () => {
  const scans_count = ofMany(1_000, 10_000)
  const desk = await workingDesk()
  await desk.ok('desk.mode', { mode: 'in' })
  const barcodes = Array.from({ length: scans_count }, (_, index) => Object.values(ITEMS)[index % 8] ?? '')
  const replies = await Promise.all(
    barcodes.map((text) => desk.call('desk.scan', { commandId: desk.id(), text, source: 'scan' })),
  )
  expect(replies.every((reply) => reply.kind === 'ok')).toBe(true)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect([snapshot.rows_count, snapshot.totals.in_count, snapshot.rows.length]).toEqual([scans_count, 8, 100])
  expect(await desk.ok('journal.verify', {})).toMatchObject({ events_count: scans_count + 2, problems: [] })
})
