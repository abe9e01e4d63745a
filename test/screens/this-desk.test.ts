/**
 * The page about this desk by keyboard alone: a backup, the journal, the recovery key; and, when the key is gone, what
 * the rescue screen says. With pictures (PICTURES_TO) and nothing for axe to find.
 */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { PIN } from './support/library.ts'
import { en } from '../../shared/words/en/en.ts'

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `this-desk-${name}`)).toEqual([])
}

const at = (place: string): Promise<void> => desk.page.locator(`[data-place="${place}"]`).waitFor()

/** The groups of the recovery key, as they were on the screen. */
let groups: readonly string[] = []

/** Types what the form asks for now, as from the paper. @param spoilt the second one with a letter of another key */
async function typeGroups(spoilt = false): Promise<void> {
  await hands.asks('key_group')
  const labels = ((await hands.snapshot()).page?.enter?.asks ?? []).map(({ label }) => Number(/\d+/.exec(label)?.[0]))
  const [first = '', second = ''] = labels.map((number) => groups[number - 1] ?? '')
  await hands.type(first.toLowerCase())
  await hands.press('Enter')
  await hands.asks('other_key_group')
  await hands.type(spoilt ? `${second.slice(0, 4)}${second.endsWith('7') ? '8' : '7'}` : second)
  await hands.press('Enter')
}

test('right after set-up the recovery key stands there; Enter asks for two groups, Esc goes on to work', async () => {
  await at('recovery-key')
  await picture('recovery-key')
  const shown = (await hands.snapshot()).page?.sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : []))
  const blocks = shown?.flatMap(({ blocks: all }) => all) ?? []
  groups = blocks.flatMap((one) => (one.block === 'table' ? one.rows.map(({ cells }) => cells[1] ?? '') : []))
  expect(groups).toHaveLength(13)
  await hands.press('Enter')
  await hands.asks('key_group')
  await picture('key-check')
  await hands.press('Escape')
  await hands.part('form', 'detached')
  await hands.press('Escape')
  expect((await hands.until((now) => now.page === null)).stage).toBe('desk')
})

test('Tasks has it, This desk has it; a slip is told; the two groups of the paper end it', async () => {
  await hands.press('Shift+F7')
  await at('tasks')
  await picture('key-on-tasks')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await typeGroups(true)
  await desk.page.getByText('has a typing mistake').first().waitFor()
  await picture('key-check-slip')
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.press('Ctrl+Shift+d')
  await at('this-desk')
  await hands.press('p')
  await typeGroups()
  await hands.until((now) => now.page?.ref.place === 'this-desk')
  expect((await hands.snapshot()).page?.acts.map(({ key }) => key)).not.toContain('P')
  await picture('key-confirmed')
  await hands.press('Escape')
  await at('tasks')
  expect(await desk.page.locator('[data-section="recovery-key"]').count()).toBe(0)
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
})

test('a backup: the page, B, the folder, Enter; the band says how much and where', async () => {
  await hands.press('Ctrl+Shift+d')
  await at('this-desk')
  const today = desk.page.locator('[data-part="backup-strip"] li [data-today]')
  expect(await today.getAttribute('data-backup')).toBe('none')
  await picture('page')
  const folder = path.join(desk.userData, 'backup')
  await hands.press('b')
  await desk.page.locator('[data-field="to_folder"]:focus-within').waitFor()
  await hands.type(folder)
  await hands.press('Enter')
  await hands.bandSays(/MB in .*backup/)
  expect(existsSync(path.join(folder, 'journal.db'))).toBe(true)
  await desk.page.getByText(`, in ${folder}`).waitFor()
  await expect.poll(() => today.getAttribute('data-backup')).toBe('made')
})

test('the same folder again is refused in words, and the form stays as it was', async () => {
  await hands.press('b')
  await desk.page.locator('[data-field="to_folder"]:focus-within').waitFor()
  await hands.type(path.join(desk.userData, 'backup'))
  await hands.press('Enter')
  await desk.page.getByText('nothing in it is overwritten').first().waitFor()
  await expect
    .poll(() => desk.page.locator('[data-part="form"] input[name="to_folder"]').inputValue())
    .toContain('backup')
  await hands.press('Escape')
  await hands.part('form', 'detached')
})

test('the journal is checked by J and Enter', async () => {
  await hands.press('j')
  await desk.page.locator('[data-part="form"]').waitFor()
  await hands.press('Enter')
  await hands.bandSays('match their checksums')
  expect((await hands.snapshot()).band).toMatchObject({ outcome: 'done', heading: en.outcomes.records.verified })
})

test('the page is found by name, and shows the key only by the PIN', async () => {
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await hands.type('/')
  await hands.part('search')
  await hands.type('this desk')
  await hands.hitsStandStill()
  await hands.press('Enter')
  await at('this-desk')
  await hands.press('k')
  await hands.asks('own_pin')
  await hands.press('Ctrl+Enter')
  expect((await hands.snapshot()).page?.ref.place).toBe('this-desk')
  await hands.type(PIN)
  hands.afterScan()
  await picture('key-asked')
  await hands.press('Ctrl+Enter')
  await at('recovery-key')
  await hands.press('Escape')
  await at('this-desk')
  expect((await hands.snapshot()).page?.ref.place).toBe('this-desk')
})

test('at the next sign-in it is told what happened here; Enter, and it is read', async () => {
  await hands.press('Ctrl+Shift+l')
  await hands.until((now) => now.stage === 'sign-in')
  await hands.call('staff.sign-in', { initials: 'RO', pin: PIN })
  await at('news')
  const { page } = await hands.snapshot()
  const rows = page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : [])) ?? []
  expect(rows.map(({ cells }) => cells[2]?.text)).toEqual([
    en.log.done['recovery-key-shown'],
    en.log.done['backup-made'],
  ])
  await picture('news')
  await hands.press('Enter')
  await hands.until((now) => now.page === null)
})

test('without its key the rescue screen offers the recovery key and a backup; F5 tries again', async () => {
  await hands.call('staff.sign-out')
  await desk.started.quit()
  await desk.started.exited
  const sealed = path.join(desk.userData, 'key.sealed')
  rmSync(sealed)
  desk = await launch({ userData: desk.userData })
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await Hands.at(desk)
  await desk.page.locator('[data-screen="rescue"] input[name="recovery_key"]:focus').waitFor()
  await picture('rescue')
  await hands.type('AB12')
  await hands.press('Enter')
  await desk.page.getByText('A recovery key has 65 letters and digits; you typed 4.').waitFor()
  await hands.press('F5')
  await desk.page.getByText('It still cannot be opened.').waitFor()
  await expect.poll(() => desk.page.locator('input[name="from_folder"]').count()).toBe(1)
})
