// @vitest-environment node
/**
 * The built screens in Chromium under the desk's own content policy: pictures of every look, accessibility, sizes,
 * counted keys, and scanners at four speeds. Pictures go to PICTURES_TO when it is set.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { openScreens, type Look, type Screens } from './support/chromium.ts'
import type { SceneName } from './support/scenes.ts'

const PICTURES = process.env['PICTURES_TO'] ?? ''
const SLOW_MS = 180_000
/** Well past the half second in which an Enter may still be the scanner's. */
const AFTER_SCAN_MS = 800
let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
  if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })
}, 300_000)
afterAll(() => screens.close())

async function withPage(scene: SceneName, look: Look, then: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open(scene, look)
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (fault) => complaints.push(fault.message))
  await then(page)
  expect(complaints).toEqual([])
  await page.context().close()
}

const calls = (page: Page, method: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (name) => window.canned.calls.filter((call) => call.method === name).map((call) => ({ ...call.input })),
    method,
  )

/** A key as the browser's own input pipe takes it. */
function keyOf(name: string): Record<string, string | number> {
  if (name === 'Enter') return { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }
  if (name === 'Tab') return { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
  return { key: name, text: name, unmodifiedText: name }
}

/** Types as a scanner does, `gap_ms` apart by the keys' own time stamps, so that a busy computer changes nothing. */
async function scan(page: Page, text: string, gap_ms = 0, suffix = 'Enter'): Promise<void> {
  const pipe = await page.context().newCDPSession(page)
  let at_ms = Date.now()
  for (const name of [...text.split(''), suffix]) {
    at_ms += gap_ms
    await pipe.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp: at_ms / 1000, ...keyOf(name) })
    await pipe.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: at_ms / 1000, ...keyOf(name) })
  }
  await pipe.detach()
}

const LIGHT: Look = { settings: { theme: 'light' } }
const LOOKS: readonly (readonly [string, Look])[] = [
  ['light', LIGHT],
  ['dark', { settings: { theme: 'dark' } }],
  ['dark by the computer', { colorScheme: 'dark' }],
  ['high contrast', { settings: { theme: 'contrast' } }],
  ['forced colors', { forcedColors: 'active' }],
  ['125 percent', { settings: { text_scale: '125' } }],
  ['200 percent', { settings: { text_scale: '200' } }],
]
const ALL: readonly SceneName[] = [
  'EMPTY',
  'FIVE_OUT',
  'QUIET',
  'CARD',
  'DECIDE',
  'STOP',
  'CART',
  'ODD_TITLES',
  'OVERDUE_200',
  'PAGED',
  'PAGED_DECIDE',
  'SIGN_IN',
  'SET_UP',
  'RESCUE',
]
const HARD: readonly SceneName[] = ['QUIET', 'CARD', 'DECIDE', 'CART', 'OVERDUE_200', 'PAGED_DECIDE', 'SET_UP']

/** What runs out of the window or of a scrolling box sideways. Text cut with an ellipsis on purpose does not. */
function runsOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cuts = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      (getComputedStyle(one).overflowX !== 'visible' || cuts(one.parentElement))
    return [...document.querySelectorAll('body *')]
      .filter((one) => {
        const isScroller = getComputedStyle(one).overflowX === 'auto'
        if (isScroller) return one.scrollWidth > one.clientWidth + 1
        return !cuts(one) && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
      })
      .map((one) => one.outerHTML.slice(0, 200))
  })
}

describe.each(LOOKS)('in %s', (name, look) => {
  it.each(['light', 'dark'].includes(name) ? ALL : HARD)(
    '%s: axe finds nothing, and nothing runs out sideways',
    async (scene) => {
      await withPage(scene, look, async (page) => {
        if (PICTURES !== '') await page.screenshot({ path: path.join(PICTURES, `${scene}-${name}.png`) })
        expect(await axeFaults(page)).toEqual([])
        expect(await runsOut(page)).toEqual([])
      })
    },
    SLOW_MS,
  )
})

