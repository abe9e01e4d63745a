/**
 * From the scanner's Enter to the frame that shows the outcome, in the built application: real keys, real processes,
 * real disk. Uses the stand-in where Electron is not installed. The time starts before the key goes to Chromium.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch } from '../test/standin/launch.ts'
import { electronBinary } from '../test/standin/launch-electron.ts'
import { setUpDesk } from '../test/standin/set-up-desk.ts'
import { countText, median, msText, quantile, spreadText, type Figure } from './support/figures.ts'
import { cardOf, itemOf } from './support/made-library.ts'
import type { Size } from './support/sizes.ts'

const ITEMS_A_VISIT = 4
const WARMING_SCANS = 10
const PAINT_WAIT_MS = 20_000
const RUNS = 3

declare global {
  interface Window {
    /** Set by this benchmark: the moment after the next frame that shows another outcome. */
    nextOutcome?: Promise<number>
  }
}

/** Cards and items in scanning order: each visit a card, then its items. */
function scansOf(count: number): string[] {
  const scans: string[] = []
  for (let visit = 1; scans.length < count; visit += 1) {
    scans.push(cardOf(visit))
    for (let n = 1; n <= ITEMS_A_VISIT; n += 1) scans.push(itemOf(visit * ITEMS_A_VISIT + n))
  }
  return scans
}

/** A library for just these scans, as a folder of CSV files. */
function writeLibrary(folder: string, count: number): void {
  const visits = Math.ceil(count / (ITEMS_A_VISIT + 1)) + 1
  const numbers = Array.from({ length: visits * (ITEMS_A_VISIT + 2) }, (_, n) => n + 1)
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
  const files = {
    library: ['name,zone', 'Openfields,America/Chicago'],
    branches: ['branch_code,name', 'MAPLE,Maple Street'],
    hours: ['branch_code,weekday,opens,closes', ...days.map((day) => `MAPLE,${day},0:00,24:00`)],
    patron_categories: ['category_code,name', 'ADULT,Resident adult'],
    item_types: ['item_type_code,name', 'BOOK,Book'],
    loan_rules: ['rule_code,item_type_code,period_count,period_unit', 'book,BOOK,21,days'],
    patrons: [
      'patron_id,surname,given,category_code,branch_code',
      ...numbers.map((n) => `P${n},Miller${n},Dana,ADULT,MAPLE`),
    ],
    cards: ['patron_id,barcode', ...numbers.map((n) => `P${n},${cardOf(n)}`)],
    titles: ['title_id,title,author', ...numbers.map((n) => `T${n},Shelf book ${n},Ann Writer`)],
    items: [
      'barcode,title_id,item_type_code,home_branch_code,at_branch_code,call_number,location',
      ...numbers.map((n) => `${itemOf(n)},T${n},BOOK,MAPLE,MAPLE,F ${n},Fiction`),
    ],
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`)
}

/** In the page: watches the band, and after its next change waits for the frame and the task behind it. */
function watchBand(): void {
  const words = (): string => document.querySelector('[data-part="band"]')?.textContent ?? ''
  const before = words()
  window.nextOutcome = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (words() === before) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.addEventListener('message', () => resolve(performance.timeOrigin + performance.now()))
        after.port1.start()
        after.port2.postMessage(null)
      })
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

async function scan(page: Page, text: string): Promise<number> {
  await page.evaluate(watchBand)
  await page.keyboard.type(text)
  const began = performance.timeOrigin + performance.now()
  await page.keyboard.press('Enter')
  const shown = await Promise.race([
    page.evaluate(async () => window.nextOutcome),
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`no outcome on the screen for ${text}`)), PAINT_WAIT_MS).unref()
    }),
  ])
  return (shown ?? Number.NaN) - began
}

/** One desk from its start. @returns the milliseconds of each scan */
async function paints(size: Size): Promise<readonly number[]> {
  const desk = await launch()
  try {
    const folder = join(desk.userData, 'library')
    const scans = scansOf(size.paints + WARMING_SCANS)
    writeLibrary(folder, scans.length)
    await setUpDesk(desk, folder)
    await desk.page.locator('#line').waitFor()
    const times: number[] = []
    for (const text of scans) times.push(await scan(desk.page, text))
    return times.slice(WARMING_SCANS)
  } finally {
    await desk.close()
  }
}

export async function benchPaint(size: Size): Promise<Figure[]> {
  const runs: (readonly number[])[] = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await paints(size))
  const p95 = median(runs.map((times) => quantile(times, 0.95)))
  const all = runs.flat()
  const where = electronBinary() === null ? 'Chromium under the stand-in' : 'Electron'
  return [
    {
      what: `Scan to painted screen, ${where}, p95, median of ${RUNS} runs`,
      measured: msText(p95),
      target: 'under 100 ms',
      isMet: p95 < 100,
      beside: `${countText(all.length)} scans, p50 / p95 / p99: ${spreadText(all)}`,
    },
  ]
}
