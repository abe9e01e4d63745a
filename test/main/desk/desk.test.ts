/** The desk from outside, through the router, on real files: what a clerk would see. */
import { describe, expect, test } from 'vitest'
import { rosaComes, workingDesk } from '../support/desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { says, short } from '../../support/said.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { en } from '../../../shared/words/en/en.ts'

describe('checking out', () => {
  test('a card, then books: each is out with its due date', async () => {
    const desk = await workingDesk()
    expect((await desk.scan(CARDS.dana)).patron?.name).toBe('Dana Miller')
    const first = await desk.scan(ITEMS.warmth)
    expect(first.band).toMatchObject({
      outcome: 'done',
      heading: 'The Warmth of Other Suns',
      fact: { text: 'Tue, Dec 15' },
    })
    const second = await desk.scan(ITEMS.spirited)
    expect(second.rows.map((row) => [row.title, row.happened, row.fact])).toEqual([
      ['Spirited Away', 'Out', 'Tue, Dec 1'],
      ['The Warmth of Other Suns', 'Out', 'Tue, Dec 15'],
    ])
    expect(second.totals).toMatchObject({ out_count: 2, due_range_text: 'Due Tue, Dec 1 to Tue, Dec 15' })
    expect(second.patron?.out_count).toBe(2)
  })

  test('an hourly loan is due on the minute, and not after closing', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.projector)).band?.fact?.text).toBe('1:07 PM')
    await desk.ok('desk.undo', { commandId: desk.id() })
    desk.clock.pass(9 * 3_600_000)
    expect((await desk.scan(ITEMS.projector)).band?.fact?.text).toBe('9:00 PM')
  })

  test('each trouble waits for an answer in its own words, and left alone records nothing', async () => {
    const desk = await workingDesk()
    for (const [card, words] of [
      [CARDS.expired, 'The card expired'],
      [CARDS.barred, 'Do not serve'],
      [CARDS.owing, says('owes-too-much', { owed: cents(1200), limit: cents(1000) })],
    ] as const) {
      await desk.scan(card)
      const { band, rows } = await desk.scan(ITEMS.warmth)
      expect(band?.outcome).toBe('decide')
      expect(band?.sentence).toContain(words)
      expect(band?.sentence).toContain('Nothing recorded')
      const row_id = rows[0]?.row_id ?? ''
      const left = await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '0' })
      expect(left.snapshot.band?.outcome, 'the band asks no longer').not.toBe('decide')
    }
    expect((await desk.ok('journal.recent', { limit: 50 })).events.map((event) => event.kind)).not.toContain(
      'item-checked-out',
    )
  })

  test('a former card opens the account and says so', async () => {
    const desk = await workingDesk()
    const { patron, band } = await desk.scan(CARDS.danaFormer)
    expect(patron?.name).toBe('Dana Miller')
    expect(band?.sentence).toContain(says('card-replaced'))
  })

  test('out to somebody else: one key takes it back and lends it', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.omar)
    await desk.scan(ITEMS.warmth)
    await desk.scan(CARDS.dana)
    const asked = await desk.scan(ITEMS.warmth)
    expect(asked.band?.outcome).toBe('decide')
    expect(asked.rows[0]?.choices).toEqual([{ key: '1', label: en.outcomes.answer.does['take-back-and-lend'] }])
    const row_id = asked.rows[0]?.row_id ?? ''
    expect(await desk.call('desk.finish', {})).toMatchObject({ kind: 'refused', code: 'rows-undecided' })
    const { snapshot } = await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    expect(snapshot.band?.outcome).toBe('done')
    expect(snapshot.patron?.out_count).toBe(1)
    expect((await desk.ok('patron.get', { card_barcode: CARDS.omar })).loans).toEqual([])
  })

  test('the next card finishes the patron before', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const next = await desk.scan(CARDS.omar)
    expect(next.patron?.name).toBe('Omar Núñez')
    expect(next.rows).toEqual([])
    expect(next.band?.sentence).toContain('The previous patron’s checkout is complete')
    expect((await desk.ok('desk.last-patron', {})).snapshot.patron?.name).toBe('Dana Miller')
  })
})

describe('checking in', () => {
  test('each outcome says where the item goes', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).band).toMatchObject({ outcome: 'done', fact: { text: '304.809 WIL' } })
    expect((await desk.scan(ITEMS.north)).band).toMatchObject({ outcome: 'route', fact: { text: 'North Branch' } })
    const odd = await desk.scan(ITEMS.educated)
    expect(odd.rows[0]?.notes.join(' ')).toContain('not checked out')
    expect(odd.totals.in_count).toBe(3)
  })

  test('late is said in days', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.spirited)
    await desk.ok('desk.finish', {})
    desk.clock.pass(10 * 86_400_000)
    await desk.ok('desk.mode', { mode: 'in' })
    const back = await desk.scan(ITEMS.spirited)
    expect(back.band?.sentence).toContain('3 days late')
  })

  test('a card in the middle of a cart opens the account', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.educated)
    const opened = await desk.scan(CARDS.dana)
    expect([opened.mode, opened.patron?.name]).toEqual(['out', 'Dana Miller'])
  })
})

