// @vitest-environment node
/**
 * Paper in Chromium: each one on its page and beside the work, and what of the screen the computer's printing gets.
 * Pictures go to PICTURES_TO when it is set.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logoBitmap, packed } from '../../shared/devices/printer/logo.ts'
import { besideOf } from '../../shared/desk/beside.ts'
import type { PageView } from '../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { asCopy, type ReceiptDocument } from '../../shared/receipt/document.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { paperName } from '../../shared/receipt/paper-name.ts'
import { ENGLISH } from '../support/said.ts'
import { PAPERS } from '../shared/receipt/papers.ts'
import { axeFaults } from '../support/axe.ts'
import { openScreens, type Look, type Screens } from './support/chromium.ts'
import { CART, EMPTY } from './support/scenes.ts'

const PICTURES = process.env['PICTURES_TO'] ?? ''
/** A triangle twice as wide as high, in the middle of its paper. */
const LOGO = packed(
  logoBitmap(
    { width: 240, height: 120, grays: Uint8Array.from({ length: 28_800 }, (_, at) => (at % 240 > at / 120 ? 255 : 0)) },
    576,
  ),
)
const SLOW_MS = 300_000
let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
  if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })
}, 300_000)
afterAll(() => screens.close())

function made(name: string, language: 'en' | 'es' = 'en'): ReceiptDocument {
  const paper = PAPERS[name]
  if (!paper) throw new TypeError(`no such paper: ${name}`)
  return paper(wordsIn(language))
}

const large = (document: ReceiptDocument): ReceiptDocument => ({ ...document, size: 'large' })

const nameOf = (document: ReceiptDocument): string => paperName(ENGLISH.words.screen.papers, document)

function onPage(...documents: readonly ReceiptDocument[]): DeskSnapshot {
  const page: PageView = {
    ref: { place: 'receipt', about: 'p1' },
    heading: documents[0] ? ENGLISH.words.pages.this_desk.paper.heading(nameOf(documents[0])) : '',
    lead: ENGLISH.words.pages.this_desk.paper.by_dialog,
    sections: documents.map((document, at) => ({ kind: 'paper', section_id: `paper ${at}`, heading: '', document })),
    aside: [],
    acts: [],
    enter: null,
    line_hint: '',
    titles_go_to: null,
    unfound_goes_to: null,
    steps_back: [],
    turns: { before: null, next: null },
    today: '2026-11-24',
    drafts: [],
  }
  return { ...EMPTY, version: 50, page }
}

const beside = (scene: DeskSnapshot, ...papers: ReceiptDocument[]): DeskSnapshot => ({
  ...scene,
  version: 50,
  papers,
  beside: besideOf({
    place: null,
    mode: scene.mode,
    is_patron_open: scene.patron !== null,
    papers_count: papers.length,
  }),
})

async function shown(snapshot: DeskSnapshot, look: Look, then: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open('EMPTY', { height: 900, ...look })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (fault) => complaints.push(fault.message))
  await page.evaluate((next) => window.canned.show(next), snapshot)
  await page.locator('[data-part="paper"]').first().waitFor()
  await then(page)
  expect(complaints).toEqual([])
  await page.context().close()
}

