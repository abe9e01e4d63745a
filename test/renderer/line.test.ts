/** The one line: every scan lands whole, wherever the focus is, and the line gets the focus back. */
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { WAITING_MAX } from '../../shared/desk/session/waiting.ts'
import { en } from '../../shared/words/en/en.ts'
import { mountScene, untilScanIsOver, type Mounted } from './support/mounted.ts'
import { ACCOUNT, act as pageAct, field } from './support/pages.ts'
import { DECIDE, EMPTY, FIVE_OUT, SET_UP, SIGN_IN } from './support/scenes.ts'

const CARD = '21234000123456'
const BOOK = '31234000123457'
let desk: Mounted
const open = async (scene: DeskSnapshot): Promise<void> => {
  desk = await mountScene(scene)
}
const scans = (): readonly unknown[] => desk.calls('desk.scan').map(({ input }) => [input['text'], input['source']])
const isLineFocused = (): boolean => document.activeElement === desk.line()
const button = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(name))
  if (!found) throw new Error(`no button ${name}`)
  return found
}

afterEach(() => desk.unmount())

const options = (): readonly string[] =>
  [...document.querySelectorAll('[role="option"] b')].map((one) => one.textContent ?? '')
const chosen = (): string => document.querySelector('[role="option"][aria-selected="true"] b')?.textContent ?? ''
const help = (): Element | null => document.querySelector('[data-part="help"]')

describe('the commands', () => {
  it('are found by the words of the field, the best one chosen, and one Enter does it', async () => {
    await open(EMPTY)
    await desk.type('/discharge')
    expect(chosen()).toBe('Check in')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.mode').map(({ input }) => input['mode'])).toEqual(['in'])
    await desk.type('/overdues')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.go').map(({ input }) => input['page'])).toEqual([{ place: 'overdue', about: '' }])
  })

  it('choose nothing before anything is typed', async () => {
    await open(EMPTY)
    await desk.type('/')
    expect(options().length).toBeGreaterThan(30)
    expect(chosen()).toBe('')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.mode')).toEqual([])
  })

  it('say of what the desk does not do what to do instead, with the keys as they are here', async () => {
    await open(EMPTY)
    await desk.type('/renew card')
    const first = document.querySelector('[role="option"]')
    expect(first?.querySelector('b')?.textContent).not.toBe('')
    expect(first?.textContent).toContain('With the patron open')
  })

  it('lead straight to an act of the account on the screen, by another word for it, and list it once', async () => {
    const { set } = en.pages.patrons.pin
    const pin = pageAct('', set, { weight: 'more', asks: [field('pin', 'PIN', 'pin')] })
    await open({ ...FIVE_OUT, page: { ...ACCOUNT, acts: [...ACCOUNT.acts, pin] } })
    for (const typed of ['/reset PIN', '/set the PIN']) {
      await desk.type(typed)
      expect(options().filter((label) => label === set)).toHaveLength(1)
      expect(chosen()).toBe(set)
      expect(document.querySelector('[role="option"]')?.textContent).toBe(set)
      desk.press('Escape')
      await desk.settle()
    }
    await desk.type('/reset PIN')
    desk.press('Enter')
    await desk.settle()
    expect(document.querySelector('[data-form]')?.textContent).toContain('PIN')
  })

  it('say of an act that the account on the screen does not have that it has none, and lead nowhere', async () => {
    await open({ ...FIVE_OUT, page: ACCOUNT })
    await desk.type('/reset PIN')
    expect(chosen()).toBe(en.pages.patrons.pin.set)
    const { not_on_account } = en.screen.line
    expect(document.querySelector('[role="option"]')?.textContent).toBe(en.pages.patrons.pin.set + not_on_account)
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.go')).toEqual([])
    expect(document.querySelector('[data-part="search"] output')?.textContent).toBe(not_on_account)
  })

  it.each([
    ['/reset PIN', en.pages.patrons.pin.set, 'F7, then More.'],
    ['/extra card', en.pages.patrons.card.replace, 'scan the new card, or F7, then More.'],
    ['/may no longer', en.pages.account.pickups.end, 'then X.'],
  ])('say for %s where the act is when no account is on the screen', async (typed, label, where) => {
    await open(EMPTY)
    await desk.type(typed)
    expect(chosen()).toBe(label)
    expect(document.querySelector('[role="option"]')?.textContent).toContain(where)
  })

  it.each(['help', '?'])('open help for %s on the line', async (typed) => {
    await open(EMPTY)
    await desk.type(typed)
    await desk.settle(300)
    desk.press('Enter')
    await desk.settle()
    expect(help()?.querySelectorAll('li kbd').length).toBeGreaterThan(40)
    expect(scans()).toEqual([])
  })

  it('are offered for a name that no patron has, and none is done without being chosen', async () => {
    await open(EMPTY)
    await desk.type('log out')
    await desk.settle(300)
    expect([options(), chosen()]).toEqual([['Sign out'], ''])
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('staff.sign-out')).toEqual([])
    desk.press('ArrowDown')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('staff.sign-out')).toHaveLength(1)
  })

  it('never take a number that nobody has: the station says what it is', async () => {
    await open(EMPTY)
    await desk.type('REF')
    await desk.settle(300)
    desk.press('Enter')
    await desk.settle()
    expect(scans()).toEqual([['REF', 'typed']])
  })
})

