// Reads amounts out of entries that can hold anything, for the drawers of tools/verify.mjs.

/** @typedef {Readonly<Record<string, unknown>>} Row */
/** @typedef {{ cash: number, checks: number, card: number }} Held */

/** Thrown for what is no amount, or has none where one should be. */
export class Unreadable extends Error {}

/** @param {unknown} value */
export function whole(value) {
  if (!Number.isSafeInteger(value)) throw new Unreadable()
  return Number(value)
}

/**
 * @param {unknown} value
 * @returns {Row}
 */
export function row(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Unreadable()
  return /** @type {Row} */ (value)
}

/**
 * @param {unknown} value
 * @returns {readonly Row[]}
 */
export function rows(value) {
  if (!Array.isArray(value)) throw new Unreadable()
  return value.map(row)
}

/** @param {readonly number[]} amounts */
export const sum = (amounts) => amounts.reduce((all, one) => all + one, 0)

/** @param {number} cents */
export const dollars = (cents) =>
  `${cents < 0 ? '-' : ''}$${Math.floor(Math.abs(cents) / 100)}.${two(Math.abs(cents) % 100)}`
/** @param {number} cents */
const two = (cents) => String(cents).padStart(2, '0')

/** @param {unknown} lines */
export function dueOf(lines) {
  return sum(rows(lines).map((one) => whole(one['amount_cents']) + whole(one['tax_cents'] ?? 0)))
}

/**
 * What a receipt puts into the drawer, by tender; and what is wrong with its goods and work, which are no money.
 * @param {Row} receipt
 * @param {(says: string) => void} [problem]
 * @returns {Held}
 */
export function heldOf(receipt, problem) {
  if (problem) inKind(receipt, problem)
  const others = rows(receipt['others'])
  /** @param {string} tender */
  const by = (tender) => sum(others.flatMap((one) => (one['tender'] === tender ? [whole(one['amount_cents'])] : [])))
  const cash = whole(receipt['tendered_cents']) - whole(receipt['change_cents'])
  return { cash, checks: by('check'), card: by('card') }
}

/** As receipts of before are read: without goods and work. @param {Row} receipt @returns {Row} */
const withInKind = (receipt) => ({ in_kind: [], ...receipt })

/**
 * Goods and work are no money: what they take off is above zero, and never more than they are worth.
 * @param {Row} receipt
 * @param {(says: string) => void} problem
 */
function inKind(receipt, problem) {
  for (const one of rows(withInKind(receipt)['in_kind'])) {
    const parts = rows(one['parts']).map((part) => whole(part['amount_cents']))
    const [worth, off] = [whole(one['worth_cents']), sum(parts)]
    if (parts.some((part) => part <= 0)) problem('takes nothing off a charge for goods or work')
    if (off > worth) problem(differs('goods or work worth', worth, off))
  }
}

/**
 * @param {Held} held
 * @param {Held} by
 * @param {1 | -1} sign
 */
export function put(held, by, sign) {
  held.cash += sign * by.cash
  held.checks += sign * by.checks
  held.card += sign * by.card
}

/** The same, whatever the order of the keys. @param {unknown} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  const pairs = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(',')}}`
}

/** Two receipts with the same amounts, of whichever version. @param {Row} one @param {Row} other */
export const isSame = (one, other) => canonical(withInKind(one)) === canonical(withInKind(other))

/**
 * @param {unknown} list
 * @param {number} total
 * @param {(says: string) => void} problem
 */
export function pieces(list, total, problem) {
  if (list === null) return
  const said = sum(rows(list).map((one) => whole(one['denomination_cents']) * whole(one['pieces_count'])))
  if (said !== total) problem(differs('its pieces come to', said, total))
}

/**
 * @param {string} what
 * @param {number} should
 * @param {number} is
 */
export function differs(what, should, is) {
  const by = `${dollars(Math.abs(is - should))} ${is > should ? 'more' : 'less'}`
  return `${what} ${dollars(should)}, and it says ${dollars(is)}: ${by}`
}
