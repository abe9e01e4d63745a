// The receipts of drawers, for tools/verify/drawers.mjs: each is voided once and as it was made, and no more of it goes
// back than was paid: in all, of each line, and of each tender.
import { dollars, dueOf, heldOf, isSame, rows, whole } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */
/** @typedef {{ body: Row, problem: (says: string) => void }} Told */
/**
 * `due`: what its lines come to; `left`: how much of that did not go back; `lines`: the same of each line; `tenders`:
 * how much each tender paid that did not go back; `cash`: what was refunded in cash and what went out for it.
 * @typedef {{ session: string, number: number, receipt: Row, due: number, left: number, isVoided: boolean,
 *   lines: number[], tenders: { cash: number, checks: number, card: number },
 *   cash: { due: number, held: number, refunded: number, out: number } }} Receipt
 */

/**
 * What a refund takes back, in this order.
 * @type {Readonly<Record<string, readonly ('cash' | 'checks' | 'card')[]>>}
 */
const TAKES = { cash: ['cash', 'card'], card: ['card'], 'office-check': ['checks', 'card'] }

/** Rounding moves the sum of all cash refunds of a receipt by no more. */
const ROUNDED_CENTS_MAX = 2

/** @param {Row} line */
const grossOf = (line) => dueOf([line])

/** What a line is of; its amounts and its place are left out. @param {Row} line */
const nameOf = (line) =>
  JSON.stringify(['of', 'charge_ref', 'product_code', 'fund', 'payee'].map((name) => line[name] ?? null))

export class Receipts {
  /**
   * By the entry of each.
   * @type {Map<string, Receipt>}
   */
  #made = new Map()
  /** @type {import("./charges.mjs").Charges} */
  #charges

  /** @param {import("./charges.mjs").Charges} charges that they pay */
  constructor(charges) {
    this.#charges = charges
  }

  /**
   * @param {string} place
   * @param {Pick<Receipt, 'session' | 'number' | 'receipt' | 'due'>} made
   */
  made(place, made) {
    const { receipt, due } = made
    this.#charges.received(receipt['lines'])
    const tenders = heldOf(receipt)
    const held = tenders.cash
    tenders.cash -= whole(receipt['rounding_cents'])
    const cash = { due: tenders.cash, held, refunded: 0, out: 0 }
    const lines = rows(receipt['lines']).map(grossOf)
    this.#made.set(place, { ...made, left: due, isVoided: false, lines, tenders, cash })
  }

  /**
   * @param {Told} told
   * @param {Row} receipt as its void has it
   */
  voided({ body, problem }, receipt) {
    this.#charges.back(receipt['lines'], problem)
    const made = this.#made.get(String(body['receipt_ref']))
    if (made === undefined) return problem('voids a receipt that is not there')
    const { number } = made
    if (made.isVoided) problem(`voids the receipt ${number} once more`)
    else if (made.session !== body['session_ref']) problem(`voids the receipt ${number} of another session`)
    else if (number !== body['receipt_number'] || !isSame(made.receipt, receipt))
      problem(`voids the receipt ${number} with other amounts than it has`)
    else if (made.left !== made.due) problem(`voids the receipt ${number}, of which something went back before`)
    made.isVoided = true
  }

  /** What circulation decided is of no receipt. @param {Told} told */
  refunded({ body, problem }) {
    this.#charges.back(body['lines'], problem)
    if ((body['receipt_ref'] ?? null) === null) return
    const made = this.#made.get(String(body['receipt_ref']))
    if (made === undefined) return problem('refunds a receipt that is not there')
    const { number, left, isVoided } = made
    const back = dueOf(body['lines'])
    if (isVoided) problem(`refunds the receipt ${number}, which was voided before`)
    else if (back > left)
      problem(`refunds ${dollars(back)} of the receipt ${number}, of which ${dollars(left)} is left`)
    else {
      for (const line of rows(body['lines'])) this.#line(made, line, problem)
      this.#tender(made, body, problem)
    }
    made.left -= back
  }

  /**
   * Takes it off the line that it names. Entries of before name none, and are taken off lines of the same in their
   * order.
   * @param {Receipt} made
   * @param {Row} line
   * @param {(says: string) => void} problem
   */
  #line({ number, receipt, lines }, line, problem) {
    const paid = rows(receipt['lines'])
    const said = line['line_number'] ?? null
    const count = said === null ? null : whole(said)
    const isIt = (/** @type {number} */ at) => {
      const one = paid[at]
      return one !== undefined && nameOf(one) === nameOf(line) && (count === null || at === count - 1)
    }
    const there = [...lines.keys()].filter(isIt)
    if (there.length === 0) return problem(`refunds a line that the receipt ${number} does not have`)
    const [back, most] = [grossOf(line), there.reduce((all, at) => all + (lines[at] ?? 0), 0)]
    let rest = back
    for (const at of there) {
      const by = Math.min(rest, lines[at] ?? 0)
      lines[at] = (lines[at] ?? 0) - by
      rest -= by
    }
    const which = count === null ? 'a line' : `line ${count}`
    if (rest > 0)
      problem(`refunds ${dollars(back)} of ${which} of the receipt ${number}, of which ${dollars(most)} is left`)
  }

  /**
   * Money goes back to the tender that it came from, and no more cash than there was.
   * @param {Receipt} made
   * @param {Row} body
   * @param {(says: string) => void} problem
   */
  #tender({ number, tenders, cash }, body, problem) {
    const tender = String(body['tender'])
    const [back, takes] = [dueOf(body['lines']), TAKES[tender] ?? []]
    const most = takes.reduce((all, from) => all + tenders[from], 0)
    let rest = back
    for (const from of takes) {
      const by = Math.min(rest, tenders[from])
      tenders[from] -= by
      rest -= by
    }
    if (rest > 0) {
      const said = `${dollars(back)} of the receipt ${number} by ${tender}`
      problem(`refunds ${said}, of which ${dollars(most)} was paid so and is left`)
    }
    if (tender !== 'cash') return
    cash.refunded += back
    cash.out += whole(body['paid_cents'])
    const beyond = cash.refunded - cash.due
    const least = cash.held + (beyond > 0 ? beyond + ROUNDED_CENTS_MAX : 0)
    // Entries of before, which name no line, were rounded one by one.
    const isRoundedOnce = rows(body['lines']).every((line) => (line['line_number'] ?? null) !== null)
    if (isRoundedOnce && cash.out > least)
      problem(`has paid ${dollars(cash.out)} in cash back for the receipt ${number}, which took ${dollars(least)}`)
  }
}
