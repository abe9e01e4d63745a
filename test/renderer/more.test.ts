/** The acts under "More": opened by mouse and by key, closed by Esc; their letters work while they are out of sight. */
import { afterEach, expect, it } from 'vitest'
import type { PageView } from '../../shared/desk/page.ts'
import { withWeights } from '../../shared/desk/page-weights.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT, act, pageRow, table } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const five = (): PageView['acts'] => [
  act('E', 'Erase', { says: 'There is no way back.', is_grave: true }),
  ...['Open', 'Note', 'Print', 'Copy'].map((label) => act(label.charAt(0), label)),
]
const PAGE: PageView = withWeights({
  ...ACCOUNT,
  acts: five(),
  sections: [table('loans', ['Title'], [pageRow('one', ['First'], { acts: five() }), pageRow('two', ['Second'])])],
})

const labels = (within: Element | null | undefined): readonly string[] =>
  [...(within?.querySelectorAll('button') ?? [])].map((one) => one.querySelector('span')?.textContent ?? '')
const list = (): Element | null => document.querySelector('[data-part="more"]')
const opener = (within = 'header'): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`${within} [data-more]`)
  if (!found) throw new Error('no button "More"')
  return found
}
async function open(): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: PAGE })
}

it('shows three acts, and the rest when it is clicked; the focus stays in the line', async () => {
  await open()
  expect(list()).toBeNull()
  expect(opener().getAttribute('aria-expanded')).toBe('false')
  opener().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  await desk.settle()
  expect(labels(list())).toEqual(['Copy', 'Erase'])
  expect(opener().getAttribute('aria-controls')).toBe(list()?.id)
  expect(document.activeElement).toBe(desk.line())
  desk.press('Escape')
  await desk.settle()
  expect([list(), opener().getAttribute('aria-expanded'), desk.calls('desk.back').length]).toEqual([null, 'false', 0])
})

it('opened by key, the first of them has the focus, and Esc gives it back to the line', async () => {
  await open()
  desk.focus(opener())
  opener().click()
  await desk.settle()
  expect(document.activeElement?.textContent).toContain('Copy')
  desk.press('Escape')
  await desk.settle()
  expect([list(), document.activeElement]).toEqual([null, desk.line()])
})

it('a letter works while its button is out of sight', async () => {
  await open()
  desk.press('c')
  await desk.settle(200)
  expect(desk.calls('desk.renew')).toHaveLength(1)
  desk.press('e')
  await desk.settle(200)
  expect(document.querySelector('[data-part="form"]')?.textContent).toContain('There is no way back.')
})

it('has a key, which opens those of the page, or of the row at the cursor', async () => {
  await open()
  desk.press('ArrowRight')
  await desk.settle()
  expect([list()?.id, document.activeElement?.textContent]).toEqual(['more-page', expect.stringContaining('Copy')])
  desk.press('Escape')
  await desk.settle()
  desk.press('ArrowDown')
  await desk.settle()
  desk.press('ArrowRight')
  await desk.settle()
  expect(list()?.id).toBe('more-row')
  expect(desk.desk.store.now().more_of).toBe('one')
})

it('is in groups of at most eight, each act with a letter of its own that works while it is open', async () => {
  const many = Array.from({ length: 21 }, (_, at) =>
    act('', `Copy ${String.fromCharCode(65 + at)}`, { weight: 'more' }),
  )
  const [gone, ...shown] = five()
  desk = await mountScene({ ...FIVE_OUT, page: withWeights({ ...ACCOUNT, acts: [...shown, ...many, gone as never] }) })
  desk.press('y')
  await desk.settle(200)
  const sent = desk.calls('desk.renew').length
  desk.press('Escape')
  desk.press('ArrowRight')
  await desk.settle()
  const sizes = [...(list()?.children ?? [])].map((group) => group.querySelectorAll('button').length)
  const keys = [...(list()?.querySelectorAll('button') ?? [])].map((one) => one.getAttribute('aria-keyshortcuts'))
  expect([Math.max(...sizes), sizes.reduce((sum, one) => sum + one, 0)]).toEqual([8, 23])
  expect([new Set(keys).size, keys.includes(null), keys.includes('O')]).toEqual([23, false, false])
  desk.press(String(keys.find((key) => key === 'Y')).toLowerCase())
  await desk.settle(200)
  expect([sent, desk.calls('desk.renew').length]).toEqual([0, 1])
})

it('those of a row close when the cursor leaves it', async () => {
  await open()
  desk.press('ArrowDown')
  await desk.settle()
  opener('td').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  await desk.settle()
  expect(labels(list())).toEqual(['Copy', 'Erase'])
  desk.press('ArrowDown')
  await desk.settle()
  expect(list()).toBeNull()
})

it('while a form is open, Enter is the key of its button alone', async () => {
  await open()
  const enters = (): number => document.querySelectorAll('[aria-keyshortcuts="Enter"]').length
  expect(enters()).toBe(1)
  desk.press('e')
  await desk.settle(200)
  expect([enters(), document.querySelectorAll('[aria-keyshortcuts="Control+Enter"]').length]).toEqual([0, 1])
})
