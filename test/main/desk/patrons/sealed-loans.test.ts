/**
 * Loans whose due date or rule would tell whose they are: figured, renewed, fined, undone and explained as any other,
 * and sealed as most are. Zenobia is the one homebound patron, whose books are due in 28 days; others have 21, and five
 * adults borrow here. Today is Tue November 24, 2026.
 */
import { describe, expect, test } from 'vitest'
import type { EventBody, EventKind } from '../../../../shared/journal/event.ts'
import { expectRebuilt, forgotten } from '../../support/reference-files.ts'
import { ITEMS } from '../../support/small-library.ts'
import { answer } from '../../support/staff.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'

const RULE = `INSERT INTO loan_rule VALUES ('HOMEBOUND-28', '*', 'HOMEBOUND', '*', 1, 28, 'days', 'next-open',
  'shorten-to-close', NULL, 'none', 1, 2, NULL, 'today', NULL, NULL, NULL, 'refuse')`
const HOMEBOUND = [
  `INSERT INTO patron_category SELECT 'HOMEBOUND', 'Homebound', loans_count_max, owed_cents_max, overdue_count_max,
    card_months_count, is_fine_free, family_owed_cents_max, overdue_days_count_max, lost_count_max, claims_count_max
    FROM patron_category WHERE category_code = 'ADULT'`,
  RULE,
  `UPDATE patron SET category_code = 'HOMEBOUND' WHERE patron_id = ${ZENOBIA.patron_id}`,
]
/** Four more of them, whom nobody sees. */
const COPIED = `category_code, branch_code, given, preferred_given, given_key, born_on, expires_on, email, phone,
  guardian, language, is_barred, is_active, receipt_kind, is_large_print, guardian_patron_id`
const MORE = [1, 2, 3, 4].map(
  (one) => `INSERT INTO patron (patron_id, external_id, surname, surname_key, ${COPIED})
    SELECT ${1000 + one}, 'ils-${one}', 'Other', 'other', ${COPIED} FROM patron
    WHERE patron_id = ${ZENOBIA.patron_id}`,
)
const expires = (on: string): string => `UPDATE patron SET expires_on = '${on}' WHERE patron_id = ${ZENOBIA.patron_id}`
const EXPIRES_DEC_1 = expires('2026-12-01')
/** Late in the evening in Chicago, as the journal keeps it. */
const [DEC_1, DEC_15, DEC_22] = [1, 15, 22].map((day) => Date.UTC(2026, 11, day + 1, 5, 59, 59))

const DAY_HOURS = 24
const item = (desk: PrivateDesk, item_barcode: string) => ({ commandId: desk.id(), item_barcode })

async function lend(desk: PrivateDesk, ...items: readonly string[]): Promise<unknown[]> {
  const said: unknown[] = [await desk.scan(ZENOBIA.card)]
  for (const one of items) said.push(await desk.scan(one))
  return said
}

/** All that is sealed: bodies of one kind, oldest first. */
function sealed<Kind extends EventKind>(desk: PrivateDesk, kind: Kind): readonly EventBody<Kind>[] {
  const rows = desk.rows(`SELECT json_extract(content, '$.body') FROM event
    WHERE json_extract(content, '$.kind') = '${kind}' ORDER BY event_id`)
  return (rows as [string][]).map(([body]) => JSON.parse(body) as EventBody<Kind>)
}

const loans = (desk: PrivateDesk): unknown =>
  desk.rows('SELECT due_at_ms, sealed_due_at_ms, renewals_count FROM overlay_loan WHERE is_open = 1')
const unsealed = (desk: PrivateDesk): number => desk.rows('SELECT 1 FROM unsealed').length

/** Lent, renewed, dated by hand, explained, overdue, undone and back with a fine. @returns all that was said */
async function course(desk: PrivateDesk): Promise<unknown[]> {
  const said = await lend(desk, ITEMS.warmth, ITEMS.educated, ITEMS.becoming)
  said.push(await desk.ok('desk.undo', { commandId: desk.id() }))
  desk.hours(7 * DAY_HOURS)
  said.push(await desk.scan(ZENOBIA.card))
  said.push(await desk.ok('desk.renew', item(desk, ITEMS.warmth)))
  said.push(await desk.ok('desk.undo', { commandId: desk.id() }))
  said.push(await desk.ok('desk.renew-all', { commandId: desk.id() }))
  said.push(await desk.call('loan.preview', { card_barcode: ZENOBIA.card, item_barcode: ITEMS.warmth }))
  said.push(await desk.call('desk.set-due', { ...item(desk, ITEMS.educated), due_on: '2026-12-30' }))
  said.push(await desk.ok('desk.undo', { commandId: desk.id() }))
  desk.hours(35 * DAY_HOURS)
  said.push(await desk.scan(ZENOBIA.card), await desk.ok('desk.finish', {}))
  said.push(await desk.ok('loan.check-in', item(desk, ITEMS.warmth)))
  said.push(await desk.ok('loan.check-in', item(desk, ITEMS.educated)))
  said.push(await desk.scan(ZENOBIA.card))
  return said
}

