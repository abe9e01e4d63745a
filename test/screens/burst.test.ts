/**
 * More scans than a screen can draw, and a station that is held up: all land, in order, and are seen to wait. And a
 * disk that is full: nothing is said to be recorded that is not.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { ofMany } from '../support/of-many.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { shelfBook } from './support/library.ts'

let desk: Desk
let hands: Hands
const ITEMS_COUNT = 40
/** More than a screen has rows. */
const HELD_COUNT = ofMany(50, 100)
const SCANS_COUNT = ofMany(80, 300)
const BURST = Array.from({ length: SCANS_COUNT }, (_none, index) => shelfBook((index % ITEMS_COUNT) + 1))

beforeAll(async () => {
  desk = await launch()
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

/** How many scans the screen shows as waiting: 0 when it shows none. */
async function waitingShown(): Promise<number> {
  await hands.drawn()
  const line = (await desk.page.locator('[data-part="line"]').textContent()) ?? ''
  return Number(/(\d+) waiting/.exec(line)?.[1] ?? 0)
}

/**
 * Lets the station work through a held-up queue in short turns, until the screen shows that fewer scans wait, and gives
 * how many. While the station is held the screen has all the time it needs, so the speed of the computer does not
 * count: a screen that stands still until all is over shows 0.
 */
async function firstFewer(waiting_count: number): Promise<number> {
  for (;;) {
    process.kill(desk.pid('station'), 'SIGCONT')
    await desk.page.waitForTimeout(1)
    process.kill(desk.pid('station'), 'SIGSTOP')
    const shown_count = await waitingShown()
    if (shown_count < waiting_count) return shown_count
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
test.skipIf(process.platform === 'win32')('scans back to back land in order, counted while they wait', async () => {
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  process.kill(desk.pid('station'), 'SIGSTOP')
  try {
    for (const code of BURST.slice(0, HELD_COUNT)) await hands.scan(code, { gap_ms: 1 })
    await desk.page.getByText(`${HELD_COUNT} waiting`).waitFor()
    expect(await firstFewer(HELD_COUNT)).toBeGreaterThan(0)
    await desk.page.locator('tr[data-row]').first().waitFor()
  } finally {
    process.kill(desk.pid('station'), 'SIGCONT')
  }
  for (const code of BURST.slice(HELD_COUNT)) await hands.scan(code, { gap_ms: 1 })
  await hands.until((now) => now.rows_count === SCANS_COUNT)
  // An item that is scanned again into the cart counts once.
  await desk.page.getByText(`${ITEMS_COUNT} checked in`, { exact: true }).waitFor()
  expect(await checkedIn()).toEqual(BURST)
  await expect.poll(() => hands.line.inputValue()).toBe('')
})

// Only Linux lets a process be told, from outside and while it runs, that no file of its may grow.
test.skipIf(process.platform !== 'linux')(
  'the disk is full: the scan is not recorded and says so; with room again the next scan goes in [task 51]',
  async () => {
    await hands.clear()
    await hands.press('F2')
    await hands.until((now) => now.mode === 'in')
    const room = (limit: string): void =>
      void execFileSync('prlimit', ['--pid', String(desk.pid('station')), `--fsize=${limit}:`])
    room('0')
    try {
      await hands.scan(shelfBook(1))
      await desk.page.getByText(en.faults.codes['disk-full'].says).first().waitFor()
    } finally {
      room('unlimited')
    }
    const before = await hands.snapshot()
    await hands.scan(shelfBook(1))
    const after = await hands.until((now) => now.totals.in_count === before.totals.in_count + 1)
    expect(after.rows[0]).toMatchObject({ barcode: shelfBook(1) })
  },
)
