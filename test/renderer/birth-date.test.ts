/** A birth date in a form: an example of how to type one until a date is read, and then that date alone. */
import { afterEach, expect, it } from 'vitest'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT, act, field } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

const EXAMPLE = '6/15/1985 · Suggested'
let desk: Mounted
afterEach(() => desk.unmount())

const hint = (): string => document.querySelector('[data-field="settings.born_on"] output')?.textContent ?? '?'

async function asked(value: string): Promise<void> {
  const born = field('settings.born_on', 'Birth date', 'birth-date', { value, hint: EXAMPLE })
  const edit = act('E', 'Edit', { call: { method: 'settings.set', input: {} }, asks: [born] })
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, acts: [edit] } })
  desk.press('e')
  await desk.settle(200)
}

it('that is known has no example beside it', async () => {
  await asked('1990-01-31')
  expect(hint()).toContain('1990')
  expect(hint()).not.toContain('1985')
})

it('has its example until what is typed is a date', async () => {
  await asked('')
  expect(hint()).toBe(EXAMPLE)
  await desk.type('1/3')
  expect(hint()).toBe(EXAMPLE)
  await desk.type('1/1990')
  expect(hint()).toContain('1990')
  expect(hint()).not.toContain('1985')
})
