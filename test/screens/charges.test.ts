/**
 * Money and claims on the real desk by keyboard alone, each press counted: waiving a part with its reason, and a claim
 * from the loan's row; then the shelf check and an outage, with pictures (PICTURES_TO) and nothing for axe to find.
 */
import { en } from '../../shared/words/en/en.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { keysOf } from '../tables/tried.ts'
import { counterOf } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, omarsBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const OUTAGE = en.pages.this_desk.outage

const { desk, hands } = oneDesk()
beforeEach(() => hands.clear())

async function open(card: string): Promise<void> {
  await hands.scan(card)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
}

const asks = (name: string): Promise<void> => hands.asks(name)

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `money-${name}`)).toEqual([])
}

describe('waive', () => {
  test('one of several charges, a part of it, with its reason [task 24]', async () => {
    await open(CARDS.flora)
    await hands.call('charge.add', { fee_code: '', amount_cents: 150, note: 'Printing' })
    await hands.until((now) => now.patron?.owed_cents === 1400)
    const counted = await hands.countKeys()
    await hands.press('-')
    await asks('charge_ref')
    await hands.press('1')
    await asks('amount_cents')
    await hands.type('200')
    await hands.press('Enter')
    await asks('reason')
    await hands.press('5')
    await desk.page.locator('[data-field="reason"] input:checked').waitFor()
    await hands.press('Enter')
    const after = await hands.until((now) => now.patron?.owed_cents === 1200)
    expect(after.band).toMatchObject({ outcome: 'done', heading: 'Damage' })
    expect(after.page).toBeNull()
    await expect.poll(() => hands.isLineFocused()).toBe(true)
    expect(await counted()).toBeLessThanOrEqual(keysOf(24) + '200'.length)
    await hands.press('Ctrl+z')
    await hands.until((now) => now.patron?.owed_cents === 1400)
  })

  test('the form with a charge picked, to be seen', async () => {
    await open(CARDS.flora)
    await hands.press('-')
    await asks('charge_ref')
    await hands.press('2')
    await asks('amount_cents')
    await picture('waive')
    await hands.press('Escape')
    await hands.press('Escape')
    const after = await hands.until((now) => now.page === null)
    expect(after.patron?.owed_cents).toBe(1400)
  })

  test('a number that begins with a sign is a number', async () => {
    await open(CARDS.flora)
    await hands.scan('-12345678')
    const after = await hands.until((now) => now.band?.outcome === 'stop')
    expect(after.page).toBeNull()
  })
})

test('the account tells each charge with its history; W on its row waives', async () => {
  await open(CARDS.flora)
  await hands.call('charge.add', {
    fee_code: '',
    amount_cents: 5,
    note: 'Forty pages of the town’s history, in color',
  })
  await hands.press('F7')
  await desk.page.locator('[data-place="account"]').waitFor()
  await hands.press('ArrowDown')
  const damage = desk.page.locator('tr[aria-selected="true"]').filter({ hasText: 'Damage' })
  await damage.waitFor()
  const lines = await damage
    .locator('bdi')
    .first()
    .evaluate((word) => word.getClientRects().length)
  expect(lines, 'a word is never broken').toBe(1)
  await hands.press('w')
  await asks('amount_cents')
  await hands.type('100')
  await hands.press('Enter')
  await asks('reason')
  await hands.press('2')
  await desk.page.locator('[data-field="reason"] input:checked').waitFor()
  await hands.press('Enter')
  await desk.page.getByText('$1.00 waived, Hardship').waitFor()
  expect((await hands.snapshot()).page?.ref.place).toBe('account')
  await picture('account-owing')
})

