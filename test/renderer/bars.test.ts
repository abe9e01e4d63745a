/** The bars of long work move as the station tells it, and say in words where it is. */
import { afterEach, expect, it } from 'vitest'
import type { PageView } from '../../shared/desk/page.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const page = (kind: 'backup-bar' | 'import-bar'): PageView => {
  return { ...ACCOUNT, sections: [{ kind, section_id: 'bar', heading: '' }] }
}
const bar = (): readonly [string, number] => {
  const found = document.querySelector('progress')
  return [found?.closest('label')?.textContent ?? '', found?.value ?? -1]
}

it('of a backup', async () => {
  desk = await mountScene({ ...FIVE_OUT, page: page('backup-bar') })
  expect(bar()).toEqual(['Beginning, 0 %', 0])
  desk.wire.push({ topic: 'backup-progress', progress: 0.25, says: 'Copying file 2 of 2, 12 MB of 48 MB' })
  await desk.settle()
  expect(bar()).toEqual(['Copying file 2 of 2, 12 MB of 48 MB, 25 %', 0.25])
  // The line is the desk's meanwhile.
  await desk.scan('31234000000099')
  expect(desk.calls('desk.scan')).toHaveLength(1)
})

it('of data that is taken in', async () => {
  desk = await mountScene({ ...FIVE_OUT, page: page('import-bar') })
  desk.wire.push({ topic: 'import-progress', progress: 0.5, file: 'items.csv' })
  await desk.settle()
  expect(bar()).toEqual(['Taking in items.csv, 50 %', 0.5])
})
