/**
 * What the office does with the money of several days, by keyboard alone: a close looked at by another person, the bag
 * that the bank took in, the safe counted, a drawer counted by surprise, a receipt of a day before refunded, and the
 * manager's page over all of it. Pictures of each in every look (PICTURES_TO).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PageView } from '../../shared/desk/page.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { BADGE, CLERK_BADGE, PIN } from './support/library.ts'
import { OtherDays } from './support/other-days.ts'

const FILES = {
  'settings.csv': 'name,value\ncounted_pieces_cents,"[2000,1000,500,100,25]"\n',
  'products.csv':
    'product_code,name,key_letter,price,kind,fund,payee,tax_bp,order_number\n' +
    'BOOK,Sale book,B,4.00,sale,book-sale,,825,10\n' +
    'FRIENDS,Gift to the Friends,F,,held,,friends,0,20\n',
} as const

let folder: string
let days: OtherDays
let desk: Desk
let hands: Hands
/** The receipt of the first day. */
let receipt = ''

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'datestamp-office-'))
  days = OtherDays.from(folder, -2)
  desk = await launch({ env: days.env })
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk, FILES)
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => hands.clear())

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `office-${name}`)).toEqual([])
}

const seen = (name: string): Promise<void> => eyes.takePicture(desk.page, `office-${name}`)

const AT = { drawer_code: '' } as const

async function sells(product_code: string, price_cents: number | null, tendered_cents: number): Promise<string> {
  await hands.call('payment.take', {
    ...AT,
    charges: [],
    pay_cents: null,
    sales: [{ product_code, quantity_count: 1, price_cents }],
    tenders: [{ tender: 'cash', tendered_cents }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  const { band } = await hands.snapshot()
  return must(/[0-9A-Z]{6}-\d+-\d{4,}/.exec(band?.heading ?? '')?.[0], 'a receipt')
}

const opens = (total_cents: number): Promise<void> => hands.call('drawer.open', { ...AT, pieces: null, total_cents })

/** Closed by who had it: somebody else has to look at it. */
async function closes(total_cents: number, bag_number: string): Promise<void> {
  await hands.call('drawer.count', { ...AT, reason: 'closing', pieces: null, total_cents })
  await hands.call('closing.found', { ...AT, checks_count: 0, checks_cents: 0, card_total_cents: null })
  await desk.call('desk.go', { page: { place: 'drawer', about: 'close' } })
  const { page } = await hands.atPage('drawer')
  const left = { leave_cents: Math.min(10_000, total_cents), bag_number, safe_cents: 0 }
  await hands.call('drawer.close', { ...page?.enter?.call.input, ...left })
}

const rowsOf = (page: PageView | null, section_id: string) => {
  const found = page?.sections.find((one) => one.section_id === section_id)
  return found?.kind === 'table' ? found.rows : []
}

async function counts(pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    if (piece !== '') await hands.type(piece)
    await hands.press('Enter')
  }
}

test('two days pass: each with a float, a sale, and a close by one person alone', async () => {
  await opens(10_000)
  receipt = await sells('BOOK', null, 500)
  await hands.call('place.count', { place: 'safe', pieces: null, total_cents: 0 })
  await hands.call('drawer.place', {
    ...AT,
    way: 'out',
    place: 'safe',
    pieces: null,
    total_cents: 2000,
    bag_number: '',
    receiver_code: '',
    receiver_cents: null,
  })
  await closes(8433, 'B-1')
  days.are(-1)
  await hands.signIn(CLERK_BADGE)
  await opens(8433)
  await sells('FRIENDS', 2600, 3000)
  await closes(11_033, 'B-2')
  days.are(0)
  await hands.signIn(CLERK_BADGE)
  await opens(10_000)
  await sells('BOOK', null, 500)
  await hands.signIn(BADGE, PIN)
  expect((await hands.snapshot()).staff?.initials).toBe('WZ')
})

test('another person looks at each close that one person did alone', async () => {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('y')
  await hands.until((now) => rowsOf(now.page, 'closed').length === 2)
  await seen('closed')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.page?.acts.some(({ call }) => call.method === 'close.review') ?? false)
  await picture('review')
  await hands.press('a')
  await desk.page.locator('[data-form]').waitFor()
  await seen('review-agree')
  await hands.press('Enter')
  const { page } = await hands.until((now) => now.page?.sections.some((one) => one.section_id === 'looks') ?? false)
  expect(page?.acts.map(({ call }) => call.method)).not.toContain('close.review')
  await seen('reviewed')
})

test('the bank has the bag once its amount is typed: Enter alone confirms nothing', async () => {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('y')
  await hands.until((now) => rowsOf(now.page, 'closed').length === 2)
  await hands.press('ArrowDown')
  await hands.press('b')
  await hands.asks('banked_cents')
  await picture('bank')
  expect(await desk.page.locator('[data-field="banked_cents"] input').inputValue()).toBe('')
  for (const key of ['Enter', 'Enter']) await hands.press(key)
  await hands.asks('banked_cents')
  await seen('bank-blank')
  await hands.type('1033')
  await hands.press('Enter')
  await hands.asks('banked_on')
  await hands.press('Enter')
  await hands.until((now) => now.band?.outcome === 'done')
  await seen('banked')
})

test('the safe is counted, agrees first, and is short the second time', async () => {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('y')
  await hands.until((now) => rowsOf(now.page, 'closed').length === 2)
  await hands.press('p')
  await hands.until((now) => rowsOf(now.page, 'places').length === 2)
  await seen('places')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.asks('pieces.2000')
  await seen('safe')
  await counts(['1', '', '', '', ''])
  await hands.until((now) => now.page?.sections.some((one) => one.section_id === 'count') ?? false)
  await seen('safe-counted')
  await hands.press('r')
  await hands.asks('pieces.2000')
  await counts(['', '1', '1', '4', '3'])
  await hands.asks('reason')
  await picture('safe-short')
  await hands.press('1')
  await hands.press('Enter')
  const { page } = await hands.until(
    (now) => now.band?.outcome === 'done' && now.page?.enter?.call.method !== 'place.settle',
  )
  const count = page?.sections.find((one) => one.section_id === 'count')
  expect(count?.kind === 'facts' && count.facts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['$19.75', '$20.00', '-$0.25']),
  )
  await seen('safe-settled')
})

