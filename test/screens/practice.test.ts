/** The practice shift from the screen of a new desk, and from the first task to the last, by keyboard. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TASK_IDS, TASKS, type TaskId } from '../../shared/desk/session/practice-tasks.ts'
import { ENGLISH } from '../support/said.ts'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { PATIENCE_MS } from '../standin/patience.ts'
import { axeFaults } from '../support/axe.ts'
import { isInSight, SCREEN, takePicture } from './support/eyes.ts'

const { training: words } = ENGLISH.words.screen

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  hands = await Hands.at(desk)
  await desk.page.locator('input[name="folder"]:focus').waitFor()
  // The window closes on the key, perhaps before the key is let go: then nobody hears that.
  await Promise.allSettled([hands.press('F4')])
  desk.page = await desk.started.practicePage()
  desk.page.context().setDefaultTimeout(PATIENCE_MS)
  await desk.page.setViewportSize(SCREEN)
  hands = await Hands.at(desk)
  await hands.until((now) => now.stage === 'desk')
  await hands.line.waitFor()
})
afterAll(() => desk.close())

/** How many of each piece make $100.00, from the largest, as the page says. */
const FLOAT = ['', '', '', '', '8', '40', '40', '50', '80', '100'] as const

async function scanAll(barcodes: readonly string[]): Promise<void> {
  for (const barcode of barcodes) {
    const { version } = await hands.snapshot()
    await hands.scan(barcode)
    await hands.until((now) => now.version > version)
  }
  hands.afterScan()
}

const KEYS: Readonly<Record<TaskId, () => Promise<void>>> = {
  out: () => scanAll(TASKS.out.scans),
  decide: async () => {
    await scanAll(TASKS.decide.scans)
    await hands.until((now) => now.rows.some(({ choices }) => choices.length > 0))
    await hands.press('1')
  },
  'book-drop': async () => {
    await hands.press('F2')
    await hands.until((now) => now.mode === 'in')
    await hands.press('F2')
    await hands.until((now) => now.modifiers.length > 0)
    await scanAll(TASKS['book-drop'].scans)
  },
  renew: async () => {
    await hands.press('F1')
    await hands.until((now) => now.mode === 'out')
    await hands.type('miller dana')
    await hands.hitsStandStill()
    await hands.press('Enter')
    await hands.until((now) => now.patron !== null)
    await hands.press('Ctrl+F2')
  },
  find: async () => {
    await hands.press('F4')
    await hands.type('garcia 9/30/1998')
    await hands.hitsStandStill()
    await hands.press('Enter')
  },
  hold: async () => {
    await hands.press('F6')
    await hands.atPage('hold-new')
    await scanAll(TASKS.hold.scans)
    await hands.press('Enter')
  },
  'hand-over': () => scanAll(TASKS['hand-over'].scans),
  explain: () => hands.press('Shift+F1'),
  waive: async () => {
    await hands.press('F1')
    await hands.part('help')
    await hands.press('F1')
    await hands.until((now) => now.page === null)
    await hands.press('-')
    await hands.atPage('waive')
    await hands.asks('charge_ref')
    await hands.press('1')
    await hands.asks('amount_cents')
    await hands.type('1.00')
    await hands.press('Enter')
    await hands.asks('reason')
    // The last reason is not under the button that sends.
    await hands.press('ArrowUp')
    await expect.poll(() => isInSight(desk.page, '[data-field="reason"] label:has(:checked)')).toBe(true)
    await hands.press('1')
    await hands.press('Ctrl+Enter')
  },
  undo: async () => {
    await scanAll(TASKS.undo.scans)
    await hands.until((now) => now.rows[0]?.outcome === 'done')
    await hands.press('Ctrl+Z')
  },
  paper: async () => {
    await hands.press('Ctrl+Shift+T')
    await desk.page.locator('[data-part="training"] :focus').waitFor()
    await desk.page.getByRole('button', { name: words.printer.take_paper }).focus()
    await hands.press('Enter')
    await hands.until(({ training }) => training?.now?.printer.paper === 'out')
    await scanAll(TASKS.paper.scans)
    await hands.press('Enter')
    await hands.until(({ training }) => training?.jobs[0]?.tone === 'warn')
    await desk.page.getByRole('button', { name: words.printer.load_paper }).focus()
    await hands.press('Enter')
  },
  drawer: async () => {
    await hands.press('F12')
    await hands.asks('pieces.10000')
    for (const pieces of FLOAT) {
      if (pieces !== '') await hands.type(pieces)
      await hands.press('Enter')
    }
    await hands.until(({ training }) => training?.now?.is_drawer_open === true)
    await desk.page.getByRole('button', { name: words.drawer.shut }).focus()
    await hands.press('Enter')
  },
  shelf: async () => {
    await hands.press('Ctrl+Shift+F7')
    await hands.atPage('shelf')
    await scanAll(TASKS.shelf.scans)
  },
  lock: async () => {
    await hands.press('Ctrl+L')
    await hands.until((now) => now.stage === 'locked')
    await desk.page.getByText('246810').first().waitFor()
    await takePicture(desk.page, 'practice-locked')
    expect(await axeFaults(desk.page)).toEqual([])
    await desk.page.locator('input[name="pin"]').focus()
    await hands.type('246810')
    await hands.press('Enter')
  },
}

test.each(TASK_IDS.map((task, at) => [at + 1, task] as const))('task %i, %s', async (number, task) => {
  expect((await hands.snapshot()).practice).toMatchObject({ number, done_count: number - 1 })
  await desk.page.locator(`[data-part="practice"][data-task="${number}"]`).waitFor()
  await takePicture(desk.page, `practice-${number}`)
  if (number === 1) {
    expect(await axeFaults(desk.page)).toEqual([])
    // The bar leaves the rail room for every place, on the smallest screen, and on those of common sizes.
    const rail = desk.page.locator('nav')
    for (const size of [{ width: 1280, height: 720 }, { width: 1440, height: 900 }, SCREEN]) {
      await desk.page.setViewportSize(size)
      expect(await rail.evaluate((one) => one.scrollHeight - one.clientHeight), JSON.stringify(size)).toBe(0)
    }
  }
  await KEYS[task]()
  await hands.until(({ practice }) => practice?.done_count === number)
})

test('ends with a summary, and begins again', async () => {
  await desk.page.locator('[data-part="practice"][data-task="over"]').waitFor()
  await takePicture(desk.page, 'practice-over')
  await desk.page.getByRole('button', { name: 'Practice again' }).click()
  const { practice } = await hands.until((now) => now.practice?.is_over === false)
  expect(practice).toMatchObject({ number: 1, done_count: 0 })
})

test('without the panel and its tray, a button scans for people without a scanner', async () => {
  await hands.press('Ctrl+Shift+T')
  await desk.page.locator('[data-part="training"] :focus').waitFor()
  await hands.press('Ctrl+Shift+T')
  await desk.page.locator('[data-part="training"]').waitFor({ state: 'detached' })
  await desk.page.getByRole('button', { name: /^Scan it for me Dana Miller/ }).click()
  await hands.until(({ patron }) => patron?.name === 'Dana Miller')
  await expect.poll(() => hands.isLineFocused()).toBe(true)
})
