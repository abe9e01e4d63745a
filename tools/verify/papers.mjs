// The receipts on paper that were keyed in, for tools/verify/drawers.mjs: no number stands twice, and the session that
// one names was closed before.
import { row } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */

/** However it is written, it is the number on one paper: P-017, "p 17". P-1-7 is another. @param {string} number */
function keyOf(number) {
  const parts = number
    .normalize('NFKC')
    .toUpperCase()
    .match(/\p{L}+|\d+/gu) ?? [number]
  return parts
    .map((part, at) => {
      const isSecond = /^\d/.test(part) && /^\d/.test(parts[at - 1] ?? '')
      return (isSecond ? '-' : '') + part.replace(/^0+(?=\d)/, '')
    })
    .join('')
}

export class Papers {
  /**
   * The entry of each that stands, by the number on the paper without zeros and marks before it.
   * @type {Map<string, string>}
   */
  #standing = new Map()

  /**
   * @param {{ place: string, body: Row, problem: (says: string) => void }} told
   * @param {(session: string) => boolean} isClosed
   */
  keyed({ place, body, problem }, isClosed) {
    if (body['paper'] === null || body['paper'] === undefined) return
    const { paper_number, of_session_ref } = row(body['paper'])
    const number = String(paper_number)
    const key = keyOf(number)
    if (this.#standing.has(key)) problem(`keys in the paper receipt ${number} once more`)
    this.#standing.set(key, place)
    // Entries of the first version name none.
    if (typeof of_session_ref === 'string' && !isClosed(of_session_ref)) {
      problem(`says that the paper receipt ${number} is of ${of_session_ref}, which was not closed before it`)
    }
  }

  /** A receipt that was voided leaves its number free. @param {unknown} receipt */
  voided(receipt) {
    for (const [number, place] of this.#standing) if (place === receipt) this.#standing.delete(number)
  }
}
