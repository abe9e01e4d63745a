// What was paid on charges that were made at the desk, for tools/verify/drawers.mjs: no more of one is paid back, with
// or without its receipt. What the library's former system charged is not known from its beginning, and is left out.
import { dollars, rows, whole } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */

export class Charges {
  /**
   * By the entry that made it: what was paid on it and did not go back.
   * @type {Map<string, number>}
   */
  #paid = new Map()

  /** @param {string} place */
  made(place) {
    this.#paid.set(place, 0)
  }

  /** @param {unknown} lines of a receipt */
  received(lines) {
    for (const line of rows(lines)) this.#add(line['charge_ref'], whole(line['amount_cents']))
  }

  /**
   * What the library owes on one charge pays another one, or that is taken back.
   * @param {Row} body
   */
  moved(body) {
    const [debit, credit] = [String(body['debit']), String(body['credit'])]
    const sign = isDue(debit) && credit === 'receivable' ? 1 : debit === 'receivable' && isDue(credit) ? -1 : 0
    const by = sign * whole(body['amount_cents'])
    this.#add(body['charge_ref'], -by)
    this.#add(body['pays_ref'] ?? body['charge_ref'], by)
  }

  /**
   * A refund, or a void of the receipt that paid them.
   * @param {unknown} lines
   * @param {(says: string) => void} problem
   */
  back(lines, problem) {
    for (const line of rows(lines)) {
      const back = whole(line['amount_cents'])
      const left = this.#add(line['charge_ref'], -back)
      if (left !== null && left < 0)
        problem(`pays back ${dollars(back)} of a charge on which ${dollars(left + back)} was paid and is left`)
    }
  }

  /**
   * @param {unknown} ref
   * @param {number} by
   */
  #add(ref, by) {
    const paid = this.#paid.get(String(ref))
    if (paid === undefined) return null
    this.#paid.set(String(ref), paid + by)
    return paid + by
  }
}

const isDue = (/** @type {string} */ account) => account.startsWith('refund-due-')
