/** The report of what is overdue on the real desk by keyboard: read beside the scans, drawn, in every look. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { keysOf } from '../tables/tried.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { counterOf } from './support/counter.ts'
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

test('Enter reads it, the chart and who is late are there, Enter on a row opens the account [task 50]', async () => {
  await hands.clear()
  const count = await counterOf(hands)
  await hands.press('/')
  await hands.part('search')
  await count.type('overdue')
  await hands.hitsStandStill()
  await hands.press('Enter')
  await hands.atPage('overdue')
  await hands.press('Enter')
  await hands.part('chart')
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(50))
  const { page } = await hands.until((now) => now.page?.sections.some((one) => one.kind === 'chart') ?? false)
  const chart = page?.sections.find((one) => one.kind === 'chart')
  expect(chart?.kind === 'chart' && chart.bars.reduce((sum, bar) => sum + (bar.values[0] ?? 0), 0)).toBeGreaterThan(0)
  expect(await eyes.faultsInEveryLook(desk.page, 'overdue')).toEqual([])
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.patron !== null)
})

test('F filters it by age, P prints what is shown, S saves it', async () => {
  await hands.clear()
  await desk.call('desk.go', { page: { place: 'overdue', about: '' } })
  await hands.atPage('overdue')
  await hands.press('f')
  await hands.asks('age')
  await desk.page.keyboard.press('6')
  await hands.asks('branch_code')
  await hands.part('preview')
  await hands.press('Enter')
  const { page } = await hands.until((now) => now.page?.ref.about === 'longer')
  const who = page?.sections.find((one) => one.section_id === 'who')
  const named = who?.kind === 'table' ? who.rows : []
  expect(named.length).toBeGreaterThan(0)
  await hands.press('p')
  await hands.atPage('receipt')
  const paper = await desk.page.locator('[data-part="paper"]').innerText()
  for (const one of named) expect(paper).toContain(one.cells[0]?.text)
  await hands.press('Escape')
  await hands.atPage('overdue')
  const file = join(desk.userData, '..', `late-${Date.now()}.csv`)
  await hands.press('s')
  await hands.asks('to_file')
  await hands.type(file)
  await hands.press('Enter')
  await hands.until((now) => now.band?.sentence.includes(file) ?? false)
  expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(named.length + 2)
  rmSync(file)
})

test('a card is scanned as ever while the page is open', async () => {
  await hands.clear()
  await desk.call('desk.go', { page: { place: 'overdue', about: '' } })
  await hands.atPage('overdue')
  await hands.scan(CARDS.dana)
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron?.out_count).toBe(5)
})
