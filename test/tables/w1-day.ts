/**
 * The worked day W1 (../shared/data/cash/figures.json) as somebody works it at a desk, through its methods alone. Every
 * amount is one of the figures.
 */
import { z } from 'zod'
import type { Input } from '../../shared/ipc/contract.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { CARDS } from '../main/support/small-library.ts'
import { readSharedJson } from '../support/shared-data.ts'

const piecesRead = z.record(z.string(), z.number()).transform((pieces) => {
  return Object.entries(pieces).map(([piece, pieces_count]) => ({ denomination_cents: Number(piece), pieces_count }))
})
const counted = z.object({ total: z.number(), pieces: piecesRead })
const sums = z.record(z.string(), z.number())

const event = z.object({
  n: z.number(),
  kind: z.string(),
  item: z.string().default(''),
  items: sums.default({}),
  amount: z.number().default(0),
  owed: z.number().optional(),
  net: z.number().optional(),
  tax: z.number().default(0),
  tax_rate_bp: z.number().default(0),
  qty: z.number().default(1),
  unit: z.number().optional(),
  tender: z.string().default('cash'),
  tenders: sums.optional(),
  tendered: z.number().optional(),
  change: z.number().default(0),
  of_event: z.number().default(0),
  payee: z.string().default(''),
  in: z.number().default(0),
  no_sale_count: z.number().default(0),
  drawer: z.number(),
})
export type Event = z.infer<typeof event>

const day = z.object({
  float: counted,
  events: z.array(event),
  expected: z.object({ drawer: z.number(), checks: z.number(), card: z.number() }),
  count: counted,
  over_short: z.number(),
  deposit: z.object({
    left_in_drawer: z.number(),
    from_drawer: z.number(),
    from_safe_drop: z.number(),
    returned_to_change_fund: z.number(),
    cash: z.number(),
    checks: z.number(),
    total: z.number(),
  }),
  journal_cash_basis: z.object({ dr: sums, cr: sums, total: z.number() }),
  not_in_journal: z.object({ waived: z.number(), change_swap: z.number() }),
})
export type Day = z.infer<typeof day>

export function readDay(folder: string): Day {
  return z.object({ W1_full_day: day }).parse(readSharedJson(folder, 'cash/figures.json')).W1_full_day
}

/** What goes from the safe into the bag. */
export const fromSafe = ({ deposit }: Day): number => deposit.from_safe_drop - deposit.returned_to_change_fund

/** A way to the methods of a desk. */
export type Door = Pick<TestDesk, 'ok' | 'id'>

const PATRON_ID = 1
const HERE = { drawer_code: 'DESK' }
const EARLIER = { drawer_code: 'EARLIER' }
const refOf = (n: number, item: string): string => `W1-${n}-${item}`

/** What patrons owe of an event. A refund is of what was paid on an earlier day. */
export function chargesOf(one: Event): readonly (readonly [item: string, amount: number])[] {
  if (one.kind !== 'payment' && one.kind !== 'refund') return []
  return one.item === '' ? Object.entries(one.items) : [[one.item, one.owed ?? one.amount]]
}

/** What the library sells, its drawers and its postage, and what the patron owes: rows of the reference file. */
export function libraryOf({ events }: Day): readonly string[] {
  const charges = events.flatMap((one) => chargesOf(one).map((charge) => [one.n, ...charge] as const))
  const product = (item: string): Event =>
    must(
      events.find((one) => one.item === item),
      item,
    )
  const [book, copy, card] = ['book_sale', 'copies', 'nonresident_card'].map(product)
  return [
    `INSERT INTO cash_drawer VALUES ('DESK', 'Desk', '*'), ('EARLIER', 'Earlier', '*')`,
    `INSERT INTO cash_reason VALUES ('POSTAGE', 'Postage', 'paid-out', 'postage')`,
    `INSERT INTO product VALUES
      ('book_sale', 'Book', NULL, ${book?.net}, 'sale', 'book-sale', NULL, ${book?.tax_rate_bp}, 10, 1),
      ('copies', 'Copies', NULL, ${copy?.unit}, 'sale', 'copies', NULL, 0, 20, 1),
      ('nonresident_card', 'Card', NULL, ${card?.amount}, 'sale', 'cards', NULL, 0, 30, 1),
      ('friends', 'Friends', NULL, NULL, 'held', NULL, 'friends', 0, 40, 1)`,
    ...charges.map(([n, item, amount]) => {
      return `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents,
        owed_cents, note) VALUES ('${refOf(n, item)}', ${PATRON_ID}, NULL, '${item}', 0, ${amount},
        ${amount}, '')`
    }),
  ]
}

type Take = Input<'payment.take'>

/** The tenders of an event; another name for the card is all that differs. */
function tendersOf(one: Event): Take['tenders'] {
  const parts = one.tenders ?? { [one.tender]: one.amount }
  return Object.entries(parts).map(([tender, amount_cents]) => {
    if (tender === 'cash') return { tender, tendered_cents: one.tendered ?? amount_cents }
    if (tender === 'check') return { tender, amount_cents, check_number: '101' }
    return { tender: 'card', amount_cents, authorization: '1', last_four: '4242' }
  })
}

const UNASKED = { pay_cents: null, is_exact_possible: true, is_large_meant: true, paper: null }