describe('a scan', () => {
  it.each([[['Enter']], [['Enter', 'Enter']], [['Tab']]])(
    'that ends with %j goes whole to the desk',
    async (suffix) => {
      await open(EMPTY)
      await desk.scan(CARD, suffix)
      expect(scans()).toEqual([[CARD, 'scan']])
      expect(desk.line().value).toBe('')
      expect(desk.calls('desk.finish')).toHaveLength(0)
    },
  )

  it('while a button has the focus presses no button', async () => {
    await open(FIVE_OUT)
    desk.focus(button(FIVE_OUT.undo_label))
    await desk.scan(BOOK)
    expect(scans()).toEqual([[BOOK, 'scan']])
    expect(desk.calls('desk.undo')).toHaveLength(0)
    expect(isLineFocused()).toBe(true)
  })

  it('into a search closes the search and leaves nothing of it in the line', async () => {
    await open(FIVE_OUT)
    desk.press('F4')
    await desk.type('smi')
    await desk.scan(BOOK)
    expect(scans()).toEqual([[BOOK, 'scan']])
    expect(desk.line().value).toBe('')
    expect(document.querySelector('[data-part="search"]')).toBeNull()
  })

  it('of an ISBN into a title search is looked for there, and is no scan; a book’s own number is one', async () => {
    await open(FIVE_OUT)
    desk.press('F3')
    await desk.type('wes')
    await desk.scan('9780399590504')
    expect(scans()).toEqual([])
    expect(desk.line().value).toBe('9780399590504')
    expect(desk.calls('search.titles').at(-1)?.input['text']).toBe('9780399590504')
    await desk.scan(BOOK)
    expect(scans()).toEqual([[BOOK, 'scan']])
    expect(desk.line().value).toBe('')
  })

  it('is not what a fast clerk typed before the screen drew a frame: a name stays a search', async () => {
    await open(EMPTY)
    await desk.scan('mill 3/9/2001')
    expect(scans()).toEqual([])
    expect(desk.line().value).toBe('mill 3/9/2001')
    expect(desk.calls('search.patrons').at(-1)?.input['text']).toBe('mill 3/9/2001')
  })

  it('of a code with letters, before the screen drew a frame, is one', async () => {
    await open(EMPTY)
    await desk.scan('ABC0012345')
    expect(scans()).toEqual([['ABC0012345', 'scan']])
    expect(desk.line().value).toBe('')
  })

  it('while settings are open changes no setting, and settings stay open', async () => {
    await open(FIVE_OUT)
    desk.press(',', { ctrlKey: true })
    await desk.settle()
    expect(document.activeElement?.getAttribute('type')).toBe('radio')
    await desk.scan(BOOK)
    expect(scans()).toEqual([[BOOK, 'scan']])
    expect(desk.calls('settings.set')).toHaveLength(0)
    expect(document.querySelector('[data-part="settings"]')).not.toBeNull()
  })

  it('while a key is being changed is a scan, not a key', async () => {
    await open(FIVE_OUT)
    desk.press(',', { ctrlKey: true })
    await desk.settle()
    const key = document.querySelector<HTMLElement>('[data-action="undo"]')
    desk.focus(key)
    desk.press('Enter')
    await desk.scan(BOOK)
    expect(scans()).toEqual([[BOOK, 'scan']])
    expect(desk.calls('settings.set')).toHaveLength(0)
  })

  it('that begins with the digit of an answer does not answer', async () => {
    await open(DECIDE)
    await desk.scan('12345678')
    await desk.settle(200)
    expect(scans()).toEqual([['12345678', 'scan']])
    expect(desk.calls('desk.answer')).toHaveLength(0)
  })

  it('each has an id of its own, and 10,000 in a burst all go out in order', async () => {
    await open(FIVE_OUT)
    const books = Array.from({ length: 10_000 }, (_, index) => String(31_234_000_000_000 + index))
    for (const book of books) desk.desk.scan(book, 'scan')
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual(books)
    expect(new Set(desk.calls('desk.scan').map(({ input }) => input['commandId'])).size).toBe(10_000)
    while (desk.desk.store.now().waiting_count > 0) await desk.settle(50)
    expect(desk.wire.snapshot().totals.out_count).toBe(10_005)
    expect(desk.text()).toContain('10005 checked out')
  })
})

describe('Enter', () => {
  it('on the empty line finishes, but not within half a second of a scan', async () => {
    await open(FIVE_OUT)
    await desk.scan(BOOK)
    desk.press('Enter')
    expect(desk.calls('desk.finish')).toHaveLength(0)
    await untilScanIsOver(desk)
    desk.press('Enter')
    expect(desk.calls('desk.finish')).toHaveLength(1)
    await desk.settle()
  })

  it('sends what a person typed, and clears the line', async () => {
    await open(EMPTY)
    await desk.type('3456')
    desk.press('Enter')
    await desk.settle()
    expect(scans()).toEqual([['3456', 'typed']])
    expect(desk.line().value).toBe('')
  })
})

