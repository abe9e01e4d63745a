/**
 * What is over is forgotten: read in the bytes of both files, without their key. The patron's record number must not
 * stand in them any more often than before she borrowed anything.
 */
import type { Input } from '../../../../shared/ipc/contract.ts'
import { describe, expect, test } from 'vitest'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { logBytes, privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'
import { PAGES } from '../../../support/said.ts'

async function lend(desk: PrivateDesk, ...items: readonly string[]): Promise<void> {
  await desk.scan(ZENOBIA.card)
  for (const item of items) expect((await desk.scan(item)).band?.outcome).toBe('done')
  await desk.ok('desk.finish', {})
}

async function takeBack(desk: PrivateDesk, item: string): Promise<void> {
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: item })
}

/** She says that she returned it, and then it comes back. @returns the question that the return asks */
async function claimAndTakeBack(desk: PrivateDesk, item_barcode: string): Promise<string> {
  await lend(desk, item_barcode)
  await desk.scan(ZENOBIA.card)
  const claim = { item_barcode, claim: 'returned', claimed_on: '2026-11-24' } as const
  await desk.ok('claim.make', { commandId: desk.id(), ...claim })
  await desk.ok('desk.finish', {})
  await takeBack(desk, item_barcode)
  const [[question_ref]] = desk.rows('SELECT question_ref FROM return_question') as [[string]]
  return question_ref
}

const DAY_HOURS = 24
const openings = (desk: PrivateDesk): Promise<unknown> => desk.ok('journal.verify', {})
const CLEAN = { problems: [] }

