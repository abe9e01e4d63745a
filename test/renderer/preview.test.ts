/** A live form: what would come of it is asked while it is typed, and stands in nobody's way. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Result } from '../../shared/ipc/envelope.ts'
import type { PageView } from '../../shared/desk/page.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

const METHOD = 'charge.waive-preview'
const BOOK = '31234000000099'
const QUIET_MS = 200
const REASONS = ['goodwill', 'hardship'].map((value) => ({ value, label: value }))
const field = { is_beside: false, only_with: '', group: '', value: '', is_required: false, hint: '', options: [] }

const PAGE: PageView = {
  ...ACCOUNT,
  ref: { place: 'waive', about: '' },
  acts: [],
  sections: [],
  enter: {
    act_id: 'w',
    key: '',
    label: 'Waive',
    call: { method: 'charge.waive', input: { charge_ref: 'c1' } },
    preview: { method: METHOD, input: { charge_ref: 'c1', amount_cents: null } },
    asks: [
      { ...field, name: 'amount_cents', label: 'Amount', kind: 'money' },
      { ...field, name: 'reason', label: 'Why', kind: 'choice', is_required: true, options: REASONS },
    ],
    says: '',
    is_grave: false,
    weight: 'main' as const,
  },
}

let desk: Mounted
afterEach(() => desk.unmount())

const said = (): string => document.querySelector('[data-part="preview"]')?.textContent ?? 'none'
const asked = (): unknown[] => desk.calls(METHOD).map(({ input }) => input['amount_cents'])
const lines = (text: string): Result => ({ kind: 'ok', output: { lines: [{ text, tone: 'plain' }] } })
const says = (input: Readonly<Record<string, unknown>>): string => `of ${String(input['amount_cents'])}`

/** Answers of the station, given when a test says so. */
const waiting: (() => void)[] = []

async function open(isHeldBack = false): Promise<void> {
  waiting.length = 0
  desk = await mountScene({ ...FIVE_OUT, page: PAGE })
  desk.wire.intercept(({ method, input }) => {
    if (method !== METHOD) return null
    if (!isHeldBack) return lines(says(input))
    return new Promise((resolve) => waiting.push(() => resolve(lines(says(input)))))
  })
  desk.press('Enter')
  await desk.settle(QUIET_MS)
}

describe('a preview', () => {
  it('is there when the form opens, and follows what is typed', async () => {
    await open()
    expect(said()).toBe('of null')
    await desk.type('250')
    await desk.settle(QUIET_MS)
    expect(said()).toBe('of 250')
  })

  it('says nothing of what stood there before, nor of what cannot be read', async () => {
    await open()
    await desk.type('2')
    await desk.settle(QUIET_MS)
    expect(said()).toBe('')
    expect(asked()).toEqual([null])
  })

  it('is asked once for digits that come fast', async () => {
    await open()
    for (const key of '1250') {
      desk.press(key)
      await desk.settle(60)
    }
    await desk.settle(QUIET_MS)
    expect(asked()).toEqual([null, 1250])
  })

  it('the newest answer wins: one is asked at a time, and what came between is never asked', async () => {
    await open(true)
    await desk.type('25')
    await desk.settle(QUIET_MS)
    await desk.type('0')
    await desk.settle(QUIET_MS)
    expect(asked()).toEqual([null])
    waiting.shift()?.()
    await desk.settle()
    expect([asked(), said()]).toEqual([[null, 250], ''])
    waiting.shift()?.()
    await desk.settle()
    expect(said()).toBe('of 250')
  })

  it('a station that does not answer holds up no key and is asked nothing more', async () => {
    await open(true)
    await desk.type('250')
    desk.press('Enter')
    await desk.settle()
    expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('reason')
    await desk.settle(5_000)
    expect([asked(), said()]).toEqual([[null], ''])
    await desk.scan(BOOK)
    expect(desk.calls('desk.scan')).toHaveLength(1)
  })

  it('a scan into the form goes to the desk, and the preview is of what stands there without it', async () => {
    await open()
    await desk.type('250')
    await desk.settle(QUIET_MS)
    await desk.scan(BOOK)
    await desk.settle(QUIET_MS)
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual([BOOK])
    expect(asked().at(-1)).toBe(250)
    expect(said()).toBe('of 250')
  })

  it('a station that is starting again is not asked, and is not told later', async () => {
    await open()
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'restarting' })
    await desk.type('250')
    await desk.settle(QUIET_MS)
    expect([asked(), said()]).toEqual([[null], ''])
    desk.press('Escape')
    desk.wire.push({ topic: 'process-state', process: 'station', state: 'up' })
    await desk.settle(5_000)
    expect(asked()).toEqual([null])
  })
})
