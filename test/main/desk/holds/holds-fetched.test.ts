/** Holds fetched at the desk, changed on the account, expired by the calendar, pulled from shelves and sent about. */
import { describe, expect, test } from 'vitest'
import { MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { elsewhere, workingDesk } from '../../support/desk.ts'
import { EDUCATED_NORTH, holdDesk, reopenedWith, TITLES, type HoldDesk } from '../../support/hold-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { PAGES } from '../../../support/said.ts'

/** A copy that stood on the shelf for Dana before this desk began. */
const OLD_READY = `UPDATE item SET status = 'hold-shelf' WHERE item_id = 2; INSERT INTO hold VALUES ('old-1', 1, '',
  2, 2, 0, 'MAPLE', 0, NULL, 'ready', NULL, '2026-12-05', 'DAN-1017')`

/** Dana's copy of Educated stands on the shelf. */
async function withReady(sql: readonly string[] = []): Promise<HoldDesk> {
  const desk = await holdDesk(sql)
  await desk.placed(CARDS.dana, TITLES.educated)
  await desk.takeBack(ITEMS.educated)
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'out' })
  return desk
}

const answer = (desk: HoldDesk, row_id: string, key: string) =>
  desk.ok('desk.answer', { commandId: desk.id(), row_id, key })

describe('the panel of the patron', () => {
  test('says what is on the shelf for them, and nothing that still waits', async () => {
    const desk = await withReady()
    await desk.placed(CARDS.dana, TITLES.goodnight)
    const [ready] = await desk.holdsOf(CARDS.dana)
    const { patron } = await desk.scan(CARDS.dana)
    const shelf = ready?.pickup_code
    expect(patron?.holds_ready).toMatchObject([{ title: 'Educated', shelf, is_code: true }])
    expect(JSON.stringify(patron)).not.toContain('Goodnight')
  })

  test('names the shelf where a copy has no code', async () => {
    const desk = await workingDesk()
    elsewhere(desk, `${OLD_READY}; UPDATE hold SET pickup_code = ''`)
    const { patron } = await desk.scan(CARDS.dana)
    expect(patron?.holds_ready).toMatchObject([{ shelf: en.panel.on_hold_shelf, is_code: false }])
  })
})

