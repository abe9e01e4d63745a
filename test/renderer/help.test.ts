/** Help: F1 from every place, what it is about there, what finds it, and that it keeps what was typed below it. */
import { afterEach, describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { Settings } from '../../shared/ipc/settings.ts'
import { en } from '../../shared/words/en/en.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT, act, NEW_ITEM, QUICK_KEYS } from './support/pages.ts'
import { DECIDE, EMPTY, FIVE_OUT, RESCUE, SET_UP, SIGN_IN } from './support/scenes.ts'

let desk: Mounted
const open = async (scene: DeskSnapshot, settings: Partial<Settings> = {}): Promise<void> => {
  desk = await mountScene(scene, settings)
}
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    desk.press(key)
    await desk.settle(200)
  }
}
const help = (): Element | null => document.querySelector('[data-part="help"]')
const chosen = (): string => document.querySelector('[data-part="help"] [aria-selected="true"]')?.id ?? ''
const field = (): HTMLInputElement | null => document.querySelector('[data-part="help"] input')

afterEach(() => desk.unmount())

describe('F1', () => {
  it.each([
    ['the line', EMPTY, 1, 'start'],
    ['the line with a patron', FIVE_OUT, 1, 'checking-out'],
    ['a row that waits', DECIDE, 1, 'decide'],
    ['a page', { ...FIVE_OUT, page: ACCOUNT }, 1, 'account'],
    ['check-in', { ...EMPTY, mode: 'in' }, 2, 'checking-in'],
    ['signing in', SIGN_IN, 1, 'sign-in'],
    ['the lock', { ...EMPTY, stage: 'locked' }, 1, 'locked'],
    ['set-up', SET_UP, 1, 'set-up'],
    ['rescue', RESCUE, 1, 'rescue'],
  ] as const)('from %s', async (_name, scene, presses, topic) => {
    await open(scene)
    for (let pressed = 0; pressed < presses; pressed += 1) await press('F1')
    expect(chosen()).toBe(`help-topic-${topic}`)
    expect(document.activeElement).toBe(field())
  })

  it('is help at once in the preset of Polaris', async () => {
    await open({ ...FIVE_OUT, page: ACCOUNT }, { key_preset: 'polaris' })
    await press('F1')
    expect(chosen()).toBe('help-topic-account')
    expect(desk.calls('desk.go')).toEqual([])
  })

  it('gives no act of a page a key that does something else: without a letter it is under More', async () => {
    const edit = act('', 'Edit the patron', { weight: 'more' })
    await open({ ...FIVE_OUT, page: { ...ACCOUNT, acts: [...ACCOUNT.acts, edit] } })
    await press('F1')
    const keys = [...document.querySelectorAll('[data-part="page-keys"] li')].map((one) => one.textContent)
    expect(keys).toContain(`Edit the patron${en.screen.page.more}`)
  })

  it('on a page has the keys of that page first; Esc goes back to it, and F1 again to the line', async () => {
    await open({ ...FIVE_OUT, page: ACCOUNT })
    await press('ArrowDown', 'F1')
    const keys = [...document.querySelectorAll('[data-part="page-keys"] li')].map((one) => one.textContent)
    expect([keys.some((one) => one.startsWith('Renew all')), keys.length > 2]).toEqual([true, true])
    const [first] = document.querySelectorAll('[data-part="help"] article ul')
    expect(first?.closest('[data-part="page-keys"]')).not.toBeNull()
    await press('Escape')
    expect([help(), document.querySelector('[data-place="account"]') !== null]).toEqual([null, true])
    expect(document.querySelector('[aria-selected="true"] td')?.textContent).toBe('The Dispossessed')
    expect(desk.calls('desk.go')).toEqual([])
    await press('F1', 'F1')
    expect(desk.calls('desk.go').map(({ input }) => input['page'])).toEqual([null])
  })

  it('keeps a count that is half typed, and the field it was at', async () => {
    await open({ ...FIVE_OUT, page: QUICK_KEYS })
    await press('k')
    await desk.type('3')
    await press('Enter')
    await desk.type('12')
    await press('F1', 'Escape')
    const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-kind="count"] input')]
    expect(inputs.slice(0, 2).map(({ value }) => value)).toEqual(['3', '12'])
    expect(document.activeElement).toBe(inputs[1])
  })

  it('is about the line again after any other key', async () => {
    await open({ ...EMPTY, mode: 'in' })
    await press('F1', 'ArrowUp', 'F1')
    expect(chosen()).toBe('help-topic-start')
  })
})

