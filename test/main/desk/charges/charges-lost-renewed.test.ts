/**
 * Late, renewed, late again, billed as lost: the fine that the renewal charged is for another lateness. The billing
 * settles the fine since the item was last due, and leaves the other one as it is, paid or not, and so does a find.
 * Price $20.00, processing fee $3.00, $0.25 for each open day.
 */
import { describe, expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { chargesOnFile, days, lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

type Rule = { readonly is_overdue_kept: number; readonly is_overdue_restored: number; readonly is_anew?: number }

/** Due on December 15, renewed on the 19th with $1.00, due on January 9, billed on the 13th. */
async function lost({ is_anew = 0, ...rule }: Rule): Promise<TestDesk> {
  const desk = await moneyDesk({ lost: { ...rule, is_overdue_counted_anew: is_anew } })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 25)
  await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  days(desk, 25)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
  return desk
}

/** Each fine as "charged, owed", in cents, the largest first: that of the renewal. */
async function fines(desk: TestDesk): Promise<readonly (readonly number[])[]> {
  const charges = await chargesOnFile(desk)
  const late = charges.filter((one) => one.kind === 'overdue')
  return late
    .toSorted((one, other) => other.amount_cents - one.amount_cents)
    .map((one) => [one.amount_cents, one.owed_cents])
}

describe('billed as lost', () => {
  test.each([
    ['the fine canceled: only that of now', 0, [100, 100], 0],
    ['the fine kept: both', 1, [100, 100], 75],
  ] as const)('%s', async (_what, is_overdue_kept, renewal, owed) => {
    const desk = await lost({ is_overdue_kept, is_overdue_restored: 0 })
    expect(await fines(desk)).toEqual([renewal, [75, owed]])
  })

  test('undone, both stand as before', async () => {
    const desk = await lost({ is_overdue_kept: 0, is_overdue_restored: 0 })
    expect(await desk.call('desk.undo', { commandId: desk.id() })).toMatchObject({ kind: 'ok' })
    expect((await fines(desk))[0]).toEqual([100, 100])
  })
})

describe('found again', () => {
  test.each([
    ['the fine comes back: that of now', { is_overdue_restored: 1 }, 75],
    ['the fine is counted anew: that of now', { is_overdue_restored: 0, is_anew: 1 }, 100],
    ['the fine stays canceled', { is_overdue_restored: 0 }, 0],
  ] as const)('%s', async (_what, rule, owed) => {
    const desk = await lost({ is_overdue_kept: 0, ...rule })
    days(desk, 1)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    const [renewal, ...others] = await fines(desk)
    expect(renewal).toEqual([100, 100])
    expect(others.reduce((sum, [, left = 0]) => sum + left, 0)).toBe(owed)
  })
})
