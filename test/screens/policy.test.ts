/**
 * The library's rules changed by keyboard alone on the demo library: a fine rule with a cap that makes no sense, a
 * contradiction, a setting, loans already made; and "explain the last result". Pictures in every look (PICTURES_TO).
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf, setUpDesk } from '../standin/set-up-desk.ts'
import { keysOf } from '../tables/tried.ts'
import * as eyes from './support/eyes.ts'
import { en } from '../../shared/words/en/en.ts'

const PAGE = en.pages.policy
const DEMO = path.join(import.meta.dirname, '../../demo/library')
const DANA = '21234000123455'
const FILM = 'DVD'

let desk: Desk
let hands: Hands
let complaints: readonly string[]

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  await setUpDesk(desk, DEMO)
  hands = await Hands.at(desk)
  await hands.line.waitFor()
  complaints = eyes.complaintsOf(desk.page)
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

async function at(place: string, about?: string): Promise<DeskSnapshot> {
  const now = await hands.until(
    ({ page }) => page?.ref.place === place && (about === undefined || page.ref.about === about),
  )
  await desk.page.locator(`[data-place="${place}"]`).waitFor()
  await hands.drawn()
  return now
}

function rowsOf({ page }: DeskSnapshot): readonly string[] {
  return page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows.map((row) => row.row_id) : [])) ?? []
}

let steps_count = 0
/** Walks down to a row and presses a key there. */
async function onRow(now: DeskSnapshot, row_id: string, key: string): Promise<void> {
  const steps = rowsOf(now).indexOf(row_id) + 1
  expect(steps, `${row_id} of ${rowsOf(now).join(', ')}`).toBeGreaterThan(0)
  for (let pressed = 0; pressed < steps; pressed += 1) await hands.press('ArrowDown')
  steps_count += steps
  await hands.press(key)
}

const inForm = (name: string): Promise<void> =>
  desk.page.locator(`[data-form] [data-field="values.${name}"]`).locator(':focus').waitFor()

/** Enter from field to field until this one has the focus. */
async function goToField(name: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    const here = await desk.page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '',
    )
    if (here === `values.${name}`) return
    await hands.press('Enter')
  }
  throw new Error(`no field ${name}`)
}

async function inEveryLook(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, name)).toEqual([])
}

async function goToFines(): Promise<DeskSnapshot> {
  await hands.press('Ctrl+Shift+R')
  await onRow(await at('policy'), 'area fine_rule', 'Enter')
  return at('policy-table', 'fine_rule')
}

async function fineRule(key: string): Promise<Record<string, unknown>> {
  const rows = outputOf(await desk.call('policy.get', { table: 'fine_rule' }), 'rows') as {
    key: string
    values: Record<string, unknown>
  }[]
  return rows.find((row) => row.key === key)?.values ?? {}
}

/** What the curve in the form says: the days without a fine, the cap, the first amount and the last. */
async function curve(): Promise<unknown> {
  const drawn = desk.page.getByRole('form').locator('[data-part="curve"]')
  const amounts = await drawn.locator('tbody td').allInnerTexts()
  const [cap] = (await drawn.locator('[data-cap]').allTextContents()).map((text) => text.match(/\$[\d.]+/)?.[0])
  const [free] = (await drawn.locator('[data-key]').allTextContents()).map((text) => text.match(/\d+/)?.[0])
  return { free, cap, first: amounts.at(0), last: amounts.at(-1) }
}