async function take(door: Door, one: Event, drawer_code: string): Promise<string> {
  const isAll = one.owed === undefined
  const charges = chargesOf(one).map(([item, amount]) => {
    return { charge_ref: refOf(one.n, item), amount_cents: isAll ? amount : one.amount }
  })
  const product_code = one.kind === 'agency' ? one.payee : one.item
  const price_cents = one.kind === 'agency' ? one.amount : null
  const sales = charges.length > 0 ? [] : [{ product_code, quantity_count: one.qty, price_cents }]
  const given = { ...UNASKED, drawer_code, charges, sales, tenders: tendersOf(one) }
  const { done } = await door.ok('payment.take', { commandId: door.id(), ...given })
  const { full_receipt_number, change_cents } = must(done, 'nobody is asked')
  if (change_cents !== one.change) throw new Error(`payment ${one.n} gives ${change_cents} back`)
  return full_receipt_number
}

/** The receipts by the number of their event. */
type Receipts = Map<number, string>

async function acts(door: Door, one: Event, receipts: Receipts, events: readonly Event[]): Promise<unknown> {
  const { amount: amount_cents } = one
  const here = { commandId: door.id(), ...HERE }
  const placed = { ...here, place: 'safe', pieces: null, total_cents: amount_cents, bag_number: '' } as const
  const alone = { receiver_code: '', receiver_cents: null }
  switch (one.kind) {
    case 'payment':
    case 'sale':
    case 'agency':
      return receipts.set(one.n, await take(door, one, HERE.drawer_code))
    case 'waive': {
      const of = must(
        events.find(({ n }) => n === one.of_event),
        'the event that is waived',
      )
      const waived = { charge_ref: refOf(of.n, of.item), amount_cents, reason: 'other' }
      return door.ok('charge.waive', { commandId: door.id(), ...waived })
    }
    case 'void': {
      const receipt_ref = receipts.get(one.of_event) ?? ''
      return door.ok('payment.void', { commandId: door.id(), receipt_ref, reason: 'CHANGED-MIND' })
    }
    case 'refund': {
      const lines = [{ line_number: 1, amount_cents: null }]
      const what = { of: 'receipt' as const, receipt: receipts.get(one.n) ?? '', lines }
      const how = { to: { tender: 'cash' as const }, reason: 'ITEM-FOUND', is_exact_possible: true }
      return door.ok('refund.pay', { ...here, what, ...how })
    }
    case 'paid_out':
      return door.ok('drawer.pay', { ...here, way: 'out', reason: 'POSTAGE', amount_cents })
    case 'change_swap':
      return door.ok('drawer.unlock', { ...here, what: { purpose: 'make-change', amount_cents: one.in } })
    case 'safe_drop':
      return door.ok('drawer.place', { ...placed, ...alone, way: 'out' })
    case 'paid_in_from_safe':
      return door.ok('drawer.place', { ...placed, ...alone, way: 'in' })
    default:
      throw new Error(`the desk has nothing for ${one.kind}`)
  }
}

const NOTHING_FOUND = { checks_count: 0, checks_cents: 0, card_total_cents: null }
const CLOSE = { reason: '', note: '', bag_number: '', safe_cents: 0 }

/** What is refunded in the day was paid at another drawer, which is closed by now. */
export async function workEarlier(door: Door, { events }: Day): Promise<Receipts> {
  const receipts: Receipts = new Map()
  await door.ok('place.count', { commandId: door.id(), place: 'safe', pieces: null, total_cents: 0 })
  await door.ok('drawer.open', { commandId: door.id(), ...EARLIER, pieces: null, total_cents: 0 })
  let total_cents = 0
  for (const one of events.filter(({ kind }) => kind === 'refund')) {
    receipts.set(one.n, await take(door, one, EARLIER.drawer_code))
    total_cents += one.amount
  }
  const count = { ...EARLIER, reason: 'closing', pieces: null, total_cents } as const
  await door.ok('drawer.count', { commandId: door.id(), ...count })
  await door.ok('closing.found', { commandId: door.id(), ...EARLIER, ...NOTHING_FOUND })
  await door.ok('drawer.close', { commandId: door.id(), ...EARLIER, ...CLOSE, leave_cents: total_cents })
  return receipts
}

/** Opens the drawer and does what is done in the day. @returns its session */
export async function workDay(door: Door, { float, events }: Day, receipts: Receipts): Promise<string> {
  await door.ok('desk.scan', { commandId: door.id(), text: CARDS.dana, source: 'scan' })
  const opening = { ...HERE, pieces: float.pieces, total_cents: null }
  const { done } = await door.ok('drawer.open', { commandId: door.id(), ...opening })
  for (const one of events) await acts(door, one, receipts, events)
  return must(done, 'it is open').entry_ref
}

/** Counts by pieces, and closes with the reason of what is short. */
export async function closeDay(door: Door, { count, expected, deposit, ...one }: Day): Promise<void> {
  const counting = { ...HERE, reason: 'closing', pieces: count.pieces, total_cents: null } as const
  await door.ok('drawer.count', { commandId: door.id(), ...counting })
  const { checks: checks_cents, card: card_total_cents } = expected
  const found = { checks_count: 1, checks_cents, card_total_cents }
  await door.ok('closing.found', { commandId: door.id(), ...HERE, ...found })
  const bag = { bag_number: 'B-1', safe_cents: fromSafe({ count, expected, deposit, ...one }) }
  const leave = { ...CLOSE, ...bag, reason: 'WRONG-CHANGE', leave_cents: deposit.left_in_drawer }
  await door.ok('drawer.close', { commandId: door.id(), ...HERE, ...leave })
}
