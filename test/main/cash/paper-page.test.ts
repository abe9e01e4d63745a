/**
 * Receipts that were written by hand while nothing worked, keyed in on the payment page: named first, shown until the
 * payment is taken or the paper is taken out, and refused by code.
 */
import { describe, expect, test } from 'vitest'
import type { Section } from '../../../shared/desk/page.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import type { TestDesk } from '../support/desk.ts'
import { pageOf } from '../support/money-desk.ts'
import { pageFaults } from '../support/page-acts.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { CARDS } from '../support/small-library.ts'
import { recorded } from '../support/staff.ts'
import { opened, selling } from './closing/closes.ts'

const PRINT = `INSERT INTO product VALUES ('PRINT', 'Prints', 'P', 20, 'sale', 'copies', NULL, 0, 20, 1)`

type Payment = Extract<Section, { kind: 'payment' }>

const named = (desk: TestDesk, paper_number: string, written_on = '2026-11-23', time = '') =>
  desk.call('basket.paper', { commandId: desk.id(), paper_number, written_on, time })

const add = (desk: TestDesk) =>
  desk.ok('basket.add', { commandId: desk.id(), product_code: 'COPY', quantity_count: 12, price_cents: null })

/** What the page sends for its payment, as it is. */
async function paperSent(desk: TestDesk): Promise<unknown> {
  const { sections } = await pageOf(desk, 'pay')
  return must(
    sections.find((one): one is Payment => one.kind === 'payment'),
    'a payment',
  ).call.input['paper']
}

/** Takes twelve copies with what the page sends, as the screen does. */
const take = async (desk: TestDesk) =>
  desk.call('payment.take', { ...selling(desk, 12), paper: (await paperSent(desk)) as never })

const actsOn = async (desk: TestDesk) =>
  (await pageOf(desk, 'pay')).acts.map(({ key, call, weight }) => [key, call.method, weight])

test('it is named, shown on the payment, taken with it, and the next payment has none', async () => {
  const desk = await opened()
  await add(desk)
  expect(await actsOn(desk)).toContainEqual(['P', 'basket.paper', 'more'])
  expect(await named(desk, '0143', '2026-11-23', '2:15 PM')).toMatchObject({ kind: 'ok' })
  const page = await pageOf(desk, 'pay')
  expect(pageFaults(page)).toEqual([])
  expect(['0143', 'Nov 23', '2:15 PM'].every((part) => page.lead.includes(part))).toBe(true)
  const paper = { paper_number: '0143', written_on: '2026-11-23', written_minute: 855 }
  expect(await paperSent(desk)).toEqual(paper)
  expect(await take(desk)).toMatchObject({ kind: 'ok' })
  await add(desk)
  expect([await paperSent(desk), (await pageOf(desk, 'pay')).lead]).toEqual([null, ''])
  expect(await named(desk, '0143')).toMatchObject({ code: 'paper-number-used' })
  expect(await recorded(desk, 'receipt-made')).toMatchObject([{ paper }])
  await expectRebuilt(desk)
})

test('its letter takes it out again, and nothing is recorded of it', async () => {
  const desk = await opened()
  await named(desk, '0143')
  expect(await actsOn(desk)).toContainEqual(['P', 'basket.remove', 'main'])
  await desk.ok('basket.remove', { commandId: desk.id(), line_id: 'paper' })
  expect([await paperSent(desk), (await pageOf(desk, 'pay')).lead]).toEqual([null, ''])
  await add(desk)
  await take(desk)
  expect(await recorded(desk, 'receipt-made')).toMatchObject([{ paper: null }])
})

test('where the library sells by that letter, the paper has another one', async () => {
  const desk = await opened(10_000, PRINT)
  expect(await actsOn(desk)).toContainEqual(['R', 'basket.paper', 'more'])
  expect(pageFaults(await pageOf(desk, 'pay'))).toEqual([])
})

test('it stays over a new station and belongs to this payment: the next person has none', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  await named(desk, '0143')
  const again = await desk.reopen({ resume: desk.station.sessionState() })
  expect(await paperSent(again)).toMatchObject({ paper_number: '0143' })
  await again.ok('desk.finish', {})
  await again.scan(CARDS.dana)
  expect(await paperSent(again)).toBeNull()
})

test('the drawer is not closed while a paper is half keyed in', async () => {
  const desk = await opened()
  await countAll(desk, 10_000)
  await named(desk, '0143')
  expect(await desk.call('drawer.close', closing(desk))).toMatchObject({ code: 'payment-half-entered' })
  await desk.ok('basket.remove', { commandId: desk.id(), line_id: 'paper' })
  expect(await desk.call('drawer.close', closing(desk))).toMatchObject({ kind: 'ok' })
})

describe('what is on the paper', () => {
  test.each([
    ['yesterday, without a time', '2026-11-23', '', 'ok'],
    ['today, by a time that has passed', '2026-11-24', '8:00', 'ok'],
    ['today, by a time that is to come', '2026-11-24', '11:59 PM', 'paper-time-ahead'],
    ['tomorrow', '2026-11-25', '', 'paper-day-ahead'],
    ['a year that was typed wrong', '2062-11-23', '', 'paper-day-ahead'],
    ['a month ago', '2026-10-24', '', 'ok'],
    ['longer ago', '2026-10-23', '', 'paper-day-old'],
    ['the day on which clocks of computers begin', '1970-01-01', '', 'paper-day-old'],
    ['a time that no day has', '2026-11-23', '25:10', 'paper-time-unread'],
    ['a word in the place of the time', '2026-11-23', 'noonish', 'paper-time-unread'],
  ])('%s', async (_, written_on, time, wanted) => {
    const desk = await opened()
    const result = await named(desk, '0143', written_on, time)
    expect(result.kind === 'refused' ? result.code : result.kind).toBe(wanted)
    expect((await paperSent(desk)) === null).toBe(wanted !== 'ok')
  })

  test.each([
    ['tomorrow', '2026-11-25', null, 'paper-day-ahead'],
    ['the last minute of today', '2026-11-24', 1439, 'paper-time-ahead'],
    ['long ago', '1970-01-01', null, 'paper-day-old'],
  ])('is held against the clock by the payment, too: %s', async (_, written_on, written_minute, wanted) => {
    const desk = await opened()
    const paper = { paper_number: '0143', written_on, written_minute }
    const result = await desk.call('payment.take', { ...selling(desk, 1), paper })
    expect(result.kind === 'refused' ? result.code : result.kind).toBe(wanted)
    expect(await recorded(desk, 'receipt-made')).toEqual([])
  })
})
