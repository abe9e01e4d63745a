/**
 * Pairs of records that are nearly certainly one person, found in any order: how many there are, and the likeliest of
 * them, as many as a person would walk through. Pure.
 */
import type { Alike } from './duplicates.ts'

export type AlikePair = {
  readonly patron_id: number
  readonly other_patron_id: number
  readonly points: number
  readonly facts: Alike['facts']
}
export type AlikeReport = { readonly pairs: readonly AlikePair[]; readonly pairs_count: number }

/** Kept are the likeliest. */
export const PAIRS_MAX = 500

const likelier = (one: AlikePair, other: AlikePair): number =>
  other.points - one.points || one.patron_id - other.patron_id || one.other_patron_id - other.other_patron_id

export class AlikePairs {
  #kept: AlikePair[] = []
  #pairs_count = 0

  /** Of a pair that is found from both sides, once. */
  add(pair: AlikePair): void {
    if (pair.other_patron_id <= pair.patron_id) return
    this.#pairs_count += 1
    this.#kept.push(pair)
    // Twice as many are let come together, so that few are sorted.
    if (this.#kept.length >= 2 * PAIRS_MAX) this.#kept = this.#best()
  }

  report(): AlikeReport {
    return { pairs: this.#best(), pairs_count: this.#pairs_count }
  }

  #best(): AlikePair[] {
    return this.#kept.toSorted(likelier).slice(0, PAIRS_MAX)
  }
}
