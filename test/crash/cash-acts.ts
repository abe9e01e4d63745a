/**
 * The acts of a drawer’s day to kill a desk in, in their order: opened by Ben, handed over to Rosa, closed, reviewed by
 * Wei, its bag at the bank; and the safe, counted, settled, and put into a bag.
 */
import { moneyFiles } from '../main/support/money-desk.ts'
import { PIN } from '../main/support/small-library.ts'
import { BEN, staffRow, WEI } from '../main/support/staff.ts'
import type { Act, Refs } from './killed-act.ts'
import { commandsOf } from './killed.ts'

const { command, scan } = commandsOf(44)

const COMES = {
  ben: () => [scan(BEN.badge_barcode)],
  wei: () => [command('staff.sign-in', { initials: WEI.initials, pin: WEI.pin })],
  rosa: () => [command('staff.sign-in', { initials: 'RO', pin: PIN })],
} as const

type By = keyof typeof COMES

/** @param about what it is about, by what the acts before recorded */
function actOn(by: By, what: string, method: string, about: (refs: Refs) => object): Act {
  return { what, commands: (refs) => [...COMES[by](), command(method, about(refs))] }
}

const act = (by: By, what: string, method: string, input: object): Act => actOn(by, what, method, () => input)

const FLOAT = [
  { denomination_cents: 500, pieces_count: 12 },
  { denomination_cents: 25, pieces_count: 160 },
]
const DRAWER = { drawer_code: '' }
const TOTAL = { pieces: null }
const paying = (amount_cents: number, tenders: readonly object[]) => {
  const how = { is_exact_possible: true, is_large_meant: false, paper: null }
  return { ...DRAWER, charges: [{ charge_ref: 'c1', amount_cents }], pay_cents: null, sales: [], tenders, ...how }
}
const BY_CHECK = { tender: 'check', amount_cents: 900, check_number: '1041' }
const placing = (way: 'in' | 'out', place: string, total_cents: number, bag_number = '') => {
  return { ...DRAWER, ...TOTAL, way, place, total_cents, bag_number, receiver_code: '', receiver_cents: null }
}
const counting = (reason: 'mid-shift' | 'closing', total_cents: number) => ({
  ...DRAWER,
  ...TOTAL,
  reason,
  total_cents,
})
const checks = { checks_count: 1, checks_cents: 900 }
const found = { ...DRAWER, ...checks, card_total_cents: null }
const receiving = { ...TOTAL, total_cents: 7900, ...checks }
const closing = { ...DRAWER, reason: 'NOT-KNOWN', note: '', leave_cents: 7800, bag_number: 'B-1', safe_cents: 1000 }
const refunding = {
  receipt: '2',
  line: '1',
  amount_cents: 100,
  tender: 'cash',
  authorization: '',
  last_four: '',
  reason: 'PAID-TWICE',
}
const banking = (bag_ref: string | undefined, banked_cents: number) => {
  return { bag_ref, banked_cents, banked_on: '2026-11-24', is_difference_meant: false }
}
const safe = (total_cents: number) => ({ place: 'safe', ...TOTAL, total_cents })
const settling = (reason: string) => ({ place: 'safe', reason, note: '' })

export const CASH_ACTS: readonly Act[] = [
  act('rosa', 'first count of the safe', 'place.count', safe(500)),
  act('rosa', 'first count that stands', 'place.settle', settling('')),
  act('rosa', 'first count of the change fund', 'place.count', { ...safe(0), place: 'change-fund' }),
  act('ben', 'opening', 'drawer.open', { ...DRAWER, pieces: FLOAT, total_cents: null }),
  act('ben', 'payment to void', 'payment.take', paying(175, [{ tender: 'cash', tendered_cents: 200 }])),
  act('ben', 'void', 'payment.void', { receipt_ref: '1', reason: 'WRONG-AMOUNT' }),
  act('ben', 'payment', 'payment.take', paying(1200, [BY_CHECK, { tender: 'cash', tendered_cents: 500 }])),
  act('ben', 'refund', 'refund.line', refunding),
  act('ben', 'safe drop', 'drawer.place', placing('out', 'safe', 3000)),
  act('ben', 'bank drop', 'drawer.place', placing('out', 'bank-bag', 500, 'B-0')),
  act('ben', 'change order', 'drawer.place', placing('in', 'change-fund', 1000)),
  act('ben', 'paid in', 'drawer.pay', { ...DRAWER, way: 'in', reason: 'FOUND-MONEY', amount_cents: 500 }),
  act('ben', 'paid out', 'drawer.pay', { ...DRAWER, way: 'out', reason: 'POSTAGE', amount_cents: 300 }),
  act('ben', 'count', 'drawer.count', counting('mid-shift', 7900)),
  act('ben', 'count to hand over', 'drawer.count', counting('closing', 7900)),
  act('ben', 'checks to hand over', 'closing.found', found),
  act('rosa', 'count of the receiver', 'drawer.receive', { ...DRAWER, ...receiving }),
  act('rosa', 'hand-over', 'drawer.hand-over', { ...DRAWER, reason: '', note: '' }),
  act('rosa', 'count to close', 'drawer.count', counting('closing', 7900)),
  act('rosa', 'checks to close', 'closing.found', found),
  act('rosa', 'close', 'drawer.close', closing),
  actOn('wei', 'review', 'close.review', (refs) => ({ session_ref: refs.get('session'), is_agreed: true, found: '' })),
  actOn('wei', 'bank confirmation', 'deposit.bank', (refs) => banking(refs.get('close'), 2000)),
  actOn('rosa', 'bank confirmation of the drop', 'deposit.bank', (refs) => banking(refs.get('bank drop'), 500)),
  act('wei', 'count of the safe', 'place.count', safe(2500)),
  act('wei', 'another count of it', 'place.count', safe(2400)),
  act('wei', 'its difference', 'place.settle', settling('NOT-KNOWN')),
  act('wei', 'bag of the safe', 'place.move', { way: 'safe-to-bag', ...TOTAL, total_cents: 400, bag_number: 'B-2' }),
  actOn('rosa', 'its bag at the bank', 'deposit.bank', (refs) => banking(refs.get('bag of the safe'), 400)),
]

/** The files of a library in which the three of them work. */
export const cashFiles = (): string => moneyFiles({ also: [BEN, WEI].map(staffRow) })
