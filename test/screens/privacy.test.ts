/**
 * Confidentiality on the real desk by keyboard alone: why an account is opened, what was told to others, erasing; with
 * pictures (PICTURES_TO) and nothing for axe to find.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { says } from '../support/said.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()
beforeEach(() => hands.clear())

const asks = (name: string): Promise<void> => hands.asks(name)

/** The digit picks and goes on by itself. */
async function pick(name: string, digit: string): Promise<void> {
  await asks(name)
  await hands.press(digit)
}

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `privacy-${name}`)).toEqual([])
}

async function confidentiality(card: string): Promise<void> {
  await hands.scan(card)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('F7')
  await hands.until((now) => now.page?.ref.place === 'account')
  await hands.press('y')
  await hands.until((now) => now.page?.ref.place === 'privacy')
  await desk.page.locator('[data-place="privacy"]').waitFor()
}

test('what was told is written down: ground, how much, to whom', async () => {
  await confidentiality(CARDS.flora)
  await hands.press('d')
  await pick('basis', '4')
  await pick('what', '1')
  await asks('to_whom')
  await picture('disclose')
  await hands.type('Officer Hale, Springfield PD')
  await hands.press('Enter')
  const after = await hands.until((now) => now.band?.heading === 'Disclosure')
  expect(after.band?.outcome).toBe('done')
  await desk.page.locator('[data-place="privacy"] tr').filter({ hasText: 'Officer Hale' }).waitFor()
  await picture('account')
})

test('their own data is two files, and that they were given is said', async () => {
  await confidentiality(CARDS.flora)
  const file = join(desk.userData, 'flora.json')
  await hands.press('x')
  await asks('to_file')
  await hands.type(file)
  await hands.press('Enter')
  const after = await hands.until((now) => now.band?.heading === 'Their data')
  expect(after.rows[0]?.notes).toEqual([`Everything is in ${file}`, `To read: ${file}.txt`])
  expect(readFileSync(`${file}.txt`, 'utf8')).toContain('Officer Hale')
})

test('erasing says first what is in the way', async () => {
  await confidentiality(CARDS.dana)
  await hands.press('e')
  await asks('card_tail')
  await desk.page
    .locator('form')
    .filter({ hasText: says('erase-loans-out', { count: 5 }) })
    .waitFor()
  await picture('erase')
  await hands.press('Escape')
  expect((await hands.snapshot()).patron?.name).toBe('Dana Miller')
})

test('an account without its card opens with the letter of the reason, and shows nothing before', async () => {
  await hands.call('policy.change', {
    table: 'library_setting',
    key: 'is_view_reason_required',
    after: { name: 'is_view_reason_required', value: 'yes' },
    accept_findings: [],
  })
  await hands.press('F4')
  await hands.type('miller 6/15/85')
  await desk.page.getByRole('option', { selected: true }).filter({ hasText: 'Dana Miller' }).waitFor()
  await hands.hitsStandStill()
  await hands.press('Enter')
  const asked = await hands.until((now) => now.page?.ref.place === 'privacy')
  expect(asked.patron).toBeNull()
  await desk.page.locator('[data-place="privacy"]').waitFor()
  await picture('why')
  await hands.press('t')
  const opened = await hands.until((now) => now.patron !== null)
  expect([opened.patron?.name, opened.page]).toEqual(['Dana Miller', null])
})
