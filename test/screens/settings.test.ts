/** Settings made with the keyboard are seen at once and are still there after a restart. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { BADGE, CARDS, PIN } from './support/library.ts'

let userData: string
let desk: Desk

beforeAll(() => {
  userData = mkdtempSync(path.join(os.tmpdir(), 'datestamp-settings-'))
})
afterAll(async () => {
  await desk.close()
  rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

async function look(): Promise<unknown> {
  return desk.page.evaluate(() => {
    const { theme, scale } = document.documentElement.dataset
    return { theme, scale, size: getComputedStyle(document.documentElement).fontSize }
  })
}

/** Moves by Tab until this is focused. */
async function tabTo(hands: Hands, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if ((await desk.page.locator(`${selector}:focus`).count()) > 0) return
    await hands.press('Tab')
  }
  throw new Error(`no Tab leads to ${selector}`)
}

test('theme, text size and a key', async () => {
  desk = await launch({ userData })
  const hands = await atSmallLibrary(desk)
  expect(await look()).toEqual({ theme: 'light', scale: '100', size: '18px' })
  await hands.press('Ctrl+,')
  await desk.page.locator('[data-part="settings"] input:focus').waitFor()
  await hands.press('ArrowRight')
  await hands.press('ArrowRight')
  await tabTo(hands, 'input[name="text_scale"]')
  await hands.press('ArrowRight')
  await expect.poll(look).toEqual({ theme: 'dark', scale: '125', size: '22.5px' })
  await tabTo(hands, '[data-action="check-in"]')
  await hands.press('Enter')
  await desk.page.getByText('Press a function key').waitFor()
  await hands.press('F8')
  await desk.page.getByText('F8 already does “Last patron”. The key was not changed.').waitFor()
  await hands.press('Enter')
  await desk.page.getByText('Press a function key').waitFor()
  await hands.press('Ctrl+7')
  await desk.page.locator('[data-action="check-in"]').filter({ hasText: '7' }).waitFor()
  await hands.press('Escape')
  await hands.press('Ctrl+7')
  await hands.until((now) => now.mode === 'in')
  await desk.started.quit()
  await desk.close()

  desk = await launch({ userData })
  await expect.poll(look).toEqual({ theme: 'dark', scale: '125', size: '22.5px' })
  const again = await Hands.at(desk)
  await again.signIn(BADGE, PIN)
  await again.press('F2')
  await again.press('Ctrl+7')
  await again.until((now) => now.mode === 'in')
  await expect.poll(() => desk.page.locator('nav button[aria-current]').innerText()).toContain('7')
})

test('as in Evergreen: F6 counts use here, Shift+F3 places a hold, and settings and sentences say so', async () => {
  const hands = await Hands.at(desk)
  await hands.press('Ctrl+,')
  await desk.page.locator('[data-part="settings"] input:focus').waitFor()
  await tabTo(hands, 'input[name="key_preset"]')
  await hands.press('ArrowRight')
  const keyOf = (action: string): Promise<string> => desk.page.locator(`[data-action="${action}"]`).innerText()
  await expect.poll(() => keyOf('used-here')).toBe('F6')
  expect((await keyOf('hold')).split(/\s+/).join('+')).toBe('Shift+F3')
  await hands.press('Escape')
  await hands.press('F6')
  await hands.until((now) => now.mode === 'in-house')
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hands.press('F2')
  await desk.page.getByText('Ctrl+F6 shows how to turn it off').waitFor()
  await hands.press('F1')
  await hands.until((now) => now.mode === 'out')
  await hands.scan(CARDS.flora)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('Shift+F3')
  await hands.until((now) => now.page?.ref.place === 'hold-new')
})