describe('a loan that is over', () => {
  test('is traced to nobody after an hour, in no file and in no log', async () => {
    const desk = await privateDesk()
    const before = desk.traces()
    expect(before.journal).toBe(0)
    await lend(desk, ITEMS.warmth, ITEMS.educated)
    await takeBack(desk, ITEMS.warmth)
    await takeBack(desk, ITEMS.educated)
    expect(desk.traces().journal).toBeGreaterThan(before.journal)
    desk.hours(0.9)
    expect(desk.traces().journal).toBeGreaterThan(before.journal)
    desk.hours(0.2)
    expect(desk.traces()).toEqual(before)
    expect(logBytes(desk.folder)).toBe(0)
    expect(await openings(desk)).toMatchObject(CLEAN)
  })

  test('is traced as long as the library keeps it, and no longer', async () => {
    const desk = await privateDesk({ loan_history_days_count: '7' })
    const before = desk.traces()
    await lend(desk, ITEMS.warmth)
    await takeBack(desk, ITEMS.warmth)
    desk.hours(6 * DAY_HOURS)
    expect(desk.traces().journal).toBeGreaterThan(before.journal)
    desk.hours(DAY_HOURS + 1)
    expect(desk.traces()).toEqual(before)
  })

  test('is known so long for damage found later, settled or not; a check-out undone is nobody’s', async () => {
    const desk = await privateDesk({ loan_history_days_count: '7' })
    const canCharge = async () => {
      const { snapshot } = await desk.ok('desk.go', { page: { place: 'item', about: ITEMS.warmth } })
      const has = snapshot.page?.acts.some((one) => one.label === PAGES.items.damage.act) ?? false
      await desk.ok('desk.clear', {})
      return has
    }
    await desk.scan(ZENOBIA.card)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await canCharge()).toBe(false)
    await lend(desk, ITEMS.warmth)
    await takeBack(desk, ITEMS.warmth)
    desk.hours(6 * DAY_HOURS)
    expect(desk.rows('SELECT count(*) FROM overlay_loan')).toEqual([[0]])
    expect(await canCharge()).toBe(true)
    desk.hours(2 * DAY_HOURS)
    expect(await canCharge()).toBe(false)
  })

  test('that the card’s expiry cut short is explained while it is out, sealed nowhere, and forgotten', async () => {
    const capped = ["UPDATE patron SET expires_on = '2026-12-01'", 'UPDATE loan_rule SET is_capped_at_expiry = 1']
    const desk = await privateDesk({}, capped)
    await lend(desk, ITEMS.warmth)
    const renewal = await desk.ok('loan.preview', {
      card_barcode: ZENOBIA.card,
      item_barcode: ITEMS.educated,
    })
    expect(renewal.due_text).toBe('Tue, Dec 1')
    const kept = desk.rows(`SELECT json_extract(content, '$.steps[1]') FROM unsealed`)
    expect(kept).toEqual([[JSON.stringify({ code: 'card-expires', is_closed: false })]])
    const sealed = JSON.stringify(desk.rows('SELECT content FROM event'))
    expect(sealed).toContain('item-checked-out')
    expect(sealed).not.toMatch(/card-expires|category/)
    await takeBack(desk, ITEMS.warmth)
    desk.hours(2)
    expect(desk.rows('SELECT content FROM unsealed')).toEqual([])
  })

  test('while another is still out, tells of that one alone', async () => {
    const desk = await privateDesk()
    await lend(desk, ITEMS.warmth, ITEMS.educated)
    await takeBack(desk, ITEMS.educated)
    desk.hours(2)
    // The journal keeps whose the open loan is: the reference file may be exchanged.
    const party = `SELECT count(*) FROM party`
    expect(desk.rows(party)).toEqual([[1]])
    const open = `SELECT item.barcode FROM ref.loan JOIN ref.item USING (item_id) WHERE patron_id = ${ZENOBIA.patron_id}
      UNION SELECT item.barcode FROM overlay_loan JOIN ref.item USING (item_id) WHERE patron_id = ${ZENOBIA.patron_id}`
    expect(desk.rows(open)).toEqual([[ITEMS.warmth]])
    await takeBack(desk, ITEMS.warmth)
    desk.hours(2)
    expect(desk.rows(party)).toEqual([[0]])
  })

  test('that came with the library’s data is gone from it too, also while an account stands open', async () => {
    const columns = 'item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count'
    const values = `item_id, 'import:l1', '${'ab'.repeat(16)}', ${ZENOBIA.patron_id}, 'MAPLE', 0`
    const loan = `INSERT INTO loan (${columns}) SELECT ${values}, ${Date.UTC(2026, 11, 1)}, 0 FROM item
      WHERE barcode = '${ITEMS.becoming}'`
    const desk = await privateDesk({}, [loan])
    const before = desk.traces()
    await takeBack(desk, ITEMS.becoming)
    // Dana's account stays open: nobody touches the desk for hours.
    await desk.scan(CARDS.dana)
    desk.hours(0.9)
    expect(desk.traces().reference).toBe(before.reference)
    desk.hours(0.5)
    desk.hours(0.5)
    expect(desk.rows('SELECT count(*) FROM ref.loan')).toEqual([[0]])
    await desk.ok('desk.clear', {})
    desk.hours(0)
    expect(desk.traces().reference).toBeLessThan(before.reference)
  })

  test('leaves no last borrower to charge for damage', async () => {
    const damage = { part: '', is_beyond_use: false, amount_cents: 300, note: '' }
    const desk = await privateDesk()
    await lend(desk, ITEMS.warmth)
    await takeBack(desk, ITEMS.warmth)
    desk.hours(2)
    const asked = { commandId: desk.id(), item_barcode: ITEMS.warmth, ...damage }
    expect(await desk.call('item.damaged', asked)).toMatchObject({ code: 'last-patron-unknown' })
    // Within the hour the damage can still be put to whoever brought it back.
    await lend(desk, ITEMS.educated)
    await takeBack(desk, ITEMS.educated)
    await desk.ok('item.damaged', { ...asked, commandId: desk.id(), item_barcode: ITEMS.educated })
  })
})

