/**
 * The basket of the person at the desk: what is sold, whose charges are paid besides, and the receipt on paper. It
 * belongs to the session, so that a reload and a new station process find it again. Records nothing.
 */
import { grossOf } from '../../../../shared/cash/line-sums.ts'
import type { CashRules, Product } from '../../../../shared/cash/rules.ts'
import {
  EMPTY_BASKET,
  PAPER_ID,
  saleId,
  withoutPayer,
  withoutSale,
  withSale,
} from '../../../../shared/desk/session/basket.ts'
import { readTime } from '../../../../shared/desk/pay/read-time.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { quietBand } from '../../../../shared/desk/words/words.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { Cents } from '../../../../shared/kernel/money.ts'
import { localDate, minuteOfDay } from '../../../../shared/kernel/time.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { paperRefusal } from '../../../cash/paper-session.ts'
import { saleLine } from '../../../cash/payment-lines.ts'
import { here } from '../../../library/here.ts'
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

/** The receipt on paper that the next payment is of. */
export function namePaper(desk: Desk, { paper_number, written_on, time }: Input<'basket.paper'>): Refusal | null {
  const written_minute = time === '' ? null : readTime(time)
  if (time !== '' && written_minute === null) return refuse('paper-time-unread')
  const paper = { paper_number, written_on: localDate(written_on), written_minute }
  const refused = paperRefusal(desk.library, paper)
  if (refused) return refused
  desk.session = changed({ ...desk.session, basket: { ...desk.session.basket, paper } })
  const { pay } = speechOf(desk).words.pages
  desk.session = withBand(desk.session, quietBand(paperSaid(desk), pay.paper.how))
  return null
}

/** "Paper receipt 0143, Nov 26, 2:15 PM"; empty: none is keyed in. */
export function paperSaid(desk: Desk): string {
  const { paper } = desk.session.basket
  if (paper === null) return ''
  const { words, dayOfYear, dateYear, timeOfDay } = speechOf(desk)
  const { paper_number, written_on: on, written_minute: minute } = paper
  const isOfThisYear = on.slice(0, 4) === here(desk.library).today.slice(0, 4)
  const day = isOfThisYear ? dayOfYear(on) : dateYear(on)
  const when = minute === null ? day : `${day}, ${timeOfDay(minuteOfDay(minute))}`
  return words.pages.pay.paper.of(paper_number, when)
}

/** Takes a sale, another patron's charges or the paper out; nothing happens when it is gone already. */
export function removeFromBasket(desk: Desk, line_id: string): void {
  const { basket } = desk.session
  const payer = basket.payer_ids.find((one) => payerId(one) === line_id)
  const left = payer === undefined ? withoutSale(basket, line_id) : withoutPayer(basket, payer)
  const less = line_id === PAPER_ID ? { ...basket, paper: null } : left
  const { pay } = speechOf(desk).words.pages
  desk.session = withBand(changed({ ...desk.session, basket: less }), quietBand(pay.removed))
}

export function emptyBasket(desk: Desk): void {
  desk.session = changed({ ...desk.session, basket: EMPTY_BASKET })
}
