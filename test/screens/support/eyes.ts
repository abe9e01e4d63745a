/**
 * What is looked at on a screen: looks, accessibility, sizes, a walk by Tab, and pictures, which go to PICTURES_TO when
 * it is set. Changes no record.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Hands } from '../../standin/hands.ts'
import { axeFaults } from '../../support/axe.ts'

/** Drawing and packing a picture takes a seventh of a second: nobody asks for three hundred of them at every run. */
export const PICTURES = process.env['PICTURES_TO'] ?? ''
if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })
/** The smallest screen the desk is made for. */
export const SCREEN = { width: 1366, height: 768 } as const

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>
export type Look = { readonly media: Media; readonly scale: '100' | '200' }

const PLAIN: Media = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' }
const BY_DAY: Look = { media: PLAIN, scale: '100' }
export const LOOKS: Readonly<Record<string, Look>> = {
  light: BY_DAY,
  dark: { media: { ...PLAIN, colorScheme: 'dark' }, scale: '100' },
  contrast: { media: { ...PLAIN, contrast: 'more' }, scale: '100' },
  'forced-colors': { media: { ...PLAIN, forcedColors: 'active' }, scale: '100' },
  '200-percent': { media: PLAIN, scale: '200' },
}

/**
 * The looks in which a walk looks at each of its screens: what differs by color alone is drawn in every look from the
 * data of pages (test/renderer/page-screens.test.ts). Pictures are taken in all.
 */
const WALKED = Object.entries(LOOKS).filter(([look]) => PICTURES !== '' || look === 'light' || look === '200-percent')

/** Gives the page a look as the computer's own settings would. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia(look.media)
  await page.evaluate((scale) => {
    document.documentElement.dataset['scale'] = scale
  }, look.scale)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

export async function takePicture(page: Page, name: string): Promise<void> {
  if (PICTURES !== '') await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** What depends on colors, and what on the size of text; all else is the same in every look. */
const RULES_OF_COLORS = ['color-contrast', 'link-in-text-block']
const RULES_OF_SIZES = ['target-size', 'scrollable-region-focusable']

/** What axe finds, each with the element: by all its rules, or by those that this look can break. */
export function axe(page: Page, by: 'all rules' | Look): Promise<string[]> {
  if (by === 'all rules') return axeFaults(page)
  return axeFaults(page, { rules: by.scale === '100' ? RULES_OF_COLORS : [...RULES_OF_COLORS, ...RULES_OF_SIZES] })
}

/** Half a pixel may be rounded up. */
const ROUNDING_PX = 1

/** How far anything reaches out of the window sideways. */
export function sideways_px(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.documentElement
    const boxes = document.querySelectorAll('[data-part], [data-row] > td, aside, button, input, main')
    const right = Math.max(...[...boxes].map((one) => one.getBoundingClientRect().right))
    return Math.max(root.scrollWidth, right) - root.clientWidth
  })
}

/** Text under 16 px and targets under 24 px: none may be. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasText = (one: Element): boolean =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
    const tiny = [...document.querySelectorAll('body *')]
      .filter((one) => hasText(one) && Number(getComputedStyle(one).fontSize.replace('px', '')) < 16)
      .map((one) => `text: ${one.outerHTML}`)
    // A radio button or a check box is pressed through its label.
    const targets = 'button, label:has([type="radio"], [type="checkbox"]), input:not([type="radio"], [type="checkbox"])'
    const narrow = [...document.querySelectorAll(targets)]
      .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
      .map((one) => `target: ${one.outerHTML}`)
    return [...tiny, ...narrow]
  })
}

/** How much of what the line asks for does not fit into it. */
export function hintCut_px(page: Page): Promise<number> {
  return page.locator('#line').evaluate((line: HTMLInputElement) => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d')
    if (!pen) throw new Error('no canvas to measure with')
    pen.font = getComputedStyle(line).font
    return Math.max(0, pen.measureText(line.placeholder).width - line.clientWidth)
  })
}

/** Buttons whose words do not fit into them: none may be. */
function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
      .map((one) => `does not fit: ${one.outerHTML}`),
  )
}

/** Whether an element is in the window and nothing covers its middle. */
export function isInSight(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .last()
    .evaluate((element) => {
      const box = element.getBoundingClientRect()
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      return box.top >= 0 && box.bottom <= innerHeight && top !== null && element.contains(top)
    })
}

const stopSchema = z.object({ what: z.string(), isSeen: z.boolean(), isHome: z.boolean() })
type Stop = z.infer<typeof stopSchema>

/** One round by Tab from the home field, or from the fold that holds it: every stop, and whether its focus is seen. */
export async function walkByTab(hands: Hands): Promise<Stop[]> {
  hands.afterScan()
  const isFolded = await hands.page.evaluate(() => {
    const home = document.querySelector<HTMLElement>('[data-home]')
    const start = home?.checkVisibility() === false ? home.closest('details')?.querySelector('summary') : home
    start?.setAttribute('data-walk-start', '')
    start?.focus()
    return start !== home
  })
  // A fold shows its focus to who came by key.
  for (const chord of isFolded ? ['Tab', 'Shift+Tab'] : []) await hands.press(chord)
  const stops: Stop[] = []
  for (let pressed = 0; pressed < 80; pressed += 1) {
    const stop = stopSchema.parse(await hands.page.evaluate(lookAtFocus))
    if (stops.length > 0 && stop.isHome) return stops
    stops.push(stop)
    await hands.press('Tab')
  }
  throw new Error(`Tab does not come round: ${stops.map((stop) => stop.what).join(' | ')}`)
}

function lookAtFocus(): unknown {
  const element = document.activeElement
  if (!element || element === document.body) return { what: 'nothing', isSeen: true, isHome: false }
  const ring = (one: Element | null): boolean => {
    if (!one) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    const isOutlined = outlineStyle !== 'none' && Number(outlineWidth.replace('px', '')) >= 2
    return isOutlined || (one.matches(':focus-within') && one.matches('[data-part="line"]') && boxShadow !== 'none')
  }
  const box = element.getBoundingClientRect()
  const isInWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  const isRinged = ring(element) || ring(element.closest('label')) || ring(element.closest('[data-part="line"]'))
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
  const name = element.getAttribute('name') ?? ''
  return {
    what: `${element.tagName.toLowerCase()} ${name} ${words}`,
    isSeen: isInWindow && isRinged,
    isHome: element.matches('[data-walk-start]'),
  }
}

/** What the page itself complains of, from now on: nothing, at the end of a day. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (fault) => complaints.push(fault.message))
  page.on('console', (message) => complaints.push(message.text()))
  return complaints
}

/**
 * Looks at the screen in every look of a walk and takes a picture of each: what axe finds, what reaches out of the
 * window, what is too small to read or to hit. Leaves the page as by day.
 */
export async function faultsInEveryLook(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [look, how] of WALKED) {
    await wear(page, how)
    await takePicture(page, `${name}-${look}`)
    const out_px = await sideways_px(page)
    const found = [
      ...(await axe(page, look === 'light' ? 'all rules' : how)),
      ...(out_px > ROUNDING_PX ? [`reaches ${out_px} px out of the window`] : []),
      ...(await tooSmall(page)),
      ...(await squeezed(page)),
    ]
    faults.push(...found.map((fault) => `${look}: ${fault}`))
  }
  await wear(page, BY_DAY)
  return faults
}
