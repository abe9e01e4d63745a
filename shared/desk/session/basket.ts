/**
 * What is to be paid beside the charges of the open patron: sales, other patrons whose charges the same person pays,
 * and the receipt on paper that is keyed in. Pure. Belongs to whoever stands at the desk: it is empty for the next one.
 */
import type { PatronId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'

/** One line of the basket. `price_cents`: of one; null: the price of the catalog. */
type BasketSale = {
  readonly product_code: string
  readonly quantity_count: number
  readonly price_cents: number | null
}

export type Basket = {
  /** In the order in which they were added; each product at one price is one line. */
  readonly sales: readonly BasketSale[]
  /** Whose charges are paid as well, in the order in which their cards were scanned. */
  readonly payer_ids: readonly PatronId[]
  /** The receipt that was written by hand; null: none is keyed in. */
  readonly paper: PaperReceipt | null
}

type PaperReceipt = {
  readonly paper_number: string
  readonly written_on: LocalDate
  /** Minutes after midnight; null: the paper has no time. */
  readonly written_minute: number | null
}

/** The name under which the paper is taken out. */
export const PAPER_ID = 'paper'

export const EMPTY_BASKET: Basket = { sales: [], payer_ids: [], paper: null }
export const BASKET_LINES_MAX = 50
export const QUANTITY_COUNT_MAX = 999

export function isBasketEmpty({ sales, payer_ids, paper }: Basket): boolean {
  return sales.length === 0 && payer_ids.length === 0 && paper === null
}

/** The name of a line, for the screen and for taking it out. */
export function saleId({ product_code, price_cents }: BasketSale): string {
  return `sale ${product_code} ${price_cents ?? ''}`.trimEnd()
}

/** The same product at the same price is one line with more of it; null: there is no room for it. */
export function withSale(basket: Basket, sale: BasketSale): Basket | null {
  const same = basket.sales.find((one) => saleId(one) === saleId(sale))
  if (!same) return basket.sales.length < BASKET_LINES_MAX ? { ...basket, sales: [...basket.sales, sale] } : null
  const quantity_count = same.quantity_count + sale.quantity_count
  if (quantity_count > QUANTITY_COUNT_MAX) return null
  return { ...basket, sales: basket.sales.map((one) => (one === same ? { ...one, quantity_count } : one)) }
}

export function withoutSale(basket: Basket, sale_id: string): Basket {
  return { ...basket, sales: basket.sales.filter((one) => saleId(one) !== sale_id) }
}

export function withPayer(basket: Basket, patron_id: PatronId): Basket {
  return { ...basket, payer_ids: [...basket.payer_ids.filter((one) => one !== patron_id), patron_id] }
}

export function withoutPayer(basket: Basket, patron_id: number): Basket {
  return { ...basket, payer_ids: basket.payer_ids.filter((one) => one !== patron_id) }
}