describe('fetched with no card: the copy is scanned first', () => {
  test('the desk says initials alone, and one key lends it', async () => {
    const desk = await withReady()
    const [hold] = await desk.holdsOf(CARDS.dana)
    const asked = await desk.scan(ITEMS.educated)
    expect(asked.band).toMatchObject({ outcome: 'decide', fact: { label: 'for', text: 'D. M.' } })
    expect(asked.rows[0]).toMatchObject({
      happened: 'On hold for D. M.',
      choices: [
        { label: en.outcomes.answer.photo_id },
        { label: en.outcomes.answer.born },
        { label: en.outcomes.answer.pickup_code },
      ],
      notes: ['Born on Apr 12.', `Pickup code ${hold?.pickup_code}.`],
    })
    expect(JSON.stringify(asked)).not.toMatch(/Dana|Miller|1980|21234/)
    const { snapshot } = await answer(desk, asked.rows[0]?.row_id ?? '', '2')
    expect(snapshot.patron).toMatchObject({ name: 'Dana Miller', out_count: 1, holds_ready_count: 0 })
    expect(snapshot.band).toMatchObject({ outcome: 'done', heading: 'Educated' })
    expect(snapshot.rows[0]?.notes).toContain('Hold filled.')
    expect(await desk.holdsOf(CARDS.dana)).toEqual([])
  })

  test.each([
    ['no birth date', 'UPDATE patron SET born_on = NULL WHERE patron_id = 1', ['1', '3'], '3 = Pickup code'],
    ['no code', "UPDATE hold SET pickup_code = ''", ['1', '2'], '2 = Date of birth confirmed'],
  ])('what nobody knows is not asked of them: %s', async (_name, sql, keys, other) => {
    const desk = await workingDesk()
    elsewhere(desk, `${OLD_READY}; ${sql}`)
    const asked = await desk.scan(ITEMS.educated)
    expect(asked.rows[0]?.choices.map(({ key }) => key)).toEqual(keys)
    const how = `1 = Photo ID seen; ${other}; Esc = cancel.`
    expect(asked.band?.sentence).toBe(`On hold for D. M. Nothing recorded. ${how}`)
    const key = keys.includes('2') ? '3' : '2'
    const refused = await desk.call('desk.answer', { commandId: desk.id(), row_id: asked.rows[0]?.row_id ?? '', key })
    expect(refused).toMatchObject({ kind: 'refused', code: 'choice-unknown' })
  })

  test('left, nothing is recorded', async () => {
    const desk = await withReady()
    const asked = await desk.scan(ITEMS.educated)
    const before = (await desk.ok('system.status', {})).journal_events_count
    await answer(desk, asked.rows[0]?.row_id ?? '', '0')
    expect((await desk.ok('system.status', {})).journal_events_count).toBe(before)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })

  test('somebody else’s card is not opened over the question', async () => {
    const desk = await withReady()
    await desk.scan(ITEMS.educated)
    const after = await desk.scan(CARDS.omar)
    expect(after.patron).toBeNull()
    expect(after.totals.undecided_count).toBe(1)
  })

  test('two copies for one person are lent by one answer', async () => {
    const desk = await withReady()
    await desk.placed(CARDS.dana, TITLES.warmth)
    await desk.takeBack(ITEMS.warmth)
    await desk.ok('desk.mode', { mode: 'out' })
    await desk.scan(ITEMS.educated)
    const asked = await desk.scan(ITEMS.warmth)
    const { snapshot } = await answer(desk, asked.rows[0]?.row_id ?? '', '1')
    expect(snapshot.patron?.out_count).toBe(2)
    expect(snapshot.totals.undecided_count).toBe(0)
  })

  test('while another row waits for an answer, nobody is opened over it', async () => {
    const desk = await withReady()
    await desk.placed(CARDS.omar, TITLES.warmth)
    await desk.takeBack(ITEMS.warmth)
    await desk.ok('desk.mode', { mode: 'out' })
    await desk.scan(ITEMS.educated)
    const asked = await desk.scan(ITEMS.warmth)
    const input = { commandId: desk.id(), row_id: asked.rows[0]?.row_id ?? '', key: '1' }
    expect(await desk.call('desk.answer', input)).toMatchObject({ kind: 'refused', code: 'rows-undecided' })
    expect((await desk.snapshot()).patron).toBeNull()
    expect(await desk.holdsOf(CARDS.omar)).toMatchObject([{ status: 'ready' }])
  })

  test('every block applies: the account opens, nothing is lent, and the hold waits on', async () => {
    const captured = await withReady()
    const block = `INSERT INTO patron_block VALUES ('b1', 1, 'manual', NULL, NULL, 'Show a proof of address')`
    const desk = await reopenedWith(captured, { reference: block })
    const asked = await desk.scan(ITEMS.educated)
    const { snapshot } = await answer(desk, asked.rows[0]?.row_id ?? '', '1')
    expect(snapshot.patron).toMatchObject({ name: 'Dana Miller', out_count: 0 })
    expect(snapshot.rows[0]?.notes[0]).toContain('Show a proof of address')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })

  test('undone, the copy is on the shelf and the hold ready again', async () => {
    const desk = await withReady()
    const [before] = await desk.holdsOf(CARDS.dana)
    const asked = await desk.scan(ITEMS.educated)
    await answer(desk, asked.rows[0]?.row_id ?? '', '1')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.holdsOf(CARDS.dana)).toEqual([before])
    expect(await desk.ok('item.get', { item_barcode: ITEMS.educated })).toMatchObject({
      is_out: false,
      status: 'hold-shelf',
    })
  })
})