describe('a fine rule', () => {
  test('with a cap under one step is shown before it is saved, changed, saved, and undone [task 49]', async () => {
    await hands.press('Ctrl+Shift+R')
    await at('policy')
    await inEveryLook('policy')
    await hands.press('Escape')
    const counted = await hands.countKeys()
    steps_count = 0
    await onRow(await goToFines(), 'row late', 'Enter')
    await at('policy-row', 'fine_rule/late')
    await eyes.takePicture(desk.page, 'policy-row')
    await hands.press('Enter')
    await inForm('branch_code')
    await inEveryLook('policy-form')
    await goToField('fine_cents_max')
    await expect.poll(curve).toEqual({ free: '1', cap: '$5.00', first: '$0.50', last: '$5.00' })
    await hands.type('10')
    await expect.poll(curve).toEqual({ free: '1', cap: '$0.10', first: '$0.10', last: '$0.10' })
    await hands.press('Ctrl+Enter')
    const odd = await at('policy-row', 'odd')
    expect(odd.band).toMatchObject({ outcome: 'decide', heading: 'Fine rule late' })
    await desk.page.locator('[data-part="page"]').getByText('less than one charge').first().waitFor()
    await inEveryLook('policy-odd')
    expect(await fineRule('late')).toMatchObject({ fine_cents_max: 500 })

    await hands.press('e')
    await inForm('branch_code')
    await goToField('fine_cents_max')
    await hands.type('750')
    await hands.press('Ctrl+Enter')
    await at('policy-table', 'fine_rule')
    await hands.bandSays('Saved')
    expect((await counted()) - steps_count - '10'.length - '750'.length).toBeLessThanOrEqual(keysOf(49))
    expect(await fineRule('late')).toMatchObject({ fine_cents_max: 750, is_capped_at_price: true })
    await inEveryLook('policy-table')

    await hands.press('u')
    await desk.page.locator('[data-form]').getByText(PAGE.undo_says('').slice(0, -2)).waitFor()
    await hands.press('Enter')
    await hands.bandSays('Undone')
    expect(await fineRule('late')).toMatchObject({ fine_cents_max: 500 })
  })

  test('a lone - takes the cap off; S saves what is odd even so', async () => {
    await onRow(await goToFines(), 'row film', 'e')
    await at('policy-row', 'fine_rule/film')
    await hands.press('e')
    await inForm('branch_code')
    await goToField('fine_cents_max')
    await hands.type('-')
    await desk.page.locator('[data-field="values.fine_cents_max"]').getByText('none').waitFor()
    await hands.press('Ctrl+Enter')
    await at('policy-table', 'fine_rule')
    expect(await fineRule('film')).toMatchObject({ fine_cents_max: null })
    await onRow(await at('policy-table', 'fine_rule'), 'row film', 'Enter')
    await at('policy-row', 'fine_rule/film')
    await hands.press('Enter')
    await inForm('branch_code')
    await goToField('fine_cents_max')
    await hands.type('05')
    await hands.press('Ctrl+Enter')
    await at('policy-row', 'odd')
    await hands.press('s')
    await at('policy-table', 'fine_rule')
    expect(await fineRule('film')).toMatchObject({ fine_cents_max: 5 })
    await desk.page.locator('[data-part="page"]').getByText('film has a maximum fine of $0.05').waitFor()
  })

  test('that speaks for the same as another is never saved, and the form stays', async () => {
    await onRow(await goToFines(), 'row kit', 'n')
    await at('policy-row', 'fine_rule+kit')
    await hands.press('Enter')
    await inForm('rule_code')
    await hands.type('kit again')
    await hands.press('Ctrl+Enter')
    await desk.page.getByText('kit and kit again').first().waitFor()
    await desk.page.locator('[data-form] input[name="values.rule_code"]').waitFor()
    await eyes.takePicture(desk.page, 'policy-contradiction')
    expect(await fineRule('kit again')).toEqual({})
    await hands.press('Escape')
  })
})

describe('Esc', () => {
  test('leads back step by step from a row to the areas', async () => {
    await onRow(await goToFines(), 'row late', 'Enter')
    await at('policy-row', 'fine_rule/late')
    await hands.press('Escape')
    await at('policy-table', 'fine_rule')
    await hands.press('Escape')
    await at('policy')
    await hands.press('Escape')
    const { page } = await hands.until((now) => now.page === null)
    expect(page).toBeNull()
  })
})

describe('a setting', () => {
  test('is changed in one form, and goes back to what is usual', async () => {
    await hands.press('Ctrl+Shift+R')
    await onRow(await at('policy'), 'area holds', 'Enter')
    const holds = await at('policy-table', 'settings:holds')
    await onRow(holds, 'setting hold_expires_days_count', 'Enter')
    await inForm('value')
    await hands.type('200')
    await hands.press('Enter')
    await desk.page
      .locator('[data-part="page"] tr')
      .filter({ hasText: PAGE.settings.own })
      .filter({ hasText: '200' })
      .waitFor()
    await eyes.takePicture(desk.page, 'policy-settings')
    await hands.press('d')
    await desk.page.locator('[data-form]').waitFor()
    await hands.press('Enter')
    await hands.bandSays('Saved')
    const after = await at('policy-table', 'settings:holds')
    expect(JSON.stringify(after.page)).not.toContain('"200"')
  })
})