/** What is shown, without the ids of rows and commands. */
const shown = (said: unknown[]): unknown =>
  JSON.parse(JSON.stringify(said), (name, value: unknown) => (/_id$|^commandId$/.test(name) ? '' : value))

describe('the one patron of a category', () => {
  test('is told, fined and explained everything as the fifth of one would be', async () => {
    const [alone, fifth] = [await privateDesk({}, HOMEBOUND), await privateDesk({}, [...HOMEBOUND, ...MORE])]
    const [said, as_fifth] = [shown(await course(alone)), shown(await course(fifth))]
    expect(said).toEqual(as_fifth)
    expect(alone.rows('SELECT kind, amount_cents FROM overlay_charge')).toEqual(
      fifth.rows('SELECT kind, amount_cents FROM overlay_charge'),
    )
    expect(JSON.stringify(sealed(fifth, 'loan-renewed'))).toContain('HOMEBOUND-28')
    expect(unsealed(fifth)).toBe(0)
    for (const kind of ['item-checked-out', 'loan-renewed', 'item-checked-in', 'charge-made'] as const) {
      expect(sealed(alone, kind).length).toBe(sealed(fifth, kind).length)
      expect(JSON.stringify(sealed(alone, kind))).not.toContain('HOMEBOUND')
    }
    expect(await alone.ok('journal.verify', {})).toMatchObject({ problems: [] })
  })

  test('is sealed with the date and the rule of most, whatever becomes of the loan', async () => {
    const desk = await privateDesk({}, HOMEBOUND)
    await lend(desk, ITEMS.warmth)
    expect(loans(desk)).toEqual([[DEC_22, DEC_15, 0]])
    expect(sealed(desk, 'item-checked-out')).toMatchObject([{ due_at_ms: DEC_15, rule_code: 'REGULAR' }])
    desk.hours(DAY_HOURS)
    await desk.scan(ZENOBIA.card)
    await desk.ok('desk.renew', item(desk, ITEMS.warmth))
    expect(sealed(desk, 'loan-renewed')).toMatchObject([{ due_before_ms: DEC_15, rule_code: 'REGULAR' }])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(sealed(desk, 'renewal-undone')).toMatchObject([{ due_at_ms: DEC_15 }])
    expect(loans(desk)).toEqual([[DEC_22, DEC_15, 0]])
    await desk.ok('desk.finish', {})
    await desk.ok('loan.check-in', item(desk, ITEMS.warmth))
    expect(sealed(desk, 'item-checked-in')).toMatchObject([{ loan: { due_at_ms: DEC_15 } }])
  })
})

describe('a loan cut back to the day a card expires', () => {
  test('is explained while it is out, and sealed as uncut', async () => {
    const desk = await privateDesk({}, [EXPIRES_DEC_1])
    await lend(desk, ITEMS.warmth)
    expect(loans(desk)).toEqual([[DEC_1, DEC_15, 0]])
    expect(sealed(desk, 'item-checked-out')).toMatchObject([{ due_at_ms: DEC_15, rule_code: 'REGULAR' }])
    expect(desk.rows(`SELECT content FROM unsealed`).flat().join('')).toContain('card-expires')
    expect(JSON.stringify(sealed(desk, 'item-checked-out'))).not.toContain('card-expires')
    const [[facts]] = desk.rows('SELECT content FROM unsealed') as [[string]]
    expect(Object.keys(JSON.parse(facts) as object).toSorted()).toEqual(['due_at_ms', 'steps'])
  })

  test('whose return is undone is due again when it was, and sealed as before', async () => {
    const desk = await privateDesk({}, [EXPIRES_DEC_1])
    await lend(desk, ITEMS.warmth)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    // What has ended shows the date that is sealed.
    expect(desk.rows('SELECT is_open, due_at_ms, sealed_due_at_ms FROM overlay_loan')).toEqual([[0, DEC_15, null]])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(loans(desk)).toEqual([[DEC_1, DEC_15, 0]])
    expect(sealed(desk, 'check-in-undone')).toMatchObject([{ loan: { due_at_ms: DEC_15 } }])
    expect(await desk.ok('journal.verify', {})).toMatchObject({ problems: [] })
  })

  test('ends by its own date, and its facts go with its patron', async () => {
    const desk = await privateDesk({}, [EXPIRES_DEC_1])
    await lend(desk, ITEMS.warmth)
    await desk.ok('desk.finish', {})
    desk.hours(9 * DAY_HOURS)
    const back = await desk.ok('loan.check-in', item(desk, ITEMS.warmth))
    expect(back).toMatchObject({ days_overdue: 2 })
    expect(sealed(desk, 'item-checked-in')).toMatchObject([{ loan: { due_at_ms: DEC_15 }, days_overdue_count: 0 }])
    expect(sealed(desk, 'charge-made')).toMatchObject([{ period: null, basis: { by: 'hand' } }])
    expect(desk.rows('SELECT kind, amount_cents FROM overlay_charge')).toEqual([['overdue', 50]])
    expect(unsealed(desk)).toBe(3)
    desk.hours(2)
    // The fine is still owed: what it was counted from stays with it.
    expect(desk.rows('SELECT owner_ref = (SELECT external_id FROM ref.charge) FROM unsealed')).toEqual([[1]])
    expect(await desk.ok('journal.verify', {})).toMatchObject({ problems: [] })
  })
})

