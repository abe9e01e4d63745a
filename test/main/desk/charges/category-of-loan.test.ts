/**
 * What a loan costs goes by the category and the branch that its patron had when it was made or renewed: to change one,
 * take the item back and undo the change lets nothing off. Books cost residents $0.25 a day, and children nothing.
 */
import { describe, expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { recorded } from '../../support/staff.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { days, lend, moneyDesk } from '../../support/money-desk.ts'
import { forgotten } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import type { TestDesk } from '../../support/desk.ts'

const CHILD = `INSERT INTO patron_category VALUES ('CHILD', 'Child', 50, 1000, NULL, 36, 1, NULL, NULL, NULL, NULL)`
const FREE = `INSERT INTO lost_rule SELECT 'FREE', branch_code, 'CHILD', item_type_code, lost_after_count,
  lost_after_unit, 'none', NULL, 0, is_processing_refundable, is_overdue_kept, found_unpaid_kind, found_paid_kind,
  is_overdue_restored, is_overdue_counted_anew, lost_refund_kind, overdue_refund_kind, refund_within_count,
  refund_within_unit, refund_from_kind, refund_cents_min, is_refund_less_owed, is_receipt_required, refund_paid_kind,
  no_return_after_days_count FROM lost_rule WHERE rule_code = 'LOST'`

async function edited(desk: TestDesk, change: Partial<Input<'patron.edit'>>): Promise<void> {
  await desk.scan(CARDS.dana)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const edit = snapshot.page?.acts.find(({ call }) => call?.method === 'patron.edit')
  const { typed } = must(edit?.call?.input as Input<'patron.edit'> | undefined, 'the form')
  await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: '', ...change })
}

const recategorized = async (desk: TestDesk, category_code: string) => edited(desk, { category_code })

async function late(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [CHILD, FREE] })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 23)
  return desk
}

async function back(desk: TestDesk): Promise<void> {
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.mode', { mode: 'out' })
}

const charged = async (desk: TestDesk) =>
  ((await recorded(desk, 'charge-made')) as readonly { amount_cents: number }[]).map((one) => one.amount_cents)

describe('a loan costs by the category that it was made with', () => {
  test('changed before the return and undone after it: the fine is the same', async () => {
    const desk = await late()
    await recategorized(desk, 'CHILD')
    await back(desk)
    await recategorized(desk, 'ADULT')
    expect(await charged(desk)).toEqual([50])
  })

  test('undone by Ctrl+Z before the return: the fine is the same', async () => {
    const desk = await late()
    await recategorized(desk, 'CHILD')
    await desk.ok('desk.undo', { commandId: desk.id() })
    await back(desk)
    expect(await charged(desk)).toEqual([50])
  })

  test('billed as lost meanwhile: the price and the fee are those of the loan', async () => {
    const desk = await late()
    await recategorized(desk, 'CHILD')
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    expect(await charged(desk)).toEqual([300, 2000, 50])
  })

  test('lent, or renewed, after the change: it costs by the other category', async () => {
    const desk = await late()
    await recategorized(desk, 'CHILD')
    await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    days(desk, 30)
    await recategorized(desk, 'ADULT')
    await back(desk)
    expect(await charged(desk)).toEqual([50])
  })
})

test('the branch of the patron rules, and was changed before the return: the fine is the same', async () => {
  const desk = await moneyDesk({ fine: { branch_code: 'MAPLE' }, settings: { rule_branch_from: 'patron' } })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 23)
  await edited(desk, { branch_code: 'NORTH' })
  await back(desk)
  expect(await charged(desk)).toEqual([50])
})

describe('two records of two categories are made one', () => {
  const OMAR_CHILD = `UPDATE patron SET category_code = 'CHILD' WHERE patron_id = 2`

  /** Dana, who pays fines, has a late book; her record becomes that of Omar, who pays none. */
  async function made(): Promise<TestDesk> {
    const desk = await moneyDesk({ also: [CHILD, FREE, OMAR_CHILD] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 23)
    await merge(desk)
    return desk
  }

  async function merge(desk: TestDesk): Promise<void> {
    await desk.scan(CARDS.omar)
    await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.dana })
    await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: 1, turned: [] })
  }

  test('a loan of the former record costs what it did', async () => {
    const desk = await made()
    await back(desk)
    expect(await charged(desk)).toEqual([50])
  })

  test('and after the merge was undone', async () => {
    const desk = await made()
    await desk.ok('desk.undo', { commandId: desk.id() })
    await back(desk)
    expect(await charged(desk)).toEqual([50])
  })

  test('renewed in between, it costs by the category that it was renewed with', async () => {
    const desk = await made()
    const event = (await desk.ok('work-log.list', { limit: 1 })).entries[0]?.event ?? ''
    await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    desk.clock.pass(60_000)
    await desk.ok('desk.undo-act', { commandId: desk.id(), event })
    days(desk, 30)
    await back(desk)
    expect(await charged(desk)).toEqual([50])
  })

  test('whose loan it was is forgotten beside it, once it is over', async () => {
    const desk = await made()
    await back(desk)
    const kept = 'SELECT count(*) AS kept_count FROM ruled_before'
    expect(await rowsClosed(desk, kept)).toEqual([{ kept_count: 1 }])
    await forgotten(desk)
    expect(await rowsClosed(desk, kept)).toEqual([{ kept_count: 0 }])
  })
})
