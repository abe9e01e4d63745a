/** The worked day of a drawer (W1) through the contract: each act moves the drawer by what the day says. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectedOf } from '../../../main/cash/sessions.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { describeWithSharedData, readSharedJson } from '../../support/shared-data.ts'
import { bareDesk } from '../support/bare-desk.ts'
import type { TestDesk } from '../support/desk.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'

const day = z.object({
  W1_full_day: z.object({
    float: z.object({ total: z.number(), pieces: z.record(z.string(), z.number()) }),
    events: z.array(z.object({ n: z.number(), drawer: z.number() })),
    expected: z.object({ drawer: z.number(), checks: z.number(), card: z.number() }),
    over_short: z.number(),
    count: z.object({ total: z.number() }),
  }),
})

const LIBRARY = [
  `INSERT INTO cash_drawer VALUES ('DESK', 'Desk', '*'), ('EARLIER', 'Earlier', '*')`,
  `INSERT INTO product VALUES ('BOOK', 'Sale book', NULL, 400, 'sale', 'book-sale', NULL, 825, 10, 1)`,
  `INSERT INTO product VALUES ('COPY', 'Copies', NULL, 10, 'sale', 'copies', NULL, 0, 20, 1)`,
  `INSERT INTO product VALUES ('CARD', 'Card of another town', NULL, 6000, 'sale', 'cards', NULL, 0, 30, 1)`,
  `INSERT INTO product VALUES ('FRIENDS', 'Friends', NULL, NULL, 'held', NULL, 'friends', 0, 40, 1)`,
]

type Take = Input<'payment.take'>
type Given = Partial<Pick<Take, 'charges' | 'sales'>> & Pick<Take, 'tenders'>

async function take(desk: TestDesk, drawer_code: string, given: Given): Promise<string> {
  const rest = { pay_cents: null, is_exact_possible: true, is_large_meant: true, paper: null }
  const input = { commandId: desk.id(), drawer_code, charges: [], sales: [], ...rest, ...given }
  return (await desk.ok('payment.take', input)).done?.receipt_number ?? ''
}

const sold = (product_code: string, quantity_count = 1, price_cents: number | null = null): Take['sales'] => {
  return [{ product_code, quantity_count, price_cents }]
}
const cash = (tendered_cents: number): Take['tenders'][number] => ({ tender: 'cash', tendered_cents })

/** A charge of the open patron. */
async function charge(desk: TestDesk, amount_cents: number): Promise<Take['charges'][number]> {
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents, note: '' })
  const { events } = await desk.ok('journal.recent', { limit: 1 })
  return { charge_ref: events[0]?.event ?? '', amount_cents: null }
}

type Act = (desk: TestDesk, own: { receipt: string; charge_ref: string; earlier: string }) => Promise<unknown>
const HERE = { drawer_code: 'DESK' }
const PLACED = {
  ...HERE,
  place: 'safe',
  pieces: null,
  bag_number: '',
  receiver_code: '',
  receiver_cents: null,
} as const

/** What is done, by its number in the day. */
const ACTS: Readonly<Record<number, Act>> = {
  1: async (desk) => take(desk, 'DESK', { charges: [await charge(desk, 175)], tenders: [cash(500)] }),
  2: async (desk) => {
    const card = { tender: 'card', amount_cents: 2399, authorization: '1', last_four: '4242' } as const
    return take(desk, 'DESK', { charges: [await charge(desk, 1899), await charge(desk, 500)], tenders: [card] })
  },
  3: (desk) => take(desk, 'DESK', { sales: sold('BOOK'), tenders: [cash(500)] }),
  4: async (desk, own) => {
    own.receipt = await take(desk, 'DESK', { sales: sold('COPY', 12), tenders: [cash(120)] })
  },
  5: async (desk, own) => {
    const { charge_ref } = await charge(desk, 1250)
    own.charge_ref = charge_ref
    return take(desk, 'DESK', { charges: [{ charge_ref, amount_cents: 500 }], tenders: [cash(500)] })
  },
  6: (desk) => {
    const check = { tender: 'check', amount_cents: 4000, check_number: '101' } as const
    return take(desk, 'DESK', { sales: sold('CARD'), tenders: [cash(2000), check] })
  },
  7: (desk, { charge_ref }) => {
    const waived = { charge_ref, amount_cents: 750, reason: 'other' }
    return desk.ok('charge.waive', { commandId: desk.id(), ...waived })
  },
  8: (desk, { receipt }) => {
    return desk.ok('payment.void', { commandId: desk.id(), receipt_ref: receipt, reason: 'CHANGED-MIND' })
  },
  9: (desk, { earlier }) => {
    const what = { of: 'receipt' as const, receipt: earlier, lines: [{ line_count: 1, amount_cents: null }] }
    const to = { tender: 'cash' as const }
    const how = { ...HERE, what, to, reason: 'ITEM-FOUND', is_exact_possible: true }
    return desk.ok('refund.pay', { commandId: desk.id(), ...how })
  },
  10: (desk) => {
    return desk.ok('drawer.pay', { commandId: desk.id(), ...HERE, way: 'out', reason: 'POSTAGE', amount_cents: 360 })
  },
  11: (desk) => {
    const what = { why: 'make-change' as const, amount_cents: 2000 }
    return desk.ok('drawer.unlock', { commandId: desk.id(), ...HERE, what })
  },
  12: (desk) => desk.ok('drawer.place', { commandId: desk.id(), ...PLACED, way: 'out', total_cents: 2000 }),
  13: (desk) => desk.ok('drawer.place', { commandId: desk.id(), ...PLACED, way: 'in', total_cents: 1000 }),
  14: (desk) => take(desk, 'DESK', { sales: sold('FRIENDS', 1, 200), tenders: [cash(200)] }),
}

describeWithSharedData('the worked day of a drawer at a real desk', (folder) => {
  test('comes to what it should, in cash, checks and on the card', async () => {
    const { W1_full_day: w1 } = day.parse(readSharedJson(folder, 'cash/figures.json'))
    const desk = await moneyDesk({ also: LIBRARY })
    const commandId = (): string => desk.id()
    await desk.scan(CARDS.dana)
    const none = { pieces: null, total_cents: 0 }
    await desk.ok('drawer.open', { commandId: commandId(), drawer_code: 'EARLIER', ...none })
    const charges = [await charge(desk, 1500)]
    const earlier = await take(desk, 'EARLIER', { charges, tenders: [cash(1500)] })
    const pieces = Object.entries(w1.float.pieces).map(([piece, pieces_count]) => {
      return { denomination_cents: Number(piece), pieces_count }
    })
    const { done } = await desk.ok('drawer.open', { commandId: commandId(), ...HERE, pieces, total_cents: null })
    expect(done?.total_cents).toBe(w1.float.total)
    const own = { receipt: '', charge_ref: '', earlier }
    for (const { n } of w1.events) await ACTS[n]?.(desk, own)
    const { count } = w1
    await desk.ok('drawer.count', {
      commandId: commandId(),
      ...HERE,
      why: 'closing',
      pieces: null,
      total_cents: count.total,
    })
    await desk.station.close()
    const held = expectedOf(bareDesk(desk.folder).library, done?.entry_ref ?? '')
    const { drawer, checks, card } = w1.expected
    expect(held).toEqual({ cash_cents: drawer, checks_cents: checks, card_cents: card })
    expect(count.total - held.cash_cents).toBe(w1.over_short)
  })
})
