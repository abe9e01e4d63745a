/** What the desk shows and does: rows and their answers, searches, refusals, a station that comes and goes. */
import { afterEach, describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { ENGLISH } from '../support/said.ts'
import { ACTIONS } from '../../shared/desk/keymap.ts'
import type { Settings } from '../../shared/ipc/settings.ts'
import { SILENT_AFTER_MS } from '../../renderer/desk/under-way.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { NEW_ITEM } from './support/pages.ts'
import { DECIDE, EMPTY, FIVE_OUT, ODD_TITLES, row, SIGN_IN, WARMTH } from './support/scenes.ts'

let desk: Mounted
const open = async (scene: DeskSnapshot, settings: Partial<Settings> = {}): Promise<void> => {
  desk = await mountScene(scene, settings)
}
const part = (name: string): Element | null => document.querySelector(`[data-part="${name}"]`)
const currentRow = (): string | null =>
  document.querySelector('[data-row][aria-current]')?.getAttribute('data-row') ?? null
const answers = (): readonly unknown[] => desk.calls('desk.answer').map(({ input }) => [input['row_id'], input['key']])
const DOWN = { kind: 'failed', code: 'process-down', says: 'Starting again.' } as const

afterEach(() => desk.unmount())

describe('rows that wait', () => {
  it('are walked by the arrows and answered by their digit', async () => {
    await open(DECIDE)
    expect(currentRow()).toBe('r6')
    desk.press('ArrowDown')
    await desk.settle()
    expect(currentRow()).toBe('r7')
    desk.press('2')
    expect(answers()).toEqual([])
    await desk.settle(200)
    expect(answers()).toEqual([['r7', '2']])
    expect(desk.line().value).toBe('')
    expect(currentRow()).toBe('r6')
  })

  it('are left by Esc', async () => {
    await open(DECIDE)
    desk.press('Escape')
    await desk.settle()
    expect(answers()).toEqual([['r6', '0']])
  })

  it('keep Finish from firing, and say so', async () => {
    await open(DECIDE)
    expect(document.querySelector('button[aria-disabled="true"]')?.textContent).toContain('2 to answer first')
    desk.press('Enter')
    await desk.settle()
    expect(part('band')?.textContent).toContain('2 to decide before you finish.')
    expect(part('band')?.getAttribute('data-outcome')).toBe('decide')
  })
})

describe('finding', () => {
  it('a person: a sole hit is chosen, and Enter opens it once it has stood still', async () => {
    await open(EMPTY)
    desk.press('F4')
    await desk.type('jonah')
    expect(desk.line().getAttribute('role')).toBe('combobox')
    expect(desk.line().getAttribute('aria-activedescendant')).toBe('hit-p2')
    await desk.settle(260)
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.open-patron').map(({ input }) => input['patron_id'])).toEqual([2])
    expect(desk.line().value).toBe('')
  })

  it('a person among several: nobody is opened until one is chosen', async () => {
    await open(EMPTY)
    desk.press('F4')
    await desk.type('smi')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.open-patron')).toHaveLength(0)
    expect(part('search')?.textContent).toContain('to select one, then Enter')
    expect(part('search')?.textContent).toContain('formerly Jody Smart')
    desk.press('ArrowDown')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.open-patron').map(({ input }) => input['patron_id'])).toEqual([1])
  })

  it('the only one whose name begins so is at hand, before others who have it inside theirs', async () => {
    await open(EMPTY)
    await desk.type('berg')
    expect(part('search')?.textContent).toContain('Rosenberg, Ruth')
    await desk.settle(260)
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.open-patron').map(({ input }) => input['patron_id'])).toEqual([4])
  })

  it.each([
    ['3/6', true],
    ['12/25/85', true],
    ['(847', true],
    ['555-01', true],
    ['847 555', true],
    ['978-0', false],
    ['21234 0', false],
    ['31234000000049', false],
    ['412', false],
  ])('%s on the line looks for a person: %s', async (text, isLooked) => {
    await open(EMPTY)
    await desk.type(text)
    expect(part('search') !== null).toBe(isLooked)
  })

  it('Enter takes no row that came under the finger a moment ago, and says so', async () => {
    await open(EMPTY)
    desk.press('F4')
    await desk.type('jo')
    desk.press('n')
    await desk.settle(20)
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.open-patron')).toHaveLength(0)
    expect(part('search')?.textContent).toContain('The list just changed. Check it, then press Enter again')
    await desk.settle(260)
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.open-patron').map(({ input }) => input['patron_id'])).toEqual([2])
  })

  it('a title shows whether it is in, and Esc goes back step by step', async () => {
    await open(EMPTY)
    desk.press('F3')
    await desk.type('other suns')
    await desk.settle(260)
    desk.press('Enter')
    await desk.settle()
    expect(part('page')?.textContent).toContain('2 of 3 in at Maple Street')
    desk.press('Escape')
    await desk.settle()
    expect(part('page')).toBeNull()
    expect(part('search')?.textContent).toContain('The Warmth of Other Suns')
    expect(desk.line().value).toBe('other suns')
    desk.press('Escape')
    await desk.settle()
    expect(part('search')).toBeNull()
    expect(document.activeElement).toBe(desk.line())
  })

  it('nobody of that name: says what else to type and where else to look, by the key that does it here', async () => {
    await open(EMPTY, { key_preset: 'polaris' })
    await desk.type('xyzzy')
    await desk.settle()
    expect(part('search')?.textContent).toBe(
      'No patrons match. Type less, or something else: 3 letters of a name, 4 digits of a card or phone, an e-mail, ' +
        'a street, or a birth date (3/6/1971). F12 searches the catalog.',
    )
  })

  it.each(['xyzzy tales', 'xyzzy'])(
    'a page that asks for a title makes a new one of %s, which none has',
    async (words) => {
      await open({ ...EMPTY, page: NEW_ITEM })
      await desk.type(words)
      await desk.settle()
      expect(part('search')?.textContent).toContain('Nothing found. Enter = A new title.')
      desk.press('Enter')
      await desk.settle()
      expect(part('search')).toBeNull()
      expect(document.querySelector<HTMLInputElement>('input[name="title"]')?.value).toBe(words)
      expect(desk.calls('desk.scan')).toEqual([])
    },
  )

  it('a page that has no use for them sends the clerk back to it, and not to the people', async () => {
    await open({ ...EMPTY, page: { ...NEW_ITEM, unfound_goes_to: null } })
    await desk.type('xyzzy')
    await desk.settle()
    expect(part('search')?.textContent).toContain('Nothing found. Esc = back.')
  })

  it('a page that says what a scan is for does not say that it lends', async () => {
    await open({ ...FIVE_OUT, page: NEW_ITEM })
    expect(part('line')?.textContent).toBe('Dana Miller is open')
    await desk.unmount()
    await open({ ...FIVE_OUT, page: { ...NEW_ITEM, line_hint: '' } })
    expect(part('line')?.textContent).toBe('Checking out to Dana Miller')
  })

  it('a page that takes scans says what a scan means there, and nothing of cards', async () => {
    await open(EMPTY)
    desk.press('F5')
    await desk.settle()
    expect(part('band')?.textContent).toBe('Scan or type a barcode to look at it Esc = back.')
  })

  it('a command: a slash on the empty line lists them', async () => {
    await open(EMPTY)
    await desk.type('/settings of')
    // No command: help, patrons and titles are searched for it.
    expect(document.querySelectorAll('[data-part="search"] [role="option"]')).toHaveLength(3)
    desk.press('Escape')
    await desk.type('/colors')
    await desk.settle(260)
    desk.press('Enter')
    await desk.settle()
    expect(part('settings')).not.toBeNull()
  })
})

describe('keys', () => {
  it('Ctrl+H shows every act with its key', async () => {
    await open(EMPTY)
    desk.press('h', { ctrlKey: true })
    await desk.settle()
    for (const action of ACTIONS) {
      const { label, does } = ENGLISH.words.screen.keys.acts[action]
      expect(part('keys')?.textContent).toContain(`${label} ${does}`)
    }
    expect(part('keys')?.textContent).toContain('Ctrl')
  })

  it('follow the settings of the desk', async () => {
    await open(EMPTY, { key_overrides: { 'check-in': 'Ctrl+7' } })
    desk.press('F2')
    desk.press('7', { ctrlKey: true })
    await desk.settle()
    expect(desk.calls('desk.mode').map(({ input }) => input)).toEqual([{ mode: 'in', is_toggling: true }])
  })

  it('are named in sentences as they are at this desk', async () => {
    const sentence = 'Nothing recorded. Scan again, or {key:find-person} to find by name.'
    await open({ ...EMPTY, band: { ...WARMTH, outcome: 'stop', sentence } }, { key_preset: 'polaris' })
    expect(part('band')?.textContent).toContain('Scan again, or F9 to find by name.')
  })

  it.each(['full', 'silent'] as const)('are named in its heading too, where the band is %s', async (weight) => {
    const heading = 'Blocked: mail came back. {key:account} shows the account.'
    await open({ ...EMPTY, band: { ...WARMTH, outcome: 'stop', weight, heading, sentence: '' } })
    expect(part('band')?.textContent).toContain('Blocked: mail came back. F7 shows the account.')
  })

  it('a new key is kept, and one that is taken is refused in words', async () => {
    await open(EMPTY)
    desk.press(',', { ctrlKey: true })
    await desk.settle()
    const change = async (action: string, key: string, held = {}): Promise<void> => {
      const button = document.querySelector<HTMLElement>(`[data-action="${action}"]`)
      desk.focus(button)
      desk.press('Enter')
      await desk.settle()
      desk.press(key, held)
      await desk.settle()
    }
    await change('last-patron', 'F2')
    expect(desk.text()).toContain('F2 already does “Check in”. The key was not changed.')
    expect(desk.calls('settings.set')).toHaveLength(0)
    await change('last-patron', '7', { ctrlKey: true })
    expect(desk.calls('settings.set').map(({ input }) => input['settings'])).toEqual([
      { key_overrides: { 'last-patron': 'Ctrl+7' } },
    ])
    expect(desk.calls('desk.last-patron')).toHaveLength(0)
  })
})

describe('a station that stops', () => {
  it('is named, scans are kept, and each goes in once with its own id, in order', async () => {
    await open(FIVE_OUT)
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'restarting' })
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? DOWN : null))
    await desk.scan('31234000000011')
    await desk.scan('31234000000022')
    expect(part('station')?.getAttribute('data-state')).toBe('restarting')
    // Whether something was lost is only known when its files are open again.
    expect(desk.text()).not.toContain('lost')
    expect(desk.text()).toContain('2 waiting')
    desk.wire.intercept(() => null)
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle()
    const sent = desk.calls('desk.scan').map(({ input }) => `${String(input['text'])} ${String(input['commandId'])}`)
    const last = sent.slice(-2)
    expect(last.map((one) => one.split(' ')[0])).toEqual(['31234000000011', '31234000000022'])
    expect(sent[0]).toBe(last[0])
    expect(desk.wire.snapshot().totals.out_count).toBe(7)
    expect(desk.text()).not.toContain('waiting')
    expect(desk.text()).not.toContain('restarting')
  })

  it('whose answer cannot be read is told of, with no word on whether it was recorded', async () => {
    await open(FIVE_OUT)
    const { notice } = ENGLISH.words.screen.rescue
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? ({ kind: 'fine' } as never) : null))
    await desk.scan('31234000000011')
    expect(desk.text()).toContain(notice.unreadable.heading)
    expect(desk.text()).toContain(notice.unreadable.sentence)
    expect(desk.text()).not.toContain(notice.not_recorded)
  })

  it('that says nothing for five seconds is named, and no longer once it answers anything', async () => {
    await open(FIVE_OUT)
    const late = Promise.withResolvers<null>()
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? late.promise.then(() => DOWN) : null))
    await desk.scan('31234000000011')
    await desk.settle(SILENT_AFTER_MS - 500)
    expect(part('station')).toBeNull()
    await desk.settle(600)
    expect(part('station')?.textContent).toContain('not answering yet')
    expect(desk.text()).toContain('1 waiting')
    desk.wire.intercept(() => null)
    late.resolve(null)
    await desk.settle()
    expect(part('station')).toBeNull()
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle()
    expect(desk.wire.snapshot().totals.out_count).toBe(6)
  })

  it('that has nothing to answer is not silent', async () => {
    await open(FIVE_OUT)
    await desk.scan('31234000000011')
    await desk.settle(SILENT_AFTER_MS + 200)
    expect(part('station')).toBeNull()
  })

  it('gets what was done meanwhile in the order in which it was done', async () => {
    await open(FIVE_OUT)
    const down = ['desk.scan', 'desk.finish', 'desk.mode']
    desk.wire.intercept(({ method }) => (down.includes(method) ? DOWN : null))
    await desk.scan('31234000000011')
    // From here on the station would answer, and nothing goes to it before the scan that is kept.
    desk.wire.intercept(() => null)
    await desk.scan('31234000000022')
    await desk.settle(600)
    desk.press('Enter')
    desk.press('F2')
    await desk.settle()
    expect(desk.calls('desk.finish')).toHaveLength(0)
    const before_count = desk.wire.calls.length
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle()
    const sent = desk.wire.calls.slice(before_count).filter(({ method }) => down.includes(method))
    expect(sent.map(({ method, input }) => [method, input['text']])).toEqual([
      ['desk.scan', '31234000000011'],
      ['desk.scan', '31234000000022'],
      ['desk.finish', undefined],
      ['desk.mode', undefined],
    ])
  })

  it('and has nobody signed in by then lists what it did not take', async () => {
    await open(FIVE_OUT)
    const band = { ...WARMTH, number: 90, outcome: 'stop', heading: 'Nobody is signed in.' } as const
    const snapshot = { ...SIGN_IN, version: 60, band }
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? { kind: 'ok', output: { snapshot } } : null))
    await desk.scan('31234000000011')
    expect(part('unrecorded')?.textContent).toBe('1 scan is not confirmed. Sign in to see which.')
    await desk.scan('31234000000022')
    expect(part('unrecorded')?.textContent, 'one at the locked door is told there').toContain('1 scan')
    desk.wire.intercept(() => null)
    desk.wire.show({ ...EMPTY, version: 70 })
    await desk.settle()
    expect(part('unrecorded')?.textContent).toContain('scan again: 31234000000011. Esc')
  })

  it('counts every scan that is not confirmed', async () => {
    await open(FIVE_OUT)
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? DOWN : null))
    for (let scan = 10; scan < 35; scan += 1) desk.desk.scan(`312340000000${scan}`, 'scan')
    await desk.settle()
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle()
    expect(part('unrecorded')?.textContent).toContain('25 scans are not confirmed, scan again: 31234000000010, ')
    expect(part('unrecorded')?.textContent).toContain(', 31234000000034. Esc')
  })

  it('for good is told with what to do, and not that scans go in by themselves', async () => {
    await open(FIVE_OUT)
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'down' })
    await desk.settle()
    expect(part('station')?.textContent).toMatch(
      /has stopped, and nothing is recorded now\. Your next scan or key restarts it/,
    )
    expect(desk.text()).not.toContain('go in by themselves')
  })

  it('that does not come back leaves no scan unsaid', async () => {
    await open(FIVE_OUT)
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? DOWN : null))
    await desk.scan('31234000000011')
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle()
    expect(part('unrecorded')?.textContent).toContain('1 scan is not confirmed, scan again: 31234000000011')
    expect(part('band')?.getAttribute('data-outcome')).toBe('stop')
    desk.press('Escape')
    await desk.settle()
    expect(part('unrecorded')).toBeNull()
  })

  it('is told of no longer once each scan went through, as the desk read it', async () => {
    await open(FIVE_OUT)
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? DOWN : null))
    for (const code of ['31234000000011', '31234000000022']) desk.desk.scan(code, 'scan')
    await desk.settle()
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle()
    expect(part('unrecorded')?.textContent).toContain('31234000000011, 31234000000022')
    const made = row('r90', 'Circe', { barcode: '31234000000011' })
    const snapshot = { ...FIVE_OUT, version: 90, rows: [made, ...FIVE_OUT.rows] }
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? { kind: 'ok', output: { snapshot } } : null))
    await desk.scan(']C031234000000011')
    expect(part('unrecorded')?.textContent).toContain('scan again: 31234000000022')
    desk.wire.intercept(({ method }) => (method === 'desk.scan' ? { kind: 'ok', output: { snapshot } } : null))
    await desk.scan('21234000000017')
    expect(part('unrecorded')?.textContent, 'a row of before is no sign').toContain('31234000000022')
    await desk.scan('31234000000022')
    expect(part('unrecorded')).toBeNull()
  })

  it('that began its versions again is believed', async () => {
    await open({ ...FIVE_OUT, version: 900 })
    desk.wire.show({ ...EMPTY, version: 1 })
    await desk.settle()
    expect(desk.text()).toContain('Dana Miller')
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle()
    expect(desk.text()).toContain('How to check out')
  })
})

