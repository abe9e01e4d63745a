/** The worked day W1 of a drawer as its acts, for every test that reckons with it. */
import type { DrawerAct, Receipt } from '../../shared/ledger/drawer-acts.ts'
import { cents } from '../../shared/kernel/money.ts'

export const SESSION = 'D.1.1'

const none = { rounding_cents: cents(0), others: [] } as const

export function charge(fund: string, amount: number) {
  return { of: 'charge', charge_ref: `D.1.${fund}`, fund, amount_cents: cents(amount) } as const
}

export function sale(fund: string, amount: number, tax = 0) {
  return { of: 'sale', fund, amount_cents: cents(amount), tax_cents: cents(tax) } as const
}

export function cashFor(line: Receipt['lines'][number], drawer: number): DrawerAct {
  return { act: 'received', lines: [line], drawer_cents: cents(drawer), ...none }
}

const COPIES = { lines: [sale('copies', 120)], drawer_cents: cents(120), ...none } as const
/** The events of the day by their number; a waiver (7) and a swap (11) move no money of the drawer. */
export const WORKED_DAY: Readonly<Record<number, DrawerAct>> = {
  1: cashFor(charge('fines', 175), 175),
  2: {
    act: 'received',
    lines: [charge('lost', 1899), charge('processing', 500)],
    drawer_cents: cents(0),
    rounding_cents: cents(0),
    others: [{ tender: 'card', amount_cents: cents(2399) }],
  },
  3: cashFor(sale('book-sale', 400, 33), 433),
  4: { act: 'received', ...COPIES },
  5: cashFor(charge('fines', 500), 500),
  6: {
    act: 'received',
    lines: [sale('cards', 6000)],
    drawer_cents: cents(2000),
    rounding_cents: cents(0),
    others: [{ tender: 'check', amount_cents: cents(4000) }],
  },
  8: { act: 'voided', receipt: COPIES },
  9: {
    act: 'refunded',
    lines: [{ of: 'charge', charge_ref: 'D.1.9', fund: 'lost', amount_cents: cents(1500) }],
    tender: 'cash',
    due: 'drawer',
    rounding_cents: cents(0),
  },
  10: { act: 'paid-out', fund: 'postage', amount_cents: cents(360) },
  12: { act: 'placed', way: 'out', place: 'safe', amount_cents: cents(2000) },
  13: { act: 'placed', way: 'in', place: 'safe', amount_cents: cents(1000) },
  14: cashFor({ of: 'held', payee: 'friends', amount_cents: cents(200) }, 200),
}

/** The entries of the books as the worked day names them. */
export const WORKED_BOOKS: Readonly<Record<string, string>> = {
  bank: 'bank ',
  card_clearing: 'card-clearing ',
  over_short: 'short cash',
  postage_expense: 'paid-out postage',
  fines: 'income fines',
  lost: 'income lost',
  processing: 'income processing',
  book_sale: 'income book-sale',
  sales_tax_payable: 'sales-tax ',
  copies: 'income copies',
  nonresident: 'income cards',
  friends_payable: 'held-for-others friends',
}
