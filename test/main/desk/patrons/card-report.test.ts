/** Statistics of cards at the desk: read beside it, from the records and the journal, by month, category and branch. */
import { expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
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
  expect(JSON.stringify(page)).not.toContain('Ruiz')
})

test('a role that may not see the lists counts nothing', async () => {
  const desk = await cardDesk()
  await benAtDesk(desk)
  const answer = await desk.call('report.start', { of: 'cards' })
  expect(answer.kind === 'refused' && answer.code).toBe('not-permitted')
})
