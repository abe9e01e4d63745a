/** The hold shelf walked: its rows and their ways out, what is over cleared, what is left to be taken off. */
import { describe, expect, test } from 'vitest'
import type { Act, PageRow, PageView } from '../../../../shared/desk/page.ts'
import { MS_PER_DAY, localDate } from '../../../../shared/kernel/time.ts'
import { holdDesk, setting, TITLES, type HoldDesk } from '../../support/hold-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { rosaAt } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { PAGES, says } from '../../../support/said.ts'

type Place = 'hold-shelf' | 'transits' | 'item' | 'receipt' | 'account'

async function goTo(desk: HoldDesk, place: Place, about = ''): Promise<PageView> {
  const { page } = (await desk.ok('desk.go', { page: { place, about } })).snapshot
  if (!page) throw new Error(`no page ${place}`)
  expect(pageFaults(page)).toEqual([])
  return page
}

function section(page: PageView, section_id: string): { heading: string; rows: readonly PageRow[] } {
  const found = page.sections.find((one) => one.section_id === section_id)
  return found?.kind === 'table' ? found : { heading: '', rows: [] }
}

const keysOf = (row: PageRow | undefined): string => (row?.acts ?? []).map((act) => act.key).join('')

function actBy(acts: readonly Act[] | undefined, key: string): Act {
  const found = acts?.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

/** Dana's copy of Educated stands on the shelf here. */
async function withReady(pickup = 'MAPLE'): Promise<HoldDesk> {
  const desk = await holdDesk()
  await desk.placed(CARDS.dana, TITLES.educated, pickup)
  await desk.takeBack(ITEMS.educated)
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'out' })
  return desk
}

/** So many copies that were kept for Omar until last Friday, each of its own call number, and what has no hold. */
const over = (count: number): string => `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
  INSERT INTO item SELECT 1000 + i, 'over-' || i, 2, 'BOOK', 'MAPLE', 'MAPLE', printf('%03d.5', (i * 7) % 1000),
    'Adult', 'hold-shelf', 2000, '' FROM n;
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
  INSERT INTO hold SELECT 'over-' || i, 2, '', 2, 1000 + i, 0, 'MAPLE', i, NULL, 'ready', NULL, '2026-11-20',
    printf('BAK-%04d', i) FROM n`

describe('a row of the shelf', () => {
  test('M: it is not there; it is missing and she waits again', async () => {
    const desk = await withReady()
    const [row] = section(await goTo(desk, 'hold-shelf'), 'shelf').rows
    expect(keysOf(row)).toBe('KMDWS')
    const { call, says } = actBy(row?.acts, 'M')
    expect(says).toBe(PAGES.account.held.missing_held)
    const { snapshot } = await desk.ok('hold.not-found', { commandId: desk.id(), ...call.input } as never)
    expect(snapshot.rows[0]).toMatchObject({
      happened: en.outcomes.hold.not_found.missing,
      notes: [`${en.outcomes.hold.waits_again}.`],
    })
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting' }])
    expect(section(await goTo(desk, 'hold-shelf'), 'shelf').rows).toEqual([])
  })

  test('D: it is damaged', async () => {
    const desk = await withReady()
    const [row] = section(await goTo(desk, 'hold-shelf'), 'shelf').rows
    const { call } = actBy(row?.acts, 'D')
    await desk.ok('item.mark', { commandId: desk.id(), ...call.input, note: 'Wet' } as never)
    expect(await desk.statusOf(ITEMS.educated)).toBe('damaged')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting' }])
  })

  test('W opens the account, and the row itself names nobody', async () => {
    const desk = await withReady()
    const page = await goTo(desk, 'hold-shelf')
    expect(JSON.stringify(page)).not.toMatch(/Dana|Miller/)
    const { call } = actBy(section(page, 'shelf').rows[0]?.acts, 'W')
    const { snapshot } = await desk.ok('desk.open-patron', call.input as never)
    expect(snapshot.patron?.name).toBe('Dana Miller')
  })

  test.each([
    ['on the shelf’s page', async (desk: HoldDesk) => section(await goTo(desk, 'hold-shelf'), 'shelf').rows[0]?.acts],
    ['on the page of the item', async (desk: HoldDesk) => (await goTo(desk, 'item', ITEMS.educated)).acts],
  ])('S makes the slip once more, marked as a copy: %s', async (_where, actsOf) => {
    const desk = await withReady()
    const [hold] = await desk.holdsOf(CARDS.dana)
    const { call } = actBy(await actsOf(desk), 'S')
    const { snapshot } = await desk.ok('desk.go', call.input as never)
    const paper = snapshot.page?.sections[0]
    expect(paper).toMatchObject({ kind: 'paper', document: { kind: 'hold-slip', is_copy: true } })
    expect(JSON.stringify(paper)).toContain(hold?.pickup_code)
  })

  test('there is no slip for what waits for nobody', async () => {
    const desk = await holdDesk()
    expect((await goTo(desk, 'item', ITEMS.educated)).acts.map((act) => act.key)).not.toContain('S')
    const asked = await desk.call('desk.go', { page: { place: 'receipt', about: `slip ${ITEMS.educated}` } })
    expect(asked.kind).toBe('refused')
  })

  test('what is coming here has the same ways out', async () => {
    const desk = await withReady('NORTH')
    await desk.moveTo('NORTH')
    const [row] = section(await goTo(desk, 'transits'), 'coming').rows
    expect(keysOf(row)).toBe('MDW')
    await desk.ok('hold.not-found', { commandId: desk.id(), ...actBy(row?.acts, 'M').call.input } as never)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting' }])
  })
})

