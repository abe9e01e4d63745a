/** The bars of long work move as the station tells it, and say in words where it is. */
import { afterEach, expect, it } from 'vitest'
import type { LongWork } from '../../shared/kernel/long-work.ts'
import type { PageView } from '../../shared/desk/page.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const page = (of: LongWork, says: string, progress = 0): PageView => {
  return { ...ACCOUNT, sections: [{ kind: 'progress', section_id: 'bar', heading: '', of, says, progress }] }
}
const bar = (): readonly [string, number] => {
  const found = document.querySelector('progress')
  return [found?.closest('label')?.textContent ?? '', found?.value ?? -1]
}

it('of a backup', async () => {
  desk = await mountScene({ ...FIVE_OUT, page: page('backup', 'Beginning') })
  expect(bar()).toEqual(['Beginning, 0%', 0])
  const says = 'Copying file 2 of 2, 12 MB of 48 MB'
  desk.wire.push({ topic: 'progress', of: 'backup', progress: 0.25, says })
  await desk.settle()
  expect(bar()).toEqual(['Copying file 2 of 2, 12 MB of 48 MB, 25%', 0.25])
  // The line is the desk's meanwhile.
  await desk.scan('31234000000099')
  expect(desk.calls('desk.scan')).toHaveLength(1)
})

it('of data that is taken in, from where it was when it was asked for', async () => {
  desk = await mountScene({ ...FIVE_OUT, page: page('import', 'Reading the folder', 0.4) })
  expect(bar()).toEqual(['Reading the folder, 40%', 0.4])
  desk.wire.push({ topic: 'progress', of: 'import', progress: 0.5, says: 'Taking in items.csv' })
  await desk.settle()
  expect(bar()).toEqual(['Taking in items.csv, 50%', 0.5])
})

it('of its own work alone', async () => {
  desk = await mountScene({ ...FIVE_OUT, page: page('report', 'Reading') })
  desk.wire.push({ topic: 'progress', of: 'import', progress: 0.5, says: 'Taking in items.csv' })
  await desk.settle()
  expect(bar()).toEqual(['Reading, 0%', 0])
})
