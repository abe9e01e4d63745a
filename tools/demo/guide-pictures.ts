/**
 * The pictures of the guide: which moments of the shift it shows, and which parts of the screen. `npm run
 * guide:pictures` writes them to docs/pictures, as WebP: a third of a PNG, and sharp enough for small letters.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '../..')
/** Those of docs/pictures stay until the shift went as told. */
const TAKEN = join(ROOT, 'out', 'guide-pictures')
const KEPT = join(ROOT, 'docs', 'pictures')
const QUALITY = 78
/** Of the ground around the parts. */
const AROUND_PX = 10

const LINE = '[data-part="line"]'
const WORK = [LINE, '[data-part="band"]', '[data-part="rows"]']
const PAGE = ['[data-part="band"]', '[data-part="page"]']

/** By the moment: the smallest box around these parts of the screen; none for the whole screen. */
export const GUIDE_PICTURES: Readonly<Record<string, readonly string[]>> = {
  account: PAGE,
  approval: WORK,
  'book-drop': [],
  cart: PAGE,
  'cash-desk': PAGE,
  change: WORK,
  'checkin-dark': WORK,
  checkout: [],
  'close-difference': PAGE,
  'close-z': PAGE,
  decide: WORK,
  'desk-today': PAGE,
  'drawer-day': PAGE,
  'drawer-opening': PAGE,
  'fine-curve': PAGE,
  'hold-shelf': PAGE,
  overdue: PAGE,
  pay: PAGE,
  'receipt-spanish': ['aside'],
  rescue: ['[data-screen="rescue"] main:not([hidden]) > div'],
  'rule-odd': PAGE,
  search: [LINE, '[data-part="search"]'],
  settings: ['[data-part="settings"]'],
  shelf: PAGE,
  waive: PAGE,
  why: PAGE,
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Around all parts that are there, within the window. */
async function boxAround(page: Page, parts: readonly string[]): Promise<Box> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const found = parts.length === 0 ? [] : await page.locator(parts.join(', ')).all()
  const boxes = (await Promise.all(found.map((one) => one.boundingBox()))).filter((box) => box !== null)
  if (boxes.length === 0) return { x: 0, y: 0, width, height }
  const from = (places: readonly number[]): number => Math.max(Math.min(...places) - AROUND_PX, 0)
  const to = (places: readonly number[], end: number): number => Math.min(Math.max(...places) + AROUND_PX, end)
  const x = from(boxes.map((box) => box.x))
  const y = from(boxes.map((box) => box.y))
  const right = to(
    boxes.map((box) => box.x + box.width),
    width,
  )
  const bottom = to(
    boxes.map((box) => box.y + box.height),
    height,
  )
  return { x, y, width: right - x, height: bottom - y }
}

export function beginGuidePictures(): void {
  rmSync(TAKEN, { recursive: true, force: true })
  mkdirSync(TAKEN, { recursive: true })
}

/** Puts those that were taken in the place of those from before. */
export function keepGuidePictures(): void {
  rmSync(KEPT, { recursive: true, force: true })
  renameSync(TAKEN, KEPT)
}

/** Writes the picture if the guide shows this moment. */
export async function takeGuidePicture(page: Page, name: string): Promise<void> {
  const parts = GUIDE_PICTURES[name]
  if (!parts) return
  const clip = { ...(await boxAround(page, parts)), scale: 1 }
  const cdp = await page.context().newCDPSession(page)
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip })
  await cdp.detach()
  writeFileSync(join(TAKEN, `${name}.webp`), Buffer.from(data, 'base64'))
}
