/** What is to be paid, line by line: charges, in whole or in part, and sales from the catalog. Reads only. */
import { grossSum } from '../../shared/cash/line-sums.ts'
import { payDown } from '../../shared/cash/pay-down.ts'
import type { CashRules } from '../../shared/cash/rules.ts'
import { taxOf } from '../../shared/cash/tax.ts'
import type { SealedLine } from '../../shared/journal/events/cash.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import { fundOf } from '../../shared/ledger/charge-kinds.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { readCharge } from '../circulation/charges/charge-reading.ts'
import type { Library } from '../library/library.ts'

export type ChargePart = { readonly charge_ref: string; readonly amount_cents: number | null }
export type Sale = {
  readonly product_code: string
  readonly quantity_count: number
  /** Of one; null: the price of the catalog. */
  readonly price_cents: number | null
}

export type Wanted = {
  /** The charges, in the order in which they are paid; null amount: all that is owed. */
  readonly charges: readonly ChargePart[]
  /** How much of the charges is paid, in that order; null: all of what is named. */
  readonly pay_cents: number | null
  readonly sales: readonly Sale[]
}

/** More than any desk takes at once: a barcode was scanned into a field. */
const PAYMENT_CENTS_MAX = cents(10_000_000)
const TOO_LARGE = refuse('amount-too-large', { amount: PAYMENT_CENTS_MAX })

/** A charge that is to be paid, and how much of it at most. */
export type Owing = {
  readonly charge_ref: string
  readonly patron_id: PatronId
  readonly kind: string
  readonly owed_cents: Cents
  /** Less than all that is owed of it is to be paid. */
  readonly is_part: boolean
  /** What was paid on it before, by money or credit. */
  readonly before_cents: number
}

/** The charges as they are named, in that order. */
export function owingOf(library: Library, charges: readonly ChargePart[]): readonly Owing[] | Refusal {
  const owing: Owing[] = []
  for (const { charge_ref, amount_cents } of charges) {
    const charge = readCharge(library, charge_ref)
    if (charge === null || owing.some((one) => one.charge_ref === charge_ref)) return refuse('charge-unknown')
    const { owed_cents, worth_cents } = charge.state
    if (owed_cents === 0) return refuse('nothing-owed')
    if ((amount_cents ?? 0) > owed_cents) return refuse('more-than-owed', { owed: owed_cents })
    const { patron_id, kind } = charge.row
    const wanted_cents = cents(amount_cents ?? owed_cents)
    const paid = { is_part: wanted_cents < owed_cents, before_cents: worth_cents - owed_cents }
    owing.push({ charge_ref, patron_id, kind, owed_cents: wanted_cents, ...paid })
  }
  return owedSum(owing) > PAYMENT_CENTS_MAX ? TOO_LARGE : owing
}

export function owedSum(owing: readonly Owing[]): number {
  return owing.reduce((sum, one) => sum + one.owed_cents, 0)
}

export function paidBefore(owing: readonly Owing[]): number {
  return owing.reduce((sum, one) => sum + one.before_cents, 0)
}

/** What is left of it once so much of each charge was paid otherwise. */
export function lessPaid(owing: readonly Owing[], paid: ReadonlyMap<string, number>): readonly Owing[] {
  return owing.flatMap((one) => {
    const owed_cents = one.owed_cents - (paid.get(one.charge_ref) ?? 0)
    return owed_cents === 0 ? [] : [{ ...one, owed_cents: cents(owed_cents) }]
  })
}

/**
 * The lines of a receipt.
 *
 * @param owing what is left to pay of the charges
 * @param pay_cents how much of them is paid; null: all of it
 */
export function linesFor(
  rules: CashRules,
  owing: readonly Owing[],
  pay_cents: number | null,
  sold: readonly Sale[],
): readonly SealedLine[] | Refusal {
  const { lines: paid, over_cents } = payDown(owing, cents(pay_cents ?? owedSum(owing)))
  if (over_cents > 0) return refuse('more-than-owed', { owed: cents(owedSum(owing)) })
  const charges = paid.map(({ charge_ref, amount_cents }): SealedLine => {
    const fund = fundOf(owing.find((one) => one.charge_ref === charge_ref)?.kind ?? '')
    return { of: 'charge', charge_ref, fund, amount_cents }
  })
  const sales: SealedLine[] = []
  for (const one of sold) {
    const line = saleLine(rules, one)
    if (isRefusal(line)) return line
    sales.push(line)
  }
  const lines = [...charges, ...sales]
  return grossSum(lines) > PAYMENT_CENTS_MAX ? TOO_LARGE : lines
}

/** One sale as a receipt has it, or why it cannot be sold. */
export function saleLine(rules: CashRules, { product_code, quantity_count, price_cents }: Sale): SealedLine | Refusal {
  const product = rules.products.find((one) => one.product_code === product_code && one.is_active)
  if (product === undefined) return refuse('product-unknown', { product: product_code })
  const price = price_cents ?? product.price_cents
  if (price === null || price === 0) return refuse('price-needed', { product: product.name })
  // A price of the catalog is the library's: a clerk who could lower it would keep the difference.
  const { price_cents: set_cents, name } = product
  if (set_cents !== null && price !== set_cents) return refuse('price-fixed', { product: name, price: set_cents })
  if (price * quantity_count > PAYMENT_CENTS_MAX) return TOO_LARGE
  const amount_cents = cents(price * quantity_count)
  if (product.kind === 'held') return { of: 'held', product_code, payee: product.payee, amount_cents }
  const tax_cents = product.kind === 'sale' ? taxOf(amount_cents, product.tax_bp) : cents(0)
  return { of: 'sale', product_code, fund: product.fund, quantity_count, amount_cents, tax_cents }
}
