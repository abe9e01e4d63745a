/** A card that soon ends at check-out, an edit that moves somebody out of town, and a lost card, by keyboard. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'

/** In ten days, whenever that is. */
const SOON = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
const lines = (...rows: string[]): string => `${rows.join('\n')}\n`
const MORE = {
  'patrons.csv': lines(
    'patron_id,surname,given,born_on,expires_on,category_code,branch_code',
    `P1,Miller,Dana,1985-06-15,${SOON},ADULT,MAPLE`,
    'P2,Núñez,Omar,1990-01-31,,ADULT,MAPLE',
    'P3,Bell,Flora,1972-11-02,,ADULT,MAPLE',
    'P5,Crane,Victor,1961-04-04,,ADULT,MAPLE',
    'P6,Finch,Harold,1958-08-19,2020-01-31,ADULT,MAPLE',
    'P7,Abernathy,Ruth,1949-12-01,,ADULT,MAPLE',
  ),
  'addresses.csv': lines('patron_id,street,city,region,postal_code', 'P1,12 Elm St,Deerfield,IL,60015'),
  'patron_categories.csv': lines(
    'category_code,name,loans_count_max,owed_max,card_months_count',
    'ADULT,Resident adult,500,10.00,36',
    'GUEST,Non-resident,5,10.00,12',
  ),
  'loan_rules.csv': lines(
    'rule_code,category_code,item_type_code,period_count,period_unit,days_mode,renewals_count_max,is_capped_at_expiry',
    'book,*,BOOK,21,days,ignore-closed,5,yes',
    'guest,GUEST,BOOK,14,days,ignore-closed,0,yes',
  ),
  'residency_rules.csv': lines('rule_code,standing_kind,postal_code', 'TOWN,resident,60015', 'ELSE,non-resident,'),
  'card_rules.csv': lines(
    'rule_code,category_code,standing_kind,check_kind,order_number',
    'ADULT,ADULT,resident,yearly,0',
    'GUEST,GUEST,non-resident,always,1',
  ),
}

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  hands = await atSmallLibrary(desk, MORE)
})
afterAll(() => desk.close())

const look = async (name: string): Promise<void> => {
  expect(await eyes.faultsInEveryLook(desk.page, name)).toEqual([])
}

/** How far the foot of the form reaches over the field that is typed in. */
const covered_px = (): Promise<number> =>
  desk.page.evaluate(() => {
    const foot = document.querySelector('[data-part="preview"]')?.parentElement
    const bottom = document.activeElement?.getBoundingClientRect().bottom ?? Infinity
    return Math.max(0, bottom - (foot?.getBoundingClientRect().top ?? 0))
  })

test('the row of a loan that the card cuts back renews it by 1; Ctrl+Z gives both back', async () => {
  await hands.clear()
  await hands.scan(CARDS.dana)
  await hands.scan(shelfBook(1))
  const { rows } = await hands.until((now) => now.rows.some(({ choices }) => choices.length > 0))
  await look('expiring-offered')
  await hands.press('1')
  const renewed = await hands.until((now) => now.rows.length > 1)
  expect(renewed.rows[0]?.fact).not.toBe(rows[0]?.fact)
  await look('expiring-renewed')
  await hands.press('Ctrl+z')
  await hands.until((now) => now.rows.filter((row) => row.is_undone).length === 2)
  await look('expiring-undone')
})

test('an edit says before it is saved which card the address gives, and what the category changes', async () => {
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command('edit the patron')
  await desk.page.locator('[data-form]').waitFor()
  await desk.page.getByLabel('ZIP code').fill('60069')
  await desk.page.getByLabel('City').fill('Lincolnshire')
  await desk.page.getByText('Another card for this address').first().waitFor()
  await expect.poll(covered_px).toBe(0)
  await look('edit-moved')
  await desk.page.getByLabel('Category').selectOption('GUEST')
  await desk.page.getByText('due dates and late fees stay').first().waitFor()
  await expect.poll(covered_px).toBe(0)
  await look('edit-category')
  await hands.press('Escape')
})

test('a lost card: the refusal says what is next, and G is on the account', async () => {
  await hands.clear()
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.patron !== null)
  await hands.call('card.lose', { which: '' })
  await hands.clear()
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.band?.outcome === 'stop' || now.band?.outcome === 'decide')
  await look('lost-card')
  await hands.press('F7')
  await hands.atPage('account')
  const { page } = await hands.snapshot()
  expect(page?.acts.some(({ key }) => key === 'G')).toBe(true)
  await hands.press('g')
  await desk.page.locator('[data-form]').waitFor()
  await look('lost-card-given')
})
