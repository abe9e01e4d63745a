/**
 * Counts what a hand presses in a task beside its scans and the letters of a name: those are taken off, every other
 * press counts.
 */
import type { Hands } from '../../standin/hands.ts'

export type Counter = {
  readonly scan: (text: string) => Promise<void>
  /** @param gap_ms between the keys; null: as the keyboard of the tests types */
  readonly type: (text: string, gap_ms?: number | null) => Promise<void>
  /** What the hand pressed beside scans and letters. */
  readonly presses: () => Promise<number>
}

/** Counts from now on. */
export async function counterOf(hands: Hands): Promise<Counter> {
  const counted = await hands.countKeys()
  let taken_off = 0
  return {
    scan: (text) => {
      taken_off += text.length + 1
      return hands.scan(text)
    },
    type: (text, gap_ms = null) => {
      taken_off += text.length
      return gap_ms === null ? hands.type(text) : hands.keyboard.keys(Array.from(text), gap_ms)
    },
    presses: async () => (await counted()) - taken_off,
  }
}
