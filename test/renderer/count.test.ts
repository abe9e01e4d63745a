/** Quick keys of a page, and a count of cash by keyboard: pieces, their sum, and that a scan is no count. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/ipc/settings.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { QUICK_KEYS } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
beforeEach(async () => {
  desk = await mountScene({ ...FIVE_OUT, page: QUICK_KEYS })
  const output = { settings: DEFAULT_SETTINGS }
  desk.wire.intercept(({ method }) => (method === 'settings.set' ? { kind: 'ok', output } : null))
})
afterEach(() => desk.unmount())

const focused = (): string => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? ''
const sum = (): string => document.querySelector('[data-foot] [data-part="sum"] b')?.textContent ?? ''
const subtotal = (value: string): string =>
  document.querySelector(`[data-field="settings.pieces.${value}"] output`)?.textContent ?? ''
const sent = (): readonly unknown[] => desk.calls('settings.set').map(({ input }) => input['settings'])

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) desk.press(key)
  await desk.settle(200)
}

describe('a quick key', () => {
  it('is done by its letter, and by the mouse', async () => {
    await press('c')
    const tote = [...document.querySelectorAll('[data-part="choices"] button')].find((one) =>
      one.textContent.includes('Tote bag'),
    )
    ;(tote as HTMLElement).click()
    await desk.settle()
    expect([desk.calls('desk.renew-all').length, desk.calls('desk.renew').length]).toEqual([1, 1])
  })
})

describe('a count', () => {
  it('goes from one denomination to the next, adds up, and sends the pieces of each', async () => {
    await press('k')
    expect(focused()).toBe('settings.pieces.10000')
    await press('Enter')
    await desk.type('3')
    await press('Enter')
    expect([focused(), subtotal('2000'), sum()]).toEqual(['settings.pieces.100', '$60.00', '$60.00'])
    await desk.type('12')
    await press('Enter')
    await desk.type('41')
    await press('Enter', 'Enter')
    expect(sum()).toBe('')
    const pieces = [0, 3, 12, 41, 0]
    const denominations = [10000, 2000, 100, 25, 1]
    expect(sent()).toEqual([
      { pieces: denominations.map((denomination_cents, at) => ({ denomination_cents, pieces_count: pieces[at] })) },
    ])
  })

  it('goes up and down among the pieces, and stays at either end', async () => {
    await press('k', 'ArrowUp')
    expect(focused()).toBe('settings.pieces.10000')
    await desk.type('3')
    await press('ArrowDown', 'ArrowDown')
    expect(focused()).toBe('settings.pieces.100')
    await press('ArrowUp', 'ArrowUp')
    expect([focused(), subtotal('10000')]).toEqual(['settings.pieces.10000', '$300.00'])
  })

  it.each(['-1', '2x', '12345'])('says that some of %s was left out, until another piece is counted', async (text) => {
    const leftOut = (): number => document.querySelectorAll('[data-part="left-out"]').length
    await press('k')
    await desk.type('3')
    expect(leftOut()).toBe(0)
    await press('Enter')
    await desk.type(text)
    expect(leftOut()).toBe(1)
    await press('Enter')
    await desk.type('4')
    expect(leftOut()).toBe(0)
  })

  it('that was opened stays open at a letter of the page, before anything is counted and after', async () => {
    await press('k')
    await press('c')
    expect([focused(), desk.calls('desk.renew-all').length]).toEqual(['settings.pieces.10000', 0])
    await desk.type('3')
    await press('c')
    expect([focused(), sum(), desk.calls('desk.renew-all').length]).toEqual(['settings.pieces.10000', '$300.00', 0])
  })

  it('keeps nothing of a scan, and asks when nothing was typed', async () => {
    await press('k')
    await desk.scan('31234000000099')
    expect(desk.calls('desk.scan')).toHaveLength(1)
    expect([sum(), document.querySelectorAll('[data-part="left-out"]').length]).toEqual(['$0.00', 0])
    desk.press('Enter', { ctrlKey: true })
    await desk.settle(200)
    expect([sent(), focused()]).toEqual([[], 'settings.pieces.10000'])
    expect(document.querySelector('[data-part="form"] [role="alert"]')?.textContent).toContain('Counted')
  })

  it('that was left half typed is there again', async () => {
    await press('k', 'Enter')
    await desk.type('3')
    await press('Escape', 'k')
    const field = document.querySelector<HTMLInputElement>('[data-field="settings.pieces.2000"] input')
    expect([field?.value, sum()]).toEqual(['3', '$60.00'])
  })
})