it('axe bites: a button without a name and text without contrast are found, each with its element', async () => {
  await withPage('EMPTY', LIGHT, async (page) => {
    await page.evaluate(() => {
      document.querySelector('main')?.append(document.createElement('button'))
      const pale = document.createElement('p')
      pale.textContent = 'pale'
      Object.assign(pale.style, { color: '#ddd', background: '#eee' })
      document.querySelector('main')?.append(pale)
    })
    const faults = await axeFaults(page)
    expect(faults.filter((fault) => fault.startsWith('button-name: <button'))).toHaveLength(1)
    expect(faults.filter((fault) => /^color-contrast: <p.*pale/.test(fault))).toHaveLength(1)
    expect(await axeFaults(page, { rules: ['button-name'] })).toHaveLength(1)
  })
})

const partOf = (page: Page, part: string): Promise<void> => page.locator(`[data-part="${part}"]`).first().waitFor()

/** What each key opens from the line: F1 comes to the line, and on it opens help. */
const PANELS = [
  ['F1', 'help', ''],
  ['Control+h', 'keys', ''],
  ['F3', 'search', 'warm'],
  ['F4', 'search', 'smi'],
  ['Control+,', 'settings', ''],
  ['Control+k', 'search', ''],
] as const

describe('panels', () => {
  it.each(PANELS)(
    'the one that %s opens: axe finds nothing',
    async (key, part, words) => {
      await withPage('FIVE_OUT', LIGHT, async (page) => {
        await page.keyboard.press(key)
        await page.keyboard.type(words, { delay: 160 })
        await partOf(page, part)
        if (PICTURES !== '') await page.screenshot({ path: path.join(PICTURES, `panel-${key}.png`) })
        expect(await axeFaults(page)).toEqual([])
      })
    },
    SLOW_MS,
  )

  it.each(LOOKS)(
    'help, and a menu of the rail, in %s: axe finds nothing, and nothing runs out sideways',
    async (name, look) => {
      await withPage('FIVE_OUT', look, async (page) => {
        await page.keyboard.press('F1')
        await partOf(page, 'help')
        if (PICTURES !== '') await page.screenshot({ path: path.join(PICTURES, `help-${name}.png`) })
        expect([...(await axeFaults(page)), ...(await runsOut(page))]).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Office' }).click()
        await partOf(page, 'rail-menu')
        if (PICTURES !== '') await page.screenshot({ path: path.join(PICTURES, `menu-${name}.png`) })
        expect([...(await axeFaults(page)), ...(await runsOut(page))]).toEqual([])
      })
    },
    SLOW_MS,
  )
})

