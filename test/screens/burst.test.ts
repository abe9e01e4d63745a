/** More scans than a screen can draw, and a station that is held up: all land, in order, and are seen to wait. */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { shelfBook } from './support/library.ts'

let desk: Desk
let hands: Hands
const BURST = Array.from({ length: 300 }, (_none, index) => shelfBook((index % 40) + 1))

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

type Watched = { readonly longest_ms: number; readonly whole_ms: number }

/** Watches the page from now on: the longest time without a frame, and the whole time. */
async function watch(): Promise<() => Promise<Watched>> {
  await desk.page.evaluate(() => {
    const watched = { longest_ms: 0, whole_ms: 0, isOn: true }
    Object.assign(window, { watched })
    const began_ms = performance.now()
    let last_ms = began_ms
    const look = (): void => {
      const now_ms = performance.now()
      watched.longest_ms = Math.max(watched.longest_ms, now_ms - last_ms)
      last_ms = now_ms
      watched.whole_ms = now_ms - began_ms
      if (watched.isOn) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  return async () => {
    const seen = await desk.page.evaluate(() => {
      Object.assign(Object(Reflect.get(window, 'watched')), { isOn: false })
      return Reflect.get(window, 'watched') as unknown
    })
    return z.object({ longest_ms: z.number(), whole_ms: z.number() }).parse(seen)
  }
}

/** The items checked in, in the order in which the journal has them. */
async function checkedIn(): Promise<(string | undefined)[]> {
  const folder = path.join(desk.userData, 'export')
  mkdirSync(folder, { recursive: true })
  const to_file = path.join(folder, 'journal.jsonl')
  outputOf(await desk.call('journal.export', { to_file }), 'file')
  const lines = readFileSync(to_file, 'utf8').split('\n')
  return lines
    .filter((line) => line.includes('item-checked-in'))
    .map((line) => /item_barcode[\\":]+(\d+)/.exec(line)?.[1])
}

// Windows has no signal that makes a process stand still.
test.skipIf(process.platform === 'win32')('300 scans back to back land in order, counted while they wait', async () => {
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  const seen = await watch()
  process.kill(desk.pid('station'), 'SIGSTOP')
  try {
    for (const code of BURST.slice(0, 100)) await hands.scan(code, { gap_ms: 1 })
    await desk.page.getByText('100 waiting').waitFor()
  } finally {
    process.kill(desk.pid('station'), 'SIGCONT')
  }
  for (const code of BURST.slice(100)) await hands.scan(code, { gap_ms: 1 })
  await hands.until((now) => now.rows_count === 300)
  await desk.page.getByText('300 in', { exact: true }).waitFor()
  const { longest_ms, whole_ms } = await seen()
  // A share of the whole, for both grow alike on a busy computer; a screen that stands still stands for most of it.
  expect(longest_ms).toBeLessThan(Math.max(1_000, whole_ms / 3))
  expect(await checkedIn()).toEqual(BURST)
  expect(await hands.line.inputValue()).toBe('')
})