describe('a hold that is over', () => {
  test.each([
    ['filled: with the loan it became', '0', 2],
    ['filled, where loans are kept a week', '7', 7 * DAY_HOURS + 2],
  ])('%s', async (_name, loan_history_days_count, hours) => {
    const desk = await privateDesk({ loan_history_days_count, holds_kept_days_count: '90' })
    const before = desk.traces()
    const place = { card_barcode: ZENOBIA.card, title_id: 2, item_barcode: null, pickup_branch: 'MAPLE' }
    await desk.ok('hold.place-for', { commandId: desk.id(), ...place })
    await lend(desk, ITEMS.educated)
    await takeBack(desk, ITEMS.educated)
    expect(desk.traces().journal).toBeGreaterThan(before.journal)
    desk.hours(hours)
    expect(desk.traces()).toEqual(before)
    expect(await openings(desk)).toMatchObject(CLEAN)
  })

  test('canceled: after the days the library keeps it', async () => {
    const desk = await privateDesk({ holds_kept_days_count: '30' })
    const before = desk.traces()
    const place = { card_barcode: ZENOBIA.card, title_id: 2, item_barcode: null, pickup_branch: 'MAPLE' }
    const { hold_ref } = await desk.ok('hold.place-for', { commandId: desk.id(), ...place })
    await desk.scan(ZENOBIA.card)
    await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref })
    await desk.ok('desk.clear', {})
    desk.hours(29 * DAY_HOURS)
    expect(desk.rows('SELECT count(*) FROM party')).toEqual([[1]])
    desk.hours(2 * DAY_HOURS)
    expect(desk.traces()).toEqual(before)
  })
})

describe('money', () => {
  /** Zenobia brings a book back a few days late and the fine is waived. Leaves nobody open. */
  async function lateAndSettled(desk: PrivateDesk, hoursBetween: number): Promise<void> {
    await lend(desk, ITEMS.warmth)
    desk.clock.pass(25 * DAY_HOURS * 3_600_000)
    await takeBack(desk, ITEMS.warmth)
    desk.hours(hoursBetween)
    const owed = desk.rows(
      'SELECT charge_ref FROM overlay_charge UNION SELECT external_id FROM ref.charge WHERE patron_id > 5',
    )
    const charge_ref = String((owed[0] as string[])[0])
    await desk.scan(ZENOBIA.card)
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: null, reason: 'hardship' })
    await desk.ok('desk.finish', {})
  }

  const SUMS = `SELECT (SELECT coalesce(sum(amount_cents), 0) FROM ref.charge)
    + (SELECT coalesce(sum(amount_cents), 0) FROM forgotten_charge)
    + (SELECT coalesce(sum(amount_cents), 0) FROM overlay_charge AS own
        WHERE NOT EXISTS (SELECT 1 FROM ref.charge WHERE external_id = own.charge_ref))`

  test('as long as a fine is owed, it says for what', async () => {
    const desk = await privateDesk()
    await lend(desk, ITEMS.warmth)
    desk.clock.pass(25 * DAY_HOURS * 3_600_000)
    await takeBack(desk, ITEMS.warmth)
    desk.hours(100 * DAY_HOURS)
    const charge = `SELECT owed_cents > 0, barcode FROM ref.charge JOIN ref.item USING (item_id)
      WHERE patron_id = ${ZENOBIA.patron_id}`
    expect(desk.rows(charge)).toEqual([[1, ITEMS.warmth]])
  })

  test('once it is settled, the sum stays and nobody is in it', async () => {
    const desk = await privateDesk()
    const before = desk.traces()
    await lateAndSettled(desk, 30)
    const [sum] = desk.rows(SUMS)
    expect(Number((sum as number[])[0])).toBeGreaterThan(1200)
    desk.hours(2)
    desk.hours(1)
    expect(desk.traces()).toEqual(before)
    expect(desk.rows(SUMS)).toEqual([sum])
    expect(desk.rows('SELECT kind, charges_count FROM forgotten_charge')).toEqual([['overdue', 1]])
    expect(await openings(desk)).toMatchObject(CLEAN)
  })

  test('a paid charge that came with the data loses its item, and stays the library’s', async () => {
    const paid = `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
        note) SELECT 'c9', ${ZENOBIA.patron_id}, item_id, 'overdue', 0, 500, 0, 'The Warmth, late' FROM item
      WHERE barcode = '${ITEMS.warmth}'`
    const desk = await privateDesk({}, [paid])
    desk.hours(0)
    const row = `SELECT item_id, note, amount_cents FROM ref.charge WHERE external_id = 'c9'`
    expect(desk.rows(row)).toEqual([[null, '', 500]])
  })
})

