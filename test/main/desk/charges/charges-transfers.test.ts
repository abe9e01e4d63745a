/** What acts of money leave in the journal: each a transfer, with what it was for and by which way money goes back. */
import { describe, expect, test } from 'vitest'
import { BILLED, found } from '../../support/found-desk.ts'
import { chargesOnFile, days, lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { recorded } from '../../support/staff.ts'

const OTHER = `INSERT INTO charge (external_id, patron_id, kind, charged_at_ms, amount_cents, owed_cents, note)
  VALUES ('c9', 1, 'manual', 0, 700, 700, '')`

describe('what goes back for something found', () => {
  test.each([
    ['onto the account', { found_paid_kind: 'credit' }, 'refund-due-credit'],
    ['out of the drawer', { found_paid_kind: 'refund', refund_paid_kind: 'drawer' }, 'refund-due-drawer'],
    ['by check', { found_paid_kind: 'refund', refund_paid_kind: 'office-check' }, 'refund-due-check'],
  ] as const)('%s: the entry says so', async (_, lost, credit) => {
    const { desk } = await found({ ...BILLED, policy: { lost }, paid_cents: 2000 })
    const moved = await recorded(desk, 'charge-moved')
    expect(moved).toContainEqual(expect.objectContaining({ code: 'found', debit: 'income', credit }))
  })

  test('pays another charge by one transfer, which names both', async () => {
    const lost = { is_refund_less_owed: 1, refund_paid_kind: 'drawer' }
    const { desk } = await found({ ...BILLED, policy: { lost, also: [OTHER] }, paid_cents: 2000 })
    const applied = (await recorded(desk, 'charge-moved')).find((one) => 'code' in one && one.code === 'applied')
    expect(applied).toMatchObject({
      pays_ref: 'c9',
      debit: 'refund-due-drawer',
      credit: 'receivable',
      amount_cents: 700,
    })
    const charges = await chargesOnFile(desk)
    expect(charges.map((one) => [one.kind, one.owed_cents, one.refund_due_cents])).toContainEqual(['manual', 0, 0])
  })
})

test('a fine that the bill takes off is made as canceled, owes nothing, and comes back with the item', async () => {
  const { desk } = await found({ ...BILLED, policy: {}, paid_cents: 0 })
  const fine = (await recorded(desk, 'charge-made')).find((one) => 'kind' in one && one.kind === 'overdue')
  expect(fine).toMatchObject({ debit: 'canceled', amount_cents: 500, fund: 'fines' })
  const moved = await recorded(desk, 'charge-moved')
  expect(moved).toContainEqual(expect.objectContaining({ code: 'restored', debit: 'receivable', credit: 'canceled' }))
  expect((await chargesOnFile(desk)).find((one) => one.kind === 'overdue')).toMatchObject({ owed_cents: 500 })
})

test('undoing is the mirror, and names what it undoes', async () => {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 24)
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  const [made] = await recorded(desk, 'charge-made')
  const [undone] = await recorded(desk, 'charge-moved')
  expect(made).toMatchObject({ debit: 'receivable' })
  expect(undone).toMatchObject({ code: 'charged', debit: 'income', credit: 'receivable' })
  expect(undone && 'of' in undone && undone.of).toMatch(/\.\d+\.\d+$/)
  expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 0, refund_due_cents: 0 }])
})
