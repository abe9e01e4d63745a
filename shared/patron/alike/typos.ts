/** How many slips of the hand are between two words: a letter more, less, other, or two letters swapped. */

/**
 * Optimal string alignment (Damerau-Levenshtein without edits inside a swap).
 * @param most where it is more, `most + 1` is answered
 */
export function typosBetween(one: string, other: string, most: number): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const near = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(isSwapped ? Math.min(near, (before[j - 2] ?? 0) + 1) : near)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

const LONG_LETTERS_MIN = 7
const SHORT_LETTERS_MIN = 3

/** Whether one word may be the other, mistyped: one slip, in a long word two. */
export function isTypo(one: string, other: string): boolean {
  const shorter = Math.min(Array.from(one).length, Array.from(other).length)
  if (shorter < SHORT_LETTERS_MIN) return false
  const most = shorter >= LONG_LETTERS_MIN ? 2 : 1
  return typosBetween(one, other, most) <= most
}