describe('help', () => {
  it.each(['?', 'help', 'AYUDA', '??'])('%s on the line opens it', async (text) => {
    await open(EMPTY)
    await desk.type(text)
    await desk.settle(300)
    if (help() === null) await press('Enter')
    expect(help()).not.toBeNull()
    expect(desk.line().value).toBe('')
    expect(desk.calls('desk.scan')).toEqual([])
  })

  it('has a button on every screen', async () => {
    for (const scene of [EMPTY, SIGN_IN, SET_UP, RESCUE]) {
      await open(scene)
      const button = [...document.querySelectorAll('header button')].find((one) => one.textContent === 'Help')
      expect(button, scene.stage).toBeInstanceOf(HTMLButtonElement)
      await desk.unmount()
    }
    await open(EMPTY)
  })

  it('finds as one types, walks by the arrows, and Esc goes back to the line', async () => {
    await open(EMPTY)
    await press('F1')
    await desk.type('réserv')
    expect(chosen()).toBe('help-topic-hold-new')
    await press('Escape', 'F1')
    await desk.type('hóld')
    const found = [...(help()?.querySelectorAll('[role="option"]') ?? [])].map(({ id }) => id)
    expect([found.length > 1, chosen()]).toEqual([true, found[0]])
    await press('ArrowDown')
    expect(chosen()).toBe(found[1])
    await press('ArrowUp')
    expect(chosen()).toBe(found[0])
    await press('Escape')
    expect(help()).toBeNull()
    expect(document.activeElement).toBe(desk.line())
  })

  it('that finds nothing for a name searches the patrons for it by Enter', async () => {
    await open(EMPTY)
    await press('F1')
    await desk.type('qqnguyen kim')
    await press('Enter')
    expect([help(), desk.line().value]).toEqual([null, 'qqnguyen kim'])
    expect(desk.calls('search.patrons').at(-1)?.input['text']).toBe('qqnguyen kim')
  })

  it('is searched for a word that is no command, by Enter; patrons and titles are below it', async () => {
    await open(EMPTY)
    await desk.type('/qqxyz')
    await desk.settle(300)
    expect(document.querySelectorAll('[data-part="search"] [role="option"]')).toHaveLength(3)
    await press('Enter')
    expect(field()?.value).toBe('qqxyz')
    await press('Escape')
    await desk.type('/qqxyz')
    await press('ArrowDown', 'ArrowDown', 'Enter')
    expect(desk.calls('search.titles').at(-1)?.input['text']).toBe('qqxyz')
  })

  it('takes no scan: the desk gets it, and help gives way', async () => {
    await open(EMPTY)
    await press('F1')
    await desk.scan('31234000123457')
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual(['31234000123457'])
    expect(help()).toBeNull()
  })

  it('keeps what was typed at set-up and at the sign-in', async () => {
    await open(SIGN_IN)
    const initials = document.querySelector<HTMLInputElement>('input[name="initials"]')
    desk.focus(initials)
    await desk.type('ro')
    await press('F1', 'Escape')
    expect(document.querySelector<HTMLInputElement>('input[name="initials"]')?.value).toBe('ro')
    expect(document.activeElement).toBe(initials)
  })

  it('keeps a form of a page, and sends nothing of it', async () => {
    await open({ ...FIVE_OUT, page: NEW_ITEM })
    await press('N')
    const title = document.querySelector<HTMLInputElement>('[data-field="title"] input')
    expect(title).not.toBeNull()
    if (title) title.value = 'half written'
    desk.press('F1', { ctrlKey: true })
    await desk.settle()
    expect(help()).not.toBeNull()
    desk.press('Enter', { ctrlKey: true })
    await press('Enter', 'Escape')
    expect(document.querySelector<HTMLInputElement>('[data-field="title"] input')?.value).toBe('half written')
    expect(desk.calls('item.make')).toEqual([])
  })

  it('lists every key below, as it is at this desk', async () => {
    await open(EMPTY, { key_preset: 'evergreen' })
    await press('F1')
    expect(help()?.querySelectorAll('li kbd').length).toBeGreaterThan(40)
  })
})
