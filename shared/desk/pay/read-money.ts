/**
 * Turns what is typed as money into cents: an amount at a desk, or a total of a drawer or a bag, which has more digits.
 * Cents first, as on a register; a typed point switches to dollars. Pure.
 */
import type { Field } from '../page.ts'

/** No amount at a desk is longer, and no barcode is as short: a scan never fits. */
export const MONEY_DIGITS_MAX = 5
/** Of what a drawer or a bag comes to: $99,999.99. A barcode is longer. */
const TOTAL_DIGITS_MAX = 7
/** Above this a total is asked again: a digit too many is typed more often than so much is counted. */
export const TOTAL_ASKED_ABOVE_CENTS = 99_999

type Kind = Field['kind']
export const isMoney = (kind: Kind): boolean => kind === 'money' || kind === 'total'
const digitsMax = (kind: Kind): number => (kind === 'total' ? TOTAL_DIGITS_MAX : MONEY_DIGITS_MAX)

/** Typed to clear a default: no date, no amount, no limit. */
export const NONE = '-'

/** Longer than what typing leaves in a money field: it came whole, from a scanner or the clipboard. */
const WHOLE_TEXT_LENGTH_MIN = 8
/** So many digits more than fit are still typed ones. */
const DIGITS_OVER_MAX = 2

/** A barcode that was pasted or came from a scanner at once: its first five digits would be an amount of nobody's. */
function isNoAmount(text: string, most: number): boolean {
  const typed = text.trim()
  const digits = typed.replace(/\D/g, '').length
  return digits > most + DIGITS_OVER_MAX || (typed.length >= WHOLE_TEXT_LENGTH_MIN && /\p{L}/u.test(typed))
}

/**
 * The allowed text of a money field: at most five digits, of a total seven, and one point followed by two of them. Of
 * a barcode nothing is left.
 */
export function cutMoney(text: string, kind: Kind = 'money'): string {
  const most = digitsMax(kind)
  if (text.trim() === NONE) return NONE
  if (isNoAmount(text, most)) return ''
  const [whole = '', ...rest] = text.replace(/[^\d.]/g, '').split('.')
  // A point after four digits is too large an amount for a desk: it is dropped, and the digits stay.
  if (rest.length === 0 || whole.length > most - 2) return whole.slice(0, most)
  return `${whole}.${rest.join('').slice(0, 2)}`
}

/**
 * Cents first, as on a register: 250 is 2.50. A typed point switches to dollars: 2.5 is 2.50 and 2. is 2.00. A lone
 * digit is not an amount: it could be a dollar, or meant for the option beside it. 05 is five cents, 0 is none.
 */
export function readMoney(text: string, kind: Kind = 'money'): number | null {
  const typed = text.trim().replace(/^\$/, '')
  const most = digitsMax(kind)
  const decimal = /^(\d*)\.(\d{0,2})$/.exec(typed)
  if (decimal && typed !== '.' && (decimal[1] ?? '').length <= most - 2)
    return Number(decimal[1] || '0') * 100 + Number((decimal[2] ?? '').padEnd(2, '0'))
  return /^(?:0|\d{2,})$/.test(typed) && typed.length <= most ? Number(typed) : null
}
