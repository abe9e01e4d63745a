/** Statistics of cards at the desk: read beside it, from the records and the journal, by month, category and branch. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { instant, MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { testFolder } from '../../support/folders.ts'
import { CARDS } from '../../support/small-library.ts'
import { benAtDesk } from '../../support/staff.ts'

const AGREED = { is_address_checked: true, household_count: null, basis_cents: null, home_expires_on: null }

async function counted(desk: TestDesk) {
  await desk.ok('desk.go', { page: { place: 'card-lists', about: 'report' } })
  await desk.ok('report.start', { of: 'cards' })
  let page = (await desk.ok('desk.snapshot', {})).snapshot.page
  await expect
    .poll(async () => {
      ;({ page } = (await desk.ok('desk.snapshot', {})).snapshot)
      return page?.sections.some(({ kind }) => kind === 'chart')
    })
    .toBe(true)
  return must(page, 'the page of statistics')
}

test('what was registered and renewed here counts for this month, and nobody is named', async () => {
  const desk = await cardDesk()
  for (const at of [1, 2, 3, 4, 5, 6]) {
    const born_on = `19${at}8-03-0${at}`
    const who = { surname: `Ruiz${at}`, given: `Ana${at}`, born_on, email: `a${at}@x.org`, phone: `847-555-100${at}` }
    const barcode = cardNumber(`212340005000${at}`, 'mod-10')
    await desk.ok('patron.register', registration(desk, who, { barcode }))
    desk.clock.pass(MS_PER_DAY)
    if (at > 4) await desk.ok('card.renew', { commandId: desk.id(), ...AGREED })
    await desk.ok('desk.finish', {})
  }
  // One that was renewed by mistake counts for nothing.
  await desk.scan(cardNumber('2123400050001', 'mod-10'))
  await desk.ok('card.renew', { commandId: desk.id(), ...AGREED })
  await desk.ok('desk.undo', { commandId: desk.id() })
  const page = await counted(desk)
  expect(pageFaults(page)).toEqual([])
  const [chart, categories] = page.sections
  const month = chart?.kind === 'chart' ? chart.bars.at(-1) : null
  expect(month?.values.slice(0, 2)).toEqual([6, 2])
  // Two renewals are too few to be told of one category.
  const rows = categories?.kind === 'table' ? categories.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
  expect(rows).toHaveLength(1)
  expect(rows[0]?.slice(2, 4)).toEqual(['6', '2'])
  const cross = page.sections.find(({ section_id }) => section_id === 'cross')
  const lines = cross?.kind === 'table' ? cross.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
  expect(lines[0]).toEqual([
    'Nov 2026 · All',
    '',
    '6',
    '2',
    chart?.kind === 'chart' ? String(chart.bars.at(-1)?.values[2]) : '',
  ])
  expect(JSON.stringify(page)).not.toContain('Ruiz')
})

/** Six cards of adults and one of a child, counted. */
async function sevenCounted(): Promise<TestDesk> {
  const desk = await cardDesk(false, [
    `INSERT INTO branch SELECT 'CEDAR', 'Cedar', zone_name FROM branch LIMIT 1`,
    `UPDATE patron SET expires_on = '2027-08-31'`,
    ...[1, 2, 3, 4, 5, 6, 7].map(
      (at) => `INSERT INTO patron (external_id, surname, given, preferred_given, surname_key, given_key, email, phone,
        guardian, language, is_barred, is_active, category_code, branch_code, registered_on)
        SELECT 'n${at}', 'Ruiz', 'Ana', '', 'ruiz', 'ana', '', '', '', '', 0, 1, '${at === 7 ? 'CHILD' : 'ADULT'}',
        '${at === 7 ? 'CEDAR' : 'MAPLE'}', '2026-11-0${at}'`,
    ),
  ])
  await counted(desk)
  return desk
}

test('is saved as a table for a spreadsheet: each line as on the page, and nobody alone in one', async () => {
  const desk = await sevenCounted()
  const to_file = join(testFolder(), 'cards.csv')
  const page = must((await desk.ok('desk.snapshot', {})).snapshot.page, 'the page')
  expect(page.acts.flatMap(({ key }) => (key === 'P' || key === 'S' ? [key] : []))).toEqual(['P', 'S'])
  await desk.ok('report.save-cards', { to_file })
  const [head, ...lines] = readFileSync(to_file, 'utf8').trimEnd().split('\r\n')
  expect(head).toBe('\uFEFFTable,Line,In use,Issued,Renewed,Expired')
  expect(lines.filter((line) => line.startsWith('By month,'))).toHaveLength(13)
  expect(lines.at(12)).toBe('By month,Nov 2026,,7,0,0')
  const shown = page.sections.flatMap((one) =>
    one.kind === 'table' ? one.rows.map(({ cells }) => [one.heading, ...cells.map(({ text }) => text)].join(',')) : [],
  )
  expect(lines.slice(13)).toEqual(shown)
  const figures = lines.slice(13).flatMap((line) => line.split(',').slice(-4).map(Number))
  expect(figures.filter((one) => one > 0 && one < 5)).toEqual([])
  expect(await desk.call('report.save-cards', { to_file })).toMatchObject({ code: 'file-exists' })
  expect(JSON.stringify(lines)).not.toContain('Ruiz')
})

test('is printed with the same lines', async () => {
  const desk = await sevenCounted()
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'receipt', about: 'list cards' } })
  const paper = JSON.stringify(snapshot.page?.sections)
  expect(paper).toContain('Nov 2026')
  expect(paper).not.toContain('Ruiz')
})

test('before anything was counted there is nothing to save; without the grant nothing is saved', async () => {
  const desk = await cardDesk()
  const to_file = join(testFolder(), 'cards.csv')
  expect(await desk.call('report.save-cards', { to_file })).toMatchObject({ code: 'page-empty' })
  await benAtDesk(desk)
  expect(await desk.call('report.save-cards', { to_file })).toMatchObject({ code: 'not-permitted' })
  expect(existsSync(to_file)).toBe(false)
})

test('a role that may not see the lists counts nothing', async () => {
  const desk = await cardDesk()
  await benAtDesk(desk)
  const answer = await desk.call('report.start', { of: 'cards' })
  expect(answer.kind === 'refused' && answer.code).toBe('not-permitted')
})

test('counts what was renewed before somebody set the clock back, and forward again', async () => {
  const desk = await cardDesk()
  for (const at of [1, 2, 3, 4, 5]) {
    const who = { surname: `Ruiz${at}`, given: `Ana${at}`, born_on: `19${at}8-03-0${at}`, email: '', phone: '' }
    const barcode = cardNumber(`212340005000${at}`, 'mod-10')
    await desk.ok('patron.register', registration(desk, who, { barcode }))
    desk.clock.pass(MS_PER_DAY)
    await desk.ok('card.renew', { commandId: desk.id(), ...AGREED })
    await desk.ok('desk.finish', {})
  }
  const now = desk.clock.now()
  desk.clock.set(instant(now - 3 * 366 * MS_PER_DAY))
  await desk.ok('desk.trust-clock', { commandId: desk.id() })
  await desk.scan(CARDS.dana)
  for (let at = 0; at < 510; at += 1)
    await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text: `Note ${at}`, until_on: null })
  await desk.ok('desk.finish', {})
  desk.clock.set(now)
  await desk.ok('desk.trust-clock', { commandId: desk.id() })
  const [chart] = (await counted(desk)).sections
  expect(chart?.kind === 'chart' && chart.bars.at(-1)?.values[1]).toBe(5)
})
