/** In large text at 1280 by 720, in Spanish: the bar at the bottom is one line, and leaves room for answers. */
import { expect, test } from 'vitest'
import { es } from '../../shared/words/es/es.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, danasBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk({
  'addresses.csv': 'patron_id,street,city,region,postal_code\nP1,12 Elm St,Deerfield,IL,60015\n',
})

const tops = (selector: string): Promise<readonly number[]> =>
  desk.page.locator(selector).evaluateAll((all) => [...new Set(all.map((one) => one.getBoundingClientRect().top))])

test('mail came back and a loan is refused: undo and what waits are side by side, the answers above them', async () => {
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  await desk.call('staff.set-language', { language: 'es' })
  await eyes.wear(desk.page, eyes.LOOKS['200-percent'] ?? { media: {}, scale: '200' })
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.call('patron.check', { what: 'mail' })
  await hands.press('F7')
  await hands.atPage('account')
  await hands.scan(danasBook(1))
  await hands.until((now) => now.totals.undecided_count === 1)
  await desk.page.getByRole('button', { name: es.screen.page.rows.leave }).waitFor()
  await hands.drawn()
  await eyes.takePicture(desk.page, 'large-text-refused')
  expect([(await desk.page.locator('footer button').count()) > 1, await tops('footer button')]).toEqual([
    true,
    [expect.any(Number)],
  ])
  expect(await eyes.isInSight(desk.page, '[data-row][aria-current] button')).toBe(true)

  // In English at 1024 by 768, away from the page.
  await desk.page.setViewportSize({ width: 1024, height: 768 })
  await desk.call('staff.set-language', { language: 'en' })
  await desk.call('desk.go', { page: null })
  await hands.scan(danasBook(2))
  await hands.until((now) => now.page === null && now.totals.undecided_count === 2)
  await hands.drawn()
  await eyes.takePicture(desk.page, 'large-text-1024')
  expect(await tops('footer button')).toEqual([expect.any(Number)])
  const answers = desk.page.locator('[data-row-answers]').first().getByRole('button').first()
  const bottom = await answers.evaluate((one) => one.getBoundingClientRect().bottom)
  expect(bottom).toBeLessThan(Math.min(...(await tops('footer'))))
})

test.each(['en', 'es'] as const)(
  'in %s the clock is on the line of the branch, at 1280 and at 1366',
  async (language) => {
    await desk.call('staff.set-language', { language })
    await eyes.wear(desk.page, eyes.LOOKS['200-percent'] ?? { media: {}, scale: '200' })
    await hands.clear()
    for (const [width, height] of [
      [1280, 720],
      [1366, 768],
    ] as const) {
      await desk.page.setViewportSize({ width, height })
      await hands.drawn()
      await eyes.takePicture(desk.page, `large-text-strip-${language}-${width}`)
      const boxes = await desk.page
        .locator('[data-part="strip"] > *')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width: wide }) => wide > 0))
      const [branch, clock] = [boxes.at(0), boxes.at(-1)]
      expect(clock?.top, `${width}`).toBeLessThan(branch?.bottom ?? 0)
    }
    expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(1)
    await desk.call('staff.set-language', { language: 'en' })
  },
)

test('on a page of the office nothing says to scan a card, and its lead has the width of the page', async () => {
  await desk.page.setViewportSize({ width: 1366, height: 768 })
  await eyes.wear(desk.page, eyes.LOOKS['light'] ?? { media: {}, scale: '100' })
  await hands.clear()
  await desk.call('desk.go', { page: { place: 'this-desk', about: '' } })
  await hands.atPage('this-desk')
  await hands.drawn()
  expect(await desk.page.locator('[data-part="band"][data-weight="idle"]').count()).toBe(0)
  const heights = await desk.page
    .locator('[data-part="page"] header p')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(heights.filter((height_px) => height_px > 60)).toEqual([])
  expect(heights).not.toEqual([])
})
