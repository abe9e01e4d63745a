/** The keys that a band names: as they are while a form is open, and on the line of what they do. */
import { afterEach, expect, test } from 'vitest'
import type { Band } from '../../shared/desk/screen.ts'
import { must } from '../../shared/kernel/assert.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT, act } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const said = (): string => document.querySelector('[data-part="band"]')?.textContent ?? ''

test.each(['full', 'quiet'] as const)('a band that is %s', async (weight: Band['weight']) => {
  const band = { ...must(FIVE_OUT.band, 'a band'), weight, sentence: 'Scan an item, then 1 = override.' }
  const page = { ...ACCOUNT, acts: [act('E', 'Erase', { says: 'There is no way back.' })] }
  desk = await mountScene({ ...FIVE_OUT, page, band })
  expect(said()).toContain('then 1\u00a0=\u00a0override')
  desk.press('e')
  await desk.settle(200)
  expect(said()).toContain('then Ctrl+1\u00a0=\u00a0override')
})
