/**
 * What becomes of a loan that is sealed as most are, cut back as it was to Tue December 1, when Dana's card expires: it
 * is recalled, an outage moves it, it is billed as lost and found with a question open. Each entry says the date that
 * is sealed of the loan, and the desk goes by the true one. Lent on Tue November 24; uncut it would be due on the 15th.
 */
import { expect, test } from 'vitest'
import { found, BILLED } from '../../support/found-desk.ts'
import { holdDesk, setting, TITLES } from '../../support/hold-desk.ts'
import { rosaAt } from '../../support/desk.ts'
import { days, lend, moneyDesk } from '../../support/money-desk.ts'
import { settled } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, sealedIn } from '../../support/staff.ts'

const EXPIRES = `UPDATE patron SET expires_on = '2026-12-01' WHERE patron_id = 1`
const [NOV_30, DEC_1, DEC_2, DEC_15] = [0, 1, 2, 15].map((day) => Date.UTC(2026, 11, day + 1, 5, 59, 59))
const CLEAN = { problems: [] }

test('recalled, and the recall undone', async () => {
  const guaranteed = setting('recall_guaranteed_days_count', '2')
  const desk = await holdDesk([EXPIRES, guaranteed, setting('recall_return_days_count', '6')])
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await desk.placed(CARDS.omar, TITLES.warmth)
  await desk.ok('desk.recall', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect(await desk.ok('journal.verify', {})).toMatchObject(CLEAN)
  expect(await sealedIn(desk, 'loan-recalled')).toMatchObject([{ due_before_ms: DEC_15, due_at_ms: NOV_30 }])
  expect(await sealedIn(desk, 'recall-undone')).toMatchObject([{ due_at_ms: DEC_15 }])
})

test('moved by an outage on the day it was due, settled, and back', async () => {
  const desk = await moneyDesk({ also: [EXPIRES] })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 7)
  const stretch = { from_ms: Date.UTC(2026, 11, 1, 15), to_ms: Date.UTC(2026, 11, 2, 3) }
  days(desk, 1)
  await desk.ok('outage.declare', { commandId: desk.id(), ...stretch, reason: 'power-cut', is_extending: true })
  expect(await desk.ok('journal.verify', {})).toMatchObject(CLEAN)
  expect(await settled(desk)).toBeGreaterThan(0)
  const again = await rosaAt(await desk.reopen())
  expect(await again.ok('loan.check-in', { commandId: again.id(), item_barcode: ITEMS.warmth })).toMatchObject({
    days_overdue: 0,
  })
  expect(await sealedIn(again, 'due-date-set')).toMatchObject([{ due_before_ms: DEC_15, due_at_ms: DEC_2 }])
  expect(await sealedIn(again, 'item-checked-in')).toMatchObject([{ loan: { due_at_ms: DEC_2 } }])
})

test('billed as lost, found, and settled by the answer of a person', async () => {
  const policy = { lost: { found_unpaid_kind: 'ask' }, also: [EXPIRES] } as const
  const { desk } = await found({ ...BILLED, policy })
  await answer(desk, '2')
  expect(await desk.ok('journal.verify', {})).toMatchObject(CLEAN)
  expect(await sealedIn(desk, 'return-asked')).toMatchObject([{ loan: { due_at_ms: DEC_15 } }])
  const charges = await sealedIn(desk, 'charge-made')
  expect(charges.length).toBeGreaterThan(2)
  for (const one of charges) expect(one).toMatchObject({ period: null, basis: { by: 'hand' } })
  expect(JSON.stringify(charges)).not.toContain(String(DEC_1))
})