describe('what was not picked up', () => {
  test('of 250, A ends 200 and says so, then the rest; lists say where they are cut', async () => {
    const desk = await holdDesk([over(250)])
    const page = await goTo(desk, 'hold-shelf')
    expect(section(page, 'over')).toMatchObject({ heading: PAGES.holds.shelf.expired.first(100, 250) })
    expect(actBy(page.acts, 'A').says).toBe(PAGES.holds.shelf.expired.clear_first_says(250, 200))
    const { snapshot } = await desk.ok('hold.clear-shelf', { commandId: desk.id(), hold_ref: null })
    expect(snapshot.band?.heading).toBe(en.outcomes.hold.expired.heading(200))
    expect(snapshot.rows[0]?.notes[0]).toBe(`${en.outcomes.hold.expired.more(50)}.`)
    const after = await goTo(desk, 'hold-shelf')
    expect(section(after, 'over').heading).toBe(PAGES.holds.shelf.expired.heading)
    expect(section(after, 'take-off').heading).toBe(PAGES.holds.shelf.remove.first(100, 200))
    await desk.ok('hold.clear-shelf', { commandId: desk.id(), hold_ref: null })
    expect(await desk.holdsOf(CARDS.omar)).toEqual([])
  })

  test('what is to be taken off stands in call-number order, on the page and on paper', async () => {
    const desk = await holdDesk([over(12)])
    await desk.ok('hold.clear-shelf', { commandId: desk.id(), hold_ref: null })
    const page = await goTo(desk, 'hold-shelf')
    const numbers = section(page, 'take-off').rows.map((row) => row.cells[0]?.text ?? '')
    expect(numbers).toHaveLength(12)
    expect(numbers).toEqual(numbers.toSorted())
    expect(actBy(page.acts, 'T').call.input).toEqual({ page: { place: 'receipt', about: 'list off' } })
    const { document } = await desk.ok('hold.paper', { list: 'off' })
    const table = document.blocks.find((block) => block.block === 'table')
    expect(table?.block === 'table' && table.rows.map((row) => row.cells[0])).toEqual(numbers)
    expect(JSON.stringify(table)).toContain('over-1, back to Adult')
    await goTo(desk, 'receipt', 'list off')
  })

  test('what has days to go is not cleared, and the desk says until when', async () => {
    const desk = await withReady()
    const [hold] = await desk.holdsOf(CARDS.dana)
    const asked = { commandId: desk.id(), hold_ref: hold?.hold_ref ?? '' }
    const refused = await desk.call('hold.clear-shelf', asked)
    expect(refused).toMatchObject({ kind: 'refused', code: 'hold-not-over' })
    expect(JSON.stringify(refused)).toContain(says('hold-not-over', { until: localDate('2026-12-03') }))
    const waiting = await desk.placed(CARDS.omar, TITLES.warmth)
    const other = await desk.call('hold.clear-shelf', { commandId: desk.id(), hold_ref: waiting.hold_ref })
    expect(other).toMatchObject({ kind: 'refused', code: 'hold-not-on-shelf' })
    const gone = await desk.call('hold.clear-shelf', { commandId: desk.id(), hold_ref: 'nobody’s' })
    expect(gone).toMatchObject({ kind: 'refused', code: 'hold-gone' })
  })
})