describe('loans already made', () => {
  test('are shown with old and new date, and move only then', async () => {
    await hands.press('Ctrl+Shift+R')
    await onRow(await at('policy'), 'area loan_rule', 'Enter')
    await onRow(await at('policy-table', 'loan_rule'), 'row picture', 'Enter')
    await at('policy-row', 'loan_rule/picture')
    await hands.press('e')
    await inForm('branch_code')
    await goToField('period_count')
    // Weeks enough for any day on which this runs: the loans of the demo would be late at once else.
    await hands.type('1000')
    await hands.press('Ctrl+Enter')
    await hands.bandSays(en.outcomes.desk.policy.keeps_dates)
    await onRow(await at('policy-table', 'loan_rule'), 'row picture', 'Enter')
    await at('policy-row', 'loan_rule/picture')
    await hands.press('l')
    await desk.page.locator('[data-form]').waitFor()
    await hands.press('Ctrl+Enter')
    const looked = await at('policy-loans')
    expect(rowsOf(looked).length).toBeGreaterThan(3)
    await inEveryLook('policy-loans')
    await hands.press('m')
    await desk.page.locator('[data-form]').waitFor()
    await hands.press('Ctrl+Enter')
    await hands.bandSays(/loans have a new due date/)
    expect(rowsOf(await at('policy-loans'))).toEqual([])
  })
})

describe('explain the last result', () => {
  test('lent: Shift+F1 says the rule, the days, the limits; X on a loan says the same of it', async () => {
    await hands.scan(DANA)
    await hands.until(({ patron }) => patron?.name === 'Dana Miller')
    await hands.scan(shelved(FILM))
    await hands.until(({ totals }) => totals.out_count === 1)
    hands.afterScan()
    await hands.press('Shift+F1')
    await at('explain', '')
    await desk.page.locator('[data-part="page"]').getByText(PAGE.explain.branch).waitFor()
    const { band } = await hands.snapshot()
    const due = desk.page.locator('[data-part="months"] td[data-day="due"]')
    expect(await due.allTextContents()).toEqual([`${band?.fact?.text.match(/\d+$/)?.[0]}, ${PAGE.explain.months.due}`])
    expect(await desk.page.locator('[data-part="months"] td[data-day="out"]').count()).toBe(1)
    await inEveryLook('explain-lent')
    await hands.press('F7')
    await at('account')
    await hands.press('ArrowDown')
    await hands.press('x')
    const explained = await at('explain')
    expect(explained.page?.ref.about).not.toBe('')
    await eyes.takePicture(desk.page, 'explain-loan')
    await hands.press('Escape')
    await at('account')
  })

  test('refused: each reason with its class and who may lift it', async () => {
    // Marcus Bell owes more than borrowing allows.
    await hands.scan('21234000200089')
    await hands.until(({ patron }) => patron?.name === 'Marcus Bell')
    await hands.scan(shelved(FILM, 2))
    await hands.until(({ rows }) => rows.length > 0)
    hands.afterScan()
    await hands.press('Shift+F1')
    await at('explain', '')
    await desk.page.locator('[data-part="page"]').getByText(PAGE.explain.refusal_columns.lifted_by).first().waitFor()
    const { page } = await hands.snapshot()
    expect(JSON.stringify(page)).toContain('(limit $10.00)')
    await inEveryLook('explain-refused')
  })
})

/** The n-th copy of this kind that is on the shelf at Maple Street and that nobody waits for. */
function shelved(kind: string, n = 1): string {
  const lines = readFileSync(path.join(DEMO, 'items.csv'), 'utf8').split('\n')
  const out = new Set(
    readFileSync(path.join(DEMO, 'loans.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(',')[0]),
  )
  const wanted = new Set(
    readFileSync(path.join(DEMO, 'holds.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(',')[2]),
  )
  const found = lines
    .map((line) => line.split(','))
    .filter(
      ([barcode, title, type, home, where]) =>
        type === kind && home === 'MAPLE' && where === 'MAPLE' && !out.has(barcode) && !wanted.has(title),
    )
  return found[n - 1]?.[0] ?? ''
}

test('the page complained about nothing in all of this', () => {
  expect(complaints).toEqual([])
})
