/**
 * From the scanner's Enter to the frame that shows the outcome, in the built application: real keys, real processes,
 * real disk. Uses the stand-in where Electron is not installed. The time starts before the key goes to Chromium, and
 * for a scanner on a serial line, which serves every second visit, before its first byte goes to the pseudoterminal.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch, type Desk } from '../test/standin/launch.ts'
import { electronBinary } from '../test/standin/launch-electron.ts'
import { commandIdOf, outputOf, setUpDesk, snapshotOf } from '../test/standin/set-up-desk.ts'
import { makePty, type Pty } from '../test/support/devices/pty.ts'
import { countText, median, msText, quantile, spreadText, type Figure } from './support/figures.ts'
import { cardOf, itemOf } from './support/made-library.ts'
import type { Size } from './support/sizes.ts'

const ITEMS_A_VISIT = 4
const WARMING_SCANS = 10
const PAINT_WAIT_MS = 20_000
const RUNS = 3
/** Scanned at once through the serial line. */
const AT_ONCE = 1_000

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
  const numbers = Array.from({ length: Math.max(AT_ONCE, visits * (ITEMS_A_VISIT + 2)) }, (_, n) => n + 1)
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

const now = (): number => performance.timeOrigin + performance.now()

/** Sends a scan. @returns when it began */
type Scanner = (page: Page, text: string) => Promise<number>

const typing: Scanner = async (page, text) => {
  await page.keyboard.type(text)
  const began = now()
  await page.keyboard.press('Enter')
  return began
}

const onLine =
  (pty: Pty): Scanner =>
  async (_page, text) => {
    const began = now()
    pty.send(`${text}\r`)
    return began
  }

async function scan(page: Page, text: string, scanner: Scanner): Promise<number> {
  await page.evaluate(watchBand)
  const began = await scanner(page, text)
  const shown = await Promise.race([
    page.evaluate(async () => window.nextOutcome),
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`no outcome on the screen for ${text}`)), PAINT_WAIT_MS).unref()
    }),
  ])
  return (shown ?? Number.NaN) - began
}

async function until<Seen>(look: () => Promise<Seen>, isSo: (seen: Seen) => boolean): Promise<void> {
  while (!isSo(await look())) await new Promise((done) => setTimeout(done, 100))
}

async function plugLine(desk: Desk, pty: Pty): Promise<void> {
  const input = { commandId: commandIdOf(11), path: pty.path, side: 'any' }
  outputOf(await desk.call('device.add-port', input), 'snapshot')
  await until(
    () => snapshotOf(desk),
    ({ strip }) => strip.devices.tone === 'ok' && strip.devices.says !== '',
  )
}

/** The items checked in, in the order in which the journal has them. */
async function checkedIn(desk: Desk): Promise<readonly string[]> {
  const to_file = join(desk.userData, 'journal.jsonl')
  outputOf(await desk.call('journal.export', { to_file }), 'file')
  const lines = readFileSync(to_file, 'utf8').split('\n')
  return lines
    .filter((line) => line.includes('item-checked-in'))
    .map((line) => /item_barcode[\\":]+(\d+)/.exec(line)?.[1] ?? '')
}

/** A thousand returns at full speed. @returns the milliseconds until the last is recorded */
async function atOnce(desk: Desk, pty: Pty): Promise<number> {
  outputOf(await desk.call('desk.mode', { mode: 'in' }), 'snapshot')
  const sent = Array.from({ length: AT_ONCE }, (_, n) => itemOf(n + 1))
  const began = performance.now()
  pty.send(sent.map((text) => `${text}\r`).join(''))
  await until(
    () => snapshotOf(desk),
    ({ totals }) => totals.in_count === AT_ONCE,
  )
  const ms = performance.now() - began
  if ((await checkedIn(desk)).join() !== sent.join()) throw new Error('not all returns are recorded, in order')
  return ms
}

type Painted = { readonly typed: readonly number[]; readonly line: readonly number[]; readonly at_once_ms: number }

/** One desk from its start. @returns the milliseconds of each scan */
async function paints(size: Size): Promise<Painted> {
  const [desk, pty] = [await launch(), await makePty()]
  try {
    const folder = join(desk.userData, 'library')
    const scans = scansOf(2 * (size.paints + WARMING_SCANS))
    writeLibrary(folder, scans.length)
    await setUpDesk(desk, folder)
    await plugLine(desk, pty)
    await desk.page.locator('#line').waitFor()
    const [typed, line]: [number[], number[]] = [[], []]
    for (const [n, text] of scans.entries()) {
      const isTyped = Math.floor(n / (ITEMS_A_VISIT + 1)) % 2 === 0
      const ms = await scan(desk.page, text, isTyped ? typing : onLine(pty))
      ;(isTyped ? typed : line).push(ms)
    }
    const at_once_ms = await atOnce(desk, pty)
    return { typed: typed.slice(WARMING_SCANS), line: line.slice(WARMING_SCANS), at_once_ms }
  } finally {
    await desk.close()
    await pty.unplug()
  }
}

export async function benchPaint(size: Size): Promise<Figure[]> {
  const runs: Painted[] = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await paints(size))
  const where = electronBinary() === null ? 'Chromium under the stand-in' : 'Electron'
  const figure = (what: string, of: 'typed' | 'line'): Figure => {
    const p95 = median(runs.map((one) => quantile(one[of], 0.95)))
    const all = runs.flatMap((one) => one[of])
    return {
      what: `${what}, ${where}, p95, median of ${RUNS} runs`,
      measured: msText(p95),
      target: 'under 100 ms',
      isMet: p95 < 100,
      beside: `${countText(all.length)} scans, p50 / p95 / p99: ${spreadText(all)}`,
    }
  }
  return [
    figure('Scan to painted screen', 'typed'),
    figure('Scan bytes on a serial line (a pseudoterminal) to painted screen, in turn with those', 'line'),
    {
      what: `${countText(AT_ONCE)} returns at once through that line, in the application, each recorded durably`,
      measured: `${msText(median(runs.map((one) => one.at_once_ms)))}, all, in order`,
      target: 'all land, in order',
      isMet: true,
      beside: `median of ${RUNS} runs`,
    },
  ]
}