describe('sizes', () => {
  it.each(['FIVE_OUT', 'DECIDE', 'CART'] as const)(
    'at 200 % on 1366 × 768, %s keeps the line, the band and Finish in sight',
    async (scene) => {
      await withPage(scene, { settings: { text_scale: '200' } }, async (page) => {
        for (const selector of ['[data-part="line"]', '[data-part="band"]', 'footer button:last-of-type']) {
          const inSight = await page.locator(selector).evaluate((element) => {
            const box = element.getBoundingClientRect()
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
            return box.top >= 0 && box.bottom <= innerHeight && top !== null && element.contains(top)
          })
          expect(inSight, selector).toBe(true)
        }
        const heading = page.locator('[data-part="band"] p').first()
        const title = 'The Autobiography of a Very Long Title, That Goes On and On'
        const [whole_px, seen_px, line_px] = await heading.evaluate((one, text) => {
          one.textContent = text
          return [one.scrollHeight, one.clientHeight, Number(getComputedStyle(one).lineHeight.replace('px', ''))]
        }, title)
        expect(whole_px, 'no line of a long title is cut').toBeLessThan((seen_px ?? 0) + (line_px ?? 0) / 2)
      })
    },
    SLOW_MS,
  )

  it.each(['FIVE_OUT', 'DECIDE', 'SIGN_IN', 'SET_UP'] as const)(
    '%s has no text under 16 px and no target under 24',
    async (scene) => {
      await withPage(scene, LIGHT, async (page) => {
        const small = await page.evaluate(() => {
          const texts = [...document.querySelectorAll('body *')].filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
          )
          const tiny = texts.filter((one) => Number.parseInt(getComputedStyle(one).fontSize, 10) < 16)
          const targets = [
            ...document.querySelectorAll('button, input:not([type="radio"]), label:has(input[type="radio"])'),
          ]
          const narrow = targets.filter((one) => {
            const { width, height } = one.getBoundingClientRect()
            return Math.min(width, height) < 24
          })
          return [...tiny, ...narrow].map((one) => one.outerHTML)
        })
        expect(small).toEqual([])
      })
    },
  )

  it('rows are 36 px and the buttons that end a session 44', async () => {
    await withPage('FIVE_OUT', LIGHT, async (page) => {
      const heights = (selector: string): Promise<number[]> =>
        page.locator(selector).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)))
      expect(new Set(await heights('[data-row]'))).toEqual(new Set([36]))
      for (const height of await heights('footer button')) expect(height).toBeGreaterThanOrEqual(44)
    })
  })

  it('a very long name pushes nothing under the panel on the right', async () => {
    await withPage('OVERDUE_200', LIGHT, async (page) => {
      const edge = (selector: string, side: 'left' | 'right'): Promise<number> =>
        page.locator(selector).evaluate((one, which) => one.getBoundingClientRect()[which], side)
      const panel = await edge('aside', 'left')
      for (const part of ['band', 'line']) {
        expect(await edge(`[data-part="${part}"]`, 'right'), part).toBeLessThanOrEqual(panel)
      }
    })
  })

  it('the four classes have four shapes, whatever the colors', async () => {
    const shapes: string[] = []
    for (const scene of ['FIVE_OUT', 'CART', 'DECIDE', 'STOP'] as const) {
      await withPage(scene, { forcedColors: 'active' }, async (page) => {
        shapes.push(await page.locator('[data-part="band"] svg').innerHTML())
      })
    }
    expect(new Set(shapes).size).toBe(4)
  })
})

describe('counted hands', () => {
  it('five out are six scans and one key', async () => {
    await withPage('EMPTY', LIGHT, async (page) => {
      await scan(page, '21234000123456')
      for (let book = 1; book <= 5; book += 1) await scan(page, `3123400000000${book}`)
      await page.waitForTimeout(AFTER_SCAN_MS)
      await page.keyboard.press('Enter')
      const finishes = await calls(page, 'desk.finish')
      expect((await calls(page, 'desk.scan')).map((input) => input['source'])).toEqual(Array(6).fill('scan'))
      expect(finishes).toHaveLength(1)
      await page.getByText('How to check out').waitFor()
    })
  })

  it('twenty in are twenty scans and two keys', async () => {
    await withPage('EMPTY', LIGHT, async (page) => {
      await page.keyboard.press('F2')
      for (let book = 10; book < 30; book += 1) await scan(page, `312340000000${book}`)
      await page.getByText('20 checked in').waitFor()
      await page.waitForTimeout(AFTER_SCAN_MS)
      await page.keyboard.press('Enter')
      expect(await calls(page, 'desk.finish')).toHaveLength(1)
      expect(await calls(page, 'desk.scan')).toHaveLength(20)
    })
  })

  it('a decision is one key', async () => {
    await withPage('DECIDE', LIGHT, async (page) => {
      await page.keyboard.press('1')
      await expect.poll(() => calls(page, 'desk.answer')).not.toEqual([])
      expect((await calls(page, 'desk.answer')).map(({ row_id, key }) => [row_id, key])).toEqual([['r6', '1']])
    })
  })
})