describe('what is said and shown', () => {
  it('the network of this computer, as it comes and goes', async () => {
    await open(EMPTY)
    expect(desk.text()).toContain('Online')
    desk.network(false)
    await desk.settle()
    expect(desk.text()).toContain('Offline: you can keep working')
    desk.network(true)
    await desk.settle()
    expect(desk.text()).toContain('Online')
  })

  it('one sentence for a scan in the status region, an alert for a stop', async () => {
    await open(EMPTY)
    expect(part('status')?.textContent).toBe('')
    expect(part('alert')?.textContent).toBe('')
    await desk.scan('31234000123457')
    expect(part('status')?.textContent).toBe('Done. 31234000123457.')
    await desk.scan('91234000123457')
    expect(part('alert')?.textContent).toBe('Stop. 91234000123457.')
    expect(part('status')?.textContent, 'what was said before is not said any more').toBe('')
  })

  it('the edge of the screen shows the class of a new outcome, never of an old one', async () => {
    await open(FIVE_OUT)
    expect(part('edge')).toBeNull()
    await desk.scan('91234000123457')
    expect(part('edge')?.getAttribute('data-outcome')).toBe('stop')
  })

  it('a title shows no control character and no mark that turns the line around', async () => {
    await open(ODD_TITLES)
    expect(desk.text()).not.toMatch(/[\p{Cc}\u202e]/u)
    expect(desk.text()).toContain('ألف ليلة وليلة (Thousand and One Nights)')
    expect(desk.text()).toContain('and 313 rows before these')
  })

  it('a newer snapshot is asked for when the desk says it changed, and an older one is not', async () => {
    await open(FIVE_OUT)
    const before_count = desk.calls('desk.snapshot').length
    desk.wire.push({ topic: 'desk-changed', version: 3 })
    await desk.settle()
    expect(desk.calls('desk.snapshot')).toHaveLength(before_count)
    desk.wire.show({ ...FIVE_OUT, version: 50, rows: [row('z', 'Piranesi')], rows_count: 1 })
    await desk.settle()
    expect(desk.text()).toContain('Piranesi')
  })
})