test('a drawer is counted by surprise', async () => {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('u')
  await hands.asks('pieces.2000')
  await picture('surprise')
  await counts(['3', '4', '0', '4', '1'])
  const { band } = await hands.until((now) => now.band?.outcome === 'done')
  expect(band?.fact?.text).toBe('$104.25')
  await seen('surprise-counted')
})

test('a receipt of two days before is refunded', async () => {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('j')
  await hands.asks('receipt')
  await seen('find')
  await hands.type(receipt)
  await hands.press('Enter')
  await hands.until((now) => now.page?.acts.some(({ call }) => call.method === 'refund.line') ?? false)
  await seen('receipt')
  await hands.press('r')
  await hands.asks('line')
  for (const key of ['1', 'Enter', '1']) await hands.press(key)
  await hands.asks('payee_name')
  await hands.type('Ana Ruiz')
  for (const key of ['Enter', '1']) await hands.press(key)
  await picture('refund')
  await hands.press('Enter')
  const { band } = await hands.until((now) => now.band?.fact?.text === '$4.33')
  expect(band?.outcome).toBe('done')
  await seen('refunded')
})

test('the manager’s page has what came in and was over or short on each of the days', async () => {
  await hands.press('Ctrl+F8')
  await hands.atPage('supervisor')
  await seen('today')
  await hands.press('c')
  await hands.atPage('cash-desk')
  await hands.press('d')
  await hands.asks('from_on')
  await seen('days')
  await hands.press('Ctrl+Enter')
  await hands.until((now) => now.page?.sections.some((one) => one.section_id === 'off') ?? false)
  await picture('manager')
  const { page } = await hands.snapshot()
  const off = page?.sections.find((one) => one.section_id === 'off')
  expect(off?.kind === 'chart' && off.bars.map(({ values }) => values)).toEqual([
    [0, 0],
    [0, 0],
    [0, 25],
  ])
  await desk.page.setViewportSize({ width: 1366, height: 3400 })
  await seen('manager-all')
  await desk.page.setViewportSize(eyes.SCREEN)
})
