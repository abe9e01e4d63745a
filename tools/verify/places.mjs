// The safe and the change fund, for tools/verify/drawers.mjs: what the entries come to in each, held against its
// counts, and what was settled of a count.
import { differs, dollars, pieces, whole } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */
/** @typedef {{ place: string, body: Row, problem: (says: string) => void }} Told */
/** @typedef {{ of: string, counted: number, expected: number, isFirst: boolean, isSettled: boolean }} Count */

export class Places {
  /**
   * Below zero: other money was in it.
   * @type {Map<string, number>}
   */
  #held = new Map()
  /**
   * Those of which a count agreed or was settled.
   * @type {Set<string>}
   */
  #known = new Set()
  /** @type {Map<string, Count>} */
  #counts = new Map()

  /** @param {string} of */
  held(of) {
    return this.#held.get(of) ?? 0
  }

  /**
   * @param {string} of
   * @param {number} by
   */
  put(of, by) {
    this.#held.set(of, this.held(of) + by)
  }

  /** @param {Told} told */
  counted({ place, body, problem }) {
    const of = String(body['place'])
    const [counted, expected] = [whole(body['counted_cents']), whole(body['expected_cents'])]
    pieces(body['pieces'], counted, problem)
    if (this.held(of) !== expected) problem(differs(`the ${of} should hold`, this.held(of), expected))
    const isFirst = !this.#known.has(of)
    if (body['is_first'] !== isFirst) problem(`says that it is ${isFirst ? 'not ' : ''}the first count of the ${of}`)
    this.#counts.set(place, { of, counted, expected, isFirst, isSettled: false })
    if (counted === expected) this.#known.add(of)
  }

  /**
   * @param {Told} told
   * @returns what is over or, below zero, short
   */
  settled({ body, problem }) {
    const count = this.#counts.get(String(body['count_ref']))
    const of = String(body['place'])
    const [counted, expected] = [whole(body['counted_cents']), whole(body['expected_cents'])]
    const by = counted - expected
    if (count === undefined || count.of !== of) problem(`settles a count of the ${of} that was not made before it`)
    else {
      if (count.isSettled) problem(`settles a count of the ${of} once more`)
      if (count.counted !== counted) problem(differs(`was counted in the ${of}`, count.counted, counted))
      if (count.expected !== expected) problem(differs(`was expected in the ${of}`, count.expected, expected))
      if (count.isFirst !== body['is_first'])
        problem(`says otherwise than the count whether it is the first of the ${of}`)
      count.isSettled = true
    }
    if (by === 0) problem(`settles a count of the ${of} that agreed`)
    if (this.held(of) !== expected)
      problem(`settles a count of the ${of} after ${dollars(this.held(of) - expected)} moved`)
    this.put(of, by)
    this.#known.add(of)
    return body['is_first'] === true && by > 0 ? 0 : by
  }
}