/** What sticks out of the paper it stands on. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-part="paper"]')].flatMap((paper) => {
      const edge = paper.getBoundingClientRect().right + 1
      const parts = [...paper.querySelectorAll('*')]
      return parts.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.outerHTML.slice(0, 160))
    }),
  )

async function looksRight(page: Page, picture: string): Promise<void> {
  const paper = page.locator('[data-part="paper"]').first()
  if (PICTURES !== '') await paper.screenshot({ path: path.join(PICTURES, `paper-${picture}.png`) })
  expect(await axeFaults(page, { within: '[data-part="paper"]' })).toEqual([])
  expect(await sticksOut(page)).toEqual([])
}

const LOOKS: readonly (readonly [string, (name: string) => ReceiptDocument, Look])[] = [
  ['english', (name) => made(name), { settings: { theme: 'light' } }],
  ['spanish', (name) => made(name, 'es'), { settings: { theme: 'dark' } }],
  ['large', (name) => large(made(name)), { settings: { theme: 'contrast' } }],
  ['copy', (name) => asCopy(made(name, 'es')), { settings: { theme: 'light', text_scale: '200' } }],
]

describe.each(LOOKS)('%s', (look_name, paperOf, look) => {
  it(
    'every paper stands on itself, whole',
    async () => {
      // High enough for the longest: what is drawn is the whole paper.
      const page = await screens.open('EMPTY', { height: 4_000, ...look })
      for (const [at, name] of Object.keys(PAPERS).entries()) {
        await page.evaluate((next) => window.canned.show(next), { ...onPage(paperOf(name)), version: 50 + at })
        await page
          .getByRole('region', { name: nameOf(paperOf(name)), exact: true })
          .last()
          .waitFor()
        await looksRight(page, `${name}-${look_name}`)
      }
      expect(await page.locator('[data-part="paper"]').count()).toBe(1)
      await page.context().close()
    },
    SLOW_MS,
  )
})

async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset['prints'] = '0'
    window.print = () => {
      document.body.dataset['prints'] = String(Number(document.body.dataset['prints']) + 1)
    }
  })
  return () => page.evaluate(() => Number(document.body.dataset['prints']))
}

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== '') await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

describe('the desk with paper', () => {
  it(
    'lies beside the work after Finish, and the same key prints it',
    async () => {
      await shown(beside(EMPTY, made('check-out')), { settings: { theme: 'light' } }, async (page) => {
        await picture(page, 'desk-receipt-beside')
        const prints = await countPrints(page)
        expect(await page.locator('[data-part="beside"]').textContent()).toContain('Nothing prints automatically.')
        await page.keyboard.press('Control+p')
        await page.getByRole('button', { name: 'Print' }).click()
        expect(await prints()).toBe(2)
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('line')
      })
    },
    SLOW_MS,
  )

  it(
    'a slip lies beside the cart, at 200 percent too',
    async () => {
      await shown(beside(CART, made('hold')), { settings: { theme: 'light' } }, (page) =>
        picture(page, 'desk-slip-beside'),
      )
      await shown(beside(CART, made('transit')), { settings: { text_scale: '200' } }, async (page) => {
        await picture(page, 'desk-slip-beside-200')
        expect(await sticksOut(page)).toEqual([])
      })
    },
    SLOW_MS,
  )

  it(
    'a page of paper has its Print, and Ctrl+P on a bare desk asks for what was done so far',
    async () => {
      await shown(
        onPage(made('check-out'), asCopy(made('renewal'))),
        { settings: { theme: 'light' } },
        async (page) => {
          await picture(page, 'desk-receipt-page')
          const prints = await countPrints(page)
          await page.keyboard.press('Control+p')
          await page.getByRole('button', { name: 'Print' }).click()
          expect(await prints()).toBe(2)
          await page.evaluate((next) => window.canned.show(next), { ...EMPTY, version: 60 })
          await page.locator('[data-part="paper"]').first().waitFor({ state: 'detached' })
          await page.keyboard.press('Control+p')
          await page.waitForFunction(() => window.canned.calls.some((call) => call.method === 'paper.make'))
          expect(await prints()).toBe(2)
        },
      )
    },
    SLOW_MS,
  )
})

describe('what the computer’s printing gets', () => {
  it.each([
    ['one beside the work', beside(CART, made('check-out'))],
    ['two on a page', onPage(made('check-out'), asCopy(made('renewal', 'es')))],
    ['a long list', onPage(longList())],
    ['large print', onPage(large(made('statement')))],
    ['under a logo', { ...onPage(made('check-out')), logo: LOGO }],
  ] as const)(
    '%s: the paper alone, black on white, as wide as the roll and whole',
    async (name, snapshot) => {
      await shown(snapshot, { settings: { theme: 'dark', text_scale: '200' } }, async (page) => {
        await page.emulateMedia({ media: 'print' })
        if (PICTURES !== '')
          await page.screenshot({ path: path.join(PICTURES, `print-${name.replaceAll(' ', '-')}.png`) })
        const seen = await page.evaluate(() => {
          const visible = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.checkVisibility())
          const papers = [...document.querySelectorAll<HTMLElement>('[data-part="paper"]')]
          const strangers = visible.filter(
            (one) => one.innerText !== '' && !papers.some((paper) => paper.contains(one) || one.contains(paper)),
          )
          const sheet = papers[0]?.firstElementChild
          return {
            strangers: strangers.map((one) => one.outerHTML.slice(0, 120)),
            text: document.body.innerText.trim(),
            paper: papers
              .map((one) => one.innerText)
              .join('\n')
              .trim(),
            width_px: papers[0]?.getBoundingClientRect().width ?? 0,
            height_px: document.documentElement.scrollHeight,
            paper_px: papers[0]?.getBoundingClientRect().height ?? 0,
            color: sheet ? getComputedStyle(sheet).color : '',
            ground: getComputedStyle(document.documentElement).backgroundColor,
            letter_pt: sheet ? (Number(getComputedStyle(sheet).fontSize.replace('px', '')) * 3) / 4 : 0,
          }
        })
        expect(seen.strangers).toEqual([])
        expect(seen.text.replaceAll(/\s+/g, ' ')).toBe(seen.paper.replaceAll(/\s+/g, ' '))
        expect([seen.color, seen.ground]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
        // 42 letters on a line, at any text size of the screen.
        expect(Math.round(seen.letter_pt)).toBe(name === 'large print' ? 16 : 8)
        expect(await sticksOut(page)).toEqual([])
        // As large as a printer of receipts burns it: 120 of 576 dots high.
        const logo = await page
          .locator('[data-part="logo"] svg')
          .evaluateAll((found) =>
            found.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
          )
        expect(logo.map((sides) => sides.map(Math.round))).toEqual(snapshot.logo ? [[272, 57]] : [])
        // 72 mm at 96 dots an inch.
        expect(seen.width_px).toBeCloseTo(272, 0)
        expect(seen.height_px).toBeGreaterThanOrEqual(Math.floor(seen.paper_px))
        const pdf = await page.pdf({ preferCSSPageSize: true })
        const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
        expect(pages).toBeGreaterThanOrEqual(name === 'two on a page' || name === 'a long list' ? 2 : 1)
        if (PICTURES !== '') writeFileSync(path.join(PICTURES, `print-${name.replaceAll(' ', '-')}.pdf`), pdf)
      })
    },
    SLOW_MS,
  )
})

function longList(): ReceiptDocument {
  const list = made('pull-list')
  const blocks = list.blocks.map((block) =>
    block.block === 'table' ? { ...block, rows: Array.from({ length: 40 }, () => block.rows).flat() } : block,
  )
  return { ...list, blocks }
}
