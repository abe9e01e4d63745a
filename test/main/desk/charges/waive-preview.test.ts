/** What is said while a waiver is typed: the very figures that waiving then leaves, and nothing is recorded for it. */
import { describe, expect, test } from 'vitest'
import { pageFaults } from '../../support/page-acts.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { CARDS } from '../../support/small-library.ts'

const preview = async (desk: TestDesk, charge_ref: string | null, amount_cents: number | null) =>
  (await desk.ok('charge.waive-preview', { charge_ref, amount_cents })).lines

describe('waiving $12.00, where checkout is blocked at $10.00', () => {
  test.each<[string, number | null, string[], string[]]>([
    ['all of it', null, ['$0.00'], ['plain', 'good']],
    ['$3.00', 300, ['$9.00', '$9.00'], ['plain', 'good']],
    ['$1.00: the block stays', 100, ['$11.00', '$11.00'], ['plain', 'warn']],
    ['$13.00: more than is owed', 1300, ['$12.00'], ['stop']],
  ])('%s', async (_, amount_cents, amounts, tones) => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const lines = await preview(desk, 'c1', amount_cents)
    expect(lines[0]?.text.match(/\$[\d.]+/g)).toEqual(amounts)
    expect(lines.map(({ tone }) => tone)).toEqual(tones)
  })

  test('what it foretells is what stands there afterwards', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const [said] = await preview(desk, 'c1', 250)
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents: 250, reason: 'first-time' })
    const { patron } = (await desk.ok('desk.snapshot', {})).snapshot
    expect(patron?.owed_cents).toBe(950)
    expect(said?.text).toContain('$9.50')
  })

  test('nothing of anybody else’s charges, nor with nobody open', async () => {
    const desk = await moneyDesk()
    expect(await preview(desk, 'c1', 200)).toEqual([])
    await desk.scan(CARDS.dana)
    expect(await preview(desk, 'c1', 200)).toEqual([])
    expect(await preview(desk, null, null)).toEqual([])
  })

  test('records nothing, keeps no desk awake, and the page names it as its own', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const head = async (): Promise<unknown> => (await desk.ok('journal.recent', { limit: 1 })).events
    const before = await head()
    await preview(desk, 'c1', 200)
    await preview(desk, 'c1', 99_999)
    expect(await head()).toEqual(before)
    const page = await pageOf(desk, 'waive')
    expect(pageFaults(page)).toEqual([])
    expect(page.enter?.preview?.method).toBe('charge.waive-preview')
    const worse = { ...page, enter: page.enter && { ...page.enter, preview: { method: 'charge.waive', input: {} } } }
    expect(pageFaults(worse).join()).toContain('may record')
  })
})