describe.each([0, 20, 80, 120])('a scanner with %i ms between characters', (gap_ms) => {
  const BOOK = '31234000123457'
  const opened = async (page: Page, key: string, part: string): Promise<void> => {
    await page.keyboard.press(key)
    await partOf(page, part)
  }
  const places: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ['the line', async () => undefined],
    ['a button', (page) => page.getByRole('button', { name: 'Undo check-out' }).focus()],
    ['an answer of a row', (page) => page.getByRole('button', { name: 'Only check it in' }).first().focus()],
    ['a search', (page) => page.keyboard.press('F3')],
    ['settings', (page) => opened(page, 'Control+,', 'settings')],
    [
      'the volume',
      async (page) => {
        await page.keyboard.press('Control+,')
        await page.getByRole('slider').focus()
      },
    ],
    ['the list of keys', (page) => opened(page, 'Control+h', 'keys')],
    ['help', (page) => opened(page, 'F1', 'help')],
  ]
  it.each(places)(
    'pointed at %s commits nothing and arrives whole',
    async (_name, goThere) => {
      await withPage('DECIDE', LIGHT, async (page) => {
        await goThere(page)
        for (const suffix of ['Enter', 'Tab']) await scan(page, BOOK, gap_ms, suffix)
        const changing = ['desk.scan', 'desk.answer', 'desk.undo', 'desk.finish', 'settings.set']
        const all = await Promise.all(changing.map((method) => calls(page, method)))
        expect(all.map((list) => list.length)).toEqual([2, 0, 0, 0, 0])
        expect(all[0]?.map((input) => input['text'])).toEqual([BOOK, BOOK])
        expect(await page.locator('#line').inputValue()).toBe('')
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('line')
      })
    },
    SLOW_MS,
  )
})

describe('a person', () => {
  it('who types a number at 200 ms a key is taken at her word', async () => {
    await withPage('EMPTY', LIGHT, async (page) => {
      await scan(page, '31234000123457', 200)
      expect((await calls(page, 'desk.scan')).map((input) => input['source'])).toEqual(['typed'])
    })
  })
})

describe('a burst', () => {
  it('of 10,000 scans all land, and the screen goes on being drawn', async () => {
    await withPage('FIVE_OUT', LIGHT, async (page) => {
      const { longest_ms, whole_ms } = await page.evaluate(async () => {
        const began_ms = performance.now()
        let last_ms = began_ms
        let longest = 0
        let isOn = true
        const watch = (): void => {
          longest = Math.max(longest, performance.now() - last_ms)
          last_ms = performance.now()
          if (isOn) requestAnimationFrame(watch)
        }
        requestAnimationFrame(watch)
        const line = document.querySelector('#line')
        let stamp_ms = performance.now()
        for (let book = 0; book < 10_000; book += 1) {
          for (const key of [...`9${book}`.padEnd(8, '0').split(''), 'Enter']) {
            const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
            // Stamped as a scanner would, so that a computer busy with other work does not tear a barcode apart.
            Object.defineProperty(event, 'timeStamp', { value: (stamp_ms += 5) })
            line?.dispatchEvent(event)
          }
          if (book % 50 === 49) await new Promise((resolve) => setTimeout(resolve))
        }
        while ((document.body.textContent ?? '').includes(' waiting')) await new Promise(requestAnimationFrame)
        isOn = false
        return { longest_ms: longest, whole_ms: performance.now() - began_ms }
      })
      expect(await calls(page, 'desk.scan')).toHaveLength(10_000)
      expect(await page.evaluate(() => window.canned.snapshot().rows_count)).toBe(10_005)
      // A share of the whole, for both grow alike on a busy computer; a screen that stands still stands for most of it.
      expect(longest_ms).toBeLessThan(Math.max(1_000, whole_ms / 4))
    })
  }, 600_000)
})
