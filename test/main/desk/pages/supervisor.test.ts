/** The supervisor's page: the day by hour, overrides and waivers by person, and who may open it. */
import { describe, expect, test } from 'vitest'
import type { PageRef, PageView } from '../../../../shared/desk/page.ts'
import { moneyDesk, tableOf } from '../../support/money-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk } from '../../support/staff.ts'
import { PAGES } from '../../../support/said.ts'

async function opened(desk: TestDesk, about = ''): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'supervisor', about } })
  if (snapshot.page?.ref.place !== 'supervisor') throw new Error('no supervisor’s page')
  return snapshot.page
}

const barsOf = (page: PageView) => page.sections.flatMap((one) => (one.kind === 'chart' ? one.bars : []))

/** Enter on an override or a waiver leads to its entry of the work log, which says why; A to the account. */
async function leadsOn(desk: TestDesk, shown: PageView): Promise<void> {
  const latest = shown.sections.find((one) => one.section_id === 'latest')
  const [row] = latest?.kind === 'table' ? latest.rows : []
  await desk.ok('desk.finish', {})
  const log = (await desk.ok('desk.go', row?.enter?.call.input as { page: PageRef })).snapshot.page
  expect(log && tableOf(log, 'work-log')[0]?.slice(1)).toEqual(['Rosa Ortiz', 'Waived $2.00', '', 'First time'])
  const account = await desk.ok('desk.open-patron', row?.acts[0]?.call.input as { patron_id: number })
  expect(account.snapshot.patron?.name).toBe('Flora Owen')
}

describe('the desk today', () => {
  test('counts by hour, and each entry once while the page stays open', async () => {
    const desk = await rosaAt(await moneyDesk())
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    const page = await opened(desk)
    expect(pageFaults(page)).toEqual([])
    expect(barsOf(page).map((bar) => bar.values)).toEqual([[1]])
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(barsOf(await opened(desk)).map((bar) => bar.values)).toEqual([[1, 1]])
    desk.clock.pass(24 * 3_600_000)
    await desk.ok('desk.go', { page: null })
    expect(barsOf(await opened(desk))).toEqual([])
  })

  test('neither counts what was undone, nor lists its override', async () => {
    const desk = await rosaAt(await moneyDesk())
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    let { rows } = await desk.scan(ITEMS.reference)
    for (let row = rows[0]; row && row.choices.length > 0; [row] = rows) {
      const answer = { commandId: desk.id(), row_id: row.row_id, key: '1' }
      ;({ rows } = (await desk.ok('desk.answer', answer)).snapshot)
    }
    const before = await opened(desk)
    expect([barsOf(before).map((bar) => bar.values), tableOf(before, 'latest').length]).toEqual([[[2]], 1])
    await desk.ok('desk.undo', { commandId: desk.id() })
    const after = await opened(desk)
    expect([barsOf(after).map((bar) => bar.values), tableOf(after, 'latest').length]).toEqual([[[1]], 0])
  })

  test('draws all that is counted, and says the same sums as it draws', async () => {
    const desk = await rosaAt(await moneyDesk())
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    desk.clock.pass(24 * 3_600_000)
    await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    await desk.ok('hold.place-for', {
      commandId: desk.id(),
      card_barcode: CARDS.omar,
      title_id: null,
      item_barcode: ITEMS.warmth,
    })
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    desk.clock.pass(3_600_000)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    const page = await opened(desk)
    const chart = page.sections.find((one) => one.kind === 'chart')
    const { acts, total } = PAGES.reports.supervisor
    expect(chart?.series).toEqual([acts.out, acts.in, acts.renewed, acts.held])
    expect(barsOf(page).map(({ label, values }) => [label, ...values])).toEqual([
      ['11 AM', 0, 1, 1, 1],
      ['noon', 1, 0, 0, 0],
    ])
    expect(chart?.says).toBe([total.out(1), total.in(1), total.renewed(1), total.held(1)].join(', '))
  })

  test('tells who waived how much and why, without the patron; an undone waiver is gone', async () => {
    const desk = await rosaAt(await moneyDesk())
    await desk.scan(CARDS.owing)
    const waive = { charge_ref: 'x.C1', amount_cents: 200, reason: 'first-time' }
    const { page } = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot
    const charges = page?.sections.find((one) => one.section_id === 'charges')
    const charge_ref = (charges?.kind === 'table' ? charges.rows[0]?.row_id : '')?.replace('charge ', '') ?? ''
    await desk.ok('charge.waive', { commandId: desk.id(), ...waive, charge_ref })
    const shown = await opened(desk)
    expect(tableOf(shown, 'people')).toEqual([['Rosa Ortiz', '0', '$2.00 (1)']])
    expect(tableOf(shown, 'latest').map((cells) => cells.slice(1, 4))).toEqual([
      ['Rosa Ortiz', 'Waived $2.00', 'First time'],
    ])
    expect(tableOf(await opened(desk, 'staff rortiz'), 'exceptions')).toHaveLength(1)
    expect(JSON.stringify(shown)).not.toContain('Owen')
    await leadsOn(desk, shown)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(tableOf(await opened(desk), 'people')).toEqual([])
  })

  test('a clerk asks a second person for it', async () => {
    const desk = await moneyDesk()
    await benAtDesk(desk)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'supervisor', about: '' } })
    expect([snapshot.page, snapshot.totals.undecided_count]).toEqual([null, 1])
    expect(snapshot.rows[0]?.title).toBe(PAGES.opens.supervisor)
  })
})
