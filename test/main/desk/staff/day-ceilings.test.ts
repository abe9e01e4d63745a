/**
 * Beside the ceiling of one act there is one of the day, for what a person lets off or gives back alone: many small
 * ones come to something. A clerk goes to $5.00 at once and to $25.00 in a day. On real files.
 */
import { describe, expect, test } from 'vitest'
import { cashFor, days, lend, moneyDesk, pageOf } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, comes, BEN, recorded, WEI } from '../../support/staff.ts'
import { elsewhere, type TestDesk } from '../../support/desk.ts'
import { MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { told } from '../../../support/said.ts'

const READ = `INSERT INTO in_kind_tender VALUES ('READ', 'Read down', 'hour', 300, 1, 1, 1, 1, NULL, NULL, 1)`
const FOOD = `INSERT INTO in_kind_tender VALUES ('FOOD', 'Food for fines', 'piece', 100, 1, 1, 1, 1, NULL, NULL, 1)`
const CASE = `INSERT INTO fee_rule VALUES ('CASE', '*', '*', '*', 'damage', 'Case', 501)`
const FEE = 500

const reason = 'first-time'

async function withBen(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [READ, FOOD, CASE] })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await benAtDesk(desk)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 20_000 })
  await desk.scan(CARDS.owing)
  return desk
}

async function charge(desk: TestDesk): Promise<string> {
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: FEE, note: '' })
  return (await desk.ok('journal.recent', { limit: 1 })).events[0]?.event ?? ''
}

type Act = (desk: TestDesk) => Promise<unknown>

/** A fee of the table, $5.00 below it. */
const below: Act = (desk) =>
  desk.ok('charge.add', { commandId: desk.id(), fee_code: 'CASE', amount_cents: 1, note: '' })

function waiving(amount_cents: number): Act {
  return async (desk) => {
    const one = { charge_ref: await charge(desk), amount_cents, reason }
    await desk.ok('charge.waive', { commandId: desk.id(), ...one })
  }
}

const waive = waiving(FEE)

const voids: Act = async (desk) => {
  await desk.ok('charge.void', { commandId: desk.id(), charge_ref: await charge(desk), reason })
}

/** Given for a charge of its own: minutes of reading, or pieces of food. */
function given(kind_code: string, quantity_count: number): Act {
  return async (desk) => {
    const tenders = [{ tender: 'in-kind', kind_code, quantity_count, amount_cents: null } as const]
    const fixed = { drawer_code: '', is_exact_possible: true, is_large_meant: false, paper: null, sales: [] }
    const charges = [{ charge_ref: await charge(desk), amount_cents: null }]
    await desk.ok('payment.take', { commandId: desk.id(), ...fixed, charges, pay_cents: null, tenders })
  }
}

/** Takes the charge in cash, and gives it back. */
const refund: Act = async (desk) => {
  const charge_ref = await charge(desk)
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...cashFor(charge_ref, FEE) })
  const what = {
    of: 'receipt' as const,
    receipt: done?.full_receipt_number ?? '',
    lines: [{ line_number: 1, amount_cents: null }],
  }
  const to = { tender: 'cash' as const }
  const wish = { drawer_code: '', what, to, payee_name: '', reason: 'CHARGED-IN-ERROR', is_exact_possible: true }
  await desk.ok('refund.pay', { commandId: desk.id(), ...wish })
}

/** Takes the charge in cash, and voids the receipt. */
const voidsReceipt: Act = async (desk) => {
  const charge_ref = await charge(desk)
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...cashFor(charge_ref, FEE) })
  const gone = { receipt_ref: done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' }
  await desk.ok('payment.void', { commandId: desk.id(), ...gone })
}

const waits = async (desk: TestDesk): Promise<number> =>
  (await desk.ok('desk.snapshot', {})).snapshot.totals.undecided_count