describe('the shelf by days left', () => {
  /** The columns that have a figure, as the page says them. */
  const drawn = (page: PageView): readonly string[] =>
    page.sections
      .flatMap((one) => (one.kind === 'chart' ? one.bars : []))
      .filter(({ values }) => values[0] !== 0)
      .map(({ label, values, mark }) => `${label} ${values[0]} ${mark}`)
  const saysOf = (page: PageView): string | undefined => page.sections.find((one) => one.kind === 'chart')?.says

  test('counts down to the last day, then what has expired, then what no hold keeps', async () => {
    const desk = await withReady()
    const said = PAGES.holds.shelf.days
    // Until Thu, Dec 3; it is Tue, Nov 24.
    expect(drawn(await goTo(desk, 'hold-shelf'))).toEqual([`${said.later(8)} 1 plain`])
    desk.clock.pass(8 * MS_PER_DAY)
    expect(drawn(await goTo(desk, 'hold-shelf'))).toEqual(['1 1 plain'])
    desk.clock.pass(MS_PER_DAY)
    const last = await goTo(desk, 'hold-shelf')
    expect(drawn(last)).toEqual([`${said.today} 1 warn`])
    expect(saysOf(last)).toBe(`${said.remove_none} ${said.last_day(1)} ${said.on_shelf(1)}`)
    desk.clock.pass(MS_PER_DAY)
    const expired = await goTo(desk, 'hold-shelf')
    expect(drawn(expired)).toEqual([`${said.expired} 1 stop`])
    expect(saysOf(expired)).toBe(`${said.remove(1)} ${said.on_shelf(1)}`)
    const [hold] = await desk.holdsOf(CARDS.dana)
    await desk.ok('hold.clear-shelf', { commandId: desk.id(), hold_ref: hold?.hold_ref ?? '' })
    expect(drawn(await goTo(desk, 'hold-shelf'))).toEqual([`${said.no_hold} 1 stop`])
  })

  test('of an empty shelf nothing is drawn but how it fills', async () => {
    const desk = await holdDesk()
    const page = await goTo(desk, 'hold-shelf')
    expect(page.sections.map((one) => one.kind)).toEqual(['steps'])
  })
})

describe('moved to another branch and back, before it was sent', () => {
  async function moved(desk: HoldDesk, ...branches: readonly string[]): Promise<void> {
    const hold_ref = (await desk.holdsOf(CARDS.dana))[0]?.hold_ref ?? ''
    for (const pickup_branch of branches) {
      await desk.ok('hold.move', { commandId: desk.id(), hold_ref, pickup_branch })
    }
  }

  test('it is ready again with its code and its day, and nothing is to be taken off', async () => {
    const desk = await withReady()
    const before = await desk.holdsOf(CARDS.dana)
    await moved(desk, 'NORTH')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([
      { status: 'in-transit', pickup_code: '', shelf_until_on: null },
    ])
    await moved(desk, 'MAPLE')
    expect(await desk.holdsOf(CARDS.dana)).toEqual(before)
    const { rows } = await desk.snapshot()
    expect(rows[0]?.notes).toEqual([
      `It was not sent yet: leave it on the hold shelf, under ${before[0]?.pickup_code}.`,
    ])
    expect(section(await goTo(desk, 'hold-shelf'), 'take-off').rows).toEqual([])
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.educated)).band?.sentence).toContain('Hold filled.')
  })

  test('sent, it says where it goes and no code; called back then, it is on its way here', async () => {
    const desk = await withReady()
    await moved(desk, 'NORTH')
    const sent = await desk.takeBack(ITEMS.educated)
    expect(sent.band?.fact).toEqual({ label: 'send to', text: 'North Branch' })
    await moved(desk, 'MAPLE')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'in-transit', pickup_branch: 'MAPLE' }])
    const arrived = await desk.takeBack(ITEMS.educated)
    expect(arrived.band?.fact?.label).toBe('hold shelf')
  })
})

