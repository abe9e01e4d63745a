/**
 * In large text the answers of a question stay in sight: of each question that a desk meets, in both languages and at
 * three sizes of the window. Pictures in PICTURES_TO.
 */
import { describe, expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS, danasBook, omarsBook, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const

/** No card and no item of the small library. */
const UNKNOWN = '31234009999990'

const asked = (): Promise<unknown> => hands.until(({ rows }) => rows.some(({ choices }) => choices.length > 0))

const QUESTIONS: Readonly<Record<string, () => Promise<void>>> = {
  'a return that is not found': async () => {
    await hands.press('F2')
    await hands.until(({ mode }) => mode === 'in')
    await hands.scan(UNKNOWN)
  },
  'a return that is not found, after others': async () => {
    await hands.press('F2')
    await hands.until(({ mode }) => mode === 'in')
    for (const number of [5, 6, 7]) await hands.scan(omarsBook(number))
    await hands.until(({ totals }) => totals.in_count === 3)
    await hands.scan(UNKNOWN)
  },
  'a loan that is not found': async () => {
    await hands.scan(CARDS.dana)
    await hands.scan(UNKNOWN)
  },
  'a loan to a patron who owes': async () => {
    await hands.scan(CARDS.flora)
    await hands.scan(shelfBook(1))
  },
  'a loan to a patron who is barred': async () => {
    await hands.scan(CARDS.victor)
    await hands.scan(shelfBook(2))
  },
  'a loan on a card that expired': async () => {
    await hands.scan(CARDS.harold)
    await hands.scan(shelfBook(3))
  },
  'what another patron has': async () => {
    await hands.scan(CARDS.dana)
    await hands.scan(omarsBook(9))
  },
  'what is on hold for another patron': async () => {
    await hands.scan(CARDS.dana)
    await hands.scan(omarsBook(2))
  },
  'a book on loan while nobody is open': async () => {
    await hands.scan(danasBook(3))
  },
}

const inSight = (): Promise<readonly string[]> =>
  desk.page.locator('[data-row-answers]').evaluateAll((rows) =>
    rows
      .flatMap((row) => [...row.querySelectorAll('button')])
      .filter((button) => {
        const box = button.getBoundingClientRect()
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        return box.top < 0 || box.bottom > innerHeight || top === null || !button.contains(top)
      })
      .map((button) => `hidden: ${button.textContent ?? ''}`),
  )

describe.each(['en', 'es'] as const)('in %s', (language) => {
  test.each(Object.entries(QUESTIONS))('%s', async (name, ask) => {
    await desk.call('staff.set-language', { language })
    await eyes.wear(desk.page, { media: {}, scale: '200' })
    const found: string[] = []
    for (const { width, height } of SIZES) {
      await desk.page.setViewportSize({ width, height })
      await hands.clear()
      await ask()
      await asked()
      await hands.drawn()
      await eyes.takePicture(desk.page, `large-${language}-${name.replaceAll(/[^a-z]+/g, '-')}-${width}`)
      expect(await desk.page.locator('[data-row-answers] button').count()).toBeGreaterThan(1)
      found.push(...(await inSight()).map((one) => `${width} × ${height}: ${one}`))
    }
    expect(found).toEqual([])
  })
})
