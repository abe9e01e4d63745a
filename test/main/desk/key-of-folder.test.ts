/** A key begins one desk: where a journal would begin with a key from before, the desk does not start. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../support/folders.ts'
import { openDesk } from '../support/desk.ts'

test.each([
  [true, 'set-up'],
  [false, 'rescue'],
])('in a folder without data files a key that is new (%s) leads to %s', async (is_key_new, stage) => {
  const desk = await openDesk(testFolder(), { is_key_new })
  expect((await desk.ok('desk.snapshot', {})).snapshot.stage).toBe(stage)
})

test('a file of another name, or an empty journal, makes no data folder of it', async () => {
  const folder = testFolder()
  for (const name of ['x.db', 'journal.db']) {
    writeFileSync(join(folder, name), '')
    const desk = await openDesk(folder, { is_key_new: false })
    expect((await desk.ok('desk.snapshot', {})).snapshot.stage).toBe('rescue')
    await desk.station.close()
  }
})

test('a desk that was begun, and not set up, begins again with its key', async () => {
  const desk = await openDesk(testFolder())
  const again = await desk.reopen({ is_key_new: false })
  expect((await again.ok('desk.snapshot', {})).snapshot.stage).toBe('set-up')
})
