/** The processor's file for a card batch: what it matches, what it lacks, and what it cannot be. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { BEN, benAtDesk, comes, WEI } from '../../support/staff.ts'
import { closed, COPY, openWith, sell } from './closes.ts'
import { exported, rowsOf } from './exported.ts'

const card = (amount_cents: number, authorization: string, last_four: string) =>
  ({ tender: 'card', amount_cents, authorization, last_four }) as const

/** Ben took $10.00 and $6.00 by card, and the terminal says so; Wei is at the desk. @returns the session */
async function batch(): Promise<{ readonly desk: TestDesk; readonly session_ref: string }> {
  const desk = await moneyDesk({ also: [COPY] })
  await benAtDesk(desk)
  const session_ref = await day(desk, ['004711', '004712'])
  await comes(desk, WEI)
  return { desk, session_ref }
}

async function day(desk: TestDesk, [one = '', two = '']: readonly string[]): Promise<string> {
  await openWith(desk, 10_000)
  await sell(desk, 100, [card(1000, one, '4242')])
  await sell(desk, 60, [card(600, two, '0005')])
  return closed(desk, 10_000, { card_total_cents: 1600 })
}

const NOTE = 'keyed on the terminal alone'
const HEADER = 'Transaction Type,Auth Code,Card Number,Settled Amount'
const TEN = 'Sale,4711,xxxx4242,$10.00'
const SIX = 'Sale,4712,xxxx0005,$6.00'

function fileOf(...lines: readonly string[]): string {
  const file = join(testFolder(), 'settled.csv')
  writeFileSync(file, lines.join('\r\n'))
  return file
}

const imported = async (desk: TestDesk, session_ref: string, file: string, reason = '', note = '') => {
  const said = { session_ref, file, settled_on: '2026-11-24', reason, note }
  const result = await desk.call('card.import', { commandId: desk.id(), ...said })
  return result.kind === 'refused' ? result.code : result.kind
}

/** What the page of the close says was settled. */
const settled = async (desk: TestDesk, session_ref: string) => {
  const page = await pageOf(desk, 'drawer', `z ${session_ref}`)
  return tableOf(page, 'settled').map((cells) => cells.at(-1))
}

const waits = async (desk: TestDesk) => (await desk.ok('deposit.list', { limit: 5 })).cards_cents

test('a file with every payment confirms the batch, once, by another person than who had the drawer', async () => {
  const { desk, session_ref } = await batch()
  const file = fileOf(HEADER, TEN, SIX)
  await comes(desk, BEN)
  expect(await imported(desk, session_ref, file)).toBe('not-permitted')
  await comes(desk, WEI)
  expect(await imported(desk, session_ref, file)).toBe('ok')
  expect([await waits(desk), await settled(desk, session_ref)]).toEqual([0, ['$16.00']])
  expect(await imported(desk, session_ref, file)).toBe('card-not-waiting')
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

test('what is missing and extra is shown, its reason is asked, and both are in the books and the export', async () => {
  const { desk, session_ref } = await batch()
  const file = fileOf(HEADER, TEN, 'Sale,9999,xxxx7777,$2.50')
  expect(await imported(desk, session_ref, file)).toBe('settlement-file-differs')
  // The same again confirms nothing, and the page has both by code, last four digits and amount.
  expect(await imported(desk, session_ref, file)).toBe('settlement-file-differs')
  expect(await waits(desk)).toBe(1600)
  const page = await pageOf(desk, 'drawer', `settle ${session_ref}`)
  expect(tableOf(page, 'strays').map((cells) => cells.slice(2))).toEqual([
    ['004712', '0005', '$6.00'],
    ['9999', '7777', '$2.50'],
  ])
  expect([page.enter?.is_grave, page.enter?.asks.find(({ name }) => name === 'reason')?.is_required]).toEqual([
    true,
    true,
  ])
  expect(await imported(desk, session_ref, file, 'NOT-RECORDED', NOTE)).toBe('ok')
  // What is confirmed is the Z again, so that a print of it from here is a copy with its number.
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.page?.ref).toEqual({ place: 'drawer', about: `z ${session_ref}` })
  expect(await settled(desk, session_ref)).toEqual(['$12.50', '$6.00', '$2.50'])
  const kept = tableOf(await pageOf(desk, 'drawer', `z ${session_ref}`), 'settled').map(([, of = '']) => of)
  expect([kept[0]?.includes(NOTE), kept[2]?.includes('9999'), kept[2]?.includes('7777')]).toEqual([true, true, true])
  const found = await exported(desk)
  const deposits = rowsOf(found, 'deposits').map(({ kind, total, banked, difference, reason }) => [
    kind,
    total,
    banked,
    difference,
    reason,
  ])
  expect(deposits).toEqual([
    ['settled', '16.00', '12.50', '-3.50', 'NOT-RECORDED'],
    ['settled-missing', '6.00', '', '', ''],
    ['settled-extra', '2.50', '', '', ''],
  ])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

test('one file for two days: each batch takes its own, and a payment without a receipt counts once', async () => {
  const { desk, session_ref } = await batch()
  await comes(desk, BEN)
  const second = await day(desk, ['004713', '004714'])
  await comes(desk, WEI)
  const both = [TEN, SIX, 'Sale,4713,xxxx4242,$10.00', 'Sale,4714,xxxx0005,$6.00']
  const file = fileOf(HEADER, ...both, 'Sale,9999,xxxx7777,$2.50')
  expect(await imported(desk, session_ref, file, 'NOT-RECORDED', NOTE)).toBe('ok')
  expect(await imported(desk, second, file)).toBe('ok')
  expect([await settled(desk, session_ref), await settled(desk, second)]).toEqual([['$18.50', '$2.50'], ['$16.00']])
})

describe('nothing is confirmed by', () => {
  test.each<readonly [string, () => string, string]>([
    ['a file that is not there', () => join(testFolder(), 'none.csv'), 'settlement-file-none'],
    ['a folder', () => testFolder(), 'settlement-file-none'],
    ['half a path', () => 'settled.csv', 'place-not-whole'],
    ['a workbook', () => fileOf('PK\u0003\u0004 sheet'), 'settlement-file-not-csv'],
    ['a quote that never ends', () => fileOf(HEADER, 'Sale,"4711,x,$10.00'), 'settlement-file-not-csv'],
    ['an empty file', () => fileOf(''), 'settlement-columns-missing'],
    ['totals by day', () => fileOf('Day,Amount', '11/24/2026,16.00'), 'settlement-columns-missing'],
    ['a file half readable', () => fileOf(HEADER, TEN, 'Sale,4712,xxxx0005,6 dollars'), 'settlement-line-unread'],
    ['the file of another day', () => fileOf(HEADER, 'Sale,1,xxxx1111,$3.00'), 'settlement-none-match'],
    ['a day without payments', () => fileOf(HEADER), 'settlement-none-match'],
  ])('%s', async (_, file, wanted) => {
    const { desk, session_ref } = await batch()
    // Whether or not a difference is meant: the file itself is wrong.
    expect(await imported(desk, session_ref, file(), 'NOT-RECORDED', NOTE)).toBe(wanted)
    expect(await waits(desk)).toBe(1600)
  })
})
