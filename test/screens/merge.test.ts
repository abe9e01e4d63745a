/** Two records of one patron at the desk: compared from the open account, turned by L and R, merged, and undone. */
import { expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

const turned = async (): Promise<unknown> => {
  const { page } = await hands.snapshot()
  return page?.acts.find((one) => one.call.method === 'patron.merge')?.call.input['turned']
}

/** From the line to the page that asks whose record is the same. */
async function goToMerge(): Promise<DeskSnapshot['patron']> {
  await hands.scan(CARDS.dana)
  const { patron } = await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command('merge')
  await hands.atPage('patron-merge')
  return patron
}

test('the other card is scanned, a value is turned by R and L, and Ctrl+Enter makes one record', async () => {
  const before = await goToMerge()
  expect(await eyes.faultsInEveryLook(desk.page, 'merge-choose')).toEqual([])
  await hands.scan(CARDS.omar)
  await hands.until((now) => (now.page?.ref.about ?? '') !== '')
  hands.afterScan()
  expect(await eyes.faultsInEveryLook(desk.page, 'merge')).toEqual([])
  await hands.press('ArrowDown')
  await hands.press('r')
  await hands.until((now) => (now.page?.ref.about ?? '').includes(' '))
  expect(await turned()).toHaveLength(1)
  await hands.press('l')
  await hands.until((now) => !(now.page?.ref.about ?? ' ').includes(' '))
  await hands.press('m')
  await desk.page.locator('[data-form]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'merge-form')).toEqual([])
  await hands.press('Ctrl+Enter')
  const { patron, band } = await hands.until((now) => now.page?.ref.place === 'account')
  expect([patron?.name, band?.outcome]).toEqual([before?.name, 'done'])
  expect(patron?.out_count).toBe((before?.out_count ?? 0) + 20)
})

test('Ctrl+Z makes them two again, and the other card opens its own account', async () => {
  await hands.press('Ctrl+z')
  await hands.until((now) => now.patron?.out_count === 5)
  await hands.clear()
  await hands.scan(CARDS.omar)
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron?.out_count).toBe(20)
})

test('N says that they are two people, and the desk is back where they were compared from', async () => {
  await hands.clear()
  await goToMerge()
  await hands.scan(CARDS.omar)
  await hands.until((now) => (now.page?.ref.about ?? '') !== '')
  hands.afterScan()
  await hands.press('n')
  await desk.page.locator('[data-form]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'merge-apart')).toEqual([])
  await hands.press('Ctrl+Enter')
  const { band } = await hands.until((now) => now.page?.ref.place === 'account')
  expect(band?.outcome).toBe('done')
  await hands.press('Ctrl+z')
  await hands.until((now) => now.band?.heading.startsWith('Undone') === true)
})
