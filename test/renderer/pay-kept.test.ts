/**
 * What was typed into a payment is never turned into another payment: Enter does what its button says wherever the
 * focus is, and a key that takes figures away asks first.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/ipc/settings.ts'
import type { Payment } from '../../shared/desk/pay/payment.ts'
import { mountScene, untilScanIsOver, type Mounted } from './support/mounted.ts'
import { payPage } from './support/payment.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

async function open(part: Partial<Payment> = {}): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: payPage(part) })
  desk.wire.intercept(({ method }) =>
    method === 'settings.set' ? { kind: 'ok', output: { settings: DEFAULT_SETTINGS } } : null,
  )
  await desk.settle()
}

const LONE_MS = 200
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    desk.press(key)
    await desk.settle(LONE_MS)
  }
}
/** Every key so long after the one before. */
async function atPace(keys: readonly string[], gap_ms: number): Promise<void> {
  for (const key of keys) {
    desk.press(key)
    await desk.settle(gap_ms)
  }
}
const field = (name: string): HTMLInputElement | null => document.querySelector(`#pay-${name}`)
const text = (name: string): string | undefined => field(name)?.value
const fault = (): string | null => document.querySelector('[data-fault]')?.getAttribute('data-fault') ?? null
const focused = (): string => document.activeElement?.id ?? ''
const takeButton = (): HTMLElement =>
  document.querySelector('[data-part="payment"] button[aria-keyshortcuts="Enter"]') as HTMLElement
const tenders = (): readonly unknown[] => desk.calls('settings.set').flatMap(({ input }) => input['tenders'] as [])
const CARD = { tender: 'card', amount_cents: 375, authorization: '004711', last_four: '4242' }
const IN_KIND: Payment['in_kind'] = [
  { kind_code: 'FOOD', name: 'Food', per_kind: 'piece', value_cents: 100, most_cents: null, months: [] },
]

async function typeCard(): Promise<void> {
  await press('d')
  await desk.type('004711')
  await press('Enter')
  await desk.type('4242')
}

describe('Enter', () => {
  it.each(['exact', 'next-note', 'check', 'card', 'split'])(
    'takes the card payment with the focus on the button “%s”',
    async (key) => {
      await open()
      await typeCard()
      const button = document.querySelector<HTMLElement>(`[data-pay-key="${key}"] button`)
      // There is nothing to add to a whole payment.
      if (button === null) return expect(key).toBe('split')
      button.focus()
      await press('Enter')
      expect(tenders()).toEqual([CARD])
    },
  )

  it('takes the amount of cash that was typed, with the focus on the button of the exact one', async () => {
    await open()
    await desk.type('2099')
    document.querySelector<HTMLElement>('[data-pay-key="exact"] button')?.focus()
    await press('Enter')
    expect(tenders()).toEqual([{ tender: 'cash', tendered_cents: 2099 }])
  })

  it('with nothing given says so from any button, and gives nothing', async () => {
    await open()
    document.querySelector<HTMLElement>('[data-pay-key="exact"] button')?.focus()
    await press('Enter')
    expect([tenders(), fault(), focused()]).toEqual([[], 'no_tender', 'pay-amount'])
  })

  it('is said by its button: the next number first, and then the payment', async () => {
    await open()
    await press('d')
    const authorization = takeButton().textContent
    await press('Enter')
    expect([fault(), focused()]).toEqual(['authorization', 'pay-authorization'])
    await desk.type('004711')
    const last_four = takeButton().textContent
    await press('Enter')
    expect([fault(), focused()]).toEqual([null, 'pay-last_four'])
    await desk.type('4242')
    const take = takeButton().textContent
    expect(new Set([authorization, last_four, take]).size).toBe(3)
    expect(take).toContain('$3.75')
    field('amount')?.focus()
    await press('Enter')
    expect(tenders()).toEqual([CARD])
  })

  it('follows the last field for Tab: the button that takes is the next stop', async () => {
    await open()
    await press('d')
    const stops = [...document.querySelectorAll('[data-part="payment"] :is(input, button, [tabindex="0"])')]
    expect(stops[stops.indexOf(field('last_four') as HTMLElement) + 1]).toBe(takeButton())
  })
})

describe('figures that were typed', () => {
  it.each(['=', '+', 'k', 'g'])(
    'of a card stay when %s is pressed once, and go when it is pressed again',
    async (key) => {
      await open({ in_kind: IN_KIND, credit_cents: 500 })
      await typeCard()
      field('amount')?.focus()
      await press(key)
      expect([fault(), text('authorization'), text('last_four')]).toEqual(['replaces', '004711', '4242'])
      await press(key)
      expect([fault(), field('authorization')]).toEqual([null, null])
    },
  )

  it.each(['=', '+', 'g'])('of cash stay when %s is pressed once', async (key) => {
    await open({ in_kind: IN_KIND })
    await desk.type('2099')
    await press(key)
    expect([fault(), text('amount')]).toEqual(['replaces', '2099'])
    await press('Enter')
    expect(tenders()).toEqual([{ tender: 'cash', tendered_cents: 2099 }])
  })

  it('are asked about anew once something was typed since', async () => {
    await open()
    await desk.type('2099')
    await press('=')
    await press('0')
    expect([fault(), text('amount')]).toEqual([null, '20990'])
    await press('=')
    expect([fault(), text('amount')]).toEqual(['replaces', '20990'])
  })

  it('are no pieces of goods for a check', async () => {
    const lines = payPage().sections.flatMap((one) => (one.kind === 'payment' ? one.lines : []))
    await open({ in_kind: IN_KIND, lines: lines.map((line) => ({ ...line, in_kind: ['FOOD'] })) })
    await press('g')
    await desk.type('12')
    await press('k', 'k')
    expect([text('amount'), focused()]).toEqual(['3.75', 'pay-check_number'])
  })

  it('that a key filled in are no such figures, nor the same amount', async () => {
    await open()
    await press('+', '+', '=')
    await press('k')
    expect([fault(), text('amount')]).toEqual([null, '3.75'])
    await press('Escape')
    await desk.type('375')
    await press('=')
    expect([fault(), text('amount')]).toEqual([null, '3.75'])
  })
})

describe('the keys on the screen', () => {
  const escs = (): readonly (string | undefined)[] =>
    [...document.querySelectorAll<HTMLElement>('button[aria-keyshortcuts="Escape"]')].map(
      (one) => one.textContent ?? '',
    )

  it('are one for Esc, which takes away what was typed before it leaves the page', async () => {
    await open()
    const untouched = escs()
    await desk.type('500')
    const touched = escs()
    expect([untouched.length, touched.length, untouched[0] === touched[0]]).toEqual([1, 1, false])
    await press('Escape')
    expect([text('amount'), escs(), desk.calls('desk.back').length]).toEqual(['', untouched, 0])
  })
})

describe('a number typed fast', () => {
  it.each([40, 90, 130])('with %i ms between its keys, and Tab, is an authorization and no scan', async (gap_ms) => {
    await open()
    await press('d')
    await atPace([...Array.from('004711'), 'Tab'], gap_ms)
    expect([desk.calls('desk.scan').length, text('authorization')]).toEqual([0, '004711'])
  })

  it('at a scanner’s pace, or as long as a barcode, is a scan', async () => {
    await open()
    await press('k')
    for (const [barcode, gap_ms] of [
      ['004711', 5],
      ['31234000000099', 60],
    ] as const) {
      await desk.code([...Array.from(barcode), 'Enter'], gap_ms)
      await untilScanIsOver(desk)
    }
    expect([desk.calls('desk.scan').length, text('check_number'), tenders()]).toEqual([2, '', []])
  })
})