describe('the day until which it is wanted', () => {
  test.each([
    ['what waits: the last day of its waiting', false, '2027-11-24', true],
    ['what is ready: its last day on the shelf', true, '2026-12-03', true],
    ['a day that has passed is not offered', true, '', false],
  ])('is offered as it is: %s', async (_what, isReady, value, isInTime) => {
    const desk = isReady ? await withReady() : await holdDesk()
    if (!isReady) await desk.placed(CARDS.dana, TITLES.educated)
    if (!isInTime) desk.clock.pass(14 * MS_PER_DAY)
    await desk.scan(CARDS.dana)
    const [row] = section(await goTo(desk, 'account'), 'holds').rows
    expect(actBy(row?.acts, 'E').asks).toMatchObject([{ name: 'until_on', value }])
  })
})

test('an item can be made to belong to any branch, however many there are', async () => {
  const branches = Array.from(
    { length: 14 },
    (_, at) => `INSERT INTO branch VALUES ('B${at}', 'Branch ${at}', 'America/Chicago')`,
  )
  const desk = await holdDesk(branches)
  const homes = actBy((await goTo(desk, 'item', ITEMS.educated)).acts, 'E').asks.find(
    (one) => one.name === 'home_branch',
  )
  expect(homes?.options).toHaveLength(16)
  expect(homes?.options[0]).toEqual({ value: 'MAPLE', label: 'Maple Street' })
})

describe('holds that come from another system with the library’s data', () => {
  async function captured(sql: readonly string[]): Promise<{ row: string[]; band: string; slips: readonly string[] }> {
    const desk = await holdDesk(sql)
    await desk.placed(CARDS.dana, TITLES.educated)
    const { rows, band, papers } = await desk.takeBack(ITEMS.educated)
    const again = await desk.ok('hold.slip', { item_barcode: ITEMS.educated })
    const slips = [papers, again].map((paper) => JSON.stringify(paper))
    return { row: rows[0]?.notes ?? [], band: band?.sentence ?? '', slips }
  }

  test('what is caught says how old they are, in the row, the band, the slip and the slip made once more', async () => {
    const { row, band, slips } = await captured([setting('is_hold_data_from_elsewhere', 'yes')])
    expect(row).toContain('Holds as of 8:55 AM.')
    expect(band).toContain('Holds as of 8:55 AM.')
    for (const slip of slips) expect(slip).toMatch(/with hold data .* old/)
  })

  test('a desk that is its own authority says nothing of it', async () => {
    const { row, band, slips } = await captured([])
    expect([...row, band, ...slips].join(' ')).not.toMatch(/Holds as of|hold data/)
  })
})

test('a hold that was not picked up in time is not ready for its patron any more', async () => {
  const desk = await withReady()
  const before = (await desk.scan(CARDS.dana)).patron
  expect([before?.holds_ready_count, before?.holds_ready.length]).toEqual([1, 1])
  const until = (await desk.holdsOf(CARDS.dana))[0]?.shelf_until_on ?? ''
  await desk.ok('desk.finish', {})
  desk.clock.pass(30 * MS_PER_DAY)
  expect(until).not.toBe('')
  await rosaAt(desk)
  const after = (await desk.scan(CARDS.dana)).patron
  expect([after?.holds_ready_count, after?.holds_ready]).toEqual([0, []])
})
