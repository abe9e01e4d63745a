/** Rows of the rules of cash for tests, that differ from plain ones as a test says. */
import { cents } from '../../shared/kernel/money.ts'
import type { ProductRow } from '../../shared/policy/cash-facts.ts'

/** Ten cents, without a key, a fund of its own or tax, and on sale. */
export function product(product_code: string, change: Partial<ProductRow> = {}): ProductRow {
  return {
    product_code,
    name: product_code,
    key_letter: null,
    price_cents: cents(10),
    kind: 'sale',
    fund: null,
    payee: null,
    tax_bp: 0,
    order_number: 0,
    is_active: true,
    ...change,
  }
}
