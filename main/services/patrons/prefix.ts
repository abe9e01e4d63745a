/** The bounds of everything that begins so, for an index: from <= key < below. Reads nothing. */
export type Bounds = { from: string; below: string }
type Prefix = Bounds & { limit: number }

export function prefix(from: string, limit: number): Prefix {
  return { from, below: `${from}\u{10ffff}`, limit }
}
