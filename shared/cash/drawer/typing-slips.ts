/** What a whole number may have been meant as when a hand slipped while typing it. Pure. */

/** Beside and above each digit, on a number pad and in a row of keys, and those that look like it on paper. */
const BESIDE: Readonly<Record<string, string>> = {
  0: '1269',
  1: '0247',
  2: '01357',
  3: '24568',
  4: '13579',
  5: '23468',
  6: '035789',
  7: '12468',
  8: '035679',
  9: '04678',
}

/**
 * @param digits_count how many digits are typed at least: 3 for an amount, as 45 cents is 0.45
 * @returns each number that is one slip away: two digits changed places, one is a neighbor on the keys or was misread,
 *   one was typed that was not there, or was left out beside its like
 */
export function slipsOf(typed: number, digits_count = 1): readonly number[] {
  const digits = String(typed).padStart(digits_count, '0')
  const slips = Array.from(digits, (digit, index) => {
    const [before, after] = [digits.slice(0, index), digits.slice(index + 1)]
    const others = Array.from(BESIDE[digit] ?? '', (one) => before + one + after)
    return [...others, before + after, before + digit + digit + after]
  }).flat()
  const meant = slips.filter((one) => one !== '').map(Number)
  return [...new Set([...swapsOf(typed, digits_count), ...meant])].filter((one) => one !== typed)
}

/** The first digit was left out. */
export function firstLeftOut(typed: number): readonly number[] {
  return typed < 100 ? [] : Array.from('123456789', (first) => Number(`${first}${typed}`))
}

/** A digit after the first one was left out. */
export function innerLeftOut(typed: number): readonly number[] {
  const digits = String(typed)
  return Array.from(digits, (_, at) =>
    Array.from('0123456789', (one) => Number(digits.slice(0, at + 1) + one + digits.slice(at + 1))),
  ).flat()
}

/** The dollars alone were typed of a price as prices are. */
export function centsLeftOut(typed: number): readonly number[] {
  return typed % 100 === 0 ? [25, 50, 75, 95, 99].map((odd) => typed + odd) : []
}

/** Two digits beside each other changed places, typed or read. */
export function swapsOf(amount: number, digits_count = 3): readonly number[] {
  const digits = String(amount).padStart(digits_count, '0')
  const swapped = Array.from(digits.slice(1), (digit, at) =>
    Number(digits.slice(0, at) + digit + digits.charAt(at) + digits.slice(at + 2)),
  )
  return swapped.filter((one) => one !== amount)
}

/** The decimal point one place off, or two: dollars typed as cents, the key for two zeros not pressed. */
export function tenfold(typed: number): readonly number[] {
  return [typed * 10, typed / 10, typed * 100, typed / 100].filter((one) => Number.isInteger(one))
}
