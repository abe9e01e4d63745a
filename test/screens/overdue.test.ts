/** The report of what is overdue on the real desk by keyboard: read beside the scans, drawn, in every look. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

test('Enter reads it, the chart and who is late stand there, and Enter on a row opens the account', async () => {
  await hands.clear()
  await desk.call('desk.go', { page: { place: 'overdue', about: '' } })
  await hands.atPage('overdue')
  await hands.press('Enter')
  await hands.part('chart')
  const { page } = await hands.until((now) => now.page?.sections.some((one) => one.kind === 'chart') ?? false)
  const chart = page?.sections.find((one) => one.kind === 'chart')
  expect(chart?.kind === 'chart' && chart.bars.reduce((sum, bar) => sum + (bar.values[0] ?? 0), 0)).toBeGreaterThan(0)
  expect(await eyes.faultsInEveryLook(desk.page, 'overdue')).toEqual([])
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.patron !== null)
})

test('a card is scanned as ever while the page is open', async () => {
  await hands.clear()
  await desk.call('desk.go', { page: { place: 'overdue', about: '' } })
  await hands.atPage('overdue')
  await hands.scan(CARDS.dana)
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron?.out_count).toBe(5)
})
