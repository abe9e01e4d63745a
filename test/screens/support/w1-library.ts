/** The library of the worked day W1 for the screens: its drawers, what it sells, and what its patrons owe. */
import type { Day, Event } from '../../tables/w1-day.ts'
import { chargesOf } from '../../tables/w1-day.ts'
import { CARDS } from './library.ts'

const dollars = (cents: number): string => (cents / 100).toFixed(2)

/** Who pays which event of the day: each their own charges alone. */
const PAYERS: Readonly<Record<number, readonly [patron_id: string, card: string]>> = {
  1: ['P1', CARDS.dana],
  2: ['P2', CARDS.omar],
  5: ['P3', CARDS.flora],
  9: ['P6', CARDS.harold],
}

export function cardOf({ n }: Pick<Event, 'n'>): string {
  return PAYERS[n]?.[1] ?? ''
}

export function chargeRef({ n }: Pick<Event, 'n'>, item: string): string {
  return `W1-${n}-${item}`
}

/** Of what is sold: its key, and the fund of the books. */
const PRODUCTS = [
  { item: 'book_sale', name: 'Sale book', key: 'B', fund: 'book-sale' },
  { item: 'copies', name: 'Copies', key: 'C', fund: 'copies' },
  { item: 'nonresident_card', name: 'Nonresident card', key: 'N', fund: 'cards' },
  { item: 'friends', name: 'Gift to the Friends', key: 'F', fund: '' },
] as const

export function keyFor(item: string): string {
  return PRODUCTS.find((one) => one.item === item)?.key.toLowerCase() ?? ''
}

function productRows({ events }: Day): readonly string[] {
  return PRODUCTS.map(({ item, name, key, fund }, at) => {
    const sold = events.find((one) => one.item === item)
    if (sold === undefined) return `${item},${name},${key},,held,,friends,0,${at}`
    const price = dollars(sold.net ?? sold.unit ?? sold.amount)
    return `${item},${name},${key},${price},sale,${fund},,${sold.tax_rate_bp},${at}`
  })
}

function chargeRows({ events }: Day): readonly string[] {
  return events.flatMap((one) =>
    chargesOf(one).map(([item, amount]) => {
      return `${chargeRef(one, item)},${PAYERS[one.n]?.[0] ?? ''},${item},2026-01-0${one.n} 10:00,${dollars(amount)}`
    }),
  )
}

/** Files of the library's folder, by name. */
export function w1Files(day: Day): Readonly<Record<string, string>> {
  const counted = day.count.pieces.map((one) => one.denomination_cents).toSorted((one, other) => other - one)
  const csv = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('')
  return {
    'settings.csv': csv('name,value', `counted_pieces_cents,"[${counted.join(',')}]"`),
    'cash_drawers.csv': csv('drawer_code,name,branch_code', 'DESK,Front desk,MAPLE', 'EARLIER,Earlier,MAPLE'),
    'cash_reasons.csv': csv('reason_code,name,used_for,fund', 'POSTAGE,Postage,paid-out,postage'),
    'products.csv': csv('product_code,name,key_letter,price,kind,fund,payee,tax_bp,order_number', ...productRows(day)),
    'charges.csv': csv('charge_id,patron_id,kind,charged_at,amount', ...chargeRows(day)),
  }
}