describe('fetched with the card', () => {
  test('the account says which code to look for; the scan lends and fills', async () => {
    const desk = await withReady()
    const [hold] = await desk.holdsOf(CARDS.dana)
    const open = await desk.scan(CARDS.dana)
    expect(open.patron?.notices).toContainEqual(
      expect.objectContaining({ tone: 'hold', heading: '1 hold ready for pickup', detail: hold?.pickup_code }),
    )
    const lent = await desk.scan(ITEMS.educated)
    expect(lent.band?.sentence).toContain('Hold filled.')
    expect(await desk.holdsOf(CARDS.dana)).toEqual([])
  })

  test('another copy of the title fills it too, and the one set aside is to be taken off', async () => {
    const desk = await withReady()
    await desk.scan(CARDS.dana)
    const lent = await desk.scan(EDUCATED_NORTH)
    expect(lent.rows[0]?.notes).toContain(`Item ${ITEMS.educated} is on the hold shelf for them: take it off.`)
    expect(await desk.holdsOf(CARDS.dana)).toEqual([])
  })

  test('lent to another patron even so, the patron who waited waits again', async () => {
    const desk = await withReady()
    await desk.scan(CARDS.omar)
    const asked = await desk.scan(ITEMS.educated)
    expect(asked.band).toMatchObject({ outcome: 'decide' })
    const { snapshot } = await answer(desk, asked.rows[0]?.row_id ?? '', '1')
    expect(snapshot.rows[0]?.notes).toContain(`${en.outcomes.hold.waits_again}.`)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting', pickup_code: '' }])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })
})

test('lent to another patron, and the clerk knows that the hold is not wanted: it ends', async () => {
  const desk = await withReady()
  await desk.scan(CARDS.omar)
  const asked = await desk.scan(ITEMS.educated)
  expect(asked.rows[0]?.choices.map((choice) => choice.key)).toEqual(['1', '2'])
  const { snapshot } = await answer(desk, asked.rows[0]?.row_id ?? '', '2')
  expect(snapshot.rows[0]?.notes).toContain('The hold it was set aside for is canceled.')
  expect(await desk.holdsOf(CARDS.dana)).toEqual([])
  const { entries } = await desk.ok('work-log.list', { limit: 9 })
  const logged = entries.find(({ kind }) => kind === 'item-checked-out')
  expect(logged?.notes).toContain(en.outcomes.reasons['hold-canceled'])
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
})

describe('changes', () => {
  test('suspended keeps its place and is passed over; taken up again by itself on its day', async () => {
    const desk = await holdDesk()
    const { hold_ref } = await desk.placed(CARDS.dana, TITLES.educated)
    await desk.placed(CARDS.omar, TITLES.educated)
    const { snapshot } = await desk.ok('hold.suspend', { commandId: desk.id(), hold_ref, until_on: '2026-11-28' })
    expect(snapshot.band?.sentence).toBe('Suspended until Sat, Nov 28.')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'suspended', place: '1st of 2' }])
    const { rows } = await desk.takeBack(ITEMS.educated)
    expect(rows[0]?.notes).toContain('A suspended hold was skipped.')
    expect(await desk.holdsOf(CARDS.omar)).toMatchObject([{ status: 'ready' }])
    desk.clock.pass(4 * MS_PER_DAY)
    await desk.takeBack(EDUCATED_NORTH)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })

  test.each([
    ['into the past', '2026-11-23', 'hold-date-past'],
    ['further than the library allows', '2027-12-24', 'hold-date-too-far'],
  ])('is not suspended %s', async (_what, until_on, code) => {
    const desk = await holdDesk()
    const { hold_ref } = await desk.placed(CARDS.dana, TITLES.educated)
    const refused = await desk.call('hold.suspend', { commandId: desk.id(), hold_ref, until_on })
    expect(refused).toMatchObject({ kind: 'refused', code })
  })

  test('moved to another branch when it stands here, it goes there at its next scan', async () => {
    const desk = await withReady()
    const [hold] = await desk.holdsOf(CARDS.dana)
    const hold_ref = hold?.hold_ref ?? ''
    await desk.ok('hold.move', { commandId: desk.id(), hold_ref, pickup_branch: 'NORTH' })
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'hold-shelf', about: '' } })
    const off = snapshot.page?.sections.find((section) => section.section_id === 'take-off')
    expect(JSON.stringify(off)).toContain('to North Branch')
    const sent = await desk.scan(ITEMS.educated)
    expect(sent.band?.fact).toEqual({ label: 'send to', text: 'North Branch' })
  })

  test('kept longer, canceled, and canceled is undone', async () => {
    const desk = await withReady()
    const hold_ref = (await desk.holdsOf(CARDS.dana))[0]?.hold_ref ?? ''
    await desk.scan(CARDS.dana)
    await desk.ok('hold.edit', { commandId: desk.id(), hold_ref, until_on: '2026-12-10' })
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ shelf_until_on: '2026-12-10' }])
    const { snapshot } = await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref })
    expect(snapshot.rows[0]?.notes[0]).toContain('off the hold shelf')
    expect(await desk.holdsOf(CARDS.dana)).toEqual([])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready', shelf_until_on: '2026-12-10' }])
    const again = await desk.call('hold.cancel', { commandId: desk.id(), hold_ref: 'nobody’s' })
    expect(again).toMatchObject({ kind: 'refused', code: 'hold-gone' })
  })

  test('the pages about holds keep what every page keeps', async () => {
    const desk = await withReady()
    await desk.placed(CARDS.dana, TITLES.warmth)
    await desk.placed(CARDS.omar, TITLES.becoming, 'NORTH')
    await desk.scan(CARDS.dana)
    for (const [place, about] of [
      ['account', ''],
      ['hold-new', ''],
      ['hold-new', '2'],
      ['hold-new', `item ${ITEMS.educated}`],
      ['pull-list', ''],
      ['hold-shelf', ''],
      ['transits', ''],
    ] as const) {
      const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
      expect([place, snapshot.page && pageFaults(snapshot.page)]).toEqual([place, []])
    }
  })

  test('F6 with nobody open says to scan a card first', async () => {
    const desk = await holdDesk()
    const refused = await desk.call('desk.go', { page: { place: 'hold-new', about: '' } })
    expect(refused).toMatchObject({ kind: 'refused', code: 'nobody-open' })
  })

  test('a scan on the page of a new hold asks for the title and lends nothing', async () => {
    const desk = await holdDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('desk.go', { page: { place: 'hold-new', about: '' } })
    const { page, rows } = await desk.scan(ITEMS.warmth)
    expect(rows).toEqual([])
    expect(page).toMatchObject({ heading: 'The Warmth of Other Suns', enter: { label: 'Place the hold' } })
  })
})

