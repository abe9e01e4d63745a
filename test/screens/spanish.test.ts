/**
 * The desk in Spanish, in the real application: chosen by keyboard, at once, and none of the screen's own English left
 * in what a person sees or hears: texts, labels, placeholders. A picture of each.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inKeys } from '../../shared/desk/key-words.ts'
import { KEY_PRESETS } from '../../shared/desk/keymap.ts'
import type { Words } from '../../shared/words/en/en.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { ENGLISH, SPANISH } from '../support/said.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { BADGE, CARDS, PIN, danasBook, shelfBook } from './support/library.ts'

let userData: string
let desk: Desk
let hands: Hands

beforeAll(async () => {
  userData = mkdtempSync(path.join(os.tmpdir(), 'datestamp-spanish-'))
  desk = await launch({ userData })
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(async () => {
  await desk.close()
  rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

/** Every text of a catalog that holds no fact, with its keys as this desk has them. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [inKeys(words, KEY_PRESETS.datestamp)]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : []
}

const { account, holds, items } = SPANISH.words.pages
const saidIn = ({ screen, pages }: Words): ReadonlySet<string> =>
  new Set(textsIn([screen, pages.account, pages.holds, pages.items]))
const es = saidIn(SPANISH.words)
const ENGLISH_ALONE = new Set([...saidIn(ENGLISH.words)].filter((text) => /[a-z]{2}/i.test(text) && !es.has(text)))

/** Everything that is read or read out, each piece by itself. */
async function piecesSeen(): Promise<readonly string[]> {
  return desk.page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder]')) {
      texts.push(element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '')
    }
    return texts.map((text) => text.trim().replace(/\.$/, '')).filter((text) => text !== '')
  })
}

async function englishLeft(name: string): Promise<readonly string[]> {
  await eyes.takePicture(desk.page, `${name}-es`)
  return (await piecesSeen()).filter((text) => ENGLISH_ALONE.has(text) || ENGLISH_ALONE.has(`${text}.`))
}

async function tabTo(selector: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if ((await desk.page.locator(`${selector}:focus`).count()) > 0) return
    await hands.press('Tab')
  }
  throw new Error(`no Tab leads to ${selector}`)
}

const language = (): Promise<string> => desk.page.evaluate(() => document.documentElement.lang)
const seen = (text: string): Promise<void> => desk.page.getByText(text).first().waitFor()

test('in English the same look finds English, so that it would find it in Spanish too', async () => {
  expect(await language()).toBe('en')
  expect((await piecesSeen()).filter((text) => ENGLISH_ALONE.has(text)).length).toBeGreaterThan(10)
})

test('is chosen with the keyboard in the settings, and there right away', async () => {
  await hands.press('Ctrl+,')
  await desk.page.locator('[data-part="settings"] input:focus').waitFor()
  await tabTo('input[name="language"]')
  await hands.press('ArrowRight')
  await seen(SPANISH.words.screen.settings.heading)
  await expect.poll(language).toBe('es')
  expect(await englishLeft('settings')).toEqual([])
  await hands.press('Escape')
})

const words = SPANISH.words.screen
/** Pages while Dana is open, each with a text that only it has. */
const PAGES = [
  ['account', '', account.loans.columns.renewed],
  ['recent', '', account.recent.lead],
  ['hold-new', '', holds.place.heading],
  ['hold-new', `item ${shelfBook(3)}`, holds.place.asked],
  ['hold-shelf', '', holds.shelf.ready],
  ['pull-list', '', holds.pull.again],
  ['transits', '', holds.transits.coming.heading],
  ['item', shelfBook(1), items.item.facts.out_at],
  ['title', '1', items.title.heading],
  ['item-new', '31234000999999', items.add.heading],
  ['items-made', '', items.made.lead],
] as const
const STATES: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'idle',
    async () => {
      // Away from the recovery key, which the desk shows after it was set up: pages are the station's.
      await desk.call('desk.clear')
      await seen(words.begin.heading)
    },
  ],
  [
    'keys',
    async () => {
      await hands.press('Ctrl+H')
      await seen(words.keys.acts.undo.does)
    },
  ],
  [
    'people',
    async () => {
      await hands.press('Escape')
      await hands.press('F4')
      await seen(words.line.search.people.empty)
    },
  ],
  [
    'out',
    async () => {
      await hands.press('Escape')
      await hands.scan(CARDS.dana)
      for (const number of [1, 2]) await hands.scan(shelfBook(number))
      await hands.until((now) => now.totals.out_count === 2)
      await seen(words.bottom.out(2))
    },
  ],
  ...PAGES.map(([place, about, text]): readonly [string, () => Promise<void>] => [
    `page ${place}`,
    async () => {
      await desk.call('desk.go', { page: { place, about } })
      await seen(text)
    },
  ]),
  [
    'in',
    async () => {
      await desk.call('desk.clear')
      await hands.press('F2')
      await hands.scan(danasBook(1))
      await hands.until((now) => now.totals.in_count === 1)
      await seen(words.side.this_cart)
    },
  ],
  [
    'locked',
    async () => {
      await hands.press('Ctrl+L')
      await seen(words.gate.locked.heading)
    },
  ],
]

describe('shows no English of its own', () => {
  test.each(STATES)('%s', async (name, goThere) => {
    await goThere()
    expect(await englishLeft(name)).toEqual([])
  })
})

test('is theirs alone: a colleague’s badge at the locked desk reads the library’s language again', async () => {
  await hands.signIn(BADGE, PIN)
  await expect.poll(language).toBe('en')
  await seen(ENGLISH.words.screen.begin.heading)
})
