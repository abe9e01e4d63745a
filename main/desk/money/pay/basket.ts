/**
 * The basket of the person at the desk: what is sold, and whose charges are paid besides. It belongs to the session, so
 * that a reload and a new station process find it again. Records nothing.
 */
import type { CashRules, Product } from '../../../../shared/cash/rules.ts'
import { taxOf } from '../../../../shared/cash/tax.ts'
import {
  EMPTY_BASKET,
  isBasketEmpty,
  withoutPayer,
  withoutSale,
  withSale,
} from '../../../../shared/desk/session/basket.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { quietBand } from '../../../../shared/desk/words/words.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

type Sale = Desk['session']['basket']['sales'][number]

/** What is sold, and what it comes to; null for one that is sold no more, or has no price. */
export function saleNow(
  { products }: CashRules,
  { product_code, quantity_count, price_cents }: Sale,
): { readonly product: Product; readonly amount_cents: Cents } | null {
  const product = products.find((one) => one.product_code === product_code)
  const price = price_cents ?? product?.price_cents ?? null
  if (!product || price === null) return null
  const amount = cents(price * quantity_count)
  const tax = product.kind === 'sale' ? taxOf(amount, product.tax_bp) : 0
  return { product, amount_cents: cents(amount + tax) }
}

type Adding = Omit<Input<'basket.add'>, 'commandId'>

/** @param isTyped by its letter on the line, which comes before a code of the same name */
export function addToBasket(desk: Desk, adding: Adding, isTyped = false): Refusal | null {
  const { quantity_count, price_cents } = adding
  const asked = adding.product_code.toUpperCase()
  const rules = cashRules(desk.library)
  const byLetter = rules.products.find((one) => one.key_letter === asked)
  const byCode = rules.products.find((one) => one.product_code === adding.product_code)
  const product = isTyped ? (byLetter ?? byCode) : (byCode ?? byLetter)
  if (!product) return refuse('product-unknown', { product: adding.product_code })
  if ((price_cents ?? product.price_cents ?? 0) === 0) return refuse('price-needed', { product: product.name })
  const sale = { product_code: product.product_code, quantity_count, price_cents }
  const basket = withSale(desk.session.basket, sale)
  if (basket === null) return refuse('basket-full')
  desk.session = changed({ ...desk.session, basket })
  const { words, money } = speechOf(desk)
  const amount = saleNow(rules, sale)?.amount_cents ?? cents(0)
  const { pay } = words.pages
  const what = pay.counted(product.name, quantity_count)
  desk.session = withBand(desk.session, quietBand(pay.added(what, money(amount)), pay.added_how))
  return null
}

/** The name of another patron's charges in the basket. */
export function payerId(patron_id: number): string {
  return `payer ${patron_id}`
}

/** Takes a sale or another patron's charges out; nothing happens when it is gone already. */
export function removeFromBasket(desk: Desk, line_id: string): void {
  const { basket } = desk.session
  const payer = basket.payer_ids.find((one) => payerId(one) === line_id)
  const less = payer === undefined ? withoutSale(basket, line_id) : withoutPayer(basket, payer)
  const { pay } = speechOf(desk).words.pages
  desk.session = withBand(changed({ ...desk.session, basket: less }), quietBand(pay.removed))
}

/** Somebody's things wait here to be paid. What a page only has in its fields is not known. */
export function isPaymentHalfEntered({ session }: Desk): boolean {
  return !isBasketEmpty(session.basket)
}

export function emptyBasket(desk: Desk): void {
  desk.session = changed({ ...desk.session, basket: EMPTY_BASKET })
}
