/** A total of a drawer: more digits than an amount, and what is large is asked again before it is sent. */
import { afterEach, expect, it } from 'vitest'
import type { Act } from '../../shared/desk/page.ts'
import { DEFAULT_SETTINGS } from '../../shared/ipc/settings.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { QUICK_KEYS } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const shown = { hint: '', options: [], is_beside: false, only_with: '', group: '' } as const
const field = { kind: 'total', value: '', is_required: true, ...shown } as const
const TOTALS: Act = {
  act_id: 'totals',
  key: 'B',
  label: 'Totals',
  call: { method: 'settings.set', input: {} },
  asks: [
    { ...field, name: 'settings.checks', label: 'Checks', options: [] },
    { ...field, name: 'settings.card', label: 'Card', options: [] },
  ],
  says: '',
  preview: null,
  is_grave: false,
  weight: 'main',
}

async function open(): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: { ...QUICK_KEYS, acts: [TOTALS] } })
  const output = { settings: DEFAULT_SETTINGS }
  desk.wire.intercept(({ method }) => (method === 'settings.set' ? { kind: 'ok', output } : null))
  await press('b')
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) desk.press(key)
  await desk.settle(200)
}
const sent = (): readonly unknown[] => desk.calls('settings.set').map(({ input }) => input['settings'])
const asked = (): string => document.querySelector('[data-part="form"] [role="alert"]')?.textContent ?? ''

async function types(checks: string, card: string): Promise<void> {
  await desk.type(checks)
  await press('Enter')
  await desk.type(card)
  await press('Enter')
}

it('is sent as it is up to $999.99', async () => {
  await open()
  await types('99999', '0')
  expect(sent()).toEqual([{ checks: 99_999, card: 0 }])
})

it('above that each is asked again once, and then sent', async () => {
  await open()
  await types('123456', '99999.99')
  expect([sent(), asked()]).toEqual([[], expect.stringContaining('Checks')])
  await press('Enter', 'Enter')
  expect([sent(), asked()]).toEqual([[], expect.stringContaining('Card')])
  await press('Enter')
  expect(sent()).toEqual([{ checks: 123_456, card: 9_999_999 }])
})

it('takes seven digits and no more', async () => {
  await open()
  await desk.type('12345678')
  const box = document.querySelector<HTMLInputElement>('[data-field="settings.checks"] input')
  expect(box?.value).toBe('1234567')
})

it('a step that waits for a second person stays closed, so that the digit answers its row', async () => {
  const page = { ...QUICK_KEYS, ref: { place: 'drawer', about: '' }, enter: TOTALS } as const
  desk = await mountScene({ ...FIVE_OUT, page: { ...page, acts: [], steps_back: ['totals'] } })
  const asks = { kind: 'refused', code: 'approval-asked', says: 'Not your role.', way_out: 'Ask.' } as const
  desk.wire.intercept(({ method }) => (method === 'settings.set' ? asks : null))
  await desk.settle(200)
  await types('100', '0')
  expect(sent()).toHaveLength(1)
  expect(document.querySelector('[data-part="form"]')).toBeNull()
  expect(document.activeElement?.id).toBe('line')
})

it('what the station asks again is meant when it is sent once more as it is, and not after a change', async () => {
  await open()
  desk.wire.intercept(({ method, input }) => {
    if (method !== 'settings.set' || 'is_difference_meant' in input) return null
    return { kind: 'refused', code: 'deposit-differs', says: 'It differs.', way_out: 'Look again.' }
  })
  const meant = () => desk.calls('settings.set').map(({ input }) => 'is_difference_meant' in input)
  await types('500', '0')
  expect([meant(), asked()]).toEqual([[false], expect.stringContaining('It differs.')])
  await types('600', '0')
  expect([meant(), asked()]).toEqual([[false, false], expect.stringContaining('It differs.')])
  await press('Enter', 'Enter')
  expect(meant()).toEqual([false, false, true])
})
