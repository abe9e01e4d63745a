/**
 * A name changed on the real desk, by keyboard alone, in English and in Spanish: the form says that what was seen is
 * missing and goes to its field; once it is chosen the account tells it. Pictures in PICTURES_TO.
 */
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

const focused = (): Promise<string> => desk.page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')

/** The fields of the form whose hint, beside the label, runs past what is typed into. */
const runPast = (): Promise<readonly string[]> =>
  desk.page.locator('[data-form] [data-field]:has(output)').evaluateAll((all) =>
    all
      .filter((one) => {
        const [hint, input] = ['output', 'input'].map((part) => one.querySelector(part)?.getBoundingClientRect().right)
        return (hint ?? 0) > (input ?? 0) + 1
      })
      .map((one) => one.getAttribute('data-field') ?? ''),
  )

/** Changes the last name, and chooses what is first in the list once the form asks for it. @returns what is told */
async function renamed(card: string, find: string, name: string): Promise<string> {
  await hands.clear()
  await hands.scan(card)
  await hands.until((now) => now.patron !== null)
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command(find)
  await desk.page.locator('[data-form]').waitFor()
  await expect.poll(focused).toBe('typed.surname')
  expect(await runPast()).toEqual([])
  await hands.press('Ctrl+a')
  await hands.type('Parkhurst')
  await desk.page.locator('[data-part="preview"] [data-tone="warn"]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, `${name}-typed`)).toEqual([])
  await hands.press('Ctrl+Enter')
  await expect.poll(focused).toBe('name_proof')
  expect(await eyes.faultsInEveryLook(desk.page, `${name}-asked`)).toEqual([])
  await hands.press('ArrowDown')
  await hands.press('Ctrl+Enter')
  const { page } = await hands.until((now) => now.page?.heading.includes('Parkhurst') === true)
  expect(await eyes.faultsInEveryLook(desk.page, `${name}-told`)).toEqual([])
  const who = page?.sections.find((one) => one.section_id === 'who')
  return (who?.kind === 'facts' ? who.facts : []).map(({ text }) => text).join('\n')
}

test('in English', async () => {
  expect(await renamed(CARDS.dana, 'edit the patron', 'name')).toContain('Court order')
})

test('in Spanish', async () => {
  await desk.call('staff.set-language', { language: 'es' })
  expect(await renamed(CARDS.omar, 'editar al usuario', 'name-es')).toContain('Orden judicial')
})
