/**
 * A sale as it is typed on the empty line: "12*c" is twelve of the product with the letter C, as with the multiplying
 * key of a register. Pure; knows no product.
 */

export type QuickSale = { readonly letter: string; readonly quantity_count: number }

const QUICK_SALE = /^([1-9]\d{0,2})\s*\*\s*([a-z])$/i

const BEGUN_SALE = /^[1-9]\d{0,2}\s*\*/

/** Whether the text is a sale, or the beginning of one: no name and no number has a star in it. */
export function isSaleBegun(text: string): boolean {
  return BEGUN_SALE.test(text.trim())
}

/** @returns null for any other text, and for none of something */
export function readQuickSale(text: string): QuickSale | null {
  const [, count = '', letter = ''] = QUICK_SALE.exec(text.trim()) ?? []
  return letter === '' ? null : { letter: letter.toUpperCase(), quantity_count: Number(count) }
}
