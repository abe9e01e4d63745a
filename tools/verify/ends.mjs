// The ends of the journal so far, for tools/verify/drawers.mjs: each Z names the one that was before it.
import { whole } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */

/** How far back a Z may name the end of the journal: the entries of one command come between. */
const HASHES_KEPT = 1000

export class Ends {
  /** @type {Map<number, string>} */
  #hashes = new Map()

  /**
   * @param {number} count how many entries there are
   * @param {string} hash
   */
  take(count, hash) {
    this.#hashes.set(count, hash)
    this.#hashes.delete(count - HASHES_KEPT)
  }

  /**
   * @param {Row} head
   * @param {(says: string) => void} problem
   */
  named(head, problem) {
    const count = whole(head['events_count'])
    const hash = count === 0 ? '0'.repeat(64) : this.#hashes.get(count)
    if (hash !== head['hash']) problem(`its Z names another end of the journal than the one after ${count} entries`)
  }
}