describe('what is pasted', () => {
  function paste(text: string): boolean {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    act(() => void desk.line().dispatchEvent(event))
    return event.defaultPrevented
  }

  it('in several lines is a scan for each, in order; in one line it is typed', async () => {
    await open(EMPTY)
    expect(paste(`${CARD}\r\n\n ${BOOK}\n`)).toBe(true)
    await desk.settle()
    expect(scans()).toEqual([
      [CARD, 'typed'],
      [BOOK, 'typed'],
    ])
    expect(paste(`${BOOK}\n`)).toBe(false)
    expect(scans()).toHaveLength(2)
  })

  it('in more lines than scans may wait is not scanned at all, and the band says so', async () => {
    await open(EMPTY)
    const lines = (count: number): string => Array.from({ length: count }, () => BOOK).join('\n')
    expect(paste(lines(WAITING_MAX + 1))).toBe(true)
    await desk.settle()
    expect(scans()).toEqual([])
    const said = document.querySelector('[data-part="band"]')?.textContent ?? ''
    expect(said).toContain(String(WAITING_MAX + 1))
    expect(said).toContain(String(WAITING_MAX))
    expect(paste(lines(WAITING_MAX))).toBe(true)
    await desk.settle()
    expect(scans()).toHaveLength(WAITING_MAX)
  })
})

describe('the focus', () => {
  it('comes back to the line after a click, after a panel and after another window', async () => {
    await open(FIVE_OUT)
    expect(isLineFocused()).toBe(true)
    desk.focus(button('Renew all'))
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.renew-all')).toHaveLength(1)
    expect(isLineFocused()).toBe(true)
    desk.press(',', { ctrlKey: true })
    await desk.settle()
    expect(isLineFocused()).toBe(false)
    desk.press('Escape')
    await desk.settle()
    expect(isLineFocused()).toBe(true)
    desk.line().blur()
    window.dispatchEvent(new Event('focus'))
    expect(isLineFocused()).toBe(true)
  })

  it('follows the first letter typed while a button has it', async () => {
    await open(FIVE_OUT)
    desk.focus(button(FIVE_OUT.undo_label))
    desk.press('s')
    expect(isLineFocused()).toBe(true)
    expect(desk.line().value).toBe('s')
  })
})

describe('before anybody is signed in', () => {
  /** As quick as a hand is, with its Enter. */
  const quickly = async (pin: string): Promise<void> => {
    for (const key of [...pin.split(''), 'Enter']) desk.press(key)
    await desk.settle()
  }

  it('a badge signs in, wherever the focus is', async () => {
    await open(SIGN_IN)
    await desk.scan('99887766')
    expect(scans()).toEqual([['99887766', 'scan']])
    expect(document.querySelector('[data-screen="desk"]')).not.toBeNull()
  })

  it('a quick PIN is a PIN: it goes nowhere else and is never on the screen', async () => {
    await open(SIGN_IN)
    await desk.type('RO')
    desk.press('Enter')
    await quickly('471147')
    expect(scans()).toEqual([])
    const [call] = desk.calls('staff.sign-in')
    expect([call?.input['initials'], call?.input['pin']]).toEqual(['RO', '471147'])
    expect(desk.text()).not.toContain('471147')
    expect(document.querySelector('[data-screen="desk"]')).not.toBeNull()
  })

  const field = (name: string): HTMLInputElement | null => document.querySelector(`input[name="${name}"]`)

  it('a wrong PIN is refused in words, and only the PIN is typed again', async () => {
    await open(SIGN_IN)
    await desk.type('RO')
    desk.press('Enter')
    await quickly('000000')
    expect(document.querySelector('[role="alert"].unseen')?.textContent ?? '').toBe('')
    expect(desk.text()).toContain('That is not a badge or PIN. Try again.')
    expect([field('initials')?.value, field('pin')?.value]).toEqual(['RO', ''])
    expect(document.activeElement).toBe(field('pin'))
    await untilScanIsOver(desk)
    await desk.type('wz')
    expect([field('initials')?.value, document.activeElement]).toEqual(['wz', field('initials')])
  })

  it('says that it checks the PIN until the answer comes', async () => {
    await open(SIGN_IN)
    const { promise, resolve } = Promise.withResolvers<null>()
    desk.wire.intercept(({ method }) => (method === 'staff.sign-in' ? promise : null))
    await desk.type('RO')
    desk.press('Enter')
    await quickly('471147')
    expect(desk.text()).toContain('Checking…')
    resolve(null)
    await desk.settle()
    expect(document.querySelector('[data-screen="desk"]')).not.toBeNull()
  })

  it('at set-up a scanner’s Enter sends no form off', async () => {
    await open(SET_UP)
    await desk.scan('31234000123457')
    expect(desk.calls('import.start')).toHaveLength(0)
    await untilScanIsOver(desk)
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('import.start').map(({ input }) => input['folder'])).toEqual(['31234000123457'])
  })
})
