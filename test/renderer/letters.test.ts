/** A letter of a page and what a quick hand types right behind it: for the form it opens, or the start of a word. */
import { afterEach, describe, expect, it } from 'vitest'
import { mountScene, type Mounted } from './support/mounted.ts'
import { FEW_ASKED } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

/** The account, the cursor on its first row. */
async function open(only: readonly string[] = ['loans']): Promise<void> {
  const sections = FEW_ASKED.sections.filter((one) => only.includes(one.section_id))
  desk = await mountScene({ ...FIVE_OUT, page: { ...FEW_ASKED, sections } })
  desk.press('ArrowDown')
  await desk.settle()
}

describe('a letter', () => {
  it('and Enter in quick succession open its form, and Enter takes what it offers', async () => {
    await open()
    for (const key of ['c', 'Enter']) desk.press(key)
    await desk.settle(600)
    expect([desk.calls('desk.answer').length, desk.calls('desk.finish').length]).toEqual([1, 0])
  })

  it.each([40, 100, 150, 155, 300])('opens its form for the figures behind it, %i ms a key', async (gap_ms) => {
    await open(['charges'])
    for (const key of ['w', '2', '5', '0', 'Enter', '2']) {
      desk.press(key)
      await desk.settle(gap_ms)
    }
    await desk.settle(600)
    const box = (name: string): HTMLInputElement | null => document.querySelector(`[data-field="${name}"] input`)
    const reason = document.querySelector<HTMLInputElement>('[data-field="settings.reason"] input:checked')
    expect([box('settings.amount_cents')?.value, reason?.value, desk.line().value]).toEqual(['250', 'our-mistake', ''])
  })

  it.each([40, 100, 150])('opens its form for a date with its strokes, %i ms a key', async (gap_ms) => {
    await open()
    for (const key of [...Array.from('c11/20/26'), 'Enter']) {
      desk.press(key)
      await desk.settle(gap_ms)
    }
    await desk.settle(600)
    expect(desk.calls('desk.scan')).toEqual([])
    expect(desk.calls('desk.answer').map(({ input }) => input['on'])).toEqual(['2026-11-20'])
  })

  it('with many figures behind it and no end stands in the line as typed', async () => {
    await open()
    await desk.scan('C1234567', [])
    await desk.settle(600)
    expect([desk.line().value, document.querySelector('[data-form]')]).toEqual(['C1234567', null])
  })
})
