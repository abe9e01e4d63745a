/**
 * The basket of the person at the desk: what is sold, and whose charges are paid besides. It belongs to the session, so
 * that a reload and a new station process find it again. Records nothing.
 */
import { grossOf } from '../../../../shared/cash/line-sums.ts'
import type { CashRules, Product } from '../../../../shared/cash/rules.ts'
import {
  EMPTY_BASKET,
  isBasketEmpty,
  saleId,
  withoutPayer,
  withoutSale,
  withSale,
} from '../../../../shared/desk/session/basket.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { quietBand } from '../../../../shared/desk/words/words.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { Cents } from '../../../../shared/kernel/money.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { saleLine } from '../../../cash/payment-lines.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

type Sale = Desk['session']['basket']['sales'][number]

/** What is sold, and what it comes to with its tax; null for what is sold no more, or not at this price. */
export function saleNow(
  rules: CashRules,
  sale: Sale,
): { readonly product: Product; readonly amount_cents: Cents } | null {
  const product = rules.products.find((one) => one.product_code === sale.product_code)
  const line = saleLine(rules, sale)
  return product === undefined || isRefusal(line) ? null : { product, amount_cents: grossOf(line) }
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
  const sale = { product_code: product.product_code, quantity_count, price_cents }
  const line = saleLine(rules, sale)
  if (isRefusal(line)) return line
  const basket = withSale(desk.session.basket, sale)
  if (basket === null) return refuse('basket-full')
  const whole = basket.sales.find((one) => saleId(one) === saleId(sale))
  const all = whole === undefined ? line : saleLine(rules, whole)
  if (isRefusal(all)) return all
  desk.session = changed({ ...desk.session, basket })
  const { words, money } = speechOf(desk)
  const { pay } = words.pages
  const what = pay.counted(product.name, quantity_count)
  desk.session = withBand(desk.session, quietBand(pay.added(what, money(grossOf(line))), pay.added_how))
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
