/** Holds on real files: placed, waited for, caught, sent, fetched, ended, and every step taken back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { testFolder } from '../../support/folders.ts'
import { EDUCATED_NORTH, holdDesk, reopenedWith, setting, TITLES } from '../../support/hold-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { en } from '../../../../shared/words/en/en.ts'

describe('placing', () => {
  test('by title, for the patron of the card: the next in the line, at their own branch, for a year', async () => {
    const desk = await holdDesk()
    expect(await desk.placed(CARDS.dana, TITLES.educated)).toMatchObject({
      title: 'Educated',
      status: 'waiting',
      pickup_branch: 'MAPLE',
      expires_on: '2027-11-24',
      place: '1st of 1',
    })
    expect(await desk.placed(CARDS.omar, TITLES.educated)).toMatchObject({ place: '2nd of 2' })
  })

  test('by a copy means any copy of its title, unless the library holds copies', async () => {
    const asked = { card_barcode: CARDS.dana, item_barcode: ITEMS.educated, title_id: null }
    const titles = await holdDesk()
    await titles.ok('hold.place-for', { commandId: titles.id(), ...asked })
    const other = await titles.takeBack(EDUCATED_NORTH)
    expect(other.band?.fact?.label).toBe('hold shelf')

    const items = await holdDesk([setting('is_title_hold', 'no')])
    await items.ok('hold.place-for', { commandId: items.id(), ...asked })
    expect((await items.takeBack(EDUCATED_NORTH)).band?.fact?.text).toBe('North Branch')
    expect((await items.takeBack(ITEMS.educated)).band?.fact?.label).toBe('hold shelf')
  })

  test('the same command again places nothing again', async () => {
    const desk = await holdDesk()
    const asked = { commandId: desk.id(), card_barcode: CARDS.dana, title_id: TITLES.educated, item_barcode: null }
    const first = await desk.ok('hold.place-for', asked)
    expect(await desk.ok('hold.place-for', asked)).toEqual(first)
    expect(await desk.holdsOf(CARDS.dana)).toHaveLength(1)
  })

  test.each([
    ['a second one on the same title', CARDS.dana, TITLES.warmth, 'hold-twice', [] as string[]],
    ['what may not be lent', CARDS.dana, TITLES.atlas, 'hold-not-holdable', []],
    [
      'a title without copies',
      CARDS.dana,
      900,
      'hold-no-copies',
      [`INSERT INTO title VALUES (900, 't900', 'Bare', '', '', '', '', 'book', '', 'bare')`],
    ],
    ['a title nobody knows', CARDS.dana, 901, 'title-unknown', []],
    ['more than the library allows', CARDS.dana, TITLES.becoming, 'holds-too-many', [setting('holds_count_max', '1')]],
    [
      'what is in, where the library wants it fetched',
      CARDS.omar,
      TITLES.warmth,
      'hold-on-shelf',
      [setting('is_hold_on_shelf_allowed', 'no')],
    ],
    ['a patron who cannot be served', CARDS.barred, TITLES.warmth, 'patron-barred', []],
    ['a card that has run out', CARDS.expired, TITLES.warmth, 'patron-expired', []],
    ['somebody who owes too much', CARDS.owing, TITLES.warmth, 'owes-too-much', []],
  ])('refuses %s', async (_what, card_barcode, title_id, code, sql) => {
    const isOnShelf = code === 'hold-on-shelf'
    const desk = await holdDesk(isOnShelf ? sql : [...sql])
    if (!isOnShelf) await desk.placed(CARDS.dana, TITLES.warmth)
    const asked = { commandId: desk.id(), card_barcode, title_id, item_barcode: null }
    expect(await desk.call('hold.place-for', asked)).toMatchObject({ kind: 'refused', code })
  })

  test('what they have out is asked about, and one key places it even so', async () => {
    const desk = await holdDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    await desk.ok('desk.go', { page: { place: 'hold-new', about: String(TITLES.educated) } })
    const asked = {
      title_id: TITLES.educated,
      item_barcode: null,
      pickup_branch: 'MAPLE',
      expires_on: null,
      overridden: [],
    }
    const { snapshot } = await desk.ok('hold.place', { commandId: desk.id(), ...asked })
    expect(snapshot.band).toMatchObject({ outcome: 'decide', heading: 'Educated' })
    expect(await desk.holdsOf(CARDS.dana)).toEqual([])
    const row = snapshot.rows.find((one) => one.choices.length > 0)
    const after = await desk.ok('desk.answer', { commandId: desk.id(), row_id: row?.row_id ?? '', key: '1' })
    expect(after.snapshot.page).toBeNull()
    expect(await desk.holdsOf(CARDS.dana)).toHaveLength(1)
  })

  test('a rule is overridden by who may, and the entry says which; a clerk who may not asks somebody', async () => {
    const desk = await holdDesk()
    const asked = {
      title_id: TITLES.educated,
      item_barcode: null,
      pickup_branch: 'MAPLE',
      expires_on: null,
      overridden: [],
    }
    await desk.scan(CARDS.owing)
    const { snapshot } = await desk.ok('hold.place', { commandId: desk.id(), ...asked })
    expect(snapshot.rows[0]?.choices).toMatchObject([{ key: '1', label: en.outcomes.answer.does.call }])
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: snapshot.rows[0]?.row_id ?? '', key: '1' })
    expect(await desk.holdsOf(CARDS.owing)).toHaveLength(1)
    const to_file = join(testFolder(), 'journal.jsonl')
    await desk.ok('journal.export', { to_file })
    // What was overridden tells of the patron: it lies beside the seal, and the work log reads it there.
    expect(readFileSync(to_file, 'utf8')).not.toContain('owes-too-much')
    const { entries } = await desk.ok('work-log.list', { limit: 5 })
    expect(entries.find(({ kind }) => kind === 'hold-placed')?.notes).toContain(en.refusals['owes-too-much'].short)

    const clerks = await holdDesk([`UPDATE staff SET role = 'staff'`])
    await clerks.scan(CARDS.owing)
    const other = await clerks.ok('hold.place', { commandId: clerks.id(), ...asked })
    expect(other.snapshot.rows[0]?.choices).toMatchObject([{ key: '1', label: en.outcomes.answer.ask }])
    const forced = { commandId: clerks.id(), ...asked, overridden: ['owes-too-much'] }
    expect(await clerks.call('hold.place', forced)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
  })

  test('undone, it is gone, and the next patron moves up', async () => {
    const desk = await holdDesk()
    await desk.scan(CARDS.dana)
    const asked = {
      title_id: TITLES.educated,
      item_barcode: null,
      pickup_branch: 'MAPLE',
      expires_on: null,
      overridden: [],
    }
    const { snapshot } = await desk.ok('hold.place', { commandId: desk.id(), ...asked })
    expect(snapshot.rows[0]).toMatchObject({ happened: 'On hold', fact: '1st of 1' })
    const [hold] = await desk.holdsOf(CARDS.dana)
    await desk.placed(CARDS.omar, TITLES.educated)
    await desk.ok('desk.undo-act', { commandId: desk.id(), event: hold?.hold_ref ?? '' })
    expect(await desk.holdsOf(CARDS.dana)).toEqual([])
    expect(await desk.holdsOf(CARDS.omar)).toMatchObject([{ place: '1st of 1' }])
  })
})

describe('a copy comes in', () => {
  test('it is put on the hold shelf for the first, under a code that tells no name', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.placed(CARDS.omar, TITLES.educated)
    const { band, rows } = await desk.takeBack(ITEMS.educated)
    const [hold] = await desk.holdsOf(CARDS.dana)
    expect(hold).toMatchObject({ status: 'ready', place: '' })
    expect(hold?.pickup_code).toMatch(/^[A-Z]{3}-\d{4}$/)
    // Seven open days from Tuesday: Thanksgiving and a Sunday do not count.
    expect(hold?.shelf_until_on).toBe('2026-12-03')
    expect(band).toMatchObject({ outcome: 'route', fact: { label: 'hold shelf', text: hold?.pickup_code } })
    expect(JSON.stringify({ band, rows })).not.toMatch(/Dana|Miller|21234/)
    expect(await desk.holdsOf(CARDS.omar)).toMatchObject([{ status: 'waiting', place: '1st of 1' }])
    expect(await desk.statusOf(ITEMS.educated)).toBe('hold-shelf')
  })

  test('scanned once more it stays theirs, under the same code', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    const [before] = await desk.holdsOf(CARDS.dana)
    const { rows } = await desk.takeBack(ITEMS.educated)
    expect(rows[0]?.notes[0]).toBe('It is already on the hold shelf.')
    expect(await desk.holdsOf(CARDS.dana)).toEqual([before])
  })

  test('to be fetched elsewhere it is sent, arrives, and waits there', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated, 'NORTH')
    const sent = await desk.takeBack(ITEMS.educated)
    expect(sent.band).toMatchObject({ outcome: 'route', fact: { label: 'send to', text: 'North Branch' } })
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'in-transit', pickup_code: '' }])
    expect(await desk.statusOf(ITEMS.educated)).toBe('in-transit')

    await desk.moveTo('NORTH')
    const arrived = await desk.takeBack(ITEMS.educated)
    expect(arrived.band?.fact?.label).toBe('hold shelf')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready', shelf_until_on: '2026-12-03' }])
  })

  test('nobody gets it whom the library does not serve: the next does, and the shelf lists who not', async () => {
    const desk = await holdDesk([
      `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
        VALUES ('h1', 4, 2, 'MAPLE', 1, 'waiting'), ('h2', 5, 2, 'MAPLE', 2, 'waiting')`,
      `UPDATE patron SET is_active = 0 WHERE patron_id = 5`,
    ])
    await desk.placed(CARDS.dana, TITLES.educated)
    const { rows } = await desk.takeBack(ITEMS.educated)
    expect(rows[0]?.notes.join(' ')).toMatch(/a patron who cannot be served.*closed account/)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'hold-shelf', about: '' } })
    const passed = snapshot.page?.sections.find((section) => section.section_id === 'unserved')
    expect(passed).toMatchObject({ rows: [{ row_id: 'unserved h1' }, { row_id: 'unserved h2' }] })
  })

  test('a hold that nobody may fill keeps nobody else from borrowing or renewing', async () => {
    const desk = await holdDesk([
      `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
        VALUES ('h1', 4, 2, 'MAPLE', 1, 'waiting'), ('h2', 5, 2, 'MAPLE', 2, 'suspended')`,
    ])
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.educated)).band).toMatchObject({ outcome: 'done' })
    desk.clock.pass(MS_PER_DAY)
    const { snapshot } = await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.educated })
    expect(snapshot.totals.renewed_count).toBe(1)
  })

  test('an account that is closed while its copy waits loses it to the next', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.placed(CARDS.omar, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    const closed = await reopenedWith(desk, { reference: `UPDATE patron SET is_active = 0 WHERE patron_id = 1` })
    const { rows } = await closed.takeBack(ITEMS.educated)
    expect(rows[0]?.notes.join(' ')).toContain('That hold ended: its account is closed')
    expect(await closed.holdsOf(CARDS.omar)).toMatchObject([{ status: 'ready' }])
  })

  test('withdrawn while it waits, it is set aside, and its patron waits again', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    const sql = `UPDATE overlay_item SET status = 'withdrawn' WHERE item_id = 2`
    const withdrawn = await reopenedWith(desk, { journal: sql })
    const { band, rows } = await withdrawn.takeBack(ITEMS.educated)
    expect(band?.fact?.label).toBe('set aside')
    expect(rows[0]?.notes).toContain(`${en.outcomes.hold.waits_again}.`)
    expect(await withdrawn.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting', place: '1st of 1' }])
  })

  test('the patron who brings it back does not get it again right away', async () => {
    const desk = await holdDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    await desk.ok('hold.place', {
      commandId: desk.id(),
      title_id: TITLES.educated,
      item_barcode: null,
      pickup_branch: 'MAPLE',
      expires_on: null,
      overridden: ['hold-has-it'],
    })
    await desk.placed(CARDS.omar, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting' }])
    expect(await desk.holdsOf(CARDS.omar)).toMatchObject([{ status: 'ready' }])
  })

  test('undone, the copy and the hold are as they were', async () => {
    const desk = await holdDesk()
    const before = await desk.placed(CARDS.dana, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.holdsOf(CARDS.dana)).toEqual([before])
    expect(await desk.statusOf(ITEMS.educated)).toBe('available')
  })

  test('a library that catches none at check-in only keeps what was caught before', async () => {
    const desk = await holdDesk([setting('is_hold_captured_at_check_in', 'no')])
    await desk.placed(CARDS.dana, TITLES.educated)
    expect((await desk.takeBack(ITEMS.educated)).band?.fact?.label).toBe('reshelve')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting' }])
  })
})

describe('the shelf', () => {
  test('what is not picked up in time is told, ended by one key, and goes to the next', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.placed(CARDS.omar, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    desk.clock.pass(10 * MS_PER_DAY)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'hold-shelf', about: '' } })
    expect(snapshot.page?.sections.map((section) => section.section_id)).toContain('over')
    const { snapshot: cleared } = await desk.ok('hold.clear-shelf', { commandId: desk.id(), hold_ref: null })
    expect(cleared.band?.sentence).toContain(en.outcomes.hold.expired.happened)
    expect(await desk.holdsOf(CARDS.dana)).toEqual([])
    const off = cleared.page?.sections.find((section) => section.section_id === 'take-off')
    expect(JSON.stringify(off)).toContain(en.lines.goes.hold)
    // Scanned on the page of the shelf, it goes where the page said.
    const next = await desk.scan(ITEMS.educated)
    expect(next.band?.fact?.label).toBe('hold shelf')
    expect(await desk.holdsOf(CARDS.omar)).toMatchObject([{ status: 'ready', shelf_until_on: '2026-12-12' }])
  })

  test('ending by mistake is undone', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    const [before] = await desk.holdsOf(CARDS.dana)
    desk.clock.pass(10 * MS_PER_DAY)
    await desk.ok('hold.clear-shelf', { commandId: desk.id(), hold_ref: null })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.holdsOf(CARDS.dana)).toEqual([before])
  })

  test('the slip says the code and the day, never a name; where the library says so, the name', async () => {
    const desk = await holdDesk()
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.takeBack(ITEMS.educated)
    const [hold] = await desk.holdsOf(CARDS.dana)
    const { document } = await desk.ok('hold.slip', { item_barcode: ITEMS.educated })
    expect(document).toMatchObject({ kind: 'hold-slip', is_copy: true })
    expect(JSON.stringify(document)).toContain(hold?.pickup_code)
    expect(JSON.stringify(document)).not.toMatch(/Miller|Dana|21234/)

    const named = await holdDesk([setting('hold_slip_shows', 'code-and-name')])
    await named.placed(CARDS.dana, TITLES.educated)
    await named.takeBack(ITEMS.educated)
    const slip = await named.ok('hold.slip', { item_barcode: ITEMS.educated })
    expect(JSON.stringify(slip.document)).toMatch(/Dana Miller/)
    expect(JSON.stringify(slip.document)).not.toMatch(/21234/)
  })
})
