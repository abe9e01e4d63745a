/** Quick keys while the amount of a payment has the focus: a letter sells one, "12*" and a letter twelve. */
import { afterEach, expect, it } from 'vitest'
import type { Act } from '../../shared/desk/page.ts'
import type { Payment } from '../../shared/desk/pay/payment.ts'
import { mountScene, untilScanIsOver, type Mounted } from './support/mounted.ts'
import { field } from './support/pages.ts'
import { payPage } from './support/payment.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

function quick(key: string, label: string): Act {
  const call = { method: 'basket.add', input: { product_code: label, quantity_count: 1, price_cents: null } }
  return { act_id: label, key, label, call, asks: [], says: '', preview: null, is_grave: false, weight: 'main' }
}
const QUICK = [quick('C', 'COPY'), quick('T', 'TOTE')]

async function open(part: Partial<Payment> = {}): Promise<void> {
  const page = payPage(part)
  const choices = QUICK.map((act) => ({ act, caption: '' }))
  const sell = { kind: 'choices' as const, section_id: 'sell', heading: 'Sell', choices, empty: '' }
  const snapshot = { ...FIVE_OUT, page: { ...page, sections: [...page.sections, sell] } }
  desk = await mountScene(snapshot)
  desk.wire.intercept(({ method }) => (method === 'basket.add' ? { kind: 'ok', output: { snapshot } } : null))
  await desk.settle()
}

const LONE_MS = 200
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    desk.press(key)
    await desk.settle(LONE_MS)
  }
}
const amount = (): HTMLInputElement | null => document.querySelector('#pay-amount')
const fault = (): Element | null => document.querySelector('[data-fault]')
const sold = (): readonly unknown[] =>
  desk.calls('basket.add').map(({ input }) => [input['product_code'], input['quantity_count']])
const shows = (label: string): string | null | undefined =>
  [...document.querySelectorAll('[data-part="choices"] button')]
    .find((one) => one.textContent.includes(label))
    ?.getAttribute('aria-keyshortcuts')

it('a letter sells one, and the amount keeps the focus', async () => {
  await open()
  await press('t', 't')
  expect([sold(), amount()?.value, fault(), document.activeElement === amount()]).toEqual([
    [
      ['TOTE', 1],
      ['TOTE', 1],
    ],
    '',
    null,
    true,
  ])
})

it('“12*c” sells twelve, as on the line', async () => {
  await open()
  await desk.type('12*')
  expect(fault()).toBeNull()
  await press('c')
  expect([sold(), amount()?.value]).toEqual([[['COPY', 12]], ''])
})

it('a letter over an amount that a key filled in sells, and what was filled in is gone', async () => {
  await open()
  await press('=', 't')
  expect([sold(), amount()?.value]).toEqual([[['TOTE', 1]], ''])
})

it('an amount that was typed stays, and the letter is said to be none', async () => {
  await open()
  await desk.type('500')
  await press('t')
  expect([sold(), fault()?.getAttribute('data-fault')]).toEqual([[], 'letters'])
})

it('the letter of a tender is the tender’s, whatever is sold', async () => {
  await open()
  expect([shows('COPY'), shows('TOTE')]).toEqual(['C', 'T'])
  await press('k')
  expect([sold(), document.activeElement?.id]).toEqual([[], 'pay-check_number'])
})

it('a scan that begins with a letter sells nothing', async () => {
  await open()
  await desk.scan('T31234000')
  await untilScanIsOver(desk)
  expect([sold(), amount()?.value, desk.calls('desk.scan').length]).toEqual([[], '', 1])
})

it('what has no price keeps its count from the line, and asks for the price', async () => {
  const asks = [field('settings.price_cents', 'Price', 'money', { is_required: true })]
  const gift = { ...quick('G', 'GIFT'), asks }
  const sell = { kind: 'choices' as const, section_id: 'sell', heading: 'Sell', empty: '' }
  const page = { ...payPage({ lines: [], due_cents: 0 }), ref: { place: 'pay' as const, about: '' } }
  const sections = [...page.sections, { ...sell, choices: [{ act: gift, caption: '' }] }]
  const snapshot = { ...FIVE_OUT, band: null, page: { ...page, sections } }
  desk = await mountScene({ ...FIVE_OUT, page: null })
  desk.wire.intercept(({ method }) => (method === 'desk.scan' ? { kind: 'ok', output: { snapshot } } : null))
  await desk.type('2*g')
  await press('Enter')
  await desk.settle()
  expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('settings.price_cents')
  await desk.type('500')
  await press('Enter')
  expect(sold()).toEqual([['GIFT', 2]])
})