describe('the day of a clerk', () => {
  test.each<[string, readonly Act[]]>([
    ['waivers', [waive, waive, waive, waive, waive]],
    ['voids', [voids, voids, voids, voids, voids]],
    ['charges below the fee table', [below, below, below, below, below]],
    ['waivers, voids and reading together', [waive, voids, given('READ', 100), waive, voids]],
    ['voids of receipts', [voidsReceipt, voidsReceipt, voidsReceipt, voidsReceipt, voidsReceipt]],
    ['refunds', [refund, refund, refund, refund, refund]],
  ])('%s: five of $5.00, and the sixth waits for a second person', async (_, acts) => {
    const desk = await withBen()
    for (const act of acts) await act(desk)
    expect(await waits(desk)).toBe(0)
    const [first] = acts
    await first?.(desk)
    expect(await waits(desk)).toBe(1)
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await waits(desk)).toBe(0)
    // What was approved is no part of the day.
    desk.clock.pass(MS_PER_DAY)
    await comes(desk, BEN)
    await desk.scan(CARDS.owing)
    await first?.(desk)
    expect(await waits(desk)).toBe(0)
  })

  test('a fine that is let off at a return counts, and one beyond the day is charged', async () => {
    const desk = await withBen()
    days(desk, 23)
    for (const act of [waive, waive, waive, waive, waive]) await act(desk)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_amnesty: true })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(
      told({ code: 'fine-charged', amount_cents: 50 }, { code: 'not-let-off' }),
    )
  })

  test('reading is as a waiver in one act too, and says who approved it; food is not', async () => {
    const desk = await withBen()
    await charge(desk)
    const both = { drawer_code: '', is_exact_possible: true, is_large_meant: false, paper: null, sales: [] }
    const tenders = [{ tender: 'in-kind', kind_code: 'READ', quantity_count: 200, amount_cents: null } as const]
    const charges = [{ charge_ref: 'c1', amount_cents: null }]
    await desk.ok('payment.take', { commandId: desk.id(), ...both, charges, pay_cents: 1000, tenders })
    expect(await waits(desk)).toBe(1)
    await answer(desk, '1')
    await approve(desk, WEI)
    for (const act of Array.from({ length: 6 }, () => given('FOOD', 5))) await act(desk)
    expect(await waits(desk)).toBe(0)
    const made = (await recorded(desk, 'receipt-made')) as readonly { receipt: { in_kind: readonly object[] } }[]
    expect(made.flatMap(({ receipt }) => receipt.in_kind)).toContainEqual(
      expect.objectContaining({ kind_code: 'READ', approved_by: 'WZ-1' }),
    )
  })

  test.each([
    ['made by the same clerk, counts', true, 1],
    ['made by another clerk, does not', false, 0],
  ])('the fine of a claim that is found, %s', async (_, isOwn, count) => {
    const desk = await withBen()
    days(desk, 23)
    if (!isOwn) await comes(desk, WEI)
    await desk.scan(CARDS.dana)
    await desk.ok('claim.make', {
      commandId: desk.id(),
      item_barcode: ITEMS.warmth,
      claim: 'returned',
      claimed_on: '2026-12-17',
    })
    if (!isOwn) await comes(desk, BEN)
    const task = (await pageOf(desk, 'tasks')).sections.flatMap((one) => (one.kind === 'table' ? one.rows : []))
    const [claim_ref = ''] = task.flatMap(({ row_id: id }) =>
      id.startsWith('claim ') ? [id.replace('claim ', '')] : [],
    )
    await desk.ok('claim.end', { commandId: desk.id(), claim_ref, reason: 'found' })
    await desk.scan(CARDS.owing)
    for (const act of [waive, waive, waive, waive, waive]) await act(desk)
    expect(await waits(desk)).toBe(count)
  })

  test('beyond the day, a claim of one’s own is found with a second person', async () => {
    const desk = await withBen()
    days(desk, 23)
    for (const act of [waive, waive, waive, waive, waive]) await act(desk)
    await desk.scan(CARDS.dana)
    const claim = { item_barcode: ITEMS.warmth, claim: 'returned', claimed_on: '2026-12-17' } as const
    await desk.ok('claim.make', { commandId: desk.id(), ...claim })
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    expect(await waits(desk)).toBe(1)
    await answer(desk, '1')
    await approve(desk, WEI)
    const moved = (await recorded(desk, 'charge-moved')) as readonly { code: string; approved_by: string }[]
    expect(moved.filter(({ code }) => code === 'claim-found')).toMatchObject([{ approved_by: 'WZ-1' }])
  })

  test('who works alone approves with the own PIN, and what they did so counts in the day', async () => {
    const desk = await withBen()
    for (const act of [waive, waive, waive, waive, waiving(400)]) await act(desk)
    elsewhere(desk, `UPDATE staff SET is_active = 0 WHERE staff_code <> 'BC-1'`)
    await waive(desk)
    expect(await waits(desk)).toBe(1)
    await answer(desk, '1')
    await approve(desk, BEN)
    expect(await waits(desk)).toBe(0)
    await waiving(100)(desk)
    expect(await waits(desk)).toBe(1)
  })
})