describe('claims', () => {
  test('an ended one is a number in its month, and still counts against the limit', async () => {
    const desk = await privateDesk()
    const question_ref = await claimAndTakeBack(desk, ITEMS.warmth)
    desk.hours(2)
    // Nobody has said yet where it was: so long it is known whose the question is.
    expect(desk.rows('SELECT count(*) FROM ref.patron_claim')).toEqual([[1]])
    const brought = { question_ref, found: 'brought', charge: null, receipt: null } as const
    await desk.ok('return.answer', { commandId: desk.id(), ...brought })
    desk.hours(2)
    desk.hours(1)
    expect(desk.rows('SELECT count(*) FROM return_question')).toEqual([[0]])
    expect(desk.rows('SELECT count(*) FROM ref.patron_claim')).toEqual([[0]])
    expect(desk.rows('SELECT claims_count FROM forgotten_claim')).toEqual([[1]])
    expect(desk.rows('SELECT count(*) FROM party')).toEqual([[0]])
    await lend(desk, ITEMS.educated)
    await desk.scan(ZENOBIA.card)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    expect(JSON.stringify(snapshot.page)).toContain('Claim 2 of 3 in twelve months.')
  })

  test('a question that is open again, since its answer was undone, is known as long as it waits', async () => {
    const desk = await privateDesk()
    const question_ref = await claimAndTakeBack(desk, ITEMS.warmth)
    const question = `SELECT question_ref, patron_id FROM return_question`
    const asked = desk.rows(question)
    // A reference of an event names its place in the journal.
    const whose = `SELECT count(*) FROM party WHERE '${question_ref}' LIKE '%.' || epoch || '.' || seq`
    const brought = { question_ref, found: 'brought', charge: null, receipt: null } as const
    await desk.ok('return.answer', { commandId: desk.id(), ...brought })
    await desk.ok('desk.undo', { commandId: desk.id() })
    desk.hours(2)
    desk.hours(1)
    expect(desk.rows(question)).toEqual(asked)
    expect(desk.rows(whose)).toEqual([[1]])
    await desk.ok('return.answer', { commandId: desk.id(), ...brought })
    for (const hours of [2, 2, 1]) desk.hours(hours)
    expect(desk.rows('SELECT count(*) FROM party')).toEqual([[0]])
  })

  test('two of a month are two, and one that is still open stays as it is', async () => {
    const desk = await privateDesk()
    const items = [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]
    await lend(desk, ...items)
    await desk.scan(ZENOBIA.card)
    for (const item_barcode of items) {
      const claim = { item_barcode, claim: 'returned', claimed_on: '2026-11-24' } as const
      await desk.ok('claim.make', { commandId: desk.id(), ...claim })
    }
    await desk.ok('desk.finish', {})
    await takeBack(desk, ITEMS.warmth)
    await takeBack(desk, ITEMS.educated)
    for (const row of desk.rows('SELECT question_ref FROM return_question')) {
      const [question_ref] = row as [string]
      const brought = { question_ref, found: 'brought', charge: null, receipt: null } as const
      await desk.ok('return.answer', { commandId: desk.id(), ...brought })
    }
    for (const hours of [2, 2, 1]) desk.hours(hours)
    expect(desk.rows('SELECT claims_count FROM forgotten_claim')).toEqual([[2]])
    expect(desk.rows('SELECT status FROM ref.patron_claim')).toEqual([['open']])
  })

  test('one that proved right is no number at all', async () => {
    const desk = await privateDesk()
    await lend(desk, ITEMS.warmth)
    await desk.scan(ZENOBIA.card)
    const claim = { item_barcode: ITEMS.warmth, claim: 'returned', claimed_on: '2026-11-24' } as const
    await desk.ok('claim.make', { commandId: desk.id(), ...claim })
    await desk.ok('desk.mode', { mode: 'inventory' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    desk.hours(2)
    desk.hours(1)
    expect(desk.rows('SELECT count(*) FROM ref.patron_claim')).toEqual([[0]])
    expect(desk.rows('SELECT claims_count FROM forgotten_claim')).toEqual([])
  })
})

describe('notes', () => {
  const TEXT = 'Prefers the large window seat'

  test('one that was taken off is gone with what it said', async () => {
    const desk = await privateDesk()
    await desk.scan(ZENOBIA.card)
    await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text: TEXT, until_on: null })
    const [ref] = desk.rows(`SELECT row_key FROM overlay_row WHERE content LIKE '%${TEXT}%'`)
    await desk.ok('note.remove', { commandId: desk.id(), note_ref: String((ref as string[])[0]) })
    await desk.ok('desk.clear', {})
    expect(desk.says(TEXT)).toBe(true)
    desk.hours(2)
    expect(desk.says(TEXT)).toBe(false)
  })

  test('an old one goes by itself; one that stops lending stays', async () => {
    const desk = await privateDesk({ notes_kept_days_count: '30' })
    await desk.scan(ZENOBIA.card)
    await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text: TEXT, until_on: null })
    await desk.ok('note.write', { commandId: desk.id(), kind: 'block', text: 'Has our ladder', until_on: null })
    await desk.ok('desk.clear', {})
    desk.hours(29 * DAY_HOURS)
    expect(desk.says(TEXT)).toBe(true)
    desk.hours(2 * DAY_HOURS)
    expect([desk.says(TEXT), desk.says('Has our ladder')]).toEqual([false, true])
  })
})

