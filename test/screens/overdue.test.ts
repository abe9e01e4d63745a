/** The report of what is overdue on the real desk by keyboard: read beside the scans, drawn, in every look. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import { keysOf } from '../tables/tried.ts'
import { counterOf } from './support/counter.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, danasBook, omarsBook, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

/** Omar has two books late, at a quarter a day up to three dollars, and one that Dana waits for. Dana has five. */
const MORE = {
  'fine_rules.csv':
    'rule_code,branch_code,category_code,item_type_code,amount,per_count,per_unit,fine_max\n' +
    'late,*,*,*,0.25,1,days,3.00\n',
  'loans.csv': [
    'item_barcode,patron_id,branch_code,out_at,due_at',
    ...[1, 4].map((number) => `${omarsBook(number)},P2,MAPLE,2020-01-02 10:00,2020-01-23`),
    `${omarsBook(2)},P2,MAPLE,2020-01-02 10:00,2099-06-01`,
    ...[1, 2, 3, 4, 5].map((number) => `${danasBook(number)},P1,MAPLE,2020-01-02 10:00,2099-06-01`),
    '',
  ].join('\n'),
}

const { desk, hands } = oneDesk(MORE)

test('Enter reads it, the chart and who is late are there, Enter on a row opens the account [task 50]', async () => {
  await hands.clear()
  const count = await counterOf(hands)
  await hands.press('/')
  await hands.part('search')
  await count.type('overdue')
  await hands.hitsStandStill()
  await hands.press('Enter')
  await hands.atPage('overdue')
  await hands.press('Enter')
  await hands.part('chart')
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(50))
  const { page } = await hands.until((now) => now.page?.sections.some((one) => one.kind === 'chart') ?? false)
  const chart = page?.sections.find((one) => one.kind === 'chart')
  expect(chart?.kind === 'chart' && chart.bars.reduce((sum, bar) => sum + (bar.values[0] ?? 0), 0)).toBeGreaterThan(0)
  expect(await eyes.faultsInEveryLook(desk.page, 'overdue')).toEqual([])
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.patron !== null)
})

test('F filters it by age, P prints what is shown, S saves it', async () => {
  await hands.clear()
  await desk.call('desk.go', { page: { place: 'overdue', about: '' } })
  await hands.atPage('overdue')
  await hands.press('f')
  await hands.asks('age')
  await desk.page.keyboard.press('6')
  await hands.asks('branch_code')
  await hands.part('preview')
  await hands.press('Enter')
  const { page } = await hands.until((now) => now.page?.ref.about === 'longer')
  const who = page?.sections.find((one) => one.section_id === 'who')
  const named = who?.kind === 'table' ? who.rows : []
  expect(named.length).toBeGreaterThan(0)
  await hands.press('p')
  await hands.atPage('receipt')
  const paper = await desk.page.locator('[data-part="paper"]').innerText()
  for (const one of named) expect(paper).toContain(one.cells[0]?.text)
  await hands.press('Escape')
  await hands.atPage('overdue')
  const file = join(desk.userData, '..', `late-${Date.now()}.csv`)
  await hands.press('s')
  await hands.asks('to_file')
  await hands.type(file)
  await hands.press('Enter')
  await hands.until((now) => now.band?.sentence.includes(file) ?? false)
  expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(named.length + 2)
  rmSync(file)
})

test('a card is scanned as ever while the page is open', async () => {
  await hands.clear()
  await desk.call('desk.go', { page: { place: 'overdue', about: '' } })
  await hands.atPage('overdue')
  await hands.scan(CARDS.dana)
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron?.out_count).toBe(5)
})

test('renew all says how many, why not the others, and one sum of the fines', async () => {
  await hands.clear()
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('Ctrl+F2')
  const { band } = await hands.until((now) => now.totals.renewed_count === 2)
  expect(band?.heading).toMatch(/^2 /)
  const said = en.outcomes.loan.renew_all
  expect(band?.sentence.split('. ')).toEqual([
    said.refused(1, said.reason['renewal-hold-waits'](1)),
    `${said.fines('$6.00')}.`,
  ])
  await hands.bandSays('$6.00')
})

test('Ctrl+F8 opens the desk today: what was done, and what was waived by whom', async () => {
  await hands.clear()
  await hands.scan(CARDS.dana)
  await hands.scan(shelfBook(1))
  await hands.until((now) => now.totals.out_count === 1)
  hands.afterScan()
  await hands.press('Ctrl+F8')
  const { page } = await hands.atPage('supervisor')
  const { total } = en.pages.reports.supervisor
  const chart = page?.sections.find((one) => one.kind === 'chart')
  expect(chart?.says).toBe([total.out(1), total.renewed(2)].join(', '))
  await hands.part('chart')
  expect(await eyes.faultsInEveryLook(desk.page, 'desk-today')).toEqual([])
})

test('F filters the work log by kind, and says beforehand how many entries it finds', async () => {
  await hands.clear()
  await hands.press('Shift+F8')
  await hands.atPage('work-log')
  await hands.press('f')
  await hands.asks('staff_code')
  await hands.press('Enter')
  await hands.asks('group')
  const { log } = en.pages.staff
  await hands.type(log.groups.renewed.slice(0, 3))
  await desk.page
    .locator('[data-part="preview"]')
    .filter({ hasText: log.found(2) })
    .waitFor()
  await hands.press('Ctrl+Enter')
  const { page } = await hands.until((now) => now.page?.ref.about === 'found')
  const found = page?.sections.find((one) => one.section_id === 'work-log')
  expect(found?.kind === 'table' && found.rows.length).toBe(2)
})
