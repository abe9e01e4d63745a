/**
 * The worked day W1 (../shared/data/cash/figures.json) as a clerk works it: on the real screens, by keyboard alone,
 * from the counted float to the paper of the Z. Every amount that is typed or compared is one of the figures.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CashReport } from '../../shared/cash/report-facts.ts'
import { eventRefText, parseEvent } from '../../shared/journal/event.ts'
import { isCashEvent, type CashEvent } from '../../shared/journal/fold/cash.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents, moneyText } from '../../shared/kernel/money.ts'
import type { PageView } from '../../shared/desk/page.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { describeWithSharedData } from '../support/shared-data.ts'
import { readDay, type Day } from '../tables/w1-day.ts'
import { expectBooksOf, expectReport, expectSlip, expectZPaper } from '../tables/w1-figures.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { Clerk } from './support/w1-clerk.ts'
import { w1Files } from './support/w1-library.ts'

const papersOf = (page: PageView | null): readonly ReceiptDocument[] =>
  page?.sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : [])) ?? []

let desk: Desk
let hands: Hands
let clerk: Clerk
let papers: readonly ReceiptDocument[] = []

async function picture(name: string): Promise<void> {
  expect(await eyes.faultsInEveryLook(desk.page, `w1-${name}`)).toEqual([])
}

async function expectedCash(): Promise<number | undefined> {
  const { tenders } = outputOf(await desk.call('drawer.x', { drawer_code: 'DESK' }), 'report') as CashReport
  return tenders.find(({ tender }) => tender === 'cash')?.expected_cents
}

/** What the drawer should hold once this event is done. */
function cashAfter({ events, float }: Day, n: number): number {
  return events.filter((one) => one.n <= n).reduce((sum, one) => sum + one.drawer, float.total)
}

const counted = (): Promise<readonly string[]> =>
  desk.page
    .locator('[data-kind="count"] input')
    .evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value))

/** Half a count is there again after help, another page and Esc. */
async function expectHalfKept(): Promise<void> {
  await clerk.countsHalf()
  const before = await counted()
  await hands.press('F1')
  await hands.part('help')
  await hands.press('Escape')
  await desk.page.locator('[data-kind="count"]:focus-within').waitFor()
  expect(await counted()).toEqual(before)
  for (const key of ['F5', 'Escape']) {
    await hands.press(key)
    await hands.until(({ page }) => page?.enter?.call.method !== 'drawer.count')
    await clerk.startsToClose()
    expect(await counted()).toEqual(before)
  }
}

/** Esc goes back step by step, and the drawer is still where it was. */
async function expectStepsBack(): Promise<void> {
  for (const field of ['checks_count', 'pieces.2000']) {
    await hands.press('Escape')
    await hands.asks(field)
  }
  await hands.press('Escape')
  await hands.until(({ page }) => page?.enter === null)
  await hands.press('F12')
  await hands.asks('reason')
}

/** Esc, then L, leaves another amount in the drawer; it is left by Esc, and Enter goes on with the step. */
async function expectOtherAmount(): Promise<void> {
  await hands.press('Escape')
  await hands.asks('reason')
  await hands.press('Escape')
  await hands.asks('checks_count')
  await hands.press('l')
  await hands.asks('leave_cents')
  await hands.press('Escape')
  await hands.press('Enter')
  await hands.asks('bag_number')
}

async function expectClosed(day: Day): Promise<void> {
  await clerk.startsToClose()
  await expectHalfKept()
  await picture('close-1')
  await clerk.countsAll()
  await picture('close-2')
  await clerk.countsTheRest()
  await picture('close-3')
  await expectStepsBack()
  await clerk.saysWhy()
  await picture('close-4')
  await expectOtherAmount()
  const { page, band } = await clerk.bags()
  await picture('close-5')
  expect(band?.sentence).toContain(moneyText(cents(Math.abs(day.over_short))))
  papers = papersOf(page)
}

/** The journal as an auditor gets it: its books, the Z of its last session, and the verifier. */
async function expectJournal(day: Day): Promise<void> {
  const to_file = path.join(desk.userData, 'w1.jsonl')
  const head = String(outputOf(await desk.call('journal.export', { to_file }), 'head'))
  const [, ...lines] = readFileSync(to_file, 'utf8').trim().split('\n')
  const events = lines.map((line) => parseEvent(String((JSON.parse(line) as { content: unknown }).content)))
  const opened = must(
    events.findLast((one) => one.kind === 'drawer-opened'),
    'the opening',
  )
  const session_ref = eventRefText(opened.head)
  const isOwn = (one: CashEvent): boolean =>
    one === opened || ('session_ref' in one.body && one.body.session_ref === session_ref)
  expectBooksOf(day, events.filter(isCashEvent).filter(isOwn))
  expectReport(day, outputOf(await desk.call('drawer.z', { session_ref }), 'report') as CashReport)
  const verified = spawnSync(process.execPath, ['tools/verify.mjs', to_file, head], { encoding: 'utf8' })
  expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('2 sessions, 2 closed')])
}

describeWithSharedData('the worked day on the real screens', (folder) => {
  const day = readDay(folder)

  beforeAll(async () => {
    desk = await launch()
    await desk.page.setViewportSize(eyes.SCREEN)
    hands = await atSmallLibrary(desk, w1Files(day))
    clerk = new Clerk(hands, day)
    await clerk.hasWorkedEarlier()
  })
  afterAll(() => desk.close())

  test('opens with its float, counted by the piece', async () => {
    const { band } = await clerk.opens()
    expect(band?.sentence).toContain(moneyText(cents(day.float.total)))
  })

  test.each(day.events.map((one) => [one.n, one.kind, one] as const))('event %i, %s', async (n, _kind, one) => {
    await clerk.does(one)
    await eyes.takePicture(desk.page, `w1-after-${n}`)
    expect(await expectedCash()).toBe(cashAfter(day, n))
  })

  test('is closed in five steps', () => expectClosed(day))

  test('the paper of the Z and the deposit slip say what the figures say', () => {
    const [z, slip] = papers
    expectZPaper(day, must(z, 'the Z'))
    expectSlip(day, must(slip, 'the slip'))
  })

  test('the Z, the journal and its books agree with the figures to the cent', () => expectJournal(day))
})