describe('a loan', () => {
  test('is claimed returned: Down to the second one, C, Enter [task 20]', async () => {
    await open(CARDS.dana)
    const counted = await hands.countKeys()
    await hands.press('ArrowDown')
    await hands.press('ArrowDown')
    await desk.page.locator('tr[aria-selected="true"]').filter({ hasText: 'Dana’s book 2' }).waitFor()
    await hands.press('c')
    await asks('claimed_on')
    await hands.press('Enter')
    const after = await hands.until((now) => now.band?.heading === 'Dana’s book 2')
    expect(after.band?.sentence).toContain('Claim 1 of 3 in twelve months.')
    expect(await counted()).toBeLessThanOrEqual(2 + keysOf(20))
    await picture('account-claimed')
  })

  test('is billed as lost: Down to the third one, L, Enter; Ctrl+Z takes it back [tasks 21, 22]', async () => {
    await open(CARDS.dana)
    const counted = await hands.countKeys()
    for (let down = 0; down < 3; down += 1) await hands.press('ArrowDown')
    await desk.page.locator('tr[aria-selected="true"]').filter({ hasText: 'Dana’s book 3' }).waitFor()
    await hands.press('l')
    await asks('price_cents')
    await hands.type('1499')
    await hands.press('Enter')
    await hands.until((now) => now.patron?.owed_cents === 1499)
    expect(await counted()).toBeLessThanOrEqual(3 + keysOf(21) + '1499'.length)
    const undo = await hands.countKeys()
    await hands.press('Ctrl+z')
    await hands.until((now) => now.patron?.owed_cents === 0)
    expect(await undo()).toBeLessThanOrEqual(keysOf(22))
  })

  test('just ended is charged for damage: F5, the item, C, how much [task 23]', async () => {
    await hands.press('F2')
    await hands.scan(omarsBook(4))
    await hands.until((now) => now.totals.in_count === 1)
    await hands.clear()
    const count = await counterOf(hands)
    await hands.press('F5')
    await hands.atPage('item')
    await count.scan(omarsBook(4))
    await hands.until((now) => now.page?.ref.about === omarsBook(4))
    hands.afterScan()
    await hands.press('c')
    await asks('is_beyond_use')
    await hands.press('Enter')
    await asks('amount_cents')
    await count.type('350')
    await hands.press('Enter')
    await asks('note')
    await hands.press('Enter')
    const after = await hands.until((now) => now.band?.heading === 'Returned book 4' && now.band.outcome === 'done')
    expect(JSON.stringify(after.band)).toContain('$3.50')
    expect(await count.presses()).toBeLessThanOrEqual(keysOf(23))
  })

  test('the shelf check names the item and no patron; N counts, F takes it back', async () => {
    await hands.press('Shift+F7')
    await desk.page.locator('[data-place="tasks"]').waitFor()
    const row = desk.page.locator('tr').filter({ hasText: 'Dana’s book 2' })
    await row.waitFor()
    expect(await desk.page.locator('[data-part="page"]').innerText()).not.toContain('Miller')
    await picture('tasks')
    const onto = async (): Promise<void> => {
      // The recovery key that nobody has on paper yet is another row of the tasks.
      for (let down = 0; down < 2; down += 1) await hands.press('ArrowDown')
      await desk.page.locator('tr[aria-selected="true"]').filter({ hasText: 'Dana’s book 2' }).waitFor()
    }
    await onto()
    await hands.press('n')
    await hands.until((now) => now.band?.sentence.includes('Shelf checked once') ?? false)
    await onto()
    await hands.press('f')
    const after = await hands.until((now) => now.band?.kind === 'claim-found')
    expect(after.band?.heading).toBe('Dana’s book 2')
  })
})

test('an outage: its form stands open right away, and what it touches is said before it is declared', async () => {
  await hands.press('Ctrl+Shift+o')
  await asks('from_on')
  await picture('outage')
  await hands.press('Enter')
  await asks('from_time')
  await hands.type('0:00')
  await hands.press('Enter')
  await asks('to_on')
  await hands.press('Enter')
  await asks('to_time')
  await hands.type('0:01')
  await hands.press('Enter')
  await desk.page.getByRole('heading', { name: OUTAGE.affected }).waitFor()
  expect((await hands.snapshot()).page?.sections[0]).toMatchObject({ kind: 'facts', heading: OUTAGE.affected })
  await picture('outage-touches')
  await hands.press('Enter')
  await asks('is_extending')
  await hands.press('Enter')
  await asks('reason')
  await hands.press('1')
  await hands.press('Ctrl+Enter')
  await hands.until(({ band }) => band?.sentence.includes(en.outcomes.money.outage.declared) ?? false)
})

test('an outage declared by mistake is withdrawn on the same page', async () => {
  await hands.press('Ctrl+Shift+o')
  await asks('from_on')
  await hands.press('Escape')
  await hands.drawn()
  expect((await hands.snapshot()).page?.ref.place).toBe('outage')
  await hands.press('ArrowDown')
  await hands.press('w')
  await desk.page.locator('[data-form]', { hasText: OUTAGE.withdraw }).waitFor()
  await picture('outage-withdraw')
  await hands.press('Ctrl+Enter')
  const { page } = await hands.until(({ band }) => band?.sentence.includes(en.outcomes.money.outage.withdrawn) ?? false)
  expect(page).toMatchObject({ ref: { place: 'outage' }, sections: [] })
})