describe('the pull list', () => {
  /** No row of any location: how to begin is drawn in its place. */
  const NOTHING_TO_PULL = [{ kind: 'steps', section_id: 'pull ' }]

  test('what is here and waited for, by location and call number, each person once', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.warmth)
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.placed(CARDS.omar, TITLES.becoming, 'NORTH')
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'pull-list', about: '' } })
    const [adult] = snapshot.page?.sections ?? []
    expect(adult).toMatchObject({ heading: 'Adult' })
    const rows = adult?.kind === 'table' ? adult.rows.map((row) => row.cells.map((cell) => cell.text)) : []
    expect(rows.map((cells) => [cells[0], cells[4]])).toEqual([
      ['304.809 WIL', 'here'],
      ['B OBAMA', 'North Branch'],
      ['B WESTOVER', 'here'],
    ])
    const { document } = await desk.ok('hold.paper', { list: 'pull' })
    expect(document).toMatchObject({ kind: 'pull-list' })
    expect(JSON.stringify(document)).not.toMatch(/Miller|Omar/)
  })

  test('what was found is scanned there and caught; it is off the list', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.warmth)
    await desk.ok('desk.go', { page: { place: 'pull-list', about: '' } })
    const { band, page } = await desk.scan(ITEMS.warmth)
    expect(band?.fact?.label).toBe('hold shelf')
    expect(page?.sections).toMatchObject(NOTHING_TO_PULL)
    expect(JSON.stringify(page)).not.toContain(ITEMS.warmth)
  })

  test('what is not there is marked and the next copy is offered', async () => {
    const desk = await holdDesk([`UPDATE item SET at_branch_code = 'MAPLE' WHERE item_id = 9`])
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.ok('desk.go', { page: { place: 'pull-list', about: '' } })
    const asked = { commandId: desk.id(), item_barcode: ITEMS.educated, status: 'missing' } as const
    await desk.ok('hold.not-found', asked)
    expect(await desk.statusOf(ITEMS.educated)).toBe('missing')
    const { snapshot } = await desk.ok('hold.make-pull-list', {})
    expect(JSON.stringify(snapshot.page)).toContain(EDUCATED_NORTH)
    await desk.ok('hold.skip-pull', { item_barcode: EDUCATED_NORTH })
    const { page } = await desk.snapshot()
    expect(page?.sections).toMatchObject(NOTHING_TO_PULL)
    expect(JSON.stringify(page)).not.toContain(EDUCATED_NORTH)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.statusOf(ITEMS.educated)).toBe('available')
  })
})

test('what is on its way stands on both branches’ lists until it has arrived', async () => {
  const desk = await holdDesk()
  await desk.placed(CARDS.dana, TITLES.educated, 'NORTH')
  await desk.takeBack(ITEMS.educated)
  await desk.takeBack(ITEMS.north)
  const listed = async (section_id: string): Promise<string[]> => {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'transits', about: '' } })
    const found = snapshot.page?.sections.find((section) => section.section_id === section_id)
    return found?.kind === 'table' ? found.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')) : []
  }
  expect(await listed('sent')).toEqual([
    expect.stringMatching(`^Educated.*North Branch ${PAGES.holds.transits.for_hold}$`),
    expect.stringMatching(`^Goodnight Moon.*North Branch ${PAGES.holds.transits.home}$`),
  ])
  await desk.moveTo('NORTH')
  expect(await listed('coming')).toHaveLength(2)
  await desk.scan(ITEMS.educated)
  await desk.scan(ITEMS.north)
  expect(await listed('coming')).toEqual([])
})
