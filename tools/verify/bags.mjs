// The bags for the bank, for tools/verify/drawers.mjs: no bag has more of the safe than is in it, and the bank takes in
// each bag once.
import { differs, dollars, pieces, row, whole } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */
/** @typedef {{ place: string, body: Row, problem: (says: string) => void }} Told */

export class Bags {
  /**
   * What is in each until the bank took it in: that of a close by its session, that of a drop by its entry.
   * @type {Map<string, number>}
   */
  #waiting = new Map()
  /**
   * The card batch of each closed session until the processor settled it.
   * @type {Map<string, number>}
   */
  #batches = new Map()
  #places

  /** @param {import("./places.mjs").Places} places */
  constructor(places) {
    this.#places = places
  }

  /**
   * Cash of a drawer that goes to a place of the library, or comes from there.
   * @param {Told} told
   * @param {number} amount
   */
  placed({ place, body, problem }, amount) {
    const isIn = body['way'] === 'in'
    if (body['place'] !== 'bank-bag') return this.#places.put(String(body['place']), isIn ? -amount : amount)
    if (isIn) problem('takes cash out of a bag that was sealed')
    else this.#waiting.set(place, amount)
  }

  /**
   * Out of the safe or the change fund, into the other one or a bag.
   * @param {Told} told
   */
  carried({ place, body, problem }) {
    const [from, to, amount] = [String(body['from']), String(body['to']), whole(body['amount_cents'])]
    pieces(body['pieces'], amount, problem)
    const there = Math.max(0, this.#places.held(from))
    if (amount > there) problem(`takes ${dollars(amount)} out of the ${from}, which has ${dollars(there)}`)
    if (from === to) problem(`moves cash from the ${from} to itself`)
    this.#places.put(from, -amount)
    if (to === 'bank-bag') this.#waiting.set(place, amount)
    else this.#places.put(to, amount)
  }

  /**
   * @param {Told} told
   * @param {number} fromDrawer cash and checks
   */
  closed({ body, problem }, fromDrawer) {
    const [safe, there] = [whole(row(body['bag'])['safe_cents']), Math.max(0, this.#places.held('safe'))]
    if (safe > there) problem(`puts ${dollars(safe)} of the safe into the bag, and the safe has ${dollars(there)}`)
    this.#places.put('safe', -safe)
    this.#waiting.set(String(body['session_ref']), fromDrawer + safe)
    const counted = row(body['counted'])
    this.#batches.set(String(body['session_ref']), whole(counted['card_cents']))
  }

  /**
   * @param {Told} told
   * @returns by how much the bank took in more or, below zero, less than was in it
   */
  banked({ body, problem }) {
    const drop = body['drop_ref'] ?? null
    const name = String(drop === null ? body['session_ref'] : drop)
    const [bag, said] = [this.#waiting.get(name), whole(body['bag_cents'])]
    if (bag === undefined) problem('takes in a bag that was not filled, or was taken in before')
    else if (bag !== said) problem(differs('was put into the bag', bag, said))
    this.#waiting.delete(name)
    return whole(body['banked_cents']) - said
  }

  /**
   * @param {Told} told
   * @returns by how much the processor settled more or, below zero, less than the batch was
   */
  settled({ body, problem }) {
    const name = String(body['session_ref'])
    const [batch, said] = [this.#batches.get(name), whole(body['batch_cents'])]
    if (batch === undefined) problem('settles a card batch that is not closed, or was settled before')
    else if (batch !== said) problem(differs('was in the card batch', batch, said))
    this.#batches.delete(name)
    return whole(body['settled_cents']) - said
  }
}
