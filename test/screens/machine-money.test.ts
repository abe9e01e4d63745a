/**
 * The money of machines on the real desk, by keyboard alone: a coin box emptied by its meter, and what the card
 * processor settled of a closed drawer, by a total that differs and by its file. Pictures of each form in every look
 * (PICTURES_TO).
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { BADGE, CLERK_BADGE, PIN } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const FILES = {
  'cash_reasons.csv': 'reason_code,name,used_for,fund\nCOPIER,Copier,paid-in,copies\nPRINTER,Printer,paid-in,copies\n',
  'products.csv':
    'product_code,name,key_letter,price,kind,fund,payee,tax_bp,order_number\nANY,Anything,B,,sale,,,0,10\n',
} as const
const AT = { drawer_code: '' } as const

const { desk, hands } = oneDesk(FILES)
beforeEach(() => hands.clear())

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `machine-${name}`)).toEqual([])
}

/** Enter after each; nothing typed leaves what is there. */
async function fill(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await hands.type(text)
    await hands.press('Enter')
  }
}

/** The field that has the focus, once what is wrong is said at it. */
const wrongAt = (name: string): Promise<void> =>
  desk.page.locator(`[data-field="${name}"]:focus-within [role="alert"]`).waitFor()

const isFormOpen = async (): Promise<boolean> => (await desk.page.locator('[data-form]').count()) > 0

/** Ben takes $16.00 by card and closes the drawer; the card terminal agrees. */
async function worksADay(one: string, two: string, bag_number: string): Promise<void> {
  await hands.call('drawer.open', { ...AT, pieces: null, total_cents: 10_000 })
  for (const [amount_cents, authorization] of [[1000, one] as const, [600, two] as const])
    await hands.call('payment.take', {
      ...AT,
      charges: [],
      pay_cents: null,
      sales: [{ product_code: 'ANY', quantity_count: 1, price_cents: amount_cents }],
      tenders: [{ tender: 'card', amount_cents, authorization, last_four: '4242' }],
      is_exact_possible: true,
      is_large_meant: false,
      paper: null,
    })
  await hands.call('drawer.count', { ...AT, reason: 'closing', pieces: null, total_cents: 10_000 })
  await hands.call('closing.found', { ...AT, checks_count: 0, checks_cents: 0, card_total_cents: 1600 })
  const kept = { reason: '', note: '', leave_cents: 10_000, safe_cents: 0 }
  await hands.call('drawer.close', { ...AT, ...kept, bag_number })
}

test('a coin box: the first reading, one that goes back, and one that is $2.00 short', async () => {
  await hands.signIn(CLERK_BADGE)
  await worksADay('004711', '004712', 'B-1')
  await worksADay('004713', '004714', 'B-2')
  await hands.call('drawer.open', { ...AT, pieces: null, total_cents: 10_000 })
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('l')
  await hands.asks('reason')
  await picture('coins')
  await hands.press('1')
  await fill('', '5000', '1500', '', '')
  // The first reading of a box takes the one before it, and what one costs.
  await wrongAt('meter.before_count')
  await picture('coins-wrong')
  await fill('1000', '10')
  const first = await hands.until(({ band }) => band?.fact?.text === '$50.00')
  expect([first.band?.outcome, first.band?.is_off ?? false]).toEqual(['done', false])
  expect(await isFormOpen()).toBe(false)

  await hands.press('l')
  await hands.asks('reason')
  await hands.press('1')
  await fill('', '1800', '1499', '', '')
  await wrongAt('meter.after_count')
  await fill('1700', '', '')
  const short = await hands.until(({ band }) => band?.fact?.text === '$18.00')
  expect([short.band?.outcome, short.band?.is_off]).toEqual(['done', true])
  expect(short.band?.spoken.startsWith('$2.00')).toBe(true)
  await picture('coins-short')

  await hands.press('l')
  await hands.asks('reason')
  await hands.press('Escape')
  await hands.drawn()
  expect([await isFormOpen(), (await hands.snapshot()).page?.ref.place]).toEqual([false, 'drawer'])
})

/** The list of closed drawers, at the first batch that waits. */
async function atBatch(waiting_count: number): Promise<void> {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('y')
  await hands.until(({ page }) => {
    const batches = page?.sections.find((one) => one.section_id === 'batches')
    return batches?.kind === 'table' && batches.rows.length === waiting_count
  })
  await hands.press('ArrowDown')
}

test('a settlement that differs is asked why, left by Esc, and confirmed with its reason', async () => {
  await hands.signIn(BADGE, PIN)
  await hands.clear()
  await atBatch(2)
  await hands.press('c')
  await hands.asks('settled_cents')
  await picture('settle')
  await fill('', '')
  await wrongAt('settled_cents')
  await fill('1500', '')
  const differs = await hands.until(({ page }) => page?.enter?.call.method === 'card.settle')
  expect([differs.band?.outcome, differs.band?.fact?.text]).toEqual(['decide', '$1.00'])
  await hands.asks('reason')
  await picture('settle-differs')
  await hands.press('Escape')
  await desk.page.locator('[data-form]').waitFor({ state: 'detached' })
  await hands.press('Escape')
  await hands.until(({ page }) => page?.ref.about === 'closed')
  await atBatch(2)
  await hands.press('c')
  await hands.asks('settled_cents')
  await fill('1500', '')
  await hands.asks('reason')
  await hands.press('1')
  await fill('one slip is missing')
  await hands.until(({ band }) => band?.outcome === 'done' && band.fact?.text === '$15.00')
})

test('the processor’s file confirms a batch, and one that cannot be read says so at its field', async () => {
  const file = path.join(desk.userData, 'settled.csv')
  await atBatch(1)
  await hands.press('i')
  await hands.asks('file')
  await hands.type(`${file}.none`)
  await fill('', '')
  await wrongAt('file')
  await picture('settle-file')
  const lines = ['Sale,4713,xxxx4242,$10.00', 'Sale,4714,xxxx4242,$6.00']
  writeFileSync(file, ['Transaction Type,Auth Code,Card Number,Settled Amount', ...lines].join('\r\n'))
  await hands.press('Ctrl+a')
  await fill(file, '')
  const { band } = await hands.until((now) => now.band?.outcome === 'done')
  expect([band?.fact?.text, band?.is_off ?? false]).toEqual(['$16.00', false])
})
