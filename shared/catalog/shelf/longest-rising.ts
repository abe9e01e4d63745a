/** The longest rising run of a list: what can stay where it is while the rest is put in order. Only arithmetic. */

/**
 * The positions (from 0, rising) of a longest subsequence whose values rise. Values must be distinct. Takes n log n
 * steps.
 */
export function longestRising(values: readonly number[]): number[] {
  /** For each length, the position of the smallest value that ends a run of it. */
  const ends: number[] = []
  const before = new Int32Array(values.length).fill(-1)
  for (const [at, value] of values.entries()) {
    const length = firstNotBelow(ends, values, value)
    before[at] = ends[length - 1] ?? -1
    ends[length] = at
  }
  const run: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push(at)
  return run.toReversed()
}

/** How many of the ends have a value below this one, by binary search: the ends rise. */
function firstNotBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