describe('the seals of commands', () => {
  const seals = (desk: PrivateDesk): unknown => desk.rows('SELECT count(*) FROM command_seal')
  const RECALL = { role: 'staff', grant: 'recall', is_granted: true, amount_cents_max: null, days_count_max: null }

  type Typed = readonly [string, (desk: PrivateDesk) => Promise<unknown>]
  test.each<Typed>([
    ['the recovery key', (desk) => desk.ok('recovery-key.show', { commandId: desk.id() })],
    ['a role', (desk) => desk.ok('role.set', { commandId: desk.id(), ...RECALL } as Input<'role.set'>)],
    ['staff', (desk) => desk.ok('staff.new-badge', { commandId: desk.id(), staff_code: 'rortiz' })],
  ])('of the own PIN, typed for %s, are gone after an hour', async (_, typed) => {
    const desk = await privateDesk()
    await typed(desk)
    expect(seals(desk)).toEqual([[2]])
    desk.hours(0.9)
    desk.hours(0.2)
    expect(seals(desk)).toEqual([[0]])
  })

  test('of a PIN are gone after an hour; of an open loan they stay as long as whose it is', async () => {
    const desk = await privateDesk()
    await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'rortiz', new_pin: '258014' })
    const asked = { commandId: desk.id(), card_barcode: ZENOBIA.card, item_barcode: ITEMS.warmth }
    await desk.ok('loan.check-out', asked)
    // The clerk's PIN after the badge, the new PIN, and the loan.
    expect(seals(desk)).toEqual([[3]])
    desk.hours(0.9)
    expect(seals(desk)).toEqual([[3]])
    desk.hours(0.2)
    expect(seals(desk)).toEqual([[1]])
    const other = { ...asked, card_barcode: CARDS.omar }
    expect(await desk.call('loan.check-out', other)).toMatchObject({ kind: 'refused', code: 'command-changed' })
  })
})
