/** The bounds of everything that begins so, for an index: from <= key < below. Reads nothing. */
type Prefix = { from: string; below: string; limit: number }

export function prefix(from: string, limit: number): Prefix {
  return { from, below: `${from}\u{10ffff}`, limit }
}