describe('what a person overrode', () => {
  test('about the patron is beside the seal with its reason, about the item in it', async () => {
    const desk = await privateDesk({}, [expires('2026-11-01')])
    await desk.scan(ZENOBIA.card)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    await answer(desk, '1')
    expect(sealed(desk, 'item-checked-out')).toMatchObject([{ overridden: [], approvals: [] }])
    expect(desk.rows(`SELECT json_extract(content, '$.overridden') FROM unsealed`)).toEqual([['["patron-expired"]']])
    expect(desk.rows(`SELECT json_extract(content, '$.approvals[0].reason') <> '' FROM unsealed`)).toEqual([[1]])
  })
})

test('a hold beyond the limit does not say so in the seal', async () => {
  const desk = await privateDesk({ holds_count_max: '1' })
  await desk.scan(ZENOBIA.card)
  const on = { item_barcode: null, is_item_hold: false, pickup_branch: 'MAPLE', expires_on: null }
  for (const [title_id, overridden] of [
    [1, []],
    [2, ['holds-too-many']],
  ] as const) {
    await desk.ok('hold.place', { commandId: desk.id(), ...on, title_id, overridden: [...overridden] })
  }
  expect(sealed(desk, 'hold-placed').map(({ overridden }) => overridden)).toEqual([[], []])
  const over = `SELECT json_extract(content, '$.overridden') FROM unsealed`
  expect(desk.rows(over)).toEqual([['["holds-too-many"]']])
})

test('a date by hand on the day the card expires is sealed as another, and undone as it was', async () => {
  const desk = await privateDesk({}, [expires('2026-12-22'), 'UPDATE loan_rule SET is_capped_at_expiry = 0'])
  await lend(desk, ITEMS.warmth)
  const before = loans(desk)
  const DEC_23 = Date.UTC(2026, 11, 24, 5, 59, 59)
  await desk.ok('desk.set-due', { ...item(desk, ITEMS.warmth), due_on: '2026-12-22' })
  expect(loans(desk)).toEqual([[DEC_22, DEC_23, 0]])
  expect(sealed(desk, 'due-date-set')).toMatchObject([{ due_before_ms: DEC_15, due_at_ms: DEC_23 }])
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(loans(desk)).toEqual(before)
  expect(sealed(desk, 'due-date-set')[1]).toMatchObject({ due_before_ms: DEC_23, due_at_ms: DEC_15 })
  // What was asked can be tried out no longer than for an hour.
  const seals = `SELECT count(*) FROM command_seal JOIN event USING (epoch, seq)
    WHERE json_extract(content, '$.kind') = 'due-date-set'`
  expect(desk.rows(seals)).not.toEqual([[0]])
  await desk.ok('desk.finish', {})
  desk.hours(2)
  expect(desk.rows(seals)).toEqual([[0]])
})

test('what lay beside the seals of an erased patron is gone at once, in every page of the files', async () => {
  const desk = await privateDesk({}, [EXPIRES_DEC_1])
  await lend(desk, ITEMS.warmth)
  await desk.ok('loan.check-in', item(desk, ITEMS.warmth))
  expect(unsealed(desk)).toBe(2)
  expect(desk.says('card-expires')).toBe(true)
  await desk.scan(ZENOBIA.card)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: ZENOBIA.card.slice(-4) })
  expect(unsealed(desk)).toBe(0)
  expect(desk.says('card-expires')).toBe(false)
  expect(await desk.ok('journal.verify', {})).toMatchObject({ problems: [] })
})

test.each<[string, readonly string[]]>([
  ['cut back', [EXPIRES_DEC_1]],
  ['of a small category', HOMEBOUND],
])('every row is rebuilt with such loans open, ended and forgotten: %s', async (_what, sql) => {
  const desk = await privateDesk({}, sql)
  await lend(desk, ITEMS.warmth, ITEMS.educated)
  desk.hours(DAY_HOURS)
  await desk.scan(ZENOBIA.card)
  await desk.ok('desk.renew-all', { commandId: desk.id() })
  await desk.ok('desk.finish', {})
  await desk.ok('loan.check-in', item(desk, ITEMS.warmth))
  expect(await expectRebuilt(desk)).toBeGreaterThan(2)
  await forgotten(desk, false)
  await expectRebuilt(desk)
  await forgotten(desk)
  await expectRebuilt(desk)
})
