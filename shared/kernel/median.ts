/** The middle of some figures, as reports of staff measure each against the others. Pure. */

/** The middle one; of two the lower, so that nobody is measured against half a cent. Null: there is none. */
export function lowerMedian(figures: readonly number[]): number | null {
  const sorted = figures.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
