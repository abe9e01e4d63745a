// The receipts of drawers, for tools/verify/drawers.mjs: each is voided once and as it was made, and no more of it goes
// back than was paid.
import { dollars, dueOf, isSame } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */
/** @typedef {{ body: Row, problem: (says: string) => void }} Told */
/**
 * `due`: what its lines come to; `left`: how much of that did not go back.
 * @typedef {{ session: string, number: number, receipt: Row, due: number, left: number, isVoided: boolean }} Receipt
 */

export class Receipts {
  /**
   * By the entry of each.
   * @type {Map<string, Receipt>}
   */
  #made = new Map()

  /**
   * @param {string} place
   * @param {Pick<Receipt, 'session' | 'number' | 'receipt' | 'due'>} made
   */
  made(place, made) {
    this.#made.set(place, { ...made, left: made.due, isVoided: false })
  }

  /**
   * @param {Told} told
   * @param {Row} receipt as its void has it
   */
  voided({ body, problem }, receipt) {
    const made = this.#made.get(String(body['receipt_ref']))
    if (made === undefined) return problem('voids a receipt that is not there')
    const { number } = made
    if (made.isVoided) problem(`voids the receipt ${number} once more`)
    else if (made.session !== body['session_ref']) problem(`voids the receipt ${number} of another session`)
    else if (number !== body['number_count'] || !isSame(made.receipt, receipt))
      problem(`voids the receipt ${number} with other amounts than it has`)
    else if (made.left !== made.due) problem(`voids the receipt ${number}, of which something went back before`)
    made.isVoided = true
  }

  /** What circulation decided is of no receipt. @param {Told} told */
  refunded({ body, problem }) {
    if ((body['receipt_ref'] ?? null) === null) return
    const made = this.#made.get(String(body['receipt_ref']))
    if (made === undefined) return problem('refunds a receipt that is not there')
    const { number, left, isVoided } = made
    const back = dueOf(body['lines'])
    if (isVoided) problem(`refunds the receipt ${number}, which was voided before`)
    else if (back > left)
      problem(`refunds ${dollars(back)} of the receipt ${number}, of which ${dollars(left)} is left`)
    made.left -= back
  }
}
