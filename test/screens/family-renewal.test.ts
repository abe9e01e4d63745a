/**
 * A family of four renewed in one act on the real desk, by keyboard alone, in English and in Spanish: Q on the account,
 * Space for each address, Ctrl+Enter, and Ctrl+Z gives all back. Pictures in PICTURES_TO.
 */
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

/** In ten days, whenever that is. */
const SOON = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
const lines = (...rows: string[]): string => `${rows.join('\n')}\n`
const MORE = {
  'patrons.csv': lines(
    'patron_id,surname,given,born_on,expires_on,category_code,branch_code,guardian_id',
    `P1,Miller,Dana,1985-06-15,${SOON},ADULT,MAPLE,`,
    `P2,Miller,Omar,2012-01-31,${SOON},ADULT,MAPLE,P1`,
    'P3,Miller,Flora,2014-11-02,2020-01-31,ADULT,MAPLE,P1',
    'P5,Miller,Victor,2016-04-04,2090-01-31,ADULT,MAPLE,P1',
    'P6,Miller,Harold,2018-08-19,2020-01-31,ADULT,MAPLE,P1',
    'P7,Abernathy,Ruth,1949-12-01,,ADULT,MAPLE,',
  ),
  'addresses.csv': lines(
    'patron_id,street,city,region,postal_code',
    'P1,12 Elm St,Deerfield,IL,60015',
    'P2,12 Elm St,Deerfield,IL,60015',
    'P3,12 Elm St,Deerfield,IL,60015',
    'P5,12 Elm St,Deerfield,IL,60015',
    'P6,300 Wilmot Rd,Deerfield,IL,60015',
  ),
  'patron_categories.csv': lines(
    'category_code,name,loans_count_max,owed_max,card_months_count',
    'ADULT,Resident adult,500,10.00,36',
  ),
  'residency_rules.csv': lines('rule_code,standing_kind,postal_code', 'TOWN,resident,60015'),
  'card_rules.csv': lines(
    'rule_code,category_code,standing_kind,check_kind,order_number',
    'ADULT,ADULT,resident,yearly,0',
  ),
}

const { desk, hands } = oneDesk(MORE)

const look = async (name: string): Promise<void> => {
  expect(await eyes.faultsInEveryLook(desk.page, name)).toEqual([])
}

async function account(card: string): Promise<void> {
  await hands.clear()
  await hands.scan(card)
  await hands.until((now) => now.patron !== null)
  await hands.press('F7')
  await hands.atPage('account')
}

const focused = (): Promise<string> => desk.page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')

/** One line for all who get the same, and one while an address is still to be asked. */
async function previewed(lines_count: number): Promise<void> {
  const said = desk.page.locator('[data-part="preview"] > *')
  await expect.poll(() => said.count()).toBe(lines_count)
}

/** How many hints of boxes to tick there are, and those that do not begin under the label of their box. */
const hintsUnder = (): Promise<readonly [all: number, elsewhere: readonly string[]]> =>
  desk.page.evaluate(() => {
    const boxes = [...document.querySelectorAll('[data-form] [data-kind="tick"]')]
    const hinted = boxes.flatMap((box) => {
      const hint = [...box.querySelectorAll('p')].find((one) => one.textContent !== '')
      const label = box.querySelector('label')
      return hint && label ? [[hint, label.getBoundingClientRect()] as const] : []
    })
    const elsewhere = hinted.filter(([hint, label]) => {
      const letters = document.createRange()
      letters.selectNodeContents(hint)
      const { top, left } = letters.getBoundingClientRect()
      return top < label.bottom - 4 || left < label.left || left > label.left + label.height
    })
    return [hinted.length, elsewhere.map(([hint]) => hint.textContent ?? '')] as const
  })

async function renewsAll(name: string): Promise<string> {
  await hands.press('q')
  await desk.page.locator('[data-form]').waitFor()
  await previewed(2)
  // What one of them owes, and who lives at each of two addresses.
  expect(await hintsUnder()).toEqual([3, []])
  await look(`${name}-form`)
  // Sent without the addresses: the first of them is where it goes on.
  await hands.press('Ctrl+Enter')
  await expect.poll(focused).toBe('checked.1')
  await look(`${name}-asked`)
  await hands.press(' ')
  await hands.press('Enter')
  await hands.press(' ')
  await previewed(1)
  await look(`${name}-checked`)
  await hands.press('Ctrl+Enter')
  const { rows } = await hands.until((now) =>
    now.rows.some(({ is_undone, happened }) => !is_undone && happened.startsWith('4 ')),
  )
  await look(`${name}-done`)
  return rows[0]?.happened ?? ''
}

test('Q, Space for each of two addresses, Ctrl+Enter: four cards are renewed, and Ctrl+Z gives them back', async () => {
  await account(CARDS.dana)
  await look('family-account')
  expect(await renewsAll('family')).toBe('4 cards renewed')
  await hands.press('Ctrl+z')
  await hands.until((now) => now.rows.some((row) => row.is_undone))
  await look('family-undone')
})

test('the same in Spanish, from the account of a child', async () => {
  await desk.call('staff.set-language', { language: 'es' })
  await account(CARDS.omar)
  expect(await renewsAll('family-es')).toBe('4 tarjetas renovadas')
})

test('with large letters the page is at its top again once they are renewed, and not among the loans', async () => {
  await hands.press('Ctrl+z')
  await hands.until((now) => now.rows.some((row) => row.is_undone))
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  await eyes.wear(desk.page, eyes.LOOKS['200-percent'] ?? { media: {}, scale: '200' })
  await account(CARDS.dana)
  await hands.press('q')
  await desk.page.locator('[data-form]').waitFor()
  expect(await hintsUnder()).toEqual([3, []])
  await hands.press('Ctrl+Enter')
  await expect.poll(focused).toBe('checked.1')
  for (const key of [' ', 'Enter', ' ', 'Ctrl+Enter']) await hands.press(key)
  await desk.page.locator('[data-form]').waitFor({ state: 'detached' })
  await hands.drawn()
  await eyes.takePicture(desk.page, 'family-done-large')
  const heading = desk.page.locator('[data-place="account"] h2').first()
  await expect.poll(() => heading.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0)
})