describe('undo and renew', () => {
  test('the bottom bar says when things are due now: set by hand, renewed, and undone', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.spirited)
    const lent = await desk.scan(ITEMS.warmth)
    expect(lent.totals.due_range_text).toBe('Due Tue, Dec 1 to Tue, Dec 15')
    const set = { item_barcode: ITEMS.spirited, due_on: '2026-12-04' }
    const byHand = await desk.ok('desk.set-due', { commandId: desk.id(), ...set })
    expect(byHand.snapshot.totals.due_range_text).toBe('Due Fri, Dec 4 to Tue, Dec 15')
    const undo = async (): Promise<string> =>
      (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot.totals.due_range_text
    expect(await undo()).toBe('Due Tue, Dec 1 to Tue, Dec 15')
    desk.clock.pass(86_400_000)
    const renewed = await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(renewed.snapshot.totals.due_range_text).toBe('Due Tue, Dec 1 to Wed, Dec 16')
    expect(await undo()).toBe('Due Tue, Dec 1 to Tue, Dec 15')
    // The check-outs are a day old by now.
    expect(await desk.call('desk.undo', { commandId: desk.id() })).toMatchObject({ code: 'nothing-to-undo' })
  })

  test('the last check-out is undone by an entry, and the journal still adds up', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.scan(ITEMS.educated)
    const { snapshot } = await desk.ok('desk.undo', { commandId: desk.id() })
    expect(snapshot.rows[0]).toMatchObject({ title: 'Educated', is_undone: true })
    expect(snapshot.patron?.loans.map((loan) => loan.title)).toEqual(['The Warmth of Other Suns'])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.call('desk.undo', { commandId: desk.id() })).toMatchObject({ code: 'nothing-to-undo' })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('a check-in is undone: the loan is as it was', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const before = await desk.ok('patron.get', { card_barcode: CARDS.dana })
    await desk.ok('desk.finish', {})
    desk.clock.pass(60_000)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.ok('patron.get', { card_barcode: CARDS.dana })).toEqual(before)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('renewing all tells the reason for each that could not', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.scan(ITEMS.spirited)
    desk.clock.pass(3 * 86_400_000)
    const { snapshot } = await desk.ok('desk.renew-all', { commandId: desk.id() })
    expect(snapshot.band).toMatchObject({ heading: '2 renewed', sentence: '1 until Fri, Dec 4, 1 until Fri, Dec 18.' })
    const again = await desk.ok('desk.renew-all', { commandId: desk.id() })
    expect(again.snapshot.band).toMatchObject({ outcome: 'done', heading: 'Nothing renewed' })
    expect(again.snapshot.rows[0]).toMatchObject({ happened: short('renewal-no-gain'), is_unchanged: true, notes: [] })
  })
})

describe('who is at the desk', () => {
  test('nobody signed in: a book does nothing, a badge signs in', async () => {
    const desk = await workingDesk()
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    expect((await desk.scan(ITEMS.warmth)).band).toMatchObject({ outcome: 'stop', heading: says('not-signed-in') })
    const { stage, staff } = await rosaComes(desk)
    expect([stage, staff?.name]).toEqual(['desk', 'Rosa Ortiz'])
  })

  test('five wrong PINs pause signing in; the badge still works', async () => {
    const desk = await workingDesk()
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    const wrong = (): Promise<unknown> =>
      desk.call('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: '0000' })
    for (let tried = 0; tried < 4; tried += 1) expect(await wrong()).toMatchObject({ code: 'sign-in-failed' })
    expect(await wrong()).toMatchObject({ code: 'sign-in-paused' })
    expect(await desk.call('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: '471108' })).toMatchObject({
      code: 'sign-in-paused',
    })
    expect((await rosaComes(desk)).stage).toBe('desk')
  })

  test('every event names who was signed in', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const [event] = (await desk.ok('journal.recent', { limit: 1 })).events
    expect(event).toMatchObject({ kind: 'item-checked-out', staff_code: 'rortiz', item_barcode: ITEMS.warmth })
  })
})

test('an answer comes before the word that the desk changed: the screen asks for nothing that it has', async () => {
  const desk = await workingDesk()
  const told = (): readonly number[] =>
    desk.pushes.flatMap((push) => (push.topic === 'desk-changed' ? [push.version] : []))
  const turn = (): Promise<void> => new Promise((done) => setImmediate(done))
  await turn()
  const before_count = told().length
  const { version } = await desk.scan(CARDS.dana)
  expect(told()).toHaveLength(before_count)
  await turn()
  expect(told().slice(before_count)).toEqual([version])
})
